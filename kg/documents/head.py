"""What the head of a report says of the report itself: its date, its source, its headline.

Only the first lines are looked at, and only forms that belong to the report and not to its story: a leading
``date 2019-06-03``, a line such as ``Published: 3 June 2019`` or ``By A. Writer, 3 June 2019``, a dateline.
A dateline without a year dates nothing here, and no date is ever taken from the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.documents import dates
from kg.documents.agencies import agency
from kg.documents.dateline import read_dateline

# Headline, standfirst, byline, caption and page furniture may come before a dateline.
_LINES = 12
_LONGEST = 120

_LEADING = re.compile(r"\s*(?P<word>date\b\s*[:=]?\s*)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*\d{4}")
_AFTER_LEADING = re.compile(r"(?=\s|$)[ \t]*(?:[|:;–—-](?=\s))?[ \t]*\n?")
_PUBLISHED = re.compile(
    r"\W*(?:(?:first\s+)?(?:published|posted|issued|dated|created)|date(?:\s+published)?|publication\s+date)\b"
    r"(?:\s+(?:at|on))?[\s:|–—-]*",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\W*(?:last\s+)?(?:updated|modified)\b(?:\s+(?:at|on))?[\s:|–—-]*", re.IGNORECASE)
_SOURCE = re.compile(r"\W*(?:source|agency|outlet|publisher)\s*[:=|]\s*([A-Z\d].{0,78})$", re.IGNORECASE)
_BYLINE = re.compile(r"\W*by:?\s+(?=\S)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\bat\s+)?(?<![\w:+-])[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?!\d)(?:\s*[ap]\.?m\b\.?)?|\b[01]?\d\s*[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|EST|EDT|ET|PST|PDT|CET|CEST|BST|MSK)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\s|,;:.·•/()\[\]+–—-]*$")
# "Manila, Feb 3 2015", "The Daily Herald | 20 October 2011": a place or outlet and nothing else before the date.
_NAME_ALONE = re.compile(
    r"[A-Z][\w'’.&-]*(?:[ ](?:of|and|the|de|del|la|el|al|[A-Z][\w'’.&-]*)){0,4}(?:\s*[,|·•/–—-]\s*|\s{2,})"
)
# Further down a line of that form rather dates a picture.
_TOP = 4
_SEPARATOR = re.compile(r"\s*[|,;·•/(\[–—-]")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; ``begin`` is where the kept text starts, after a leading date."""

    begin: int = 0
    issued: date | None = None
    issued_basis: str = ""
    source: str | None = None
    title: str | None = None


def read_head(text: str) -> Head:
    """Date, source and headline of a report as far as its head states them.

    A leading date outranks a line of metadata, that a dateline, that the date of an update.
    """
    leading = _leading(text)
    begin = leading.end if leading else 0
    lines = list(_first_lines(text[begin:]))
    dated = [(leading.day, "leading line")] if leading else []
    sources: list[str] = []
    plain: list[str] = []
    datelines: list[tuple[date, str]] = []
    updates: list[tuple[date, str]] = []
    for number, line in enumerate(lines):
        named = _SOURCE.match(line)
        published, updated = _published(line, top=number < _TOP), _after_key(_UPDATED, line)
        dateline = read_dateline(line)
        if named:
            sources.insert(0, agency(named[1]) or named[1].strip())
        elif published:
            dated.append((published, "metadata"))
        elif updated:
            updates.append((updated, "metadata"))
        elif dateline:
            datelines += [(dateline.issued, "dateline")] if dateline.issued else []
            sources += [dateline.source] if dateline.source else []
        elif not _BYLINE.match(line) and not agency(line):
            plain.append(line)
        by = _agency_of_byline(line)
        sources += [by] if by else []
    issued, basis = next(iter((*dated, *datelines, *updates)), (None, ""))
    return Head(begin, issued, basis, next(iter(sources), None), _title(plain, lines))


def _leading(text: str) -> dates.Written | None:
    """The date that the text opens with, ended where the report itself starts.

    After the word ``date`` any way of writing it counts, alone only year-month-day: no story begins so.
    """
    key = _LEADING.match(text)
    written = dates.date_at(text, key.end()) if key else None
    if key is None or written is None or not (key["word"] or _YEAR_FIRST.match(text)):
        return None
    rest = _AFTER_LEADING.match(text, written.end)
    return dates.Written(written.day, 0, rest.end()) if rest else None


def _first_lines(text: str) -> Iterator[str]:
    """The first lines that hold anything, each without surrounding blanks."""
    count = 0
    for line in text[:20_000].split("\n"):
        if line.strip():
            yield line.strip()
            count += 1
        if count == _LINES:
            return


def _published(line: str, top: bool) -> date | None:
    """The date of a line that says when the report came out, in a form that a story's line cannot have."""
    if len(line) > _LONGEST:
        return None
    keyed = _after_key(_PUBLISHED, line)
    if keyed:
        return keyed
    bare = _CLOCK.sub("", line)
    for written in dates.find_dates(bare):
        before, after = bare[: written.begin], bare[written.end :]
        by_before = bool(_BYLINE.match(before)) and bool(re.search(r"[,|·•–—-]\s*$", before))
        ends = bool(_NOTHING.match(after)) or bool(_UPDATED.match(after))
        starts = bool(_NOTHING.match(before))
        named = top and bool(_NAME_ALONE.fullmatch(before))
        if ends and (starts or by_before or named or agency(before.strip(" |,;:·•/()[]–—-"))):
            return written.day
        if starts and (_BYLINE.match(after) or agency(after.strip(" |,;:·•/()[]–—-"))):
            return written.day
    return None


def _after_key(key: re.Pattern[str], line: str) -> date | None:
    match = key.match(line)
    if not match or len(line) > _LONGEST:
        return None
    rest = _CLOCK.sub("", line[match.end() :]).lstrip(" ,|–—-")
    written = dates.date_at(rest, 0)
    if not written:
        return None
    after = rest[written.end :]
    clean = _NOTHING.match(after) or _SEPARATOR.match(after) or _UPDATED.match(after) or _BYLINE.match(after)
    return written.day if clean else None


def _agency_of_byline(line: str) -> str | None:
    """The agency that a short line names alone, after ``by``, or beside a date."""
    if len(line) > _LONGEST:
        return None
    rest = _CLOCK.sub("", line)
    for written in reversed(list(dates.find_dates(rest))):
        rest = rest[: written.begin] + rest[written.end :]
    rest = _BYLINE.sub("", rest, count=1)
    parts = [part for part in re.split(r"[|,;·•/()\[\]–—]|\s-\s", rest) if part.strip()]
    if len(parts) > 3 or not (_BYLINE.match(line) or len(parts) == 1):
        return None
    return next((name for name in map(agency, reversed(parts)) if name), None)


def _title(plain: list[str], lines: list[str]) -> str | None:
    """A first line that stands like a headline: some words, no full stop, and more text after it."""
    for line in plain[:3]:
        words = line.split()
        if len(lines) > 1 and 4 <= len(words) <= 25 and line[-1] not in ".:,;":
            return line
    return None
