"""One report's event is one event: headline, caption, lede, how it came about, denial, and what is told last.

Each report is written with what it tells of, event by event: ``killed + wounded < perpetrators @ places``.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document
from tests.extract.told import events_told, parts_told

pytestmark = pytest.mark.model

REPORTS = [
    # a caption above the dateline, the place in other words, tents that stood at the wedding, a denial
    (
        "Afghan officials say bombing of wedding killed 40\n\n"
        "Relatives carry the body of a child killed in the bombing of a wedding in Kakrak, Uruzgan, on Monday.\n\n"
        "KABUL, July 2 - At least 40 people were killed when American aircraft bombed a wedding party in Uruzgan "
        "province early on Monday, Afghan officials said.\n\n"
        "Rockets struck two houses in the village of Kakrak where guests were sleeping, witnesses said.\n\n"
        "A spokesman for the coalition denied that aircraft had aimed at a wedding.",
        ["At least 40 people, child < US military @ Kakrak, Uruzgan province"],
    ),
    # who was killed with him, though the report spoke of another place in between
    (
        "Father Musa Bello was shot dead in Suai. He was remembered in a Mass in Dili on Saturday. Two other priests, "
        "Omar Hadi and Ali Sani, were killed with him.",
        ["Ali Sani, Musa Bello, Omar Hadi @ Suai"],
    ),
    # what is denied is only the part: where and when it was, the report tells itself
    (
        "The army denied on Tuesday that it was responsible for an air strike on a wedding in Mokha, Yemen, in which "
        "27 people were killed the day before.\n\nTwo missiles hit a tent in Mokha, witnesses said.",
        ["27 people @ Mokha"],
    ),
    # an attack on somebody else, who was not told to be there
    (
        "Colonel Musa Bello was murdered on 18 August. A judge issued a warrant for Ali Sani, who allegedly led "
        "the attack on Senator Omar Hadi.",
        ["Musa Bello", " < Ali Sani"],
    ),
    # a village that no gazetteer has, near a known town
    (
        "An air strike killed 33 people in a school near Raqqa on Tuesday. Planes struck near Tal Hiwar, "
        "a farmer said.",
        ["33 people @ near Raqqa, near Tal Hiwar"],
    ),
    # rockets on the outskirts of a town, told by suburb; and no other town
    (
        "Rockets hit suburbs of Damascus on Wednesday, killing 80 people. The rockets landed in Zamalka and Jobar.",
        ["80 people @ Jobar, Zamalka, suburbs of Damascus"],
    ),
    (
        "Rockets hit a suburb of Damascus on Wednesday, killing 80 people. Rockets landed in Aleppo, wounding six.",
        ["80 people @ suburb of Damascus", " + six @ Aleppo"],
    ),
    # how it came about, with nobody told to have done it, or on a day that the first sentence left out
    (
        "A huge bomb destroyed a hotel in Islamabad on Saturday, killing at least 53 people. A lorry packed with "
        "explosives was driven to the gate and blown up. Two soldiers were also killed.",
        ["Two soldiers, at least 53 people @ Islamabad"],
    ),
    (
        "More than 1,200 prisoners were shot dead by guards at a jail in Tripoli, exiles said on Tuesday. On Saturday "
        "the prisoners were led into courtyards, and men on the roofs opened fire.",
        ["More than 1,200 prisoners < guards, men @ Tripoli"],
    ),
    # of one man: the sentence speaks of him, his driver is told to be his
    (
        "Colonel Karim Odeh, a commander of the brigade, was shot dead in Idlib on Thursday. Two gunmen opened fire on "
        "his car. His driver, Samir Qassem, was wounded.",
        ["Karim Odeh + Samir Qassem < Two gunmen @ Idlib"],
    ),
    (
        "Colonel Karim Odeh, a commander of the brigade, was shot dead in Idlib on Thursday. Two gunmen opened fire on "
        "a police post.",
        ["Karim Odeh @ Idlib", " < Two gunmen @ Idlib"],
    ),
    # what did it, by what came of it
    (
        "A torpedo fired by a North Korean submarine sank the ship in March, killing 46 sailors, investigators said.",
        ["46 sailors < North Korean navy"],
    ),
    # a convoy is the cars in it; and not the bus
    (
        "General Karim Odeh was killed on Friday in an air strike on his convoy at Basra airport. A drone fired "
        "missiles at two cars as they left the airport, an official said.",
        ["Karim Odeh @ Basra airport"],
    ),
    # the clause behind "when" goes on, in a square of the town
    (
        "Gunmen killed a judge and two of his guards in Jalalabad on Monday. The judge was on his way to court when "
        "his car was attacked near the Talashi square.",
        ["judge, two of his guards < Gunmen @ Jalalabad, near the Talashi square"],
    ),
    # "the bomber" is called after this deed, in a village of which nothing else is known; another day lies between
    (
        "A suicide bomber killed 17 mourners at the funeral of a sheikh in Baquba on Friday. The sheikh had been shot "
        "dead by gunmen on Thursday. The bomber walked into the tent in the village of Al-Abara and blew himself up.",
        ["17 mourners < suicide bomber @ Al-Abara, Baquba", "sheikh < gunmen"],
    ),
    # the number of those who were told to have died; and those whose names were told
    (
        "Paratroopers shot dead 13 people at a march in Londonderry on Sunday. The army said that it had been fired on "
        "first. The 13 were shot within half an hour, doctors said.",
        ["13 people < Paratroopers @ Londonderry"],
    ),
    (
        "Soldiers shot dead three members of the Irish Republican Army in Gibraltar on Sunday. The dead were named as "
        "Mary Farr, Sean Lavery and Daniel Byrne. Witnesses said that they were shot without warning.",
        ["Daniel Byrne, Mary Farr, Sean Lavery < Soldiers @ Gibraltar"],
    ),
    # an accusation for what was told, by a weapon or people that are taken as known
    (
        "A mortar bomb killed 68 people in the market of Sarajevo on Saturday. Karadzic accused the Moslems of "
        "shelling their own people. Mirsad Delic, who lost his brother, said he would not go back.",
        ["68 people < Moslems @ market of Sarajevo"],
    ),
    # what was attacked, named in the sentence that tells what came of it
    (
        "Seven peacekeepers were killed when a patrol came under fire in South Darfur on Saturday. The patrol was "
        "attacked by a large group some 25 km from Khor Abeche.",
        ["Seven peacekeepers < large group @ South Darfur"],
    ),
    # where the army of which it was told says that it struck, near a place that no gazetteer has
    (
        "An air strike by the coalition killed 33 people near Raqqa, monitors said on Wednesday. The coalition said "
        "that it had struck near Tal Hiwar.",
        ["33 people < coalition @ near Raqqa, near Tal Hiwar"],
    ),
    # a spokesman's "they" are those for whom he speaks
    (
        "Nineteen people were killed in a hospital of Medecins Sans Frontieres in Kunduz on Saturday. A spokesman for "
        "US forces said that they had carried out an air strike in the city.",
        ["Nineteen people < US forces @ Kunduz"],
    ),
    # bodies of people who were shot are one find
    ("Police found the bodies of six men, bound and shot in the head, in the river on Monday.", ["six men"]),
    # a besieged town is no attack on it
    (
        "The president called the bombing of a hospital in the besieged port of Mariupol a crime. The council said "
        "that three people died.",
        ["three people @ Mariupol"],
    ),
    # a toll that says itself of what
    (
        "The toll of a car bomb in Kizilay square in Ankara rose to 37 on Monday. The blast on Sunday evening wounded "
        "more than 120.",
        ["37 + more than 120 @ Kizilay square"],
    ),
    # the one that is named
    (
        "A missile hit the office of Al-Jazeera in Baghdad on Tuesday and killed one of its reporters, Tareq Ayyoub.",
        ["Tareq Ayyoub @ Baghdad"],
    ),
    # of a day's strikes the one that killed a man is one
    (
        "A drone strike killed Omar Sayed in Mosul on June 15, the Pentagon said. The military announced the June 15 "
        "strikes last week.",
        ["Omar Sayed @ Mosul", " @ Mosul"],
    ),
    # another kind of attack, told right after
    (
        "A car bomb killed 12 people in Baghdad on Monday. A mortar shell hit a house, wounding two.",
        ["12 people @ Baghdad", " + two @ Baghdad"],
    ),
]


@pytest.mark.parametrize(("text", "events"), REPORTS)
def test_a_report_tells_of_its_events_once(reader: Reader, text: str, events: list[str]) -> None:
    assert events_told(reader, text, date(2013, 7, 2)) == events


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        # one aircraft in four sentences: intercepted, touched, brought down, crashed
        (
            "A US drone crashed into the Black Sea on Tuesday. A Russian fighter jet dumped fuel on the drone and then "
            "collided with it, the army said. Two Su-27 fighters intercepted the MQ-9 Reaper over the sea.",
            [{"US drone", "Russian fighter jet"}],
        ),
        # that intercepts are usual tells of none; another drone of another day
        (
            "A drone crashed into the sea on March 14. Intercepts by Russia over the sea are nothing unusual. A "
            "Turkish drone crashed into a lake on May 3.",
            [{"drone"}, {"Turkish drone"}],
        ),
        ("The army confirmed the shooting down of a drone over the gulf on Friday.", [{"drone"}]),
        ("An American F-16 fighter was shot down over western Bosnia on Friday.", [{"American F-16 fighter"}]),
    ],
)
def test_a_fallen_aircraft_is_one_event(reader: Reader, text: str, lost: list[set[str]]) -> None:
    reading = reader.read(Document("text", text, "0", issued=date(2013, 7, 2)))
    assert [parts.get("MATERIAL_LOSS", set()) for parts in parts_told(reading)] == lost


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Gunmen shot a judge in Medellin on Monday. He died of his wounds on Wednesday, a hospital spokesman said.",
            ["judge < Gunmen @ Medellin"],
        ),
        (
            "A councillor was shot on Tuesday as she left a meeting in Durban. She was taken to hospital, where she "
            "died the next day.",
            ["councillor @ Durban"],
        ),
        (
            "Gunmen fired on a bus in Kano on Friday, killing the driver. A coach, Jon Kane, died of his wounds on "
            "Sunday.",
            ["Jon Kane, driver < Gunmen @ Kano"],
        ),
        (
            "Rebels wounded the mayor of Gulu in May. He died of malaria in June.",
            [" + mayor of Gulu < Rebels"],
        ),
        (
            "Two gunmen wounded a senator in Bogota on 2 June. He died in a car accident on 5 June.",
            [" + senator < Two gunmen @ Bogota"],
        ),
    ],
)
def test_who_was_hurt_and_dies_later_died_of_it(reader: Reader, text: str, events: list[str]) -> None:
    assert events_told(reader, text, date(2014, 8, 13)) == events


@pytest.mark.parametrize(
    "text",
    [
        "Rebels released two priests on Friday. They had been abducted in Huambo in May.",
        "The rebels freed two priests on Sunday. They were seized at a school in Huambo.",
    ],
)
def test_who_lets_somebody_go_has_not_been_held(reader: Reader, text: str) -> None:
    reading = reader.read(Document("text", text, "0"))
    assert {label for parts in parts_told(reading) for label in parts.get("CAPTIVE", ())} == {"two priests"}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # what a group has often done is not what is told before
        (
            "Two engineers were abducted near Maiduguri. Boko Haram has carried out dozens of kidnappings in the area.",
            [" @ near Maiduguri"],
        ),
        ("A bomb killed a judge in Cali. The cartel was blamed for a string of killings.", ["judge @ Cali"]),
        (
            "The Tigers carried out a series of attacks on police posts in Jaffna on Monday, killing nine officers.",
            ["nine officers < Tigers @ Jaffna"],
        ),
    ],
)
def test_a_record_of_many_deeds_is_no_deed(reader: Reader, text: str, events: list[str]) -> None:
    assert events_told(reader, text, date(2014, 8, 13)) == events
