"""Dictionary forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.language.lemmas import Lemmas, load_lemmas
from kg.language.network import BUNDLED


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return load_lemmas(BUNDLED)


@pytest.mark.parametrize(
    ("word", "pos", "tag", "lemma"),
    [
        ("killed", "VERB", "VBN", "kill"),
        ("died", "VERB", "VBD", "die"),
        ("dying", "VERB", "VBG", "die"),
        ("shot", "VERB", "VBN", "shoot"),
        ("strikes", "NOUN", "NNS", "strike"),
        ("strikes", "VERB", "VBZ", "strike"),
        ("struck", "VERB", "VBD", "strike"),
        ("bombed", "VERB", "VBD", "bomb"),
        ("raided", "VERB", "VBD", "raid"),
        ("razed", "VERB", "VBD", "raze"),
        ("seized", "VERB", "VBD", "seize"),
        ("besieged", "VERB", "VBN", "besiege"),
        ("wounding", "VERB", "VBG", "wound"),
        ("wounded", "VERB", "VBN", "wound"),
        ("ambushed", "VERB", "VBD", "ambush"),
        ("kidnapped", "VERB", "VBN", "kidnap"),
        ("beheaded", "VERB", "VBN", "behead"),
        ("fled", "VERB", "VBD", "flee"),
        ("freed", "VERB", "VBD", "free"),
        ("stoned", "VERB", "VBD", "stone"),
        ("knifed", "VERB", "VBD", "knife"),
        ("claimed", "VERB", "VBD", "claim"),
        ("denied", "VERB", "VBD", "deny"),
        ("was", "AUX", "VBD", "be"),
        ("gunmen", "NOUN", "NNS", "gunman"),
        ("bodies", "NOUN", "NNS", "body"),
        ("civilians", "NOUN", "NNS", "civilian"),
        ("casualties", "NOUN", "NNS", "casualty"),
        ("aircraft", "NOUN", "NNS", "aircraft"),
        ("KILLED", "VERB", "VBN", "kill"),
        ("Militants", "NOUN", "NNS", "militant"),
        ("Baghdad", "PROPN", "NNP", "Baghdad"),
        ("Americans", "PROPN", "NNPS", "American"),
        ("worse", "ADJ", "JJR", "bad"),
        ("detonated", "VERB", "VBD", "detonate"),
        ("destroyed", "VERB", "VBD", "destroy"),
        ("executed", "VERB", "VBN", "execute"),
        ("blew", "VERB", "VBD", "blow"),
        ("Syrian", "ADJ", "JJ", "Syrian"),
    ],
)
def test_lemma(lemmas: Lemmas, word: str, pos: str, tag: str, lemma: str) -> None:
    assert lemmas(word, pos, tag) == lemma


def test_rules_choose_a_known_stem() -> None:
    lemmas = Lemmas({}, {"VERB": ["rape", "rap"]})
    assert lemmas("rapped", "VERB", "VBD") == "rap"
    assert lemmas("raped", "VERB", "VBD") in ("rape", "rap")
    assert Lemmas({}, {"VERB": ["raid"]})("raided", "VERB", "VBD") == "raid"


def test_participles_in_n_that_the_table_lacks() -> None:
    lemmas = Lemmas({}, {"VERB": ["beat", "mow"]})
    assert lemmas("beaten", "VERB", "VBN") == "beat"
    assert lemmas("mown", "VERB", "VBN") == "mow"
    assert lemmas("run", "VERB", "VBN") == "run"


def test_missing_table_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no lemma table"):
        load_lemmas(tmp_path)
