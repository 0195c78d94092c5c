"""How many were killed, hurt, taken or are missing, and who among them: counts as data, parts beside totals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Casualties, Document, Predicate
from tests.extract.told import Say

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _figures(reader: Reader, text: str, predicate: Predicate) -> set[str]:
    reading = reader.read(Document("text", text, "0", issued=date(2021, 3, 4)))
    told = [s for claim in reading.claims for s in claim.statements if s.predicate is predicate]
    return {_shown(s.object) for s in told if isinstance(s.object, Casualties)}


def _shown(value: Casualties) -> str:
    low, best, high = value.count.low, value.count.best, value.count.high
    number = str(best) if low == best == high else f"{low}/{best}/{high}"
    return f"{number} {value.category.value} {value.outcome.value}"


PARTS = [
    (
        "Rebels shelled the town of Agdam, killing 27 people including nine children, officials said.",
        {"27 all-people killed"},
        {"9 children killed"},
    ),
    (
        "A car bomb killed at least 45 people, among them 12 women and four policemen, police said.",
        {"45/45/None all-people killed"},
        {"12 women killed", "4 police-officers killed"},
    ),
    (
        "Gunmen killed 14 people, seven of them soldiers, in Gao on Tuesday.",
        {"14 all-people killed"},
        {"7 soldiers killed"},
    ),
    (
        "A blast left 18 people dead, of whom six were police officers.",
        {"18 all-people killed"},
        {"6 police-officers killed"},
    ),
    (
        "An air strike on the village killed 31 people, most of them women and children.",
        {"31 all-people killed"},
        {"16/None/31 civilians killed"},
    ),
    ("The strike killed 20 people, all of them fighters.", {"20 fighters killed"}, set()),
    ("The strike killed 20 people, none of them civilians.", {"20 all-people killed"}, {"0 civilians killed"}),
    (
        "Twelve people were killed when a shell hit a bus. Five of the dead were women.",
        {"12 all-people killed"},
        {"5 women killed"},
    ),
    (
        "An air strike killed 31 people in Marib. Among the dead were nine children.",
        {"31 all-people killed"},
        {"9 children killed"},
    ),
    ("Gunmen shot dead six aid workers and two soldiers.", {"6 aid-workers killed", "2 soldiers killed"}, set()),
    # who died later or besides is counted apart: no rival of the number told before
    (
        "Gunmen attacked a market, killing 14 people. Three others died later in hospital.",
        {"14 all-people killed"},
        {"3 all-people killed"},
    ),
    (
        "Gunmen attacked a market, killing 14 people. Three people later died of their wounds, a doctor said.",
        {"14 all-people killed"},
        {"3 all-people killed"},
    ),
    (
        "The number of people killed in an attack on a market has risen to 22, a doctor said. Eight of the wounded "
        "have died since Sunday's attack, he said.",
        {"22 all-people killed"},
        {"8 all-people killed"},
    ),
    (
        "The death toll from Friday's suicide attack on a mosque in Jos rose to 62 after five of the injured died.",
        {"62 all-people killed"},
        {"5 all-people killed"},
    ),
    (
        "Rebels said two soldiers died and five others were hurt. The army said that one soldier died and three others "
        "were hurt.",
        {"2 soldiers killed", "5 all-people injured", "3 all-people injured"},
        set(),
    ),
    ("Fighters abducted 30 people - 12 of them girls.", {"30 all-people captured"}, {"12 children captured"}),
]


@pytest.mark.parametrize(("text", "totals", "parts"), PARTS)
def test_parts_stand_beside_the_total(reader: Reader, text: str, totals: set[str], parts: set[str]) -> None:
    assert _figures(reader, text, Predicate.CASUALTIES) == totals
    assert _figures(reader, text, Predicate.CASUALTY_PART) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 14 people in Gao, a town of 80,000, seven of them for hours.",
        "The bomb killed 20 people, including the mayor.",
        "Rebels killed 12 soldiers, seized arms and freed 30 prisoners, most of them rebels.",
        "The raid killed three people, including 12 soldiers.",
    ],
)
def test_no_part_where_none_is_told(reader: Reader, text: str) -> None:
    assert _figures(reader, text, Predicate.CASUALTY_PART) == set()


def test_the_missing_are_counted(reader: Reader) -> None:
    text = "At least 37 soldiers were killed when gunmen attacked a convoy, the ministry said. Four are missing."
    assert "4 all-people missing" in _figures(reader, text, Predicate.CASUALTIES)


def test_who_is_missing_alone_met_with_no_violence(reader: Reader) -> None:
    assert _figures(reader, "Two hikers are missing in the hills near Kano.", Predicate.CASUALTIES) == set()


@pytest.mark.parametrize(
    "text", ["Fifty people were killed and wounded in Kano.", "In Kano 50 people were killed or hurt."]
)
def test_of_killed_and_wounded_together_nobody_knows_how_many_died(say: Say, text: str) -> None:
    told = say(text)
    assert any("casualties -/-/50 all-people killed" in claim for claim in told)
    assert not any("fatalVictim" in claim or "50/50/50" in claim for claim in told)


def test_killed_and_so_many_wounded_are_two_numbers(say: Say) -> None:
    (claim,) = say("Authorities had spoken of at least 28 people killed and 48 wounded in Kano.")
    assert "casualties 28/28/- all-people killed" in claim
    assert "casualties 48/48/48 all-people injured" in claim
