"""The date of a report where the report states it: in a line of its own, a byline or a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kg.extract.numerals import word_set
from kg.extract.times.expressions import CalendarDate, TimeExpression, Weekday
from kg.extract.times.finder import scan
from kg.model import Span

_HEAD = 1500  # characters in which a leading line or dateline stands

# What may stand beside the date in a line that gives nothing else: labels, zones, agencies.
_LINE_WORDS = word_set(
    "date dated published updated posted issued last on at first created modified time am pm a.m p.m by t z "
    "page article story edition filed printed uk "
    "edt est gmt utc ist bst cet cest eet msk hkt sgt pkt aest sast wat eat pst pdt et local reuters afp "
    "ap upi xinhua pti ani tnn ians tass efe dpa mon tue wed thu fri sat sun monday tuesday wednesday "
    "thursday friday saturday sunday"
)

_AFTER_DATELINE = re.compile(
    r"^\)?[,\s]*(?:\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]|/[^/\n]{2,30}/)?\s*(?:\.?\s?(?:--|—|–|-)|[:\[])"
)
# "GOMA, 3 May 2002. At least": a year tells that it is a dateline, where no dash does.
_AFTER_FULL_DATELINE = re.compile(r"^\.?(?:[ \t]*(?:\n|$)|[ \t]+[A-Z“\"'])")
_AGENCY = re.compile(r"\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]")
# "Goma Home Service in French 1530 GMT 9 Aug 86": how those who monitored broadcasts headed what they heard.
_HEARD = re.compile(r"\bin [A-Z][a-z]+(?: [A-Z][a-z]+)?(?: to [\w ]{3,30})?[,.]? ?\(?$")

# What no full date goes without: a year of four figures or cut short, or two numbers.
_FIGURES = re.compile(r"[0-9]{4}|['’‘][0-9]{2}|[0-9][^0-9]+[0-9]")
_PAGE_WORDS = 8
_LONGEST = 60  # characters before or behind the date in such a line
_TITLES = 2  # lines of a title at most
_TITLED = re.compile(r"(?:[,:|(\[–—-]|\bfor)\s*$", re.IGNORECASE)  # before the date that ends a title

_PLACE_JOINTS = frozenset({"of", "the", "de", "la", "el", "al", "and", "del", "y"})


# "DUBLIN, Wednesday." at the beginning of one of the first lines.
_WEEKDAY_LINE = re.compile(
    r"^[ \t*•]*(?P<place>[^\n,.:]{2,40}),\s+(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b\s*(?:[.:(\n]|--|—|–|-|$)",
    re.MULTILINE,
)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
# Days from the dateline of a report to the paper that prints it: where it says a weekday, and where it says a date.
_ON_THE_WAY = 3
_PRINTED_LATER = 31


class Dating(NamedTuple):
    """The day of a report or None, where it comes from, and whether it was inferred rather than stated."""

    issued: date | None
    basis: str
    inferred: bool


def full_date(expression: TimeExpression) -> date | None:
    if isinstance(expression, CalendarDate) and expression.year and expression.month and expression.day:
        return date(expression.year, expression.month, expression.day)
    return None


def leading_line(text: str) -> Dating | None:
    """A line near the top that holds hardly more than a date or a title that ends with one ("Daily brief, 4 May
    2013"), or the word ``date`` with one before the text."""
    head = text[:_HEAD].lstrip("﻿ \t\r\n")
    lines = [line.strip() for line in head.split("\n") if line.strip()][:8]
    for number, line in enumerate(lines):
        dated = ((found, day) for found in scan(line[:200]) if (day := full_date(found)))
        found, day = next(dated, (None, None)) if _FIGURES.search(line[:200]) else (None, None)
        if found is None or day is None:
            continue
        if found.text[4:9].strip().startswith("GMT") and _HEARD.search(line[: found.span.begin]):
            return Dating(day, "leading line", False)
        before, after = line[: found.span.begin].strip(" :|-–—,"), line[found.span.end :]
        if number == 0 and before.lower() == "date":
            return Dating(day, "leading line", False)
        if number <= _TITLES and _TITLED.search(line[: found.span.begin]) and not after.strip(" )]|"):
            return Dating(day, "leading line", False)
        byline = line.lower().startswith("by ") and len(line) < 90 and not after.strip(" :|-–—,.")
        if byline or _of_the_page(f"{before} {after}"):
            return Dating(day, "leading line", False)
    return None


def _of_the_page(rest: str) -> bool:
    """Whether a line says no more beside its date than when, where on the page or by which agency it was put out."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", rest.lower())
    return len(words) <= _PAGE_WORDS and all(word in _LINE_WORDS for word in words)


def _place(before: str) -> bool:
    """Whether a line begins as datelines do: with nothing but names."""
    words = re.findall(r"[^\s,/()*]+", _AGENCY.sub("", before))
    return bool(words) and all(word[0].isupper() or word in _PLACE_JOINTS for word in words)


def of_the_story(text: str, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times that a report tells, without those that date the report itself."""
    head = _head_date(text, expressions)
    return [found for found in expressions if found is not head and not in_dateline(text, found)]


def _head_date(text: str, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date that stands in a line of its own at the head of a report: of the report, and of nothing that it tells.

    Where several lines hold a date alone, the text is a timeline and they date its items.
    """
    alone = [found for found in expressions if full_date(found) is not None and _alone(text, found.span)]
    return alone[0] if len(alone) == 1 and alone[0].span.end < _HEAD else None


def _alone(text: str, span: Span) -> bool:
    begin, end = text.rfind("\n", 0, span.begin) + 1, text.find("\n", span.end)
    before, behind = text[begin : span.begin], text[span.end : end if end >= 0 else len(text)]
    return max(len(before), len(behind)) <= _LONGEST and _of_the_page(f"{before} {behind}")


def in_dateline(text: str, expression: TimeExpression) -> bool:
    """Whether a date stands between a place at the start of a line and the dash: the day on which it was written.

    So does the weekday of "TEHRAN, Friday", alone in its line.
    """
    if isinstance(expression, Weekday):
        head = _WEEKDAY_LINE.search(text[:_HEAD])
        return head is not None and head.start("day") == expression.span.begin and _place(head["place"])
    if not isinstance(expression, CalendarDate) or not expression.month or not expression.day:
        return False
    line = text.rfind("\n", 0, expression.span.begin) + 1
    before = text[line : expression.span.begin]
    if not before.strip() or len(before) > _LONGEST or not _place(before):
        return False
    after = text[expression.span.end : expression.span.end + 60]
    full = full_date(expression) is not None and before.rstrip()[-1:] == ","
    return bool(_AFTER_DATELINE.match(after) or (full and _AFTER_FULL_DATELINE.match(after)))


def dateline(text: str, expressions: Sequence[TimeExpression]) -> Dating | CalendarDate | None:
    """The first date between a place at the start of a line and a dash; without its year it is given as
    read."""
    for expression in expressions:
        if expression.span.begin > _HEAD:
            return None
        if isinstance(expression, CalendarDate) and in_dateline(text, expression):
            day = full_date(expression)
            return Dating(day, "dateline", False) if day else expression
    return None


def told_on(text: str, expressions: Sequence[TimeExpression], issued: date | None) -> date | None:
    """The day from which a report sees "today" and "last night": that of its dateline, printed some days later.

    ``issued`` is the day on which it came out, and what is meant where no dateline gives a day shortly before it.
    """
    if issued is None:
        return None
    line = dateline(text, expressions)
    days = [issued - timedelta(days=n) for n in range((_PRINTED_LATER if line is not None else _ON_THE_WAY) + 1)]
    if isinstance(line, Dating):
        return line.issued if line.issued in days else issued
    if line is not None:
        return next((day for day in days if (day.month, day.day) == (line.month, line.day)), issued)
    named = _WEEKDAY_LINE.search(text[:_HEAD])
    if named is None or not _place(named["place"]):
        return issued
    return next((day for day in days if day.weekday() == _WEEKDAYS.index(named["day"])), issued)
