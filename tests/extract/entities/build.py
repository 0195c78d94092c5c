"""Parsed texts written by hand: each sentence a row of ``word/TAG/label/head``, heads counted from one.

A plus sign before a word ties it to the one before. Names are given as label and words.
"""

from __future__ import annotations

import hashlib

import spacy
from spacy import tokens

from kg.extract.entities import Entities
from kg.extract.syntax.tokens import Doc, Token
from kg.model import Document, Entity, Ref

_VOCAB = spacy.blank("en").vocab
_POS = {
    "NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "DT": "DET", "CD": "NUM",
    "PR": "PRON", "WP": "PRON", "WD": "PRON", "CC": "CCONJ", "MD": "AUX", "RP": "ADP", "TO": "PART",
    "PO": "PART",
}  # fmt: skip
_LEMMAS = {
    "was": "be", "were": "be", "is": "be", "men": "man", "women": "woman", "accused": "accuse",
    "left": "leave", "identified": "identify",
    "bombed": "bomb", "named": "name", "became": "become", "adopted": "adopt", "given": "give",
}  # fmt: skip


def text(*sentences: str, names: tuple[tuple[str, str], ...] = ()) -> Doc:
    """A Doc of these sentences; ``¶`` between them is a blank line."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        begin = len(words)
        if sentence == "¶":
            words.append("\n\n")
            spaces.append(False)
            tags.append("_SP")
            deps.append("dep")
            heads.append(max(begin - 1, 0))
            starts.append(False)
            continue
        for number, cell in enumerate(sentence.split()):
            word, tag, label, head = cell.rsplit("/", 3)
            if word.startswith("+") and len(word) > 1:
                word = word[1:]
                if spaces:
                    spaces[-1] = False
            words.append(word)
            spaces.append(True)
            tags.append(tag)
            deps.append(label)
            heads.append(begin + int(head) - 1)
            starts.append(number == 0)
    pos = [_pos(tag, label) for tag, label in zip(tags, deps, strict=True)]
    doc = tokens.Doc(
        _VOCAB, words=words, spaces=spaces, tags=tags, pos=pos, deps=deps, heads=heads,
        lemmas=[_lemma(w, t) for w, t in zip(words, tags, strict=True)],
    )  # fmt: skip
    taken: set[int] = set()
    spans: list[tokens.Span] = []
    for label, name in names:
        parts = name.split()
        for i in range(len(words) - len(parts) + 1):
            if words[i : i + len(parts)] == parts and not taken & set(range(i, i + len(parts))):
                taken |= set(range(i, i + len(parts)))
                spans.append(tokens.Span(doc, i, i + len(parts), label=label))
    doc.ents = tuple(sorted(spans, key=lambda s: s.start))
    return Doc(doc)


def _pos(tag: str, label: str) -> str:
    if tag in ("NNP", "NNPS"):
        return "PROPN"
    if tag == "_SP":
        return "SPACE"
    if label in ("aux", "aux:pass", "auxpass", "cop"):
        return "AUX"
    return _POS.get(tag[:2], "PUNCT")


def _lemma(word: str, tag: str) -> str:
    lower = word.lower()
    if lower in _LEMMAS:
        return _LEMMAS[lower]
    if tag == "NNS" and lower.endswith("ies"):
        return lower[:-3] + "y"
    if tag == "NNS" and lower.endswith("s"):
        return lower[:-1]
    return word if tag.startswith("NNP") else lower


class Reading:
    """Entities of a hand-built text, asked for by words."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        document = Document("test", doc.text, hashlib.sha256(doc.text.encode()).hexdigest(), source="Gazette")
        self.entities = Entities.of(doc, document)

    def token(self, word: str, nth: int = 0) -> Token:
        """The nth token with these letters."""
        return [t for t in self.doc if t.text == word][nth]

    def key(self, word: str, nth: int = 0) -> str | None:
        """What a word speaks of."""
        return self.entities.at(self.token(word, nth))

    def label(self, word: str, nth: int = 0) -> str:
        """What the thing that a word speaks of is called."""
        key = self.key(word, nth)
        assert key is not None, f"{word} speaks of nothing"
        return self.entities.label(key)

    def record(self, word: str, nth: int = 0) -> Entity:
        """The entity that a word speaks of."""
        key = self.key(word, nth)
        return next(e for e in self.entities.records() if e.key == key)

    def same(self, *words: str | tuple[str, int]) -> bool:
        """Whether all the words speak of one thing."""
        keys = {self.key(w) if isinstance(w, str) else self.key(*w) for w in words}
        return len(keys) == 1 and None not in keys

    def said(self) -> set[tuple[str, str, str]]:
        """The attributes in words."""
        labels = {e.key: e.label for e in self.entities.records()}
        found = set()
        for statement in self.entities.attributes():
            value = statement.object
            shown = self.entities.label(value.key) if isinstance(value, Ref) else str(value)
            found.add((labels.get(statement.subject, ""), statement.predicate.value, shown))
        return found


def read(*sentences: str, names: tuple[tuple[str, str], ...] = ()) -> Reading:
    """The entities of a hand-built text."""
    return Reading(text(*sentences, names=names))
