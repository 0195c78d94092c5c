"""The day on which a report was written, where nobody gave it: from what the report says, or not at all.

A wrong date would misdate every weekday in the report, so each rule needs facts that fit one day only:

1. A leading line or a byline with a full date, and a dateline with a full date, state it.
2. A weekday with day and month and no year (``Sunday (December 2nd)``) tells of recent news. It fits few
   years; one of them must be the only one in the seven years from the latest year that the text mentions as
   past. The report is of the last weekday on which something was said or announced within three days after
   that.
3. The date of a picture's caption counts where the text tells its news of that very weekday.
4. A dateline without a year: the only year, at most three after the latest year mentioned, in which the
   weekday that the text first reports of is the dateline's day or the day before.

2 to 4 are marked as inferred. Rules that disagree cancel each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract.times.expressions import Bound, BoundKind, CalendarDate, Range, TimeExpression, Weekday
from kg.extract.times.finder import find
from kg.extract.times.spans import shifted, valid_date
from kg.extract.times.stated_date import Dating, dateline, full_date, leading_line

# Years from the latest one mentioned in which a report can lie: weekdays repeat after 5, 6 or 11 years.
_WINDOW = 7
_DATELINE_YEARS = 4
_SAYING = (
    r"(?:sa(?:id|ys?)|announce[ds]?|confirm(?:ed|s)|told|report(?:ed|s)|den(?:ied|ies)|claim(?:ed|s)|accuse[ds]|"
    r"stated|declared|released|issued|tweeted|posted|revealed|warned|acknowledged|disclosed|condemned|statement|"
    r"vowed)"
)
_SAID_BEFORE = re.compile(rf"\b{_SAYING}(?:\s+(?!and\b|but\b)[\w'’]+){{0,3}}\s+(?:late |early |on )*$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"^(?:'s|’s)?,?(?:\s+\S+){{0,9}}?\s+{_SAYING}\b", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’']?\s+|\n\s*)(?:late |early )?(?:on )?$", re.IGNORECASE)
_LATER_CUE = re.compile(r"\b(?:will|by|until|through|plans?|next|target|vision|scheduled)\b[^.]{0,40}$", re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:Getty|AFP|AP|Reuters|EPA|Xinhua|UPI|Photo|Photograph|Picture|Anadolu)\b")
_ARCHIVE = re.compile(r"\b(?:file|archive|undated)\b", re.IGNORECASE)
_UNDATED = Dating(None, "", False)


def document_date(text: str, issued: date | None = None) -> Dating:
    """When a report was written; ``issued`` is what others know and wins."""
    if issued is not None:
        return Dating(issued, "given", False)
    expressions = find(text)
    for stated in (leading_line(text), dateline(text, expressions)):
        if isinstance(stated, Dating):
            return stated
    found = [
        dating
        for dating in (
            _from_weekday_and_date(text, expressions),
            _from_caption(text, expressions),
            _from_dateline_without_year(text, expressions),
        )
        if dating is not None
    ]
    if not found or len({dating.issued for dating in found}) > 1:
        return _UNDATED
    return found[0]


def era_of(expressions: Sequence[TimeExpression], text: str) -> tuple[int, int] | None:
    """First and last year in which an undated report can have been written: from the latest year it tells of
    as past."""
    years: list[int] = []
    for expression in expressions:
        told = [year for year in _years(expression) if 1900 <= year <= 2100]
        before = text[max(0, expression.span.begin - 60) : expression.span.begin]
        if told and not _LATER_CUE.search(before):
            years.extend(told)
    return (max(years), max(years) + _WINDOW - 1) if years else None


def _years(expression: TimeExpression) -> Iterator[int]:
    match expression:
        case CalendarDate(year=int(year)):
            yield year
        case Range(first=first, last=last):
            yield from _years(first)
            yield from _years(last)
        case Bound(kind=BoundKind.SINCE | BoundKind.AFTER, of=inner):
            yield from _years(inner)
        case _:
            return


def _from_weekday_and_date(text: str, expressions: Sequence[TimeExpression]) -> Dating | None:
    era = era_of(expressions, text)
    if era is None:
        return None
    days: list[tuple[CalendarDate, date]] = []
    for expression in expressions:
        if not isinstance(expression, CalendarDate) or expression.weekday is None or expression.year is not None:
            continue
        if not expression.month or not expression.day:
            continue
        fitting = [
            date(year, expression.month, expression.day)
            for year in range(era[0], era[1] + 1)
            if valid_date(year, expression.month, expression.day)
            and date(year, expression.month, expression.day).weekday() == expression.weekday
        ]
        if len(fitting) != 1:
            return None
        days.append((expression, fitting[0]))
    if not days or max(day for _, day in days) > shifted(min(day for _, day in days), 31):
        return None
    expression, event = max(days, key=lambda found: found[1])
    issued = _last_report(text, expressions, event)
    if issued is None:
        return None
    basis = f"'{' '.join(expression.text.split())}' fits {event.year} only, after {era[0]} in the text"
    if issued != event:
        basis += f"; last report on {issued:%A}"
    return Dating(issued, basis, True)


def _last_report(text: str, expressions: Sequence[TimeExpression], event: date) -> date | None:
    """The last day on which something was said, up to three days after the event; None if there is none or
    doubt."""
    lags: list[int] = []
    for expression in expressions:
        plain = isinstance(expression, Weekday) and expression.shift is None and expression.week is None
        undated = isinstance(expression, CalendarDate) and expression.year is None
        number = expression.weekday if isinstance(expression, Weekday | CalendarDate) and (plain or undated) else None
        if number is not None and _reports(text, expression):
            lags.append((number - event.weekday()) % 7)
    if not lags or max(lags) > 3:
        return None
    return shifted(event, max(lags))


def _reports(text: str, expression: TimeExpression) -> bool:
    """Whether something was said or announced on that day."""
    before = text[max(0, expression.span.begin - 80) : expression.span.begin]
    before = " ".join(re.split(r"[.!?;]\s|\n\s*\n", before)[-1].split()) + " "
    if _SAID_BEFORE.search(before):
        return True
    opening = _SENTENCE_START.search(text[max(0, expression.span.begin - 30) : expression.span.begin])
    after = re.split(r"[.!?;]\s|\n\s*\n", text[expression.span.end : expression.span.end + 120])[0]
    return bool(opening and _SAID_AFTER.search(after))


def _from_caption(text: str, expressions: Sequence[TimeExpression]) -> Dating | None:
    era = era_of(expressions, text)
    latest = max((day for expression in expressions if (day := full_date(expression))), default=None)
    if era is None or latest is None or latest.year != era[0]:
        return None
    for expression in expressions:
        if full_date(expression) != latest:
            continue
        line = text[text.rfind("\n", 0, expression.span.begin) + 1 :].split("\n", 1)[0]
        news = [found for found in expressions if isinstance(found, Weekday) and found.shift is None]
        if not _CREDIT.search(line) or _ARCHIVE.search(line) or not news:
            continue
        if all(found.weekday == latest.weekday() for found in news):
            basis = f"caption of {latest} and '{news[0].text}' in the text"
            return Dating(latest, basis, True)
    return None


def _from_dateline_without_year(text: str, expressions: Sequence[TimeExpression]) -> Dating | None:
    line = dateline(text, expressions)
    era = era_of(expressions, text)
    if not isinstance(line, CalendarDate) or not line.month or not line.day or era is None:
        return None
    told = [
        found for found in expressions
        if isinstance(found, Weekday) and found.shift is None and found.week is None and _reports(text, found)
    ]  # fmt: skip
    if not told:
        return None
    fitting = [
        date(year, line.month, line.day)
        for year in range(era[0], era[0] + _WINDOW)
        if valid_date(year, line.month, line.day)
        and (date(year, line.month, line.day).weekday() - told[0].weekday) % 7 <= 1
    ]
    if len(fitting) != 1 or fitting[0].year >= era[0] + _DATELINE_YEARS:
        return None
    basis = f"dateline '{line.text}' and '{told[0].text}' fit {fitting[0].year} only, after {era[0]} in the text"
    return Dating(fitting[0], basis, True)
