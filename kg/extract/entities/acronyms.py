"""Acronyms in brackets and the words before them whose first letters they are (after Schwartz and Hearst,
2003).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.entities.page import Page
from kg.extract.entities.words import words

_MINOR = words("of the and for in on to de la del y e et du des al el und der den van von against by with at")
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_SHORTEST, _LONGEST = 3, 8


def expansions(page: Page) -> Iterator[tuple[int, int]]:
    """Token ranges of names that an acronym in brackets right after them spells."""
    solid = page.solid
    if _OPEN.isdisjoint(page.text):
        return
    for k in range(1, len(solid) - 2):
        if page.text[solid[k]] not in _OPEN:
            continue
        letters = page.text[solid[k + 1]].replace(".", "")
        if (
            page.text[solid[k + 2]] in _CLOSE
            and letters.isupper()
            and letters.isalpha()
            and _SHORTEST <= len(letters) <= _LONGEST
        ):
            begin = _spelt(page, k, letters)
            if begin >= 0:
                yield begin, solid[k - 1] + 1


def _spelt(page: Page, k: int, letters: str) -> int:
    """The token at which words that end before the k-th solid one and spell the letters begin, or -1."""
    wanted = list(letters)
    sentence = page.sentence[page.solid[k]]
    for back in range(k - 1, max(-1, k - 3 * len(letters)), -1):
        i = page.solid[back]
        word = page.text[i]
        if page.sentence[i] != sentence:
            return -1
        if not word[0].isalpha():
            if word in ("-", "'s", "’s", "&", "/"):
                continue
            return -1
        if page.upper[i] and word[0].upper() == wanted[-1]:
            wanted.pop()
            if not wanted:
                return i
        elif page.lower[i] not in _MINOR and page.lower[i] not in ("'s", "’s"):
            return -1
    return -1
