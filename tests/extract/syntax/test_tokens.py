"""A text that is laid out word by word says of every word and stretch what spaCy says of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import tokens

from kg.extract.syntax.tokens import Doc
from tests.extract.docs import doc
from tests.extract.entities.test_robustness import docs

_STRINGS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
_FLAGS = ("is_alpha", "is_digit", "is_upper", "is_title", "is_space", "is_punct")


def _places(found: Iterable[object]) -> list[int]:
    return [getattr(token, "i", -1) for token in found]


@settings(max_examples=200)
@given(docs())
def test_words_are_as_spacy_has_them(laid_out: Doc) -> None:
    parsed = laid_out.parsed
    assert laid_out.text == parsed.text
    assert len(laid_out) == len(parsed)
    for token, own in zip(parsed, laid_out, strict=True):
        for name in (*_STRINGS, *_FLAGS, "i", "idx"):
            assert getattr(own, name) == getattr(token, name), name
        assert own.head is laid_out[token.head.i]
        assert own.is_sent_start == bool(token.is_sent_start)
        for name in ("children", "ancestors", "subtree"):
            assert _places(getattr(own, name)) == _places(getattr(token, name)), name
        assert (own.left_edge.i, own.right_edge.i) == (token.left_edge.i, token.right_edge.i)


@settings(max_examples=200)
@given(docs(), st.data())
def test_stretches_are_as_spacy_has_them(laid_out: Doc, data: st.DataObject) -> None:
    parsed = laid_out.parsed
    assert [(s.start, s.end) for s in laid_out.sents] == [(s.start, s.end) for s in parsed.sents]
    assert [(e.start, e.end, e.label_) for e in laid_out.ents] == [(e.start, e.end, e.label_) for e in parsed.ents]
    begin = data.draw(st.integers(0, len(parsed.text)))
    end = data.draw(st.integers(begin, len(parsed.text) + 1))
    _same(laid_out.char_span(begin, end), parsed.char_span(begin, end, alignment_mode="expand"))
    size = len(parsed)
    first, last = data.draw(st.tuples(st.integers(-size, size), st.integers(-size, size)))
    _same(laid_out[first:last], parsed[first:last])


def _same(own: object, span: tokens.Span | None) -> None:
    assert (own is None) == (span is None)
    if span is None or not len(span):
        return
    for name in ("start", "end", "start_char", "end_char", "text", "text_with_ws"):
        assert getattr(own, name) == getattr(span, name), name
    assert own.root.i == span.root.i  # type: ignore[attr-defined]


def test_what_is_hung_elsewhere_shows_when_laid_out_anew() -> None:
    text = doc(
        """
        Council NNP PROPN ROOT 1
        accused VBN VERB acl 1 accuse
        soldiers NNS NOUN obj 2 soldier
        """
    )
    text.hang(text[1], text[1], "ROOT")
    text.hang(text[0], text[1], "nsubj")
    for each in (text, Doc(text.parsed)):
        assert [(t.head.i, t.dep_) for t in each] == [(1, "nsubj"), (1, "ROOT"), (1, "obj")]
    assert _places(Doc(text.parsed)[1].children) == [0, 2]


@pytest.mark.parametrize(("word", "head", "heads"), [(0, 2, [2, 0, 2]), (1, 2, [0, 2, 0]), (0, 1, [1, 1, 1])])
def test_words_never_hang_on_each_other_in_a_circle(word: int, head: int, heads: list[int]) -> None:
    """What hung below a word takes its place when that word is hung on it."""
    text = doc(
        """
        shot NN NOUN ROOT 1
        dead JJ ADJ amod 1
        students NNS NOUN nsubj 2 student
        """
    )
    text.hang(text[word], text[head], "obj")
    assert [t.head.i for t in text] == heads


def test_there_is_no_neighbour_outside_of_the_text() -> None:
    text = doc("Fire NN NOUN ROOT 1")
    for steps in (-1, 1):
        with pytest.raises(IndexError):
            text[0].nbor(steps)
