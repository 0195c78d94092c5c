"""What is read off a parsed text is remembered until the document is done, and for that document only."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from kg.extract.syntax import forget, text_of, words_of
from kg.extract.syntax.labels import Dep, children, related
from kg.extract.syntax.memory import memory


def _doc(*words: str) -> Doc:
    vocab = spacy.blank("en").vocab
    size = len(words)
    return Doc(
        vocab,
        words=list(words),
        heads=[size - 1] * size,
        deps=[*["nsubj"] * (size - 1), "ROOT"],
        pos=["NOUN"] * size,
        lemmas=list(words),
    )


def test_two_documents_in_turn_are_not_confused() -> None:
    first, second = _doc("Rebels", "fired"), _doc("Soldiers", "police", "fled")
    for _ in range(2):
        assert text_of(first) == "Rebels fired "
        assert text_of(second) == "Soldiers police fled "
        assert [t.text for t in children(second[2], Dep.SUBJECT)] == ["Soldiers", "police"]
        assert [t.text for t in children(first[1], Dep.SUBJECT)] == ["Rebels"]
        assert [(lemma, pos) for _, lemma, pos in words_of(first[1:])] == [("fired", "NOUN")]


def test_what_was_forgotten_is_read_again() -> None:
    doc = _doc("Rebels", "fired")
    memory(doc, "own")[0] = "old"
    forget(doc)
    assert memory(doc, "own") == {}
    assert not related(doc[0])


def test_a_caller_may_change_the_list_it_was_given() -> None:
    doc = _doc("Rebels", "fired")
    children(doc[1], Dep.SUBJECT).clear()
    assert [t.text for t in children(doc[1], Dep.SUBJECT)] == ["Rebels"]
