"""Reads the dateline of an agency report: ``PLACE, Region, Month day, year (AGENCY) --``.

Agencies and papers leave out one part or another. A dateline shows itself by its place in capitals or by the
bracketed agency or dash that ends it; a place with a date in the middle of a sentence is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.documents import dates
from kg.documents.agencies import agency

_NO_MONTH = rf"(?!{dates.MONTH}\s)(?!{dates.WEEKDAY})"
_CAPITALS = rf"{_NO_MONTH}[A-Z][A-Z'’.-]+(?:[ ]{_NO_MONTH}[A-Z][A-Z'’.-]+){{0,3}}(?![a-z])"
_NAME = rf"{_NO_MONTH}[A-Z][\w'’.-]+(?:[ ](?:of|and|the|el|al|de|{_NO_MONTH}[A-Z][\w'’.-]*)){{0,3}}"
_PLACE = re.compile(rf"[\W_]{{0,4}}(?:(?P<capitals>{_CAPITALS})|{_NAME})(?:[,/]\s*{_NAME}){{0,2}}")
_BRACKET = re.compile(r"[,:;]?\s*[(\[](?P<inside>[^()\[\]\n]{2,50})[)\]]")
_BEFORE_DATE = re.compile(r"[,:;.]?\s+")
_NO_YEAR = re.compile(
    rf"(?:{dates.WEEKDAY})?(?:{dates.MONTH}\s+{dates.DAY}|{dates.DAY}\s+{dates.MONTH})(?!\w)", re.IGNORECASE
)
# Wire services of the last century: "BOGOTA, 7 SEP 89 (EFE) --".
_TWO_FIGURES = re.compile(rf"(?P<day>{dates.DAY})\s+(?P<month>{dates.MONTH})\s+(?P<year>\d\d)(?![\w:])", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:--+|[–—―]|-(?=\s)|:(?=\s))")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day and the agency a dateline gives; either may be missing. ``end`` is where the report goes on."""

    issued: date | None
    source: str | None
    end: int


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line begins with, None if it begins otherwise."""
    place = _PLACE.match(line)
    if not place:
        return None
    position = place.end()
    inside: list[str] = []
    position = _bracket(line, position, inside)
    gap = _BEFORE_DATE.match(line, position)
    issued, after = _date(line, gap.end()) if gap else (None, None)
    if after is not None:
        position = _bracket(line, after, inside)
    if line.lstrip().startswith("(") and line.startswith(")", position):
        position += 1  # "(Nairobi, March 19, 2014) –"
    dash = _DASH.match(line, position)
    names = [name for name in map(agency, inside) if name]
    if not names and inside and dash:
        names = [inside[-1].strip()]
    marked = bool(dash or names)
    in_capitals = bool(place["capitals"])
    has_date = after is not None
    if not ((marked and (in_capitals or has_date or names)) or (in_capitals and has_date)):
        return None
    return Dateline(issued, names[-1] if names else None, dash.end() if dash else position)


def _bracket(line: str, position: int, inside: list[str]) -> int:
    match = _BRACKET.match(line, position)
    if not match:
        return position
    inside.append(match["inside"])
    return match.end()


def _date(line: str, position: int) -> tuple[date | None, int | None]:
    """The date here and where it ends; a date without a year has an end but no day."""
    full = dates.date_at(line, position)
    if full:
        return full.day, full.end
    short = _TWO_FIGURES.match(line, position)
    if short:
        figures = int(short["year"])
        day = dates.calendar_day(figures + (1900 if figures >= 70 else 2000), short["month"], short["day"])
        return day, short.end()
    partial = _NO_YEAR.match(line, position)
    return None, partial.end() if partial else None
