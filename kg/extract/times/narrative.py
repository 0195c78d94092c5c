"""All times of a document: what the text tells of tense, and which earlier time a relative one is counted
from."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from datetime import date

from kg.extract.times.docdate import era_of
from kg.extract.times.expressions import (
    Ago,
    CalendarDate,
    ClockTime,
    Deictic,
    Need,
    PartOfDay,
    Range,
    Relative,
    Stretch,
    Tense,
    TimeExpression,
    Unit,
    Weekday,
)
from kg.extract.times.finder import find
from kg.extract.times.resolution import resolve
from kg.model import TimePrecision, TimeSpan

_COMING = re.compile(
    r"\b(?:will|shall|scheduled|slated|upcoming|forthcoming|(?:set|planned|expected|due) (?:for|on|to|in))\b|['’]ll\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|added|warned|vowed|confirmed|was|were)\b", re.IGNORECASE
)
_REACH = 100  # characters before an expression in which a word for the future bears on it
_DAY_GRAIN = (TimePrecision.MINUTE, TimePrecision.DAY, TimePrecision.DAYS)
_ANCHORS = (CalendarDate, Weekday, Deictic, Ago, Relative, Range)

_Sentences = Sequence[tuple[int, int]]


def resolve_all(
    text: str,
    issued: date | None = None,
    sentences: _Sentences = (),
    *,
    tenses: Mapping[TimeExpression, Tense] | None = None,
) -> dict[TimeExpression, TimeSpan]:
    """Every time expression of a document that can be dated, with its time, in the order of the text.

    ``sentences`` are begin and end of each sentence in order; without them the text counts as one. ``tenses``
    says what syntax knows of the clauses; for other expressions words such as ``will`` and ``scheduled for``
    before them tell. A relative expression is counted from the nearest earlier time of the right grain (its
    basis then says ``relative to`` and which); one that names its event (``a week after the raid``) is left
    to those who know the event's date, unless the event's words begin with a date. Times of day take the day
    in their own sentence.
    """
    starts = [begin for begin, _ in sentences]
    expressions = find(text)
    era = era_of(expressions, text) if issued is None else None
    resolved: dict[TimeExpression, TimeSpan] = {}
    waiting: list[TimeExpression] = []
    for expression in expressions:
        tense = (tenses or {}).get(expression) or tense_before(
            text, expression, _start(sentences, starts, expression)
        )
        anchor = _anchor(text, expression, expressions, resolved, issued, tense)
        span = resolve(expression, issued=issued, tense=tense, anchor=anchor, era=era)
        if span is not None:
            resolved[expression] = span
        elif isinstance(expression, ClockTime | PartOfDay):
            waiting.append(expression)
    for expression in waiting:
        day = _day_in_sentence(expression, resolved, _sentence(sentences, starts, expression, len(text)))
        span = resolve(expression, anchor=day)
        if span is not None:
            resolved[expression] = span
    return dict(sorted(resolved.items(), key=lambda item: item[0].span))


def tense_before(text: str, expression: TimeExpression, start: int) -> Tense | None:
    """Future where a word for it stands before the expression in its sentence with no telling verb in
    between."""
    before = text[max(start, expression.span.begin - _REACH) : expression.span.begin]
    coming = None
    for coming in _COMING.finditer(before):
        pass
    if coming is None or _TOLD.search(before, coming.end()):
        return None
    return Tense.FUTURE


def _start(sentences: _Sentences, starts: list[int], expression: TimeExpression) -> int:
    at = bisect.bisect_right(starts, expression.span.begin) - 1
    return sentences[at][0] if at >= 0 else 0


def _sentence(
    sentences: _Sentences, starts: list[int], expression: TimeExpression, length: int
) -> tuple[int, int]:
    at = bisect.bisect_right(starts, expression.span.begin) - 1
    return sentences[at] if at >= 0 else (0, length)


def _anchor(
    text: str,
    expression: TimeExpression,
    expressions: Sequence[TimeExpression],
    resolved: Mapping[TimeExpression, TimeSpan],
    issued: date | None,
    tense: Tense | None,
) -> TimeSpan | None:
    """The time that a relative expression is counted from, where the text itself tells."""
    if expression.needs is not Need.ANCHOR or not isinstance(expression, Relative | Stretch):
        return None
    if expression.event_at is not None:
        named = _date_of_event(text, expression.event_at, expressions)
        return None if named is None else resolve(named, issued=issued, tense=tense)
    for candidate, span in reversed(resolved.items()):
        if isinstance(candidate, _ANCHORS) and _fits(expression.unit, span):
            return span
    return None


def _date_of_event(text: str, event_at: int, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date that the words for an event begin with: ``Friday's attack``, ``the 3 July raid``."""
    at = bisect.bisect_left([expression.span.begin for expression in expressions], event_at)
    if at == len(expressions) or not isinstance(expressions[at], _ANCHORS):
        return None
    return (
        expressions[at]
        if text[event_at : expressions[at].span.begin].lower().strip() in ("", "the", "a")
        else None
    )


def _fits(unit: Unit | None, span: TimeSpan) -> bool:
    """Whether a time is fine enough to count such units from."""
    match unit:
        case Unit.YEAR | None:
            return span.precision is not TimePrecision.BOUND
        case Unit.MONTH:
            return span.precision not in (TimePrecision.YEAR, TimePrecision.BOUND)
        case Unit.WEEK | Unit.WEEKEND:
            return span.precision in (*_DAY_GRAIN, TimePrecision.WEEK)
        case _:
            return span.precision in _DAY_GRAIN


def _day_in_sentence(
    expression: TimeExpression, resolved: Mapping[TimeExpression, TimeSpan], sentence: tuple[int, int]
) -> TimeSpan | None:
    """The day told in the same sentence: the nearest before a time of day, else the nearest after it."""
    begin, end = sentence
    inside = [
        (candidate.span.begin, span)
        for candidate, span in resolved.items()
        if begin <= candidate.span.begin < end and span.precision in (TimePrecision.DAY, TimePrecision.MINUTE)
    ]
    before = [span for at, span in inside if at < expression.span.begin]
    after = [span for at, span in inside if at > expression.span.begin]
    return before[-1] if before else (after[0] if after else None)
