"""Times of two tellings: whether they speak for one event or against it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.mentions import EventMention
from kg.extract.times.words import MONTHS
from kg.model import TimePrecision, TimeSpan


def _interval(span: TimeSpan) -> tuple[object, object] | None:
    if span.earliest is None or span.latest is None:
        return None
    return span.earliest, span.latest


def apart(mine: list[TimeSpan], theirs: list[TimeSpan]) -> bool:
    """Every time of one lies wholly outside every time of the other."""
    ours = [i for s in mine if (i := _interval(s))]
    other = [i for s in theirs if (i := _interval(s))]
    if not ours or not other:
        return False
    return all(a[1] < b[0] or b[1] < a[0] for a in ours for b in other)  # type: ignore[operator]


def campaign(times: list[TimeSpan]) -> bool:
    """ "since March", "for years": a course of many acts, not one."""
    return any(
        (t.precision is TimePrecision.BOUND and t.earliest is not None)
        or (t.earliest != t.latest and t.text.lower().startswith("since "))
        for t in times
    )


def counted_on(times: list[TimeSpan]) -> bool:
    """ "The next morning", "two days later": times that go on from one told before, not from the report."""
    return all(t.basis.startswith("relative to ") and "report" not in t.basis for t in times)


_WEEK = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "overnight"}
)
_CALENDAR = _WEEK - {"overnight"} | MONTHS.keys()
_STRETCHES = frozenset(
    {"earlier this week", "earlier this month", "earlier this year", "last month", "last year", "the previous month"}
)


def elsewhen(mention: EventMention, others: Iterable[EventMention]) -> bool:
    """Whether a mention tells of another time than all that was told of an event."""
    others = list(others)
    if apart(mention.times, [t for m in others for t in m.times]):
        return True
    days = {day for m in others for day in m.days}
    if mention.days and days and not mention.days & days:
        return True  # "April 4, 2017", "April 7"
    return _told_apart(mention.time_words, {words for m in others for words in m.time_words})


def _told_apart(mine: set[str], theirs: set[str]) -> bool:
    """Undated times that name different days or months ("last February", "April 3")."""
    if _before(mine, theirs) or _before(theirs, mine):
        return True
    ours = {w.strip(".,") for phrase in mine for w in phrase.split()} & _CALENDAR
    others = {w.strip(".,") for phrase in theirs for w in phrase.split()} & _CALENDAR
    return bool(ours and others and not ours & others)


def _before(some: set[str], others: set[str]) -> bool:
    """Whether some name a stretch before the days of the week that others name: "last month" and "on Sunday"."""
    if not some or not all(phrase.removeprefix("in ") in _STRETCHES for phrase in some):
        return False
    return any(word.strip(".,") in _WEEK for phrase in others for word in phrase.split())


def same_day(mine: list[TimeSpan], theirs: list[TimeSpan]) -> bool:
    fine = (TimePrecision.DAY, TimePrecision.MINUTE)
    days = {s.earliest for s in mine if s.precision in fine}
    return bool(days & {s.earliest for s in theirs if s.precision in fine})
