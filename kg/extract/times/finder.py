"""Finds the time expressions of a text: composes what the rules read into dates with their parts, ranges and
bounds."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.times import words as w
from kg.extract.times.building import Found, build, ends_phrase
from kg.extract.times.calendar_rules import calendar_date, part_of_period, year_number
from kg.extract.times.clock_rules import clock, day_part
from kg.extract.times.expressions import (
    Bound,
    BoundKind,
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
from kg.extract.times.relative_rules import (
    anaphoric,
    counted,
    deictic,
    earlier_or_later,
    part_of_day,
    recurring,
    stretch,
)
from kg.extract.times.tokens import Words
from kg.extract.times.weekday_rules import weekday
from kg.model import Span

_BOUNDS = {
    "since": BoundKind.SINCE, "until": BoundKind.UNTIL, "till": BoundKind.UNTIL, "before": BoundKind.BEFORE,
    "after": BoundKind.AFTER, "by": BoundKind.UNTIL, "following": BoundKind.AFTER,
}  # fmt: skip
_LINKS = frozenset({"to", "through", "until", "till", "thru", "and", "or", "into", "-", "–", "—", "/", "&"})
_OPENERS = frozenset(
    [*w.MONTHS, *w.SHORT_MONTHS, *w.WEEKDAYS, *w.SHORT_WEEKDAYS, *w.PLURAL_WEEKDAYS, *w.SEASONS, *w.PARTS]
    + [*w.PART_NOUNS, *w.UNITS, *_BOUNDS, *w.VAGUE_AMOUNTS, *w.PERIODS, *(forms[0][0] for forms in w.FEASTS)]
    + [*w.OTHER_OPENERS, *w.DAY_PARTS]
)


def find(text: str, offset: int = 0) -> tuple[TimeExpression, ...]:
    """All time expressions of a text in their order, none overlapping another.

    ``offset`` is added to every position: the place of a sentence in its document. Any text is taken; time
    and memory grow with its length.
    """
    words = Words(text)
    found: list[TimeExpression] = []
    index = 0
    while index < len(words):
        token = words.at(index)
        if token.digits or token.low in _OPENERS or token.text in "'’‘":
            read = _expression(words, index)
            if read is not None:
                expression, end = read
                found.append(expression)
                index = max(end, index + 1)
                continue
        index += 1
    return tuple(moved_by(expression, offset) for expression in found) if offset else tuple(found)


def moved_by(expression: TimeExpression, offset: int) -> TimeExpression:
    """The expression at another place of a document, its parts with it."""
    changes: dict[str, object] = {"span": Span(expression.span.begin + offset, expression.span.end + offset)}
    for name in ("of", "first", "last"):
        inner = getattr(expression, name, None)
        if isinstance(inner, TimeExpression):
            changes[name] = moved_by(inner, offset)
    if isinstance(getattr(expression, "event_at", None), int):
        changes["event_at"] = getattr(expression, "event_at", 0) + offset
    if options := getattr(expression, "options", ()):
        changes["options"] = tuple(moved_by(option, offset) for option in options)
    return replace(expression, **changes)  # type: ignore[arg-type]


def _expression(words: Words, at: int) -> Found | None:
    for rule in (recurring, _between, _bound, _ranged):
        read = rule(words, at)
        if read is not None:
            return read
    return None


def _between(words: Words, at: int) -> Found | None:
    """``between 3 and 5 May``, ``from Monday to Wednesday``, ``between 2011 and 2014``."""
    opening = words.low(at)
    if opening not in ("between", "from"):
        return None
    links = ("and",) if opening == "between" else ("to", "through", "until", "till", "into", "-", "–")
    whole = _ranged(words, at + 1)
    if whole and isinstance(whole[0], Range):
        return build(Range, words, at, whole[1], first=whole[0].first, last=whole[0].last), whole[1]
    first = whole or _year(words, at + 1)
    if first is None or words.low(first[1]) not in links:
        return None
    last = _dated(words, words.skip(first[1] + 1, "the")) or _year(words, first[1] + 1)
    if last is None or _kind(first[0]) != _kind(last[0]) or not _kind(last[0]):
        return None
    return _joined(words, at, first[0], last[0], last[1])


def _year(words: Words, at: int) -> Found | None:
    year = year_number(words, at)
    if year is None or words.low(at + 1) in w.COUNTED or not year >= 1500:
        return None
    return build(CalendarDate, words, at, at + 1, year=year), at + 1


def _bound(words: Words, at: int) -> Found | None:
    """``since March``, ``until 2012``, ``before Friday`` (but ``after Friday's attack`` is a Friday)."""
    kind = _BOUNDS.get(words.low(at))
    if kind is None:
        return None
    inner = (
        _dated(words, words.skip(at + 1, "the", "late", "at", "least")) if kind is BoundKind.SINCE else None
    )
    inner = _dated(words, at + 1) or inner
    if inner is None:
        return None
    expression, end = inner
    if isinstance(expression, Relative | ClockTime):
        return None
    strict = kind in (BoundKind.SINCE, BoundKind.UNTIL) and words.low(at) != "by"
    if not strict and (words.possessive(end) > end or not ends_phrase(words, end)):
        return None
    if words.low(at) == "following":
        return None
    return build(Bound, words, at, end, kind=kind, of=expression), end


def _ranged(words: Words, at: int) -> Found | None:
    """A date, and the range where a second of its kind is linked to it."""
    read = _dated(words, at)
    if read is None:
        return None
    first, end = read
    kind = _kind(first)
    link = words.low(end)
    if not kind or link not in _LINKS or isinstance(first, Range):
        return read
    glued = words.at(end).text in "-–—/"
    after = words.skip(end + 1, "on", "in", "the")
    second = _dated(words, after) if not glued or kind != "year" else None
    if second is None and kind == "year":
        second = _second_year(words, first, after, glued)
    if second is None or _kind(second[0]) != kind:
        return read
    if words.possessive(second[1]) > second[1] and link in ("and", "or"):
        return read
    if link in ("and", "or") and not _neighbours(first, second[0], kind):
        return read
    return _joined(words, at, first, second[0], second[1])


def _second_year(words: Words, first: TimeExpression, at: int, glued: bool) -> Found | None:
    """The second year of ``1992-1995``, ``2014-15``, ``in 1998 and 1999``."""
    year = year_number(words, at, joined=True)
    if (
        year is None
        and glued
        and isinstance(first, CalendarDate)
        and first.year
        and len(words.at(at).text) == 2
    ):
        short = words.number(at, joined=True)
        year = first.year // 100 * 100 + short if short is not None else None
    if year is None or not isinstance(first, CalendarDate) or first.year is None or year <= first.year:
        return None
    if words.low(at + 1) in w.COUNTED:
        return None
    return build(CalendarDate, words, at, at + 1, year=year), at + 1


def _neighbours(first: TimeExpression, second: TimeExpression, kind: str) -> bool:
    """Whether two dates linked by ``and`` are told as one time."""
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        return (second.weekday - first.weekday) % 7 <= 2 and second.shift is None
    if isinstance(first, CalendarDate) and isinstance(second, CalendarDate):
        if kind == "year":
            return second.year == (first.year or 0) + 1
        if kind == "month":
            return ((second.month or 0) - (first.month or 0)) % 12 == 1
        near = (second.month, first.year) == (first.month, first.year if second.year is None else second.year)
        return near and 0 < (second.day or 0) - (first.day or 0) <= 2
    return isinstance(first, Deictic)


def _kind(expression: TimeExpression) -> str:
    """What a range can be made of: two times of the same kind. Empty for all others."""
    if isinstance(expression, Weekday):
        return "weekday"
    if isinstance(expression, Deictic) and expression.unit is Unit.DAY and not expression.side:
        return "deictic"
    if isinstance(expression, Era):
        return "era"
    if isinstance(expression, CalendarDate):
        if expression.day is not None:
            return "day"
        return "month" if expression.month is not None else "year"
    return ""


def _joined(words: Words, at: int, first: TimeExpression, last: TimeExpression, end: int) -> Found:
    """A range whose ends lend each other the year that is said once."""
    if isinstance(first, CalendarDate) and isinstance(last, CalendarDate) and first.month and last.month:
        wraps = (first.month, first.day or 0) > (last.month, last.day or 0)
        if first.year is None and last.year is not None:
            first = replace(first, year=last.year - wraps)
        elif last.year is None and first.year is not None:
            last = replace(last, year=first.year + wraps)
    return build(Range, words, at, end, first=first, last=last), end


def _dated(words: Words, at: int) -> Found | None:
    """One time with the parts of a period or day and the time of day said with it."""
    prefixed = _prefixed(words, at)
    read = prefixed or _core(words, at)
    if read is None:
        return None
    expression, end = read
    if not _is_day(expression):
        return read
    return _with_day_parts(words, at, expression, end)


def _core(words: Words, at: int) -> Found | None:
    for rule in (
        _clocked, earlier_or_later, weekday, calendar_date, stretch, _last_month, deictic, anaphoric, counted, part_of_day,
    ):  # fmt: skip
        read = rule(words, at)
        if read is not None:
            return read
    return None


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
    whole = build(TimeExpression, words, at, end)
    if isinstance(found, CalendarDate) and found.month and not found.year:
        return replace(found, shift=shift, span=whole.span, text=whole.text), end
    if isinstance(found, Occasion) and found.year is None:
        return replace(found, shift=shift, span=whole.span, text=whole.text), end
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
    whole = build(TimeExpression, words, at, end)
    return replace(expression, clock=time, span=whole.span, text=whole.text), end


def _day_only(words: Words, at: int) -> Found | None:
    """A day that can take a time of day; ``this evening (Sunday)`` is that Sunday."""
    for rule in (weekday, calendar_date, deictic):
        read = rule(words, at)
        if read is not None and _is_day(read[0]):
            expression, end = read
            return _with_day_parts(words, at, expression, end)
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
    read = _core(words, start) or _year(words, start)
    if read is None:
        return None
    expression, end = read
    whole = build(TimeExpression, words, at, end)
    if _is_day(expression):
        name = expression.day_part or {Part.EARLY: "early", Part.MID: "", Part.LATE: "late"}[which]
        return replace(expression, day_part=name, span=whole.span, text=whole.text), end
    if isinstance(expression, CalendarDate | Era | Occasion):
        return replace(expression, part=which, span=whole.span, text=whole.text), end
    if isinstance(expression, Deictic) and expression.unit is not Unit.DAY:
        return replace(expression, part=which, span=whole.span, text=whole.text), end
    return None


def _night_of(words: Words, at: int) -> Found | None:
    """``the evening of July 3``, ``the early hours of Sunday``, ``overnight Friday``, ``dawn on Monday``."""
    start = words.skip(at, "in", "the", "on", "at", "during")
    index = words.skip(start, "early", "late", "pre", "mid", "-", "small")
    low = words.low(index)
    if index - at > 6 or not (low in w.DAY_PARTS or (low == "hours" and index > start)):
        return None
    link = words.skip(index + 1, "of", "on", "between")
    if link == index + 1 and low not in ("overnight", "midnight", "noon"):
        return None
    read = weekday(words, link) or calendar_date(words, link)
    if read is None or not _is_day(read[0]):
        return None
    name = w.DAY_PARTS.get(low, "early hours")
    whole = build(
        TimeExpression, words, start if words.low(at) in ("on", "in", "at", "during") else at, read[1]
    )
    return replace(read[0], day_part=name, span=whole.span, text=whole.text), read[1]


def _with_day_parts(words: Words, at: int, expression: TimeExpression, end: int) -> Found:
    """Adds the part of the day and the time of day that follow a day."""
    for _ in range(3):
        weekday_beside = _bracketed_weekday(words, expression, end)
        if weekday_beside is not None:
            expression, end = weekday_beside
            continue
        index = words.skip(end, ",") if words.low(end) == "," else end
        time_at = words.skip(index, "at", "around", "about", "(") if expression.clock is None else -1
        timed = (
            clock(words, time_at) if time_at >= 0 and (time_at > index or words.at(index).digits) else None
        )
        if timed is not None:
            time, end = timed
            end = end + 1 if words.low(time_at - 1) == "(" and words.low(end) == ")" else end
            whole = build(TimeExpression, words, at, end)
            expression = replace(expression, clock=time, span=whole.span, text=whole.text)
            continue
        named = (
            day_part(words, end)
            if not expression.day_part or expression.day_part in ("early", "late")
            else None
        )
        if named is None or (words.low(end) == "before" and words.low(named[1]) != ","):
            break
        part, end = named
        whole = build(TimeExpression, words, at, end)
        expression = replace(expression, day_part=part, span=whole.span, text=whole.text)
    return expression, end


def _bracketed_weekday(words: Words, expression: TimeExpression, end: int) -> Found | None:
    """``this evening (Sunday)``: the bracket says which day the speaker's ``this evening`` was."""
    if not isinstance(expression, Deictic) or words.low(end) not in ("(", "["):
        return None
    named = weekday(words, end + 1)
    if named is None or words.low(named[1]) not in (")", "]"):
        return None
    inner = named[0]
    begin = expression.span.begin
    stop = words.at(named[1]).end
    span = Span(begin, stop)
    part = expression.day_part or inner.day_part
    return replace(inner, span=span, text=span.of(words.text), day_part=part, clock=expression.clock), named[
        1
    ] + 1
