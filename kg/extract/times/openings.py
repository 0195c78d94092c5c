"""Which rule of the time grammar can begin with which word: a rule is asked only where it could read something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from kg.extract.times.tokens import Words

_Read = TypeVar("_Read")
Rule = Callable[[Words, int], _Read | None]


class Openings(Generic[_Read]):
    """Rules in their order, by the word they begin with.

    Each rule comes with the lower-case words that it can begin with, and whether a figure is among these.
    """

    def __init__(self, *rules: tuple[Rule[_Read], Iterable[str], bool]) -> None:
        self.rules = tuple((rule, frozenset(words), figures) for rule, words, figures in rules)
        every = frozenset().union(*(words for _, words, _ in self.rules))
        self._by_word: dict[str, Sequence[Rule[_Read]]] = {
            word: tuple(rule for rule, words, _ in self.rules if word in words) for word in every
        }
        self.words = every
        """Every word that one of them can begin with."""
        self._by_figure = tuple(rule for rule, _, figures in self.rules if figures)

    def read(self, words: Words, at: int) -> _Read | None:
        """What the first rule reads that reads anything."""
        rules = self._by_figure if words.at(at).digits else self._by_word.get(words.low(at), ())
        for rule in rules:
            read = rule(words, at)
            if read is not None:
                return read
        return None
