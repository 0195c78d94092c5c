"""Who was killed, hurt and taken in the sentences that report them: lists, ranks, names told later, parts of numbers.

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
        # named a sentence later: with ranks, by others, by what their names were given as
        (
            "Three soldiers died in an ambush. The dead were Corporal Ann Hill, 24, Private Owen Lee, 19, and "
            "Private Sam Frost, 20.",
            ["Ann Hill, Owen Lee, Sam Frost"],
        ),
        (
            "A mine killed two soldiers near Basra. The ministry named them as Lance Corporal Ben Ford, 23, and "
            "Private Kyle Reed.",
            ["Ben Ford, Kyle Reed"],
        ),
        (
            "A mine killed two soldiers near Basra. Officers said they were Ben Ford, 23, and Kyle Reed, 20.",
            ["Ben Ford, Kyle Reed"],
        ),
        (
            "Two policemen were shot dead in Srinagar. Their names were given as Mohammad Ashraf and Ghulam Nabi.",
            ["Ghulam Nabi, Mohammad Ashraf"],
        ),
        (
            "Eleven guerrillas and one soldier were killed, a communique said. It named the dead soldier as "
            "Rifleman Peter Botha.",
            ["Eleven guerrillas, Peter Botha"],
        ),
        (
            "Police killed two men in Lahore. They identified the slain men as Asif Butt and Imran Khan.",
            ["Asif Butt, Imran Khan < Police"],
        ),
        (
            "Gunmen shot dead a nurse in Merca on Monday. Sarah Wood had worked there for years. She is survived "
            "by her husband.",
            ["Sarah Wood < Gunmen"],
        ),
        # lists with ranks; surnames that look like verbs; a group's name that means something else
        (
            "Killed were Staff Sgt. Brian Cole, 31, of Ohio, and Pfc. Luis Vega, 20, of Texas.",
            ["Brian Cole, Luis Vega"],
        ),
        (
            "Killed were Sgt. Omar Reyes, Cpl. Dean West and a civilian driver.",
            ["Dean West, Omar Reyes, civilian driver"],
        ),
        ("Governor Hassan Said was killed by a car bomb in Mosul.", ["Hassan Said"]),
        ("Her husband, Col. Dieter Braun, was murdered by the Red Cells in 1978.", ["Dieter Braun < Red Cells"]),
        (
            "The attackers shot dead the guard, Ali Hasan, and wounded his wife Fatima.",
            ["Ali Hasan, guard + Fatima < attackers"],
        ),
        # all three, both: those told before; whoever was found dead and had been shot was killed so
        (
            "Three bodies were found near Kano. All three had been shot. They were identified as Jose Paz, Luis "
            "Paz and Ivan Funes.",
            ["Ivan Funes, Jose Paz, Luis Paz"],
        ),
        ("Two farmers were found dead near Lira. Both had been shot.", ["Two farmers"]),
        ("Three men were abducted near Kano. All three were shot at night.", [" cap Three men", " + Three men"]),
        # whom they led off, not who led them off or tells of it
        (
            "Residents said soldiers took five men from the village. Their bodies were found in a well on Thursday.",
            ["five men"],
        ),
        (
            "Guards called out the names of 40 prisoners at the camp. They were taken away in a bus.",
            [" cap 40 prisoners"],
        ),
        (
            "The judge Kemal Aydin left his house. A motorcyclist fired five shots at him. He died at the scene.",
            ["Kemal Aydin < motorcyclist"],
        ),
        # all but some; of the wounded; prisoners who were shot
        ("All but two of the 30 passengers were killed by rebels.", ["30 passengers < rebels"]),
        ("All but one of the hostages were killed by rebels.", ["hostages < rebels"]),
        ("One of the injured, Maria Lopez, 32, died on Sunday.", ["Maria Lopez"]),
        ("Of the nine wounded, three died on the way to hospital.", ["three"]),
        ("Nineteen of the 20 prisoners were shot by the guards.", ["Nineteen of the 20 prisoners < guards"]),
        # it did not happen
        ("If the bomb had exploded, dozens could have been killed.", []),
        ("Dozens might have died had the bomb gone off.", []),
        (
            "Rebels said they had killed the governor. The governor was shot in the arm, his office said.",
            ["governor < Rebels"],
        ),
        ("Two men tried to kill the general in Asunta but only wounded him.", [" < Two men", " + general < Two men"]),
        # stories and drills; animals; what was still to come
        ("The play tells of a general who kills his brother.", []),
        ("The novel opens with the murder of a priest.", []),
        ("The drill simulated an attack in which 40 people were killed.", []),
        ("The drill ended when a shell killed two recruits.", ["two recruits"]),
        ("Poachers killed two rangers and three elephants in Garamba.", ["two rangers < Poachers"]),
        ("A hostage was to be shot at noon, but the deadline passed.", []),
        ("Nine men were set to be executed on Tuesday.", []),
        ("Omar Said, a reporter, was shot dead on Monday.", ["Omar Said"]),
        # told of with his age and past, named behind a colon, identified as that of somebody
        (
            "A photographer was shot dead by a sniper in Sukhumi. Andrei Lobov had covered wars in four "
            "countries. He was 33.",
            ["Andrei Lobov < sniper"],
        ),
        ("A lawyer was shot dead in Manila on Monday. Benigno Cruz, 41, had defended union leaders.", ["Benigno Cruz"]),
        ("A lawyer was shot dead in Manila on Monday. Benigno Cruz, 41, had heard the shots.", ["lawyer"]),
        (
            "Three people died in a shooting. Police named the victims of the shooting: Karen Lund, 29; Erik "
            "Dahl, 31; and Nils Berg.",
            ["Erik Dahl, Karen Lund, Nils Berg"],
        ),
        (
            "The bodies of two men were found with their throats cut. They were identified by relatives as Paul "
            "Otis and Ben Akua.",
            ["Ben Akua, Paul Otis"],
        ),
        # participles taken for something else; names with a title inside
        ("The slain journalist, Hrant Aslan, edited a weekly.", ["Hrant Aslan"]),
        (
            "Hundreds attended the burial of the three brothers Saeed, Majid and Amir Tavakoli, shot dead on "
            "Tuesday by police.",
            ["Amir Tavakoli, Majid, Saeed < police"],
        ),
        (
            "The Somali journalist Abdisalan Sheikh Hassan was shot on his way home and later died in hospital.",
            ["Abdisalan Sheikh Hassan"],
        ),
        # taken from home; driven into; both; not all of whom died
        (
            "Soldiers took the student leader Marta Rios from her home in 1976 and she was never seen again.",
            [" cap Marta Rios < Soldiers"],
        ),
        ("Aid workers took the children from the village to a hospital.", []),
        ("A suicide bomber rammed a car into a bus. Nine people died.", ["Nine people < suicide bomber"]),
        ("Two youths ran. The soldiers opened fire and killed both.", ["Two youths < soldiers"]),
        ("The regiment lost 12 officers and 230 men killed and wounded.", []),
        # some of the dead by name; the victims set beside their names; a clause taken for somebody's belief
        (
            "Four men were killed in the bar. Three of them, Kevin Dolan, 30, John Dolan, 32, and Peter Quinn, "
            "19, were related.",
            ["Four men, John Dolan, Kevin Dolan, Peter Quinn"],
        ),
        (
            "Six of the family were killed on Sunday: Anselmo Ruiz, 60; his wife Clara, 55; and two grandchildren.",
            ["Anselmo Ruiz, Clara, Six of the family"],
        ),
        ("Six villagers were shot dead. The oldest, Mzee Juma, was 80.", ["Mzee Juma, Six villagers"]),
        ("Two men were killed. The third, Omar Haddad, survived.", ["Two men"]),
        (
            "A soldier and a girl were killed in crossfire in Medellin. Diana Marin, 8, was on her way to school.",
            ["Diana Marin, girl, soldier"],
        ),
        (
            "Gunmen killed Agathe's husband. She survived with her youngest child under a pile of corpses.",
            ["Agathe's husband < Gunmen"],
        ),
        ("Nine people were killed by police: Omar Haddad, a lawyer, told reporters.", ["Nine people < police"]),
        ("The victims, Ana Pop and Ion Radu, were shot dead by rebels.", ["Ana Pop, Ion Radu"]),
        ("The victims, all farmers, were shot dead by rebels.", ["victims < rebels"]),
        ("The victims, two Egyptians and a Greek, were shot by the border police.", [" + victims < border police"]),
        ("A man believed to be Noor Agha was killed in the strike.", ["man"]),
        (
            "The three brothers Saeed, Majid and Amir Tavakoli were shot dead by police.",
            ["Amir Tavakoli, Majid, Saeed < police"],
        ),
        # the third to be killed; taken for who was shot; shot at; whose body it was; what he drove
        ("Maria Lopez was the 12th journalist to be killed in the war.", ["Maria Lopez"]),
        ("Omar Sayed was the only soldier to die in the raid.", ["Omar Sayed"]),
        ("Two teachers were dragged from a bus and shot.", ["Two teachers cap Two teachers"]),
        ("Two teachers were stopped at a roadblock and shot in the head.", [" + Two teachers"]),
        ("The two were shot at but escaped.", []),
        ("The army took the life of yet another student in Curapata.", ["another student < army"]),
        ("The body of a woman was found in a well. The body was that of Maria Lopez, 33.", ["Maria Lopez"]),
        ("A farmer, John Bell, 61, died when his Land-Rover set off a mine.", ["John Bell"]),
        (
            "Two guards were shot dead by two gunmen. They were named as Omar Haddad and Ali Reza.",
            ["Ali Reza, Omar Haddad < two gunmen"],
        ),
        # who killed is not whom he killed; who speaks is not the one who was killed
        ("Police killed the man who had killed Omar Haddad.", ["man < Police", "Omar Haddad < man"]),
        ("The man suspected of killing Omar Haddad was shot dead.", ["Omar Haddad < man", "man"]),
        ("The lawyer for the family of Omar Haddad, who was killed in May, said so.", ["Omar Haddad"]),
        ("Ali Reza, the father of Omar Haddad, who was killed in May, said so.", ["Omar Haddad"]),
        ("The editor, who was shot dead on Monday, had said that he was being followed.", ["editor"]),
        # what only compares numbers; people who were shot, not shots
        ("More people were killed in May than in April.", []),
        ("An average of three people a day are killed.", []),
        ("Two more soldiers were killed on Monday.", ["Two more soldiers"]),
        (
            "Police fired on marchers. Among those shot were the poet Viktor Havel and his sister.",
            [" + Viktor Havel, his sister < Police"],
        ),
    ],
)
def test_who_the_victims_are(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events
