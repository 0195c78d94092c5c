"""Where sources disagree on an event: something one asserts and another denies, or values that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from kg.model import Category
from kg.view.claims import Claim
from kg.view.records import Event, Place, Statement, Thing, Toll, When

CATEGORY = "category"
"""The role of a point on whether those harmed were civilians or fighters."""

_WEIGHTS = {
    "occurred": 4, "fatalVictim": 4, "perpetrator": 4, "casualties": 3, CATEGORY: 3, "time": 2, "location": 2
}  # fmt: skip
_FINE = frozenset({"exact", "near", "district"})
_APART = 0.5
"""Degrees of latitude or longitude from which on two places are not one spot told in two ways."""

Above = Mapping[str, Set[str]]
"""Whom a party belongs to, leads or speaks for, and whom those belong to, by IRIs."""
"""How much it matters on what sources disagree; everything else counts 1."""


@dataclass(frozen=True, slots=True)
class Position:
    """One of the things said on a point, with those who say so and those who deny or doubt it."""

    statement: Statement
    support: tuple[Claim, ...]
    denial: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What is disagreed on: a property of the event and the positions on it."""

    role: str
    label: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event on which sources disagree. The higher the ``weight``, the worse: see ``weigh``."""

    event: Event
    points: tuple[Point, ...]
    weight: int


def conflict(event: Event, claims: Iterable[Claim], above: Above) -> Conflict | None:
    """The disagreements on one event; None if there are none."""
    support: dict[str, list[Claim]] = defaultdict(list)
    denial: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for statement in claim.statements:
            (support if claim.stance == "supports" else denial)[statement.id].append(claim)
    by_role: dict[str, list[Position]] = defaultdict(list)
    for statement in event.statements:
        for_it, against = _sides(support[statement.id], denial[statement.id])
        by_role[statement.role].append(Position(statement, for_it, against))
    points = [
        Point(role, positions[0].statement.role_label, tuple(found))
        for role, positions in sorted(by_role.items())
        if (found := _opposed(positions, above))
    ]
    kinds = _paired(by_role["casualties"], lambda a, b: _civilians_or_fighters(a.statement.value, b.statement.value))
    if kinds:
        points.append(Point(CATEGORY, "civilian or fighter", tuple(kinds)))
    if not points:
        return None
    points.sort(key=lambda p: (-_WEIGHTS.get(p.role, 1), p.role))
    return Conflict(event, tuple(points), weigh(points))


def weigh(points: Iterable[Point]) -> int:
    """How bad it is: for every point, what it is about times how many claimants take part in it."""
    total = 0
    for point in points:
        claims = [claim for position in point.positions for claim in (*position.support, *position.denial)]
        total += _WEIGHTS.get(point.role, 1) * len({claim.claimant.id for claim in claims})
    return total


def _sides(support: list[Claim], denial: list[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Those for and against something, without claimants who say both in one report."""
    torn = {_source(claim) for claim in support} & {_source(claim) for claim in denial}
    for_it, against = (tuple(c for c in claims if _source(c) not in torn) for claims in (support, denial))
    return for_it, against


def _source(claim: Claim) -> tuple[str, str]:
    return claim.claimant.id, claim.quote.document.id


def _opposed(positions: list[Position], above: Above) -> list[Position]:
    """Positions that are denied though somebody supports them, and those that exclude each other."""
    denied = {p.statement.id for p in positions if p.denial and p.support}
    rivals = _paired(positions, lambda a, b: _exclude(a.statement, b.statement, above))
    found = denied | {p.statement.id for p in rivals}
    return [p for p in positions if p.statement.id in found]


def _paired(positions: Iterable[Position], exclude: Callable[[Position, Position], bool]) -> list[Position]:
    """Positions of different sources that exclude each other."""
    found: dict[str, Position] = {}
    for one, other in combinations([p for p in positions if p.support], 2):
        if exclude(one, other) and not _one_source(one.support, other.support):
            found |= {one.statement.id: one, other.statement.id: other}
    return [found[key] for key in sorted(found)]


def _one_source(one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Whether one claimant says both in one report: then the two are parts of one account."""
    return not {_source(claim) for claim in one}.isdisjoint(_source(claim) for claim in other)


def _exclude(one: Statement, other: Statement, above: Above) -> bool:
    """Whether both cannot be true: times without a common day, places apart, counts that no number fits, rivals."""
    a, b = one.value, other.value
    if isinstance(a, When) and isinstance(b, When):
        return not a.overlaps(b)
    if isinstance(a, Toll) and isinstance(b, Toll):
        return a.outcome == b.outcome and (_short_of(a, b) or _short_of(b, a))
    if isinstance(a, Place) and isinstance(b, Place):
        return not (_holds(a, b) or _holds(b, a)) and _distant(a, b)
    if one.role == "perpetrator" and isinstance(a, Thing) and isinstance(b, Thing):
        strangers = b.id not in above.get(a.id, ()) and a.id not in above.get(b.id, ())
        return strangers and not (a.unnamed or b.unnamed)
    return False


def _civilians_or_fighters(one: object, other: object) -> bool:
    """Whether one counts civilians, the other fighters, with the same outcome."""
    if not (isinstance(one, Toll) and isinstance(other, Toll)) or one.outcome != other.outcome:
        return False
    return {one.wider, other.wider} == {"civilians", "combatants"} and one.number != 0 and other.number != 0


def _distant(one: Place, other: Place) -> bool:
    """Whether two places, each known finely, lie apart."""
    if one.precision not in _FINE or other.precision not in _FINE:
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return abs(one.latitude - other.latitude) > _APART or abs(one.longitude - other.longitude) > _APART


def _short_of(whole: Toll, part: Toll) -> bool:
    """Whether one counts fewer people than another counts among the same, or among some of them."""
    if whole.category not in (part.category, part.wider, Category.ALL_PEOPLE):
        return False
    most = whole.high if whole.high is not None else (whole.best if whole.low is None else None)
    least = part.low if part.low is not None else part.best
    return most is not None and most < (least or 0)


def _holds(outer: Place, inner: Place) -> bool:
    return any(around.id == outer.id for around in inner.within)
