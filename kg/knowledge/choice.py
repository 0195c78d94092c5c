"""Chooses among places of one name: what the text says, the countries of the story, what is near, what is
large.

The weights are a table of judgement, not fitted to any texts; each part is bounded, so that what the text
states outright (a container) always wins over the story's country, and that over size.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.knowledge.geography import distance_km
from kg.knowledge.placenames import Typed, split_type
from kg.knowledge.places import REACH_KM, GazetteerPlace, Match
from kg.model import PlacePrecision

_CONTAINED = 20.0
_COUNTRY = 6.0
_NEAR = 3.0
_NEAR_KM = 150.0
_SIZE = 0.6
_FIT = 6.0
_KIND = {"country": 3.0, "admin1": -1.2, "admin2": -2.4, "region": 1.5, "sea": 2.0}
_KIND_STATED = 4.0
# Places in a country that the story does not mention must be this large to be meant.
_WORLD_KNOWN = 150_000


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that is meant, if it can be told, and why (or why not).

    ``precision`` can be coarser than the place's own, where the name is only of something at or in it.
    ``certain`` is between 0 and 1: how far ahead of the next homonym it came.
    """

    place: GazetteerPlace | None
    reason: str
    precision: PlacePrecision | None = None
    certain: float = 0.0


class _Source(Protocol):
    def matches(self, name: str, fuzzy: bool = True) -> tuple[Match, ...]: ...


def choose(
    source: _Source,
    name: str,
    hints: Mapping[str, float],
    near: Sequence[GazetteerPlace],
    containers: Sequence[str],
) -> Choice:
    """The place that a name means, given what the story says of where it is."""
    typed = split_type(name)
    holders = [[match.place for match in source.matches(split_type(holder).core)] for holder in containers]
    holders = [places for places in holders if places]
    refusal = ""
    for form, exact in ((name, True), (typed.core, True), (name, False), (typed.core, False)):
        matches = source.matches(form, fuzzy=not exact)
        if not matches:
            continue
        chosen = _best(
            name, matches, typed, hints, near, holders, in_full=form == name and typed.core != name
        )
        if chosen.place is not None:
            return chosen
        refusal = refusal or chosen.reason
    return Choice(None, refusal or f"no place called {name} in the gazetteer")


def _best(
    name: str,
    matches: Sequence[Match],
    typed: Typed,
    hints: Mapping[str, float],
    near: Sequence[GazetteerPlace],
    holders: Sequence[Sequence[GazetteerPlace]],
    in_full: bool,
) -> Choice:
    scored = []
    for match in matches:
        place = match.place
        inside = [any(contains(holder, place) for holder in places) for places in holders]
        if holders and not any(inside):
            continue
        if not holders and not _plausible(place, hints, near):
            continue
        score, reasons = _score(match, typed, hints, near)
        if holders:
            score += _CONTAINED * sum(inside) / len(inside)
            reasons.insert(0, "the text says where it lies")
        scored.append((score, place, reasons))
    if not scored:
        where = sorted({match.place.country for match in matches if match.place.country})[:4]
        if holders:
            return Choice(None, f"no place called {name} is known where the text says it lies")
        return Choice(
            None, f"places called {name} are known only in {', '.join(where)}, not in the story's countries"
        )
    scored.sort(key=lambda entry: (-entry[0], entry[1].id))
    score, place, reasons = scored[0]
    lead = score - scored[1][0] if len(scored) > 1 else 4.0
    if len(scored) > 1:
        reasons.append(f"{len(scored)} places of this name")
    precision = place.precision if in_full or typed.precision is None else typed.precision
    return Choice(place, "; ".join(reasons), precision, round(1 / (1 + math.exp(-lead)), 3))


def _score(
    match: Match, typed: Typed, hints: Mapping[str, float], near: Sequence[GazetteerPlace]
) -> tuple[float, list[str]]:
    place = match.place
    reasons = ["name" if match.fit == 1.0 else "other name" if match.fit >= 0.9 else "like-sounding name"]
    score = _SIZE * math.log10(place.population + 10) + _KIND.get(place.kind, 0.0) - _FIT * (1 - match.fit)
    if typed.kinds:
        score += _KIND_STATED if place.kind in typed.kinds else -_KIND_STATED
    total = sum(hints.values())
    if total > 0 and hints.get(place.country, 0.0) > 0:
        score += _COUNTRY * (0.5 + 0.5 * hints[place.country] / total)
        reasons.append(f"in {place.country}, a country of the story")
    if near:
        nearest = min(distance_km(place.point, other.point) for other in near)
        score += _NEAR * math.exp(-nearest / _NEAR_KM)
        if nearest < _NEAR_KM:
            reasons.append(f"{nearest:.0f} km from another place of the story")
    return score, reasons


def _plausible(place: GazetteerPlace, hints: Mapping[str, float], near: Sequence[GazetteerPlace]) -> bool:
    """Whether a place can be meant without its country being mentioned."""
    if not hints or hints.get(place.country, 0.0) > 0 or not place.country or place.kind == "country":
        return True
    if any(distance_km(place.point, other.point) < _NEAR_KM for other in near):
        return True
    return place.population >= _WORLD_KNOWN or place.kind in (
        "region",
        "admin1",
        "desert",
        "river",
        "mountain",
        "sea",
    )


def contains(holder: GazetteerPlace, place: GazetteerPlace) -> bool:
    """Whether a place lies in another, by their divisions or, for landscapes and towns, by distance."""
    if holder.id == place.id:
        return False
    if holder.kind == "country":
        return holder.country == place.country
    if holder.id in place.within:
        return True
    if holder.kind == "admin1":
        return holder.country == place.country and bool(place.admin1) and holder.admin1 == place.admin1
    reach = REACH_KM.get(holder.kind)
    return reach is not None and distance_km(holder.point, place.point) <= reach
