"""Decides on two tellings: how surely they tell one event, and why.

What excludes comes first: another stage, types that exclude each other, days apart, countries apart. Then the
evidence is weighed. A person dies once, so the death of one person joins two tellings, unless the death is
doubtful or one of them tells the deaths of several people at once.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Stage
from kg.resolve.ceilings import ceiling
from kg.resolve.evidence import WINDOW, gather
from kg.resolve.kinds import fit, lineage
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation, distance, when

SAME = 0.6
"""From this score on two tellings are of one event, if they also share more than day and place."""

_MONTH = 31
_CLOSE = 0.01


class Match(NamedTuple):
    """How surely two tellings are of one event, from 0 to 1, and why.

    ``tied`` says that they share something of the event itself beside its day and place; ``identity`` that
    they tell the death of one person.
    """

    score: float
    reasons: tuple[str, ...]
    tied: bool = False
    identity: bool = False

    @property
    def same(self) -> bool:
        """Whether the two are taken for one event."""
        return self.score >= SAME and self.tied


def match(one: Telling, two: Telling, least: float | None = None, explained: bool = True) -> Match:
    """How surely two tellings are of one event; symmetric.

    Two that tell no one's death and cannot come to ``least`` are not weighed; nor, if it is not to be ``explained``,
    are two that nothing can tie to one event. Reasons are given only if it is.
    """
    one_death = not one.killed.isdisjoint(two.killed)
    relation = when(one, two)
    excluded = _excluded(one, two, one_death and relation >= Relation.NEAR)
    if excluded:
        return Match(0.0, (excluded,), identity=one_death)
    if relation is Relation.APART and not (one_death and _told_twice(one, two)):
        apart = distance(one.times, two.times)
        return Match(0.0, (f"{apart} days apart" if apart else "other days of the year",), identity=one_death)
    if least is not None and not one_death:
        most, tied = ceiling(one, two, relation)
        if most < least or not (tied or explained):
            return Match(0.0, ())
    evidence = gather(one, two, relation)
    total = evidence.total
    reasons = evidence.reasons if explained and (one_death or total >= (least or 0.0) - _CLOSE) else ()
    if not one_death:
        return Match(_score(total), reasons, evidence.tied)
    doubt = _doubtful(one, two, relation)
    if doubt:
        reasons = (*reasons, doubt)
        total = min(total, SAME - _CLOSE)
    else:
        total = max(total, SAME + 0.2 * total)
    return Match(_score(total), reasons, tied=True, identity=True)


def _score(total: float) -> float:
    return round(min(max(total, 0.0), 1.0), 3)


def _excluded(one: Telling, two: Telling, died_that_day: bool) -> str:
    """Why the two cannot be one event; reports of a death on one day may differ on how it came about."""
    if (one.stage is Stage.ACCOMPLISHED) != (two.stage is Stage.ACCOMPLISHED):
        return f"one {one.stage}, one {two.stage}"
    if fit(one.types, two.types) == 0 and not died_that_day:
        return f"a {one.types[0] if one.types else 'event'} is no {two.types[0] if two.types else 'event'}"
    if one.countries and two.countries and one.countries.isdisjoint(two.countries):
        return "in different countries" if one.places.keys().isdisjoint(two.places) else ""
    return ""


def _told_twice(one: Telling, two: Telling) -> bool:
    """Whether two dates for a death can be a disagreement: a few days, or a text that contradicts itself.

    Where a death was denied or only suspected, the person may have survived, and the two are two events.
    """
    if one.denied or two.denied or not (one.flat and two.flat):
        return False
    return one.document == two.document or distance(one.times, two.times) <= WINDOW


def _doubtful(one: Telling, two: Telling, relation: Relation) -> str:
    """Why two tellings of one person's death may be two events all the same, empty if nothing says so."""
    denied = one.denied or two.denied
    if relation < Relation.WIDE and denied and not _of_one_month(one, two):
        return "the death was denied, and no date joins the two"
    if one.document == two.document:
        return ""
    more = [telling for telling, other in ((one, two), (two, one)) if telling.killed - other.killed]
    if relation < Relation.NEAR and not all(map(_is_attack, more)):
        return "one of them tells of several people's deaths, perhaps on several days"
    return ""


def _of_one_month(one: Telling, two: Telling) -> bool:
    """Whether two reports came out so close together that they tell one rumour; one report tells two."""
    if one.document == two.document or one.issued is None or two.issued is None:
        return False
    return abs((one.issued - two.issued).days) <= _MONTH


def _is_attack(telling: Telling) -> bool:
    """Whether everybody in it was harmed by one blow."""
    return any("Attack" in lineage(kind) for kind in telling.types)
