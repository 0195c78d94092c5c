"""What is read off a parsed text is remembered for that text only, and goes with it."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import spacy
from spacy import tokens

from kg.extract.reader import Reader
from kg.extract.syntax import words_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.memory import memory
from kg.extract.syntax.tokens import Doc
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language


def _doc(*words: str) -> Doc:
    vocab = spacy.blank("en").vocab
    size = len(words)
    return Doc(
        tokens.Doc(
            vocab,
            words=list(words),
            heads=[size - 1] * size,
            deps=[*["nsubj"] * (size - 1), "ROOT"],
            pos=["NOUN"] * size,
            lemmas=list(words),
        )
    )


def test_two_documents_in_turn_are_not_confused() -> None:
    first, second = _doc("Rebels", "fired"), _doc("Soldiers", "police", "fled")
    for _ in range(2):
        assert [t.text for t in children(second[2], Dep.SUBJECT)] == ["Soldiers", "police"]
        assert [t.text for t in children(first[1], Dep.SUBJECT)] == ["Rebels"]
        assert [(lemma, pos) for _, lemma, pos in words_of(first[1:])] == [("fired", "NOUN")]
        assert [(lemma, pos) for _, lemma, pos in words_of(second[1:2])] == [("police", "NOUN")]


def test_a_text_that_is_done_needs_no_garbage_collector() -> None:
    doc = _doc("Rebels", "fired")
    memory(doc, "own")[0] = doc[1]
    seen = weakref.ref(doc)
    gc.disable()
    try:
        doc.forget()
        del doc
        assert seen() is None
    finally:
        gc.enable()


def test_a_reading_leaves_nothing_to_the_garbage_collector(nlp: Language) -> None:
    reader = Reader(nlp)
    text = "Rebels killed Omar Sayed, a teacher, north of Kano on Monday, police said. “We shot him,” they said."
    document = Document("text", text, "0")
    first = reader.read(document)  # loads what every reading needs
    gc.collect()
    gc.disable()
    try:
        assert reader.read(document) == first
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_caller_may_change_the_list_it_was_given() -> None:
    doc = _doc("Rebels", "fired")
    children(doc[1], Dep.SUBJECT).clear()
    assert [t.text for t in children(doc[1], Dep.SUBJECT)] == ["Rebels"]
