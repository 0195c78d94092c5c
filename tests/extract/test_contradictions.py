"""Denials by other facts, none of whose words tells of an event; and facts that deny nothing.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

DENIALS = [
    # who is accused was not there, did not act, has no such means
    (
        "Residents said army helicopters had fired on the market in Dawa, killing ten people. The army spokesman said "
        "no army helicopter had flown over the area that day.",
        "Denial by army spokesman (for army): perpetrator army",
    ),
    (
        "Residents of Dawa said soldiers of the army had abducted three brothers. The army said its men had not been "
        "in the village on that day.",
        "Denial by army: perpetrator soldiers of the army",
    ),
    (
        "Residents said an army plane bombed the cellar in Dawa, killing nine people. Army planes did not work over "
        "Dawa on that day, Colonel Ruchkin said.",
        "Denial by Ruchkin: perpetrator army",
    ),
    (
        "Ukraine accused Russia of bombing a hospital in Dawa, killing three people. Russia said it had no aircraft in "
        "the area at the time.",
        "Denial by Russia: perpetrator Russia",
    ),
    (
        "The opposition accused the police of killing five students in Kano. The police chief insisted his officers "
        "had not used live ammunition.",
        "Denial by police chief: perpetrator police",
    ),
    (
        "A monitor accused the Front of shelling Kano, killing seven civilians. The Front says it fires only at "
        "military positions.",
        "Denial by Front: perpetrator Front",
    ),
    # who is said to be lost is not
    (
        "The rebels said they had shot down seven planes over Kano. The ministry said all its aircraft had returned "
        "safely.",
        "Denial by ministry: materialLoss seven planes",
    ),
    (
        "Officials said that Omar Sayed was killed in the strike. His brother said Omar Sayed had left the area months "
        "ago.",
        "Denial by His brother: fatalVictim Omar Sayed",
    ),
    (
        "The rebels said they had captured 11 soldiers in the attack on Kano. The army denied that any of its soldiers "
        "had been taken.",
        "Denial by army: captive 11 soldiers",
    ),
    (
        "Witnesses said soldiers of the army killed ten demonstrators in Kano. The army denied that a single "
        "demonstrator had been thrown into the river.",
        "Denial by army: fatalVictim ten demonstrators",
    ),
    (
        "An air strike on a bus killed 38 people, 26 of them children. The alliance's spokesman denied that there were "
        "children on the bus.",
        "Denial by alliance's spokesman (for alliance): casualtyPart 26/26/26 children killed, fatalVictim children",
    ),
]


@pytest.mark.parametrize(("text", "claim"), DENIALS, ids=[claim for _, claim in DENIALS])
def test_facts_that_deny(say: Say, text: str, claim: str) -> None:
    assert claim in say(text)


@pytest.mark.parametrize(
    "reply",
    [
        "The army said it had not been informed of the incident.",
        "The army said it was not aware of the report.",
        "The army said no soldier had been arrested.",
        "The mayor said schools were not open on Tuesday.",
        "The mayor said he had not left the town.",
        "A rebel spokesman said there were no rebels in the market.",
        "The army said it would not comment.",
        "If army planes had not been there, nobody would have died, a resident said.",
    ],
)
def test_facts_that_deny_nothing(say: Say, reply: str) -> None:
    told = say(f"Residents said army planes had bombed the market in Dawa, killing ten people. {reply}")
    assert not [claim for claim in told if claim.startswith("Denial")]


@pytest.mark.parametrize(
    "reply",
    [
        "The Front said that it was not they.",
        '"It was not us," the Front said.',
        "The Front denied that its men had done it.",
        "The Front said it had nothing to do with it.",
        "The Front insisted it had no hand in it.",
        '"We did not do this," the Front said.',
        "The Front said it was not behind it.",
    ],
)
def test_who_disowns_a_deed_without_naming_it(say: Say, reply: str) -> None:
    told = say(f"Gunmen killed the mayor of Kano on Monday. {reply}")
    assert "Denial by Front: perpetrator Front" in told
    assert not any("perpetrator Front" in claim and not claim.startswith("Denial") for claim in told)


@pytest.mark.parametrize(
    "reply",
    [
        "The Front said it had nothing to add.",
        "The Front said it was not the first time.",
        "The Front said it would not do it again.",
        "His brother said it was not he who was the target.",
        "The police said it was not a robbery.",
        "The police said they had no suspects.",
        "The police said they did not know who did it.",
    ],
)
def test_who_disowns_nothing(say: Say, reply: str) -> None:
    told = say(f"Gunmen killed the mayor of Kano on Monday. {reply}")
    assert not [claim for claim in told if claim.startswith("Denial")]


@pytest.mark.parametrize(
    ("reply", "denial"),
    [
        ("The army said it had no troops in the area.", "Denial by army: perpetrator soldiers"),
        ("The governor said the army had not fired a shot.", "Denial by governor: perpetrator soldiers"),
        ("A rebel spokesman said his men had not been there.", None),
        ("The UN said it had no staff in the area.", None),
    ],
)
def test_the_army_answers_for_soldiers(say: Say, reply: str, denial: str | None) -> None:
    told = say(f"Residents said soldiers had killed nine people in Dawa on Monday. {reply}")
    assert [claim for claim in told if claim.startswith("Denial")] == ([denial] if denial else [])


def test_who_says_that_none_died_denies_the_dead_of_others(say: Say) -> None:
    told = say("Rebels claim 40 soldiers slain; army says none")
    assert "Denial by army: casualties 40/40/40 soldiers killed, fatalVictim 40 soldiers" in told


@pytest.mark.parametrize(
    ("reply", "denial"),
    [
        (
            "Aviation did not work on the village that day, Colonel Ruchkov said.",
            "Denial by Ruchkov: perpetrator Ruchkov",
        ),
        ("No planes were flying over the area, said the air force.", "Denial by air force: perpetrator air force"),
        ("No planes were flying because of fog, said the airport manager.", None),
    ],
)
def test_who_flew_nowhere_dropped_no_bombs(say: Say, reply: str, denial: str | None) -> None:
    told = say(f"Bombs killed nine people in Dawa, villagers said. {reply}")
    assert [claim for claim in told if claim.startswith("Denial")] == ([denial] if denial else [])
