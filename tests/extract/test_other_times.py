"""What one report tells of several times stays apart: the war's toll, what began it, what was years ago."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.model


def events(reader: Reader, text: str, issued: date | None = date(2014, 8, 13)) -> list[str]:
    """Events as ``dead < perpetrators @ times``."""
    told = parts_told(reader.read(Document("d", text, "0", issued=issued)))
    shown = (listed(parts, Predicate.FATAL_VICTIM, Predicate.PERPETRATOR, Predicate.TIME) for parts in told)
    return [f"{dead} < {by} @ {when}" for dead, by, when in shown]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The health ministry says at least 3,000 people have been killed in Kura since 7 October, when gunmen of "
            "the Red Band attacked Sava, killing about 120 people.",
            [
                "at least 3,000 people <  @ 2013-10-07/2014-08-13",
                "about 120 people < Red Band, gunmen of the Red Band @ 2013-10-07",
            ],
        ),
        # when what it was done for was is not when it was done
        (
            "Gunmen killed nine people on Monday to punish Kura for sending troops into Sava in 2011.",
            ["nine people < Gunmen @ 2014-08-11"],
        ),
        (
            "Rebels killed nine people in Kura because they had voted in the poll of June 2011.",
            ["nine people < Rebels @ "],
        ),
        ("Rebels killed the judge in 2011 for sentencing their leader.", ["judge < Rebels @ 2011"]),
        (
            "Three soldiers were killed when gunmen attacked a post in Kura on Monday.",
            ["Three soldiers < gunmen @ 2014-08-11"],
        ),
    ],
)
def test_the_toll_of_a_war_and_what_began_it(reader: Reader, text: str, told: list[str]) -> None:
    assert events(reader, text) == told


def test_a_year_alone_is_no_date_of_news(reader: Reader) -> None:
    text = (
        "The opposition said that more than 100 people had been killed by the security forces. Some 1,200 people were "
        "killed in the violence after the vote of 2007."
    )
    assert events(reader, text, None) == ["more than 100 people < security forces @ ", "Some 1,200 people <  @ 2007"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # the day on which the page was put out, in a line of its own
        ("Rebels kill nine in raid\n15 June 2010\n\nRebels killed nine soldiers near Jos on Sunday.", {"2010-06-13"}),
        ("Inquiry: killings unlawful\nTuesday, June 15, 2010\n\nTroops killed nine men in 1972, it found.", {"1972"}),
    ],
)
def test_the_day_of_the_page_is_no_day_of_what_it_tells(reader: Reader, text: str, days: set[str]) -> None:
    told = parts_told(reader.read(Document("text", text, "0")))
    assert {label for parts in told for label in parts.get("TIME", ())} == days


def test_the_time_of_a_noun_is_that_of_what_happened_in_it(reader: Reader) -> None:
    text = (
        "Moscow accused him of having helped to finance the hostage-taking in a theatre in October 2002, in which "
        "129 hostages were killed."
    )
    assert events(reader, text) == ["129 hostages <  @ 2002-10"]


def test_towns_of_a_dateline_are_nobody(reader: Reader) -> None:
    text = "Doha/Moscow - Omar Haddad, a former president, died on Friday when his car exploded in the city."
    assert events(reader, text) == ["Omar Haddad <  @ 2014-08-08"]


def test_whom_the_parser_made_a_second_subject(reader: Reader) -> None:
    text = (
        "Airstrikes by Myanmar's military on Tuesday killed as many as 100 people, including many children, who were "
        "attending a ceremony held by opponents of army rule, said a witness, a member of a local pro-democracy group "
        "and independent media."
    )
    assert events(reader, text) == ["as many as 100 people < Myanmar's military @ 2014-08-12"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # who was slain of those met, and not all whom the troops met
        (
            "Four soldiers and eleven bandits were killed in Patikul on Thursday. Troops had chanced upon "
            "some 120 bandits. Among the slain bandits was Omar Haddad.",
            "120",
        ),
    ],
)
def test_who_is_met_is_not_killed(reader: Reader, text: str, told: str) -> None:
    assert not [event for event in events(reader, text) if told in event.partition(" < ")[0]]


def test_two_days_of_one_month_are_two_days(reader: Reader) -> None:
    text = (
        "The attack on April 4, 2017 killed at least 92 people in Kura. The same air base was hit by U.S. cruise "
        "missiles on April 7."
    )
    assert not [event for event in events(reader, text, None) if "92" in event and "United States" in event]


def test_what_was_earlier_in_the_month_is_not_of_the_sunday_before(reader: Reader) -> None:
    text = (
        "Rebels killed dozens of people in a church in Komanda early on Sunday, officials said. Earlier this month the "
        "rebels killed dozens of people in Mambasa."
    )
    assert len(events(reader, text, None)) == 2


def test_who_is_linked_to_a_group_may_be_another(reader: Reader) -> None:
    text = (
        "Dozens killed in ADF attack on church\n\n"
        "At least 38 people were killed in Komanda on Sunday when rebels linked to Islamic State attacked a church, "
        "officials said. The attackers are members of the Allied Democratic Forces (ADF)."
    )
    found = [event for event in events(reader, text, None) if "38 people" in event]
    assert ["Dozens" in event for event in found] == [True]


def test_one_of_several_dead_is_not_who_was_named_before(reader: Reader) -> None:
    text = (
        "Thirteen soldiers were killed in Mali on Monday when two helicopters collided. Among the dead was Omar "
        "Haddad, the son of a senator. Earlier this month, an ambush by rebels killed 53 soldiers and a guard at Kura."
    )
    [crash] = [event for event in events(reader, text) if "Omar Haddad" in event]
    assert "rebels" not in crash


def test_the_raids_are_what_the_air_force_did(reader: Reader) -> None:
    text = (
        "A suicide bomber blew herself up in Sava on Tuesday, killing eight people. Hours later the air force bombed "
        "rebel positions in Kura. The rebels said 12 civilians had been killed in the raids."
    )
    [bombed] = [event for event in events(reader, text) if "12 civilians" in event]
    assert bombed.startswith("12 civilians < air force")


def test_a_village_that_nothing_places_may_lie_in_the_province(reader: Reader) -> None:
    text = (
        "Gunmen have killed at least 11 loggers in Borno, Nigeria, residents said. The attack took place on Thursday "
        "in the village of Wulgara, when gunmen opened fire on a group of loggers."
    )
    assert events(reader, text) == ["at least 11 loggers < Gunmen @ 2014-08-07"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed Omar Haddad, who joined the group in 2004.", ["Omar Haddad < Gunmen @ "]),
        ("A bomb killed Omar Haddad, who was born in 1959 in Tyre.", ["Omar Haddad <  @ "]),
        (
            "The US killed officials who scattered over the region after the group was driven from Raqqa in 2012.",
            ["officials < United States @ "],
        ),
        ("Gunmen killed nine pilgrims who had arrived on Monday.", ["nine pilgrims < Gunmen @ "]),
        ("Gunmen killed Omar Haddad, who was driving home on Monday.", ["Omar Haddad < Gunmen @ 2014-08-11"]),
        ("Gunmen killed nine farmers who were harvesting onions on Monday.", ["nine farmers < Gunmen @ 2014-08-11"]),
    ],
)
def test_the_years_of_a_life_are_not_the_day_of_a_death(reader: Reader, text: str, told: list[str]) -> None:
    assert events(reader, text) == told
