"""All times of a document: what the text tells of tense, and which earlier time a relative one is counted
from."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from kg.extract.times.anchors import ANCHORS, DAY_GRAIN, Anchors, needs_anchor
from kg.extract.times.beside import (
    ago_today,
    of_a_year,
    of_the_years_told,
    same_time,
    to_the_day,
    with_year,
    year_told_before,
)
from kg.extract.times.docdate import era_of
from kg.extract.times.expressions import (
    Ago,
    ClockTime,
    Deictic,
    Duration,
    PartOfDay,
    Relative,
    Stretch,
    Tense,
    TimeExpression,
    Weekday,
)
from kg.extract.times.finder import find
from kg.extract.times.resolution import resolve, resolve_anchor
from kg.model import TimeSpan

_COMING = re.compile(
    r"\b(?:will|shall|scheduled|slated|upcoming|forthcoming|(?:set|planned|expected|due) (?:for|on|to|in))\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
# What starts a clause of its own between a word for the future and a date, so that the date is not its.
_BREAKS = re.compile(
    r"\b(?:said|says|told|was|were|had|has|that|which|who|whom|whose|where|when|after|because|since|amid)\b"
    r"|(?<!\bbe )(?<!ly )\b\w{3,}ed\b|[;:!?]",
    re.IGNORECASE,
)
# What may stand between the beginning of a clause and a date that is its own.
_SAME_CLAUSE = re.compile(
    r"\s*(?:(?!(?:that|which|who|when|where|and|but|or|after|before)\b)[\w'’-]+\s+){0,8}", re.IGNORECASE
)
_REACH = 100  # characters before an expression in which a word for the future bears on it
_LOOK_BACK = 40  # times before and behind among which the day of a sentence is sought

_Sentences = Sequence[tuple[int, int]]


def resolve_all(
    text: str,
    issued: date | None = None,
    sentences: _Sentences = (),
    *,
    tenses: Mapping[TimeExpression, Tense] | None = None,
    issued_inferred: bool = False,
    expressions: Sequence[TimeExpression] | None = None,
) -> dict[TimeExpression, TimeSpan]:
    """Every time expression of a document that can be dated, with its time, in the order of the text.

    ``sentences`` are begin and end of each sentence in order; without them the text counts as one. ``tenses``
    says what syntax knows of the clauses; for other expressions words such as ``will`` and ``scheduled for``
    before them tell. ``issued_inferred`` marks what rests on an inferred report date as inferred.
    ``expressions`` are those of ``find``, for callers who have them already.

    A relative expression is counted from the nearest earlier time of the right grain (its basis then says
    ``relative to`` and which); one that names its event (``a week after the raid``) is left to those who know
    the event's date, unless the event's words begin with a date. Times of day take the day in their own
    sentence; ``earlier in the day`` with no day before it is the report's day.
    """
    found = find(text) if expressions is None else expressions
    return _Narrative(text, found, issued, issued_inferred, sentences, tenses or {}).resolved()


class _Narrative:
    """The times of one document while they are being dated."""

    def __init__(
        self,
        text: str,
        expressions: Sequence[TimeExpression],
        issued: date | None,
        issued_inferred: bool,
        sentences: _Sentences,
        tenses: Mapping[TimeExpression, Tense],
    ) -> None:
        self._text = text
        self._issued = issued
        self._inferred = issued_inferred
        self._sentences = sentences
        self._tenses = tenses
        self._expressions = expressions
        self._begins = [expression.span.begin for expression in self._expressions]
        self._starts = [begin for begin, _ in sentences]
        self._era = era_of(self._expressions, text) if issued is None else None
        self._told: list[tuple[TimeExpression, TimeSpan]] = []
        self._anchors = Anchors(text, issued, sentences, self._told)

    def resolved(self) -> dict[TimeExpression, TimeSpan]:
        """Each expression that can be dated with its time."""
        waiting: list[TimeExpression] = []
        before: TimeExpression | None = None
        for expression, after in zip_longest(self._expressions, self._expressions[1:]):
            if before is not None and self._adds_to(before, expression):
                before = expression
                continue
            span = self._dated(expression, before, after)
            before = before if isinstance(expression, Duration) else expression
            if span is not None:
                self._told.append((expression, span))
            elif isinstance(expression, ClockTime | PartOfDay):
                waiting.append(expression)
        found = dict(self._told)
        for expression in waiting:
            span = self._resolve(expression, self._day_in_sentence(expression))
            if span is not None:
                found[expression] = span
        return dict(sorted(found.items(), key=lambda item: item[0].span))

    def _adds_to(self, before: TimeExpression, expression: TimeExpression) -> bool:
        return of_a_year(before, expression, self._text) or ago_today(before, expression, self._text)

    def _dated(
        self, expression: TimeExpression, before: TimeExpression | None, after: TimeExpression | None
    ) -> TimeSpan | None:
        """When an expression was, with what those beside it add."""
        if after is not None and of_a_year(expression, after, self._text):
            return with_year(expression, self._resolve(after, self._anchor(after)), self._resolve)
        if isinstance(expression, Ago) and isinstance(after, Deictic) and ago_today(expression, after, self._text):
            day = to_the_day(expression, after, self._issued)
            return replace(day, inferred=self._inferred) if day else self._resolve(expression)
        if same_time(expression, after, self._text):
            return None  # "three weeks later, on 1 February": that day
        told = year_told_before(expression, before, self._text, self._sentence(expression), self._issued)
        told = of_the_years_told(told, self._told, self._text, self._issued)
        return self._resolve(told, self._anchor(told))

    def _resolve(self, expression: TimeExpression, anchor: TimeSpan | None = None) -> TimeSpan | None:
        tense = self._tenses.get(expression)
        if tense is None:
            tense = tense_before(self._text, expression, self._sentence(expression)[0])
        return resolve(
            expression,
            issued=self._issued,
            tense=tense,
            anchor=anchor,
            era=self._era,
            issued_inferred=self._inferred,
        )

    def _sentence(self, expression: TimeExpression) -> tuple[int, int]:
        at = bisect.bisect_right(self._starts, expression.span.begin) - 1
        return self._sentences[at] if at >= 0 else (0, len(self._text))

    def _anchor(self, expression: TimeExpression) -> TimeSpan | None:
        """The time that a relative expression is counted from, where the text itself tells."""
        if not isinstance(expression, Relative | Stretch | Weekday) or not needs_anchor(expression):
            return None
        if not isinstance(expression, Weekday) and expression.event_at is not None:
            named = self._date_of_event(expression.event_at)
            return self._resolve(named) if named is not None else None
        return self._anchors.of(expression, lambda anchor: self._resolve(expression, anchor))

    def _date_of_event(self, event_at: int) -> TimeExpression | None:
        """The date in the words for an event: ``Friday's attack``, ``the 3 July raid``, ``taking office on 1 June``."""
        at = bisect.bisect_left(self._begins, event_at)
        if at == len(self._expressions) or not isinstance(self._expressions[at], ANCHORS):
            return None
        between = self._text[event_at : self._begins[at]]
        return self._expressions[at] if _SAME_CLAUSE.fullmatch(between) else None

    def _day_in_sentence(self, expression: TimeExpression) -> TimeSpan | None:
        """The day told in the same sentence: the nearest before a time of day, else the nearest after it."""
        begin, end = self._sentence(expression)
        here = bisect.bisect_left(self._told, expression.span.begin, key=lambda told: told[0].span.begin)
        before = reversed(self._told[max(0, here - _LOOK_BACK) : here])
        for candidate, span in (*before, *self._told[here : here + _LOOK_BACK]):
            if begin <= candidate.span.begin < end and span.precision in DAY_GRAIN[:2]:
                return span
        return None


