"""Whom a report tells dead or hurt in words that are not "X was killed": lists, tolls, graves, those aboard.

Events are written as ``told.harm_told`` does.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # nobody lived of so many
        (
            "A transport plane carrying 52 people was shot down by a rebel missile. There were no survivors.",
            ["52 people < rebel"],
        ),
        ("A bomb exploded on a bus in Lahore. There were no survivors among the 40 passengers.", ["40 passengers"]),
        ("A bomb exploded on a bus in Lahore. Survivors told of a flash.", []),
        # lists of the dead, told with a verb of dying or behind a colon
        (
            "A bomb exploded in Kano on Friday. Among those who died were a teacher, Ali Hassan, and his wife.",
            ["Ali Hassan, his wife"],
        ),
        (
            "A car bomb killed 14 citizens. The martyrs were named by Civil Defence as follows: Salim Nasr, 33; Wadad "
            "Khoury, 27; and Hajj Mahmud Shams, 70.",
            ["14 citizens, Mahmud Shams, Salim Nasr, Wadad Khoury"],
        ),
        (
            "Sniper fire along the line claimed three lives: a baker, a schoolgirl and an army sergeant.",
            ["army sergeant, baker, schoolgirl < Sniper"],
        ),
        ("The house fire claimed three lives.", []),
        # numbers apart from those they count
        ("Planes bombed Orrio, and refugees put the dead at over two hundred.", ["over two hundred"]),
        ("The number of people killed in the missile strike on the station rose to 44.", ["44"]),
        ("The radio spoke of 12 killed and 30 wounded in the bombing of Orrio.", ["12 + 30 wounded"]),
        # graves
        ("Police exhumed the bodies of three men in Husarivka.", ["three men"]),
        ("At least 87 people were buried in a mass grave outside the town.", ["At least 87 people"]),
        (
            "An earthquake, a flood and a landslide struck. Two hundred people were buried in a mass grave.",
            [],
        ),
        # who stands beside a man, not beside what he is called
        (
            "A bomber detonated his vest outside a bank in Kabul. Her interpreter, known only as Hamid, and two bank "
            "guards also perished.",
            ["Hamid, two bank guards < bomber"],
        ),
        # the subjects of two clauses are two people
        (
            "The pilot, Lieutenant Kurt Wandel, was taken prisoner; the observer was killed by peasants.",
            [" cap Kurt Wandel", "observer < peasants"],
        ),
        # who is in the same boat, and what people died of
        (
            "Ian Morrow was killed with an Indian officer, Col. Unni Nair, when their jeep ran over a mine.",
            ["Ian Morrow, Unni Nair"],
        ),
        ("The priest was shot with his two sisters by militiamen.", [" + his two sisters, priest < militiamen"]),
        ("She was killed with a machete.", []),
        ("The captain was killed with rebels closing in.", ["captain"]),
        ("Ten members of the family died when a missile flattened a house.", ["Ten members of the family"]),
        ("Ten members of the family died when a storm flattened a house.", []),
        (
            "A whole family perished in the drone strike: Oleh Putin, 37; his wife Olha Putina, 36; and a neighbour.",
            ["Oleh Putin, Olha Putina"],
        ),
        # whose dead: not those of the state that killed gunmen only
        (
            "Troops shot dead two gunmen. Twenty-six people lost their lives in the siege of the hotel. The foreigners "
            "killed are two Germans and a teacher, Elaine Roy.",
            ["Elaine Roy, Twenty-six people, two Germans", "two gunmen < Troops"],
        ),
        # an archive's dateline is no part of who died
        (
            "PUSAN, Sept. 5.--Forty-one United States soldiers were found shot to death on a hill.",
            ["Forty-one United States soldiers"],
        ),
        # hurt by what one is treated for
        (
            "A bomb exploded in a market. Some 98 people were treated in four hospitals.",
            [" + Some 98 people"],
        ),
        ("A bomb exploded in a market. The bodies were taken to hospital.", []),
        # more words for dying and being hurt; what nobody did to anybody
        ("The captain was cut down by a burst of machine-gun fire.", ["captain"]),
        ("Four seminarians drowned when their boat came under fire.", ["Four seminarians"]),
        ("Gunmen stormed a mall. Ann Bawden, 40, took a bullet in the thigh.", [" + Ann Bawden < Gunmen"]),
        (
            "Rebels drove the villagers into the mountains. Eight people have since died of exposure there.",
            [],
        ),
        # some of those counted, by name
        (
            "Police fired on demonstrators, killing six people. The first to die was a boy of 13, Hector Peters.",
            ["Hector Peters, six people < Police"],
        ),
        (
            "Four other journalists were injured in the bombing, one of them, Abdi Ali, seriously.",
            [" + Abdi Ali, Four other journalists"],
        ),
        # whoever was shot is dead where it is called an execution, unless he was told to be hurt
        (
            "All the men of the village have been shot by the Germans. The radio admitted the executions.",
            ["All the men of the village < Germans"],
        ),
        (
            "Three men were shot and wounded by rebels. The army condemned the killings.",
            [" + Three men < rebels"],
        ),
        # of what an army owns up to its own men did not die
        (
            'A Ugandan soldier was also killed. "Reports that civilians died in our bombing are lies," a Ugandan army '
            "spokesman said.",
            ["Ugandan soldier", " < army"],
        ),
        # whom a second verb or a part of a number hides, and who did it to himself
        ("Residents lynched and set fire to 13 men suspected of belonging to a gang.", ["13 men < Residents"]),
        (
            "Families buried the 148 people, 132 of them pupils, who were slaughtered by gunmen at the school.",
            ["148 people < gunmen"],
        ),
        ("Three officers were shot dead by gunmen. A fourth officer took his own life.", ["Three officers < gunmen"]),
        # as many are named as were described, in other words
        (
            "Two British corporals were shot to death in Belfast. The soldiers were identified by the Army as Derek "
            "Howes, 24, and David Wood, 25.",
            ["David Wood, Derek Howes"],
        ),
        (
            "The rebels killed 17 sailors. They admitted to three of their own dead, whom they named as Lt. Col. Anbu, "
            "Major Kaviyan and Captain Thamil.",
            ["17 sailors < rebels"],
        ),
        # nobody's deed is to carry the wounded
        (
            "The army counted 39 dead and 218 wounded. A corporal was cut down by a burst of fire. A priest and a nun "
            "were shot as they carried the wounded from the cathedral.",
            ["corporal + nun, priest"],
        ),
        (
            "Gunmen shot dead a journalist and his bodyguard on Friday. Anil Nadesan, 50, a correspondent for a daily, "
            "died on the spot.",
            ["Anil Nadesan, his bodyguard < Gunmen"],
        ),
        (
            "Gunmen shot dead a journalist and his bodyguard on Friday. Anil Nadesan, 50, a poet, died of cancer.",
            ["his bodyguard, journalist < Gunmen"],
        ),
        (
            "Seventy-seven doctors, nurses and guards lost their lives when a force ambushed a convoy. Among them "
            "were Dr. Chaim Yassky, director of the hospital, and Professor Leonid Doljansky.",
            ["Chaim Yassky, Leonid Doljansky, Seventy-seven doctors, guards, nurses < force"],
        ),
        # in a quotation "they" who shoot are not those just told dead
        (
            "Gunmen killed seven people in a cafe. Two policemen were also killed. The other victims were a driver and "
            'two cooks. "They shot whoever moved," said Yassin Omar, a waiter.',
            ["Two policemen, driver, seven people, two cooks < Gunmen"],
        ),
    ],
)
def test_whom_a_report_tells_harmed(reader: Reader, text: str, events: list[str]) -> None:
    assert sorted(harm_told(reader, text)) == sorted(events)
