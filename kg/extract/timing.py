"""Times of two tellings: whether they speak for one event or against it."""

from __future__ import annotations

from functools import lru_cache

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


_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "yesterday",
        "today",
    ]
)


_STRETCHES = frozenset(
    {"earlier this week", "earlier this month", "earlier this year", "last month", "last year", "the previous month"}
)
_WEEK = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "overnight"}
)
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


def told_apart(mine: set[str], theirs: set[str]) -> bool:
    """Undated times that name different days or months ("last February", "April 3")."""
    if _other_days(mine, theirs) or _before(mine, theirs) or _before(theirs, mine):
        return True
    ours = {w.strip(".,") for phrase in mine for w in phrase.split()} & _CALENDAR
    others = {w.strip(".,") for phrase in theirs for w in phrase.split()} & _CALENDAR
    return bool(ours and others and not ours & others)


def _before(some: set[str], others: set[str]) -> bool:
    """Whether some name a stretch before the days of the week that others name: "last month" and "on Sunday"."""
    if not some or not all(phrase.removeprefix("in ") in _STRETCHES for phrase in some):
        return False
    return any(word.strip(".,") in _WEEK for phrase in others for word in phrase.split())


def _other_days(mine: set[str], theirs: set[str]) -> bool:
    """Whether both name days of months, and not one day in common ("April 4, 2017", "April 7")."""
    ours, others = ({day for phrase in phrases for day in _days(phrase)} for phrases in (mine, theirs))
    return bool(ours and others and not ours & others)


@lru_cache(maxsize=4096)
def _days(phrase: str) -> frozenset[tuple[str, int]]:
    """The days of months that a phrase names: ("april", 7)."""
    words = [word.strip(".,") for word in phrase.split()]
    return frozenset(
        (word[:3], int(number))
        for at, word in enumerate(words)
        if word[:3] in _MONTHS and (word in _CALENDAR or len(word) == 3)
        for number in (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
        if number.isdigit() and len(number) < 3
    )


def same_day(mine: list[TimeSpan], theirs: list[TimeSpan]) -> bool:
    fine = (TimePrecision.DAY, TimePrecision.MINUTE)
    days = {s.earliest for s in mine if s.precision in fine}
    return bool(days & {s.earliest for s in theirs if s.precision in fine})
