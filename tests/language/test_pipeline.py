"""The shipped model in the pipeline: annotations on any document, the same alone and in company."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.language import load
from kg.language.names import LABELS

pytestmark = pytest.mark.model

TEXTS = [
    "A U.S. drone strike killed Hakimullah Mehsud in North Waziristan on Friday, officials said.",
    "Rebels shot down a Su-24 near Aleppo.\n\nThe pilot was killed by gunmen.",
    "GUERRILLAS ATTACKED THE FIRST BRIGADE IN SAN SALVADOR. SIX SOLDIERS WERE WOUNDED BY A CAR BOMB.",
    "“We will fight,” the group’s spokesman said — and hung up.",
    "Bomb kills three in Baghdad",
    "",
    " \n\n ",
    "😀 🇮🇶 ­​\u202eok",
]


def annotated(doc: Doc) -> list[tuple[object, ...]]:
    tokens = [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.lemma_, t.is_sent_start) for t in doc]
    ents = [(e.start, e.end, e.label_) for e in doc.ents]
    spans = [(s.start, s.end, s.label_) for key in ("mentions", "times") for s in doc.spans[key]]
    return [*tokens, *ents, *spans]


def check(doc: Doc) -> None:
    """What holds of every document that was read."""
    for name in ("TAG", "POS", "DEP", "HEAD", "LEMMA", "SENT_START"):
        assert doc.has_annotation(name) or not len(doc), name
    for sent in doc.sents:
        assert [t.dep_ for t in sent if t.head == t] == ["ROOT"]
        assert all(t.head in sent for t in sent)
        assert sum(t.dep_ == "ROOT" for t in sent) == 1
    assert all(t.lemma_ and t.tag_ and t.pos_ for t in doc)
    mentions = [(s.start, s.end, s.label_) for s in doc.spans["mentions"]]
    assert mentions == sorted(set(mentions))
    assert len({(start, end) for start, end, _ in mentions}) == len(mentions)
    assert {e.label_ for e in doc.ents} <= set(LABELS)
    assert {label for _, _, label in mentions} <= set(LABELS)
    assert {(e.start, e.end) for e in doc.ents} <= {(start, end) for start, end, _ in mentions}


def test_a_sentence_is_read(nlp: Language) -> None:
    doc = nlp("Gunmen killed three policemen in Mosul on Monday.")
    check(doc)
    by_text = {t.text: t for t in doc}
    assert by_text["killed"].dep_ == "ROOT"
    assert by_text["killed"].lemma_ == "kill"
    assert by_text["killed"].morph.get("Tense", []) == ["Past"]
    assert (by_text["Gunmen"].dep_, by_text["Gunmen"].head.text) == ("nsubj", "killed")
    assert (by_text["policemen"].dep_, by_text["policemen"].head.text) == ("obj", "killed")
    assert by_text["policemen"].morph.get("Number", []) == ["Plur"]
    assert [(e.text, e.label_) for e in doc.ents] == [("Mosul", "LOC")]
    assert {"Gunmen", "three policemen", "Mosul"} <= {s.text for s in doc.spans["mentions"]}


def test_passives_have_their_own_labels(nlp: Language) -> None:
    doc = nlp("Two soldiers were killed by a sniper.")
    labels = {t.text: t.dep_ for t in doc}
    assert labels["soldiers"] == "nsubj:pass"
    assert labels["were"] == "aux:pass"
    assert labels["sniper"] == "obl:agent"
    assert next(t for t in doc if t.text == "killed").morph.get("Voice", []) == ["Pass"]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text(nlp: Language, text: str) -> None:
    check(nlp(text))


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_characters(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    check(doc)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["Rebels", "fled", ".", "\n", "\n\n", " ", "the", "x" * 300, "12", "(", "’s"])))
def test_any_given_tokens(nlp: Language, words: list[str]) -> None:
    doc = nlp(Doc(nlp.vocab, words=words))
    assert [t.text for t in doc] == words
    check(doc)


@pytest.mark.parametrize("batch_size", [1, 3, 100])
def test_company_changes_nothing(nlp: Language, batch_size: int) -> None:
    texts = [*TEXTS, *reversed(TEXTS)]
    alone = [annotated(nlp(text)) for text in texts]
    together = [annotated(doc) for doc in nlp.pipe(texts, batch_size=batch_size)]
    assert together == alone


def test_text_before_a_blank_line_does_not_depend_on_text_far_behind(nlp: Language) -> None:
    long = "\n\n".join(TEXTS[0] for _ in range(12))
    first = annotated(nlp(long))
    again = annotated(nlp(long + "\n\nNothing else."))
    assert again[:40] == first[:40]


def test_blank_lines_end_sentences(nlp: Language) -> None:
    doc = nlp("Rebels in\n\nDamascus\n \nfled the city and\r\n\r\nthe army")
    assert [[t.text for t in sent if not t.is_space] for sent in doc.sents] == [
        ["Rebels", "in"],
        ["Damascus"],
        ["fled", "the", "city", "and"],
        ["the", "army"],
    ]


def test_given_sentence_starts_are_kept(nlp: Language) -> None:
    words = ["Rebels", "fled", ".", "They", "died", ".", "Nobody", "said", "so"]
    doc = Doc(nlp.vocab, words=words)
    for token in doc:
        token.is_sent_start = token.i in (0, 4)
    doc = nlp(doc)
    assert [sent.start for sent in doc.sents] == [0, 4]
    check(doc)


def test_entities_that_were_there_stay(nlp: Language) -> None:
    doc = Doc(
        nlp.vocab,
        words=["The", "Tamil", "Tigers", "attacked", "Colombo", "."],
        ents=["O", "B-EVENT", "I-EVENT", "O", "O", "O"],
    )
    found = [(e.text, e.label_) for e in nlp(doc).ents]
    assert found[0] == ("Tamil Tigers", "EVENT")
    assert ("Colombo", "LOC") in found


def test_long_documents(nlp: Language) -> None:
    doc = nlp(Doc(nlp.vocab, words=["rebels", "and"] * 4000))
    check(doc)
    doc = nlp(" ".join([TEXTS[0]] * 200))
    check(doc)
    assert len(list(doc.sents)) == pytest.approx(200, abs=4)


def test_capitals_are_read_like_other_text(nlp: Language) -> None:
    doc = nlp("TERRORISTS KIDNAPPED THE MAYOR OF SAN MIGUEL.")
    labels = {t.text: (t.dep_, t.lemma_) for t in doc}
    assert labels["KIDNAPPED"] == ("ROOT", "kidnap")
    assert labels["TERRORISTS"][0] == "nsubj"
    assert ("SAN MIGUEL", "LOC") in [(e.text, e.label_) for e in doc.ents]


def test_weapons_vehicles_and_peoples(nlp: Language) -> None:
    doc = nlp("The Syrian Army said an MQ-9 Reaper fired two Hellfire missiles at a Humvee.")
    assert {("MQ-9 Reaper", "VEHICLE"), ("Hellfire", "WEAPON"), ("Humvee", "VEHICLE")} <= {
        (e.text, e.label_) for e in doc.ents
    }
    assert ("two Hellfire missiles", "WEAPON") in [(s.text, s.label_) for s in doc.spans["mentions"]]
    doc = nlp("Sunni fighters killed Iraqi civilians.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Sunni", "NORP"), ("Iraqi", "NORP")]


def test_the_component_declares_what_it_sets(nlp: Language) -> None:
    assert nlp.pipe_names == ["kg_parser"]
    declared = nlp.get_pipe_meta("kg_parser").assigns
    assert {"token.dep", "token.lemma", "doc.ents", "doc.spans"} <= set(declared)


def test_threads_change_nothing(nlp: Language) -> None:
    other = load(threads=2)
    assert [annotated(other(text)) for text in TEXTS] == [annotated(nlp(text)) for text in TEXTS]


def test_a_missing_pipeline_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="en_nowhere_md"):
        load("en_nowhere_md")


def test_a_spacy_pipeline_can_be_loaded_instead(tmp_path: Path) -> None:
    import spacy
    from spacy.language import Language

    @Language.component("flat_annotation")
    def annotate(doc: Doc) -> Doc:
        for token in doc:
            token.tag_, token.pos_, token.lemma_, token.dep_ = "NN", "NOUN", token.lower_, "dep" if token.i else "ROOT"
            token.head = doc[0]
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("flat_annotation")
    nlp.to_disk(tmp_path / "pipeline")
    assert load(tmp_path / "pipeline").pipe_names == ["flat_annotation"]


def test_a_damaged_model_is_a_model_error(tmp_path: Path) -> None:
    from kg.language.network import BUNDLED

    for file in BUNDLED.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "network.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelError, match="damaged"):
        load(tmp_path)
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(ModelError, match="version"):
        load(tmp_path)


def test_importing_is_light() -> None:
    code = "import sys, kg.language; sys.exit(any(m in sys.modules for m in ('spacy', 'onnxruntime', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
