"""By whose hand each of several people died: no death is laid at the door of those who did another deed.

Each text is written with what it tells of its events: ``killed + wounded cap captured < perpetrators``.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import harm_told

pytestmark = pytest.mark.model

TEXTS = [
    # a battle is where somebody fell, and not the death told before
    (
        "Two youths shot dead two sergeants in Nicosia this morning. In the hills a patrol killed a guerrilla. A "
        "marine was killed by one of his own comrades during the encounter.",
        ["two sergeants < Two youths", "guerrilla < patrol", "marine < one of his own comrades"],
    ),
    (
        "The minister said that 24 Belgians had been massacred by the rebels before the paratroopers landed. Two "
        "paratroopers were killed in the operation.",
        ["24 Belgians < rebels", "Two paratroopers"],
    ),
    (
        "Two Americans were killed at Paulis. The mercenaries killed about 30 rebels in the fight for the mission.",
        ["Two Americans", "about 30 rebels < mercenaries"],
    ),
    (
        "The rebels fired at the mission. The mercenaries killed 30 rebels in the fight.",
        [" < rebels", "30 rebels < mercenaries"],
    ),
    ("The rebels attacked the mission. Nine soldiers were killed in the fighting.", ["Nine soldiers < rebels"]),
    # who is called after what he did is not whom he did it to
    (
        "A grenade tossed at the post killed Private Omar Bello. The man who threw it was gunned down by sentries.",
        ["Omar Bello", "man < sentries"],
    ),
    (
        "A judge was murdered in Kano on Monday. The man who killed him was shot dead by police.",
        ["judge < man", "man < police"],
    ),
    # one more beside the one just told, and none beside those before
    (
        "The two clerks were hanged last month. A patrol surprised four armed men. One guerrilla was killed and "
        "another captured.",
        ["two clerks", "One guerrilla cap another"],
    ),
    ("A bomb killed a guard. Ten others were wounded.", ["guard + Ten others"]),
    # one man harmed twice, by others each time
    ("Police shot a man who had been stabbed by a nurse.", [" + man < Police", " + man < nurse"]),
    # hostages who die as somebody storms the place: it may have been either side
    ("Two hostages were killed when commandos stormed the plane in Kano.", ["Two hostages", " < commandos"]),
    ("One of the hostages was killed when police stormed the house.", ["One of the hostages", " < police"]),
    ("Two hostages were killed when militants stormed the hotel.", ["Two hostages < militants"]),
    # the dead of the other side of a fight
    (
        "Troops killed nine militants in a gunfight in Kano that also left four soldiers dead.",
        ["nine militants < Troops", "four soldiers"],
    ),
    (
        "Rebels killed nine soldiers in an attack in Kano that also left four civilians dead.",
        ["four civilians, nine soldiers < Rebels"],
    ),
    # "they" are those to whom something is done for what they did
    ("The army has hunted the rebels since they killed two loggers.", ["two loggers < rebels"]),
    (
        "The military stepped up its offensive against the bandits since they beheaded two loggers whom they had held.",
        ["two loggers < bandits"],
    ),
    ("The army said that it had met the rebels before they killed two loggers.", ["two loggers < army"]),
    # nobody who was said to follow a peaceful trade is taken for a killer
    (
        "Four of the victims were killed in Kano. The three others were charcoal makers. “They cut off the head of "
        "Pastor Ernesto Bello,” a teacher said.",
        ["Ernesto Bello, Four of the victims"],
    ),
    ("The men were soldiers. They cut off the head of a pastor.", ["pastor < men"]),
    # what is done in return for a deed is not done by those who did it
    (
        "The Front said that the two men had been executed in reprisal for the hanging of two clerks last month.",
        ["two men", "two clerks"],
    ),
    ("Omar Bello was executed for the murder of two clerks.", ["Omar Bello", "two clerks < Omar Bello"]),
    # days lie between those who died and those whose deed is recalled
    (
        "A nurse said that she treated 23 wounded, and that four of them died. Government aircraft had bombed the area "
        "a week earlier.",
        [" < Government"],
    ),
    ("By morning forty people were dead. Troops had carried out the killings.", ["forty people < Troops"]),
    # how they were killed, and nobody
    ("Rebels seized nine villagers and killed them one after another.", ["nine villagers cap nine villagers < Rebels"]),
    # blame that is laid, and a try at laying it
    (
        "The militants shot 100 villagers. The Government laid the responsibility for the crime on the Islamic Front.",
        [" + 100 villagers < Islamic Front, militants"],
    ),
    (
        "The army tried to blame mid-level officers for the massacre of nine peasants.",
        ["nine peasants < mid-level officers"],
    ),
    (
        "The army tried to win time and to put the blame for the massacre of nine peasants on mid-level officers.",
        ["nine peasants < mid-level officers"],
    ),
    ("The army tried to kill nine peasants.", [" < army"]),
    # who acts, where the parser made it a part of the verb; and by words of older wars
    ("Police bayoneted three students.", [" + three students < Police"]),
    ("The mob clubbed a policeman to death.", ["policeman < mob"]),
    ("A police marksman shot dead a gunman.", ["gunman < police marksman"]),
    ("The schoolmaster was run through with a lance by a trooper.", [" + schoolmaster < trooper"]),
    ("Two soldiers fell on the field of honour near Kano.", ["Two soldiers"]),
    # who led the assault on the place killed nobody whom his captors killed there
    (
        "The captive, Corporal Omar Bello, was shot dead by his kidnappers before the troops could reach him. Captain "
        "Ali Sani, who led the assault, was cut down at the door.",
        ["Omar Bello < his kidnappers", " < Ali Sani", "Ali Sani"],
    ),
    # the enemy is on the other side of whoever acts
    (
        "Our comrades ambushed a company of soldiers near Kano. Fifteen of the enemy were killed.",
        ["Fifteen of the enemy < Our comrades"],
    ),
    # he alone escaped, of what is told next
    (
        "Planes machine-gunned a guerrilla column. An observer, Colonel Omar Bello, narrowly escaped death when his "
        "jeep struck a mine. His driver was killed.",
        [" + guerrilla column", "His driver"],
    ),
    # people who were convicted before they died
    (
        "Five men were executed yesterday. They had been found guilty of the murder of a gendarme in 1944.",
        ["Five men", "gendarme < Five men"],
    ),
    # nobody in particular, and nothing done yet
    ('A note left there read: "You kill the innocent, we kill the innocent."', []),
    ("The rebels were going to kill the mayor.", [" < rebels"]),
    ("Police arrested two men wanted for the murder of a judge.", [" cap two men < Police", "judge"]),
    # who is asked after is nobody known
    ("It was not clear which militia had shot the two soldiers.", [" + two soldiers"]),
    # whom a comma sets beside those who did it, and who died himself; and others who died elsewhere
    (
        "As a result of the shelling of the district by rebels, a civilian, Omar Bello, was killed.",
        ["Omar Bello < rebels"],
    ),
    (
        "A civilian, Omar Bello, was killed by rebels in Jos. Witnesses said that army drones had hit a bus in Kano, "
        "killing a civilian.",
        ["Omar Bello < rebels", "civilian < army"],
    ),
    ("The rebels then raked the carriages with fire. Four constables were killed.", ["Four constables < rebels"]),
    # the clauses of a headline, and its verbs
    ("Students protest killing of colleague; police kill two", ["colleague", "two < police"]),
    ("Troops kill nine rebels after ambush leaves four dead", ["nine rebels < Troops", "four dead"]),
    ("Gunmen slay judge in Jos, wound two", ["judge + two < Gunmen"]),
    (
        "Monk slain in Kano\n\nKANO: Two suspected insurgents on a motorcycle shot dead a monk and a novice as they "
        "collected alms yesterday morning, police said.",
        ["Monk, monk, novice < Two suspected insurgents"],
    ),
    # who drowns whom, and who drowns
    (
        "Members of the association bayoneted her sister and drowned her father.",
        ["her father + her sister < Members of the association"],
    ),
    ("Nineteen men were drowned when the boat sank.", []),
    # "he" to whom it is done is he who was told of, not who told it
    (
        "The minister said that a gunman had been arrested. He was later shot dead by guards.",
        [" cap gunman", "gunman < guards"],
    ),
    # people told one by one are none of those named before
    (
        "Two burghers, Omar Koek and Piet Nel, were tried as traitors and shot.\n\nA train was blown up by a mine on "
        "Tuesday. The driver, the stoker and three soldiers were killed.",
        [" + Omar Koek, Piet Nel", "driver, stoker, three soldiers"],
    ),
    # who took them for others killed them
    (
        "Nine peasants were killed when a military patrol mistook them for guerrillas.",
        ["Nine peasants < military patrol"],
    ),
    ("The minister mistook the envoy for a general.", []),
    # a man without a name and a chief with one, who died of something else
    (
        "Captain Omar Bello was killed by one of his own men, a former rebel. The man was lynched by other soldiers. A "
        "chief, Ali Sani, died when his vehicle hit a mine.",
        ["Omar Bello < one of his own men", "one of his own men < other soldiers", "Ali Sani"],
    ),
    (
        "Captain Omar Bello was killed by one of his own men, a former rebel. The man was lynched by other soldiers. "
        "Another chief, Ali Sani, was executed with six of his followers by an army patrol.",
        [
            "Omar Bello < one of his own men",
            "one of his own men < other soldiers",
            "Ali Sani, six of his followers < army patrol",
        ],
    ),
    (
        "Shells fired by rebels fell on Kano on Monday, and Omar Bello and his sister were hurt. The town was quiet "
        "today. Shops were open, and people who had fled to the hills came back to their houses with their goats and "
        "their bedding, while men of the Red Crescent went from door to door to ask who was missing, and wrote it down "
        "in a green book. The rebels said that army drones had struck a bus in Jos, killing a civilian. A case was "
        "opened over the murder of Omar Bello.",
        ["Omar Bello + his sister < rebels", "civilian < army"],
    ),
    # "him" is whom the clause before spoke of, and not who spoke before
    (
        "A spokesman, Omar Bello, said that five people had been killed by students. A crowd stormed the house of an "
        "official, Ali Sani, and beat him to death.",
        ["five people < students", "Ali Sani < crowd"],
    ),
    # how those were killed who were told killed
    (
        "Marines killed 23 civilians on the wharf. They were strangled with ropes.",
        ["23 civilians < Marines"],
    ),
    (
        "Gunmen killed two judges. They were shot dead by police on Friday.",
        ["two judges < Gunmen", "Gunmen < police"],
    ),
    # the dead of one sentence kill nobody in another
    (
        "Two rebels were killed by villagers who caught them stealing. In 1997 the rebels killed 25 soldiers.",
        ["Two rebels < villagers", "25 soldiers < rebels"],
    ),
    ("He said that he had seen a sergeant strike the prisoner.", [" < sergeant"]),
    # who dies with whom
    ("Omar Bello was shot dead with two of his guards by gunmen.", ["Omar Bello, two of his guards < gunmen"]),
    ("Omar Bello was killed with the help of two guards.", ["Omar Bello"]),
    ("In Kano police shot and critically injured a student.", [" + student < police"]),
]

#: Who the dead are, told behind: "the deceased were", "the men, A and B, were".
NAMED = [
    (
        "Four men were shot dead by gunmen on Thursday. The deceased were identified as Omar Bello, his son Ali Bello, "
        "Musa Sani and Karim Odeh.",
        ["Ali Bello, Karim Odeh, Musa Sani, Omar Bello < gunmen"],
    ),
    ("The brother of the deceased said that gunmen had shot a trader dead.", ["trader < gunmen"]),
    (
        "Rebels executed two men accused of spying. Their families said that the men, Adam Jumaa and Musa Tia, were "
        "traders.",
        ["Adam Jumaa, Musa Tia < Rebels"],
    ),
    (
        "The militia rounded up nine men in Jos. In February rebels executed two men. The men, Adam Jumaa and Musa "
        "Tia, were traders.",
        [" cap nine men < militia", "Adam Jumaa, Musa Tia < rebels"],
    ),
    ("Soldiers killed nine rebels. The rebels killed a policeman.", ["nine rebels < Soldiers", "policeman < rebels"]),
]


@pytest.mark.parametrize(("text", "told"), [*TEXTS, *NAMED])
def test_by_whose_hand(reader: Reader, text: str, told: list[str]) -> None:
    assert harm_told(reader, text) == told
