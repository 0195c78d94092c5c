"""Reads the message files of MUC-3 and MUC-4: many wire reports one after the other, in capitals or not.

A message begins with its identifier on a line of its own and a dateline, which gives the date. Editors'
remarks in brackets go; bracketed acronyms stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.reading import document
from kg.model import Document

_IDENTIFIER = re.compile(r"^(?P<id>[A-Z0-9]+-MUC[34]-\d{4})(?:[ \t].*)?$", re.MULTILINE)
_DATELINE = re.compile(
    r"\s*(?P<place>[^\n,(]+(?:\([^)]*\))?[^\n,(]*),\s*(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3})[a-z]*\.?\s*(?P<year>\d{2,4})?"
)
_REMARK = re.compile(
    r"\[(?![A-Z0-9.-]{2,12}\])[^\[\]]*\]|\[(?:TEXT|SUMMARY|EXCERPTS?|REPORT|CONTINUED)\]", re.IGNORECASE
)
_ACRONYM = re.compile(r"\[([^\[\]]*)\]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MONTHS = {
    m: n
    for n, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)
}
_CENTURY = 1900
SOURCE = "NIST gives out the texts and keys of MUC-3 and MUC-4, see docs/evaluation.md"


@dataclass(frozen=True, slots=True)
class Message:
    """One report; ``place`` is where its dateline says that it was filed."""

    document: Document
    place: str


def messages(paths: list[Path], capitals: bool = False) -> list[Message]:
    """All messages of some files, in their order.

    Raises:
        InputError: a file cannot be read or holds no message.
    """
    found: list[Message] = []
    for path in paths:
        try:
            text = path.read_text("latin-1")
        except OSError as error:
            reason = f"cannot be opened: {error.strerror or error}; {SOURCE}"
            raise InputError(str(path), reason) from None
        here = list(_messages(text, capitals))
        if not here:
            raise InputError(str(path), "holds no message (a line such as TST3-MUC4-0001 begins one)")
        found += here
    return found


def _messages(text: str, capitals: bool) -> Iterator[Message]:
    begins = list(_IDENTIFIER.finditer(text))
    ends = [match.start() for match in begins[1:]] + [len(text)]
    for begin, end in zip(begins, ends, strict=False):
        raw = text[begin.end() : end].strip("\n -")
        dateline = _DATELINE.match(raw)
        body = _clean(raw)
        yield Message(
            document(begin["id"], body.upper() if capitals else body, _day(dateline), "dateline"),
            " ".join(dateline["place"].split()) if dateline else "",
        )


def _clean(raw: str) -> str:
    """The report with its paragraphs as lines."""
    plain = _ACRONYM.sub(r"(\1)", _REMARK.sub(" ", raw))
    paragraphs = (" ".join(part.split()) for part in _PARAGRAPH.split(plain))
    return "\n\n".join(part for part in paragraphs if part)


def _day(dateline: re.Match[str] | None) -> date | None:
    if dateline is None or not dateline["year"]:
        return None
    month, year = _MONTHS.get(dateline["month"].lower()), int(dateline["year"])
    try:
        return date(year if year > 99 else _CENTURY + year, month or 0, int(dateline["day"]))
    except ValueError:
        return None
