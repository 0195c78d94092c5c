"""Which words of a quote say what: event words by their offsets, participants by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.why.records import Mark


def marked(quote: str, event: Iterable[tuple[int, int]], wordings: Iterable[tuple[str, Iterable[str]]]) -> list[Mark]:
    """Marks that do not overlap, in the order of the quote.

    ``event`` are offsets within the quote; ``wordings`` pairs of a role and the ways to word it: the longest that
    stands in the quote is marked where it comes first. What is given first wins.
    """
    found: list[Mark] = []
    for begin, end in event:
        mark = Mark(begin, end, "event")
        if 0 <= begin < end <= len(quote) and _free(mark, found):
            found.append(mark)
    for role, names in wordings:
        first = _first(quote, role, names, found)
        if first is not None:
            found.append(first)
    return sorted(found, key=lambda m: (m.begin, m.end, m.role))


def _first(quote: str, role: str, names: Iterable[str], taken: list[Mark]) -> Mark | None:
    for name in sorted({n for n in names if n.strip()}, key=lambda n: (-len(n), n)):
        words = r"\s+".join(map(re.escape, name.split()))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", quote, re.IGNORECASE):
            mark = Mark(match.start(), match.end(), role)
            if _free(mark, taken):
                return mark
    return None


def _free(mark: Mark, taken: list[Mark]) -> bool:
    return not any(mark.begin < other.end and other.begin < mark.end for other in taken)
