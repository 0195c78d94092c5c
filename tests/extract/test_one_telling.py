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
        # a body that was not found tells of no death
        ("Baldeón was last seen at the military base in Ayacucho. His body has never been found.", []),
        ("Rebels killed Omar Haddad in 1987. His body was never found.", [["Omar Haddad", "Rebels", ""]]),
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
