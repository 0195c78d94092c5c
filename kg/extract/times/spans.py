"""Intervals of days: months, years, weeks and parts of them, and how precise an interval is."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from kg.extract.times.expressions import Part, Unit
from kg.model import TimePrecision, TimeSpan

Interval = tuple[date, date]
_DAY = timedelta(days=1)


def valid_date(year: int | None, month: int, day: int) -> bool:
    """Whether such a day exists; without a year, in any year."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    return day <= calendar.monthrange(2000 if year is None else year, month)[1]


def shifted(day: date, days: int) -> date:
    """A day some days away, kept within the years that dates can hold."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def month_of(year: int, month: int) -> Interval:
    """First and last day of a month; ``month`` may run over the ends of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, 1), 9999)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int, years: int = 1) -> Interval:
    """First day of a year and last day of the last of ``years`` years."""
    first = min(max(year, 1), 9999)
    return date(first, 1, 1), date(min(max(year + years - 1, 1), 9999), 12, 31)


def week_of(day: date) -> Interval:
    """Monday to Sunday of the week that a day lies in."""
    monday = shifted(day, -day.weekday())
    return monday, shifted(monday, 6)


def weekend_of(day: date) -> Interval:
    """The last Saturday and Sunday of which the first is not after a day."""
    saturday = shifted(day, -((day.weekday() - 5) % 7))
    return saturday, shifted(saturday, 1)


def part_of(interval: Interval, part: Part | None) -> Interval:
    """The early, middle or late part of a period.

    Of a month days 1-10, 10-20 and 21 to the end; of a longer period its thirds, the middle one a little
    wider since people mean it loosely; of a week its halves.
    """
    first, last = interval
    if part is None:
        return interval
    length = (last - first).days + 1
    if 28 <= length <= 31:
        cut = {Part.EARLY: (0, 9), Part.MID: (9, 19), Part.LATE: (20, length - 1)}[part]
    elif length >= 300:
        fraction = {Part.EARLY: (0, 4), Part.MID: (4, 8), Part.LATE: (8, 12)}[part]
        cut = (length * fraction[0] // 12, length * fraction[1] // 12 - 1)
    else:
        third = max(1, length // 3)
        cut = {
            Part.EARLY: (0, third),
            Part.MID: (third, 2 * third),
            Part.LATE: (length - 1 - third, length - 1),
        }[part]
    return shifted(first, cut[0]), shifted(first, min(cut[1], length - 1))


def moved(interval: Interval, unit: Unit, count: int) -> Interval:
    """An interval moved by whole units; months and years keep the day where that day exists."""
    first, last = interval
    if unit in (Unit.MINUTE, Unit.HOUR):
        return interval
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        days = count * (1 if unit is Unit.DAY else 7)
        return shifted(first, days), shifted(last, days)
    months = count * (1 if unit is Unit.MONTH else 12)
    return _add_months(first, months), _add_months(last, months)


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9999), index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def precision_of(interval: Interval) -> TimePrecision:
    """The finest precision that an interval of days may claim; more than a year is only bounded."""
    days = (interval[1] - interval[0]).days + 1
    for limit, precision in (
        (1, TimePrecision.DAY), (6, TimePrecision.DAYS), (7, TimePrecision.WEEK), (31, TimePrecision.MONTH),
    ):  # fmt: skip
        if days <= limit:
            return precision
    return TimePrecision.BOUND


def date_precision(span: TimeSpan) -> int | None:
    """UCDP's date_prec of a time: 1 a day, 2 two to six days, 3 a week, 4 eight to thirty days or a month, 5
    longer.

    None where an end is open: UCDP would not date such an event. (UCDP GED codebook 25.1, date_prec.)
    """
    if span.earliest is None or span.latest is None:
        return None
    days = (span.latest - span.earliest).days + 1
    by_length = next((code for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4)) if days <= limit), 5)
    named = {TimePrecision.DAYS: 2, TimePrecision.WEEK: 3, TimePrecision.MONTH: 4, TimePrecision.YEAR: 5}
    return max(by_length, named.get(span.precision, 1))
