"""Chooses among places of one name: what the text says, the countries of the story, what is near, what is
large.

The weights are a table of judgement, not fitted to any texts; each part is bounded, so that what the text
states outright (a container) always wins over the story's country, and that over size.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.knowledge import countries
from kg.knowledge.geography import distance_km
from kg.knowledge.placenames import Typed, is_common_word, split_type
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
_KNOWN_ALONE = 15_000
_METROPOLIS = 3_000_000
_OTHER_NAME = 0.9
# Names that recur from country to country wherever the language is spoken.
_RECURRING = re.compile(
    r"^(?:san|santa|santo|saint|st|são|el|la|los|las|villa|puerto|rio|monte|tierra|vista)\b",
    re.IGNORECASE,
)
# Arabic ones recur from Morocco to Iraq, and are known beyond their own part of the world for the largest towns only.
_ARABIC = re.compile(
    r"^(?:al|el|ad|an|ar|as|ash|at|az|abu|ain|bab|beit|deir|kafr|khan|ras|tell?|umm|wadi)\b", re.IGNORECASE
)
_KNOWN_KINDS = ("region", "desert", "river", "mountain", "sea", "island", "peninsula")
# A region over several countries is known beyond all of them.
_TRANSNATIONAL = 2.0
_UNRIVALLED = 4.0
_SAME_AREA_KM = 60.0
# Divisions are called so in many countries, but never without the word for the division.
_NO_NAMES = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "centre",
        "center",
    )
)
_DIVISIONS = frozenset(("province", "region", "state", "department", "district", "governorate"))
_COARSER = tuple(PlacePrecision)
_PART = re.compile(
    r"^(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west|central|mid|upper|lower|greater)(?:ern)?"
    r"\s+(?P<whole>.+)$",
    re.IGNORECASE,
)


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
    name, _, around = name.partition(",")
    containers = [*containers, *(part.strip() for part in around.split(",") if part.strip())]
    typed = split_type(name)
    holders = [[match.place for match in source.matches(split_type(holder).core)] for holder in containers]
    holders = [places for places in holders if places]
    refusal = ""
    if typed.core.lower() in _NO_NAMES and typed.word not in _DIVISIONS:
        return Choice(None, f"{name} alone is no name of a place")
    for form, fuzzy in ((name, False), (typed.core, False), (name, True), (typed.core, True)):
        matches = source.matches(form, fuzzy=fuzzy)
        if typed.own and form != name:
            matches = () if fuzzy else _towns_of(matches, hints)
        if not matches:
            continue
        stated = Typed(name) if form == name else typed
        chosen = _best(name, matches, stated, hints, near, holders)
        if chosen.place is not None:
            return chosen
        refusal = refusal or chosen.reason
    part = _PART.match(typed.core)
    if part is not None and not refusal:
        whole = choose(source, part["whole"], hints, near, containers)
        if whole.place is not None:
            return Choice(whole.place, f"part of {whole.place.name}", PlacePrecision.AREA, whole.certain)
    return Choice(None, refusal or f"no place called {name} in the gazetteer")


def _towns_of(matches: Sequence[Match], hints: Mapping[str, float]) -> tuple[Match, ...]:
    """The towns in the countries of the story that a building may be called after because it stands there."""
    return tuple(
        m
        for m in matches
        if m.place.kind == "city" and hints.get(m.place.country) and m.place.population >= _KNOWN_ALONE
    )


def _best(
    name: str,
    matches: Sequence[Match],
    typed: Typed,
    hints: Mapping[str, float],
    near: Sequence[GazetteerPlace],
    holders: Sequence[Sequence[GazetteerPlace]],
) -> Choice:
    scored = []
    alone = len({match.place.country for match in matches if match.fit == 1.0}) == 1
    for match in matches:
        place = match.place
        inside = [any(contains(holder, place) for holder in places) for places in holders]
        if holders and not any(inside):
            continue
        if not holders and not _plausible(name, match, alone, hints, near):
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
        return Choice(None, f"places called {name} are known only in {', '.join(where)}, not in the story's countries")
    scored.sort(key=lambda entry: (-entry[0], entry[1].id))
    score, place, reasons = scored[0]
    if not holders and _recurs_nearer(place, hints, near):
        return Choice(None, f"places called {name} are known only in {place.country}, not in the story's countries")
    others = [other for other in scored[1:] if not _same_area(place, other[1])]
    lead = score - others[0][0] if others else _UNRIVALLED
    if others:
        reasons.append(f"{len(others)} other places of this name")
    named = typed.precision if place.kind != "neighbourhood" else None  # "the Karrada district" is a part of a town
    precision = max(place.precision, named or place.precision, key=_COARSER.index)
    return Choice(place, "; ".join(reasons), precision, round(1 / (1 + math.exp(-lead)), 3))


def _score(
    match: Match, typed: Typed, hints: Mapping[str, float], near: Sequence[GazetteerPlace]
) -> tuple[float, list[str]]:
    place = match.place
    reasons = ["name" if match.fit == 1.0 else "other name" if match.fit >= 0.9 else "like-sounding name"]
    score = _SIZE * math.log10(place.population + 10) + _KIND.get(place.kind, 0.0) - _FIT * (1 - match.fit)
    if not place.country:
        score += _TRANSNATIONAL
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


def _plausible(
    name: str, match: Match, alone: bool, hints: Mapping[str, float], near: Sequence[GazetteerPlace]
) -> bool:
    """Whether a place can be meant without its country being mentioned.

    ``alone`` says that all places of just this name lie in one country.
    """
    place = match.place
    if not hints or hints.get(place.country, 0.0) > 0 or not place.country or place.kind == "country":
        return True
    if any(distance_km(place.point, other.point) < _NEAR_KM for other in near):
        return True
    if match.fit < _OTHER_NAME or is_common_word(name):
        return False
    if _RECURRING.match(name) and not _is_capital(place) and place.population < _METROPOLIS:
        return False
    if place.kind in _KNOWN_KINDS or place.population >= _WORLD_KNOWN:
        return True
    if not alone or match.fit < 1.0:
        return False
    return place.population >= _KNOWN_ALONE or _in_region(place, hints)


def _recurs_nearer(place: GazetteerPlace, hints: Mapping[str, float], near: Sequence[GazetteerPlace]) -> bool:
    """Whether a place has an Arabic name, and lies in another part of the world than the story."""
    if not hints or not _ARABIC.match(place.name) or _is_capital(place) or place.population >= _METROPOLIS:
        return False
    return not _in_region(place, hints) and not any(distance_km(place.point, n.point) < _NEAR_KM for n in near)


def _in_region(place: GazetteerPlace, hints: Mapping[str, float]) -> bool:
    return _region(place.country) in {_region(code) for code in hints}


def _is_capital(place: GazetteerPlace) -> bool:
    country = countries.default().of_capital(place.name)
    return country is not None and country.code == place.country


def _region(code: str) -> str:
    country = countries.default().get(code)
    return country.region if country is not None and country.region else code


def _same_area(first: GazetteerPlace, second: GazetteerPlace) -> bool:
    """Whether two places of one name hardly differ: a town and the division called after it."""
    return first.country == second.country and (
        contains(first, second) or contains(second, first) or distance_km(first.point, second.point) < _SAME_AREA_KM
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
