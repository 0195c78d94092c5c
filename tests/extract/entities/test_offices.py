"""Offices, ships, weapons and treaties beside names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_SENTENCES = {
    # What an office is for is part of it, not of the name behind it.
    "Secretary of State Carl Brandt flew to Ankara.": {"person Carl Brandt", "place Ankara"},
    "Deputy Secretary of State Carl Brandt flew to Ankara.": {"person Carl Brandt", "place Ankara"},
    "The Secretary of State said the talks had failed.": set(),
    "The Foreign Secretary arrived in Nairobi.": {"place Nairobi"},
    # Family names that are words for people, too.
    "Defence Minister Peter Cook resigned.": {"person Peter Cook"},
    "Major John Hunter was shot dead in Belfast.": {"person John Hunter", "place Belfast"},
    # Ranks with a class, and those of the ranks.
    "Private 1st Class Peter Cook was shot dead.": {"person Peter Cook"},
    "Navy Petty Officer 2nd Class Peter Cook was shot dead.": {"person Peter Cook"},
    "Leading Aircraftman Peter Cook was shot dead.": {"person Peter Cook"},
    # Two countries with a hyphen are no place of their own.
    "The India-Pakistan border is closed.": {"place India", "place Pakistan"},
    "Guinea-Bissau sent troops.": {"group Guinea-Bissau"},
    # Ships and types of weapons are things.
    "HMS Swallow left the port.": {"materiel HMS Swallow"},
    "The UAV was shot down over Marib.": {"materiel UAV", "place Marib"},
    # Units with a number.
    "Troops of Task Force 61 raided a house in Zinjibar.": {"group Task Force 61", "place Zinjibar"},
    "The army 12 miles away heard it.": set(),
    # Nobody is called so.
    "The Lusaka Accord was signed.": set(),
    "He quoted the Law of Armed Conflict.": set(),
}


@pytest.mark.parametrize("text", _SENTENCES)
def test_names(nlp: Language, text: str) -> None:
    reading = Reader(nlp).read(Document("x", text, "d"))
    found = {f"{e.kind.value.lower()} {e.name}" for e in reading.entities if e.name and e.mentions}
    assert found == _SENTENCES[text]
