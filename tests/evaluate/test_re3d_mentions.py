"""Mentions as the annotators of re3d would mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.evaluate.re3d_mentions import mentions
from kg.evaluate.re3d_things import ships, times
from kg.extract.reader import Reader
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

_SENTENCES = {
    "A title and a name are one person": (
        "Foreign Minister Lena Hoffmann met General Pavel Novak.",
        {("Person", "Foreign Minister Lena Hoffmann"), ("Person", "General Pavel Novak")},
    ),
    "An office is a person with all that it is for": (
        "He spoke to the Minister of Defence.",
        {("Person", "Minister of Defence")},
    ),
    "Inhabitants are an organisation": ("Many Bolivians fled.", {("Organisation", "Bolivians")}),
    "An adjective of what is no people is a nationality": (
        "The Bolivian crisis went on.",
        {("Nationality", "Bolivian")},
    ),
    "An adjective of people is part of their mention": ("Bolivian villagers fled.", set()),
    "Weapons without their number and owner": (
        "The rebels lost three heavy machine guns and an army-held tank.",
        {("Weapon", "heavy machine guns"), ("MilitaryPlatform", "army-held tank")},
    ),
    "A weapon with the word for its part": ("They fired a rocket launcher.", {("Weapon", "rocket launcher")}),
    "Documents and operations are no organisations": ("They signed the Lima Treaty after Operation Storm.", set()),
    "Places without what says how near": ("He lives near Arequipa.", {("Location", "Arequipa")}),
}


@pytest.mark.model
@pytest.mark.parametrize("name", _SENTENCES)
def test_mentions(nlp: Language, name: str) -> None:
    text, expected = _SENTENCES[name]
    doc = nlp(text)
    reading = Reader(nlp).interpret(doc, Document("x", text, "d"))
    found = {(kind, text[begin:end]) for begin, end, kind in mentions(doc, reading)}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened on 4 May 1982.", ["4 May 1982"]),
        ("It has lasted since 1999.", ["1999"]),
        ("At 10 a.m. May 4, 1982, it sank.", ["10 a.m.", "May 4, 1982"]),
        ("They left in the evening on Friday.", ["evening", "Friday"]),
    ],
)
def test_times_without_their_prepositions(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end, _ in times(text)] == expected


def test_ships_and_their_hull_numbers() -> None:
    text = "HMS Swallow (F91) left the dock (see page 12)."
    assert sorted(text[b:e] for b, e, _ in ships(text)) == ["F91", "HMS Swallow"]
