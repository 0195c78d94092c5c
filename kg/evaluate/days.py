"""Days, months, years and ranges of them as gold annotations write them, and when two agree."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Days = tuple[date | None, date | None]
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def days(text: str | None) -> Days | None:
    """First and last day of an ISO day, month, year or range; None for anything else."""
    first, _, last = (text or "").partition("/")
    begin, end = _span(first), _span(last or first)
    return (begin[0], end[1]) if begin and end else None


def _span(text: str) -> tuple[date, date] | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def same_days(found: Days, gold: Days) -> bool:
    """Equal, or up to a month that holds the gold; of a gold month or year, a week or more of it will do."""
    if found == gold:
        return True
    (begin, end), (first, last) = found, gold
    if begin is None or end is None or first is None or last is None:
        return False
    if begin <= first and last <= end:
        return end - begin <= timedelta(days=31)
    week, month = timedelta(days=6), timedelta(days=27)
    return first <= begin and end <= last and last - first >= month and end - begin >= week
