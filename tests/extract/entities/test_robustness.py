"""No text and no parse, however broken, makes the reading of entities fail."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import tokens

from kg.extract.entities import Entities
from kg.extract.syntax.tokens import Doc
from kg.model import Document, EntityKind

BLANK = spacy.blank("en")
VOCAB = BLANK.vocab
WORDS = [
    "Gen.", "Abu", "al", "-", "Omar", "Mali", "the", "of", "group", "he", "it", "they", "We", "(", ")",
    "“", "”", "'s", ",", ".", "35", "km", "from", "south", "eastern", "army", "Malian", "KILLED", "IS",
    "old", "year", "a", "dozens", "two", "nicknamed", "named", "as", "was", "name", "village",
    "province", "\n", "\n\n", " ", "’", "‘", ":", "drone", "spokesman",
]  # fmt: skip
LABELS = [
    "nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "obl", "nmod", "nmod:poss", "poss", "appos",
    "flat", "compound", "nmod:desc", "amod", "det", "case", "prep", "pobj", "conj", "cop", "attr",
    "acl", "relcl", "nummod", "punct", "ROOT", "xcomp", "agent", "obl:agent", "dep", "unheard-of",
]  # fmt: skip
TAGS = [
    "NNP", "NN", "NNS", "PRP", "PRP$", "JJ", "VBD", "VBN", "IN", "CD", "DT", ",", "_SP", "",
]  # fmt: skip
POS = [
    "PROPN", "NOUN", "PRON", "ADJ", "VERB", "AUX", "ADP", "NUM", "DET", "PUNCT", "SPACE", "X",
]  # fmt: skip
ENTS = ["PERSON", "ORG", "LOC", "GPE", "NORP", "WEAPON", "DATE", "EVENT", "SOMETHING"]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Random words under random trees."""
    size = draw(st.integers(0, 14))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    heads = draw(st.lists(st.integers(0, max(size - 1, 0)), min_size=size, max_size=size))
    # each word hangs on an earlier one or on none, as in any tree
    heads = [min(head, i) for i, head in enumerate(heads)]
    some = [st.lists(st.sampled_from(values), min_size=size, max_size=size) for values in (TAGS, POS, LABELS)]
    tags, pos, deps = (draw(each) for each in some)
    doc = tokens.Doc(
        VOCAB,
        words=words,
        spaces=[True] * size,
        tags=tags,
        pos=pos,
        deps=deps,
        heads=heads,
        lemmas=[w.lower() for w in words],
    )
    begin = draw(st.integers(0, max(size - 1, 0)))
    if size:
        end = draw(st.integers(begin + 1, size))
        doc.ents = (tokens.Span(doc, begin, end, label=draw(st.sampled_from(ENTS))),)
    return Doc(doc)


@settings(max_examples=120)
@given(docs())
def test_any_tree_is_read(doc: Doc) -> None:
    entities = Entities.of(doc, Document("d", doc.text, "0"))
    for token in doc:
        key = entities.at(token)
        assert key is None or entities.label(key)
        assert entities.form(token) in (None, "name", "nominal", "pronoun")
        entities.place_phrase(token)
        entities.operator(token)
        entities.members(token)
        assert entities.label(entities.ensure(token))
    statements = entities.attributes()
    records = entities.records()
    keys = [record.key for record in records]
    assert len(set(keys)) == len(keys)
    assert all(statement.subject in keys for statement in statements)
    for record in records:
        assert (record.place is not None) == (record.kind is EntityKind.PLACE)
        assert all(0 <= span.begin < span.end <= len(doc.text) for span in record.mentions)
        if record.place is not None:
            assert set(record.place.within) <= set(keys)


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    blank = BLANK.make_doc(text)
    size = len(blank)
    doc = tokens.Doc(
        blank.vocab, words=[t.text for t in blank], spaces=[bool(t.whitespace_) for t in blank],
        pos=["PROPN" if t.text[:1].isupper() else "NOUN" for t in blank],
        deps=["ROOT"] * size, heads=list(range(size)),
    )  # fmt: skip
    laid_out = Doc(doc)
    entities = Entities.of(laid_out, Document("d", doc.text, "0"))
    for token in laid_out:
        assert entities.label(entities.ensure(token))
    assert entities.records()
    assert all(statement.subject for statement in entities.attributes())
