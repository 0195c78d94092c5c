"""Quotations of a text: what stands between quotation marks, also over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“", "«": "»"}
_MARK = re.compile(r"[“”„«»\"]")
_FIRST = frozenset({"I", "We"})  # "“We did it”" is no name
_BREAK = re.compile(r"\n\s*\n|\n(?=[“\"])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters between two marks, the marks left out.

    ``continued`` marks a quotation that follows one left open at the end of the paragraph before (the
    newspaper habit of opening each paragraph of a long quotation anew); ``long`` one of more than a few
    words, which speaks rather than names.
    """

    begin: int
    end: int
    continued: bool = False
    long: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in the order of the text; an unclosed one ends with its paragraph."""
    found: list[Quotation] = []
    begin = 0
    left_open = False
    for end in [*(m.start() for m in _BREAK.finditer(text)), len(text)]:
        left_open = _paragraph(text, begin, end, found, left_open)
        begin = end
    return tuple(found)


def _paragraph(text: str, begin: int, end: int, found: list[Quotation], left_open: bool) -> bool:
    opened: int | None = None
    closer = ""
    first = True
    for found_mark in _MARK.finditer(text, begin, end):
        at, mark = found_mark.start(), found_mark.group()
        if opened is None:
            if mark in _PAIRS or (mark == '"' and _opens(text, at)):
                opened, closer = at + 1, _PAIRS.get(mark, '"')
        elif mark == closer or (mark == '"' and closer == "”") or (closer == '"' and mark in "”"):
            _add(text, found, opened, at, left_open and first)
            opened, first = None, False
    if opened is not None and end - opened > 1:
        _add(text, found, opened, end, left_open and first)
        return True
    return False


def _opens(text: str, at: int) -> bool:
    """A straight mark opens a quotation unless a letter or a full stop stands right before it."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,!?")


def _add(text: str, found: list[Quotation], begin: int, end: int, continued: bool) -> None:
    words = text[begin:end].split()
    if words:
        found.append(Quotation(begin, end, continued, len(words) >= 4 or words[0] in _FIRST))
