"""Finds phrases of a word list in running words, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kg.knowledge.spelling import fold

T = TypeVar("T")

_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "knife": "knives",
    "wife": "wives",
    "person": "people",
    "aircraft": "aircraft",
    "thief": "thieves",
    "artillery": "artillery",
}


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A record and the words for it: numbers ``begin`` to ``end`` (exclusive) of those searched."""

    begin: int
    end: int
    item: T


class Phrases(Generic[T]):
    """Records under phrases of one or several words, compared folded."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, ...], T] = {}
        self._longest = 1
        self._ends: set[str] = set()
        # The same few nouns end most phrases of a report, and of the next.
        self._last = lru_cache(maxsize=1 << 14)(self._look_up_last)
        self._all = lru_cache(maxsize=1 << 14)(self._look_up_all)

    def add(self, phrase: str, item: T) -> None:
        """Let a record be found under a phrase; the first record under a phrase stays."""
        key = tuple(fold(phrase).split())
        if key:
            self._items.setdefault(key, item)
            self._last.cache_clear()
            self._all.cache_clear()
            self._longest = max(self._longest, len(key))
            if len(key) > 1:
                self._ends.add(key[-1])

    def get(self, text: str) -> T | None:
        """The record under exactly this phrase."""
        return self._items.get(tuple(fold(text).split()))

    def may_end(self, word: str) -> bool:
        """Whether a phrase of several words ends as a word does, so that the words before it may say more."""
        return not self._ends.isdisjoint(fold(word).split()[-1:])

    def ending(self, words: Sequence[str]) -> Found[T] | None:
        """The record under the longest phrase with which the words end: what the phrase's head says."""
        return self._last(tuple(words))

    def _look_up_last(self, words: tuple[str, ...]) -> Found[T] | None:
        folded, owners = _flattened(words)
        for length in range(min(self._longest, len(folded)), 0, -1):
            item = self._items.get(tuple(folded[-length:]))
            if item is not None:
                return Found(owners[-length], len(words), item)
        return None

    def all_in(self, words: Sequence[str]) -> tuple[Found[T], ...]:
        """The phrases among the words, from left to right, longest first, not overlapping."""
        return self._all(tuple(words))

    def _look_up_all(self, words: tuple[str, ...]) -> tuple[Found[T], ...]:
        folded, owners = _flattened(words)
        found, at = [], 0
        while at < len(folded):
            for length in range(min(self._longest, len(folded) - at), 0, -1):
                item = self._items.get(tuple(folded[at : at + length]))
                if item is not None:
                    found.append(Found(owners[at], owners[at + length - 1] + 1, item))
                    at += length
                    break
            else:
                at += 1
        return tuple(found)


def _flattened(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """Folded words, with for each the number of the word it comes from: ``AK-47`` folds to two."""
    folded: list[str] = []
    owners: list[int] = []
    for number, word in enumerate(words):
        for piece in fold(word).split():
            folded.append(piece)
            owners.append(number)
    return folded, owners


def plural(phrase: str) -> str:
    """The plural of an English noun phrase, by rule: the last word changes."""
    head, _, last = phrase.rpartition(" ")
    lower = last.lower()
    ending = next((word for word in _IRREGULAR if lower.endswith(word)), None)
    if ending is not None and lower not in ("human", "german", "roman"):
        changed = last[: len(last) - len(ending)] + _IRREGULAR[ending]
    elif lower.endswith(("s", "x", "z", "ch", "sh")):
        changed = f"{last}es"
    elif lower.endswith("y") and lower[-2:-1] not in "aeiou":
        changed = f"{last[:-1]}ies"
    else:
        changed = f"{last}s"
    return f"{head} {changed}".strip()
