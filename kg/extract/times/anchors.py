"""From which earlier time of a text a relative one is counted: "two days later", "the previous Friday"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kg.extract.times.expressions import (
    Ago,
    CalendarDate,
    Deictic,
    Need,
    Occasion,
    Range,
    Relative,
    Stretch,
    TimeExpression,
    Unit,
    Weekday,
)
from kg.extract.times.stated_date import in_dateline
from kg.model import TimePrecision, TimeSpan

ANCHORS = (CalendarDate, Weekday, Deictic, Ago, Relative, Range)
DAY_GRAIN = (TimePrecision.MINUTE, TimePrecision.DAY, TimePrecision.DAYS)
_LOOK_BACK = 40  # how many earlier times an anchor is sought among
_YEARS_BEFORE = 2  # sentences before an anchor in which no other year may stand
# The time of speaking: "police said on Friday", "missionaries said here today", "told reporters late Monday".
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|admitted|added)"
    r"(?: (?:here|reporters|journalists|AFP|AP|Reuters|in [A-Z]\w+))?(?: (?:late|early|on))*\s*$"
)
# A line in capitals: the heading of a section.
_HEADING = re.compile(r"\n[ \t]*[A-Z][A-Z .'-]{3,40}[ \t]*\n")
_OPENING = re.compile(r"\W*(?:(?:early|late|back)\s+)?(?:in|by|during)\s+", re.IGNORECASE)
_OFF_REPORT = 3  # days by which what a report tells may lie behind its date

Told = tuple[TimeExpression, TimeSpan]


class Anchors:
    """The times of one document from which others are counted; ``told`` are those dated so far, in order."""

    def __init__(self, text: str, issued: date | None, sentences: Sequence[tuple[int, int]], told: list[Told]) -> None:
        self._text = text
        self._issued = issued
        self._starts = [begin for begin, _ in sentences]
        self._told = told

    def of(
        self, expression: Relative | Stretch | Weekday, resolve: Callable[[TimeSpan], TimeSpan | None]
    ) -> TimeSpan | None:
        """The time that an expression is counted from; ``resolve`` tells what it means counted from one.

        Not the time at which somebody spoke, nor one from which it would lie after the report.
        """
        first: TimeSpan | None = None
        for candidate, span in self._candidates(expression):
            if _HEADING.search(self._text, candidate.span.end, expression.span.begin):
                return first  # a section of its own
            first = first or span
            off = 0 if isinstance(candidate, Deictic) else _OFF_REPORT
            if self._spoken(candidate) or self._after_report(resolve(span), off):
                continue
            unit = _unit(expression)
            several = unit is Unit.YEAR and self._one_of_several_years(candidate, expression)
            return None if several else span
        if first is not None and not self._after_report(resolve(first), 0):
            return first
        if isinstance(expression, Relative) and expression.side and self._issued is not None:
            basis = f"relative to the report of {self._issued}"
            return TimeSpan(self._issued, self._issued, TimePrecision.DAY, "the report", False, basis)
        return None

    def _candidates(self, expression: Relative | Stretch | Weekday) -> Iterator[Told]:
        """Earlier times, the nearest first, that are fine enough; or the month or year to which a sentence turns."""
        unit = _unit(expression)
        for candidate, span in reversed(self._told[-_LOOK_BACK:]):
            if not isinstance(candidate, ANCHORS) and not (unit is Unit.YEAR and isinstance(candidate, Occasion)):
                continue
            if _fits(unit, span):
                yield candidate, span
            elif self._turns_to(candidate, span):
                if "\n\n" not in self._text[candidate.span.end : expression.span.begin]:
                    yield candidate, span
                return

    def _turns_to(self, candidate: TimeExpression, span: TimeSpan) -> bool:
        """ "In April 1999 rebels …": a coarse time with which a sentence begins and none before has to do."""
        if not isinstance(candidate, CalendarDate) or candidate.year is None or span.earliest is None:
            return False
        at = bisect.bisect_right(self._starts, candidate.span.begin) - 1
        begin = self._starts[at] if at >= 0 else 0
        if not _OPENING.fullmatch(self._text[begin : candidate.span.begin]):
            return False
        return span.precision is TimePrecision.MONTH

    def _spoken(self, candidate: TimeExpression) -> bool:
        """Whether it is when somebody spoke, or when the report was written."""
        before = self._text[max(0, candidate.span.begin - 40) : candidate.span.begin]
        return _SAID.search(before) is not None or in_dateline(self._text, candidate)

    def _after_report(self, span: TimeSpan | None, off: int) -> bool:
        if self._issued is None or span is None or span.earliest is None:
            return False
        return (span.earliest - self._issued).days > off

    def _one_of_several_years(self, candidate: TimeExpression, expression: TimeExpression) -> bool:
        """ "Convicted in 1987. Sent back in 2011. … the previous year": counted from which, nothing tells."""
        at = bisect.bisect_right(self._starts, candidate.span.begin) - 1
        if not self._starts or at == bisect.bisect_right(self._starts, expression.span.begin) - 1:
            return False
        begin = self._starts[max(0, at - _YEARS_BEFORE)]
        rivals = [
            other.earliest.year
            for known, other in self._told[-_LOOK_BACK:]
            if isinstance(known, ANCHORS) and other.earliest is not None and known.span.begin >= begin
        ]
        return len(set(rivals)) > 1


def needs_anchor(expression: TimeExpression) -> bool:
    """Whether an expression is counted from another time of the text."""
    return expression.needs is Need.ANCHOR and isinstance(expression, Relative | Stretch | Weekday)


def _unit(expression: Relative | Stretch | Weekday) -> Unit | None:
    return Unit.DAY if isinstance(expression, Weekday) else expression.unit


def _fits(unit: Unit | None, span: TimeSpan) -> bool:
    """Whether a time is fine enough to count such units from."""
    match unit:
        case Unit.YEAR | None:
            return span.precision is not TimePrecision.BOUND
        case Unit.MONTH:
            return span.precision not in (TimePrecision.YEAR, TimePrecision.BOUND)
        case Unit.WEEK | Unit.WEEKEND:
            return span.precision in (*DAY_GRAIN, TimePrecision.WEEK)
        case _:
            return span.precision in DAY_GRAIN
