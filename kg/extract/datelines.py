"""Datelines: the place that a report, or one item of a list, was filed from.

``BEIRUT, March 3 (AFP) -- Gunmen …``, ``KIRKUK - A bomb …``, ``LAHORE, Pakistan (Reuters): …``, at the head of a text
``Nairobi: …``, and without any mark behind the date ``SANAA, Sept 28 At least …``. It stands at the beginning of a
sentence or is one of its own.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from kg.extract.entities import Entities
from kg.extract.syntax.tokens import Span, Token

_DASHES = frozenset({"--", "---", "—", "–", "―"})
_BULLETS = frozenset({"*", "•", "·"})
_LONGEST = 16  # words
_LAYOUT = 9  # sentences that headlines, the writer and captions may take up
_HEAD = 3  # sentences at the head of a text: a headline, the writer, the first
_HEADING = 6  # words of "Sidi Bouzid, Tunisia:"
_SHORTEST = 3  # "BELFAST, Monday"
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """The key of the place and the number of the sentence that the dateline stands in."""

    key: str
    sentence: int


class Datelines:
    """The datelines of one document, by the sentence that they stand before."""

    def __init__(self, sentences: list[Span], entities: Entities) -> None:
        self._sentences = sentences
        self._entities = entities
        self._listed: frozenset[int] | None = None

    def before(self, number: int) -> Dateline | None:
        """The dateline at the beginning of a sentence or right before it."""
        for at in (number, number - 1):
            if at >= 0 and (key := self._place(at, own=at != number)) is not None:
                return Dateline(key, at)
        return None

    def first(self, number: int) -> Dateline | None:
        """The first dateline up to a sentence: where the report was filed from."""
        return next((line for at in range(number + 1) if (line := self.before(at)) is not None), None)

    def opening(self) -> int:
        """The sentence that a report begins with, below its headlines and captions; 0 if no dateline tells.

        Such a dateline begins with a place in capitals. One further down stands before an item of a list.
        """
        for at, sentence in enumerate(self._sentences[:_LAYOUT]):
            solid = (t for t in itertools.islice(sentence, _LONGEST) if not t.is_space and t.text not in _BULLETS)
            first = next(solid, None)
            if first is None or not first.is_upper:
                continue
            words = [first, *solid]
            if _end(words) is None:
                continue
            if words[0].ent_type_ == "LOC" or self._entities.is_place(words[0]):
                return at
        return 0

    def _place(self, at: int, own: bool) -> str | None:
        """The place that a sentence begins with as datelines do; ``own``: it holds nothing else."""
        words = [t for t in self._sentences[at] if not t.is_space and t.text not in _BULLETS]
        if not words or not (words[0].is_upper or self._entities.is_place(words[0]) or words[0].pos_ == "PROPN"):
            return None
        end = _end(words[:_LONGEST])
        shouted = end is not None and (any(t.is_upper for t in words[:end]) or _ends_with_date(words))
        if end is None or (own and end < len(words) - 1) or not shouted:
            end = self._heading(words) if not own and (at < _HEAD or at in self._list()) else None
        if end is None:
            return None
        place = next((t for t in words[:end] if self._entities.is_place(t)), None)
        return self._entities.place_phrase(place) if place is not None else None

    def _list(self) -> frozenset[int]:
        """The sentences that begin a line with a place and a colon, where several do: "Segovia: Gunmen killed"."""
        if self._listed is None:
            found = []
            for at, sentence in enumerate(self._sentences[1:], 1):
                words = [t for t in sentence[:_HEADING] if not t.is_space]
                colon = next((k for k, t in enumerate(words) if t.text == ":"), 0)
                before = sentence.doc[sentence.start - 1].text + sentence.doc[sentence.start].text
                if colon and "\n" in before and all(self._entities.is_place(t) for t in words[:colon]):
                    found.append(at)
            self._listed = frozenset(found if len(found) > 1 else ())
        return self._listed

    def _heading(self, words: list[Token]) -> int | None:
        """Where "Nairobi:" or "Goma, Congo -" ends, a place's name alone at the head of a text."""
        for k, word in enumerate(words[:_HEADING]):
            if k and (word.text == ":" or word.text in _DASHES or (word.text == "-" and words[k - 1].whitespace_)):
                return k
            if word.text != "," and not self._entities.is_place(word):
                return None
        return None


def _end(words: list[Token]) -> int | None:
    """Where a dateline ends: its dash or colon, or the first word behind a date that no mark follows."""
    for k, word in enumerate(words):
        if not k:
            continue
        before = words[k - 1]
        if word.text in _DASHES or (word.text == "-" and (before.whitespace_ or before.text == ")")):
            return k
        if word.text == "):" or (word.text == ":" and (before.text == ")" or k == len(words) - 1)):
            return k
    return len(words) if _ends_with_date(words) else None


def _ends_with_date(words: list[Token]) -> bool:
    """Whether a sentence is a place and a date, no more: "SANAA, Sept 28", "BELFAST, Monday", "Dacca, Dec. 12."."""
    words = words[:-1] if words[-1].text == "." else words
    named = words and (words[0].is_upper or words[0].ent_type_ == "LOC")
    if len(words) > _LONGEST // 2 or len(words) < _SHORTEST or not named:
        return False
    last = words[-1]
    return last.lower_.endswith("day") or (last.is_digit and any(t.lower_[:3] in _MONTHS for t in words[1:-1]))
