"""Remembers what was read off a parsed text while one document is read: the same questions are asked many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from kg.extract.syntax.relations import Dep
from kg.extract.syntax.tokens import Doc, Span, Token

_Answer = TypeVar("_Answer")
_UNASKED: Any = object()


def remembered(question: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """A question about a word that is answered once."""

    @wraps(question)
    def ask(token: Token) -> _Answer:
        found: _Answer = token.answers.get(question, _UNASKED)
        if found is _UNASKED:
            found = token.answers[question] = question(token)
        return found

    return ask


def remembered_list(question: Callable[[Token], list[Token]]) -> Callable[[Token], list[Token]]:
    """A question about a word that is answered once with words; each caller gets a list of its own."""

    @wraps(question)
    def ask(token: Token) -> list[Token]:
        found: list[Token] | None = token.answers.get(question)
        if found is None:
            found = token.answers[question] = question(token)
        return found.copy()

    return ask


def remembered_below(question: Callable[[Token], list[Token]]) -> Callable[[Token], list[Token]]:
    """The same of a question about what hangs on a word; nothing hangs on most words, which are not asked."""

    @wraps(question)
    def ask(token: Token) -> list[Token]:
        if not token.children:
            return []
        found: list[Token] | None = token.answers.get(question)
        if found is None:
            found = token.answers[question] = question(token)
        return found.copy()

    return ask


def memory(doc: Doc, kind: str) -> dict[Any, Any]:
    """Answers of one kind, most of them by token index."""
    return doc.memory[kind]


def words_of(text: Doc | Span) -> list[tuple[Token, str, str]]:
    """The words of a text or a stretch of it, each with its dictionary form in small letters and its part of speech:
    what every search through a text asks first."""
    span = text if isinstance(text, Span) else None
    doc = text.doc if isinstance(text, Span) else text
    known = doc.memory["words"]
    if 0 not in known:
        known[0] = [(token, token.lemma_.lower(), token.pos_) for token in doc.tokens]
    words: list[tuple[Token, str, str]] = known[0]
    return words if span is None else words[span.start : span.end]


def forms_of(sentence: Span) -> frozenset[str]:
    """Every word of a sentence in small letters, as it stands and in its dictionary form: what shows at once that none
    of the words is there that a question is about."""
    known = sentence.doc.memory["forms"]
    found: frozenset[str] | None = known.get(sentence.start)
    if found is None:
        found = frozenset([form for token, lemma, _ in words_of(sentence) for form in (token.lower_, lemma)])
        known[sentence.start] = found
    return found


def heads_of(doc: Doc, relation: Dep) -> frozenset[int]:
    """The places of the words on which another hangs in this relation: those that a form of "be" makes what is said of
    a subject, say ("X was [a commander]"), where few do."""
    known = doc.memory["heads"]
    found: frozenset[int] | None = known.get(relation)
    if found is None:
        found = known[relation] = frozenset([token.head.i for token in doc.tokens if token.relation is relation])
    return found


def sentence_of(token: Token) -> Span:
    """The sentence that a token stands in."""
    return token.sent
