"""What is nobody: planes, works, cases, abstract nouns; and names that are longer than they look.

Events are written as ``told.harm_told`` does.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind
from tests.extract.told import harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Eight bombers were lost over the town.", []),
        ("The RAF lost 95 bombers in the raid on the town.", []),
        ("The Atlanta Child Murders were the subject of a book.", []),
        ("The Murder of Jon Kane was filmed twice.", []),
        ('"The Assassination of a King" was shown at the festival.', []),
        ("The murder of Jon Kane was filmed by a passer-by.", ["Jon Kane"]),
        ("Murder of Jon Kane shocks town", ["Jon Kane"]),
        ("Democracy was killed that day, the poet said.", []),
        ("The blast killed the hope of a truce.", []),
        ("Twenty tanks were knocked out and their crews killed.", ["their crews"]),
        # a capital behind a name belongs to it
        ("Police said Ruth First had been killed in the attack.", ["Ruth First"]),
        ("The murder of Medgar Evers shocked the town.", ["Medgar Evers"]),
        ("Police shot Jon Kane Monday.", ["+ Jon Kane < Police"]),
        # a surname that is a word for a thing
        ("A bomb killed Harold Stone on Monday.", ["Harold Stone"]),
        ("Gunmen killed Mary Banks.", ["Mary Banks < Gunmen"]),
        ("Ato Girma Bekele was shot dead by gunmen.", ["Girma Bekele < gunmen"]),
        # whom no word list has: by what the language model sees, or because only somebody does such a thing
        ("Thirteen people were killed by louts in Jos.", ["Thirteen people < louts"]),
        ("The bushwhackers killed 13 people.", ["13 people < bushwhackers"]),
        ("Thirteen people were stabbed by glorps in Jos.", ["+ Thirteen people"]),
        ("Rebels shelled the bushwhackers.", ["< Rebels"]),
        ("Paratroops killed 13 people.", ["13 people < Paratroops"]),
        ("Thirteen people were killed by measles.", []),
        ("A landslide killed 13 villagers.", []),
        # storms are called as people are
        ("Hurricane Mitch killed 300 people in Tela on Friday.", []),
        ("Six hundred people were killed by Cyclone Idai in Beira.", []),
        ("Cyclone Idai drowned 600 people in Beira.", []),
        ("Tropical Storm Agatha killed nine villagers.", []),
        ("The Typhoon Brigade killed nine villagers.", ["nine villagers < Typhoon Brigade"]),
        (
            "The town was hit by Hurricane Mitch when gunmen killed nine villagers.",
            ["nine villagers < gunmen"],
        ),
        # people drown others, a river does so to nobody's account
        ("Rebels drowned nine villagers in the river.", ["nine villagers < Rebels"]),
        ("The river drowned nine villagers.", []),
        ("Thirteen people were killed by crossfire.", ["Thirteen people"]),
        ("Nine people queuing for water were killed by a single 120 mm mortar round.", ["Nine people"]),
        # whose bodies are found in the same sentence
        (
            "Militiamen dragged three brothers from their home; their bodies were found in a ditch.",
            ["cap three brothers < Militiamen", "three brothers"],
        ),
    ],
)
def test_who_is_somebody(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events


def test_another_is_a_person_where_people_were_told_of(reader: Reader) -> None:
    text = "One policeman was killed and another was critically wounded."
    kinds = {e.label: e.kind for e in reader.read(Document("text", text, "0")).entities}
    assert kinds["another"] is EntityKind.PERSON


@pytest.mark.parametrize(
    "compared",
    ["The bombing was the deadliest attack in Ghana since 2018.", "It was the worst attack in the city since 2014."],
)
def test_a_rank_is_no_event(reader: Reader, compared: str) -> None:
    text = f"A bomb killed 63 people in Jos on March 4. {compared}"
    reading = reader.read(Document("text", text, "0", issued=date(2022, 3, 9)))
    assert len(reading.events) == 1
