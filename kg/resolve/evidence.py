"""What speaks for and against two tellings being of one event; the weights stand in one table."""

from __future__ import annotations

import sys
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from kg.model import Coordinates, Outcome, PlacePrecision, Predicate
from kg.names import SAME as SAME_NAME
from kg.names import compare
from kg.resolve.judgement import Node
from kg.resolve.kinds import fit
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation, bounds, days

WEIGHTS = {
    "killed person": 0.5,
    "victim of that name": 0.35,
    "victim of a name like that": 0.15,
    "victim of that description": 0.15,
    "captive or injured person": 0.4,
    "same day": 0.3,
    "day before or after": 0.05,
    "same month": 0.15,
    "times that fit": 0.08,
    "same place": 0.25,
    "place within place": 0.18,
    "near places": 0.15,
    "same country": 0.08,
    "other places": -0.12,
    "same perpetrator": 0.15,
    "perpetrators of one side": 0.1,
    "other perpetrator": -0.05,
    "same target": 0.15,
    "same words for the target": 0.14,
    "other named victims": -0.35,
    "other targets": -0.18,
    "same number": 0.12,
    "numbers that agree": 0.08,
    "numbers far apart": -0.12,
    "same weapon": 0.05,
    "reports of one story": 0.12,
    "the only one of its day in both": 0.15,
    "type": 0.12,
}

WINDOW = 7
"""Days within which two reports may be of one story, and two dates of one death a mistake."""

_LIKE = 0.5
TOLD = 3
MANY = 20
_MONTH = 31
_TELLING_NUMBER = 3
_FAR = 1.6
_ALIKE = 0.9
_THERE = ("same place", "place within place")
_SEVERAL, _RISE = 10, 4  # dead at first, and how many times as many there may be in the end
_NEAR_KM, _FAR_KM = 30.0, 150.0
_BROAD = frozenset({PlacePrecision.COUNTRY, PlacePrecision.AREA, PlacePrecision.PROVINCE, PlacePrecision.SEA_AIR})
_HURT = (Predicate.FATAL_VICTIM, Predicate.CAPTIVE, Predicate.INJURED_VICTIM, Predicate.VICTIM)
_WHEN = {
    Relation.SAME: "same day",
    Relation.NEAR: "day before or after",
    Relation.WIDE: "times that fit",
}


@dataclass(slots=True)
class Evidence:
    """Findings about two tellings, what each is worth, and whether one of them ties the two to one event."""

    found: list[tuple[str, str, float]] = field(default_factory=list)
    tied: bool = False
    total: float = 0.0

    def add(self, name: str, share: float = 1.0, note: str = "") -> None:
        """Notes a finding by the name of its weight."""
        worth = WEIGHTS[name] * share
        self.found.append((name, note, worth))
        self.total += worth

    @property
    def reasons(self) -> tuple[str, ...]:
        """The findings in words."""
        return tuple([_reason(name, note, worth) for name, note, worth in self.found])


@lru_cache(maxsize=65536)
def _reason(name: str, note: str, worth: float) -> str:
    return sys.intern(f"{name}{note} {worth:+.2f}") if worth else f"{name}{note}"


@lru_cache
def _fits(likeness: float) -> str:
    return f" fits {likeness:.1f}"


def gather(one: Telling, two: Telling, relation: Relation) -> Evidence:
    """All that speaks for and against two tellings being of one event; ``relation`` is their times'."""
    evidence = Evidence()
    _victims(one, two, evidence)
    _perpetrators(one, two, evidence)
    _targets(one, two, evidence)
    if one.counts and two.counts:
        _numbers(one, two, evidence)
    if relation is Relation.WIDE and _one_month(one, two):
        evidence.add("same month")
    elif relation in _WHEN:
        evidence.add(_WHEN[relation])
    if one.places and two.places:  # what one tells nothing of lies nowhere; a country is only known with a place
        _places(one, two, evidence)
    likeness = fit(one.types, two.types)
    evidence.add("type", likeness, _fits(likeness))
    if likeness >= _ALIKE and disasters(one, two, relation):
        evidence.tied |= any(name in _THERE for name, _, _ in evidence.found)
    if one.weapons & two.weapons:
        evidence.add("same weapon")
    _story(one, two, relation, evidence)
    return evidence


