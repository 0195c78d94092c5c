"""Docs built by hand: one word a line, ``text TAG POS dep head [lemma]`` with the head's position counted from one."""

from __future__ import annotations

import spacy
from spacy import tokens

from kg.extract.syntax.tokens import Doc, Token

_VOCAB = spacy.blank("en").vocab


def doc(rows: str) -> Doc:
    """A parsed sentence from its table."""
    table = [line.split() for line in rows.strip().splitlines()]
    parsed = tokens.Doc(
        _VOCAB,
        words=[row[0] for row in table],
        tags=[row[1] for row in table],
        pos=[row[2] for row in table],
        deps=[row[3] for row in table],
        heads=[int(row[4]) - 1 for row in table],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in table],
    )
    return Doc(parsed)


def word(parsed: Doc, text: str) -> Token:
    """The first token with this text."""
    return next(token for token in parsed if token.text == text)
