"""So many of a group are its members, not the group: read with the bundled model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate, Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _of(reader: Reader, text: str, predicate: Predicate) -> dict[str, int | None]:
    reading = reader.read(Document("text", text, "0", issued=date(2011, 6, 2)))
    entities = {entity.key: entity for entity in reading.entities}
    found = {}
    for claim in reading.claims:
        for statement in claim.statements:
            if statement.predicate is predicate and isinstance(statement.object, Ref):
                entity = entities[statement.object.key]
                found[entity.label] = entity.count.low if entity.count else None
    return found


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("On Monday, 12 Taliban were killed in Ghazni.", {"12 Taliban": 12}),
        ("The army said it had killed at least five Tamil Tigers.", {"at least five Tamil Tigers": 5}),
        ("Three Houthis and a policeman were killed.", {"Three Houthis": 3, "policeman": 1}),
        ("Navy sinks boats, 12 Tigers killed", {"12 Tigers": 12}),
    ],
)
def test_a_number_before_the_name_of_a_group_counts_members(
    reader: Reader, text: str, victims: dict[str, int | None]
) -> None:
    assert _of(reader, text, Predicate.FATAL_VICTIM) == victims


def test_the_group_itself_stays_who_it_is(reader: Reader) -> None:
    text = "The Taliban killed a judge in Ghazni. Troops killed two Taliban in a raid on Kunduz."
    assert _of(reader, text, Predicate.PERPETRATOR) == {"Taliban": None, "Troops": None}
    assert _of(reader, text, Predicate.FATAL_VICTIM) == {"judge": 1, "two Taliban": 2}


def test_dead_behind_the_verb_is_what_became_of_them(reader: Reader) -> None:
    assert _of(reader, "On Monday soldiers shot dead three students in Lagos.", Predicate.FATAL_VICTIM) == {
        "three students": 3
    }
    text = "Fighters went from ward to ward at the hospital and shot dead patients and their companions, the UN said."
    assert "their companions" in _of(reader, text, Predicate.FATAL_VICTIM)


def test_a_name_right_behind_the_rebel_group_is_its_own(reader: Reader) -> None:
    text = "The Taliban said nothing. Gunmen from the rebel group FARC shot dead patients at a clinic in Cali."
    reading = reader.read(Document("text", text, "0", issued=date(2011, 6, 2)))
    labels = {entity.key: entity.label for entity in reading.entities}
    members = [
        (labels[s.subject], labels[s.object.key])
        for s in reading.attributes
        if s.predicate is Predicate.MEMBER_OF and isinstance(s.object, Ref)
    ]
    assert members == [("Gunmen", "FARC")]


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("FMLN REBELS KILLED A MAYOR.", ["FMLN REBELS"]),
        ("SHINING PATH GUERRILLAS KILLED FIVE PEASANTS.", ["SHINING PATH GUERRILLAS"]),
        ("KURDISH SOLDIERS KILLED A MAYOR.", ["KURDISH SOLDIERS"]),
        ("THE ISRAEL DEFENSE FORCES KILLED A MAYOR.", ["Israel Defense Forces"]),
        ("The 12th Front of the FARC killed a mayor.", ["12th Front"]),
        ("The Northern Command of the Karen National Union killed a mayor.", ["Northern Command"]),
    ],
)
def test_names_end_before_people_in_capitals_and_before_links(
    reader: Reader, text: str, perpetrators: list[str]
) -> None:
    assert list(_of(reader, text, Predicate.PERPETRATOR)) == perpetrators


@pytest.mark.parametrize(
    ("text", "larger"),
    [
        ("The 12th Front of the FARC killed a mayor.", "FARC"),
        ("The Northern Command of the Karen National Union killed a mayor.", "Karen National Union"),
        ("The Popular Front of Syria killed a mayor.", None),
    ],
)
def test_a_front_or_command_is_part_of_the_group_behind_it(reader: Reader, text: str, larger: str | None) -> None:
    reading = reader.read(Document("text", text, "0", issued=date(2011, 6, 2)))
    labels = {entity.key: entity.label for entity in reading.entities}
    parts = [
        labels[s.object.key]
        for s in reading.attributes
        if s.predicate is Predicate.PART_OF_GROUP and isinstance(s.object, Ref)
    ]
    assert parts == ([larger] if larger else [])
