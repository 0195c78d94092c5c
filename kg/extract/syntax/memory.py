"""Remembers what was read off a parsed text while one document is read: the same questions are asked many times.

The answers hold tokens, and tokens hold their Doc: ``forget`` cuts the circle when the document is done.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, Token

_KEY = "kg.extract.syntax"


def memory(doc: Doc, kind: str) -> dict[int, Any]:
    """Answers of one kind by token index."""
    try:
        found: dict[int, Any] = doc.user_data[_KEY][kind]
    except KeyError:
        found = doc.user_data.setdefault(_KEY, {})[kind] = {}
    return found


def forget(doc: Doc) -> None:
    """Drop all answers about a document."""
    doc.user_data.pop(_KEY, None)


def sentence_of(token: Token) -> Span:
    """The sentence that a token stands in; ``Token.sent`` looks for it anew each time."""
    known = memory(token.doc, "sentences")
    found = known.get(token.i)
    if found is None:
        for sentence in token.doc.sents:
            known.update(dict.fromkeys(range(sentence.start, sentence.end), sentence))
        found = known[token.i]
    result: Span = found
    return result
