"""Who was killed by whom, as single words and neighbouring sentences tell it: read with the bundled model.

An event is written ``killed + wounded < perpetrators``, each part sorted; parts that nothing is told of are left out.
What is only alleged of a perpetrator stands behind ``?``.
"""

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


def _events(reader: Reader, text: str) -> list[str]:
    reading = reader.read(Document("text", text, "0", issued=date(2011, 6, 2)))
    return [_shown(parts) for parts in parts_told(reading, hedges=True)]


def _shown(parts: dict[str, set[str]]) -> str:
    by = Predicate.PERPETRATOR
    killed, wounded, by_whom, maybe = listed(parts, Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, by, f"{by.name}?")
    shown = killed + (f" + {wounded}" if wounded else "") + (f" < {by_whom}" if by_whom else "")
    return shown + (f" <? {maybe}" if maybe else "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # the north of a country holds its northern towns, and no southern ones
        (
            "A rebel commander has been killed in northern Iraq by a U.S. airstrike, the Pentagon announced Monday.\n\n"
            "Omar Sadiq died in Mosul on Sunday, said Colonel Dale Young, the Pentagon's spokesman.",
            ["Omar Sadiq < United States"],
        ),
        (
            "A rebel commander has been killed in northern Iraq by a U.S. airstrike, the Pentagon announced Monday.\n\n"
            "Omar Sadiq died in Basra on Sunday, said Colonel Dale Young, the Pentagon's spokesman.",
            ["rebel commander < United States"],
        ),
        # a headline's dead is the one below it, whatever stands between
        (
            "Home Latest News French Airstrike Kills Rebel Commander in Mali\n\n"
            "French Airstrike Kills Rebel Commander in Mali\n\nby AFP\n\n"
            "Omar Sadiq, a Tunisian, recruited fighters for the rebels.\n\n"
            "A rebel operative has been killed in Mali by a French airstrike, the army said Monday.\n\n"
            "Omar Sadiq of Tunisia died in Gao on Sunday, said Colonel Diallo, the spokesman.",
            ["Omar Sadiq < French military"],
        ),
        (
            "A soldier has been killed in Mali by a French airstrike, the army said Monday.\n\n"
            "An officer was killed by the airstrike in Gao.\n\n"
            "Omar Sadiq of Tunisia died in Gao on Sunday, said Colonel Diallo, the spokesman.",
            ["officer, soldier < French military"],
        ),
        # commas between a conjunction and its verb
        (
            "The rebels made him their chief after Jonas Malheiro, their leader, was killed in an ambush in 2002.",
            ["Jonas Malheiro"],
        ),
        (
            "The LRA made him its deputy after Raska Okello, its third man, was shot dead by soldiers in August 2006.",
            ["Raska Okello < soldiers"],
        ),
        ("Villagers fled before Musa Bello, the warlord, attacked the town in 1993.", [" < Musa Bello"]),
        ("The mayor was machine-gunned to death in Kura by guerrillas.", ["mayor < guerrillas"]),
        ("Guerrillas machine-gunned the mayor in Kura on Friday.", [" + mayor < Guerrillas"]),
        ("A constable was fatally shot in Kura by gunmen.", ["constable < gunmen"]),
        ("A soldier was fatally wounded by a sniper in Kura.", ["soldier < sniper"]),
        ("Two policemen were blown to pieces by a mine near Kura.", ["Two policemen"]),
        ("Militiamen put 30 prisoners to the sword in Kura.", ["30 prisoners < Militiamen"]),
        ("A sniper picked off two soldiers at the checkpoint.", ["two soldiers < sniper"]),
        ("A sniper picked off his cap and sat down.", []),
        ("Rebels wiped out a patrol of 14 men near Kura.", ["patrol of 14 men near Kura < Rebels"]),
        ("The floods wiped out the harvest of the district.", []),
        ("The rebels did away with the mayor.", ["mayor < rebels"]),
        ("The government did away with the tax.", []),
        ("Four of our soldiers fell in battle on Friday.", ["Four of our soldiers"]),
        ("Four of our soldiers fell ill on Friday.", []),
        ("Gunmen pumped twelve bullets into the lawyer outside his office.", [" + lawyer < Gunmen"]),
        ("A bomb tore through a market in Kura, leaving 14 dead.", ["14 dead"]),
        ("A bomb tore through a market in Kura, leaving a deep crater.", [""]),
        ("Russian fire killed four villagers near Kura, medics said.", ["four villagers < Russian military"]),
        ("Army fire killed two boys in Kura.", ["two boys < Army"]),
        ("A fire killed two boys in Kura.", []),
        ("Army gunfire killed two boys in Kura.", ["two boys < Army"]),
        ("The hostage, Omar Haddad, had his throat slit by the rebels.", ["Omar Haddad < rebels"]),
        ("Rebels seized a teacher in Kura on Friday and slit her throat.", ["teacher < Rebels"]),
        ("The singer took his own life in Kura on Friday.", []),
    ],
)
def test_words_for_killing(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # who is held for a deed is accused of it by those who hold him, not found to have done it
        ("Police arrested 45 soldiers for killing six priests.", [" < Police", "six priests <? 45 soldiers"]),
        (
            "The president announced the arrest of 45 soldiers for killing six priests.",
            ["", "six priests <? 45 soldiers"],
        ),
        (
            "The arrest of two soldiers for the murder of six priests was announced on Friday.",
            ["", "six priests <? two soldiers"],
        ),
        ("The trial of two soldiers for murdering six priests began on Friday.", ["six priests <? two soldiers"]),
        ("A court jailed two soldiers on Friday for murdering six priests.", ["six priests < two soldiers"]),
        ("The bishop praised the soldiers for killing six rebels.", ["six rebels < soldiers"]),
    ],
)
def test_held_for_a_killing(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # those who act on somebody are not the ones that they act on
        ("Soldiers lined up the men and killed them.", ["men < Soldiers"]),
        ("The soldiers dragged six men from their homes and killed them.", ["six men < soldiers"]),
        ("The guerrillas forced the judge to kneel before shooting him dead.", ["judge"]),
        # a clause goes on with whom the one before it told of
        (
            "Deputy Ramiro Paz was shot dead on Friday. His brother, the trade unionist Julio Paz, was kidnapped on "
            "2 February 1988 and his body was found four days later.",
            ["Ramiro Paz", "", "Julio Paz"],
        ),
        # "the murder" is what killed somebody, though another act was told since
        (
            "Gunmen shot Deputy Ramiro Paz dead in Kura on Friday. A schoolgirl was hit by stray bullets near by. "
            "The bishop said that the murder was the work of the White List.",
            ["Ramiro Paz < Gunmen, White List", ""],
        ),
    ],
)
def test_who_is_meant(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Three men were shot dead by gunmen in Kura. They were identified as Omar Haddad, Karim Nasser and "
            "Ali Bello.",
            ["Ali Bello, Karim Nasser, Omar Haddad < gunmen"],
        ),
        ("A policeman was shot dead in Kura on Friday. He was named as Constable John Reid, 27.", ["John Reid"]),
        (
            "Two soldiers died in an ambush near Kura on Friday. The soldiers were Sergeant Omar Haddad and Corporal "
            "Karim Nasser.",
            ["Karim Nasser, Omar Haddad"],
        ),
        (
            "Two American missionaries were shot dead by gunmen. The U.S. citizens, Todd Wilson and Jeffrey Ball, "
            "were members of a Baptist church.",
            ["Jeffrey Ball, Todd Wilson < gunmen"],
        ),
        (
            "Three American missionaries were shot dead by gunmen in Kura. The U.S. officials, Todd Wilson and Jeffrey "
            "Ball, were members of a Baptist church.",
            ["Three American missionaries < gunmen"],
        ),
        (
            "Two men were killed in Kura. The ministers, Omar Haddad and Karim Nasser, visited the site.",
            ["Two men"],
        ),
        (
            "A bomb killed five people in Kura on Friday. One of the victims was identified as Omar Haddad.",
            ["Omar Haddad, five people"],
        ),
        (
            "A bomb killed five people in Kura on Friday. One of the witnesses was identified as Omar Haddad.",
            ["five people"],
        ),
        (
            "Gunmen killed two people at an inn in Kura. The dead were named as Omar Haddad and Karim Nasser.",
            ["Karim Nasser, Omar Haddad < Gunmen"],
        ),
    ],
)
def test_named_later(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Two journalists were killed by a shell in Kura. Omar Nasser, 34, and Karim Haddad, 29, worked for "
            "a local station.",
            ["Karim Haddad, Omar Nasser"],
        ),
        (
            "A reporter and her cameraman were killed near Kura on Friday when a mine exploded under their car. Anna "
            "Keller and Paul Weiss were driving to the front.",
            ["Anna Keller, Paul Weiss"],
        ),
        ("A teacher was shot dead in Kura. Anna Lund, 36, leaves a husband and two children.", ["Anna Lund"]),
        (
            "Gunmen killed a priest in Kura on Friday. Father Omar Haddad, 61, was on his way to Mass.",
            ["Omar Haddad < Gunmen"],
        ),
        # who was there, did it, speaks of it, is one too many or was spoken of before
        ("A journalist was killed in Kura. Omar Haddad, 33, a colleague, worked with him for years.", ["journalist"]),
        (
            "A policeman was shot dead in Kura. Minister Omar Haddad, 52, was on his way there when he heard of it.",
            ["policeman"],
        ),
        ("A teacher was shot dead in Kura. Anna Lund, 36, worked next door and heard the shots.", ["teacher"]),
        (
            "A policeman was shot dead by a gunman in Kura. Omar Haddad, 34, had served ten years for robbery.",
            ["policeman < gunman"],
        ),
        (
            "Two policemen were shot dead in Kura on Friday. Inspector Omar Haddad, 40, and Sergeant Karim Nasser, 33, "
            "were driving behind the car.",
            ["Two policemen"],
        ),
        (
            "Three policemen were shot dead in Kura. Inspector Omar Haddad, 40, and Sergeant Karim Nasser, 33, "
            "had joined the force together.",
            ["Three policemen"],
        ),
        ("A bomb killed a nurse in Kura on Friday. Karim Haddad, 50, was the doctor on duty.", ["nurse"]),
        (
            "A bomb killed two people in Kura on Friday. Omar Haddad and Karim Nasser were the first doctors there.",
            ["two people"],
        ),
        (
            "Omar Haddad opened a school in Kura. A teacher was shot dead there. Omar Haddad, 51, had worked in "
            "Kura for years.",
            ["teacher"],
        ),
    ],
)
def test_lives_told_after_deaths(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Three policemen were shot dead in Kura on Friday. The gunmen, who wore army uniforms, fled on foot.",
            ["Three policemen < gunmen"],
        ),
        (
            "A car bomb killed three people in Kura on Friday. The attackers had parked it outside a bank.",
            ["three people < attackers"],
        ),
        (
            "Six people were shot dead in Kura on Friday. Residents said the attackers were soldiers.",
            ["Six people < attackers, soldiers"],
        ),
        (
            "Six people were shot dead in Kura on Friday. The gunmen were members of the Red Front.",
            ["Six people < Red Front, gunmen"],
        ),
        (
            "Six people were shot dead in Kura on Friday. The killers belonged to the Red Front.",
            ["Six people < Red Front"],
        ),
        ("Police said the killers of Omar Haddad were soldiers.", ["Omar Haddad < soldiers"]),
        ("The killing of 12 students was planned and carried out by the army.", ["12 students < army"]),
        (
            "Six people were killed in Kura on Friday by gunmen suspected of belonging to the Red Front.",
            ["Six people < gunmen <? Red Front"],
        ),
        # those who fought themselves, those whom others had killed, another day, another means, only alleged
        ("Two rebels were shot dead in Kura on Friday. The gunmen were buried on Sunday.", ["Two rebels"]),
        ("Troops killed two farmers in Kura on Friday. The gunmen fled.", ["two farmers < Troops"]),
        (
            "Three policemen were shot dead in Kura. On Sunday a bank was robbed. The gunmen took 3,000 dollars.",
            ["Three policemen"],
        ),
        ("An air strike killed three people in Kura on Friday. The gunmen left at dawn.", ["three people"]),
        ("Three policemen were shot dead in Kura on Friday. The alleged gunmen denied it.", ["Three policemen"]),
        ("The killing of 12 students was planned by the army.", [""]),
        ("Six people were shot dead in Kura on Friday. The attackers were not soldiers.", ["Six people < attackers"]),
    ],
)
def test_authors_told_later(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # those who only tell of it did not do it, and whoever it is said of is meant
        (
            'Troops swept through the hamlet, killing 40 peasants, according to survivors. "They killed my husband in '
            'front of me," said Rosa Amaya, 31.',
            ["40 peasants, my husband < Troops"],
        ),
        (
            'Ivan Melnik came from Sava. He was killed there. In Kura, prosecutors found mass graves. "They shot him '
            'dead because he had a radio," Olena Bondar said of her brother Taras.',
            ["Ivan Melnik", "Taras"],
        ),
        ('Rebels entered Kura. "They killed my brother," said Omar Haddad, a farmer.', ["my brother < Rebels"]),
        # those of whom it was said last that they did nothing did not do it
        (
            "Survivors said that the attackers came at night with axes. Soldiers posted nearby did not intervene, they "
            'said. "They killed my wife and my six children," said Omar Haddad, a driver.',
            ["my six children, my wife"],
        ),
        (
            'The police did not come to Kura until noon. "They burned four people alive," said a survivor.',
            ["four people"],
        ),
        (
            'Gunmen stormed Kura but did not take anything. "They killed my brother in front of me," said a woman.',
            ["my brother < Gunmen"],
        ),
        ("Residents caught a thief in Kura. They killed him and burned the body.", ["thief < Residents"]),
        # who was not hurt is not the one who died
        (
            "A part-time member of the Kura Regiment was shot dead at his farm. His wife Margaret was not hurt.",
            ["part-time member of the Kura Regiment + Margaret"],
        ),
        ("A barman was shot dead at his home. He was Robert Hanna, 44.", ["Robert Hanna"]),
        ("Three people were shot and killed by police in Kura.", ["Three people < police"]),
    ],
)
def test_quotations_and_bystanders(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # losses that the other side admits are of the clash told last
        (
            "Rebels ambushed a column near Kura on Sunday, killing 26 servicemen, a commander said. The military "
            "acknowledged the loss of four men.",
            ["26 servicemen, four men < Rebels"],
        ),
        # a shell on another day in another place is an act of its own
        (
            "Rebels killed 26 soldiers near Kura on Sunday. In Sava, a shell hit a market on Monday. Eight people were "
            "killed.",
            ["26 soldiers < Rebels", "Eight people"],
        ),
        # what was told just now, however long ago it was
        (
            "Rebels killed 26 soldiers near Kura on Sunday. Two years ago bombs destroyed a house in Sava, killing 200 "
            "people. The government accuses the rebels of the bombings.",
            ["26 soldiers < Rebels", "200 people <? Rebels"],
        ),
        # who died in the clash told last is not one of the dead of an earlier attack
        (
            "Guerrillas killed 18 villagers at Kura. Troops shot dead four guerrillas at Sava. A "
            "soldier was fatally wounded in the clash.",
            ["18 villagers < Guerrillas", "four guerrillas < Troops", "soldier"],
        ),
        # what a relative clause tells is of the event that it hangs on, however far
        (
            "Gunmen killed an aid worker in Gaza. Prosecutors accuse Omar Haddad of being behind the bombings of the "
            "embassies in Nairobi and Sava in August 1998, in which 224 people lost their lives.",
            ["aid worker < Gunmen", "224 people <? Omar Haddad"],
        ),
        (
            "A bomb killed fourteen people at a rally in Sava. The killing came a day after gunmen mowed down 18 "
            "villagers at Kura. Omar Haddad was among the dead.",
            ["fourteen people", "18 villagers, Omar Haddad < gunmen"],
        ),
    ],
)
def test_which_event(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Two soldiers were killed by a roadside bomb south of the capital on Saturday.", ["Two soldiers"]),
        ("The officer was shot at close range and died later in hospital.", ["officer"]),
        ("The officer was shot at close range and wounded.", [" + officer"]),
        ("The general was not killed by rebels but died in a car crash.", [" < rebels"]),
        # those listed behind a colon are the dead, and nobody's killers
        (
            "In the days before Mr Carver's beheading, at least four other hostages had been executed by the Red "
            "Band: Alan Hall and David Moss, both aid workers, as well as journalists Steven Lind and James Fox.",
            ["Carver < Red Band", "Alan Hall, David Moss, James Fox, Steven Lind < Red Band"],
        ),
        # what a named group is says no more of who acted for it
        (
            "The US accused Russian jets of bombing a market in Kura. Russia has been an ally of the Kura regime.",
            [" <? Russian military"],
        ),
        # one of two, and the one who did not
        ("Either the army or the militia killed the priest.", ["priest <? army, militia"]),
        ("The priest was killed by the army and the militia.", ["priest < army, militia"]),
        ("The army, not the rebels, killed the priest.", ["priest < army"]),
        # whose aircraft fell did not kill those in it
        ("A UN helicopter was shot down in Kura, killing all nine people on board.", ["all nine people"]),
        ("An army helicopter was shot down by rebels, killing its crew of four.", ["its crew of four < rebels"]),
        # a series of weapons is weapons
        ("A series of bombs in Kura killed 63 people.", ["63 people"]),
        ("A volley of mortar shells killed four children in Kura.", ["four children"]),
        # a wound and its end
        ("Corporal Jones was hit in the neck and died in hospital an hour later.", ["Jones"]),
        ("Corporal Jones was hit in the pocket by rising prices and died in hospital years later.", []),
        # what reports are of, and what nobody vouches for
        ("There were reports of ten people killed in Kura.", ["ten people"]),
        ("At least 14 people were killed when gunmen burst into a party in Kura.", ["At least 14 people < gunmen"]),
        ("A woman burst into tears when she heard of the killing of her son.", ["her son"]),
        # when it was is nobody
        (
            "More than 200 people were slaughtered in Kura in one of the worst massacres of the five-year conflict.",
            ["More than 200 people"],
        ),
        ("The murder of the priest was the tenth of the year.", ["priest"]),
        # whom the press blames, behind the press
        (
            "Nine people were shot dead in Kura on Friday. The killings were blamed by the press on the Red Front.",
            ["Nine people <? Red Front"],
        ),
        ("A Civil Guard, Antonio Mateo, lost his life in an ambush at Sava.", ["Antonio Mateo"]),
        ("The Civil Guard, a police force, lost two men in an ambush at Sava.", ["two men"]),
        ("A journalist with the daily Le Matin, Omar Haddad, was shot dead as he left his home.", ["Omar Haddad"]),
        ("A supporter of the president, Omar Haddad, was shot dead in Kura.", ["supporter of the president"]),
        ("The kidnapping and murder of two journalists shocked the country.", ["", "two journalists"]),
        ("The kidnapping and release of two journalists surprised the country.", [""]),
        ("Gunmen lined up the workers and shot them; eight were killed.", ["eight + workers < Gunmen"]),
        (
            'CODECO militiamen attacked a camp at Lala, killing 46. Colonel Guy Ilunga visited it. "They mowed us '
            'down," said a survivor, Justine Mave.',
            ["46 < CODECO militiamen", " < CODECO militiamen"],
        ),
    ],
)
def test_what_parsers_get_wrong(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # whose it is that blew up did not do it
        ("An Avianca Airlines plane blew up in midair, killing all 107 passengers.", ["all 107 passengers"]),
        ("A Hezbollah drone exploded over Kura, killing two soldiers.", ["two soldiers < Hezbollah"]),
        # a make of weapons is nobody
        ("The gunmen, firing Uzi submachine guns at a bus, escaped.", [" < gunmen"]),
        # the apposition is who the clause is about
        (
            "General Guy Quint was killed in 1984. A Civil Guard, Antonio Mateo, died in an ambush at Sava; two men "
            "who killed him were caught.",
            ["Guy Quint", "Antonio Mateo < two men"],
        ),
        # no movement is among the dead
        (
            "Forty bodies were found after a clash with the Red Front. Two nurses were missing. A charity said "
            "that they were among those killed.",
            ["Forty bodies", "", ""],
        ),
        # the killings told just now
        (
            "Mortar bombs killed 47 people in Kura, an official said. The army said a gas pipe had burst. Police "
            "found 14 bodies in Sava. A cleric accused the Mahdi Army of the killings.",
            ["47 people", "14 bodies <? Mahdi Army"],
        ),
    ],
)
def test_who_did_not(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The death toll from a car bombing at an academy in Bogota rose to 21 on Friday.", ["21"]),
        ("A car bomb went off at an academy in Bogota. The toll rose to 21 people on Friday.", ["21 people"]),
        # who is told of otherwise is not told of by the toll as well
        ("A bomb killed 20 cadets in Bogota. The toll later rose to 21.", ["20 cadets"]),
        ("The toll of the war is expected to reach 100,000.", []),
    ],
)
def test_the_dead_of_a_toll(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # who accuses did not do it, wherever he stands
        (
            "Major Kane, whom the president accused of ordering the murder of Omar Sadiq, fled.",
            ["Omar Sadiq <? Kane"],
        ),
        (
            "The list names Kane, whom the president accused of being the mastermind of the murder of Omar Sadiq.",
            ["Omar Sadiq <? Kane"],
        ),
        ("Major Kane was accused of the murder of Omar Sadiq by the bishop.", ["Omar Sadiq <? Kane"]),
        ("Two soldiers were convicted of the murder of Omar Sadiq by a court in Gao.", ["Omar Sadiq < Two soldiers"]),
        # a clause cut short is no main clause, so that the dead kill nobody
        ("The priests murdered last Friday by soldiers were buried today.", ["priests < soldiers"]),
        ("The bodies of the priests murdered last Friday by armed men were buried today.", ["priests < armed men"]),
        # who "the ones" are
        ("Soldiers were the ones who killed the mayor.", ["mayor < Soldiers"]),
        ("Soldiers were not the ones who killed the mayor.", []),
        # the deed and how it was done
        (
            "The party condemned the murder of Omar Sadiq in an attack perpetrated by urban guerrillas.",
            ["Omar Sadiq < urban guerrillas"],
        ),
        ("The party condemned the murder of Omar Sadiq and an attack by rebels.", ["Omar Sadiq", " < rebels"]),
    ],
)
def test_who_did_it_and_who_only_says_so(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "captors"),
    [
        ("Guerrillas today released three engineers who were kidnapped in May.", {"Guerrillas"}),
        ("The army today released three engineers who were kidnapped in May.", set()),
        ("A bishop today freed three engineers who were kidnapped in May.", set()),
    ],
)
def test_who_lets_captives_go_had_them(reader: Reader, text: str, captors: set[str]) -> None:
    told = parts_told(reader.read(Document("text", text, "0", issued=date(2011, 6, 2))))
    assert [parts.get("PERPETRATOR", set()) for parts in told if "CAPTIVE" in parts] == [captors]


def test_nobody_who_acts_stands_behind_a_gerund(reader: Reader) -> None:
    text = "They escaped, taking as hostages engineers Omar Sadiq, Paul Kane and John Moore."
    told = parts_told(reader.read(Document("text", text, "0", issued=date(2011, 6, 2))))
    assert listed(told[0], Predicate.CAPTIVE, Predicate.PERPETRATOR) == ["John Moore, Omar Sadiq, Paul Kane", ""]
