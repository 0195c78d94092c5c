"""What nobody could confirm, denials of side facts, and hearsay that goes round. Claims are written as in ``told``."""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

_SHELLED = "Doctors said 30 people died in the shelling of Kano. "
_SHOT = "Activists said that troops shot dead six protesters in Kano"
_RAID = "Soldiers killed nine villagers in Kano on Monday, residents said. "

LEFT_OPEN = [
    (_SHOT + ". The claim could not be independently verified.", "Doubt? by report: occurred true"),
    (_SHOT + ". Reuters was unable to confirm the report.", "Doubt? by Reuters: occurred true"),
    (_SHOT + ". It was not possible to verify the account.", "Doubt? by report: occurred true"),
    (_SHOT + ". There was no independent confirmation.", "Doubt? by report: occurred true"),
    (_SHOT + ", a claim that could not be confirmed independently.", "Doubt? by report: occurred true"),
    (_SHOT + ". The army said it was investigating the report.", "Doubt? by army: occurred true"),
    (_SHELLED + "The figure could not be verified.", "Doubt? by report: casualties 30/30/30 all-people killed"),
    (
        _SHELLED + "Independent confirmation of the toll was not possible.",
        "Doubt? by report: casualties 30/30/30 all-people killed",
    ),
    (
        "State radio said the rebel leader had been killed near Kano. Diplomats were unable to confirm his death.",
        "Doubt? by Diplomats: fatalVictim rebel leader, occurred true",
    ),
    (
        "No evidence has emerged that the army killed the journalist.",
        "Doubt? by report: fatalVictim journalist, occurred true, perpetrator army",
    ),
    (
        "The inquiry found insufficient evidence that the army killed the journalist.",
        "Doubt? by report: fatalVictim journalist, occurred true, perpetrator army",
    ),
    (
        "Rumours spread that soldiers had killed the bishop.",
        "Assertion? by report: fatalVictim bishop, occurred true, perpetrator soldiers",
    ),
]


@pytest.mark.parametrize(("text", "claim"), LEFT_OPEN, ids=[row[0][-60:] for row in LEFT_OPEN])
def test_what_nobody_vouches_for_is_left_open(say: Say, text: str, claim: str) -> None:
    assert claim in say(text)


SIDE_FACTS = [
    (_RAID + "The army denied that any civilians were among the dead.", "Denial by army: fatalVictim any civilians"),
    (_RAID + "The army denied that the dead were civilians.", "Denial by army: fatalVictim civilians"),
    ("Shelling killed 12 people in Kano. The army denied using cluster bombs.", "Denial by army: weapon cluster-bomb"),
    (
        "Shelling killed 12 people in Kano. The ministry denied that cluster bombs had been used.",
        "Denial by ministry: weapon cluster-bomb",
    ),
    (
        "Amnesty said troops had killed 200 people with sarin. The ministry denied any use of chemical weapons.",
        "Denial by ministry: weapon chemical-weapon",
    ),
    (
        "Amnesty said troops had killed 200 people with sarin. The ministry denied having chemical weapons.",
        "Denial by ministry: perpetrator troops",
    ),
    (
        "The army denied that civilians were killed in Monday's strike on Kano.",
        "Denial by army: fatalVictim civilians",
    ),
    (
        "The rebels denied that it was their shell that hit the school in Kano.",
        "Denial by rebels: perpetrator rebels",
    ),
]


@pytest.mark.parametrize(("text", "denial"), SIDE_FACTS, ids=[row[0][-60:] for row in SIDE_FACTS])
def test_only_a_part_is_denied(say: Say, text: str, denial: str) -> None:
    assert {claim for claim in say(text) if claim.startswith("Denial")} == {denial}


NOT_DENIED = [
    "A missile hit a hospital in Kano, killing 20 patients. The general denied that it had been deliberately targeted.",
    "A missile hit a hospital in Kano, killing 20 patients. The coalition denied deliberately targeting the hospital.",
    "The army acknowledged killing two men in Kano but denied they were unarmed.",
    "The rebels killed the mayor of Kano. Their spokesman denied that the mayor had been tortured.",
    "Police could not say who had shot the journalist in Kano.",
]


@pytest.mark.parametrize("text", NOT_DENIED, ids=[row[-60:] for row in NOT_DENIED])
def test_how_it_was_done_is_denied_alone(say: Say, text: str) -> None:
    told = say(text)
    assert told
    assert not any(claim.startswith(("Denial", "Doubt")) for claim in told)


def test_who_fights_in_courts_drops_no_bombs(say: Say) -> None:
    assert say("Prosecutors dropped charges against four soldiers in Kano.") == set()
