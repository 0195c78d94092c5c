"""Who exactly the dead, wounded and taken are, over sentences: named later, listed, meant by a pronoun.

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
        # named in the next sentence
        (
            "A radio reporter and a cameraman were shot dead in Karachi on Saturday, police said. Saleem Khan, 41, and "
            "Adil Baig, 27, worked for a private channel.",
            ["Adil Baig, Saleem Khan"],
        ),
        (
            "A reporter and her cameraman were killed near Goma on Tuesday. Helen Marsh and Didier Kola were driving "
            "back from a village when gunmen opened fire.",
            ["Didier Kola, Helen Marsh < gunmen"],
        ),
        (
            "Three students were abducted near Hebron. They were Eyal Levi, Gilad Cohen and Naftali Katz.",
            [" cap Eyal Levi, Gilad Cohen, Naftali Katz"],
        ),
        (
            "Two soldiers and a policeman were shot dead in Bilbao. They were named as Jose Gil, Pedro Paz and Luis "
            "Mora.",
            ["Jose Gil, Luis Mora, Pedro Paz"],
        ),
        (
            "Two soldiers were shot dead in Bilbao. Police named the victims as Jose Gil, 20, and Pedro Paz, 31.",
            ["Jose Gil, Pedro Paz"],
        ),
        ("Three people died in the shooting. They include Jose Gil, a grocer.", ["Jose Gil, Three people"]),
        (
            "The shelling killed six people on Sunday. Another, Amra Hodzic, was queuing for water.",
            ["Amra Hodzic, six people"],
        ),
        (
            "A bomb killed two people in Derry. Sean Kelly, 19, died instantly. Mary Boyle, 40, died in hospital.",
            ["Mary Boyle, Sean Kelly, two people"],
        ),
        # who was named once, and what he had said while he lived
        ("Gunmen killed Adam Bell, who had accused them of theft.", ["Adam Bell < Gunmen"]),
        ("Gunmen killed Adam Bell and Carl Dorn, who had accused them of theft.", ["Adam Bell, Carl Dorn < Gunmen"]),
        # who leaves a widow
        ("Paul Roe was shot at the door of his house, his widow Rita said.", ["Paul Roe"]),
        # each clause has its own
        (
            "Gunmen killed a mayor in Kano while a bomb killed a judge in Jos.",
            ["mayor < Gunmen", "judge"],
        ),
        (
            "Rebels killed a monk, while the police reported that an attack on a bank in Jos had wounded two guards.",
            ["monk < Rebels", " + two guards"],
        ),
        # some of those described are named in the words for them
        (
            "Rebels murdered four engineers on Sunday. The French engineers were identified as Thomas Pell and Corine "
            "Segu.",
            ["Corine Segu, Thomas Pell, four engineers < Rebels"],
        ),
        # named one by one, then meant by a pronoun
        (
            "Gunmen took Adam Bell and Carl Dorn from their homes and killed them.",
            ["Adam Bell, Carl Dorn cap Adam Bell, Carl Dorn < Gunmen"],
        ),
        (
            "Soldiers arrested Adam Bell and his wife on Friday. They were shot dead in a forest.",
            [" cap Adam Bell, his wife < Soldiers", "Adam Bell, his wife"],
        ),
        ("Rebels stopped a teacher and two nurses and killed them.", ["teacher, two nurses < Rebels"]),
        # some of a number, wherever the parser hangs them
        ("Four soldiers were killed in the blast, including Lieutenant Ali Reza.", ["Ali Reza, Four soldiers"]),
        (
            "The rebels killed nine people, among them Commander Luis Vega, known as Tigre.",
            ["Luis Vega, nine people < rebels"],
        ),
        (
            "Twelve people died when a bomb went off in a pub. Among the dead were two sisters, Jane and Carol Hart.",
            ["Carol Hart, Jane, Twelve people"],
        ),
        (
            "Five people were killed in the raid. One of the men killed was the chief of the militia, Abu Ahmed.",
            ["Abu Ahmed, Five people"],
        ),
        # families and staff are others than whose they are
        (
            "Gunmen killed the mayor, his wife Maria, their two children and a maid.",
            ["Maria, maid, mayor, their two children < Gunmen"],
        ),
        # told behind the verb; without a second auxiliary
        ("The ambush killed a colonel. Also killed was the driver, Hamid Nuri.", ["Hamid Nuri, colonel"]),
        ("A policeman was killed and a woman hurt in Derry.", ["policeman + woman"]),
        ("One man was shot dead and another injured outside a bar in Marseille.", ["One man + another"]),
        # what became of the wounded
        (
            "Bombs hit the market in Tuzla, killing 12 people and wounding 40. Three of the wounded died overnight.",
            ["12 people, Three of the wounded + 40"],
        ),
        (
            "A bomb wounded nine people at a mosque in Basra on Friday. Two of them died this morning.",
            ["Two of them + nine people"],
        ),
        (
            "Guards opened fire on the crowd at the mine. Two strikers, Paul Mwale, 34, and John Banda, 33, were shot. "
            "The two dead were fathers of small children.",
            ["John Banda, Paul Mwale < Guards"],
        ),
        (
            "The patrol was ambushed near Luena. The sergeant was hit in the neck and died before help came. Two "
            "privates were hit in the legs.",
            ["sergeant + Two privates"],
        ),
        # everyone, told behind a comma; lost with what was shot down or sunk
        (
            "The plane was shot down over the Sinai. Everyone on board, 62 passengers and six crew, died.",
            ["62 passengers, six crew"],
        ),
        ("A missile sank the frigate off Falkland Sound. Twenty sailors were lost.", ["Twenty sailors"]),
        # how old somebody was, right after a death
        (
            "Gunmen shot dead a Dutch nun in Harar. She had run a clinic there. Sister Maria Bakker was 61.",
            ["Maria Bakker < Gunmen"],
        ),
        # as many names as were counted, in a second telling
        (
            "Judge Ana Diaz and two of her bodyguards were murdered in Cali. Two of her bodyguards, Diego Rivas and "
            "Alfonso Leon, were killed instantly.",
            ["Alfonso Leon, Ana Diaz, Diego Rivas"],
        ),
        # one of those killed
        ("Omar Diallo, one of the men killed, was a student.", ["Omar Diallo"]),
        ("The governor, one of 12 people killed in the bombing, was buried on Sunday.", ["12 people, governor"]),
        # whose funeral and family it is
        (
            "The funeral of Hector Rivas and his wife, slain on Sunday by hooded men, took place today.",
            ["Hector Rivas, his wife < hooded men"],
        ),
        ("The family of Rachel Green, shot dead by a soldier in Hebron, sued.", ["Rachel Green < soldier"]),
        # a death for which somebody answers
        (
            "Two colonels were arrested over the death of the banker Karl Jung.",
            [" cap Two colonels", "Karl Jung < Two colonels"],
        ),
        ("He was linked to the death of Senator Paul Rivers on 22 March.", ["Paul Rivers"]),
        ("The death of the old king was announced.", []),
        ("Unions condemned the murder on 15 September of Edgar Lopez Palma.", ["Edgar Lopez Palma"]),
        (
            "Police found the bullet-riddled bodies of three men in a van. One was identified as Raj Patel, a lender.",
            ["Raj Patel, three men"],
        ),
        # wounds, and the day of death
        ("A photographer, Luc Moreau, died on Monday after he was hit by a mortar fragment in Homs.", ["Luc Moreau"]),
        # a year counts nobody; that nobody is charged leaves the murder told
        ("In 1982 soldiers killed 200 villagers at Plan Alto.", ["200 villagers < soldiers"]),
        ("No one has been charged with the murder of the three rights workers.", ["three rights workers"]),
        # of another time; lost by those who admit it; hurt by splinters, burns and what was treated
        (
            "A suicide bomber killed 20 people in Jalalabad. The bombing was the worst since March, when 43 "
            "people died at a funeral.",
            ["20 people < suicide bomber"],
        ),
        ("The rebels fought the army near Kura. The rebels admitted the loss of three men.", ["three men"]),
        ("The correspondent was slightly wounded by shrapnel near Bihac.", [" + correspondent"]),
        ("Nine troops suffered burns when a petrol bomb hit their lorry.", [" + Nine troops"]),
        ("Twenty were treated for shrapnel wounds.", [" + Twenty"]),
        # how it was done says that they died
        ("Gunmen dragged 21 men out of the church and shot them one by one.", ["21 men < Gunmen"]),
        ("Four priests were shot by firing squad at dawn.", ["Four priests"]),
        ("The bishop, Juan Gerardi, was beaten to death.", ["Juan Gerardi"]),
        # a bomber apart from whom he killed
        ("The suicide bomber killed herself and four policemen.", ["four policemen < suicide bomber"]),
        (
            "A suicide bomber attacked a checkpoint in Jaffna. Two soldiers and the bomber died.",
            ["Two soldiers, suicide bomber < suicide bomber"],
        ),
        # whose bodies
        (
            "Soldiers took away 14 men from the village of Rabinal. Their bodies were found in a ravine.",
            [" cap 14 men < Soldiers", "14 men"],
        ),
        ("Gunmen stopped a bus and took out seven Sikhs. Their bodies were later found in a field.", ["seven Sikhs"]),
        ("Rescuers took the man away and treated him.", []),
    ],
)
def test_who_the_harmed_are(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # who got away is not the one who died
        (
            "A reporter was killed near Goma. Helen Marsh, 31, was driving behind when gunmen opened fire and escaped "
            "unhurt.",
            ["reporter"],
        ),
        # more names than were counted are others
        ("Two soldiers were shot dead in Bilbao. They include Jose Gil, Pedro Paz and Luis Mora.", ["Two soldiers"]),
    ],
)
def test_who_is_not_among_them(reader: Reader, text: str, events: list[str]) -> None:
    assert [event.split(" < ")[0] for event in harm_told(reader, text)][:1] == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # an aircraft kills nobody
        ("Air India Flight 182 exploded off Ireland, killing all 329 people aboard.", ["all 329 people"]),
        ("Malaysia Airlines Flight MH17 was shot down by a missile, killing 298 people.", ["298 people"]),
        # shot by order of a court, or of an officer
        (
            "Three leaders of the rising were shot this morning. They had been tried and sentenced to death.",
            ["Three leaders of the rising"],
        ),
        ("Jon Kane was shot without trial at Portobello barracks.", ["Jon Kane"]),
        ("Nine villagers were shot as hostages by German troops.", ["Nine villagers < German troops"]),
        ("All 173 men of the village were shot on June 10.", ["All 173 men of the village"]),
        ("All the men were shot in the leg.", [" + All the men"]),
        # who is somebody's cook is no other word for him
        (
            "Six Jesuit priests, their cook and her daughter were murdered.",
            ["Six Jesuit priests, her daughter, their cook"],
        ),
        # "his" home is no widow's
        (
            "We spoke to the widow of a member of the party, who was taken from his home by police.",
            [" cap member of the party < police"],
        ),
        # whose he was stands between him and his name
        ("A driver for a newspaper, Jon Kane, was killed by the crowd in Langa.", ["Jon Kane < crowd"]),
        # whom the next of kin say it was done to
        ("Three farmers were killed in Gao. Their wives said rebels had shot them.", ["Three farmers < rebels"]),
        # a list of others than the gunmen told shot last
        (
            "Gunmen stormed a hotel in Bamako, killing 20 people. Two gunmen were killed in the assault.\n\nAmong the "
            "dead were a Belgian official, Jon Kane, and six airline workers.",
            ["20 people, Jon Kane < Gunmen", "Two gunmen"],
        ),
        # who left his office had not left before
        (
            "Gunmen shot dead a minister, Ernest Bello. Witnesses said three men fired on him as he left his office.",
            ["Ernest Bello < Gunmen"],
        ),
    ],
)
def test_who_died_and_of_what(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events
