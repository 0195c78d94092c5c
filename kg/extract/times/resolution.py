"""Puts time expressions on the calendar, never more precisely than the words do.

The conventions, for a report issued on day D:

- A bare weekday is the latest such day not after D, D itself included; with the future tense or ``next`` the
  first one on or after (``next``: after) D; ``last Friday`` is strictly before D. ``Thursday of last week``
  is the Thursday of that calendar week. Weeks run from Monday to Sunday.
- A day and month without a year are the latest such day not after D, up to three days ahead of D allowed (a
  report may be dated earlier than its last update); with the future tense the first on or after D. A weekday
  beside them decides: the nearest year in which they agree. A month alone is the latest that is not after D's
  month, ``last March`` one before D's month.
- Two figures for a year mean 1930 to 2029 (settled where the expression is read).
- ``today``, ``this morning`` are D; ``yesterday``, ``last night`` the day before: a night belongs to the day
  it begins on. ``overnight`` alone is D and the day before; beside a day it is that day and its neighbours.
- ``last week``, ``last month``, ``last year`` are whole calendar periods; ``earlier this month`` ends at D. A
  weekend is Saturday and Sunday.
- ``two days ago`` is a day; ``three weeks ago`` the week around that day; ``five months ago``, ``four years
  ago`` a calendar month and year. ``more than four years ago`` only has a latest day. ``about`` widens a day
  by one on each side. Decades are good to a year each.
- Vague amounts are wide: a few 2-6, several 3-9, a couple 2-3, a bare plural 2 or more. ``in recent days`` is
  the week before D, ``recent weeks`` the month, ``recent months`` the year.
- ``early``, ``mid`` and ``late`` narrow the interval but leave the precision that of the period.
- Seasons with a year are those of the northern hemisphere, marked as inferred; feasts with a year are that
  year; without a year both stay open. Feasts that move with Easter have their days by the Western calendar, marked as
  inferred, without a year those of the last one before D.
- Relative times are counted from the anchor and are as fine as the coarser of anchor and unit.
- A time of day gives its day an instant, in the zone that the text names or lets us compute, without zone
  otherwise.
- ``since X`` begins with X and ends at D (open without D); ``until X`` ends with X; ``before`` and ``after``
  leave X out.

What is not known stays unknown: without D, deictic expressions and weekdays give None, as do relative ones
without an anchor.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from kg.extract.times.calendar_resolution import ambiguous, calendar_date, era, occasion
from kg.extract.times.context import Context
from kg.extract.times.distance import ago, deictic, relative, stretch, weekday
from kg.extract.times.expressions import (
    Ago,
    Ambiguous,
    Bound,
    BoundKind,
    CalendarDate,
    ClockTime,
    Deictic,
    Era,
    Need,
    Occasion,
    PartOfDay,
    Range,
    Relative,
    Stretch,
    Tense,
    TimeExpression,
    Weekday,
)
from kg.extract.times.spans import precision_of, shifted
from kg.model import TimePrecision, TimeSpan

_COARSENESS = list(TimePrecision)


def resolve(
    expression: TimeExpression,
    *,
    issued: date | None = None,
    tense: Tense | None = None,
    anchor: TimeSpan | None = None,
    era: tuple[int, int] | None = None,
    issued_inferred: bool = False,
) -> TimeSpan | None:
    """When an expression says something happened, None where that is not known.

    ``anchor`` is the time that relative expressions are counted from. ``era`` are the first and last year in
    which the report can have been written; it serves only where ``issued`` is unknown and only if one year
    fits. ``issued_inferred`` says that the report's own day was inferred; what rests on it then is, too.
    """
    context = Context(issued, tense, anchor, era)
    span = _meaning(expression, context)
    if span is None:
        return None
    span = _overnight(span, expression)
    if issued_inferred and expression.needs is Need.ISSUED:
        span = replace(span, inferred=True, basis=f"{span.basis}, whose own date is inferred")
    return _with_clock(replace(span, text=" ".join(expression.text.split())), expression)


def resolve_anchor(expression: Relative, at: TimeSpan) -> TimeSpan | None:
    """When the event was that a relative expression is counted from, given the time the expression means.

    The reverse of resolving it: in ``died two days after the raid`` the raid's day from the day of death, in
    ``missing more than six years after his abduction`` the abduction's latest day from the day of the report.
    """
    turned = replace(expression, direction=-expression.direction, of=None)
    found = relative(turned, at)
    return replace(found, text=" ".join(expression.text.split())) if found else None


def _meaning(expression: TimeExpression, context: Context) -> TimeSpan | None:
    match expression:
        case CalendarDate():
            return calendar_date(expression, context)
        case Ambiguous():
            return ambiguous(expression)
        case Era():
            return era(expression)
        case Occasion():
            return occasion(expression, context)
        case Weekday():
            return weekday(expression, context)
        case Deictic():
            return deictic(expression, context)
        case Ago():
            return ago(expression, context)
        case Relative():
            inner = _meaning(expression.of, context) if expression.of is not None else context.anchor
            return relative(expression, inner)
        case Stretch():
            return stretch(expression, context)
        case Range():
            return _range(expression, context)
        case Bound():
            return _bound(expression, context)
        case ClockTime() | PartOfDay():
            return _same_day(context.anchor)
        case _:
            return None


def _range(expression: Range, context: Context) -> TimeSpan | None:
    """Both ends, the first the latest one before the last where it has no year or week of its own."""
    last = _meaning(expression.last, context)
    if last is None or last.latest is None:
        return None
    first = _meaning(expression.first, context)
    if context.issued is None and first is None:
        return None
    if first is None or first.earliest is None or first.earliest > last.latest:
        first = _meaning(expression.first, replace(context, issued=last.latest, tense=None))
        first = replace(first, basis=last.basis) if first else None
    elif isinstance(expression.first, Weekday) and context.tense is not Tense.FUTURE:
        first = _meaning(expression.first, replace(context, issued=last.latest)) or first
        first = replace(first, basis=last.basis)
    if first is None or first.earliest is None or first.earliest > last.latest:
        return None
    precision = max(first.precision, last.precision, precision_of((first.earliest, last.latest)), key=_COARSENESS.index)
    if first.earliest.year == last.latest.year and first.precision is last.precision is TimePrecision.YEAR:
        precision = TimePrecision.YEAR
    basis = last.basis if last.basis == first.basis else f"{first.basis}; {last.basis}"
    return TimeSpan(first.earliest, last.latest, precision, inferred=first.inferred or last.inferred, basis=basis)


def _bound(expression: Bound, context: Context) -> TimeSpan | None:
    inner = _meaning(expression.of, context)
    if inner is None:
        return None
    earliest: date | None = None
    latest: date | None = None
    match expression.kind:
        case BoundKind.SINCE:
            earliest = inner.earliest
            if context.issued is not None and earliest is not None and earliest <= context.issued:
                latest = context.issued
        case BoundKind.UNTIL:
            latest = inner.latest
        case BoundKind.BEFORE:
            latest = None if inner.earliest is None else shifted(inner.earliest, -1)
        case BoundKind.AFTER:
            earliest = None if inner.latest is None else shifted(inner.latest, 1)
    if earliest is None and latest is None:
        return None
    return TimeSpan(earliest, latest, TimePrecision.BOUND, inferred=inner.inferred, basis=inner.basis)


def _same_day(anchor: TimeSpan | None) -> TimeSpan | None:
    if anchor is None or anchor.precision not in (TimePrecision.DAY, TimePrecision.MINUTE):
        return None
    basis = f"relative to {anchor.text}" if anchor.text else "relative to another time"
    return TimeSpan(anchor.earliest, anchor.latest, TimePrecision.DAY, inferred=anchor.inferred, basis=basis)


def _overnight(span: TimeSpan, expression: TimeExpression) -> TimeSpan:
    """A night told as ``overnight`` may lie on either side of its day."""
    if expression.day_part != "overnight" or span.precision is not TimePrecision.DAY:
        return span
    if span.earliest is None or span.latest is None:
        return span
    after = 0 if isinstance(expression, Deictic) else 1
    return replace(
        span,
        earliest=shifted(span.earliest, -1),
        latest=shifted(span.latest, after),
        precision=TimePrecision.DAYS,
    )


def _with_clock(span: TimeSpan, expression: TimeExpression) -> TimeSpan:
    clock = expression.clock
    if clock is None or span.precision is not TimePrecision.DAY or span.earliest is None:
        return span
    zone = None if clock.offset is None else timezone(timedelta(minutes=clock.offset))
    day = span.earliest
    instant = datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=zone)
    precision = TimePrecision.DAY if clock.approximate else TimePrecision.MINUTE
    return replace(span, instant=instant, precision=precision)
