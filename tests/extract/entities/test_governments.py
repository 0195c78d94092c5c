"""Where the name of a country stands for its government, and where for the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_GOVERNMENTS = [
    ("France remains committed to the mission.", "France"),
    ("Iran is determined to win.", "Iran"),
    ("In all this, Sweden is committed to standing with them.", "Sweden"),
    ("Pakistan is responsible for the raid.", "Pakistan"),
    ("Armenia has a right to defend itself.", "Armenia"),
    ("Kuwait is one of our most important partners.", "Kuwait"),
    ("Turkey's commitment to the alliance was doubted.", "Turkey"),
    ("Sri Lanka's refusal to allow an inquiry caused anger.", "Sri Lanka"),
    ("He thanked our ally Jordan.", "Jordan"),
    ("The backers of the regime, including Russia and Iran, vetoed it.", "Iran"),
    ("The deal will enable Angola to rebuild its army.", "Angola"),
    ("Talks between India and Pakistan failed.", "Pakistan"),
    ("The India-Pakistan talks collapsed.", "India"),
]
_PLACES = [
    ("Colombia's mountains hide the rebels.", "Colombia"),
    ("Iraq's north is mostly Kurdish.", "Iraq"),
    ("Mali is a poor country.", "Mali"),
    ("Yemen has deserts.", "Yemen"),
    ("The border between Thailand and Cambodia was closed.", "Cambodia"),
    ("The Israel-Lebanon border was quiet.", "Israel"),
    ("Countries in the region, including Chad and Niger, have deserts.", "Niger"),
]


def _kind(nlp: Language, text: str, name: str) -> EntityKind:
    reading = Reader(nlp).read(Document("x", text, "d"))
    (kind,) = {e.kind for e in reading.entities for m in e.mentions if m.of(text) == name}
    return kind


@pytest.mark.parametrize(("text", "name"), _GOVERNMENTS)
def test_a_government(nlp: Language, text: str, name: str) -> None:
    assert _kind(nlp, text, name) is EntityKind.GROUP


@pytest.mark.parametrize(("text", "name"), _PLACES)
def test_a_place(nlp: Language, text: str, name: str) -> None:
    assert _kind(nlp, text, name) is EntityKind.PLACE
