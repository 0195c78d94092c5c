"""Times told by their distance: from the day of the report, or from another time."""

from __future__ import annotations

from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.expressions import Ago, Amount, Deictic, Relative, Stretch, Tense, Unit, Weekday
from kg.extract.times.spans import (
    Interval,
    month_of,
    moved,
    part_of,
    precision_of,
    shifted,
    week_of,
    weekend_of,
    year_of,
)
from kg.model import TimePrecision, TimeSpan

_NAMED = {
    Unit.DAY: TimePrecision.DAY, Unit.WEEKEND: TimePrecision.DAYS, Unit.WEEK: TimePrecision.WEEK,
    Unit.MONTH: TimePrecision.MONTH, Unit.YEAR: TimePrecision.YEAR,
}  # fmt: skip
_FEW_HOURS = 6
_FIRST_HALF = ("dawn", "daybreak", "morning", "noon", "midday")
_SECOND_HALF = ("afternoon", "evening", "noon", "midday")
_ORDER = list(TimePrecision)
# How far back "recent" reaches, and a bare plural at most.
_RECENT = {Unit.HOUR: 1, Unit.MINUTE: 1, Unit.DAY: 7, Unit.WEEK: 31, Unit.MONTH: 366}


def period_of(unit: Unit, day: date) -> Interval:
    """The calendar period that a day lies in."""
    match unit:
        case Unit.WEEK:
            return week_of(day)
        case Unit.WEEKEND:
            return weekend_of(day)
        case Unit.MONTH:
            return month_of(day.year, day.month)
        case Unit.YEAR:
            return year_of(day.year)
        case _:
            return day, day


def weekday(expression: Weekday, context: Context) -> TimeSpan | None:
    """The day of that name which the report means."""
    if expression.anchored:
        return _weekday_beside(expression, context.anchor)
    issued = context.issued
    if issued is None:
        return None
    if expression.week is not None:
        monday = shifted(week_of(issued)[0], 7 * expression.week)
        day = shifted(monday, expression.weekday)
    elif expression.shift == 1:
        day = shifted(issued, (expression.weekday - issued.weekday() - 1) % 7 + 1)
    elif context.tense is Tense.FUTURE and expression.shift != -1:
        day = shifted(issued, (expression.weekday - issued.weekday()) % 7)
    elif expression.shift == -1:
        day = shifted(issued, -((issued.weekday() - expression.weekday - 1) % 7 + 1))
    else:
        day = shifted(issued, -((issued.weekday() - expression.weekday) % 7))
    return TimeSpan(day, day, TimePrecision.DAY, basis=context.basis)


def _weekday_beside(expression: Weekday, anchor: TimeSpan | None) -> TimeSpan | None:
    """The day of that name before, after or in the week of a day told elsewhere."""
    if anchor is None or anchor.earliest is None or anchor.earliest != anchor.latest:
        return None
    start = anchor.earliest
    if expression.shift == 0:
        day = shifted(week_of(start)[0], expression.weekday)
    elif expression.shift == 1:
        day = shifted(start, (expression.weekday - start.weekday() - 1) % 7 + 1)
    else:
        day = shifted(start, -((start.weekday() - expression.weekday - 1) % 7 + 1))
    basis = f"relative to {anchor.text}" if anchor.text else "relative to another time"
    return TimeSpan(day, day, TimePrecision.DAY, inferred=anchor.inferred, basis=basis)


def deictic(expression: Deictic, context: Context) -> TimeSpan | None:
    """A calendar period counted from the report's day; ``earlier`` ends it, ``later`` begins it there."""
    issued = context.issued
    if issued is None:
        return None
    unit = expression.unit
    base = period_of(unit, issued)
    if unit is Unit.WEEKEND and (context.tense is Tense.FUTURE or expression.offset == 1):
        base = moved(base, unit, 1) if base[1] < issued or expression.offset == 1 else base
        interval = base
    elif unit is Unit.WEEKEND and expression.offset == -1:
        interval = base if base[1] < issued else moved(base, unit, -1)
    elif unit is Unit.MONTH:
        interval = month_of(issued.year, issued.month + expression.offset)
    elif unit is Unit.YEAR:
        interval = year_of(issued.year + expression.offset)
    else:
        interval = moved(base, unit, expression.offset)
    first, last = part_of(interval, expression.part)
    if expression.offset == 0 and first <= issued <= last and unit is not Unit.DAY:
        if expression.side == "earlier" and issued > first:
            last = issued
        elif expression.side == "later" and issued < last:
            first = issued
    return TimeSpan(first, last, _NAMED[unit], basis=context.basis)


def ago(expression: Ago, context: Context) -> TimeSpan | None:
    """A distance from the report's day, in the grain of its unit."""
    issued = context.issued
    if issued is None:
        return None
    return _at_distance(
        (issued, issued),
        TimePrecision.DAY,
        expression.unit,
        expression.amount,
        expression.direction,
        context.basis,
    )


def relative(expression: Relative, anchor: TimeSpan | None) -> TimeSpan | None:
    """A distance from the anchor; the same period as the anchor's where the distance is nothing."""
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if anchor.precision is TimePrecision.BOUND:
        return None
    basis = f"relative to {anchor.text}" if anchor.text else "relative to another time"
    interval = anchor.earliest, anchor.latest
    precision = TimePrecision.DAY if anchor.precision is TimePrecision.MINUTE else anchor.precision
    if expression.unit is None:
        return TimeSpan(*interval, precision, inferred=anchor.inferred, basis=basis)
    if expression.direction == 0:
        widened = period_of(expression.unit, interval[0])[0], period_of(expression.unit, interval[1])[1]
        grain = _coarser(_NAMED.get(expression.unit, TimePrecision.DAY), precision)
        return TimeSpan(*widened, grain, inferred=anchor.inferred, basis=basis)
    if expression.unit in (Unit.HOUR, Unit.MINUTE) and _within_the_day(expression, anchor):
        return TimeSpan(*interval, precision, inferred=anchor.inferred, basis=basis)
    found = _at_distance(interval, precision, expression.unit, expression.amount, expression.direction, basis)
    if found is None:
        return None
    return TimeSpan(found.earliest, found.latest, found.precision, inferred=anchor.inferred, basis=basis)


