"""Who vouches where sides contradict each other: what is only said by one of them is no fact of the report.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from kg.model import Document
from tests.extract.told import Say, claim_text

pytestmark = pytest.mark.model

_CHARGED = "casualties 14/14/- civilians killed, fatalVictim At least 14 villagers"
_BOMB = "A car bomb killed four people in Ajaccio on Friday. "
_NINE = "Nine people were shot dead in Kano on Monday. "

SAID = [
    # who charges it at the end of the sentence
    (
        "At least 14 villagers were hacked to death by militiamen in the hamlet of Oru, "
        "diplomats in the capital charged.",
        {f"Accusation? by diplomats: {_CHARGED}, location Oru, occurred true, perpetrator militiamen"},
    ),
    (
        "At least 14 villagers were hacked to death by militiamen, rebel commander Ali Musa charged here today.",
        {f"Accusation? by Ali Musa: {_CHARGED}, occurred true, perpetrator militiamen"},
    ),
    (
        "KAMPA, Aug 4 (Reuters) - A nurse was murdered by soldiers who had been drinking, the exiled Bishop of "
        "Moroto charged.",
        {"Accusation? by exiled Bishop of Moroto: fatalVictim nurse, occurred true, perpetrator soldiers"},
    ),
    # three officers charged in the murder say nothing
    (
        "Soldiers shot dead a priest in Kano, and three officers were charged.",
        {"Assertion by report: fatalVictim priest, location Kano, occurred true, perpetrator Soldiers"},
    ),
    # whoever stands behind the quotation speaks, whatever the verb, also in the sentence behind the comma
    (
        _NINE + '"Government butchers did this," raged rebel health chief Viktor Kane.',
        {"Assertion by Viktor Kane: occurred true, perpetrator Government butchers"},
    ),
    (
        "Seven people were shot dead in Kano by soldiers, residents said. "
        '"Our forces were not in Kano that night," Army spokesman Omar Saranga said.',
        {"Denial by Omar Saranga (for Army): perpetrator soldiers"},
    ),
    # a group does not speak of itself as the regime: its spokesman is that of who spoke before
    (
        "A drone hit a wedding in Kano. The Front accused government forces of carrying out the strike. "
        "“The regime has bombed civilians,” its spokesman Omar Saranga said.",
        {
            "Accusation? by Front: perpetrator government forces",
            "Assertion by Omar Saranga: occurred true, perpetrator regime, target civilians",
        },
    ),
    # what unnamed others are said to have said
    (
        '"They told us that rebels had murdered the priest," said Mary Anton, a nun.',
        {"Assertion? by Mary Anton: fatalVictim priest, occurred true, perpetrator rebels"},
    ),
    # whose word for it that is
    (
        "Nine people died in what the ministry described as a cowardly attack by the Front.",
        {"Accusation? by ministry: perpetrator Front"},
    ),
    (
        "Nine people died in what was described as a cowardly attack by the Front.",
        {"Accusation? by report: perpetrator Front"},
    ),
    (
        "The bishop condemned the massacre of nine farmers by soldiers in Kano.",
        {
            "Assertion by report: casualties 9/9/9 civilians killed, fatalVictim nine farmers, location Kano, "
            "occurred true, perpetrator soldiers"
        },
    ),
    # marks around the word that vouches
    (
        'Everybody on the island "knows" that Paul Mende was murdered by the Front.',
        {"Assertion? by report: fatalVictim Paul Mende, occurred true, perpetrator Front"},
    ),
    # behind a semicolon something else is said
    (
        "Bomb kills four at prefecture; police dismiss claim",
        {"Assertion by report: casualties 4/4/4 all-people killed, fatalVictim four, occurred true, weapon bomb"},
    ),
    # who it was, in somebody's mouth
    (
        "A shell killed 23 people in Kano. “It was the army,” said Isatu Koroma, 41.",
        {"Accusation? by Isatu Koroma: perpetrator army"},
    ),
    (
        "A shell killed 23 people in Kano. The judge said that all the evidence pointed to the army.",
        {"Accusation? by judge: perpetrator army"},
    ),
    # who denies the one accuses of the other
    (
        "Rebels in Aceh denied that they had killed a teacher and accused Indonesian soldiers of the murder.",
        {"Accusation? by Rebels: perpetrator Indonesian soldiers", "Denial by Rebels: perpetrator Rebels"},
    ),
    # whom it was not
    (
        "The bishop said that the shell which killed 23 people was fired by the rebels and not, as widely believed, by "
        "soldiers.",
        {"Assertion by bishop: occurred true, perpetrator rebels, weapon shell"},
    ),
    # no sentence is a noun: the first of them speaks
    (
        "A bomb killed nine people in Kano. The Front accused government forces of carrying out the attack.",
        {"Accusation? by Front: perpetrator government forces"},
    ),
    # who "allegedly" said it may not have
    (
        "Suhail Malik allegedly confessed that he took part in the massacre of 35 Sikhs in Kano.",
        {
            "ResponsibilityClaim? by Suhail Malik: casualties 35/35/35 all-people killed, fatalVictim 35 Sikhs, "
            "location Kano, occurred true, perpetrator Suhail Malik"
        },
    ),
    # a doer of whom more is told before he acts
    (
        "A death squad run by military intelligence murdered Bishop Felipe Cordova in 1981, a truth commission found, "
        "dismissing the army's claim that guerrillas were to blame.",
        {
            "Assertion by truth commission: fatalVictim Felipe Cordova, occurred true, perpetrator death squad, "
            "time 1981",
            "Denial by truth commission: perpetrator guerrillas",
        },
    ),
    # whose report it is
    (
        "Soldiers shot nine men in Kano, said an inquiry that published its report on Monday. The army declined to "
        "comment. The report also blames rebels for the killing of 41 peasants at Chacalte.",
        {"Accusation? by inquiry: perpetrator rebels"},
    ),
    # nobody was attacked
    (
        "A magistrate's report in 1993 found no evidence of an attack by rebels.",
        {"Doubt? by report: occurred true, perpetrator rebels"},
    ),
]

DENIED = [
    # who has harmed nobody did not do it
    (
        _NINE + 'Musa Bello was tried for it. "I killed nobody," Bello told the court.',
        "Bello",
        "perpetrator Musa Bello",
    ),
    (
        "Soldiers killed 100 civilians in Axum, Amnesty said. Eritrea said its troops had killed nobody in Axum.",
        "Eritrea",
        "perpetrator Eritrea",
    ),
    # what was found of one's own people
    (
        "Eritrean soldiers killed 100 civilians in Axum, Amnesty said. Militiamen killed 200 farmers in Mai Kadra, "
        "it found. Eritrea rejected the findings.",
        "Eritrea",
        "perpetrator Eritrean soldiers",
    ),
    # the claim and no more, where others tell of the dead
    (
        _BOMB + "A caller said the bombing was carried out by the Corsican Army. Police dismissed the claim.",
        "Police",
        "perpetrator Corsican Army",
    ),
    (
        _BOMB + "Police arrested a member of the Front. The Front always denied involvement.",
        "Front",
        "perpetrator Front",
    ),
    (
        "The colonel claimed that 14 soldiers had been killed, a figure Basuki laughed off.",
        "Basuki",
        "casualties 14/14/14 soldiers killed, fatalVictim 14 soldiers",
    ),
    (
        "German planes destroyed Guernica, killing 800 persons, the Basques charged. The town, headquarters said, "
        "had been set on fire by retreating Reds. The German Embassy called the charges a lie.",
        "German Embassy",
        "perpetrator German military",
    ),
    ("Not one shell was fired by the army at the Old Town, General Strugar said.", "Strugar", "perpetrator army"),
    (
        'Soldiers shot nine men in Kano, a nun said. The minister said that allegations of a massacre were "nonsense".',
        "minister",
        "occurred true",
    ),
    # of a headline and of what follows
    (
        "Army says rebels shot hostage in Kano\n\nThe hostage was shot on Monday, the army said. It blamed the "
        "Liberation Front. The rebels rejected the accusation.",
        "rebels",
        "perpetrator rebels",
    ),
    (
        "Rebels charged that marines had beheaded five captured men on Basilan, but the army denied it.",
        "army",
        "occurred true",
    ),
]

_BORA = "Nine detainees were shot dead at Nagaon in 1991 by Inspector Bora, prosecutors said. "

ALIBIS = [
    (_BORA + "Bora said he was in the capital that day.", {"Denial by Bora: perpetrator Bora"}),
    (_BORA + "Bora told the court that he had been in hospital at the time.", {"Denial by Bora: perpetrator Bora"}),
    # who was there, and who is not accused
    (
        "Nine people were killed by police in Kano, residents said. Police said officers were in the area that day.",
        set(),
    ),
    (
        "Rebels shot the mayor of Kano on Monday, police said. He was in the mosque at the time, his brother said.",
        set(),
    ),
]

_AXUM = "Soldiers killed 800 people in Axum, survivors said. "

INFLATED = [
    _AXUM + "The government said the figure was exaggerated.",
    _AXUM + "The government says that figure is grossly inflated.",
    _AXUM + "“That number is a wild exaggeration,” the government said.",
]

NOT_DENIED = [
    # what is denied tells of no event, and no event is near
    "Nine people were killed in Kano, residents said. It rained. The roads were cut. The market was shut. The price of "
    "bread rose. The junta says that the Front works with smugglers. The Front denies this.",
    # what somebody said last tells of no event
    "Gunmen killed a driver in Kano on Monday, police said. The Front said that he was a spy. His family denied it.",
    # another finding, with no event in it, stands between
    "Soldiers killed 100 civilians in Axum, the inquiry said. Hunger was not used as a weapon, it concluded. "
    "Rights groups disputed that finding.",
    "Bandits murdered eleven workers, headquarters said. The foreign press has spread reports that peasants were "
    "ill-used at Liuho. These reports are slander.",
    # it is the teachers' killing that was denied at first
    "Marines beheaded five men on Basilan, rebels said. Last month the rebels admitted that they had killed two "
    "teachers in Lamitan, after first denying it.",
    "Three soldiers were killed by snipers in Kano, the colonel said. The rebels denied breaking the truce.",
]

UNREAL = [
    "It would be political suicide to attack the general, the minister said.",
    "It would have been madness for the rebels to kill a priest.",
    "Had the bomb exploded, hundreds would have died.",
    "The rebels said that their fighters had attacked nobody.",
]


@pytest.mark.parametrize(("text", "claims"), SAID)
def test_who_vouches(say: Say, text: str, claims: set[str]) -> None:
    assert claims <= say(text)


@pytest.mark.parametrize("text", [text for text, claims in SAID if not any("by report" in c for c in claims)])
def test_nothing_of_it_is_a_fact(reader: Reader, text: str) -> None:
    reading = reader.read(Document("text", text, "0"))
    told = [claim_text(reading, claim) for claim in reading.claims]
    assert not any("by report" in claim and "perpetrator" in claim for claim in told)


@pytest.mark.parametrize(("text", "who", "what"), DENIED)
def test_what_is_denied(say: Say, text: str, who: str, what: str) -> None:
    denials = [claim for claim in say(text) if claim.startswith("Denial")]
    assert len(denials) == 1
    assert who in denials[0]
    assert denials[0].endswith(f": {what}")


@pytest.mark.parametrize(("text", "denials"), ALIBIS)
def test_who_was_elsewhere_did_not_do_it(say: Say, text: str, denials: set[str]) -> None:
    assert {claim for claim in say(text) if claim.startswith("Denial")} == denials


@pytest.mark.parametrize("text", INFLATED)
def test_a_number_that_is_too_high_is_denied_alone(say: Say, text: str) -> None:
    assert {c for c in say(text) if c.startswith("Denial")} == {
        "Denial by government: casualties 800/800/800 all-people killed, fatalVictim 800 people"
    }


@pytest.mark.parametrize("text", NOT_DENIED)
def test_what_is_not_denied(say: Say, text: str) -> None:
    assert not any(claim.startswith("Denial") for claim in say(text))


@pytest.mark.parametrize("text", UNREAL)
def test_what_would_have_been(say: Say, text: str) -> None:
    assert say(text) == set()


def test_who_rejects_a_report_did_not_make_it(say: Say) -> None:
    text = (
        "A Taliban spokesman rejected the report that Omar Bello was dead. A drone strike hit a vehicle in Miranshah, "
        "security sources said. The strike killed four people, said the report."
    )
    assert not any("by Taliban spokesman" in claim and "4/4/4" in claim for claim in say(text))


def test_civilians_are_not_those_who_killed(say: Say) -> None:
    text = (
        "The army said it had killed five rebels responsible for the massacre in an encounter at Kano. Villagers "
        "insisted that the five were local civilians who had been picked up by soldiers and murdered in cold blood."
    )
    assert not any("perpetrator local civilians" in claim for claim in say(text))


def test_who_admits_that_there_was_shooting_did_not_do_it(say: Say) -> None:
    text = (
        "Six soldiers were killed at Kano. The ministry admits that there was an exchange of fire, but blames bandits."
    )
    assert not any("perpetrator ministry" in claim for claim in say(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # an earlier count is of the same dead
        (_BOMB + "Police had earlier said that six people were killed.", 1),
        (_BOMB + "The ministry had initially said that seven people had died.", 1),
        (_BOMB + "The army had earlier said that three soldiers were killed in Bastia on Monday.", 2),
    ],
)
def test_an_earlier_count_is_of_the_same_dead(reader: Reader, text: str, events: int) -> None:
    assert len(reader.read(Document("text", text, "0")).events) == events


def test_none_of_its_soldiers_are_soldiers(say: Say) -> None:
    told = say("Eleven people were killed off Mannar on Wednesday. The army said none of its soldiers had been killed.")
    assert "Assertion by army: casualties 0/0/0 soldiers killed" in told


def test_one_s_own_gunners_are_no_terrorists(say: Say) -> None:
    text = (
        "A rocket killed a girl in Kano. Kyiv said its gunners had not fired a shot. "
        "“The terrorists shelled their own people,” said General Musa Bello."
    )
    assert any("perpetrator terrorists" in claim for claim in say(text))


def test_who_is_blamed_behind_a_semicolon_is_not_dead(say: Say) -> None:
    text = (
        "Drone hits wedding in North Kivu, killing 19; Kinshasa and M23 blame each other\n\n"
        "GOMA, Congo, Feb 20 (Reuters) - At least 19 people were killed when a drone struck a wedding party in the "
        "town of Kitshanga on Wednesday, a hospital source and two witnesses said."
    )
    assert not any("fatalVictim M23" in claim or "fatalVictim army" in claim for claim in say(text))