def disasters(one: Telling, two: Telling, relation: Relation) -> bool:
    """Whether both tell the only event of one day in which people were hurt, and each that many died.

    If both were at one place they were one: a town has one such blast a day.
    """
    if relation is not Relation.SAME or not (one.lone and two.lone):
        return False
    return all(any(low >= _SEVERAL for low, _ in told.counts.get(Outcome.KILLED, ())) for told in (one, two))


def _victims(one: Telling, two: Telling, evidence: Evidence) -> None:
    """Who was hurt, by name, else by what is said of somebody with a name and of somebody without."""
    known = acquaintance(one, two)
    if known:
        evidence.add(known)
        evidence.tied |= WEIGHTS[known] > 0
        return
    for named, unnamed in ((one, two), (two, one)):
        shared = named.profile & unnamed.described
        if named.killed and shared and 2 * len(shared) >= len(unnamed.described):
            evidence.add("victim of that description", note=f" ({', '.join(sorted(shared)[:3])})")
            evidence.tied = True
            return


def _one_month(one: Telling, two: Telling) -> bool:
    """Whether both give the same month or shorter span."""
    return any(bounds(a) == bounds(b) and days(a) < _MONTH for a in one.times for b in two.times)


def acquaintance(one: Telling, two: Telling) -> str:
    """What the named people make of two tellings, those in the first role that both give to somebody; empty if none."""
    if one.known and two.known:
        for role in _HURT:
            left, right = one.known.get(role), two.known.get(role)
            if left and right:
                return _acquaintance(one, two, left, right, role is Predicate.FATAL_VICTIM)
    return ""


def _acquaintance(one: Telling, two: Telling, left: Set[Node], right: Set[Node], dead: bool) -> str:
    if not left.isdisjoint(right):
        return "killed person" if dead else "captive or injured person"
    likeness = max(compare(a, b).value for x in left for y in right for a in one.names[x] for b in two.names[y])
    if likeness >= SAME_NAME:
        return "victim of that name"
    return "victim of a name like that" if likeness >= _LIKE else "other named victims"


def _perpetrators(one: Telling, two: Telling, evidence: Evidence) -> None:
    if not one.actors.isdisjoint(two.actors):
        evidence.add("same perpetrator")
        evidence.tied = True
    elif not one.sides.isdisjoint(two.sides):
        evidence.add("perpetrators of one side")
        evidence.tied = True
    elif one.identified and two.identified and one.blamed and two.blamed:
        # who only denies having done it says nothing of who did, "gunmen" nothing of whose they were
        evidence.add("other perpetrator")


def _targets(one: Telling, two: Telling, evidence: Evidence) -> None:
    if not one.patients.isdisjoint(two.patients) and not (one.patients & two.patients) <= one.killed:
        evidence.add("same target")
        evidence.tied = True
    elif not one.words.isdisjoint(two.words):
        words = sorted(one.words & two.words)
        share = len(words) / min(len(one.words), len(two.words))
        evidence.add("same words for the target", 1.0 if share >= 0.5 else 0.6, f" ({', '.join(words[:3])})")
        evidence.tied = True
    elif one.aims and two.aims:
        evidence.add("other targets")


def _numbers(one: Telling, two: Telling, evidence: Evidence) -> None:
    """One or two dead are nothing special; the more, the more an equal number tells."""
    for kind in sorted(one.counts.keys() & two.counts.keys()):
        pairs = [(a, b) for a in one.counts[kind] for b in two.counts[kind]]
        shared = max((a[0] for a, b in pairs if a[0] == b[0]), default=0)
        if shared:
            evidence.add("same number", min(1.0, shared / 5), f" {kind} ({shared})")
            evidence.tied |= shared >= _TELLING_NUMBER
        elif any(_within(a, b) or _within(b, a) for a, b in pairs):
            evidence.add("numbers that agree", note=f" ({kind})")
            evidence.tied = True
        elif not _risen(one, two, pairs) and min(max(a, b) / min(a, b) for (a, _), (b, _) in pairs) > _FAR:
            # of one disaster the first tolls differ by factors; of three dead hardly
            many = min(number for pair in pairs for number, _ in pair) >= MANY
            evidence.add("numbers far apart", 0.25 if many else 1.0, f" ({kind})")


