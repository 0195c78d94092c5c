"""Headlines, in which capitals say nothing of what is a name; read with the bundled model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind, Predicate, Ref
from tests.extract.told import Say, events_told, harm_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def test_air_strikes_of_a_caption_are_not_the_one_of_the_headline(reader: Reader) -> None:
    text = (
        "Coalition says it was not behind air strike that killed 135\n\n"
        "Residents stand round a crater in Jos on day three of the coalition's air strikes on the rebels.\n\n"
        "KANO, Nigeria, Sept. 29 (UPI) -- The coalition denied that it was responsible for the air strike on a wedding "
        "that killed at least 135 people on Monday."
    )
    told = events_told(reader, text, date(2015, 9, 29))
    assert not any("135" in event and "<" in event for event in told), told


def test_a_headline_tells_of_the_event_of_the_text(nlp: Language) -> None:
    text = (
        "U.S. Airstrike Kills I.S. Commander in Syria\n\n"
        "An Islamic State leader has been killed in eastern Syria by a U.S. airstrike, the Pentagon said."
    )
    reading = Reader(nlp).read(Document("text", text, "0"))
    assert len(reading.events) == 1
    assert {e.name for e in reading.entities if e.kind is EntityKind.PERSON} == {None}
    assert "U.S. Airstrike" not in {e.label for e in reading.entities}


@pytest.mark.parametrize(
    ("text", "victim", "named"),
    [
        ("Russian Airstrike Kills Hamas Commander in Gaza", "Hamas Commander", False),
        ("Gunmen Kill Police Chief in Karachi Ambush", "Police Chief", False),
        ("John Bishop Killed in Helmand Ambush", "John Bishop", True),
        ("Maria Killer Shot Dead in Mexico", "Maria Killer", True),
    ],
)
def test_who_is_called_by_name(nlp: Language, text: str, victim: str, named: bool) -> None:
    reading = Reader(nlp).read(Document("text", text, "0"))
    known = {e.key: e for e in reading.entities}
    statements = [s for claim in reading.claims for s in claim.statements if s.predicate is Predicate.FATAL_VICTIM]
    (found,) = {s.object.key for s in statements if isinstance(s.object, Ref)}
    assert known[found].label == victim
    assert (known[found].name is not None) is named


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Two killed in Kirkuk as gunmen murder judge in Mosul\n\nTwo policemen were killed when a bomb exploded in "
            "Kirkuk on Monday. In Mosul, gunmen shot dead Judge Salim Abbas outside his house.",
            ["Two policemen @ Kirkuk", "Salim Abbas < gunmen @ Mosul"],
        ),
        (
            "Ten rebels killed in Mindanao as ambush leaves two marines dead in Basilan",
            ["Ten rebels @ Mindanao", "two marines @ Basilan"],
        ),
        (
            "Six shot dead in Acapulco as cartel executes mayor in Chilapa",
            ["Six @ Acapulco", "mayor < cartel @ Chilapa"],
        ),
        (
            "Eight people were killed in Bogota while guerrillas kidnapped a mayor in Huila.",
            ["Eight people @ Bogota", " < guerrillas @ Huila"],
        ),
        (
            "An officer was shot dead in Batticaloa as Tigers killed five soldiers in Vavuniya.",
            ["officer @ Batticaloa", "five soldiers < Tigers @ Vavuniya"],
        ),
        # one killing, told in two clauses
        ("Dozens died as troops massacred villagers in Mozote.", ["Dozens, villagers < troops @ Mozote"]),
        ("A general was killed as gunmen murdered his family in Algiers.", ["general, his family < gunmen @ Algiers"]),
        ("Two men were killed when gunmen opened fire in a bar in Derry.", ["Two men < gunmen @ Derry"]),
        ("Two policemen were killed in Iraq as gunmen attacked a convoy.", ["Two policemen < gunmen @ Iraq"]),
    ],
)
def test_two_killings_in_one_headline(nlp: Language, text: str, events: list[str]) -> None:
    assert events_told(Reader(nlp), text, date(2014, 8, 13)) == events


@pytest.mark.parametrize("headline", ["Four students killed in Rangoon", "Mayor assassinated in Cali", "Two shot dead"])
@pytest.mark.parametrize(
    ("lede", "event"),
    [
        ("Gunmen shot dead nine drivers.", "nine drivers < Gunmen"),
        ("Troops killed nine rebels, the army said.", "nine rebels < Troops"),
        ("Police shot dead nine students.", "nine students < Police"),
        ("ETA killed nine judges on Monday.", "nine judges < ETA"),
        ("Yesterday rebels killed nine nuns.", "nine nuns < rebels"),
    ],
)
def test_who_opens_the_sentence_behind_a_headline_acts(nlp: Language, headline: str, lede: str, event: str) -> None:
    """Whoever stands there without an article was taken for a circumstance, and once for a circle of words."""
    told = harm_told(Reader(nlp), f"{headline}\n\n{lede}")
    assert any(harm.endswith(event) for harm in told), told


@pytest.mark.parametrize(
    ("headline", "claims"),
    [
        # what a headline sets in quotation marks it leaves to others
        ("Mayor 'killed in drone strike'", {"Assertion? by report: fatalVictim Mayor, occurred true, weapon drone"}),
        (
            "UN accuses army of Dara massacre",
            {"Accusation? by UN: perpetrator army", "Assertion by UN: location Dara, occurred true"},
        ),
        (
            "Sergeant cleared of prisoner's murder",
            {"Assertion by report: fatalVictim prisoner, occurred true", "Denial by report: perpetrator Sergeant"},
        ),
        (
            "Colonel convicted of murdering priests",
            {"Assertion by report: fatalVictim priests, occurred true, perpetrator Colonel"},
        ),
        (
            "Army denies claims 40 villagers massacred",
            {"Denial by Army: casualties 40/40/40 civilians killed, fatalVictim 40 villagers, occurred true"},
        ),
        (
            "Rebels claim killing of general",
            {"ResponsibilityClaim by Rebels: fatalVictim general, occurred true, perpetrator Rebels"},
        ),
    ],
)
def test_whose_words_a_headline_gives(say: Say, headline: str, claims: set[str]) -> None:
    assert say(headline) == claims


@pytest.mark.parametrize(
    "text",
    ["Ex-soldier arrested over killing of 13 marchers in 1972", "Two men were held over killing a policeman."],
)
def test_who_is_held_over_a_killing_is_only_accused(say: Say, text: str) -> None:
    by = {claim.split(" ")[0] for claim in say(text) if "perpetrator" in claim}
    assert by == {"Accusation?"}
