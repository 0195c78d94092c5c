"""Reads complete calendar dates as newspapers write them; what lacks a year or reads two ways is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![A-Za-z])\.?,?\s+"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19|20)\d\d"
_TIME = r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
_FULL = re.compile(
    rf"(?<![\w./-])(?:{WEEKDAY})?(?:"
    rf"(?P<iso>{_YEAR}(?P<mark>[-/.])[01]\d(?P=mark)[0-3]\d){_TIME}"
    rf"|(?P<day>{DAY})(?:\s+of)?[\s-]+(?P<month>{MONTH}),?[\s-]+(?P<year>{_YEAR})"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>{DAY}),?\s+(?P<year2>{_YEAR})"
    rf"|(?P<first>[0-3]?\d)(?P<sep>[./-])(?P<second>[0-3]?\d)(?P=sep)(?P<year3>{_YEAR})"
    r")(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date and where in the text it is written."""

    day: date
    begin: int
    end: int


def find_dates(text: str) -> Iterator[Written]:
    """The complete dates in a text, in order.

    Figures count only where one reading makes sense: ``13/05/2019`` is the 13th of May, ``04/05/2019``
    could be the 4th or the 5th month and is left alone; with full stops the day comes first.
    """
    for match in _FULL.finditer(text):
        day = _day_of(match)
        if day is not None:
            yield Written(day, match.start(), match.end())


def date_at(text: str, position: int) -> Written | None:
    """The complete date that begins exactly here, None if there is none."""
    match = _FULL.match(text, position)
    day = _day_of(match) if match else None
    return Written(day, match.start(), match.end()) if match and day else None


def calendar_day(year: int, month: str, day: str) -> date | None:
    """The day of a year, a month's name and a day's number with its ending, None if there is no such."""
    return _make(year, _MONTHS.index(month[:3].lower()) + 1, int(re.sub(r"\D", "", day)))


def _day_of(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["iso"]:
        return _make(*(int(number) for number in re.split(r"[-/.]", part["iso"])))
    if part["year3"]:
        return _figures(int(part["first"]), int(part["second"]), int(part["year3"]), part["sep"] == ".")
    return calendar_day(
        int(part["year"] or part["year2"]), part["month"] or part["month2"], part["day"] or part["day2"]
    )


def _figures(first: int, second: int, year: int, day_first: bool) -> date | None:
    if day_first or first > 12 or first == second:
        return _make(year, second, first)
    return _make(year, first, second) if second > 12 else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
