"""The pieces of a text that the time grammar reads: words, figures and single signs, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]|\w")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n")
BREAK = "\n\n"
_PARTS = frozenset({"mid", "early", "late", "post", "pre"})  # mid-2014 is a year, Su-27 is no number


class Token(NamedTuple):
    """One piece: ``low`` is its lower-case form, ``glued`` says that nothing separates it from the one
    before."""

    text: str
    low: str
    begin: int
    end: int
    glued: bool

    @property
    def word(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def digits(self) -> bool:
        """Whether it consists of ASCII digits."""
        return "0" <= self.text[0] <= "9"


_NOTHING = Token("\n", "", -1, -1, False)
_PADDING = 64


class Words:
    """The tokens of a text. A blank line is a token of its own (``BREAK``), so that no expression runs across
    it. One in ten is looked at closely; only those are put together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans, breaks = _split(text)
        self._texts = [text[begin:end] for begin, end in self._spans]
        for index in breaks:
            self._texts[index] = BREAK
        # Padding spares a test of the index on every look: rules look a few tokens past either end at most.
        self._lows = [*map(str.lower, self._texts), *([_NOTHING.low] * _PADDING)]
        self.low: Callable[[int], str] = self._lows.__getitem__
        """The lower-case form at an index, empty outside of the text; what rules ask hundreds of times a report."""
        self._made: list[Token | None] = [*([None] * len(self._spans)), *([_NOTHING] * _PADDING)]

    def __len__(self) -> int:
        return len(self._spans)

    def at(self, index: int) -> Token:
        """The token at an index; outside of the text a token that matches nothing."""
        token = self._made[index]
        if token is None:
            begin, end = self._spans[index]
            glued = index > 0 and begin == self._spans[index - 1][1] and self._texts[index - 1] != BREAK
            token = self._made[index] = Token(self._texts[index], self._lows[index], begin, end, glued)
        return token

    def forms(self) -> Sequence[str]:
        """Every token in lower case."""
        return self._lows[: len(self._spans)]

    def spells(self, index: int, *forms: str) -> bool:
        """Whether the tokens from an index on are these, case aside."""
        return self._lows[index : index + len(forms)] == list(forms)

    def skip(self, index: int, *forms: str) -> int:
        """The index after a run of these forms; runs of more than eight are no English and end there."""
        last = index + 8
        while index < last and self._lows[index] in forms:
            index += 1
        return index

    def possessive(self, index: int) -> int:
        """The index after a genitive ending (``'s``, or an apostrophe after s) at an index, else the index
        itself."""
        mark = self.at(index)
        if mark.text in ("'", "’", "`", "‘") and mark.glued:
            if self.low(index + 1) == "s" and self.at(index + 1).glued:
                return index + 2
            if self.low(index - 1).endswith("s") and not self.at(index + 1).glued:
                return index + 1
        return index

    def shouting(self, index: int) -> bool:
        """Whether the text around a token is set in capitals, so that capitals tell nothing."""
        near = [t for t in self._texts[max(0, index - 5) : index + 6] if len(t) > 1 and t.isalpha()]
        small = sum(not t.isupper() for t in near)
        return self.at(index).text.isupper() and small * 4 < len(near)

    def capitalised(self, index: int) -> bool:
        """Whether the token is written like a name."""
        return self.at(index).text[0].isupper()

    def number(self, index: int, *, joined: bool = False) -> int | None:
        """The value of a plain figure that is no part of a larger one, a decimal, an amount or a model name.

        ``joined`` lets it follow a hyphen, a dash or a slash after another figure (the second of ``3-5``).
        """
        token = self.at(index)
        if not token.digits or len(token.text) > 4:
            return None
        before, earlier = self.at(index - 1), self.at(index - 2)
        if token.glued:
            if before.word or before.text in "$€£¥#%_@&":
                return None
            if earlier.digits and before.glued and before.text in (".,:" if joined else ".,:/-–"):
                return None
            if earlier.word and before.glued and before.text in "-–" and earlier.low not in _PARTS:
                return None
        after, later = self.at(index + 1), self.at(index + 2)
        if after.glued and (after.text in "%_°" or (after.text in ".,:" and later.glued and later.digits)):
            return None
        return int(token.text)


def _split(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Where each token begins and ends, and which of them are blank lines."""
    pieces = [found.span() for found in _PIECE.finditer(text)]
    if _BLANK_LINE.search(text) is None:
        return pieces, []
    spans: list[tuple[int, int]] = []
    breaks: list[int] = []
    last = 0
    for span in pieces:
        begin, end = span
        if begin > last + 1 and _BLANK_LINE.search(text, last, begin):
            breaks.append(len(spans))
            spans.append((last, begin))
        spans.append(span)
        last = end
    return spans, breaks
