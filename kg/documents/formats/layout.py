"""Printed lines put together to paragraphs: parted words joined, running heads and page numbers dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_PARTED = re.compile(r"(?P<before>\w+)[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
# Parts of names that keep their hyphen wherever a line ends.
_BOUND_NAMES = "al el as ad an ar at az ash abd abu bin ibn ul ur ud anti non pro ex co self semi vice post pre"
_BOUND = frozenset(_BOUND_NAMES.split())
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")
_SHORT = 0.75
_FURNITURE = 3


def paragraphs(pages: Sequence[str]) -> str:
    """The text of printed pages, a paragraph a line, an empty line between them."""
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    usual = _furniture(lines)
    kept = [
        line
        for page in lines
        for line in page
        if not (line and (_normal(line) in usual or _PAGE_NUMBER.fullmatch(line)))
    ]
    widths = sorted(len(line) for line in kept if line)
    width = widths[len(widths) * 3 // 4] if widths else 0
    return "\n\n".join(_joined(kept, width))


def _joined(lines: Iterable[str], width: int) -> Iterable[str]:
    paragraph = ""
    for line in lines:
        if not line:
            if paragraph:
                yield paragraph
            paragraph = ""
            continue
        paragraph = _append(paragraph, line) if paragraph else line
        if len(line) < _SHORT * width and (_ENDS.search(line) or paragraph == line):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _append(paragraph: str, line: str) -> str:
    parted = _PARTED.search(paragraph)
    if parted is None:
        return f"{paragraph} {line}"
    if line[:1].islower() and parted["before"].lower() not in _BOUND:
        return paragraph[:-1] + line
    return paragraph + line


def _furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """First and last lines that come again on page after page, whatever number is in them."""
    ends: Counter[str] = Counter()
    for page in pages:
        full = [line for line in page if line]
        ends.update({_normal(line) for line in (*full[:2], *full[-2:])})
    return frozenset(line for line, times in ends.items() if times >= _FURNITURE and times * 2 > len(pages))


def _normal(line: str) -> str:
    return re.sub(r"\d+", "0", line)