def event_times(
    expressions: Sequence[TimeExpression], resolved: Mapping[TimeExpression, TimeSpan], sentences: _Sentences
) -> dict[int, TimeSpan]:
    """When events were that other times are counted from, by the offset of the words that tell of them.

    In ``sentenced on Wednesday, 22 years after his troops took the town`` the taking was 22 years before that
    Wednesday. Only where a day stands before the distance in its own sentence; ``resolve_anchor`` serves for
    days known otherwise.
    """
    starts = [begin for begin, _ in sentences]
    found: dict[int, TimeSpan] = {}
    latest: tuple[int, TimeSpan] | None = None
    for expression in expressions:
        sentence = bisect.bisect_right(starts, expression.span.begin)
        span = resolved.get(expression)
        if isinstance(expression, Relative) and expression.event_at is not None:
            if latest is not None and latest[0] == sentence:
                time = resolve_anchor(expression, latest[1])
                if time is not None:
                    found[expression.event_at] = time
        elif span is not None and isinstance(expression, ANCHORS) and span.precision in DAY_GRAIN[:2]:
            latest = sentence, span
    return found


def tense_before(text: str, expression: TimeExpression, start: int) -> Tense | None:
    """Future where a word for it stands before the expression in its sentence with no telling verb in
    between."""
    before = text[max(start, expression.span.begin - _REACH) : expression.span.begin]
    coming = [found.end() for found in _COMING.finditer(before)]
    return Tense.FUTURE if coming and not _BREAKS.search(before, coming[-1]) else None
