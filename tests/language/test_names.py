"""Names from probabilities and trees, on documents made by hand."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.names import best_labels, names, spans_of

INVENTORY = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def found(
    vocab: Vocab,
    rows: list[tuple[str, str, str, int, str]],
    sure: float = 0.9,
    starts: tuple[int, ...] = (0,),
) -> list[tuple[str, str]]:
    """Names of a document of (word, pos, relation, head, label); `sure` is the probability of the labels."""
    words, pos, deps, heads, labels = (list(column) for column in zip(*rows, strict=True))
    if len(starts) == 1:
        doc = Doc(vocab, words=words, pos=pos, deps=deps, heads=heads)
    else:
        doc = Doc(vocab, words=words, pos=pos, sent_starts=[i in starts for i in range(len(words))])
    scores = np.full((len(rows), len(INVENTORY)), (1 - sure) / (len(INVENTORY) - 1), dtype=np.float32)
    for i, label in enumerate(labels):
        scores[i, INVENTORY.index(str(label))] = sure
    return [(span.text, span.label_) for span in names(doc, range(len(doc)), scores, INVENTORY)]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["I-PER", "I-PER"], [(0, 2, "PER")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["B-PER", "I-ORG"], [(0, 1, "PER"), (1, 2, "ORG")]),
        (["O", "B-LOC"], [(1, 2, "LOC")]),
    ],
)
def test_spans_of(labels: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(labels) == spans


def test_a_word_that_the_tree_joins_is_part_of_the_name(vocab: Vocab) -> None:
    rows = [
        ("Black", "PROPN", "compound", 1, "B-LOC"),
        ("Sea", "PROPN", "ROOT", 1, "O"),
    ]
    assert found(vocab, rows, sure=0.6) == [("Black Sea", "LOC")]
    assert found(vocab, rows, sure=0.95) == [("Black", "LOC")]


def test_two_halves_of_a_name_are_one(vocab: Vocab) -> None:
    rows = [
        ("Michael", "PROPN", "ROOT", 0, "B-PER"),
        ("“", "PUNCT", "punct", 2, "O"),
        ("Erik", "PROPN", "flat", 0, "B-PER"),
    ]
    assert found(vocab, rows) == [("Michael “ Erik", "PERSON")]
    rows[1] = ("and", "CCONJ", "cc", 2, "O")
    assert found(vocab, rows) == [("Michael", "PERSON"), ("Erik", "PERSON")]


def test_marks_and_small_words_at_the_ends_are_cut_off(vocab: Vocab) -> None:
    rows = [
        ("of", "ADP", "case", 2, "B-ORG"),
        ("the", "DET", "det", 2, "I-ORG"),
        ("State", "PROPN", "ROOT", 2, "I-ORG"),
        ("”", "PUNCT", "punct", 2, "I-ORG"),
    ]
    assert found(vocab, rows) == [("State", "ORG")]


def test_a_name_does_not_cross_sentences(vocab: Vocab) -> None:
    rows = [("Homs", "PROPN", "", 0, "B-LOC"), ("Aleppo", "PROPN", "", 1, "I-LOC")]
    assert found(vocab, rows, starts=(0, 1)) == [("Homs", "LOC"), ("Aleppo", "LOC")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Iraqis", "PROPN", "ROOT", 0, "B-PER"), [("Iraqis", "NORP")]),
        (("Kurdish", "ADJ", "ROOT", 0, "O"), [("Kurdish", "NORP")]),
        (("Jordan", "PROPN", "ROOT", 0, "B-PER"), [("Jordan", "LOC")]),
        (("Lt.", "PROPN", "ROOT", 0, "B-ORG"), []),
        (("tribe", "NOUN", "ROOT", 0, "B-ORG"), []),
        (("AK-47", "PROPN", "ROOT", 0, "B-MISC"), [("AK-47", "WEAPON")]),
        (("MQ-9", "NOUN", "ROOT", 0, "O"), [("MQ-9", "VEHICLE")]),
        (("Titanic", "PROPN", "ROOT", 0, "B-MISC"), []),
        (("polish", "VERB", "ROOT", 0, "O"), []),
    ],
)
def test_single_words(vocab: Vocab, row: tuple[str, str, str, int, str], expected: list[tuple[str, str]]) -> None:
    assert found(vocab, [row]) == expected


def test_a_place_with_the_noun_of_a_facility(vocab: Vocab) -> None:
    rows = [("Bagram", "PROPN", "compound", 1, "B-LOC"), ("Airfield", "PROPN", "ROOT", 1, "I-LOC")]
    assert found(vocab, rows) == [("Bagram Airfield", "FAC")]


def test_a_thing_of_two_names_is_one(vocab: Vocab) -> None:
    rows = [("MQ-9", "PROPN", "compound", 1, "O"), ("Reaper", "PROPN", "ROOT", 1, "O")]
    assert found(vocab, rows) == [("MQ-9 Reaper", "VEHICLE")]


def likelihood(scores: np.ndarray[Any, Any], labels: tuple[int, ...]) -> float:
    return float(np.log(scores[np.arange(len(labels)), labels].astype(np.float64) + 1e-9).sum())


def well_formed(labels: tuple[int, ...], inventory: tuple[str, ...]) -> bool:
    before = ["O", *(inventory[i] for i in labels)]
    return all(not label.startswith("I-") or first in (label, f"B-{label[2:]}") for first, label in pairwise(before))


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_best_labels_are_the_likeliest_sequence_that_makes_sense(rows: list[list[float]]) -> None:
    inventory = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
    scores = np.array(rows, dtype=np.float32)
    scores /= scores.sum(-1, keepdims=True)
    chosen = tuple(best_labels(scores, inventory))
    assert well_formed(chosen, inventory)
    possible = (p for p in product(range(5), repeat=len(rows)) if well_formed(p, inventory))
    # A word that is surely outside stays so: within the stretch between such words the choice is the best there is.
    if (scores[:, 0] <= 0.5).all():
        assert likelihood(scores, chosen) == pytest.approx(max(likelihood(scores, p) for p in possible))


def test_labels_that_make_sense_stay_as_they_are() -> None:
    scores = np.full((3, 5), 0.1, dtype=np.float32)
    scores[[0, 1, 2], [1, 2, 0]] = 0.6
    assert best_labels(scores, ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")) == [1, 2, 0]
