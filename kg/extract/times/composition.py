"""Composes what the rules read into one time: a day with its part and its time of day, a part of a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.numerals import NUMBER_WORDS
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, extended, widened
from kg.extract.times.calendar_rules import CALENDAR_OPENERS, calendar_date
from kg.extract.times.clock_rules import clock, day_part
from kg.extract.times.deictic_rules import DAYS, deictic, earlier_or_later, part_of_day, stretch
from kg.extract.times.expressions import (
    CalendarDate,
    ClockTime,
    Deictic,
    Era,
    Occasion,
    Part,
    Range,
    Relative,
    TimeExpression,
    Unit,
    Weekday,
)
from kg.extract.times.openings import Openings, Rule
from kg.extract.times.period_rules import RANKS, part_of_period
from kg.extract.times.relative_rules import anaphoric, counted
from kg.extract.times.tokens import Words
from kg.extract.times.weekday_rules import weekday
from kg.extract.times.years import year_number
from kg.model import Span


def plain_year(words: Words, at: int) -> Found | None:
    """A year without words around it that would make it one, for places where only a year can stand."""
    year = year_number(words, at)
    if year is None or words.low(at + 1) in w.COUNTED or not 1500 <= year <= 2060:
        return None
    return build(CalendarDate, words, at, at + 1, year=year), at + 1


def dated(words: Words, at: int) -> Found | None:
    """One time with the parts of a period or day and the time of day said with it."""
    read = _TIMES.read(words, at)
    if read is None:
        return None
    expression, end = read
    if not _is_day(expression):
        return read
    return _with_day_parts(words, expression, end)


def _last_month(words: Words, at: int) -> Found | None:
    """``last March``, ``this May``, ``next summer``."""
    shift = {"last": -1, "this": 0, "next": 1, "past": -1}.get(words.low(at))
    if shift is None:
        return None
    index = words.skip(at + 1, "past", "coming") if words.low(at) == "this" else at + 1
    read = calendar_date(words, index)
    if read is None:
        return None
    found, end = read
    if isinstance(found, CalendarDate) and found.month and not found.year:
        return widened(found, words, at, end, shift=shift), end
    if isinstance(found, Occasion) and found.year is None:
        return widened(found, words, at, end, shift=shift), end
    return None


def _clocked(words: Words, at: int) -> Found | None:
    """A time of day, with the day that follows it: ``8 pm on Friday``."""
    start = words.skip(at, "at", "about", "around") if words.low(at) in ("at", "about", "around") else at
    read = clock(words, start)
    if read is None:
        return None
    time, end = read
    after = words.skip(end, "on", ",", "in", "the") if words.low(end) in ("on", ",") else end
    day = _day_only(words, after)
    if day is None:
        return build(ClockTime, words, at, end, clock=time), end
    expression, end = day
    return widened(expression, words, at, end, clock=time), end


def _day_only(words: Words, at: int) -> Found | None:
    """A day that can take a time of day; ``this evening (Sunday)`` is that Sunday."""
    for rule in (weekday, calendar_date, deictic):
        read = rule(words, at)
        if read is not None and _is_day(read[0]):
            expression, end = read
            return _with_day_parts(words, expression, end)
    return None


def _is_day(expression: TimeExpression) -> bool:
    if isinstance(expression, CalendarDate):
        return expression.day is not None
    return isinstance(expression, Weekday) or (
        isinstance(expression, Deictic | Relative) and expression.unit is Unit.DAY
    )


def _prefixed(words: Words, at: int) -> Found | None:
    """``early Sunday``, ``late on Saturday``, ``mid-November``, ``the night of 2 December``, ``the end of
    2013``."""
    night = _night_of(words, at)
    if night:
        return night
    part = part_of_period(words, at)
    if part is None:
        return None
    which, start = part
    if words.low(at) in w.PARTS and words.low(start) in w.DAY_PARTS:
        inner = day_part(words, start)
        after = words.skip(inner[1], "on", "of") if inner else start
        start = after
    read = _CORES.read(words, start) or plain_year(words, start) or _this_period(words, start)
    if read is None:
        return None
    expression, end = read
    if _is_day(expression):
        name = expression.day_part or {Part.EARLY: "early", Part.MID: "", Part.LATE: "late"}[which]
        return widened(expression, words, at, end, day_part=name), end
    if isinstance(expression, CalendarDate | Era | Occasion):
        return widened(expression, words, at, end, part=which), end
    if isinstance(expression, Deictic) and expression.unit is not Unit.DAY:
        return widened(expression, words, at, end, part=which), end
    return None


def _this_period(words: Words, at: int) -> Found | None:
    """``the month`` after ``the end of``: the one that the report is of."""
    low = words.low(at)
    if low not in ("week", "month", "year") or words.low(at - 1) != "the" or words.low(at - 2) not in ("of", "in"):
        return None
    return build(Deictic, words, at, at + 1, unit=w.PERIODS[low], offset=0), at + 1


def _night_of(words: Words, at: int) -> Found | None:
    """``the evening of July 3``, ``the early hours of Sunday``, ``overnight Friday``, ``at dawn today``."""
    start = words.skip(at, "in", "the", "on", "at", "during", "before", "around")
    index = words.skip(start, "early", "late", "pre", "mid", "-", "small", "wee", "dawn", "morning")
    if words.low(index) != "hours" and index > start and words.low(index - 1) in w.DAY_PARTS:
        index -= 1
    low = words.low(index)
    if index - at > 6 or not (low in w.DAY_PARTS or (low == "hours" and index > start)):
        return None
    after = words.skip(index + 1, "hours") if low in w.DAY_PARTS else index + 1
    link = words.skip(after, "of", "on", "between", "from", "the")
    read = weekday(words, link) or calendar_date(words, link)
    if read is None and link == after:
        read = deictic(words, link)
    if read is None or not (_is_day(read[0]) or isinstance(read[0], Range)):
        return None
    name = w.DAY_PARTS.get(low, "early hours")
    begin = at if words.low(at) not in ("on", "in", "at", "during", "before", "around") else start
    return widened(read[0], words, begin, read[1], day_part=name), read[1]


def _with_day_parts(words: Words, expression: TimeExpression, end: int) -> Found:
    """Adds the part of the day and the time of day that follow a day."""
    for _ in range(3):
        weekday_beside = _bracketed_weekday(words, expression, end)
        if weekday_beside is not None:
            expression, end = weekday_beside
            continue
        index = words.skip(end, ",") if words.low(end) == "," else end
        time_at = words.skip(index, "at", "around", "about", "(") if expression.clock is None else -1
        timed = clock(words, time_at) if time_at >= 0 and (time_at > index or words.at(index).digits) else None
        if timed is not None:
            time, end = timed
            end = end + 1 if words.low(time_at - 1) == "(" and words.low(end) == ")" else end
            expression = extended(expression, words, end, clock=time)
            continue
        named = day_part(words, end) if not expression.day_part or expression.day_part in ("early", "late") else None
        if named is None or (words.low(end) == "before" and words.low(named[1]) != ","):
            break
        part, end = named
        expression = extended(expression, words, end, day_part=part)
    return expression, end


def _bracketed_weekday(words: Words, expression: TimeExpression, end: int) -> Found | None:
    """``this evening (Sunday)``: the bracket says which day the speaker's ``this evening`` was."""
    if not isinstance(expression, Deictic) or words.low(end) not in ("(", "["):
        return None
    named = weekday(words, end + 1)
    if named is None or words.low(named[1]) not in (")", "]"):
        return None
    stop = named[1] + 1
    whole = Span(expression.span.begin, words.at(named[1]).end)
    part = expression.day_part or named[0].day_part
    found = replace(named[0], span=whole, text=whole.of(words.text), day_part=part, clock=expression.clock)
    return found, stop


