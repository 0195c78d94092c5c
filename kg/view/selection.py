"""Narrows a graph to a case: a period, a place, a group, a person, a kind of event, a verdict."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from anyascii import anyascii

from kg.view.records import Event, Place, Thing


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; what is None or empty does not narrow.

    ``first`` and ``last`` bound the period: an event stays if it can have happened within. ``place``, ``group`` and
    ``person`` are parts of names, whatever their accents; a place also holds what lies inside
    it. ``kind`` is the name of a class in words ("air strike"), ``status`` a verdict.
    """

    first: date | None = None
    last: date | None = None
    place: str = ""
    group: str = ""
    person: str = ""
    kind: str = ""
    status: str = ""

    @property
    def empty(self) -> bool:
        """Whether it keeps everything."""
        return self == Selection()

    def keeps(self, event: Event) -> bool:
        """Whether the event belongs to the case."""
        return (
            self._in_period(event)
            and (not self.place or any(self._matches_place(place) for place in event.places))
            and (not self.group or _named(event, "Group", self.group))
            and (not self.person or _named(event, "Person", self.person))
            and (not self.kind or any(plain(self.kind) == plain(name) for name in (*event.types, *event.classes)))
            and (not self.status or event.status == self.status.replace(" ", "-"))
        )

    def _in_period(self, event: Event) -> bool:
        if self.first is None and self.last is None:
            return True
        when = event.when
        if when is None:
            return False
        first, last = when.earliest or when.latest, when.latest or when.earliest
        assert first is not None
        assert last is not None
        return (self.first is None or last >= self.first) and (self.last is None or first <= self.last)

    def _matches_place(self, place: Place) -> bool:
        wanted = plain(self.place)
        return any(wanted in plain(found.label) or wanted == found.key for found in (place, *place.within))

    @property
    def words(self) -> str:
        """The case in words."""
        parts = [
            f"from {self.first}" if self.first else "",
            f"until {self.last}" if self.last else "",
            f"place: {self.place}" if self.place else "",
            f"group: {self.group}" if self.group else "",
            f"person: {self.person}" if self.person else "",
            f"kind: {self.kind}" if self.kind else "",
            f"status: {self.status}" if self.status else "",
        ]
        return ", ".join(part for part in parts if part)


def bounds(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year: ``2018-12-02``, ``2018-12``, ``2018``.

    Raises:
        ValueError: it is none of these.
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        final = monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1), date(year, month or 12, day or final)
    except ValueError:
        raise ValueError(f"a day, month or year like 2018-12-02, 2018-12 or 2018, not {text!r}") from None


def plain(text: str) -> str:
    """A name for comparing: without accents, marks and capitals, in Latin letters."""
    return " ".join(anyascii(text).lower().replace("-", " ").replace("'", "").split())


def _named(event: Event, kind: str, wanted: str) -> bool:
    text = plain(wanted)
    parties = (s.value for s in event.statements if isinstance(s.value, Thing) and s.value.kind == kind)
    return any(text in plain(party.label) or wanted == party.key for party in parties)
