"""Scores two tellings: how surely they tell one event, and why.

What excludes comes first (other stage, types that exclude each other, days apart, countries apart); then each
agreement adds its weight and each disagreement takes some away. The weights stand in one table.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from kg.model import Coordinates, PlacePrecision, Predicate, Stage
from kg.names import SAME as SAME_NAME
from kg.names import compare
from kg.resolve.judgement import Node
from kg.resolve.kinds import fit
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation, distance, relate

SAME = 0.6
"""From this score on two tellings are of one event, if they also share more than day and place."""

WEIGHTS = {
    "killed person": 0.5,
    "victim of that name": 0.35,
    "victim of a name like that": 0.15,
    "captive or injured person": 0.4,
    "same day": 0.3,
    "day before or after": 0.05,
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
    "numbers far apart": -0.12,
    "same weapon": 0.05,
    "reports of one story": 0.12,
    "the only one of its day in both": 0.15,
    "type": 0.12,
}

_LIKE = 0.5
_WINDOW = 7
_MONTH = 31
_TOLD = 3
_MANY = 20
_NEAR_KM, _FAR_KM = 30.0, 150.0
_BROAD = frozenset(
    {PlacePrecision.COUNTRY, PlacePrecision.AREA, PlacePrecision.PROVINCE, PlacePrecision.SEA_AIR}
)
_HURT = (Predicate.CAPTIVE, Predicate.INJURED_VICTIM, Predicate.VICTIM)


@dataclass(frozen=True, slots=True)
class Match:
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


def match(one: Telling, two: Telling) -> Match:
    """How surely two tellings are of one event; symmetric."""
    excluded = _excluded(one, two)
    if excluded:
        return Match(0.0, (excluded,))
    one_death = bool(one.killed & two.killed)
    relation = relate(one.times, two.times)
    if relation is Relation.APART and not (one_death and _one_death_told_twice(one, two)):
        return Match(0.0, (f"{distance(one.times, two.times)} days apart",), identity=one_death)
    found: list[tuple[str, float]] = []
    tied = _people(one, two, found)
    tied |= _numbers(one, two, found)
    _time(relation, found)
    _places(one, two, found)
    likeness = fit(one.types, two.types)
    found.append((f"type fits {likeness:.1f}", WEIGHTS["type"] * likeness))
    if one.weapons & two.weapons:
        found.append(("same weapon", WEIGHTS["same weapon"]))
    told_alike = _one_story(one, two)
    if told_alike:
        found.append(("reports of one story", WEIGHTS["reports of one story"] * told_alike))
        if one.lone and two.lone and relation is Relation.SAME:
            found.append(("the only one of its day in both", WEIGHTS["the only one of its day in both"]))
            tied = True
    total = sum(worth for _, worth in found)
    if one_death and _survived(one, two, relation):
        found.append(("the death was denied or only suspected, and no date joins the two", 0.0))
        total = min(total, SAME - 0.01)
    elif one_death:
        total = max(total, SAME + 0.2 * total)
    reasons = tuple(f"{why} {worth:+.2f}" if worth else why for why, worth in found)
    return Match(round(min(max(total, 0.0), 1.0), 3), reasons, tied or one_death, one_death)


def _excluded(one: Telling, two: Telling) -> str:
    if (one.stage is Stage.ACCOMPLISHED) != (two.stage is Stage.ACCOMPLISHED):
        return f"one {one.stage}, one {two.stage}"
    if fit(one.types, two.types) == 0:
        return f"a {one.types[0] if one.types else 'event'} is no {two.types[0] if two.types else 'event'}"
    if one.countries and two.countries and not one.countries & two.countries and not _shared_place(one, two):
        return "in different countries"
    return ""


def _one_death_told_twice(one: Telling, two: Telling) -> bool:
    """Whether two dates for a death can be a disagreement: a few days, or a text that contradicts itself.

    Where a death was denied or only suspected, the person may have survived, and the two are two events.
    """
    if one.denied or two.denied or not (one.flat and two.flat):
        return False
    return one.document == two.document or distance(one.times, two.times) <= _WINDOW


def _survived(one: Telling, two: Telling, relation: Relation) -> bool:
    """Whether the person may have outlived one of the two: a doubtful death, and only the name joins them."""
    if one.document == two.document or relation >= Relation.WIDE or not (one.denied or two.denied):
        return False
    return one.issued is None or two.issued is None or abs((one.issued - two.issued).days) > _MONTH


def _one_story(one: Telling, two: Telling) -> float:
    """How much of the people, groups and places of one document the other names, from 0 to 1."""
    if one.document == two.document or not one.story or not two.story:
        return 0.0
    if one.issued is not None and two.issued is not None and abs((one.issued - two.issued).days) > _WINDOW:
        return 0.0
    shared = len(one.story & two.story) / min(len(one.story), len(two.story))
    return min(1.0, shared / 0.5) if len(one.story & two.story) >= _TOLD else 0.0


def _people(one: Telling, two: Telling, found: list[tuple[str, float]]) -> bool:
    tied = False
    for predicate in (Predicate.FATAL_VICTIM, *_HURT):
        left, right = one.known.get(predicate, set()), two.known.get(predicate, set())
        if not (left and right):
            continue
        name = _acquaintance(one, two, left, right, predicate is Predicate.FATAL_VICTIM)
        found.append((name, WEIGHTS[name]))
        tied = WEIGHTS[name] > 0
        break
    if one.actors & two.actors:
        found.append(("same perpetrator", WEIGHTS["same perpetrator"]))
        tied = True
    elif one.sides & two.sides:
        found.append(("perpetrators of one side", WEIGHTS["perpetrators of one side"]))
        tied = True
    elif one.actors and two.actors:
        found.append(("other perpetrator", WEIGHTS["other perpetrator"]))
    if (one.patients & two.patients) - one.killed:
        found.append(("same target", WEIGHTS["same target"]))
        tied = True
    elif one.words & two.words:
        words = sorted(one.words & two.words)
        share = len(words) / min(len(one.words), len(two.words))
        worth = WEIGHTS["same words for the target"] * (1.0 if share >= 0.5 else 0.6)
        found.append((f"same words for the target ({', '.join(words[:3])})", worth))
        tied = True
    elif one.aims and two.aims:
        found.append(("other targets", WEIGHTS["other targets"]))
    return tied


def _acquaintance(one: Telling, two: Telling, left: set[Node], right: set[Node], dead: bool) -> str:
    """How the named people in one role of two tellings stand to each other, by the name of the weight."""
    if left & right:
        return "killed person" if dead else "captive or injured person"
    likeness = max(
        compare(a, b).value for x in left for y in right for a in one.names[x] for b in two.names[y]
    )
    if likeness >= SAME_NAME:
        return "victim of that name"
    return "victim of a name like that" if likeness >= _LIKE else "other named victims"


def _numbers(one: Telling, two: Telling, found: list[tuple[str, float]]) -> bool:
    tied = False
    for kind in sorted(one.counts.keys() & two.counts.keys()):
        shared = one.counts[kind] & two.counts[kind]
        if shared:
            telling = min(1.0, max(shared) / 5)
            found.append((f"{max(shared)} {kind[0]}", WEIGHTS["same number"] * telling))
            tied |= max(shared) >= 3
        elif _far(one.counts[kind], two.counts[kind]):
            many = min(min(one.counts[kind]), min(two.counts[kind])) >= _MANY
            cost = WEIGHTS["numbers far apart"] * (0.5 if many else 1.0)
            found.append((f"numbers of {kind[0]} far apart", cost))
    return tied


def _far(one: set[int], two: set[int]) -> bool:
    return min(max(a, b) / min(a, b) for a in one for b in two) > 1.6


def _time(relation: Relation, found: list[tuple[str, float]]) -> None:
    name = {Relation.SAME: "same day", Relation.NEAR: "day before or after", Relation.WIDE: "times that fit"}
    if relation in name:
        found.append((name[relation], WEIGHTS[name[relation]]))


def _shared_place(one: Telling, two: Telling) -> bool:
    return bool(one.places.keys() & two.places.keys())


def _places(one: Telling, two: Telling, found: list[tuple[str, float]]) -> None:
    shared = one.places.keys() & two.places.keys()
    narrow = [root for root in shared if not _broad(one, root)]
    inside = (one.places.keys() & two.around) | (two.places.keys() & one.around)
    if narrow:
        name = "same place"
    elif any(not _country(one, two, root) for root in inside | shared):
        name = "place within place"
    elif _near(one.points, two.points):
        name = "near places"
    elif shared or inside or one.countries & two.countries:
        name = "same country"
        if _all_narrow(one) and _all_narrow(two):
            found.append(
                ("other places", WEIGHTS["other places"] * (2 if _distant(one.points, two.points) else 1))
            )
    elif one.places and two.places:
        name = "other places"
    else:
        return
    found.append((name, WEIGHTS[name]))


def _broad(telling: Telling, root: Node) -> bool:
    info = telling.places[root].place
    return info is not None and info.precision in _BROAD


def _country(one: Telling, two: Telling, root: Node) -> bool:
    entity = one.places.get(root) or two.places.get(root)
    return (
        entity is not None and entity.place is not None and entity.place.precision is PlacePrecision.COUNTRY
    )


def _all_narrow(telling: Telling) -> bool:
    return bool(telling.places) and not any(_broad(telling, root) for root in telling.places)


def _near(one: list[Coordinates], two: list[Coordinates]) -> bool:
    return any(kilometres(a, b) <= _NEAR_KM for a in one for b in two)


def _distant(one: list[Coordinates], two: list[Coordinates]) -> bool:
    return bool(one and two) and all(kilometres(a, b) > _FAR_KM for a in one for b in two)


def kilometres(one: Coordinates, two: Coordinates) -> float:
    """Great-circle distance between two points of the Earth."""
    lat, lon = radians(two.latitude - one.latitude), radians(two.longitude - one.longitude)
    a = sin(lat / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(two.latitude)) * sin(lon / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, a)))
