"""Names from all over the world, which the language model takes for places or cuts in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind, Predicate, Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _in_role(reader: Reader, text: str, predicate: Predicate) -> set[str]:
    reading = reader.read(Document("x", text, "d"))
    names = {entity.key: entity.name or entity.label for entity in reading.entities}
    return {
        names[statement.object.key]
        for claim in reading.claims
        for statement in claim.statements
        if statement.predicate is predicate and isinstance(statement.object, Ref)
    }


NAMES = (
    "Thein Zaw Lwin",
    "Almaas Elmi",
    "Humayun Azad",
    "Olof Palmgren",
    "Slavko Curuv",
    "Lasantha Wickrema",
    "Chen Shui-lan",
    "Lim Su-jin",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "{} was shot dead by gunmen in the capital on Tuesday.",
        "The murder of {} shocked the town.",
        "Rebels kidnapped and later executed {}.",
    ],
)
def test_who_was_killed(reader: Reader, text: str, name: str) -> None:
    assert _in_role(reader, text.format(name), Predicate.FATAL_VICTIM) == {name}


@pytest.mark.parametrize("name", NAMES)
def test_who_killed(reader: Reader, name: str) -> None:
    text = f"{name} shot dead two policemen in the capital."
    assert _in_role(reader, text, Predicate.PERPETRATOR) == {name}


@pytest.mark.parametrize("name", ["Abbo", "Azad", "Asanu"])
def test_a_single_name(reader: Reader, name: str) -> None:
    for text in ("{} was shot dead by gunmen on Tuesday.", "{}'s murder shocked the town."):
        assert _in_role(reader, text.format(name), Predicate.FATAL_VICTIM) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Inejiro Asano.",
        "Shells hit Gwoza on Monday.",
        "The killings of Maiduguri shocked the town.",
    ],
)
def test_what_may_be_a_place_stays_one(reader: Reader, text: str) -> None:
    reading = reader.read(Document("x", text, "d"))
    assert not [e for e in reading.entities if e.kind is EntityKind.PERSON and e.name]