_SHIFTING = {"last", "this", "next", "past"}
_CORE_RULES: tuple[tuple[Rule[Found], Iterable[str], bool], ...] = (
    (earlier_or_later, {"earlier", "later"}, False),
    (weekday, {"the", "that", "coming", *_SHIFTING, *w.WEEKDAYS, *w.SHORT_WEEKDAYS}, False),
    (calendar_date, CALENDAR_OPENERS, True),
    (stretch, {"the", "these", "recent", "coming", "past", "last", "next", "previous", "following"}, False),
    (_last_month, _SHIFTING, False),
    (deictic, {"the", "overnight", *DAYS, *w.PERIODS, *_SHIFTING}, False),
    (anaphoric, {"at", "by", "the", "that", "same", *w.PREVIOUS, *w.FOLLOWING}, False),
    (counted, {*w.AMOUNTS, *w.PLURAL_UNITS, *NUMBER_WORDS}, True),
    (part_of_day, {"at", "in", "before", "during", "around"}, False),
)
_CORES: Openings[Found] = Openings(*_CORE_RULES)
_TIMES: Openings[Found] = Openings(
    (_clocked, {"at", "about", "around", "noon", "midday"}, True),
    (
        _prefixed,
        {
            *("in", "the", "on", "at", "during", "before", "around", "pre", "-", "small", "wee", "very"),
            *(*w.DAY_PARTS, *w.PARTS, *w.PART_NOUNS, *RANKS),
        },
        True,
    ),
    *_CORE_RULES,
)
