"""Reads days of the week, alone and with what stands beside them: a date, a week, ``last`` and ``next``."""

from __future__ import annotations

from kg.extract.numerals import word_set
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, widened
from kg.extract.times.calendar_rules import day_month, figures, month_day
from kg.extract.times.expressions import CalendarDate, Weekday
from kg.extract.times.tokens import Words
from kg.extract.times.years import day_number

_NEWSPAPERS = word_set(
    "times telegraph mirror express herald mail post tribune star world independent age vision nation "
    "monitor standard business sun people leader observer mosque mosques"
)
_NICKNAMES = word_set("black bloody good palm easter ash holy super fat maundy whit pentecost cyber")
_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _name(words: Words, at: int) -> tuple[int, int] | None:
    """A weekday's number and the index after its name and full stop."""
    token = words.at(at)
    if token.low in w.WEEKDAYS:
        return w.WEEKDAYS[token.low], at + 1
    if token.low in w.SHORT_WEEKDAYS and token.text[0].isupper():
        dotted = words.low(at + 1) == "." and words.at(at + 1).glued
        return w.SHORT_WEEKDAYS[token.low], at + 2 if dotted else at + 1
    return None


def weekday(words: Words, at: int) -> Found | None:
    """``Friday``, ``last Friday``, ``Sunday (December 2nd)``, ``Friday, 7 July``, ``Thursday of last
    week``."""
    beside = _beside(words, at)
    if beside is not None:
        return beside
    start, shift = at, None
    low = words.low(at)
    if low in _SHIFTS:
        start, shift = at + 1, _SHIFTS[low]
        if low == "this" and words.low(start) in ("past", "coming", "last"):
            shift, start = _SHIFTS[words.low(start)], start + 1
        start = words.skip(start, "early", "late")
    named = _name(words, start)
    if named is None:
        return None
    number, end = named
    dated = _with_date(words, at, end, number)
    if dated:
        return dated
    if words.low(start) in w.SHORT_WEEKDAYS and not _sure_abbreviation(words, start, end):
        return None
    if words.low(end) in _NEWSPAPERS and (words.capitalised(end) or words.low(end).startswith("mosque")):
        return None
    if words.low(start - 1) in _NICKNAMES or words.spells(start - 2, "mail", "on"):
        return None
    week, end = _week(words, end)
    return build(Weekday, words, at, end, weekday=number, shift=shift, week=week), end


_POINTERS = {"previous": -1, "preceding": -1, "following": 1, "next": 1, "same": 0}


def _beside(words: Words, at: int) -> Found | None:
    """``the following Monday``, ``that Sunday``, ``the Friday before``."""
    article = words.low(at)
    if article not in ("the", "that"):
        return None
    start = at + 2 if words.low(at + 1) in _POINTERS else at + 1
    number, end = w.WEEKDAYS.get(words.low(start)), start + 1
    if number is None:
        return None
    closed = words.at(end).text in (".", ",", ";") or words.at(end).begin < 0
    if start == at + 2:
        shift = _POINTERS[words.low(at + 1)]
    elif article == "that":
        # "He fled that Sunday." points back; "said that Sunday was calm" does not.
        if not closed and words.low(at - 1) not in ("on", "of", "by", "until", "since"):
            return None
        shift = 0
    else:
        shift = {"before": -1, "after": 1}.get(words.low(end), 0)
        end += 1
        if not shift or not (words.at(end).text in (".", ",", ";") or words.at(end).begin < 0):
            return None
    return build(Weekday, words, at, end, weekday=number, shift=shift, anchored=True), end


def _sure_abbreviation(words: Words, at: int, end: int) -> bool:
    """``Fri.`` and ``(Sat)`` are days; ``Sat down`` and ``the Sun`` are not."""
    if words.low(at - 1) == "(" and words.low(end) == ")":
        return True
    return end == at + 2 and words.low(at - 1) in ("on", "last", "next", "late", "early", "since", "until")


def _with_date(words: Words, at: int, end: int, number: int) -> Found | None:
    """The date after a weekday, in brackets or after a comma, with or without an article."""
    index = end
    bracket = words.low(index) in ("(", "[")
    if bracket or words.low(index) == ",":
        index += 1
    index = words.skip(index, "on")
    found = figures(words, index) or day_month(words, index) or month_day(words, index)
    if found and isinstance(found[0], CalendarDate):
        stop = found[1]
        if bracket:
            if words.low(stop) not in (")", "]"):
                return None
            stop += 1
        return widened(found[0], words, at, stop, weekday=number), stop
    article = words.low(index) == "the"
    ordinal = day_number(words, index + 1) if article else None
    if not ordinal or words.low(index + 2) not in ("st", "nd", "rd", "th") or words.low(ordinal[1]) == "of":
        return None
    if words.at(ordinal[1]).word and words.low(ordinal[1]) not in w.FUNCTION_WORDS:
        return None
    return build(CalendarDate, words, at, ordinal[1], day=ordinal[0], weekday=number), ordinal[1]


def _week(words: Words, end: int) -> tuple[int | None, int]:
    """The week named after a weekday: ``Thursday of last week``, ``Monday this week``."""
    index = words.skip(end, "of") if words.low(end) == "of" else end
    if words.low(index) in ("last", "this", "next") and words.low(index + 1) == "week":
        return {"last": -1, "this": 0, "next": 1}[words.low(index)], index + 2
    return None, end
