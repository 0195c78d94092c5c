"""Word lists written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a text that semicolons part, as words, the longest first."""
    found = (tuple(phrase.split()) for phrase in text.split(";"))
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
