"""What the words of a time expression mean before anybody asks which day that was.

::

    TimeExpression
    ├── CalendarDate   July 7, 2023 · Friday, 7 July · in March · November 1995 · early 2014 · last March
    ├── Ambiguous      03/04/2023: one of several dates
    ├── Era            the 1980s · the 19th century
    ├── Occasion       spring 2011 · Ramadan · last summer
    ├── Weekday        Friday · last Friday · on Monday night · Thursday of last week
    ├── Deictic        today · yesterday · last week · earlier this month · overnight · over the weekend
    ├── Ago            two days ago · more than four years ago · in three weeks' time
    ├── Relative       the same day · two days later · the year before · a week after ...
    ├── Stretch        the past three months · in recent days · the weeks before ...
    ├── Range          between 3 and 5 May · Monday to Wednesday · 1992-1995
    ├── Bound          since March · until 2012
    ├── ClockTime      at about 8 pm (6 pm GMT)
    ├── PartOfDay      at dawn
    ├── Duration       for two hours: no date
    └── Recurring      every Friday: no date
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span


class Need(StrEnum):
    """What must be known before an expression can be put on the calendar."""

    NOTHING = "nothing"
    ISSUED = "issued"
    ANCHOR = "anchor"
    OPEN = "open"


class Tense(StrEnum):
    """Whether the clause tells what was, what is or what will be."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Unit(StrEnum):
    """The grain in which an expression counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Part(StrEnum):
    """Which stretch of a longer period is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class BoundKind(StrEnum):
    """On which side of a time something lies."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many units: at least ``low``, at most ``high`` (None: no upper limit). ``approximate`` for ``about
    two``."""

    low: int
    high: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``offset`` is the zone's distance from UTC in minutes, None where the text names none.

    ``zone`` holds the words for the zone (``GMT``, ``local time``), ``approximate`` marks ``about 8 pm``.
    """

    hour: int
    minute: int = 0
    offset: int | None = None
    zone: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when or how long. ``day_part`` and ``clock`` hold what they add to a day."""

    span: Span
    text: str
    day_part: str = ""
    clock: Clock | None = None

    @property
    def needs(self) -> Need:
        """What must be known to resolve it; ``open`` where no date follows from it whatever is known."""
        return Need.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate(TimeExpression):
    """A date by the calendar as far as it is said: any of year, month, day and weekday may be missing.

    ``shift`` is -1 for ``last March``, 1 for ``next March``, 0 for ``this March``; ``year_shift`` likewise
    for ``March of last year``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    shift: int | None = None
    year_shift: int | None = None

    @property
    def needs(self) -> Need:
        return Need.ISSUED if self.year is None else Need.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous(TimeExpression):
    """A date whose writing allows several readings (day and month in figures)."""

    options: tuple[CalendarDate, ...]

    @property
    def needs(self) -> Need:
        return Need.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Era(TimeExpression):
    """A decade or a century: ``years`` years from ``first`` on."""

    first: int
    years: int
    part: Part | None = None

    @property
    def needs(self) -> Need:
        return Need.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion(TimeExpression):
    """A season, fast or feast whose days the calendar year alone does not give.

    ``season`` tells spring, summer, autumn and winter from feasts. Without a year it stays open, except a feast
    that moves with Easter (``moves``), which is the last one before the report.
    """

    name: str
    season: bool
    year: int | None = None
    shift: int | None = None
    part: Part | None = None
    moves: tuple[int, int] | None = None

    @property
    def needs(self) -> Need:
        if self.year is not None:
            return Need.NOTHING
        return Need.OPEN if self.moves is None else Need.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday(TimeExpression):
    """A day of the week, Monday being 0. ``shift`` is -1 for ``last``, 0 for ``this``, 1 for ``next``.

    ``week`` is set where the week is named beside it: -1 for ``Thursday of last week``. ``anchored`` ones are
    told from another time in the text: the one before it (shift -1: ``the previous Friday``), after it (1) or
    in its week.
    """

    weekday: int
    shift: int | None = None
    week: int | None = None
    anchored: bool = False

    @property
    def needs(self) -> Need:
        return Need.ANCHOR if self.anchored else Need.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Deictic(TimeExpression):
    """A period counted from the day of the report: ``offset`` whole units away.

    ``side`` says ``earlier`` or ``later`` where only that side of the report's day is meant (``earlier this
    month``).
    """

    unit: Unit
    offset: int
    part: Part | None = None
    side: str = ""

    @property
    def needs(self) -> Need:
        return Need.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ago(TimeExpression):
    """A distance from the day of the report: into the past (-1) or the future (1)."""

    unit: Unit
    amount: Amount
    direction: int = -1

    @property
    def needs(self) -> Need:
        return Need.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(TimeExpression):
    """A time told from another time in the text, the anchor: -1 before it, 0 the same, 1 after it.

    ``side`` says ``earlier`` or ``later`` for ``earlier that day``, ``later in the day``.

    ``unit`` is None for ``at the time``. ``of`` is the anchor where it is itself a date (``two days after 7
    July``); ``event_at`` is the offset of the words that name the anchor's event (``a week after the
    attack``).
    """

    unit: Unit | None
    amount: Amount
    direction: int
    side: str = ""
    of: TimeExpression | None = None
    event_at: int | None = None

    @property
    def needs(self) -> Need:
        return Need.ANCHOR if self.of is None else self.of.needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(TimeExpression):
    """A period that ends (-1) or begins (1) at the day of the report, or at the anchor where ``anchored``."""

    unit: Unit
    amount: Amount
    direction: int
    anchored: bool = False
    event_at: int | None = None

    @property
    def needs(self) -> Need:
        return Need.ANCHOR if self.anchored else Need.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(TimeExpression):
    """From one time to another, both included; also two times told together (``Friday and Saturday``)."""

    first: TimeExpression
    last: TimeExpression

    @property
    def needs(self) -> Need:
        both = {self.first.needs, self.last.needs}
        return next(need for need in (Need.OPEN, Need.ANCHOR, Need.ISSUED, Need.NOTHING) if need in both)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(TimeExpression):
    """Only one end is said: ``since March``, ``until 2012``."""

    kind: BoundKind
    of: TimeExpression

    @property
    def needs(self) -> Need:
        return self.of.needs


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime(TimeExpression):
    """A time of day whose day stands elsewhere; ``clock`` is set."""

    @property
    def needs(self) -> Need:
        return Need.ANCHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay(TimeExpression):
    """``at dawn``, ``in the evening``: a day whose date stands elsewhere; ``day_part`` is set."""

    @property
    def needs(self) -> Need:
        return Need.ANCHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(TimeExpression):
    """How long, which is no date."""

    unit: Unit
    amount: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring(TimeExpression):
    """Times that come back (``every Friday``), which are no date."""
