"""Who the dead were, who attacked and where, told a sentence later or in other words than the first time.

Each report is written with what it tells of, event by event: ``killed + wounded < perpetrators @ places``.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import events_told

pytestmark = pytest.mark.model

REPORTS = [
    # named as they are caught in it, whatever they were at, also where somebody else says so
    (
        "A part-time soldier was murdered when gunmen opened fire on his lorry. Corporal Ian Kerr, aged 36, was "
        "delivering goods to a school when two men stepped out from behind a hedge and shot him.",
        ["Ian Kerr < gunmen"],
    ),
    (
        "An air strike killed a commander in the town of Nabatieh. Ali Barakat was in his car when the missile hit.",
        ["Ali Barakat @ Nabatieh"],
    ),
    (
        "A minister was killed in the blast. Interior Minister Jamil Khan was about to board a helicopter when the "
        "bomber struck, police said.",
        ["Jamil Khan < bomber"],
    ),
    (
        "A bodyguard was killed in the attack. Governor Daud Shah was inspecting a road when the bomb exploded but "
        "escaped unhurt.",
        ["bodyguard"],
    ),
    # hit where one dies of it, and by nobody's own hand; not where one lives
    (
        "A teenager was shot dead by soldiers near Jenin. Karim Nasser, 16, was hit in the chest as he threw stones, "
        "medics said.",
        ["Karim Nasser < soldiers @ near Jenin"],
    ),
    (
        "One soldier was killed in Derry. Private Alan Moss, 19, was shot in the arm and is stable in hospital.",
        ["One soldier + Alan Moss @ Derry"],
    ),
    # the dead told before those who killed them
    (
        "By the next morning, 162 people were dead, according to a truth commission. The commission found that a "
        "platoon of the Guatemalan army had carried out the killings.",
        ["162 people < platoon of the Guatemalan army"],
    ),
    # a total and its parts, which are nobody besides, and a headline of which the first sentence tells again
    (
        "At least 35 people were killed when rebels triggered a landmine under a bus near Sukma. The director of "
        "police said 20 civilians and 15 policemen had lost their lives.",
        ["15 policemen, 20 civilians, At least 35 people < rebels @ near Sukma"],
    ),
    (
        "A bomb killed 12 people in Kano. Seven soldiers and five rebels died in a clash near Bama.",
        ["12 people @ Kano", "Seven soldiers, five rebels @ near Bama"],
    ),
    (
        "* Incident latest in which civilians have been killed\n\nSANAA, Sept 28 - At least 27 people died on Monday "
        "when an air strike hit a wedding in Yemen, residents said.\n\nTwo missiles hit tents in the village of Al "
        "Wahija.",
        ["At least 27 people, civilians @ Al Wahija, Yemen"],
    ),
    # whoever sets a mine off that kills others
    ("Two soldiers were killed when their jeep triggered a landmine.", ["Two soldiers"]),
    ("Two rebels were killed when they triggered a landmine.", ["Two rebels"]),
    # where a statement was sent to, and what was taken in the battle
    (
        "The Army said in a statement faxed to news agencies in Nairobi that it had repulsed the attack and killed "
        "115 soldiers.",
        ["115 soldiers < Army"],
    ),
    (
        "The army said its forces had liberated the garrison of Torit from the rebels. A spokesman said 340 rebels "
        "were killed in the battle.",
        ["340 rebels @ garrison of Torit"],
    ),
    ("Six villagers abducted from Kabul were found with their throats slit.", ["", "Six villagers"]),
    # told of three times
    (
        "UDR man killed in ambush\n\nA part-time soldier was murdered when gunmen opened fire on his lorry.\n\n"
        "Corporal Ian Kerr, aged 36, was driving home when two men stepped out and shot him.",
        ["Ian Kerr < gunmen"],
    ),
    # two deaths in one list, each with its own circumstances
    (
        "The death follows that of Raul Reyes, killed when Colombian planes bombed his camp in Ecuador, and of the "
        "founder, Manuel Marulanda, who died of a heart attack.",
        ["Raul Reyes < Colombian military @ Ecuador"],
    ),
    # two sides under one headline
    (
        "Burkina Faso army executed 223 civilians\n\nThe Burkina Faso military summarily executed at least 223 "
        "civilians on February 25, a report says. Islamist armed groups carried out attacks across the country, "
        "killing scores of civilians.",
        ["223 civilians < Burkina Faso army, Burkina Faso military", "scores of civilians < Islamist armed groups"],
    ),
    # whom it was done to, not who did it or was killed doing it
    ("The rebels took the farmers to a field. They were shot one by one.", ["farmers"]),
    ("Gunmen stopped the miners. They were lined up and beheaded.", ["miners"]),
    (
        "Two bombers attacked worshippers in Kano. They were killed by guards.",
        [" < Two bombers @ Kano", "Two bombers < guards @ Kano"],
    ),
    (
        "Troops killed 24 fighters in Mannar on Saturday while losing two soldiers.",
        ["24 fighters < Troops @ Mannar", "two soldiers"],
    ),
    # what somebody claimed at other times, and stones that those threw who were attacked
    (
        "Nine soldiers were killed when a suicide bomber rammed into a truck in Bolan. The Baloch Front has claimed "
        "responsibility in the past for attacks in the area, but no group had done so by Monday.",
        ["Nine soldiers < suicide bomber @ Bolan"],
    ),
    (
        "Nine soldiers were killed by a bomb in Bolan. The Baloch Front has claimed responsibility for such attacks.",
        ["Nine soldiers @ Bolan"],
    ),
    (
        'Militiamen killed at least 4,000 Tutsis in the church at Kibeho, a priest said. "On the first day the people '
        'threw stones and drove them back," he said.',
        ["at least 4,000 Tutsis < Militiamen @ Kibeho", " < people @ Kibeho"],
    ),
    # losses of one's own and of the enemy
    ("Our losses were nine martyrs and 22 wounded, the spokesman said.", ["nine martyrs + 22 wounded"]),
    ("Mrs Tista lost her father, two brothers and a sister in the massacre.", ["her father, sister, two brothers"]),
    # who comes under fire or attack is its target; critics fire, too
    ("Father Luis Paz was driving home when his car came under fire from gunmen.", [" < gunmen"]),
    (
        "A patrol came under heavy shelling from the rebels near Kidal. Nine soldiers were killed.",
        ["Nine soldiers < rebels @ near Kidal"],
    ),
    ("The health minister has come under fire. The government came under fire for the handling of the war.", []),
    # no officer's, no air force's
    ("It was the third major attack by the rebels this year. Nine people were killed.", ["Nine people < rebels"]),
    (
        "An unmanned American aircraft fired missiles at a car outside Jilib, killing three men.",
        ["three men < US military @ outside Jilib"],
    ),
    # a town with a direction before its kind, and the town of those who speak from it
    ("Shells killed seven people in the southern Ukrainian city of Kherson.", ["seven people @ Kherson"]),
    ("In Aleppo, doctors said that barrel bombs had killed six people.", ["six people @ Aleppo"]),
    ("In Geneva, the Red Cross said that three of its workers had been killed by a mine.", ["three of its workers"]),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_a_later_sentence_tells_more_of_the_same(reader: Reader, text: str, told: list[str]) -> None:
    assert events_told(reader, text) == told
