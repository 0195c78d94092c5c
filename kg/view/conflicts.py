"""Where sources disagree on an event: something one asserts and another denies, or values that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.view.claims import Claim
from kg.view.records import Event, Place, Statement, Toll, When

_WEIGHTS = {"occurred": 4, "fatalVictim": 4, "perpetrator": 4, "casualties": 3, "time": 2, "location": 2}
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


def conflict(event: Event, claims: Iterable[Claim]) -> Conflict | None:
    """The disagreements on one event; None if there are none."""
    support: dict[str, list[Claim]] = defaultdict(list)
    denial: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for statement in claim.statements:
            (support if claim.stance == "supports" else denial)[statement.id].append(claim)
    by_role: dict[str, list[Position]] = defaultdict(list)
    for statement in event.statements:
        by_role[statement.role].append(Position(statement, tuple(support[statement.id]), tuple(denial[statement.id])))
    points = [
        Point(role, positions[0].statement.role_label, tuple(found))
        for role, positions in sorted(by_role.items())
        if (found := _opposed(positions))
    ]
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


def _opposed(positions: list[Position]) -> list[Position]:
    """Positions that are denied though somebody supports them, and those that exclude each other."""
    found = {p.statement.id for p in positions if p.denial and p.support}
    for one, other in combinations([p for p in positions if p.support], 2):
        if _exclude(one.statement, other.statement):
            found |= {one.statement.id, other.statement.id}
    return [p for p in positions if p.statement.id in found]


def _exclude(one: Statement, other: Statement) -> bool:
    """Whether both cannot be true: different times, places neither of which holds the other, different counts."""
    a, b = one.value, other.value
    if isinstance(a, When) and isinstance(b, When):
        return not a.overlaps(b)
    if isinstance(a, Toll) and isinstance(b, Toll):
        return (a.outcome, a.category) == (b.outcome, b.category) and _apart(a, b)
    if isinstance(a, Place) and isinstance(b, Place):
        verdicts = {one.status, other.status}
        return bool(verdicts & {"disputed", "discounted"}) and not (_holds(a, b) or _holds(b, a))
    return False


def _apart(one: Toll, other: Toll) -> bool:
    """Whether no number fits both counts."""

    def bounds(toll: Toll) -> tuple[int, int]:
        low = toll.low if toll.low is not None else toll.best
        high = toll.high if toll.high is not None else (toll.best if toll.low is None else None)
        return low or 0, 10**9 if high is None else high

    (low, high), (least, most) = bounds(one), bounds(other)
    return max(low, least) > min(high, most)


def _holds(outer: Place, inner: Place) -> bool:
    return any(around.id == outer.id for around in inner.within)
