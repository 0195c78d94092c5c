"""Which of several events told before words speak of, and whom they say did it: read with the bundled model.

Each report is written with what it tells of, event by event: ``killed < perpetrator < perpetrator``; ``?`` marks
those who are only alleged.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

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
    # gunners are of any side
    (
        "Communist gunners fired 42 rockets into the Bien Hoa air base. Two American airmen were killed.",
        ["Two American airmen < Communist gunners"],
    ),
    # who fought is not who killed those who did not fight
    ("Fourteen civilians died as troops battled rebels for the town of Bor.", ["Fourteen civilians"]),
    ("Twelve rebels were killed when soldiers clashed with rebels in Bor.", ["Twelve rebels < soldiers"]),
    # blame in other words, and none for something else
    (
        "Four policemen died in an ambush near Toribio. Authorities attributed it to the FARC.",
        ["Four policemen < FARC?"],
    ),
    (
        "Omar Sadiq was shot dead on Thursday. His paper had accused the defence secretary of corruption. Colleagues "
        "blamed the government.",
        ["Omar Sadiq < government?"],
    ),
    (
        "Some 73 people burned to death at Machuca after the National Liberation Army blew up an oil pipeline.",
        ["Some 73 people < National Liberation Army"],
    ),
    # who is counted as one, and killed by others, is somebody else than whoever was named before
    (
        "Patrice Lumumba was killed by villagers near Kolwezi, the minister said. In Belgrade one demonstrator was "
        "shot dead by the police.",
        ["Patrice Lumumba < villagers", "one demonstrator < police"],
    ),
    # an answer to an attack, and what followed on a killing, are events of their own
    (
        "A contractor was killed by militiamen in a rocket attack on a base near Kirkuk. Washington answered that "
        "attack with strikes on the Red Brigade, in which 25 fighters died.",
        ["25 fighters < United States", "contractor < militiamen"],
    ),
    (
        "Police killed 15 rebels in a gun battle in Racak. The operation followed the killing of four policemen by the "
        "Red Front near Stimlje.",
        ["15 rebels < Police", "four policemen < Red Front"],
    ),
    # nobody's storming is a deed of those who were stormed
    (
        "The militants shot dead a police sergeant. Last year 129 people died in Budennovsk, many of them in the "
        "storming of the building by special units.",
        ["129 people < special units", "police sergeant < militants"],
    ),
    # a second man of the other country dies by the same bomb; a bodyguard by whatever killed whom he guarded
    (
        "The United States has killed General Qasem Soleimani in an air strike at Baghdad airport. Abu Mahdi "
        "al-Muhandis, the deputy head of Iraq's Popular Mobilisation Forces, was also killed.",
        ["Abu Mahdi al-Muhandis, Qasem Soleimani < United States"],
    ),
    # blame that names a deed, a murder in other words, attackers who are recognised
    (
        "A rocket killed nine people in Sarajevo. Colonel Maliki blamed Houthi mortar fire.",
        ["nine people < Houthi?"],
    ),
    (
        "Archbishop Romero was assassinated as he said Mass, a murder widely attributed to rightist death squads.",
        ["Romero < rightist death squads?"],
    ),
    (
        "Gunmen killed 37 people in Koulogon. Residents recognised the assailants as Dogon militiamen.",
        ["37 people < Dogon militiamen < Gunmen"],
    ),
    (
        "In May, 16 people died when mortar rounds struck a bread line in Sarajevo, an attack that the United Nations "
        "blamed on the Serbs.",
        ["16 people < Serbs?"],
    ),
    # our own dead are not those of our own strikes
    (
        "More than 300 terrorists were killed by the Peshmerga and by coalition air strikes. Four of our heroes were "
        "martyred.",
        ["Four of our heroes", "More than 300 terrorists < Peshmerga"],
    ),
    # one deed with two verbs; an attack of its own, though nobody knows how many died
    (
        "Rebels attacked a base at Barire on Friday, killing 17 soldiers. The Front said it had carried out the raid "
        "and killed 30 troops. In May rebels overran a camp in El Adde, and it is not known how many died.",
        ["17 soldiers, 30 troops < Front < Rebels"],
    ),
    # those who were wounded killed nobody
    (
        "Two policemen and 14 civilians were killed by the terrorists and some 40 people wounded.",
        ["14 civilians, Two policemen < terrorists"],
    ),
    # the rebels are not two bombers of another paragraph
    (
        "Troops killed 12 of the insurgents. On Saturday a girl blew herself up, killing 16 people. Last month two "
        "women bombers killed four people. The ministry was criticised. It said nothing. In November the rebels killed "
        "a colonel.",
        [
            "12 of the insurgents < Troops",
            "16 people < girl",
            "colonel < insurgents",
            "four people < two women bombers",
        ],
    ),
    # the militants are the group, not those of them who were shot; no rebels are paramilitaries
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


WHEN_AND_WHERE = [
    # what is avenged has its own day
    (
        "A caller said the shootings had been carried out by the Action Force, in retaliation for the killing of five "
        "men on Sunday night.",
        [("five men", "2014-08-10", "")],
    ),
    # deaths told again with day and place, of a crowd and not of one man
    (
        "At least 108 people were killed when a bomb fired by guerrillas fell on a church, officials said. The deaths "
        "occurred on Monday in Bellavista, a river hamlet, as rebels battled paramilitaries.",
        [("At least 108 people", "2014-08-11", "Bellavista")],
    ),
    # a day and place that the story of the bus gives
    (
        "An air strike on a bus has killed at least 29 children. The children were travelling through a market in "
        "Dahyan when the bus was hit on Monday morning.",
        [("at least 29 children", "2014-08-11", "Dahyan")],
    ),
    (
        "Snipers fired on a bus carrying orphans, killing two children. The bus was hit on Monday evening as it passed "
        "the suburb of Ilidza.",
        [("two children", "2014-08-11", "suburb of Ilidza")],
    ),
    (
        "The village suffered a similar bombing in April 1996, when shells killed more than 100 civilians.",
        [("more than 100 civilians", "1996-04", "")],
    ),
    # where those were shot who fled
    ("Insurgents shot 12 foreigners dead who tried to flee the town of Palma.", [("12 foreigners", "", "Palma")]),
    (
        "SAIGON - A bomber dropped its load on an outpost 20 miles northwest of Quang Tri, killing 14 rangers.",
        [("14 rangers", "", "20 miles northwest of Quang Tri")],
    ),
    (
        "In northern Katanga, tribesmen killed 17 gendarmes at Bukama on Sunday.",
        [("17 gendarmes", "2014-08-10", "Bukama, northern Katanga")],
    ),
    (
        "The operation followed the killing of four policemen by rebels near Stimlje earlier this month.",
        [("four policemen", "2014-08", "near Stimlje")],
    ),
    # violence in general is not the killing told before
    (
        "Masked men shot dead two brothers at Whitecross on Sunday. More than 1,400 people have died in six years of "
        "violence in Ulster.",
        [("two brothers", "2014-08-10", "Whitecross")],
    ),
]


@pytest.mark.parametrize(("text", "told"), WHEN_AND_WHERE)
def test_when_and_where_it_was(reader: Reader, text: str, told: list[tuple[str, str, str]]) -> None:
    reading = reader.read(Document("t", text, "0", issued=date(2014, 8, 13)))
    found = [
        listed(parts, Predicate.FATAL_VICTIM, Predicate.TIME, Predicate.LOCATION)
        for parts in parts_told(reading, denials=False)
        if Predicate.FATAL_VICTIM.name in parts
    ]
    assert [tuple(f) for f in found] == told
