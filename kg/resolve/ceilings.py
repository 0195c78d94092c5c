"""What two tellings can have in common at most, at a fraction of the cost of weighing it.

Most pairs that share a day, or a place and a group, tell two events; they end here.
"""

from __future__ import annotations

from kg.resolve.evidence import MANY, TOLD, WEIGHTS, acquaintance, disasters
from kg.resolve.kinds import fit
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation

_ROUNDED = 0.001
_WHEN = {
    Relation.SAME: WEIGHTS["same day"],
    Relation.NEAR: WEIGHTS["day before or after"],
    Relation.WIDE: max(WEIGHTS["same month"], WEIGHTS["times that fit"]),
}
_TYPE, _WEAPON = WEIGHTS["type"], WEIGHTS["same weapon"]
_PERPETRATOR, _SIDE = WEIGHTS["same perpetrator"], WEIGHTS["perpetrators of one side"]
_TARGET = max(WEIGHTS["same target"], WEIGHTS["same words for the target"])
_EQUAL, _AGREEING = WEIGHTS["same number"], WEIGHTS["numbers that agree"]
_STORY, _LONE = WEIGHTS["reports of one story"], WEIGHTS["the only one of its day in both"]
_DESCRIBED = WEIGHTS["victim of that description"]
_PLACE, _NARROW = WEIGHTS["same place"], max(WEIGHTS["place within place"], WEIGHTS["near places"])
_COUNTRY, _ELSEWHERE = WEIGHTS["same country"], WEIGHTS["other places"]


def ceiling(one: Telling, two: Telling, relation: Relation) -> tuple[float, bool]:
    """For two tellings in which no one person dies, no less than all evidence comes to (``kg.resolve.evidence``), and
    False where nothing can tie the two to one event.
    """
    total, tied = _ROUNDED + _WHEN.get(relation, 0.0) + _TYPE * fit(one.types, two.types), False
    known = acquaintance(one, two)
    if known:
        total, tied = total + WEIGHTS[known], WEIGHTS[known] > 0
    elif not (one.profile.isdisjoint(two.described) and two.profile.isdisjoint(one.described)):
        total, tied = total + _DESCRIBED, True
    if not one.actors.isdisjoint(two.actors):
        total, tied = total + _PERPETRATOR, True
    elif not one.sides.isdisjoint(two.sides):
        total, tied = total + _SIDE, True
    if not (one.patients.isdisjoint(two.patients) and one.words.isdisjoint(two.words)):
        total, tied = total + _TARGET, True
    if one.counts and two.counts:
        worth = _numbers(one, two)
        total, tied = total + worth, tied or worth > 0
    if len(one.story & two.story) >= TOLD:
        total += _STORY
        if relation is Relation.SAME and one.lone and two.lone:
            total, tied = total + _LONE, True
    if not one.weapons.isdisjoint(two.weapons):
        total += _WEAPON
    if one.places and two.places:
        total += _places(one, two)
    return total, tied or disasters(one, two, relation)


def _numbers(one: Telling, two: Telling) -> float:
    worth = 0.0
    for kind in one.counts.keys() & two.counts.keys():
        counted, others = one.counts[kind], two.counts[kind]
        if not {low for low, _ in counted}.isdisjoint(low for low, _ in others):
            worth += _EQUAL
        elif any(low >= MANY for low, _ in (*counted, *others)):
            worth += _AGREEING
    return worth


def _places(one: Telling, two: Telling) -> float:
    if not one.places.keys().isdisjoint(two.places):
        return _PLACE
    if not (two.around.isdisjoint(one.places) and one.around.isdisjoint(two.places)) or (one.points and two.points):
        return _NARROW
    return _ELSEWHERE if one.countries.isdisjoint(two.countries) else _COUNTRY
