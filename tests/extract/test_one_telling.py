"""What several words or sentences tell of one event comes together, and what they do not tell stays out.

Read with the bundled model.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

pytestmark = pytest.mark.model

_ISSUED = date(2014, 8, 13)
_SHOWN = (Predicate.FATAL_VICTIM, Predicate.PERPETRATOR, Predicate.LOCATION)


def _deaths(reader: Reader, text: str) -> list[list[str]]:
    """The dead, those who killed them and where, of each event with a death, in the order of the text."""
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)), denials=False)
    return [listed(parts, *_SHOWN) for parts in told if Predicate.FATAL_VICTIM.name in parts]


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        # "dropped bombs" is an air strike
        (
            "The air force dropped two bombs on the camp at Dolow. Four children died.",
            [["Four children", "air force", "Dolow"]],
        ),
        ("Jets dropped bombs on a village, and 20 people may have died.", [["20 people", "", ""]]),
        # a relative pronoun whose preposition the parser gives to the number behind it
        (
            "The army condemned the attack in Bor, in which at least 48 people, among them children, lost their lives.",
            [["at least 48 people", "", "Bor"]],
        ),
        (
            "The mission condemns in the strongest terms the attack carried out yesterday on its protection-of-"
            "civilians site in Bor, Jonglei State, in which at least 48 people, among them children, lost their lives.",
            [["at least 48 people", "", "Bor"]],
        ),
        # clauses cut short behind the subject
        (
            "Seven people died when a bomb dropped by a plane hit their house in Guernica.",
            [["Seven people", "", "Guernica"]],
        ),
        (
            "A patrol led by a lieutenant walked into the hamlet and opened fire on the people. Nine people died.",
            [["Nine people", "patrol", ""]],
        ),
        # what went on in an attack of long ago
        (
            "On 14 August 1985 a patrol opened fire on villagers in Ayacucho. Then the soldiers threw grenades. "
            "Sixty-nine people died.",
            [["Sixty-nine people", "patrol, soldiers", "Ayacucho"]],
        ),
        (
            "Rebels killed four farmers in Kano on Monday. In 2009 they raided the town of Zaria. Ten people died.",
            [["four farmers", "Rebels", "Kano"], ["Ten people", "Rebels", "Zaria"]],
        ),
        # planes that came are meant by "they", not the residents who tell of them
        (
            "Planes attacked the market at midday, residents said. They dropped four bombs and killed nine women.",
            [["nine women", "", ""]],
        ),
        (
            "Gunmen entered the village at night, residents said. They killed nine men and burned the church.",
            [["nine men", "Gunmen", ""]],
        ),
        # several counted, and a count with its parts
        (
            "Soldiers killed more than 300 rebels, 30 policemen of the town and 10 civilians in a raid on Sunday.",
            [["10 civilians, 30 policemen of the town, more than 300 rebels", "Soldiers", ""]],
        ),
        ("The attack killed two men, a woman and two children.", [["two children, two men, woman", "", ""]]),
        ("The blast killed 40 people, 30 soldiers and 10 civilians.", [["40 people", "", ""]]),
        # a weekday ends no sentence
        (
            "CAIRO, Egypt (UPI) -- The army said its Third Corps crushed a rebel attack east of Kano Monday, killing "
            "1,200 rebels and destroying 14 tanks.",
            [["1,200 rebels", "Third Corps", ""]],
        ),
        # a body that was not found tells of no death
        ("Baldeón was last seen at the military base in Ayacucho. His body has never been found.", []),
        ("Rebels killed Omar Haddad in 1987. His body was never found.", [["Omar Haddad", "Rebels", ""]]),
        # of whom soldiers took from his home, a body that is handed over does, though not where he died
        (
            "Soldiers took José Losada, 17, from his home. His body was handed over to the morgue in Lima a day later.",
            [["José Losada", "", ""]],
        ),
        ("The body of the king was returned to the palace.", []),
        ("Gunmen opened fire on the bus. When it was over, nine women lay dead.", [["nine women", "Gunmen", ""]]),
        # where somebody was sentenced is not where the crime was
        (
            "He was sentenced by a court in Lima. The rebels had killed the mayor of the district.",
            [["mayor of the district", "rebels", ""]],
        ),
        ("Gunmen attacked a court in Kabul. Nine judges were killed.", [["Nine judges", "Gunmen", "Kabul"]]),
    ],
)
def test_the_dead_of_each_event(reader: Reader, text: str, deaths: list[list[str]]) -> None:
    assert _deaths(reader, text) == deaths


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("Omar Haddad was convicted in 1987. In 2011 he was sent back, and last year he was jailed.", set()),
        ("Omar Haddad was convicted in 1987. He was sent back in 2011.", set()),
        ("Omar Haddad was convicted in 1987.", {"1986"}),
    ],
)
def test_the_previous_year_is_counted_from_one_year_or_left_open(reader: Reader, before: str, year: set[str]) -> None:
    text = f"{before} His men had killed the mayor of Kano the previous year."
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    assert [parts.get("TIME", set()) for parts in told if Predicate.FATAL_VICTIM.name in parts] == [year]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A second mine hit an army armoured vehicle near Gao.", "army armoured vehicle"),
        ("An army truck hit a mine near Gao.", "army truck"),
    ],
)
def test_what_hit_what(reader: Reader, text: str, target: str) -> None:
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    assert [listed(parts, Predicate.TARGET, Predicate.PERPETRATOR) for parts in told] == [[target, ""]]


def test_the_same_area_is_not_the_place_that_a_distance_is_counted_from(reader: Reader) -> None:
    text = (
        "A bus was going to Buttala, 240 km southeast of Colombo, when a mine exploded, killing nine. Then, "
        "half an hour later, a second mine hit a truck in the same area and three soldiers were injured."
    )
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    places = [listed(parts, Predicate.LOCATION) for parts in told if Predicate.INJURED_VICTIM.name in parts]
    assert places == [["Buttala"]]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Soldiers took nine men from the village of Kura.", [["nine men", "Soldiers"]]),
        ("The doctor took him from home to the hospital.", []),
        ("The rebels took the town from the army.", []),
        ("Soldiers took the money from the bank.", []),
    ],
)
def test_who_is_taken_from_where(reader: Reader, text: str, taken: list[list[str]]) -> None:
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    assert [listed(parts, Predicate.CAPTIVE, Predicate.PERPETRATOR) for parts in told] == taken


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two men were found guilty of the murder of Omar Haddad on Thursday.", set()),
        ("Two men were convicted of the murder of Omar Haddad on Thursday.", set()),
        ("Two men were convicted of the murder of Omar Haddad on 3 March 2009.", {"2009-03-03"}),
        ("Two men were arrested for the murder of Omar Haddad. They shot him on Thursday.", {"2014-08-07"}),
    ],
)
def test_the_day_of_a_verdict_is_not_that_of_the_deed(reader: Reader, text: str, days: set[str]) -> None:
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    assert set().union(*(parts.get("TIME", set()) for parts in told)) == days
