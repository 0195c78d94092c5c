"""Dates of the calendar to intervals: fills in a missing year, month or day from the day of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.expressions import Ambiguous, CalendarDate, Era, Occasion, Part, Tense
from kg.extract.times.spans import month_of, part_of, precision_of, shifted, valid_date, year_of
from kg.model import TimePrecision, TimeSpan

_AHEAD = 3  # days by which a date may follow the report's date without being meant for the year before
_STATED = "stated"
_WEEKDAY_YEARS = 6  # how far back a weekday may move a day and month: the shortest cycles of weekdays are 5 and 6 years


def calendar_date(expression: CalendarDate, context: Context) -> TimeSpan | None:
    """The day, month or year that is meant."""
    if expression.year_shift is not None:
        if context.issued is None:
            return None
        year = context.issued.year + expression.year_shift
        found = calendar_date(replace(expression, year=year, year_shift=None), context)
        return replace(found, basis=f"year {context.basis}") if found else None
    if expression.day is not None and expression.month is not None:
        return _day_and_month(expression, expression.month, expression.day, context)
    if expression.day is not None:
        return _day_of_month(expression, expression.day, context)
    if expression.month is not None:
        return _month(expression, expression.month, context)
    if expression.year is None:
        return None
    return _period(year_of(expression.year), TimePrecision.YEAR, expression.part, _STATED)


def _period(
    interval: tuple[date, date],
    precision: TimePrecision,
    part: Part | None,
    basis: str,
    inferred: bool = False,
) -> TimeSpan:
    first, last = part_of(interval, part)
    return TimeSpan(first, last, precision, inferred=inferred, basis=basis)


def _on(day: date, basis: str, inferred: bool = False) -> TimeSpan:
    return TimeSpan(day, day, TimePrecision.DAY, inferred=inferred, basis=basis)


def _day_and_month(expression: CalendarDate, month: int, day: int, context: Context) -> TimeSpan | None:
    if expression.year is not None:
        if not 1 <= expression.year <= 9999 or not valid_date(expression.year, month, day):
            return None
        return _on(date(expression.year, month, day), _STATED)
    if context.issued is None:
        return _from_era(expression, month, day, context)
    issued = context.issued
    years = range(issued.year - _WEEKDAY_YEARS - 2, issued.year + 9)
    days = [date(year, month, day) for year in years if 1 <= year <= 9999 and valid_date(year, month, day)]
    past = [found for found in days if found <= shifted(issued, _AHEAD)]
    future = [found for found in days if found >= issued]
    plain = future[0] if context.tense is Tense.FUTURE and future else (past[-1] if past else None)
    if plain is None:
        return None
    if expression.weekday is None or plain.weekday() == expression.weekday:
        return _on(plain, f"year {context.basis}")
    near = [found for found in days if abs((found - issued).days) <= 366 and found.weekday() == expression.weekday]
    if near:
        return _on(min(near, key=lambda found: abs((found - issued).days)), f"weekday and {context.basis}")
    earlier = [found for found in past[-_WEEKDAY_YEARS:] if found.weekday() == expression.weekday]
    return _on(earlier[-1], "year from the weekday", inferred=True) if earlier else None


def _from_era(expression: CalendarDate, month: int, day: int, context: Context) -> TimeSpan | None:
    """A day without a year, dated by the one year of the era that fits its weekday."""
    if context.era is None:
        return None
    first, last = context.era
    years = [year for year in range(max(first, 1), min(last, 9999) + 1) if valid_date(year, month, day)]
    if expression.weekday is not None:
        years = [year for year in years if date(year, month, day).weekday() == expression.weekday]
    if len(years) != 1:
        return None
    how = "year from the weekday and the years in the text" if expression.weekday is not None else "year of the report"
    return _on(date(years[0], month, day), how, inferred=True)


def _day_of_month(expression: CalendarDate, day: int, context: Context) -> TimeSpan | None:
    """``Tuesday, the 3rd``: the nearest month in which day and weekday agree."""
    issued = context.issued
    if issued is None:
        return None
    steps = range(13) if context.tense is Tense.FUTURE else range(0, -13, -1)
    for step in steps:
        first = month_of(issued.year, issued.month + step)[0]
        if not valid_date(first.year, first.month, day):
            continue
        found = first.replace(day=day)
        late = found > shifted(issued, _AHEAD) if context.tense is not Tense.FUTURE else found < issued
        if not late and (expression.weekday is None or found.weekday() == expression.weekday):
            return _on(found, f"month {context.basis}")
    return None


def _month(expression: CalendarDate, month: int, context: Context) -> TimeSpan | None:
    part = expression.part
    if expression.year is not None:
        return _period(month_of(expression.year, month), TimePrecision.MONTH, part, _STATED)
    issued = context.issued
    if issued is None:
        if context.era is None or context.era[0] != context.era[1]:
            return None
        return _period(month_of(context.era[0], month), TimePrecision.MONTH, part, "year of the report", inferred=True)
    year = issued.year if month <= issued.month else issued.year - 1
    if expression.shift == -1 and month == issued.month:
        year = issued.year - 1
    elif expression.shift == 0:
        year = issued.year
    elif expression.shift == 1 or context.tense is Tense.FUTURE:
        later = month > issued.month or (month == issued.month and expression.shift != 1)
        year = issued.year if later else issued.year + 1
    return _period(month_of(year, month), TimePrecision.MONTH, part, f"year {context.basis}")


def ambiguous(expression: Ambiguous) -> TimeSpan | None:
    """From the earliest to the latest reading of day and month in figures."""
    days = sorted(
        date(option.year, option.month, option.day)
        for option in expression.options
        if option.year and option.month and option.day
    )
    if not days:
        return None
    interval = days[0], days[-1]
    precision = TimePrecision.MONTH if precision_of(interval) is not TimePrecision.BOUND else TimePrecision.YEAR
    return TimeSpan(*interval, precision, basis="day and month may be swapped")


def era(expression: Era) -> TimeSpan:
    """A decade or century, or its early, middle or late years."""
    first, years = expression.first, expression.years
    cuts = {Part.EARLY: (0, 4), Part.MID: (3, 7), Part.LATE: (6, 10)}
    if expression.part is not None:
        low, high = cuts[expression.part]
        first, years = first + low * years // 10, (high - low) * years // 10
    interval = year_of(first, years)
    return TimeSpan(*interval, TimePrecision.BOUND, basis=_STATED)


_SEASON_MONTHS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 15)}


def occasion(expression: Occasion, context: Context) -> TimeSpan | None:
    """A season of a year by the northern calendar; a feast of a year only by the year; else open.

    What moves with Easter is counted from that of the Western churches, without a year from the last one.
    """
    year = expression.year
    if expression.moves is not None:
        return _moving_feast(expression.moves, year, context)
    if year is None:
        return None
    if not expression.season:
        return _period(year_of(year), TimePrecision.YEAR, expression.part, "year stated, days of the feast open")
    first, last = _SEASON_MONTHS[expression.name]
    interval = month_of(year, first)[0], month_of(year, last)[1]
    if expression.name == "winter":
        interval = date(max(year, 1), 1, 1), month_of(year, last)[1]
    return TimeSpan(*interval, TimePrecision.YEAR, inferred=True, basis=f"northern {expression.name}")


def _moving_feast(days: tuple[int, int], year: int | None, context: Context) -> TimeSpan | None:
    if year is not None:
        return _of_easter(days, year, "the feast by the Western calendar")
    issued = context.issued
    if issued is None:
        return None
    past = context.tense is not Tense.FUTURE
    found = [_of_easter(days, each, f"feast {context.basis}") for each in range(issued.year - 1, issued.year + 2)]
    if past:
        return next((span for span in reversed(found) if span.earliest is not None and span.earliest <= issued), None)
    return next((span for span in found if span.latest is not None and span.latest >= issued), None)


def _of_easter(days: tuple[int, int], year: int, basis: str) -> TimeSpan:
    sunday = easter(min(max(year, 1), 9998))
    interval = shifted(sunday, days[0]), shifted(sunday, days[1])
    return TimeSpan(*interval, precision_of(interval), inferred=True, basis=basis)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap - moon_shift + 15) % 30
    to_sunday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
