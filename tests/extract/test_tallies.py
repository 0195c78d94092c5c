"""Who was harmed, where numbers stand with words for an outcome, and who must not be: read with the bundled model.

An event is written ``killed + wounded cap captured``, each part sorted, with its counts behind ``#``; what was planned
or threatened is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.model


def _events(reader: Reader, text: str) -> list[str]:
    told = parts_told(reader.read(Document("text", text, "0")), denials=False)
    return [shown for parts in told if (shown := _shown(parts))]


def _shown(parts: dict[str, set[str]]) -> str:
    killed, wounded, captured, counts = listed(
        parts, Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, "#"
    )
    shown = killed + (f" + {wounded}" if wounded else "") + (f" cap {captured}" if captured else "")
    return shown + (f" # {counts}" if counts else "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The bomb left 14 dead and 70 wounded.", ["14 dead + 70 wounded # 14 killed, 70 injured"]),
        ("Blast leaves 12 dead in Lahore", ["12 dead # 12 killed"]),
        ("12 people dead in Kabul blast", ["12 people # 12 killed"]),
        ("One miner shot dead, 16 hurt in clash", ["One miner + 16 # 16 injured"]),
        ("At least 14 killed, 30 hurt in blast at mosque", ["At least 14 + 30 # 14 killed, 30 injured"]),
        ("Six killed as rebels ambush police van", ["Six # 6 killed"]),
        ("UN: 93 killed in Houla", ["93 # 93 killed"]),
        ("Two dead, five hurt as gunmen attack bus", ["Two + five # 2 killed, 5 injured"]),
        ("The attack resulted in one terrorist dead and two wounded.", ["one terrorist + two wounded # 2 injured"]),
        ("The clashes left at least 30 people dead.", ["at least 30 people # 30 killed"]),
        ("The fighting left dozens dead.", ["dozens # 24 killed"]),
        ("The battalion sustained 12 killed and 30 wounded.", ["12 killed + 30 wounded # 12 killed, 30 injured"]),
        ("THE ARMY SUSTAINED 18 KILLED AND 25 WOUNDED.", ["18 KILLED + 25 WOUNDED # 18 killed, 25 injured"]),
        ("GUERRILLAS KILLED THREE AND WOUNDED FIVE, AND SEIZED RIFLES.", ["THREE + FIVE # 3 killed, 5 injured"]),
        (
            "We killed six and wounded eight, and took two prisoners of war.",
            ["six + eight cap two prisoners of war # 2 captured, 6 killed, 8 injured"],
        ),
        ("The rebels lost 30 men, the army said.", ["30 men # 30 killed"]),
        ("The company lost two officers and nine men in the battle.", ["nine men, two officers # 2 killed, 9 killed"]),
        (
            "The army reported that its troops have suffered 14 killed and 40 wounded since Saturday.",
            ["14 killed + 40 wounded # 14 killed, 40 injured"],
        ),
        # one number of people told in other words
        (
            "Nine peasants were killed by mistake. The attack resulted in 9 Indian peasants killed and 3 wounded. "
            "Soldiers realised their mistake only after nine civilians had been killed.",
            ["9 Indian peasants + 3 # 3 injured, 9 killed"],
        ),
        (
            "An air strike killed 30 people in Idlib, the Observatory said. Rescuers said 30 civilians had died.",
            ["30 people # 30 killed"],
        ),
        (
            "Rebels killed three soldiers at a checkpoint. Three civilians were also killed.",
            ["Three civilians, three soldiers # 3 killed"],
        ),
        ("The team lost two men in the second half.", []),
        ("The firm lost 300 workers last year.", []),
        ("The group was lost in the desert, and lost a commander of long standing.", []),
        ("The sergeant lost an eye in the blast.", [" + sergeant"]),
        ("Two of his escorts, Pedro Luna and Jose Rios, were killed instantly.", ["Jose Rios, Pedro Luna # 2 killed"]),
    ],
)
def test_counts_of_dead_and_wounded(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    "text",
    [
        # a custom, and nobody in particular
        "Those who every day kill peasants and workers must be stopped, the guerrillas said.",
        "THE REGIME ASSASSINATES PRIESTS AND BOMBS THE CAPITAL.",
        "They demanded an end to the killings of journalists.",
        # put off
        "The execution of the spy was stayed on Tuesday.",
        "The governor stayed the execution of two men.",
        "The execution of the spy is set for Friday.",
        # told in a story, dreamt
        "The play is about the assassination of Caesar.",
        "He dreamed that his brother had been murdered.",
        # a purpose
        "Mercenaries came to the country to assassinate Pablo Ruiz.",
        "The gunmen returned to the village to kill the mayor.",
        # things and animals
        "The parliament voted to eliminate all subsidies for the military.",
        "Shells hit the village, killing 30 cattle and two goats.",
        "Troops captured uniforms and twelve rifles in the raid.",
        "The bullet wounded the rudder of the helicopter.",
        # who is a casualty need not be dead
        "The air strikes resulted in civilian casualties, residents said.",
    ],
)
def test_nobody_in_particular_is_harmed(reader: Reader, text: str) -> None:
    assert _events(reader, text) == []


def test_whose_family_it_is_is_dead(reader: Reader) -> None:
    assert _events(reader, "Murdered MP's widow speaks out") == ["Murdered MP"]


def test_who_goes_on_to_kill_has_killed(reader: Reader) -> None:
    assert _events(reader, "The gunman went on to kill a priest.") == ["priest"]
    assert _events(reader, "Gunmen kill policemen in Mosul") == ["policemen"]
