"""Finds the time expressions of a text: single times, ranges and bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.numerals import NUMBER_WORDS, ORDINALS
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, ends_phrase, widened
from kg.extract.times.composition import dated, plain_year
from kg.extract.times.deictic_rules import recurring
from kg.extract.times.expressions import (
    Ago,
    Bound,
    BoundKind,
    CalendarDate,
    Deictic,
    Era,
    Occasion,
    Range,
    Relative,
    TimeExpression,
    Unit,
    Weekday,
)
from kg.extract.times.tokens import Words
from kg.extract.times.years import year_number
from kg.model import Span

_BOUNDS = {
    "since": BoundKind.SINCE, "until": BoundKind.UNTIL, "till": BoundKind.UNTIL, "before": BoundKind.BEFORE,
    "after": BoundKind.AFTER, "by": BoundKind.UNTIL,
}  # fmt: skip

_LINKS = frozenset({"to", "through", "until", "till", "thru", "and", "or", "into", "-", "–", "—", "/", "&"})
_CORES = frozenset().union(
    *(w.MONTHS, w.SHORT_MONTHS, w.WEEKDAYS, w.SHORT_WEEKDAYS, w.PLURAL_WEEKDAYS, w.SEASONS, w.UNITS),
    *(w.PERIODS, w.DAY_PARTS, w.OTHER_CORES, {forms[0][0] for forms in w.FEASTS}),
)
_LEADING = w.LEADING.union(_BOUNDS, w.PARTS, w.PART_NOUNS, w.VAGUE_AMOUNTS, w.OTHER_OPENERS, NUMBER_WORDS, ORDINALS)
_OPENERS = _CORES.union(_BOUNDS, w.PARTS, w.PART_NOUNS, w.VAGUE_AMOUNTS, w.OTHER_OPENERS)
# "8 p.m.", "8 o'clock", "680 AD", "the '80s": what makes a figure a time that is neither a year nor counts a unit.
_BEHIND_FIGURES = frozenset({"a", "p", "am", "pm", "o", "noon", "ad", "ce", "c", "s"})
# Tokens from the beginning of an expression in which it must name a unit, a day, a month or a figure.
_REACH = 9


@lru_cache(maxsize=4)  # reading a document asks for its times several times
def find(text: str, offset: int = 0) -> tuple[TimeExpression, ...]:
    """All time expressions of a text in their order, none overlapping another.

    ``offset`` is added to every position: the place of a sentence in its document. Any text is taken; time
    and memory grow with its length.
    """
    found = scan(text)
    return tuple(moved_by(expression, offset) for expression in found) if offset else tuple(found)


def scan(text: str) -> Iterator[TimeExpression]:
    """The time expressions of a text one by one, for who needs only the first."""
    words = Words(text)
    last = 0
    for index in _beginnings(words):
        if index < last:
            continue
        token = words.at(index)
        if token.digits or token.low in _OPENERS or token.text in ("'", "’", "‘"):
            read = _expression(words, index)
            if read is not None:
                expression, last = read
                yield expression


def _beginnings(words: Words) -> list[int]:
    """The tokens with which an expression may begin: those without which there can be none, and the words right before
    such a one that may lead to it.
    """
    found: list[int] = []
    cores = [at for at, low in enumerate(words.forms()) if low in _CORES or "0" <= low[0] <= "9"]
    last = -1
    for core, following in pairwise((*cores, len(words) + _REACH)):
        if following - core > _REACH and _only_counts(words, core):
            continue
        first = core
        while first - 1 > last and core - first < _REACH and words.low(first - 1) in _LEADING:
            first -= 1
        found.extend(range(first, core + 1))
        last = core
    return found


def _only_counts(words: Words, core: int) -> bool:
    """ "33 civilians": whether a word with nothing near that it could count or date is a figure, and no time itself."""
    low = words.low(core)
    if len(low) > 3 or not low.isdigit() or words.low(core + 1) in _BEHIND_FIGURES:
        return False
    return words.low(core - 1) != "ad" and not words.spells(core - 2, "d", ".")


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
    first = whole or plain_year(words, at + 1)
    if first is None or words.low(first[1]) not in links:
        return None
    last = dated(words, words.skip(first[1] + 1, "the")) or plain_year(words, first[1] + 1)
    if last is None or _kind(first[0]) != _kind(last[0]) or not _kind(last[0]):
        return None
    return _joined(words, at, first[0], last[0], last[1])


def _bound(words: Words, at: int) -> Found | None:
    """``since March``, ``until 2012``, ``before Friday`` (but ``since Friday's attack`` is a Friday)."""
    kind = _BOUNDS.get(words.low(at))
    if kind is None or words.low(words.skip(at + 1, "early", "late", "pre", "-")) in w.DAY_PARTS:
        return None
    inner = dated(words, words.skip(at + 1, "the", "late", "at", "least")) if kind is BoundKind.SINCE else None
    inner = dated(words, at + 1) or inner
    if inner is None:
        return None
    expression, end = inner
    whole = _ranged(words, at + 1) if kind is BoundKind.SINCE and words.low(end) == "and" else None
    if whole is not None and isinstance(whole[0], Range):
        return None  # "the worst since January and February 2007": in these two months
    if expression.clock is not None or not isinstance(
        expression, CalendarDate | Weekday | Deictic | Ago | Era | Occasion
    ):
        return None
    strict = kind in (BoundKind.SINCE, BoundKind.UNTIL) and words.low(at) != "by"
    if words.possessive(end) > end or not (strict or ends_phrase(words, end)):
        return None
    return build(Bound, words, at, end, kind=kind, of=expression), end


def _counted_from(words: Words, at: int, read: Found) -> Found:
    """``two days after 7 July``: the date that a relative time is counted from, if nothing else follows."""
    expression, end = read
    if not isinstance(expression, Relative) or expression.event_at != words.at(end).begin:
        return read
    anchor = dated(words, end)
    if anchor is None or not isinstance(anchor[0], CalendarDate | Weekday | Deictic):
        return read
    end = anchor[1]
    if words.possessive(end) > end or not ends_phrase(words, end):
        return read
    return widened(expression, words, at, end, of=anchor[0], event_at=None), end


def _ranged(words: Words, at: int) -> Found | None:
    """A date, and the range where a second of its kind is linked to it."""
    read = dated(words, at)
    if read is None:
        return None
    first, end = read
    kind = _kind(first)
    link = words.low(end)
    if not kind or link not in _LINKS or isinstance(first, Range):
        return _counted_from(words, at, read)
    glued = words.at(end).text in "-–—/"
    after = words.skip(end + 1, "on", "in", "the")
    second = dated(words, after) if not glued or kind != "year" else None
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
    if year is None and glued and isinstance(first, CalendarDate) and first.year and len(words.at(at).text) == 2:
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
