"""Makes expressions out of tokens, and the two questions about neighbours that many rules ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from kg.extract.times import words as w
from kg.extract.times.expressions import TimeExpression
from kg.extract.times.tokens import Words
from kg.model import Span

_E = TypeVar("_E", bound=TimeExpression)
Found = tuple[TimeExpression, int]


def build(kind: type[_E], words: Words, begin: int, end: int, /, **meaning: Any) -> _E:
    """An expression over the tokens from ``begin`` to before ``end``."""
    span = Span(words.at(begin).begin, words.at(end - 1).end)
    return kind(span=span, text=span.of(words.text), **meaning)


def widened(expression: _E, words: Words, begin: int, end: int, /, **changes: Any) -> _E:
    """The same expression over more tokens, with what they add to its meaning."""
    span = Span(words.at(begin).begin, words.at(end - 1).end)
    return replace(expression, span=span, text=span.of(words.text), **changes)


def extended(expression: _E, words: Words, end: int, /, **changes: Any) -> _E:
    """The same expression up to before a later token, with what that adds to its meaning."""
    span = Span(expression.span.begin, words.at(end - 1).end)
    return replace(expression, span=span, text=span.of(words.text), **changes)


def ends_phrase(words: Words, at: int) -> bool:
    """Whether the noun phrase before this index is over: punctuation, a function word or nothing follows."""
    token = words.at(at)
    return not (token.word or token.digits) or token.low in w.FUNCTION_WORDS


def names_something(words: Words, at: int) -> bool:
    """Whether a date before this index is part of a name (``14 July Bridge``, ``March 23 Movement``)."""
    if words.at(at).text == "-" and words.at(at).glued:
        at += 1
    near = [words.at(at)]
    if near[0].word and near[0].text[0].isupper() and not words.shouting(at):
        near.append(words.at(at + 1))
    return any(t.word and t.low in w.NAMING_NOUNS and t.text[0].isupper() for t in near)
