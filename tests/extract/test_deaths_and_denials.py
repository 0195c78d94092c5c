"""Deaths by other hands than bullets and bombs, and who denies his part without naming the deed.

Events are written as ``told.harm_told`` does, claims as ``told`` does.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import Say, harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Prisoner Ahmed Saleh was beaten by guards at the jail in Tripoli and died the next day.",
            ["Ahmed Saleh < guards"],
        ),
        ("Ahmed Saleh died on Monday after being beaten by police in Tripoli.", ["Ahmed Saleh < police"]),
        (
            "A student who had been tortured by the secret police in Athens died in hospital on Monday.",
            ["student < secret police"],
        ),
        ("Police beat up a photographer in Minsk on Sunday.", [" + photographer < Police"]),
        ("Guards at the camp starved 42 prisoners to death in 1992.", ["42 prisoners < Guards"]),
        (
            "Two of those wounded in Sunday's bombing of the market in Kano succumbed to their injuries, doctors said.",
            ["Two of those wounded"],
        ),
        (
            "Gunmen shot four people dead in Cali on Friday. The victims have been identified as Ana Cruz, 34, a "
            "teacher; Pablo Cruz, 9, her son; and two neighbours, Luis Mena and Rosa Gil.",
            ["Ana Cruz, Luis Mena, Pablo Cruz, Rosa Gil < Gunmen"],
        ),
        # games, elections, battles; nobody says that they were put to death
        ("Ghana beat Nigeria 2-1 in Accra on Sunday.", []),
        ("The senator beat the governor in the primary.", []),
        ("The rebels were beaten back by troops near Gao.", []),
        ("Two journalists were found hanged in their cells in Asmara; officials called it suicide.", []),
    ],
)
def test_who_died_and_of_what(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (
            "Gunmen killed the banker Paul Neri in Milan on Tuesday. The Red Cells denied killing anyone.",
            "Denial by Red Cells: perpetrator Red Cells",
        ),
        (
            "A mortar shell killed four children in Gaza. The Front said it was not operating in the area at the time.",
            "Denial by Front: perpetrator Front",
        ),
        (
            "Four villagers were shot dead near Abyei on Monday. The army said its troops were not in the area.",
            "Denial by army: perpetrator army",
        ),
        (
            "Four nuns were shot dead in 1980. The defence minister insisted that no soldiers had taken part.",
            "Denial by defence minister: perpetrator defence minister",
        ),
        (
            "The guerrillas said they had not planted the mine that killed seven farmers near Apartado on Saturday.",
            "Denial by guerrillas: perpetrator guerrillas",
        ),
        (
            "The ministry maintained that the people found dead were fighters killed in combat, and not civilians "
            "executed by its police.",
            "Denial by ministry: perpetrator ministry",
        ),
        # the gunmen are not those accused
        (
            "The Front accused the army of arming the gunmen who killed five farmers in Karda on 20 January. The army "
            "dismissed the allegation.",
            "Denial by army: perpetrator army",
        ),
    ],
)
def test_who_denies_his_part(say: Say, text: str, denial: str) -> None:
    assert {claim for claim in say(text) if claim.startswith("Denial")} == {denial}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in a bombing in Kano on Sunday. Police said they had no suspects in the area.",
        "A bomb killed two in Cali on Monday. Residents said they were not in the area when the bomb exploded.",
    ],
)
def test_who_denies_nothing(say: Say, text: str) -> None:
    assert not {claim for claim in say(text) if claim.startswith("Denial")}


def test_what_is_said_of_them_in_passing_is_not_denied_with_the_shots(say: Say) -> None:
    claims = say(
        "The company denied that its guards had fired on the strikers, four of whom were killed at Karda on Thursday."
    )
    assert not any("fatalVictim" in claim for claim in claims if claim.startswith("Denial"))
    assert any(claim.startswith("Assertion") and "fatalVictim" in claim for claim in claims)
