"""The shape of a graph in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.view.records import STATUSES, Event


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a graph holds. The pairs are names with counts, the most frequent first.

    ``first`` and ``last`` are the first and last day on which an accepted event can have happened.
    """

    events: int
    people: int
    groups: int
    places: int
    documents: int
    claims: int
    statements: int
    facts: int
    by_status: tuple[tuple[str, int], ...]
    by_type: tuple[tuple[str, int], ...]
    by_stance: tuple[tuple[str, int], ...]
    dated: int
    located: int
    first: date | None
    last: date | None


def period(events: Iterable[Event]) -> tuple[date | None, date | None]:
    """First and last day of the events whose time is a fact."""
    times = [event.when for event in events if event.dated and event.when is not None]
    firsts = [t.earliest for t in times if t.earliest]
    lasts = [t.latest for t in times if t.latest]
    return min(firsts, default=None), max(lasts, default=None)


def by_status(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    """How many events have each verdict, the firmest first."""
    found = Counter(event.status for event in events)
    return tuple((status.replace("-", " "), found[status]) for status in STATUSES if found[status])


def by_type(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    """How many events are of each kind, by their most specific class."""
    found = Counter(event.types[0] for event in events if event.types)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
