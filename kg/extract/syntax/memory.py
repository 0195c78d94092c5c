"""Remembers what was read off a parsed text while one document is read: the same questions are asked many times.

The answers hold tokens, and tokens hold their Doc: ``forget`` cuts the circle when the document is done.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, Token

_KEY = "kg.extract.syntax"

#: The document that was asked about last, and its answers: hundreds of thousands of questions go to the same one.
_latest: tuple[Doc | None, dict[str, dict[int, Any]]] = (None, {})


def memory(doc: Doc, kind: str) -> dict[int, Any]:
    """Answers of one kind by token index."""
    global _latest
    latest, answers = _latest
    if latest is not doc:
        answers = doc.user_data.setdefault(_KEY, {})
        _latest = doc, answers
    found = answers.get(kind)
    if found is None:
        found = answers[kind] = {}
    return found


def forget(doc: Doc) -> None:
    """Drop all answers about a document."""
    global _latest
    doc.user_data.pop(_KEY, None)
    _latest = None, {}


def text_of(doc: Doc) -> str:
    """The text of a document; ``Doc.text`` puts it together from its tokens each time."""
    known = memory(doc, "text")
    if 0 not in known:
        known[0] = doc.text
    text: str = known[0]
    return text


def words_of(text: Doc | Span) -> list[tuple[Token, str, str]]:
    """The words of a text or a stretch of it, each with its dictionary form in small letters and its part of speech:
    what every search through a text asks first."""
    doc = text.doc if isinstance(text, Span) else text
    known = memory(doc, "words")
    if 0 not in known:
        known[0] = [(token, token.lemma_.lower(), token.pos_) for token in doc]
    words: list[tuple[Token, str, str]] = known[0]
    return words[text.start : text.end] if isinstance(text, Span) else words


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
