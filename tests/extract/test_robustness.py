"""Whatever the text and however wrong its parse, a reading comes out, and it holds together."""

from __future__ import annotations

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.reader import Reader
from kg.model import Document, Reading, Ref


def _unparsed() -> Language:
    """A pipeline that knows words and sentences, but neither word classes nor grammar."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline


READER = Reader(_unparsed())
_VOCAB = spacy.blank("en").vocab
_WORDS = [
    ("Rebels", "NNS", "NOUN", "rebel"),
    ("soldiers", "NNS", "NOUN", "soldier"),
    ("Omar", "NNP", "PROPN", "Omar"),
    ("Kano", "NNP", "PROPN", "Kano"),
    ("who", "WP", "PRON", "who"),
    ("himself", "PRP", "PRON", "himself"),
    ("killed", "VBD", "VERB", "kill"),
    ("killing", "VBG", "VERB", "kill"),
    ("shot", "VBN", "VERB", "shoot"),
    ("strike", "NN", "NOUN", "strike"),
    ("attacks", "NNS", "NOUN", "attack"),
    ("responsibility", "NN", "NOUN", "responsibility"),
    ("dead", "JJ", "ADJ", "dead"),
    ("denied", "VBD", "VERB", "deny"),
    ("said", "VBD", "VERB", "say"),
    ("blamed", "VBD", "VERB", "blame"),
    ("tried", "VBD", "VERB", "try"),
    ("unclear", "JJ", "ADJ", "unclear"),
    ("reports", "NNS", "NOUN", "report"),
    ("was", "VBD", "AUX", "be"),
    ("may", "MD", "AUX", "may"),
    ("not", "RB", "PART", "not"),
    ("whether", "IN", "SCONJ", "whether"),
    ("by", "IN", "ADP", "by"),
    ("in", "IN", "ADP", "in"),
    ("two", "CD", "NUM", "two"),
    ("Monday", "NNP", "PROPN", "Monday"),
    ("drone", "NN", "NOUN", "drone"),
    ("and", "CC", "CCONJ", "and"),
    (",", ",", "PUNCT", ","),
    (":", ":", "PUNCT", ":"),
    ("“", "``", "PUNCT", "“"),
    ("”", "''", "PUNCT", "”"),
    (".", ".", "PUNCT", "."),
]
_LABELS = [
    "nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "obl", "obl:agent", "agent", "prep", "pobj", "pcomp",
    "nmod", "nmod:poss", "nmod:desc", "appos", "flat", "compound", "compound:prt", "amod", "nummod", "det", "advmod",
    "neg", "conj", "cc", "case", "mark", "aux", "aux:pass", "cop", "attr", "acomp", "acl", "acl:relcl", "relcl",
    "advcl", "ccomp", "xcomp", "csubj", "parataxis", "expl", "punct", "dep",
]  # fmt: skip


@st.composite
def misparsed(draw: st.DrawFn) -> Doc:
    """Words of reports in any order under any tree."""
    size = draw(st.integers(1, 14))
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=size, max_size=size))
    order = draw(st.permutations(range(size)))
    heads, labels = [0] * size, [""] * size
    for rank, index in enumerate(order):
        heads[index] = index if rank == 0 else order[draw(st.integers(0, rank - 1))]
        labels[index] = "ROOT" if rank == 0 else draw(st.sampled_from(_LABELS))
    return Doc(
        _VOCAB,
        words=[w[0] for w in words],
        tags=[w[1] for w in words],
        pos=[w[2] for w in words],
        lemmas=[w[3] for w in words],
        heads=heads,
        deps=labels,
        ents=[{"Omar": "B-PERSON", "Kano": "B-LOC"}.get(w[0], "O") for w in words],
    )


def _holds_together(reading: Reading) -> None:
    """Everything that is pointed at is there, every event is told by a claim, and spans lie inside the text."""
    entities, events = {e.key for e in reading.entities}, {e.key for e in reading.events}
    assert "narrator" in entities
    assert len(entities) == len(reading.entities)
    assert len(events) == len(reading.events)
    size = len(reading.document.text)
    for claim in reading.claims:
        assert claim.statements
        assert {claim.claimant, claim.on_behalf_of or claim.claimant} <= entities
        assert 0 <= claim.span.begin < claim.span.end <= size
        for statement in claim.statements:
            assert statement.subject in events
            assert not isinstance(statement.object, Ref) or statement.object.key in entities | events
    assert {s.subject for c in reading.claims for s in c.statements} == events
    assert all(0 <= t.begin < t.end <= size for e in reading.events for t in e.triggers)
    for attested in reading.attestations:
        assert attested.claimant is None or attested.claimant in entities
        assert 0 <= attested.span.begin < attested.span.end <= size
        assert len({statement.subject for statement in attested.statements}) == 1
        assert set(attested.statements) <= set(reading.attributes)
    assert {s for a in reading.attestations for s in a.statements} == set(reading.attributes)


@given(st.text(max_size=200) | st.text(alphabet=st.sampled_from(list("Ab k.\n“”\"'-,12()")), max_size=200))
@example("")
@example(" \n\n\t ")
@example("killed " * 4000)
@example("(" * 500)
@example("“He was killed.\n\n" * 20)
def test_any_text_is_read(text: str) -> None:
    _holds_together(READER.read(Document("text", text, "0")))


@settings(max_examples=300)
@given(misparsed())
def test_any_parse_is_read(parsed: Doc) -> None:
    _holds_together(READER.interpret(parsed, Document("text", parsed.text, "0")))


@given(misparsed())
def test_reading_twice_gives_the_same(parsed: Doc) -> None:
    document = Document("text", parsed.text, "0")
    assert READER.interpret(parsed, document) == READER.interpret(parsed, document)


def test_many_documents_are_read_in_their_order() -> None:
    # more words than are parsed before the first is read
    documents = [Document(f"d{n}", f"Two men were killed in {n}.\n\n" * (n % 37), "0") for n in range(40)]
    readings = list(READER.pipe(iter(documents)))
    assert [r.document.id for r in readings] == [d.id for d in documents]
    assert readings == [READER.read(d) for d in documents]
