"""What a rebuttal speaks against: the words of somebody else that were said last, and only if they told of an event.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

REBUTTALS = [
    # who disputes a denial does not deny
    ("Police denied shooting protesters in Kano on Monday. Relatives disputed that account.", set(), "Relatives"),
    # how somebody died, who is dead for all sides
    (
        "Doctors said three men had been shot dead in Kano on Monday. Police said a rival gang killed the three men. "
        "Relatives disputed that account.",
        {"Denial by Relatives: perpetrator rival gang"},
        None,
    ),
    # an allegation of something else
    (
        "The minister said that 28 persons had been killed in Kano on Monday. Mr Rao alleged that policemen had thrown "
        "six bodies into the river. The minister termed the allegation baseless.",
        set(),
        "minister",
    ),
    # the last accusation is rejected, not the event that its speaker told of before
    (
        "Government troops killed 12 rebels in a clash near Kano on Monday. The rebels said the military had massacred "
        "civilians. The military branded the allegations as black propaganda.",
        {"Denial by military: perpetrator military"},
        None,
    ),
    (
        "The army accused the Front of killing ten villagers in Dawa. Shops stayed shut. The Front rejected the "
        "charge.",
        {"Denial by Front: perpetrator Front"},
        None,
    ),
    # of a number
    (
        "A bomb killed ten people in Kano. The opposition alliance said 12 of its supporters had been killed. The "
        "police commissioner described the figure as pure invention.",
        {
            "Denial by police commissioner: casualties 12/12/12 all-people killed, fatalVictim 12 of its supporters",
        },
        None,
    ),
    # reports without truth, and a denial as a thing
    (
        "A monitor said helicopters had dropped barrel bombs on Dawa, killing 42 people. Russia said there was no "
        "truth to the reports.",
        {"Denial by Russia: occurred true"},
        None,
    ),
    (
        "Officers said irregulars massacred 200 inhabitants of Dawa. The general staff issued a categorical denial.",
        {"Denial by general staff: occurred true"},
        None,
    ),
    # who says the one and rejects the other
    (
        "The Council accused militiamen of massacring 78 villagers in Kano. State television said that a terrorist "
        "group had killed nine people and called the Council's account a fabrication.",
        {"Denial by State television: occurred true"},
        None,
    ),
    # a part in what was told before
    (
        "Gunmen killed 200 people in Kano. The Salvation Army, the armed wing of the banned Front, condemned the "
        "bloodshed and denied any part in it.",
        {"Denial by Salvation Army: perpetrator Salvation Army"},
        None,
    ),
    # one takes back what one has said oneself
    (
        "A website said 52 civilians were killed in cluster-bomb attacks in Kano. The UN spokesman, who at first said "
        "that cluster munitions had been used, later retracted the statement.",
        set(),
        "UN spokesman",
    ),
    # a statement is its issuer's and not of who spoke before
    (
        "The radio said that the president had been captured and executed. A government statement branded the "
        "broadcast a fabrication.",
        {"Denial by government: occurred true"},
        None,
    ),
    # what somebody else only reasons about comes not between
    (
        "Nine people were killed by a mortar round in Kano. Analysis by the mission indicates that the round was fired "
        "from the north. The army denies it.",
        {"Denial by army: occurred true"},
        None,
    ),
]


@pytest.mark.parametrize(("text", "wanted", "silent"), REBUTTALS)
def test_a_rebuttal_speaks_against_the_last_words_of_others(
    say: Say, text: str, wanted: set[str], silent: str | None
) -> None:
    told = say(text)
    assert wanted <= told
    assert not [claim for claim in told if silent and claim.startswith(f"Denial by {silent}")]


KILLED = "Amnesty said on Monday that soldiers had killed 30 people in Tarka"


@pytest.mark.parametrize(
    "reply",
    [
        ". The minister called the report a figment of the imagination.",
        ". The minister dismissed it as a fairy tale.",
        '. "Pure fantasy," said the minister.',
        ". Not true, says the minister.",
        ". Untrue, the minister said.",
        '. "It never happened," the minister said.',
        ". The minister said that nothing of the sort had taken place.",
        ". The minister said the account was invented.",
        ". The minister said the story had been made up.",
        ". The minister rejects this.",
        ". The minister laughed it off.",
        ", which the minister denies.",
    ],
)
def test_ways_to_say_that_it_is_not_so(say: Say, reply: str) -> None:
    assert "Denial by minister: occurred true" in say(KILLED + reply)


@pytest.mark.parametrize(
    "reply",
    [
        "The minister called the killings a product of lawlessness.",
        "The minister described the dead as a pack of thieves.",
        "The minister said that nothing happened to the soldiers.",
        "The minister told a fairy tale to the children. It was a lie, a woman said.",
        "Parliament offered a truce. The rebels discussed it. The minister rejected it.",
        "The minister, in a speech in which he denied having fled, called for calm.",
    ],
)
def test_words_of_rejection_that_reject_nothing_told(say: Say, reply: str) -> None:
    assert not [claim for claim in say(f"{KILLED}. {reply}") if claim.startswith("Denial by minister")]


def test_who_calls_allegations_lies_denies_it_for_those_accused(say: Say) -> None:
    assert "Denial by minister: perpetrator soldiers" in say(
        f"{KILLED}. The minister described the allegations as a pack of lies."
    )
