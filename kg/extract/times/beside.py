"""What the time beside another one adds to it: "14 July of the same year", "in 2003 ... in May", "a year ago today"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from kg.extract.times.expressions import Ago, CalendarDate, Deictic, Range, Relative, TimeExpression, Unit, Weekday
from kg.extract.times.spans import month_of, shifted, valid_date
from kg.extract.times.stated_date import in_dateline
from kg.model import TimePrecision, TimeSpan

_OF = re.compile(r",?\s*(?:of|in)?\s*", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:(?:early|late|again)\s+)?(?:in|during|throughout)\s+", re.IGNORECASE)
_SAME = re.compile(r"\s*[,(]\s*(?:on\s+)?", re.IGNORECASE)
_YEAR_LINE = re.compile(r"^[ \t*#]*(19\d\d|20[0-4]\d)[ \t]*[:.–—-]?[ \t]*$", re.MULTILINE)
_LOOK_BACK = 12  # earlier times among which one with a year is sought
_BACK = 5  # times that a story goes rather on than back
_CLOSE = 31  # days from the date before that are rather near it than in the report's own weeks
_NEWS = 45  # days before a report in which a date without a year is rather meant than in an earlier year
_NEAR = 3  # characters between "a year ago" and "today"


def of_a_year(one: TimeExpression, two: TimeExpression | None, text: str) -> bool:
    """Whether the second says of which year the first is: "14 July of the same year"."""
    if not _open_year(one) or not isinstance(two, Relative) or two.unit is not Unit.YEAR or two.event_at is not None:
        return False
    return bool(_OF.fullmatch(text[one.span.end : two.span.begin]))


def ago_today(one: TimeExpression, two: TimeExpression | None, text: str) -> bool:
    """Whether the second only says to the day or week how long ago the first was: "ten years ago this week"."""
    if not isinstance(one, Ago) or not isinstance(two, Deictic) or two.offset or two.clock is not None:
        return False
    gap = text[one.span.end : two.span.begin]
    return not gap.strip() and len(gap) <= _NEAR


def to_the_day(expression: Ago, two: Deictic, issued: date | None) -> TimeSpan | None:
    """The day of "three years ago today"; None where the words are not that precise."""
    much = expression.amount
    if issued is None or two.unit is not Unit.DAY or much.low != much.high or much.approximate:
        return None
    many = much.low * expression.direction
    day: date | None
    match expression.unit:
        case Unit.YEAR:
            year = issued.year + many
            day = issued.replace(year=year) if valid_date(year, issued.month, issued.day) else None
        case Unit.MONTH:
            first = month_of(issued.year, issued.month + many)[0]
            day = first.replace(day=issued.day) if valid_date(first.year, first.month, issued.day) else None
        case Unit.WEEK:
            day = shifted(issued, 7 * many)
        case _:
            day = None
    basis = f"relative to the report of {issued}"
    return TimeSpan(day, day, TimePrecision.DAY, text=expression.text, basis=basis) if day is not None else None


def year_told_before(
    expression: TimeExpression, before: TimeExpression | None, text: str, sentence: tuple[int, int], issued: date | None
) -> TimeExpression:
    """A month or day with the year told right before it in its sentence: "in 2003, 400 were killed in May".

    Behind a date with a year it is the next such month; nothing is put behind the day of the report.
    """
    if not _open_year(expression) or not isinstance(before, CalendarDate) or before.year is None:
        return expression
    assert isinstance(expression, CalendarDate)
    if before.span.begin < sentence[0] or ";" in text[before.span.end : expression.span.begin]:
        return expression
    year = before.year
    if before.month is None:
        if not _OPENS.fullmatch(text[sentence[0] : before.span.begin]):
            return expression
    elif (expression.month or 0, expression.day or 31) < (before.month, before.day or 1):
        year += 1
    late = issued is not None and (year, expression.month or 0) > (issued.year, issued.month)
    return expression if late else replace(expression, year=year)


def with_year(
    expression: TimeExpression, span: TimeSpan | None, resolve: Callable[[TimeExpression], TimeSpan | None]
) -> TimeSpan | None:
    """A month or day in the year that is meant by the words behind it; None where that year is unknown."""
    if span is None or span.earliest is None or span.latest is None or span.earliest.year != span.latest.year:
        return None
    assert isinstance(expression, CalendarDate)
    found = resolve(replace(expression, year=span.earliest.year))
    return replace(found, inferred=found.inferred or span.inferred, basis=span.basis) if found is not None else None


def same_time(one: TimeExpression, two: TimeExpression | None, text: str) -> bool:
    """Whether the second is the day that the first only counts to: "three weeks later, on 1 February"."""
    if not isinstance(one, Relative | Ago) or (isinstance(one, Relative) and one.event_at is not None):
        return False
    if not isinstance(two, CalendarDate | Weekday) or (isinstance(two, CalendarDate) and two.day is None):
        return False
    return bool(_SAME.fullmatch(text[one.span.end : two.span.begin]))


def of_the_years_told(
    expression: TimeExpression,
    told: Sequence[tuple[TimeExpression, TimeSpan]],
    text: str,
    issued: date | None,
) -> TimeExpression:
    """A day or month in the year of the last full date before it: "on 9 January 2021 … on 11 January".

    Where the report has a date, only within a paragraph, and not if the days before the report are meant as well.
    """
    if isinstance(expression, Range) and _open_year(expression.first) and _open_year(expression.last):
        last = of_the_years_told(expression.last, told, text, issued)  # "on 22 and 23 March"
        return replace(expression, last=last)
    if not _open_year(expression):
        return expression
    assert isinstance(expression, CalendarDate)
    headed = _year_heading(expression, text)
    if headed is not None:
        return replace(expression, year=headed)
    known = next((t for t in reversed(told[-_LOOK_BACK:]) if _of_known_year(t, text, issued)), None)
    if known is None or known[1].earliest is None:
        return expression
    day = known[1].earliest
    if issued is not None:
        between = text[known[0].span.end : expression.span.begin]
        if day.year >= issued.year or "\n\n" in between:
            return expression
        close = any(abs(((_on(expression, y) or date.min) - day).days) <= _CLOSE for y in (day.year, day.year + 1))
        next_to = known is told[-1] and between.count(". ") <= 1
        if (issued - _latest(expression, issued)).days <= _NEWS and not (close and next_to):
            return expression
    years = [y for y in (day.year - 1, day.year, day.year + 1) if _fits(expression, y, issued)]
    year = min(years, key=lambda y: _steps(day, _on(expression, y) or day), default=None)
    return replace(expression, year=year) if year is not None else expression


def _steps(day: date, other: date) -> int:
    """How far a story goes from one day to another: rather on than back."""
    days = (other - day).days
    return days if days >= 0 else -days * _BACK


def _fits(expression: CalendarDate, year: int, issued: date | None) -> bool:
    day = _on(expression, year)
    if day is None or (issued is not None and day > issued):
        return False
    return expression.weekday is None or expression.day is None or day.weekday() == expression.weekday


def _latest(expression: CalendarDate, issued: date) -> date:
    """The last such day or month up to the report."""
    found = (_on(expression, year) for year in (issued.year, issued.year - 1, issued.year - 4))
    return next((day for day in found if day is not None and day <= issued), date.min)


def _on(expression: CalendarDate, year: int) -> date | None:
    month, day = expression.month or 1, expression.day or 1
    return date(year, month, day) if valid_date(year, month, day) else None


def _of_known_year(told: tuple[TimeExpression, TimeSpan], text: str, issued: date | None) -> bool:
    """Whether a time says or knows of what year it is: a full date, "the same week" of one in an earlier year."""
    expression, span = told
    if isinstance(expression, Relative) and expression.unit is not Unit.YEAR:
        past = issued is None or (span.latest is not None and span.latest.year < issued.year)
        return past and span.precision not in (TimePrecision.YEAR, TimePrecision.BOUND)
    return _full_date(expression) and not in_dateline(text, expression)


def _full_date(expression: TimeExpression) -> bool:
    if isinstance(expression, Range):
        return _full_date(expression.last)
    return isinstance(expression, CalendarDate) and None not in (expression.year, expression.month)


def _year_heading(expression: CalendarDate, text: str) -> int | None:
    """The year that stands alone in a line above, as in timelines."""
    years = _YEAR_LINE.findall(text, 0, expression.span.begin)
    return int(years[-1]) if years else None


def _open_year(expression: TimeExpression) -> bool:
    """Whether an expression is a month or day of the calendar without any word for its year."""
    if not isinstance(expression, CalendarDate) or expression.month is None:
        return False
    return expression.year is None and expression.year_shift is None and expression.shift is None