def _risen(one: Telling, two: Telling, pairs: Sequence[tuple[tuple[int, int | None], tuple[int, int | None]]]) -> bool:
    """Whether a toll told within days of another is higher, as that of one disaster is day by day."""
    if one.issued is None or two.issued is None or one.issued == two.issued:
        return False
    earlier = one.issued < two.issued
    if abs((two.issued - one.issued).days) > WINDOW:
        return False
    grown = [(a, b) if earlier else (b, a) for (a, _), (b, _) in pairs]
    return any(_SEVERAL <= before <= after <= _RISE * before for before, after in grown)


def _within(bound: tuple[int, int | None], number: tuple[int, int | None]) -> bool:
    """Whether "more than 200" may be 224: a bound on many people, and a number not far from it."""
    return MANY <= bound[0] <= number[0] <= (bound[1] or bound[0] * _FAR)


def _places(one: Telling, two: Telling, evidence: Evidence) -> None:
    shared = one.places.keys() & two.places.keys()
    if shared and any(not _broad(one, root) for root in shared):
        evidence.add("same place")
        return
    inside = (one.places.keys() & two.around) | (two.places.keys() & one.around)
    if any(not _is_country(one, two, root) for root in inside | shared):
        evidence.add("place within place")
    elif any(kilometres(a, b) <= _NEAR_KM for a in one.points for b in two.points):
        evidence.add("near places")
    elif shared or inside or not one.countries.isdisjoint(two.countries):
        evidence.add("same country")
        if _all_narrow(one) and _all_narrow(two):
            evidence.add("other places", 2.0 if _far_apart(one, two) else 1.0)
    else:
        evidence.add("other places")


def _broad(telling: Telling, root: Node) -> bool:
    info = telling.places[root].place
    return info is not None and info.precision in _BROAD


def _is_country(one: Telling, two: Telling, root: Node) -> bool:
    entity = one.places.get(root) or two.places.get(root)
    return entity is not None and entity.place is not None and entity.place.precision is PlacePrecision.COUNTRY


def _all_narrow(telling: Telling) -> bool:
    return bool(telling.places) and not any(_broad(telling, root) for root in telling.places)


def _far_apart(one: Telling, two: Telling) -> bool:
    """Whether two tellings' places are far from each other, or, where nobody knows that, in two districts."""
    points, others = one.points, two.points
    if points and others:
        return _distant(points, others)
    return bool(one.around - two.around) and bool(two.around - one.around)


def _distant(one: list[Coordinates], two: list[Coordinates]) -> bool:
    return all(kilometres(a, b) > _FAR_KM for a in one for b in two)


def kilometres(one: Coordinates, two: Coordinates) -> float:
    """Great-circle distance between two points of the Earth."""
    lat, lon = radians(two.latitude - one.latitude), radians(two.longitude - one.longitude)
    a = sin(lat / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(two.latitude)) * sin(lon / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, a)))


def _story(one: Telling, two: Telling, relation: Relation, evidence: Evidence) -> None:
    """How much of the people, groups and places of one document the other names, if they are of one week."""
    if one.document == two.document or not one.story or not two.story:
        return
    if one.issued is not None and two.issued is not None and abs((one.issued - two.issued).days) > WINDOW:
        return
    shared = one.story & two.story
    if len(shared) < TOLD:
        return
    evidence.add("reports of one story", min(1.0, 2 * len(shared) / min(len(one.story), len(two.story))))
    if one.lone and two.lone and relation is Relation.SAME:
        evidence.add("the only one of its day in both")
        evidence.tied = True
