"""Who is told to have done it in sentences of wire reports, and who is not. Read with the bundled model.

Whom a source only holds to have done it stands with ``?`` behind.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document
from tests.extract.told import parts_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_ISSUED = date(2014, 8, 13)


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _doers(reader: Reader, text: str) -> set[str]:
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)), denials=False, hedges=True)
    sure = {label for parts in told for label in parts.get("PERPETRATOR", ())}
    return sure | {f"{label}?" for parts in told for label in parts.get("PERPETRATOR?", ())}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        # a participle before those who did it
        ("Judge Amina Bello was shot to death by hired assassins in Kano.", {"hired assassins"}),
        ("Two judges were murdered by hired gunmen on a motorcycle.", {"hired gunmen"}),
        # of a group that did it, who speaks for it
        ("How could I welcome the envoy of a regime that killed Bishop Omar Bello?", {"regime"}),
        ("The leader of the militia that killed the bishop is in Kano.", {"militia"}),
        # those who did it, and who they were
        ("Those who killed Omar Bello are soldiers of the Blue Battalion.", {"Blue Battalion"}),
        ("The persons responsible for the killing of the nuns are members of the army.", {"army"}),
        ("Police named General Bello as the man responsible for the murder of the six priests.", {"Bello?"}),
        ("The soldiers were named as the persons responsible for the murder of six priests.", {"soldiers?"}),
        # who is held to have done it
        ("The president is seen as responsible for the murder of six priests.", {"president?"}),
        ("The bishop described the soldiers as responsible for the murder of six priests.", {"soldiers?"}),
        (
            "The minister did not rule out soldiers as having been responsible for the murder of six priests.",
            {"soldiers?"},
        ),
        # who may have had a part in it
        ("Police said that rebels could be involved in the attack that killed four soldiers.", {"rebels?"}),
        ("The army may have taken part in the massacre of 40 villagers.", {"army?"}),
        ("Soldiers must have been complicit in the murder of the bishop.", {"Soldiers?"}),
        # who ought to admit it has not
        ("The rebels should admit that they killed the mayor.", {"rebels?"}),
        ("He said that the army should acknowledge that it killed the students.", {"army?"}),
        ("The regime must take responsibility for the murder of the monks.", {"regime?"}),
        ("The militia has to admit that it shelled the market, the mother said.", {"militia?"}),
        # who is held to answer for it, and not those whom he led
        (
            "The family holds Colonel Musa Bello, who commanded the Blue Brigade, responsible for the raid that killed "
            "two people.",
            {"Musa Bello?"},
        ),
        # whose press office it is
        (
            "The Armed Forces Press Committee said that rebels had fled. On Friday the Armed Forces shelled a camp, "
            "killing five refugees.",
            {"Armed Forces"},
        ),
        ("The Red Front -- which had left the town in May -- killed two policemen in Kano.", {"Red Front"}),
        # who downs tools attacks nobody
        ("A union leader has asked the workers to stage a strike on 1 November.", set()),
        ("Teachers staged a strike in Lagos on Monday.", set()),
        ("Miners began a strike in Donetsk.", set()),
        ("Three policemen die in Kano ambush; teachers strike over killing of colleague", set()),
        ("Rebels struck in Kano, killing two people.", {"Rebels"}),
        # what somebody calls those who may be the dead
        ("Soldiers shot dead two men in Kano. The army described them as terrorists.", {"Soldiers"}),
        ("The president launched a strike on the port on Friday.", {"president"}),
        # what others do at large is no account of a deed told before
        (
            "Rebels killed three people near Jos on Monday. Nothing is known of the results of operations conducted "
            "by 5th Brigade troops in Kano.",
            {"Rebels"},
        ),
        ("He said that 143 soldiers were killed. The army is carrying out combing operations in Kano.", set()),
        (
            "The union denounced the murder of a professor. It also denounced the offensive launched by the armed "
            "forces in rural areas.",
            set(),
        ),
        ("Omar Hadi was murdered in Jos. The mafia is responsible for all the crimes in the country.", set()),
        ("Omar Hadi was murdered in Jos. The town is beset by a wave of violence unleashed by the cartels.", set()),
        ("We remember the murder of Omar Hadi. His immunity does not preclude the crimes of the president.", set()),
        ("The bishop recalled the murder of Omar Hadi. People expect officers to be more responsible.", set()),
        ("Three priests were murdered in Kano. These crimes were committed by the army.", {"army"}),
        (
            "A raid killed nine people on Monday. The operation was conducted by 5th Brigade troops.",
            {"5th Brigade troops"},
        ),
        # what somebody else calls it
        ("The army launched what witnesses described as a massive raid on the town, killing four.", {"army"}),
        ("Rebels staged what officials called an ambush near Kano, killing two soldiers.", {"Rebels"}),
        (
            "Three men were killed when the army carried out what the command described as a strike in Kano.",
            {"army"},
        ),
        # what is asked or supposed is not told
        ("Three priests were murdered in Kano. Do you believe that the army is responsible?", set()),
        ('Three priests were murdered in Kano. "Do you think that the army did it?" a reporter asked.', set()),
        ("If the president says that rebels killed ten farmers, nobody will believe him.", set()),
        ("Unless the army admits that it killed the priests, the talks will fail.", set()),
        ("The talks will not resume until the army admits that it killed the priests.", set()),
        ("She waited until police said that rebels had killed nine people.", {"rebels"}),
        # how it was done, and how often
        ("Two brothers were taken by force from their homes before they were killed.", set()),
        ("The men were taken away by force by soldiers and later shot.", {"soldiers"}),
        ("Nine people were killed in Kano. Political assassination by the police is a constant practice.", set()),
        # on whom the blame is laid
        ("The army is to blame for the murder of three priests, the bishop said.", {"army?"}),
        ("The bishop said the president was to blame for the killing of three priests.", {"president?"}),
        ("Three priests were murdered in Kano. The army is to blame for the crime, the bishop said.", {"army?"}),
        ("The army was not to blame for the murder of three priests, the minister said.", set()),
        ("Police put the blame for the murder of three priests on the army.", {"army?"}),
        ("The ministry placed the blame on the Red Front for the murder of the mayor.", {"Red Front?"}),
        ("The army laid the blame for the bombing of the market on rebels.", {"rebels?"}),
        ("The Red Front took the blame for the killing of two policemen.", {"Red Front"}),
        # who claims it for others
        (
            "Gunmen killed nine people in Kano on Monday. An alleged spokesman for the Blue Front claimed "
            "responsibility for the attack.",
            {"Gunmen", "Blue Front"},
        ),
        # whom somebody helped
        ("The ruling party supported the Blue Squad in carrying out the murder of Omar Bello.", {"Blue Squad"}),
        # for whom somebody acted who is dead, and whose doctor he had been
        (
            "Omar Bello shot at the minister. Police shot Bello dead. Bello was a member of the Red Front.",
            {"Omar Bello", "Red Front", "Police"},
        ),
        # other words for it
        ("The gunman ended the life of Omar Bello.", {"gunman"}),
        ("Rebels activated a car bomb when the convoy passed.", {"Rebels"}),
        ("The army admitted that the strike on the hospital was a mistake.", {"army"}),
    ],
)
def test_who_did_it_is_read(reader: Reader, text: str, doers: set[str]) -> None:
    assert _doers(reader, text) == doers


@pytest.mark.parametrize(
    "text",
    [
        # who tells somebody of it
        "Omar Bello was informed of the attack in Kano by his aides.",
        "The court was told of the murder of Omar Bello by a witness.",
        # who is not blamed
        "The judge declined to blame any group for the murder of the nuns.",
        "The president refused to blame the rebels for the murder of Omar Bello.",
        "The general stopped short of accusing the rebels of the attack in Kano.",
        # who is asked to own up to it
        "They asked the president to accept responsibility for the murder of six priests in Kano.",
        "The letter urges the Malian government to assume its responsibility in the attack on Kura.",
        # who is helpless, on strike or was harmed
        "The hospital cared for orphan children in Kano. They murdered a soldier there.",
        "The state has failed to collect taxes because of the strike by the tax collectors.",
        "The crimes have led to protests and strikes by judges and court officials in Kano.",
        # with words only
        "Admiral Omar Bello, former commander of the navy, today harshly attacked President Musa Sani in Kano.",
        "In a speech in Kano the minister attacked General Bello.",
        # whose doctor somebody was who was hanged
        "Omar Bello tried to poison the queen. He was hanged in 1594. Bello had been the doctor of Musa Sani.",
        # who judges it
        "The acting president admitted that the car bomb attack in Kano is the most serious in its history.",
        "Those who killed Omar Bello are cowards.",
        "The people who killed Omar Bello are heroes to some.",
    ],
)
def test_nobody_did_it(reader: Reader, text: str) -> None:
    assert _doers(reader, text) == set()


def _dead(reader: Reader, text: str) -> list[tuple[set[str], set[str]]]:
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)), denials=False)
    return [(p["FATAL_VICTIM"], p.get("PERPETRATOR", set())) for p in told if "FATAL_VICTIM" in p]


@pytest.mark.parametrize(
    ("text", "dead", "doers"),
    [
        # murders and those who are said to be murdered in them
        (
            "The army condemned the treacherous murder committed by guerrillas against Omar Bello, a rector.",
            {"Omar Bello"},
            {"guerrillas"},
        ),
        ("The murder of the priests Omar Bello and Musa Sani was condemned.", {"Omar Bello", "Musa Sani"}, set()),
        ("The murder of Omar Bello together with his wife was condemned.", {"Omar Bello", "his wife"}, set()),
        ("The murder of Blue Union (BU) candidate Omar Bello led to protests in Kano.", {"Omar Bello"}, set()),
        # what stands between a verb and whom it was done to
        (
            "Rebels entered the hospital in Kano and murdered, at gunpoint, a soldier who was receiving care.",
            {"soldier"},
            {"Rebels"},
        ),
        ("A gang of kidnappers, apparently rebels, killed farmer Juan Ruiz.", {"Juan Ruiz"}, {"gang of kidnappers"}),
        ("Four men, apparently rebels, murdered farmer Juan Ruiz in Kano.", {"Juan Ruiz"}, {"Four men"}),
        # one person with several callings
        (
            "Death squads have murdered Omar Bello, a priest, teacher and social fighter, along with seven nuns.",
            {"Omar Bello", "seven nuns"},
            {"Death squads"},
        ),
        # who died of what was done to him
        ("Gunmen opened fire on Omar Bello, who died instantly.", {"Omar Bello"}, {"Gunmen"}),
        ("Gunmen fired at the mayor, who was killed on the spot.", {"mayor"}, {"Gunmen"}),
        ("Two men on a motorcycle shot at Omar Bello, who died a few hours later.", {"Omar Bello"}, {"Two men"}),
        # what left somebody dead
        (
            "The gunmen who perpetrated an attack in Kano today that left 31 people dead deserve no mercy.",
            {"31 people"},
            {"gunmen"},
        ),
        ("The strafing of the camp left five people dead.", {"five people"}, set()),
        ("Omar Bello was riddled with bullets in front of his house.", {"Omar Bello"}, set()),
        # relative clauses behind a name
        (
            "The measure affects the head of the Blue Union, who replaced Omar Bello, who was assassinated last month.",
            {"Omar Bello"},
            set(),
        ),
        (
            "There was an exchange of gunfire at Kura, near the border, which left two persons dead and one missing.",
            {"two persons"},
            set(),
        ),
        # by whom, with the name of a group in quotes
        ("Sixteen peasants died in an attack by a Red Path column.", {"Sixteen peasants"}, {"Red Path column"}),
        ('"Shining Path" rebels killed sixteen peasants in Kura.', {"sixteen peasants"}, {'Shining Path" rebels'}),
        ("One of the six priests murdered on 16 November, Omar Bello, had founded the school.", {"six priests"}, set()),
    ],
)
def test_who_died_by_whom(reader: Reader, text: str, dead: set[str], doers: set[str]) -> None:
    assert _dead(reader, text) == [(dead, doers)]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen shot at Omar Bello, who died in 2012.", [({"Omar Bello"}, set())]),
        ("Gunmen fired at Omar Bello, whose brother died last year.", []),
        ("Gunmen killed Omar Bello, a lawyer, and a policeman.", [({"Omar Bello", "policeman"}, {"Gunmen"})]),
    ],
)
def test_others_died_otherwise(reader: Reader, text: str, dead: list[tuple[set[str], set[str]]]) -> None:
    assert _dead(reader, text) == dead


def test_whoever_is_held_was_not_held_on_the_day_of_the_deed(reader: Reader) -> None:
    text = "Ten soldiers were arrested in the last few hours over the murder of six priests on 16 July."
    told = parts_told(reader.read(Document("text", text, "0", issued=_ISSUED)))
    days = {victim: parts["TIME"] for parts in told for victim in parts.get("FATAL_VICTIM", ())}
    assert days == {"six priests": {"2014-07-16"}}
    assert all("2014-07-16" not in parts.get("TIME", ()) for parts in told if "CAPTIVE" in parts)


@pytest.mark.parametrize(
    ("blame", "doers"),
    [
        ("The opposition blamed the government for the violence in the country.", set()),
        ("The president blamed foreign powers for this situation.", set()),
        ("The governor held the military responsible for the deteriorating situation.", set()),
        ("Separatists are blamed for most of the violence in the region.", set()),
        ("Separatists are blamed for recent attacks in the region.", set()),
        ("The army blamed separatists for the attack.", {"separatists?"}),
        ("The governor held the military responsible for the attack.", {"military?"}),
        ("The army blamed separatists.", {"separatists?"}),
    ],
)
def test_blame_for_a_state_of_things_is_for_no_deed(reader: Reader, blame: str, doers: set[str]) -> None:
    assert _doers(reader, f"A teacher was shot dead in Yala on Monday. {blame}") == doers


def test_groups_are_not_the_men_told_of(reader: Reader) -> None:
    text = "Gunmen killed a judge in Medellin. Prosecutors said the cartels were behind the attack."
    assert _doers(reader, text) == {"Gunmen", "cartels"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Two soldiers were arrested over the death of Omar Bello.", {"Two soldiers?"}),
        ("Two men were arrested over the death of Omar Bello, who was stabbed in Kano on Monday.", {"Two men?"}),
        ("Two men were questioned after the death of Omar Bello, who was stabbed in Kano.", set()),
    ],
)
def test_who_is_held_over_a_death(reader: Reader, text: str, doers: set[str]) -> None:
    assert _doers(reader, text) == doers
