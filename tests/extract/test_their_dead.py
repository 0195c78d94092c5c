"""Whom "they" mean who were killed, for whom spokesmen of rebels speak, and whose analysis it is."""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

DEAD = [
    (
        "Guerrillas killed five farmers in Kano, the mayor said. A spokesman for the guerrillas, Pedro Cruz, said they "
        "had been killed by paramilitaries.",
        "fatalVictim five farmers, occurred true, perpetrator paramilitaries",
    ),
    (
        "Soldiers killed five farmers in Kano, the mayor said. An army spokesman said they were killed in crossfire.",
        "fatalVictim five farmers, occurred true",
    ),
    (
        "The army shot five men in Kano. Their families say that soldiers executed them.",
        "fatalVictim five men, occurred true, perpetrator soldiers",
    ),
    (
        "The army says that the men were armed; the families say that soldiers executed them in Kano.",
        "fatalVictim men, location Kano, occurred true, perpetrator soldiers",
    ),
]


@pytest.mark.parametrize(("text", "content"), DEAD, ids=[row[0][-60:] for row in DEAD])
def test_nobody_tells_of_his_own_side_as_the_dead(say: Say, text: str, content: str) -> None:
    assert any(claim.endswith(": " + content) for claim in say(text))


SPOKEN_FOR = [
    (
        "A spokesman for the rebels, Abu Omar, denied that they had killed the mayor.",
        "Denial by Abu Omar (for rebels): perpetrator rebels",
    ),
    (
        "Abu Omar, a spokesman for the rebels, admitted that they had killed the mayor.",
        "ResponsibilityClaim by Abu Omar (for rebels): fatalVictim mayor, occurred true, perpetrator rebels",
    ),
    (
        "The rebels' spokesman, Abu Omar, said nine soldiers had been killed.",
        "Assertion by Abu Omar (for rebels): casualties 9/9/9 soldiers killed, fatalVictim nine soldiers, "
        "occurred true",
    ),
    (
        "A leaked cable from the embassy said that soldiers had killed the mayor.",
        "Assertion by embassy: fatalVictim mayor, occurred true, perpetrator soldiers",
    ),
    (
        "Police said 12 people were killed in Kano - a figure contested by the opposition, which says that 50 died.",
        "Assertion by opposition: casualties 50/50/50 all-people killed, fatalVictim 50, occurred true",
    ),
]


@pytest.mark.parametrize(("text", "claim"), SPOKEN_FOR, ids=[row[0][:60] for row in SPOKEN_FOR])
def test_who_speaks_and_for_whom(say: Say, text: str, claim: str) -> None:
    assert claim in say(text)
