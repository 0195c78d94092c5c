"""Which of several events told before words speak of, and whom they say did it: read with the bundled model.

Each report is written with what it tells of, event by event: ``killed < perpetrator < perpetrator``; ``?`` marks
those who are only alleged.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import parts_told

pytestmark = pytest.mark.model

REPORTS = [
    # what is said of both is said of each
    (
        "A bomb killed nine people in Kabul on Monday. A second bomb killed four in Herat. The Taliban claimed "
        "responsibility for both bombings.",
        ["four < Taliban", "nine people < Taliban"],
    ),
    (
        "Masked men burst into a home at Whitecross and shot dead three brothers. At Ballydougan, gunmen killed three "
        "members of a family. Security sources blamed both attacks on the Ulster Volunteer Force.",
        [
            "three brothers < Masked men < Ulster Volunteer Force?",
            "three members of a family < Ulster Volunteer Force? < gunmen",
        ],
    ),
    # "that attack" is the one told right before, however long ago it was
    (
        "The attack came a week after Serb gunners killed six people in the suburb of Hrasnica. In February 1994, 68 "
        "people died when a shell exploded in a market in Sarajevo. That attack too was blamed on the Front.",
        ["68 people < Front?", "six people < Serb gunners"],
    ),
    # strikes "there" are those told of there
    (
        "A rebel rocket killed 29 children in Kitab. Last week 55 civilians were killed in attacks on a fish market in "
        "Hudaydah. Residents accused the coalition of carrying out air strikes there.",
        ["29 children < rebel", "55 civilians < coalition?"],
    ),
    # a battle is where something happened, and not the deaths told before
    (
        "Four Iranian soldiers died of gas wounds in London last year. Omar Sadiq said that his men had taken 1,200 "
        "prisoners in the offensive and that a commander had been killed in the fighting by guerrillas.",
        ["Four Iranian soldiers", "commander < guerrillas"],
    ),
    # how it was done is part of it
    (
        "Gunmen stormed a hotel in the town of Bor on Monday, hurling grenades and firing at guests. At least 21 "
        "people died.",
        ["At least 21 people < Gunmen"],
    ),
    # whoever drives a bomb into something, and nobody in an accident
    (
        "A suicide driver crashed a truck packed with explosives into the barracks in Beirut on Sunday. At least 46 "
        "soldiers were killed.",
        ["At least 46 soldiers < suicide driver"],
    ),
    ("A drunken soldier crashed a truck into a bus near Lagos. Nine people died.", []),
    # the nation of the dead, not of those who killed them
    ("Two American airmen were killed, the first U.S. ground fatalities in a week.", ["Two American airmen"]),
    # nobody works by two men, and "at least" begins a subject
    (
        "The editor of the weekly, Omar Sadiq, was shot dead on his way to work on Thursday by two men.",
        ["Omar Sadiq < two men"],
    ),
    (
        "BOGOTA, Colombia, May 5 (AFP) - At least 108 people, 40 of them children, were killed when a gas cylinder "
        "bomb fired by guerrillas fell on a church where villagers had taken shelter from fighting in Colombia.",
        ["At least 108 people < guerrillas"],
    ),
    # the militants are the group just named, not those of them who were shot; no rebels are paramilitaries
    (
        "Security forces had killed three of the attackers by Sunday. Shabaab has struck Kenya repeatedly since "
        "October 2011. In July 2012 the militants killed 17 worshippers in Garissa.",
        ["17 worshippers < Shabaab", "three of the attackers < Security forces"],
    ),
    (
        "Fighters of the Red Front battled paramilitaries on the river. The paramilitaries held the church. The rebels "
        "killed a priest.",
        ["priest < Fighters of the Red Front"],
    ),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_did_it_is_told_of_the_event_that_is_meant(reader: Reader, text: str, told: list[str]) -> None:
    reading = reader.read(Document("t", text, "0", issued=date(2014, 8, 13)))
    found = []
    for parts in parts_told(reading, denials=False, hedges=True):
        dead = sorted(parts.get(Predicate.FATAL_VICTIM.name, ()))
        doers = sorted(parts.get(Predicate.PERPETRATOR.name, ()))
        doers += sorted(f"{name}?" for name in parts.get(f"{Predicate.PERPETRATOR.name}?", ()))
        if dead:
            found.append(" < ".join([", ".join(dead), *sorted(doers)]))
    assert sorted(found) == sorted(told)