def _within_the_day(expression: Relative, anchor: TimeSpan) -> bool:
    """Whether a few hours from a part of a day lie on it: "this morning … an hour later"."""
    hours = 1 if expression.unit is Unit.MINUTE else expression.amount.high
    if hours is None or hours > _FEW_HOURS or (expression.unit is Unit.MINUTE and (expression.amount.high or 99) > 60):
        return False
    words = anchor.text.lower()
    return any(part in words for part in (_FIRST_HALF if expression.direction > 0 else _SECOND_HALF))


def _coarser(one: TimePrecision, other: TimePrecision) -> TimePrecision:
    return max(one, other, key=_ORDER.index)


def _at_distance(
    start: Interval, grain: TimePrecision, unit: Unit, amount: Amount, direction: int, basis: str
) -> TimeSpan | None:
    """The interval some units away from another one, as coarse as the coarser of unit and start."""
    if unit in (Unit.HOUR, Unit.MINUTE):
        return _hours_away(start, grain, unit, amount, direction, basis)
    if amount.high is None or amount.low == 0:
        return _open_distance(start, unit, amount, direction, basis)
    near, far = moved(start, unit, direction * amount.low), moved(start, unit, direction * amount.high)
    first, last = min(near[0], far[0]), max(near[1], far[1])
    slack = amount.approximate
    if unit is Unit.YEAR:
        decades = amount.low // 10 if amount.low % 10 == 0 else 0
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
        if decades and slack:
            first, last = moved((first, last), unit, -decades)[0], moved((first, last), unit, decades)[1]
    elif unit is Unit.MONTH:
        first, last = month_of(first.year, first.month)[0], month_of(last.year, last.month)[1]
    elif unit is Unit.WEEK:
        first, last = shifted(first, -3), shifted(last, 3)
    elif slack:
        first, last = shifted(first, -1), shifted(last, 1)
    exact = amount.low == amount.high and not slack
    if exact or (unit is Unit.YEAR and first.year == last.year):
        precision = _coarser(_NAMED[unit], grain)
    else:
        precision = _coarser(_coarser(_NAMED[unit], grain), precision_of((first, last)))
    return TimeSpan(first, last, precision, basis=basis)


def _open_distance(start: Interval, unit: Unit, amount: Amount, direction: int, basis: str) -> TimeSpan | None:
    """``more than six years ago`` has only a latest day, ``less than two weeks ago`` lies in between."""
    edge = moved(start, unit, direction * amount.low)
    if amount.high is None:
        if direction < 0:
            return TimeSpan(None, edge[1], TimePrecision.BOUND, basis=basis)
        return TimeSpan(edge[0], None, TimePrecision.BOUND, basis=basis)
    far = moved(start, unit, direction * amount.high)
    interval = min(far[0], edge[0]), max(far[1], edge[1])
    return TimeSpan(*interval, _coarser(precision_of(interval), TimePrecision.DAYS), basis=basis)


def _hours_away(
    start: Interval, grain: TimePrecision, unit: Unit, amount: Amount, direction: int, basis: str
) -> TimeSpan | None:
    """Hours and minutes away: the same day or the one beside it, or as many days as the hours make."""
    if amount.high is None and unit is Unit.HOUR and amount.low > 23:
        return None
    hours = amount.high if amount.high is not None else 23
    days = 1 if unit is Unit.MINUTE else hours // 24 + 1
    if unit is Unit.MINUTE and (amount.high or 1) > 1440:
        return None
    first, last = start
    interval = (shifted(first, -days), last) if direction < 0 else (first, shifted(last, days))
    return TimeSpan(*interval, _coarser(grain, precision_of(interval)), basis=basis)


def stretch(expression: Stretch, context: Context) -> TimeSpan | None:
    """The period up to or from the report's day or the anchor."""
    if expression.anchored and not (context.tense is Tense.FUTURE and expression.event_at is None):
        anchor = context.anchor
        if anchor is None or anchor.earliest is None or anchor.latest is None:
            return None
        start, basis = (anchor.earliest, anchor.latest), f"relative to {anchor.text or 'another time'}"
        inferred = anchor.inferred
    elif context.issued is not None:
        start, basis, inferred = (context.issued, context.issued), context.basis, False
    else:
        return None
    unit, amount = expression.unit, expression.amount
    if amount.high is None:
        reach = _RECENT.get(unit)
        if reach is None:
            return None
        far = (
            (shifted(start[0], -reach), start[0]) if expression.direction < 0 else (start[1], shifted(start[1], reach))
        )
    else:
        step = moved(start, unit, expression.direction * amount.high)
        if unit in (Unit.HOUR, Unit.MINUTE):
            step = shifted(start[0], -(amount.high // 24 + 1)), shifted(start[1], amount.high // 24 + 1)
        far = (step[0], start[1]) if expression.direction < 0 else (start[0], step[1])
    # "The past week" reaches back seven days from today, which is a week although it touches eight.
    precision = _coarser(precision_of((shifted(far[0], 1), far[1])), TimePrecision.DAYS)
    return TimeSpan(*far, precision, inferred=inferred, basis=basis)
