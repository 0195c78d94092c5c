"""The date of a report where the report states it: in a line of its own, a byline or a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kg.extract.numerals import word_set
from kg.extract.times.expressions import CalendarDate, TimeExpression
from kg.extract.times.finder import scan

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
    r"^\)?[,\s]*(?:\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]|/[^/\n]{2,30}/)?\s*(?:--|—|–|-|:|\[|\.--)"
)

_TITLES = 2  # lines of a title at most
_TITLED = re.compile(r"(?:[,:|(\[–—-]|\bfor)\s*$", re.IGNORECASE)  # before the date that ends a title

_PLACE_JOINTS = frozenset({"of", "the", "de", "la", "el", "al", "and", "del", "y"})


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
        found, day = next(dated, (None, None)) if any(map(str.isdigit, line[:200])) else (None, None)
        if found is None or day is None:
            continue
        before, after = line[: found.span.begin].strip(" :|-–—,"), line[found.span.end :]
        if number == 0 and before.lower() == "date":
            return Dating(day, "leading line", False)
        rest = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", f"{before} {after}".lower())
        if number <= _TITLES and _TITLED.search(line[: found.span.begin]) and not after.strip(" )]|"):
            return Dating(day, "leading line", False)
        byline = line.lower().startswith("by ") and len(line) < 90 and not after.strip(" :|-–—,.")
        if byline or (len(rest) <= 8 and all(word in _LINE_WORDS for word in rest)):
            return Dating(day, "leading line", False)
    return None


def _place(before: str) -> bool:
    """Whether a line begins as datelines do: with nothing but names."""
    words = re.findall(r"[^\s,/()*]+", before)
    return bool(words) and all(word[0].isupper() or word in _PLACE_JOINTS for word in words)


def dateline(text: str, expressions: Sequence[TimeExpression]) -> Dating | CalendarDate | None:
    """The first date between a place at the start of a line and a dash; without its year it is given as
    read."""
    for expression in expressions:
        if expression.span.begin > _HEAD:
            return None
        if not isinstance(expression, CalendarDate) or not expression.month or not expression.day:
            continue
        line = text.rfind("\n", 0, expression.span.begin) + 1
        before = text[line : expression.span.begin]
        after = text[expression.span.end : expression.span.end + 60]
        if not before.strip() or len(before) > 60 or not _place(before) or not _AFTER_DATELINE.match(after):
            continue
        day = full_date(expression)
        return Dating(day, "dateline", False) if day else expression
    return None
