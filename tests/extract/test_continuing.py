"""One event told over several sentences, and several told one after the other: read with the bundled model.

An event is written ``killed + wounded < perpetrators``, each part sorted; parts that nothing is told of are left out.
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
    return [_shown(parts) for parts in parts_told(reading)]


def _shown(parts: dict[str, set[str]]) -> str:
    killed, wounded, by = listed(parts, Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.PERPETRATOR)
    return killed + (f" + {wounded}" if wounded else "") + (f" < {by}" if by else "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # "the raid" of the sentence before, in the pluperfect, not the death that the report is about
        (
            "Rebel leader Omar Sayed was killed in an army operation on Tuesday. He was blamed for the school raid of "
            "September 2004, in which 330 people died. Sayed had condemned the raid, for which Jon Kane claimed "
            "responsibility.",
            ["Omar Sayed", "330 people < Jon Kane, Omar Sayed"],
        ),
        # an event of capitals and its lower-case fellow, whatever the model makes of their names
        ("Forty people died in the Kano mosque siege in 2004.", ["Forty people"]),
        # the dead of an act that was told to have wrecked something
        ("A car bomb destroyed a hotel on Monday. Ten people died.", ["Ten people"]),
        # a blow in answer
        ("The army retaliated with artillery fire, killing six villagers.", ["six villagers < army"]),
        (
            "The government responded on Sunday with air strikes that killed 25 rebels.",
            ["25 rebels < government"],
        ),
        ("The minister responded to the air strikes with anger.", []),
        # somebody else, in an event brought in as new
        (
            "A soldier was killed by a blast near Kano on Saturday. Earlier on Saturday another soldier was killed in "
            "a grenade attack in the same area.",
            ["soldier", "another soldier"],
        ),
        (
            "Gunmen attacked a bus near Kano on Saturday. A soldier was killed. Another soldier died in the attack.",
            ["Another soldier, soldier < Gunmen"],
        ),
        # a state's adjective before what only states do, and before what may only be where it is
        ("Israeli air strikes killed ten people in Gaza.", ["ten people < Israel Defense Forces"]),
        (
            "Fifteen people died in an Ethiopian drone strike in Mekelle.",
            ["Fifteen people < Ethiopian National Defence Force"],
        ),
        (
            "US and British air strikes in Yemen killed nine men.",
            ["nine men < British military, United States"],
        ),
        ("A Russian attack on Odesa killed two people.", ["two people < Russian military"]),
        ("Iraqi bombings killed 18 people.", ["18 people"]),
        ("A Kenyan attack killed 19 people.", ["19 people"]),
        ("An Israeli settler attack on a village killed two people.", ["two people"]),
        ("Bosnian Serb shelling killed 68 people in Kano.", ["68 people < Bosnian Serb forces"]),
        ("Seven people died under Serb fire in Kano.", ["Seven people < Serb forces"]),
        ("Ten people died in a Tamil attack on the airport.", ["Ten people"]),
        ("A Palestinian rocket attack killed a farmer.", ["farmer"]),
        # words for fighters before the event, beside its victims too
        ("Ten soldiers were killed in a Maoist ambush in Bastar.", ["Ten soldiers < Maoist"]),
        ("Ten people died in a rebel rocket attack on Kano.", ["Ten people < rebel"]),
        ("Ten people died in the mosque rocket attack.", ["Ten people"]),
        ("More than 100 people were killed in a junta air strike.", ["More than 100 people < junta"]),
        ("A guerrilla bomb killed two soldiers.", ["two soldiers < guerrilla"]),
        ("A paramilitary massacre of 40 peasants shocked Kano.", ["40 peasants < paramilitary"]),
        # whose killing of somebody it is
        ("The rebels' murder of the bishop shocked the country.", ["bishop < rebels"]),
        ("The bishop's murder by the rebels shocked the country.", ["bishop < rebels"]),
        ("Israel's killing of Omar Sayed angered the group.", ["Omar Sayed < Israel Defense Forces"]),
        ("Syria's bombings killed 20 people.", ["20 people"]),
        # lives that are counted, where violence took them
        ("The blast claimed 12 lives.", ["12 lives"]),
        ("In 1960 an earthquake claimed 34 lives in Kano.", []),
        # all and some of whom
        (
            "Rebels downed a helicopter carrying 12 soldiers, all of whom were killed.",
            ["12 soldiers < Rebels"],
        ),
        ("The bomb hit a bus carrying 12 pupils, three of whom died.", ["three of whom"]),
        ("The army arrested ten men, all of whom were civilians.", [" < army"]),
        # an accuser who stands within the clause is not accused
        (
            "Thirty people were killed in an attack the government blamed on the rebels.",
            ["Thirty people < rebels"],
        ),
        ("Two soldiers are presumed dead after an ambush near Kano.", ["Two soldiers"]),
        # a known group with a word for groups behind its name
        ("Thirty people were killed in Kabul by the Islamic State group.", ["Thirty people < Islamic State group"]),
        # who is shot and died is dead
        ("Omar Nasser was shot five times outside his home and died instantly.", ["Omar Nasser"]),
        ("Omar Nasser was stabbed and later died in hospital.", ["Omar Nasser"]),
        ("A man stabbed three people in Kano.", [" + three people < man"]),
        ("The minister slashed the army's budget.", []),
        ("Five militants were killed when soldiers returned fire.", ["Five militants < soldiers"]),
        ("The soldier shot the herder Omar Nasser in the back.", [" + Omar Nasser < soldier"]),
        # a name behind the object is the object's
        ("The group beheaded a French hostage, Herve Gourdel.", ["Herve Gourdel < group"]),
        # who claims it, in a clause of the event's noun
        (
            "More than 200 people died in the blast, which was claimed by Islamic State.",
            ["More than 200 people < Islamic State"],
        ),
        # harm to people and things, told by the victims' enemies of those whom they were after
        (
            "Gunmen attacked a village in Borno on Monday. Twelve people were killed and 30 houses burned.",
            ["Twelve people < Gunmen"],
        ),
        (
            "The army attacked a rebel camp near Kano on Monday. At least 20 rebels were killed, the army said.",
            ["At least 20 rebels < army"],
        ),
        # a coalition by who leads it
        ("Saudi-led warplanes bombed a hall in Sanaa, killing 140 people.", ["140 people < Saudi-led coalition"]),
        ("US-led air strikes killed 12 civilians in Raqqa.", ["12 civilians < US-led coalition"]),
        # the other side of a clash, where all who died in it are of one
        ("Two soldiers were killed in a clash with militants in Kano.", ["Two soldiers < militants"]),
        ("Three civilians were killed in clashes with rebels in Kano.", ["Three civilians"]),
        (
            "Five soldiers and seven rebels were killed in clashes with rebels in Kano.",
            ["Five soldiers, seven rebels"],
        ),
        # whose name it is
        ("The leader of al-Shabab, Omar Nasser, was killed on Monday.", ["Omar Nasser"]),
        ("At least 50 people were killed by the time the army arrived.", ["At least 50 people"]),
        # shot so that nobody lives
        ("Eight priests were riddled with bullets by soldiers.", ["Eight priests < soldiers"]),
        ("Soldiers stopped 12 men and shot at them.", [" < Soldiers"]),
        # what a state's drones do, without a target
        ("One person was killed in a Ukrainian drone attack in Belgorod.", ["One person < Ukrainian military"]),
        # headlines: the second verb, and the first that looks like a noun
        ("Gunmen kill 12, abduct 30 in Kano", ["12 < Gunmen"]),
        ("Suicide bomber kills 12, wounds 30 at Kabul mosque", ["12 + 30 < Suicide bomber"]),
        (
            "Israeli strikes on Gaza kill at least 12, including children, medics say",
            ["at least 12 < Israel Defense Forces"],
        ),
        ("Troops kill 12 rebels, 30 others flee", ["12 rebels < Troops"]),
        ("Kenyan police kill six al-Shabab fighters", ["six al-Shabab fighters < Kenyan police"]),
        ("Afghan governor: NATO strike killed 14 civilians", ["14 civilians < NATO"]),
        # a country's name before the event may only be where it was
        ("Three people died in the Yemen air strikes.", ["Three people"]),
        # a plural that begins a sentence is no name, and "they" are those who act
        (
            "Raiders stormed the church in Kano. They dragged 21 worshippers out and shot them.",
            ["21 worshippers < Raiders"],
        ),
        # whom somebody is accused of killing, and whom a sniper kills, is not he
        (
            "Eight nuns were murdered in May. The president accused soldiers of killing them.",
            ["Eight nuns < soldiers"],
        ),
        ("A sniper of the army shot the boy in the head, killing him.", ["boy < sniper of the army"]),
        ("A sniper shot dead a woman of 62 who was gathering wood on the front line.", ["woman of 62 < sniper"]),
        ("Members of the ETA shot dead nine farmers.", ["nine farmers < ETA, Members of the ETA"]),
        # a group by the name that it gives itself, the group of several who act, on whose orders, under whose fire
        ("A group calling itself the Black Cobras killed the consul.", ["consul < Black Cobras"]),
        (
            "Three men from the Red Dawn group shot dead the minister.",
            ["minister < Red Dawn, Three men"],
        ),
        ("The minister was shot dead by a former member of Red Dawn.", ["minister < former member of Red Dawn"]),
        ("Two critics of the Popular Army killed the minister.", ["minister < Two critics of the Popular Army"]),
        ("The strikers were massacred on the orders of the junta.", ["strikers < junta"]),
        ("Twelve people died under Russian fire in Kano.", ["Twelve people < Russian military"]),
        ("Twelve people died in a house fire in Kano.", []),
        ("A grocer was beaten to death by a mob accusing him of theft.", ["grocer < mob"]),
        # the dead of a fight told right before: of both sides, by whose hand is open
        (
            "Soldiers ambushed a column of guerrillas in Kano. Nine guerrillas and two soldiers died.",
            [" < Soldiers", "Nine guerrillas, two soldiers"],
        ),
        (
            "Rebels attacked a police post. In the battle that followed three policemen and five rebels died.",
            [" < Rebels", "five rebels, three policemen"],
        ),
        # what was done to several villages, told of one of them
        (
            "Army helicopters attacked two villages. Nine people were killed in Kano.",
            ["Nine people < Army"],
        ),
        # whom an army lost it did not kill
        (
            "The army lost nine men and killed 40 rebels in the battle for the bridge.",
            ["nine men", "40 rebels < army"],
        ),
        # what a witness saw was no custom
        ("A witness said she saw soldiers kill the six monks.", ["six monks < soldiers"]),
        ("The death of the mayor at the hands of rebels shocked the town.", ["mayor < rebels"]),
        # two who act in one sentence, each with a deed of his own
        (
            "Hostage-takers killed the hostage as special forces stormed the house.",
            ["hostage < Hostage-takers", " < special forces"],
        ),
        ("A blast killed nine people as militants attacked the prison.", ["nine people < militants"]),
        ("The army attacked the village and rebels killed four soldiers.", [" < army", "four soldiers < rebels"]),
        ("Hired assassins killed Judge Ana Perl.", ["Ana Perl < Hired assassins"]),
        ("Guerrillas kidnapped and murdered the mayor.", ["mayor < Guerrillas"]),
        ("A column of Hutu militiamen attacked the parish.", [" < column of Hutu militiamen"]),
        ("A bomb dropped by a coalition plane killed 40 children.", ["40 children < coalition"]),
        # of whom those who attack are is not told: the rebels may be their own
        (
            "The Tigers attacked the naval base at dawn. The navy said 30 rebels were killed.",
            [" < Tigers", "30 rebels"],
        ),
        # whose murder it is that somebody is convicted of
        (
            "Judge Paolo Falco was killed by a bomb in 1992. Toto Renda was convicted of his murder.",
            ["Paolo Falco < Toto Renda"],
        ),
        # what an army says that it did in return, or to others, is another strike
        (
            "Nine soldiers died in an air strike in Kano. The army confirmed that it had carried out a strike.",
            ["Nine soldiers", " < army"],
        ),
        (
            "Nine farmers died in a car bombing in Kano. The army confirmed that it had carried out an air strike.",
            ["Nine farmers", " < army"],
        ),
        # who helps, searches or buries afterwards has no part in it
        ("The army helped evacuate the wounded after the attack that killed 12 people.", ["12 people"]),
        ("The army joined the search for the gunmen after the attack that killed 12 people.", ["12 people"]),
        (
            "Omar Nasser was deeply involved in planning the attacks of 11 September 2001, which killed 2,977 people.",
            ["2,977 people < Omar Nasser"],
        ),
        ("The army helped kill Omar Nasser.", ["Omar Nasser < army"]),
        ("Rebels buried 12 fighters killed in the battle.", ["12 fighters"]),
        ("Police killed the story about the minister.", []),
        ("Hostage-takers killed the hostage.", ["hostage < Hostage-takers"]),
        ("Friendly fire killed three soldiers near Kano.", ["three soldiers"]),
        ("The fire killed three people in Kano.", []),
        # an attack with many dead is not the killing of the one man told of before
        (
            "Omar Nasser told the court that he had beheaded the reporter Jon Kane. Nasser also claimed that he was "
            "responsible for the attacks of 11 September 2001, which killed nearly 3,000 people.",
            ["Jon Kane < Omar Nasser", "nearly 3,000 people < Omar Nasser"],
        ),
        # who is besieged besieges nobody
        ("Forty people died in the siege of the Yazidis on Mount Sinjar.", ["Forty people"]),
        # what stands for the event: a series of them
        (
            "A series of U.S. air strikes in Homs killed more than 30 militants.",
            ["more than 30 militants < United States"],
        ),
        # the second harm of a sentence, not one more of those killed
        (
            "Multiple attacks have killed at least 35 more innocent civilians and injured scores of others.",
            ["at least 35 more innocent civilians + scores of others"],
        ),
        # what stands before the dash of a dateline is no part of those who act
        (
            "Kano, SANA – Units of the army on Tuesday stormed a den of the Red Band, killing a number of its members.",
            ["number of its members < Units of the army"],
        ),
        # who else came to harm, with no word on how
        (
            "A bomb killed eight people in Kano on Friday. Ten others were injured.",
            ["eight people + Ten others"],
        ),
        (
            "Gunmen shot a judge dead in Kano on Friday. His driver was also killed.",
            ["His driver, judge < Gunmen"],
        ),
        (
            "Rebels killed six miners near Kano on Friday, police said. The miners were on their way home. "
            "Four others were wounded.",
            ["six miners + Four others < Rebels"],
        ),
        # the act, step by step
        (
            "Two people were shot dead in a bar in Kano on Friday. Gunmen stormed the Palm Hotel at nine. They opened "
            "fire on the guests. Ana Perl, a nurse, and her cousin, Omar Haddad, died at the scene.",
            ["Ana Perl, Omar Haddad, Two people < Gunmen"],
        ),
        # losses of those who attack are not of their own making
        (
            "Rebels attacked a post near Kano on Friday, killing five soldiers. Two rebels also died in the fighting.",
            ["five soldiers < Rebels", "Two rebels"],
        ),
        (
            "Troops stormed a camp near Kano on Friday, killing 12 militants. Three soldiers died in the battle.",
            ["12 militants < Troops", "Three soldiers"],
        ),
        (
            "Russian forces shelled the town on Friday. Three Ukrainian soldiers were killed.",
            ["Three Ukrainian soldiers < Russian forces"],
        ),
        # the dead do not shoot
        (
            'Soldiers shelled a school near Kano on Friday, residents said. Seven pupils died. "They were shooting '
            'from the air for an hour and killed a cook," a teacher said.',
            ["Seven pupils, cook < Soldiers"],
        ),
        # a headline in few words
        (
            "Gunmen kill two in Kano\n\nTwo people were shot dead in Kano on Friday.",
            ["Two people < Gunmen"],
        ),
        # a headline that is filed under a wider name
        (
            "Eleven killed in KwaZulu feud\n\nGunmen attacked a farm at Richmond on Friday, killing eleven people. "
            "They kicked in the doors. Jon Kane, his wife Ana and six relatives died.",
            ["Ana, Jon Kane, eleven people, six relatives < Gunmen"],
        ),
        # what the setting says goes before what was told last
        (
            "A missile hit the Palm Hotel in Kano on Friday. A second landed in the village of Wuro, where five people "
            "were injured. Ana Perl died under the rubble of the hotel.",
            ["Ana Perl", " + five people"],
        ),
    ],
)
def test_told_over_several_sentences(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # nobody is killed by those on whose side he fights
        (
            "Troops killed twenty rebels near Kano on Friday. Three soldiers were also killed.",
            ["twenty rebels < Troops", "Three soldiers"],
        ),
        (
            "Troops killed twenty rebels near Kano on Friday. Two villagers also died.",
            ["twenty rebels < Troops", "Two villagers"],
        ),
        (
            "Troops stormed the school on Friday. At least 320 hostages were killed, officials said.",
            [" < Troops", "At least 320 hostages"],
        ),
        # a word sets it apart
        (
            "Rebels killed a judge in Kano on Friday. Elsewhere, three policemen were wounded.",
            ["judge < Rebels", " + three policemen"],
        ),
        # days lie between
        (
            "Rebels raided the camp on March 1, wounding five men. Omar Haddad was beheaded a week after the raid.",
            [" + five men < Rebels", "Omar Haddad"],
        ),
        # a memory of somebody, not the next thing that happened
        (
            "A bomb killed eight people in Kano on Friday. The mayor, whose brother was killed by rebels, went there.",
            ["eight people", "brother < rebels"],
        ),
    ],
)
def test_told_one_after_the_other(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # of two events the one in the place, of the kind, that is claimed
        (
            "Gunmen killed two people in a bar in Kano on Friday. On Sunday a bomb killed Omar Haddad in Wuro. The "
            "Free Front said that it had carried out the attack on the bar. The Red Band claimed responsibility for "
            "the bombing.",
            ["two people < Free Front, Gunmen", "Omar Haddad < Red Band"],
        ),
        # a death recalled is not today's, nor is what is denied of it
        (
            "Eight people were killed when a bomb exploded in Kano on Friday. Colonel Omar Haddad, who was killed in "
            "an ambush in 2006, had warned of it. The rebels said they had nothing to do with the death of Haddad.",
            ["eight people", "Omar Haddad < rebels"],
        ),
        (
            "A missile killed nine people in Kano on Monday. Rescuers recovered two more bodies on Tuesday, bringing "
            "the toll to 11.",
            ["nine people"],
        ),
        # an act with a doer and a day of its own points back at nothing
        (
            "A bomb killed ten people in Kano on Monday. On Tuesday a detachment of policemen burned the village of "
            "Wuro.",
            ["ten people", " < detachment of policemen"],
        ),
        # claimed is the murder of whom it names, not of whom was found dead before
        (
            "Four young men and a woman were found shot in Kano on Monday. In May the Red Band took credit for the "
            "murder of a deputy, Ramon Arce.",
            ["Four young men, woman", "Ramon Arce < Red Band"],
        ),
        # an event with a day and a place of its own, and the same one again
        (
            "The army says 223 of its men have been killed. Jon Kane, wounded in the shelling of Kano on Thursday, "
            "died. Omar Haddad was hurt in the same attack.",
            ["223 of its men", "Jon Kane + Omar Haddad"],
        ),
        # with a place and victims of its own it is not what snipers did
        (
            "Snipers killed 14 people, a doctor said. State radio said 64 people had died in the air raids on Kano.",
            ["14 people < Snipers", "64 people"],
        ),
        # the weapon told before
        (
            "Nine people were killed when a rocket hit a market in Kano on Friday. The rocket was fired by the Red "
            "Band, investigators said.",
            ["Nine people < Red Band"],
        ),
        ("The worst blast was at the depot, where six drivers died.", ["six drivers"]),
        # the bodies of those who are told to have died, and a body that is nobody's we know
        (
            "A bomb killed eight people in Kano on Friday. Rescuers pulled eight bodies from the rubble.",
            ["eight people"],
        ),
        (
            "A shell hit a block of flats in Kano on Tuesday, killing four people. Firefighters pulled the bodies of a "
            "mother and her son from the rubble.",
            ["four people, her son, mother"],
        ),
        (
            "A bomb killed eleven shoppers in Kano. A policeman died of his wounds in hospital.",
            ["eleven shoppers, policeman"],
        ),
        (
            "Gunmen killed two guards at the mill. Five gunmen were killed. A gunman died of his wounds.",
            ["two guards < gunmen", "five gunmen, gunman"],
        ),
        (
            "Omar Haddad was killed in an explosion in 2006. The body of a man abducted by the group was found.",
            ["Omar Haddad", "man", " < group"],
        ),
        # an age is nobody killed
        (
            "A barman, Jon Kane, 34, and his cousin, Omar Haddad, were shot dead in Kano.",
            ["Jon Kane, Omar Haddad"],
        ),
    ],
)
def test_which_event_is_meant(reader: Reader, text: str, events: list[str]) -> None:
    assert [event.lower() for event in _events(reader, text)] == [event.lower() for event in events]
