"""Who leads a group, who belongs to it and what it is part of, as verbs say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Attestation, Certainty, Document, Reading, Ref, Standing

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_SENTENCES = {
    "Paul Okoth leads the Lake Liberation Front.": {"Paul Okoth leaderOf Lake Liberation Front"},
    "Paul Okoth, who led the Lake Liberation Front, was arrested.": {"Paul Okoth leaderOf Lake Liberation Front"},
    "The Lake Liberation Front is led by Paul Okoth.": {"Paul Okoth leaderOf Lake Liberation Front"},
    "The Lake Liberation Front, led by Paul Okoth, retreated.": {"Paul Okoth leaderOf Lake Liberation Front"},
    "Captain Ivo Maric served with the 211th Brigade.": {"Ivo Maric memberOf 211th Brigade"},
    "Private Tom Brown, assigned to the 1st Cavalry Division, was killed.": {"Tom Brown memberOf 1st Cavalry Division"},
    "Police said Juan Lopez belonged to the Zetas.": {"Juan Lopez memberOf Zetas"},
    "The Northern Alliance includes the Valley Liberation Army.": {
        "Valley Liberation Army partOfGroup Northern Alliance"
    },
    "The Northern Alliance, made up of the Valley Liberation Army and the Hill Liberation Army, won.": {
        "Valley Liberation Army partOfGroup Northern Alliance",
        "Hill Liberation Army partOfGroup Northern Alliance",
    },
    "The Valley Liberation Army is part of the Northern Alliance.": {
        "Valley Liberation Army partOfGroup Northern Alliance"
    },
    "Idris Okoth, founder and spiritual leader of the Lake Liberation Front, died.": {
        "Idris Okoth leaderOf Lake Liberation Front"
    },
    "Sergeant Mark Jones, 28, of the Royal Scots, was killed.": {"Mark Jones memberOf Royal Scots"},
    "Karim Hadi joined the Lake Liberation Front in 2004.": {"Karim Hadi memberOf Lake Liberation Front"},
    "The Lake Liberation Army's Southern Brigade fired rockets.": {"Southern Brigade partOfGroup Lake Liberation Army"},
    # With others for once.
    "Karim Hadi joined the Lake Liberation Front in condemning the raid.": set(),
    # A place is no part of a group.
    "The town of Kidal belongs to the Lake Liberation Front.": set(),
    # What is denied, asked, wished or on a condition is not so.
    "Paul Okoth did not lead the Lake Liberation Front.": set(),
    "Paul Okoth may join the Lake Liberation Front.": set(),
    "The army denied that Paul Okoth led the Lake Liberation Front.": set(),
    "He denied that Paul Okoth was a member of the Lake Liberation Front.": set(),
    "If Turkey joins the Arab League, talks will end.": set(),
    "Rumours that Paul Okoth led the Lake Liberation Front were false.": set(),
    "There is no evidence that Paul Okoth led the Lake Liberation Front.": set(),
    "Had Paul Okoth led the Lake Liberation Front, the war would have ended.": set(),
    # A prisoner is led, too.
    "The police led Paul Okoth away.": set(),
}


def _read(nlp: Language, text: str) -> Reading:
    return Reader(nlp).read(Document("x", text, "d"))


@pytest.mark.parametrize("text", _SENTENCES)
def test_ties(nlp: Language, text: str) -> None:
    reading = _read(nlp, text)
    names = {e.key: e.name for e in reading.entities}
    found = {
        f"{names[s.subject]} {s.predicate.value} {names[s.object.key]}"
        for s in reading.attributes
        if isinstance(s.object, Ref) and names[s.subject]
    }
    assert found == _SENTENCES[text]


def _only(reading: Reading) -> Attestation:
    (found,) = (a for a in reading.attestations if any(isinstance(s.object, Ref) for s in a.statements))
    return found


def test_what_somebody_is_accused_of_is_only_possible(nlp: Language) -> None:
    text = "The army accused Paul Okoth of leading the Lake Liberation Front."
    assert _only(_read(nlp, text)).certainty is Certainty.POSSIBLE


def test_the_sentence_is_the_evidence(nlp: Language) -> None:
    text = "It rained. Paul Okoth leads the Lake Liberation Front. It rained again."
    assert _only(_read(nlp, text)).span.of(text) == "Paul Okoth leads the Lake Liberation Front."


def test_who_had_led_a_group_leads_it_no_more(nlp: Language) -> None:
    text = "Paul Okoth, who had led the Lake Liberation Front, vanished."
    assert _only(_read(nlp, text)).standing is Standing.FORMER
