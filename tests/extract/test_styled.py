"""What somebody calls a deed ("described it as murder by the army"), and who it was that said so."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import ClaimKind, Document, Predicate
from tests.extract.told import claim_text, harm_told, parts_told

pytestmark = pytest.mark.model

SHOT = "Thirteen men died in a shooting in Jos. "


def _accusations(reader: Reader, text: str) -> tuple[int, set[str]]:
    """How many events are told, and who accuses whom."""
    reading = reader.read(Document("text", text, "0"))
    told = {claim_text(reading, c) for c in reading.claims if c.kind is ClaimKind.ACCUSATION}
    return len(reading.events), told


@pytest.mark.parametrize(
    "calling",
    [
        "The union denounced it as murder by the army.",
        "The union described it as a massacre by the army.",
        "The union condemned the shooting as murder by the army.",
        "The union called it a massacre by the army.",
        "The union called the shooting an act of murder by the army.",
    ],
)
def test_who_calls_it_murder_by_somebody_accuses_him(reader: Reader, calling: str) -> None:
    assert _accusations(reader, SHOT + calling) == (1, {"Accusation? by union: perpetrator army"})


@pytest.mark.parametrize(
    "calling",
    [
        "The union called it murder.",
        "The union described the shooting as a tragedy.",
        "The union described the army as murderers.",
    ],
)
def test_who_names_no_author_accuses_nobody(reader: Reader, calling: str) -> None:
    assert _accusations(reader, SHOT + calling) == (1, set())


def test_this_was_murder_is_of_what_was_told(reader: Reader) -> None:
    text = 'Paratroops killed 13 men in Jos on Sunday. "This was mass murder by the army," the union said.'
    assert harm_told(reader, text) == ["13 men < Paratroops, army"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The minister told the House of Commons that he was sorry. The first inquiry had cleared the soldiers. "
            "It said that some of the dead had fired at the soldiers.",
            "first inquiry",
        ),
        ("The army had cleared the town. It said that rebels had shot two men.", "army"),
    ],
)
def test_the_inquiry_that_the_sentence_before_is_about_says_it(reader: Reader, text: str, speaker: str) -> None:
    reading = reader.read(Document("text", text, "0"))
    assert {claim_text(reading, c).split(" by ")[1].split(":")[0] for c in reading.claims} == {speaker}


def test_the_day_on_which_it_was_said_is_not_that_of_the_deed(reader: Reader) -> None:
    text = (
        "Ten killed in Jos as paras open fire\nFrom our correspondent\n\nAt least ten people were shot dead by troops "
        "this afternoon.\n\nThe Army said last night that its men had come under fire from snipers and that they had "
        "fired only at gunmen."
    )
    told = parts_told(reader.read(Document("text", text, "0", issued=date(1972, 1, 30))))
    assert {day for parts in told for day in parts.get("TIME", ())} == {"1972-01-30"}


def test_no_shots_from_somebody_leave_nobody_unhurt(reader: Reader) -> None:
    text = 'Soldiers killed nine men in Jos. A priest said: "I saw no shooting at all from the civilians."'
    reading = reader.read(Document("text", text, "0"))
    counted = {str(s.object) for c in reading.claims for s in c.statements if s.predicate is Predicate.CASUALTIES}
    assert len(counted) == 1


def test_one_more_who_died_of_it_months_later(reader: Reader) -> None:
    text = (
        "The army killed 13 people in Jos on 30 January 1972, the inquiry found. A fourteenth man, John Bell, died of "
        "his wounds four and a half months later."
    )
    assert harm_told(reader, text) == ["13 people, John Bell < army"]


def test_the_blame_is_for_what_the_sentence_is_about(reader: Reader) -> None:
    text = (
        "The governor was killed on Tuesday, hours after he accused the rebels of killing civilians. The army blamed "
        "the rebels, who denied it."
    )
    told = parts_told(reader.read(Document("text", text, "0", issued=date(2022, 3, 9))), hedges=True)
    blamed = next(parts for parts in told if "governor" in parts.get("FATAL_VICTIM", ()))
    assert blamed["PERPETRATOR?"] == {"rebels"}


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("General Omar Bello said that Mayor Adam Kane had fled and that he had killed two officers.", "Adam Kane"),
        ("Omar Bello said Adam Kane had fled and that he was the mastermind of the bombing of a bus.", "Adam Kane"),
    ],
)
def test_he_is_of_whom_the_speaker_tells(reader: Reader, text: str, author: str) -> None:
    told = parts_told(reader.read(Document("text", text, "0")))
    assert {name for parts in told for name in parts.get("PERPETRATOR", ())} == {author}


def test_the_year_and_the_dead_are_of_the_deed_and_not_of_its_author(reader: Reader) -> None:
    text = "He was the mastermind of the bombing of a ship in Aden in 2000, in which 17 sailors died."
    (parts,) = parts_told(reader.read(Document("text", text, "0")))
    assert (parts["TIME"], parts["FATAL_VICTIM"]) == ({"2000"}, {"17 sailors"})


def test_who_speaks_of_a_report_does_not_say_what_it_says(reader: Reader) -> None:
    text = '"It is a calumny," said General Quintanilla of a report that eleven scouts had been executed at Yucra.'
    reading = reader.read(Document("text", text, "0"))
    labels = {e.key: e.label for e in reading.entities}
    assert "Quintanilla" not in {labels[c.claimant] for c in reading.claims}


def test_lost_prisoners_are_not_dead(reader: Reader) -> None:
    assert harm_told(reader, "The rebels admitted the loss of 40 men and 240 prisoners.") == ["40 men"]


def test_who_is_met_with_fire_is_fired_at(reader: Reader) -> None:
    (parts,) = parts_told(reader.read(Document("text", "The marchers were met with gunfire from the police.", "0")))
    assert (parts["TARGET"], parts["PERPETRATOR"]) == ({"marchers"}, {"police"})
