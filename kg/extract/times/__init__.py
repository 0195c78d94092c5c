"""When: finds the time expressions of a news text and puts them on the calendar, never more precisely than
the words.

``find`` gives expressions with their unresolved meaning, ``resolve`` one expression's time, ``resolve_all``
all times of a document, ``document_date`` the day on which an undated report was written.
"""

from kg.extract.times.docdate import document_date
from kg.extract.times.expressions import (
    Ago,
    Ambiguous,
    Amount,
    Bound,
    BoundKind,
    CalendarDate,
    Clock,
    ClockTime,
    Deictic,
    Duration,
    Era,
    Need,
    Occasion,
    Part,
    PartOfDay,
    Range,
    Recurring,
    Relative,
    Stretch,
    Tense,
    TimeExpression,
    Unit,
    Weekday,
)
from kg.extract.times.finder import find, moved_by
from kg.extract.times.narrative import event_times, resolve_all
from kg.extract.times.resolution import resolve, resolve_anchor
from kg.extract.times.spans import date_precision
from kg.extract.times.stated_date import Dating, of_the_story, told_on

__all__ = [
    "Ago",
    "Ambiguous",
    "Amount",
    "Bound",
    "BoundKind",
    "CalendarDate",
    "Clock",
    "ClockTime",
    "Dating",
    "Deictic",
    "Duration",
    "Era",
    "Need",
    "Occasion",
    "Part",
    "PartOfDay",
    "Range",
    "Recurring",
    "Relative",
    "Stretch",
    "Tense",
    "TimeExpression",
    "Unit",
    "Weekday",
    "date_precision",
    "document_date",
    "event_times",
    "find",
    "moved_by",
    "of_the_story",
    "resolve",
    "resolve_all",
    "resolve_anchor",
    "told_on",
]
