"""Compares times that are known to different precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from typing import Protocol

from kg.model import TimePrecision, TimeSpan

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)
_LEAP = 2000


class Dated(Protocol):
    """What has times, or days of a year that nothing tells (``--06-15``)."""

    @property
    def times(self) -> Sequence[TimeSpan]: ...

    @property
    def days(self) -> Sequence[str]: ...


class Relation(IntEnum):
    """How the times of two tellings stand to each other, the more telling the higher."""

    APART = 0
    UNKNOWN = 1
    WIDE = 2
    NEAR = 3
    SAME = 4


def bounds(span: TimeSpan) -> tuple[date, date]:
    """First and last possible day; an open side reaches as far as dates go."""
    return span.earliest or _FIRST, span.latest or _LAST


def days(span: TimeSpan) -> int:
    """How many days a span leaves open between its ends; 0 for one day."""
    first, last = bounds(span)
    return (last - first).days


def known(span: TimeSpan) -> bool:
    """Whether a span says anything at all."""
    return span.earliest is not None or span.latest is not None


def contains(outer: TimeSpan, inner: TimeSpan) -> bool:
    """Whether one span lies wholly within the other: they agree and differ in precision only."""
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return a <= c and d <= b


def gap(first: TimeSpan, second: TimeSpan) -> int:
    """Days between two spans, 0 where they touch or overlap."""
    (a, b), (c, d) = bounds(first), bounds(second)
    if c <= b and a <= d:
        return 0
    return max((c - b).days, (a - d).days)


def exact(span: TimeSpan) -> bool:
    """Whether a span names a day, or two or three."""
    if span.earliest is None or span.latest is None:
        return False
    return span.earliest == span.latest or days(span) <= 2


def loose(span: TimeSpan) -> bool:
    """Whether a span may be a day wrong: it was inferred, or its words leave some days open."""
    return span.inferred or span.precision is TimePrecision.DAYS


def relate(first: Sequence[TimeSpan], second: Sequence[TimeSpan]) -> Relation:
    """How the times that two tellings give for one event agree, by the pair that agrees best."""
    if not first or not second:
        return Relation.UNKNOWN
    if len(first) == len(second) == 1 and known(first[0]) and known(second[0]):
        return _pair(first[0], second[0])
    pairs = [(a, b) for a in first for b in second if known(a) and known(b)]
    return max((_pair(a, b) for a, b in pairs), default=Relation.UNKNOWN)


def when(first: Dated, second: Dated) -> Relation:
    """How two tellings agree on when it was: by their times, else by the days of a year that nothing tells.

    A report of unknown date that says "on June 15" is of no other day of any year.
    """
    relation = relate(first.times, second.times)
    if relation is not Relation.UNKNOWN or not (first.days or second.days):
        return relation
    one, two = _days_of_year(first), _days_of_year(second)
    if not one or not two:
        return Relation.UNKNOWN
    if not one.isdisjoint(two):
        return Relation.SAME
    return Relation.APART if min(abs(a - b) for a in one for b in two) > 1 else Relation.UNKNOWN


def _days_of_year(telling: Dated) -> set[int]:
    """Days counted from the first of January of a leap year; times that leave more than a day open give none."""
    told = {date.fromisoformat(f"{_LEAP}{day[1:]}") for day in telling.days}
    told |= {
        span.earliest.replace(year=_LEAP) for span in telling.times if span.earliest is not None and days(span) == 0
    }
    return {day.timetuple().tm_yday for day in told}


def distance(first: Iterable[TimeSpan], second: Iterable[TimeSpan]) -> int:
    """Days between the nearest times of two tellings; 0 if either gives none."""
    return min((gap(a, b) for a in first for b in second if known(a) and known(b)), default=0)


def _pair(first: TimeSpan, second: TimeSpan) -> Relation:
    apart = gap(first, second)
    if apart == 0:
        return Relation.SAME if exact(first) and exact(second) else Relation.WIDE
    if apart == 1 and (loose(first) or loose(second)) and exact(first) and exact(second):
        return Relation.NEAR
    return Relation.APART
