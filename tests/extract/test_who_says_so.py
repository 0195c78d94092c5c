"""Who is credited with a sentence, what a rejection speaks of, what a speaker has taken back: over several sentences.

Claims are written as in ``told``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import ClaimKind, Document, Predicate
from tests.extract.told import Say

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CREDITED = [
    (
        "Gunmen killed 37 soldiers in Gao, the ministry said. It put the losses of the attackers at more than 15 dead.",
        "Assertion by ministry: casualties 15/15/- all-people killed",
    ),
    # the one who is cited vouches, not the one who cites
    (
        "State television, quoting a military source, said that four soldiers had died in an ambush.",
        "Assertion by military source: casualties 4/4/4 soldiers killed",
    ),
    (
        "Reuters reported, citing activists, that tanks had shelled Rastan, killing nine people.",
        "Assertion by activists: casualties 9/9/9 all-people killed",
    ),
    (
        '"Our aircraft killed ten rebels in Kano," Colonel Musa Bello was quoted by the state news agency as saying.',
        "Assertion by Musa Bello: casualties 10/10/10 fighters killed",
    ),
    (
        '"Rebels killed ten soldiers in Kano," the official news agency quoted a military source as saying.',
        "Assertion by military source: casualties 10/10/10 soldiers killed",
    ),
    (
        'General Musa Bello: "Rebels killed ten of our men in Kano on Monday."',
        "Assertion by Musa Bello: casualties 10/10/10",
    ),
    # what is dismissed is denied for certain, however the dismissal is hung on the claim
    (
        "ISIS claimed in February 2015 that she had been killed in a Jordanian air strike, a claim that Jordan "
        "dismissed.",
        "Denial by Jordan: ",
    ),
    # that nothing of the kind was done there denies the deed told before
    (
        "At least 27 people died when an air strike hit a wedding in Mokha. The coalition had not carried out "
        "air operations in that area for three days, its spokesman, General Musa Bello, told Reuters.",
        "Denial by Musa Bello: perpetrator coalition",
    ),
    # whose count it is
    (
        "According to a count by the Associated Press, 12 people were killed in Kano on Monday.",
        "Assertion by Associated Press: casualties 12/12/12 all-people killed",
    ),
    (
        "Ten people were killed in Kano, by the army's count.",
        "Assertion by army: casualties 10/10/10 all-people killed",
    ),
    (
        "Ten people, all of them civilians, were killed in Kano, in the words of the mayor.",
        "Assertion by mayor: casualties 10/10/10 civilians killed",
    ),
    (
        "Officials speaking on condition of anonymity said that a drone killed Omar Sayed in Kano.",
        "Assertion by Officials: fatalVictim Omar Sayed",
    ),
    # who stands at the end of the sentence is no further victim
    (
        "Troops shelled a camp, killing 45 civilians and wounding 125, Tamil Tiger rebels and truce monitors said.",
        "Assertion by truce monitors: casualties 125/125/125 all-people injured",
    ),
    (
        "Bombs fell on the camp, killing 12 nurses and wounding 30, rebels and monitors said.",
        "Assertion by rebels: casualties 12/12/12 medics killed, casualties 30/30/30 all-people injured, fatalVictim",
    ),
    # a sentence that the parser cuts at the comma
    (
        "GAZA CITY (AP) - Israeli mortar shells killed 43 people outside a school in the Jebaliya camp on Tuesday, "
        "Palestinian medics said, in the deadliest single attack since the start of the offensive.",
        "Assertion by Palestinian medics: casualties 43/43/43 all-people killed",
    ),
    # between two sentences of one speaker
    (
        "A rebel commander told the BBC that his men had ambushed a convoy in Kivu. Thirteen soldiers were killed. "
        "Two trucks were burnt, he said.",
        "Assertion by rebel commander: casualties 13/13/13 soldiers killed",
    ),
    (
        "Three soldiers were shot dead, an officer said, and ten rebels were killed.",
        "Assertion by officer: casualties 10/10/10 fighters killed",
    ),
    # "he" is who spoke before, not who died
    (
        "A bomb killed 21 people, inspector Lionel Perera said. The driver, K. Piyadasa, was among the dead, he said.",
        "Assertion by Lionel Perera: fatalVictim K. Piyadasa",
    ),
    # who speaks at the end, of whom the sentence tells more
    (
        "A shell killed nine nuns in Aweil, a teacher who runs a school there said by telephone.",
        "Assertion by teacher: casualties 9/9/9 women killed",
    ),
    (
        "Two men died when a drone hit a car in the village of Novaya, the governor of the Kursk region, Ivan Krav, "
        "wrote on Telegram.",
        "Assertion by Ivan Krav: casualties 2/2/2 all-people killed",
    ),
    (
        "Between 50 and 70 farmers were killed by soldiers, refugees and nuns who have arrived in the town assert.",
        "Assertion by nuns: casualties 50/-/70 civilians killed",
    ),
    (
        "Dozens of nuns were killed in March, the rights office said today, citing accounts by survivors.",
        "Assertion by survivors: casualties 24/-/- women killed",
    ),
    ('"Our missile killed nine men," a communique said.', "Assertion by communique: casualties 9/9/9 all-people"),
    # "he" goes on over what else he said
    (
        "Omar Rao, the abbot, died on the spot, and six novices were killed by a bomb, said Ko Tun, who leads a guard. "
        '"We found arms in the mango trees," he said. Eleven other people were hurt, he added.',
        "Assertion by Ko Tun: casualties 11/11/11 all-people injured",
    ),
    # what somebody saw of the dead of an event
    (
        "A bomb killed 20 people in Gombara, an official said. A resident, Modu Bulama, said he had counted 50 bodies.",
        "Assertion by Modu Bulama: casualties 50/50/50 all-people killed",
    ),
    (
        "Rebels killed four people in Gao. A spokesman for the army, Colonel Modibo Diallo, blamed the group Ansar "
        "al-Nour, which is linked to al Qaeda.",
        "Accusation? by Modibo Diallo (for army): perpetrator Ansar al-Nour",
    ),
]


@pytest.mark.parametrize(("text", "claim"), CREDITED, ids=[row[0][-60:] for row in CREDITED])
def test_who_is_credited(say: Say, text: str, claim: str) -> None:
    assert any(told.startswith(claim) for told in say(text))


def test_who_spoke_last_goes_on_and_not_whom_he_spoke_of(say: Say) -> None:
    text = (
        'A website said that Omar Sayed had died in an explosion in Kano. "He is alive and well," prosecutor Ivan Krav '
        "told reporters. He said the minister escaped with bruises, but his driver and two bodyguards were killed."
    )
    told = say(text)
    assert "Denial by Ivan Krav: fatalVictim Omar Sayed" in told
    (last,) = (claim for claim in told if "two bodyguards" in claim)
    assert last.startswith("Assertion by Ivan Krav")
    assert "his driver" in last
    assert "Omar" not in last


def test_who_quotes_is_not_whom_the_quoted_speak_of(say: Say) -> None:
    text = "Police killed four men in Kano. The Amnesty League quoted their families as saying they had been arrested."
    assert not any("captive" in claim and "League" in claim.partition(":")[2] for claim in say(text))


def test_who_owns_up_speaks_of_the_deed_told_just_before(nlp: Language) -> None:
    text = (
        "Officials said Front insurgents had attacked a base in Kano. On Saturday, two soldiers died in a bomb blast "
        "in Jos, the alliance said. The Front claimed responsibility."
    )
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4)))
    (owned,) = {s.subject for c in reading.claims if c.kind is ClaimKind.RESPONSIBILITY for s in c.statements}
    dead = {s.subject for c in reading.claims for s in c.statements if s.predicate is Predicate.FATAL_VICTIM}
    assert dead == {owned}


def test_between_two_speakers_the_report_speaks(say: Say) -> None:
    text = "Rebels attacked a convoy in Kivu, a rebel said. Thirteen soldiers died. A truck was burnt, the army said."
    assert any(told.startswith("Assertion by report: casualties 13/13/13 soldiers") for told in say(text))


REJECTED = [
    # a reporting participle is a speech act of its own
    (
        "The army said it had attacked militants in Kotli. Pakistan rejected the claim, saying two of its soldiers had "
        "been killed by shelling.",
        "Denial by Pakistan: occurred true",
    ),
    (
        "Jets bombed a market in Halabja, doctors said. A minister said that the army was not behind the attack.",
        "Denial by minister: perpetrator army",
    ),
    ("A communique, which said that the prisoner had been executed, was a forgery.", "Denial by report: fatalVictim"),
    # whose spokesman it is
    (
        "Rebels killed 30 villagers in Ituri, the army said. A rebel spokesman called the accusation a lie.",
        "Denial by rebel spokesman (for Rebels): perpetrator Rebels",
    ),
    (
        'Rebels killed 30 villagers in Ituri, the army said. "False," said a rebel spokesman.',
        "Denial by rebel spokesman (for Rebels): perpetrator Rebels",
    ),
    (
        'Rebels killed 30 villagers in Ituri, the army said. "It is not true," the rebels said.',
        "Denial by Rebels: perpetrator Rebels",
    ),
    # who rejects an accusation says that it was not he, not that nothing happened
    (
        "Thirty peasants were killed in Mapiripan. General Harold Rojas rejected the accusations by rights groups.",
        "Denial by Harold Rojas: perpetrator Harold Rojas",
    ),
    (
        "Thirty monks died in a raid on Aba. Villagers blamed soldiers for the raid. The ministry rejected the charge.",
        "Denial by ministry: perpetrator soldiers",
    ),
    (
        "Ten monks died in a raid on Aba. Villagers accused soldiers of the killing. The ministry rejected the charge.",
        "Denial by ministry: perpetrator soldiers",
    ),
    # where and when it is denied is not where and when it happened
    (
        "Rebels killed 12 monks in Aba on Monday, police said. On Thursday in Cairo the group denied the report.",
        "Denial by group: occurred true",
    ),
    (
        "Two bombers attacked the town of Aba, killing 82 people. The authorities in Lagos dismissed the report as "
        "propaganda.",
        "Denial by authorities: occurred true",
    ),
    # a number that nobody else gives is rejected alone
    (
        "Ten soldiers died in an ambush, the army said. It denied reports that 50 soldiers had died.",
        "Denial by army: casualties 50/50/50 soldiers killed, fatalVictim 50 soldiers",
    ),
]


@pytest.mark.parametrize(("text", "claim"), REJECTED, ids=[row[0][-60:] for row in REJECTED])
def test_what_is_rejected(say: Say, text: str, claim: str) -> None:
    denials = [told for told in say(text) if told.startswith("Denial")]
    assert len(denials) == 1
    assert denials[0].startswith(claim)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 20 people in Gombara. The group has in the past denied attacks that caused many deaths.",
        "A bomb killed 20 people in Gombara. The army has always denied attacks on civilians.",
        "A bomb killed 20 people in Gombara. The passport that was found was false, police said.",
        "A bomb killed 20 people in Gombara. It was false to think that the war was over, the mayor said.",
    ],
)
def test_who_rejects_something_else_disputes_no_event(say: Say, text: str) -> None:
    assert not [told for told in say(text) if told.startswith("Denial")]


def test_who_tells_of_an_event_and_rejects_a_claim_keeps_what_he_told(say: Say) -> None:
    told = say(
        "Soldiers executed seven villagers, residents said. The army said that the seven were killed in a gunfight. "
        "The army denied the accusation."
    )
    assert not [claim for claim in told if claim.startswith("Denial by army") and "occurred" in claim]


RETRACTED = [
    (
        "A bomb killed 20 people in Bireuen, police said. They later revised the toll to 12.",
        "Denial by police: casualties 20/20/20 all-people killed, fatalVictim 20 people",
        "Assertion by police: casualties 12/12/12 all-people killed, fatalVictim 12",
    ),
    (
        "The army said that 20 soldiers had died in the ambush. It later revised the figure down to 12.",
        "Denial by army: casualties 20/20/20 soldiers killed, fatalVictim 20 soldiers",
        "Assertion by army: casualties 12/12/12 all-people killed, fatalVictim 12",
    ),
    (
        "The army initially said nine people had been killed in Bireuen but later revised the toll to seven.",
        "Denial by army: casualties 9/9/9 all-people killed, fatalVictim nine people",
        "Assertion by army: casualties 7/7/7 all-people killed, fatalVictim seven, occurred true",
    ),
    (
        "A blast killed seven people in Bireuen, the army said. An earlier version of this report said 15 people had "
        "been killed.",
        "Denial by report: casualties 15/15/15 all-people killed, fatalVictim 15 people",
        "Assertion by army: casualties 7/7/7 all-people killed",
    ),
    (
        "A blast killed seven people in Bireuen, the army said. The army had first put the toll at nine.",
        "Denial by army: casualties 9/9/9 all-people killed",
        "Assertion by army: casualties 7/7/7 all-people killed",
    ),
]


@pytest.mark.parametrize(("text", "withdrawn", "stands"), RETRACTED, ids=[row[0][-60:] for row in RETRACTED])
def test_numbers_taken_back(say: Say, text: str, withdrawn: str, stands: str) -> None:
    told = say(text)
    assert withdrawn in told
    assert any(claim.startswith(stands) for claim in told)


def test_what_was_first_said_stands_where_nothing_else_follows(say: Say) -> None:
    told = say("The army first said that nine people had been killed in Bireuen.")
    assert any(claim.startswith("Assertion by army: casualties 9/9/9") for claim in told)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ten people were killed, police said, after gunmen stormed a hotel in Grozny.",
            "Assertion by police: casualties 10/10/10 all-people killed, fatalVictim Ten people, location Grozny, "
            "occurred true, perpetrator gunmen, target hotel",
        ),
        (
            "Twelve passengers died, the railway said, when a bomb exploded on a train near Lima.",
            "Assertion by railway: casualties 12/12/12 civilians killed, fatalVictim Twelve passengers, location near "
            "Lima, occurred true, weapon bomb",
        ),
    ],
)
def test_a_clause_of_time_behind_the_speaker_goes_on_with_what_is_told(say: Say, text: str, claim: str) -> None:
    assert claim in say(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Rockets hit a hospital in Basra. No casualties were reported.",
            "Assertion? by report: casualties 0/0/0 all-people killed",
        ),
        (
            "Rockets hit a hospital in Basra. The army said that it had suffered no losses.",
            "Assertion by army: casualties 0/0/0 soldiers killed",
        ),
        (
            "Rebels said they had killed 40 soldiers in Basra. There were no losses among the troops, the ministry "
            "said.",
            "Assertion by ministry: casualties 0/0/0 combatants killed",
        ),
        (
            "A bomb exploded in Basra without causing casualties, police said.",
            "Assertion by police: casualties 0/0/0 all-people killed, location Basra, occurred true, weapon bomb",
        ),
        # no report of any is no denial of the attack
        (
            "Rockets hit a hospital in Basra. There were no reports of casualties.",
            "Assertion? by report: casualties 0/0/0 all-people killed",
        ),
        (
            "Rockets hit a hospital in Basra. No one was injured.",
            "Assertion by report: casualties 0/0/0 all-people injured",
        ),
        # not by these: others may have killed somebody
        (
            "Three men were shot dead in Basra. No one was killed by the police, the commissioner insisted.",
            "Denial by commissioner: perpetrator police",
        ),
        (
            "The raid killed three gunmen and no civilians, the army said.",
            "Assertion by army: casualties 0/0/0 civilians killed, casualties 3/3/3 fighters killed, fatalVictim three "
            "gunmen, occurred true",
        ),
    ],
)
def test_nobody_harmed(say: Say, text: str, claim: str) -> None:
    assert claim in say(text)


def test_a_deed_that_nobody_owns_up_to_is_not_in_doubt(say: Say) -> None:
    told = say("A bomb killed nine people in Quetta, police said. No group admitted the bombing.")
    assert not [claim for claim in told if claim.startswith(("Doubt", "Denial"))]


def test_who_shoots_at_somebody_is_not_hurt(say: Say) -> None:
    told = say("Gunmen shot at the bus of the minister in Lima on Monday, but he escaped unhurt.")
    assert not [claim for claim in told if "injuredVictim Gunmen" in claim]


BOMB = "A bomb killed nine people in Quetta, police said. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A Taliban spokesman denied that the group was involved.",
            "Denial by Taliban spokesman (for Taliban): perpetrator Taliban",
        ),
        (
            "The governor said that Baloch rebels were responsible.",
            "Assertion by governor: occurred true, perpetrator Baloch rebels",
        ),
        ("The army said it was not involved.", "Denial by army: perpetrator army"),
    ],
)
def test_who_had_a_part_in_what_was_told_before(say: Say, text: str, claim: str) -> None:
    assert claim in say(BOMB + text)


@pytest.mark.parametrize(
    "text",
    [
        "Many children were involved in the rescue.",
        "Those responsible will be punished.",
        "It is unclear who was involved.",
    ],
)
def test_who_had_no_part_in_it(say: Say, text: str) -> None:
    assert not [claim for claim in say(BOMB + text) if "perpetrator" in claim]


def test_an_accusation_is_no_fact_where_the_accuser_is_taken_for_the_verb(say: Say) -> None:
    told = say(
        "BAMAKO - Human Rights Watch accused Malian soldiers and foreign fighters on Tuesday of executing around 300 "
        "civilian men in the town of Moura over four days in late March."
    )
    assert any(claim.startswith("Accusation? by Human Rights Watch") and "Malian soldiers" in claim for claim in told)
    assert not [claim for claim in told if claim.startswith("Assertion by") and "fatalVictim" in claim]


def test_who_is_denied_access_denies_nothing(say: Say) -> None:
    told = say("A bomb killed nine people in Quetta. The mission said that it had been denied access to the town.")
    assert not [claim for claim in told if claim.startswith("Denial")]


def test_who_is_blamed_and_denies_it_in_one_sentence_is_accused_and_denies(say: Say) -> None:
    told = say("A bomb killed six policemen in Lahore on Tuesday. Officials blamed Hamas, which denied involvement.")
    assert {"Accusation? by Officials: perpetrator Hamas", "Denial by Hamas: perpetrator Hamas"} <= told


def test_a_report_has_no_part_in_what_it_tells(say: Say) -> None:
    told = say("Officials blamed the bombing in Lahore on Lashkar-e-Jhangvi, which denied involvement.")
    assert "Denial by report: perpetrator report" not in told


SHOTS = "Troops fired on the crowd in Lodz on Monday. "


@pytest.mark.parametrize(
    ("text", "start"),
    [
        # who has seen or counted the dead
        (SHOTS + "A reporter counted nine bodies.", "Assertion by reporter: casualties 9/9/9"),
        (SHOTS + "A doctor saw 12 bodies in the morgue.", "Assertion by doctor: casualties 12/12/12"),
        (SHOTS + "The hospital received 21 bodies.", "Assertion by report: casualties 21/21/21"),
        # reports that nobody stands behind
        ("Unconfirmed reports said the pilot was killed.", "Assertion? by Unconfirmed reports: fatalVictim pilot"),
        ("Initial reports said that six people were killed.", "Assertion? by Initial reports: casualties 6/6/6"),
        ("The army's reports said that six people were killed.", "Assertion by army: casualties 6/6/6"),
        # who knows of reports
        ("The army was aware of reports that civilians had been killed.", "Doubt? by army: fatalVictim civilians"),
        ("The minister had seen reports that a hostage had been killed.", "Doubt? by minister: fatalVictim hostage"),
        ("If confirmed, the killing of the mayor would be a blow.", "Assertion? by report: fatalVictim mayor"),
        # who goes on
        (
            "Amnesty International said that soldiers had shot dead 12 men in Goru. On Friday, the same unit killed "
            "four herders near Goru, the group said.",
            "Assertion by Amnesty International: casualties 4/4/4",
        ),
        (
            "Gunboats shelled a camp near Tyre on Saturday, officials said. Two fishermen were killed, they said.",
            "Assertion by officials: casualties 2/2/2",
        ),
        (
            "Guerrillas killed a mayor in Junin, the joint command reported. Its communique stated that soldiers had "
            "killed five guides in a later clash.",
            "Assertion by joint command: casualties 5/5/5",
        ),
        (
            "The press committee reported four soldiers killed and said the helicopter had crashed in a storm of fire, "
            "killing two pilots.",
            "Assertion by press committee: casualties 4/4/4",
        ),
        (
            "A plane struck a bus near Raqqa. Residents reached by telephone said that at least 12 people had died.",
            "Assertion by Residents: casualties 12/12/-",
        ),
        ("Investigators said in a report that a plane had killed 30 guests in Hama.", "Assertion by Investigators: "),
        ("Police killed four students. The minister put the figure at 2.", "Assertion by minister: casualties 2/2/2"),
        (
            "The rebels claimed that they had killed 120 soldiers in Bria. A minister laughed at the figure.",
            "Denial by minister: casualties 120/120/120",
        ),
        (
            '"We killed 20 of them," Major Ali said. "One of our men was wounded." He said two trucks were destroyed.',
            "Assertion by Ali: materialLoss two trucks",
        ),
        (
            "A spokesman put the number of wounded soldiers at five.",
            "Assertion by spokesman: casualties 5/5/5 soldiers",
        ),
        (
            "The army said it killed 15 rebels at Kolwe; the rebels put their losses at two.",
            "Assertion by rebels: casualties 2/2/2",
        ),
        (
            "Residents reached by telephone said soldiers had shot at least ten men in the mosque of Tamba Koura.",
            "Assertion by Residents: casualties 10/10/-",
        ),
        ("Gunmen took Omar Sayed away. His body was found by fishermen.", "Assertion by report: fatalVictim Omar"),
        (
            "The president's office said the driver was not hurt in the blast. Earlier reports had said he was killed.",
            "Assertion? by Earlier reports: fatalVictim driver",
        ),
    ],
)
def test_whose_word_it_is_and_how_sure(say: Say, text: str, start: str) -> None:
    told = say(text)
    assert any(claim.startswith(start) for claim in told), told


def test_nobody_hurt_is_nobody_killed(say: Say) -> None:
    told = say("A bomb went off in Kano on Monday. Police said nobody was hurt.")
    assert "Assertion by Police: casualties 0/0/0 all-people injured, casualties 0/0/0 all-people killed" in told
    told = say("A bomb killed a guard in Kano on Monday. Police said nobody else was hurt.")
    assert "Assertion by Police: casualties 0/0/0 all-people injured" in told


def test_who_has_always_denied_such_things_denies_nothing_told(say: Say) -> None:
    told = say(
        "The military said its jets bombed a camp in Tora. Residents said that 12 women were killed. It has repeatedly "
        "denied targeting civilians."
    )
    assert not any(claim.startswith("Denial") and "women" in claim for claim in told)


@pytest.mark.parametrize(
    ("reply", "claim"),
    [
        ("Police denied that anyone had died.", "casualties 0/0/0 all-people killed"),
        ("Police denied that any civilians had been killed.", "casualties 0/0/0 civilians killed"),
        ("Police denied that a single demonstrator had been killed.", "casualties 0/0/0 civilians killed"),
    ],
)
def test_who_denies_that_anybody_died_counts_nobody(say: Say, reply: str, claim: str) -> None:
    told = say(f"Troops fired on a crowd in Kano, killing nine people, residents said. {reply}")
    assert f"Assertion by Police: {claim}" in told


@pytest.mark.parametrize(
    "reply",
    [
        "Police denied killing anyone.",
        "Police did not deny that anyone had been killed.",
        "Police denied that nobody had been killed.",
    ],
)
def test_who_does_not_deny_that_anybody_died_counts_somebody(say: Say, reply: str) -> None:
    told = say(f"Troops fired on a crowd in Kano, killing nine people, residents said. {reply}")
    assert not any(claim.startswith("Assertion by Police") for claim in told)


def test_where_and_how_it_was_leaves_nothing_open(say: Say) -> None:
    told = say("Troops clashed with rebels, killing nine, officials said. The army did not say where the clash was.")
    assert not any(claim.startswith("Doubt") for claim in told)


@pytest.mark.parametrize(
    "text",
    [
        "The coalition is investigating reports of 200 civilians killed in Mosul.",
        "Coalition investigating reports of 200 civilians killed in Mosul strikes",
        "Reports of 200 civilians killed in Mosul are being investigated.",
    ],
)
def test_reports_of_people_killed_that_are_looked_into_are_doubted(nlp: Language, text: str) -> None:
    reading = Reader(nlp).read(Document("text", text, "0"))
    dead = [c for c in reading.claims for s in c.statements if s.predicate is Predicate.FATAL_VICTIM]
    assert {c.kind for c in dead} == {ClaimKind.DOUBT}


def test_the_dead_of_another_event_are_not_disowned_with_one_that_is_owned_up_to(nlp: Language) -> None:
    text = (
        "Rebels murdered the commissioner, Yusuf Adan, on Sunday night. The Front said that it had executed Mr. Adan. "
        "It denied responsibility for the deaths of two engineers whose car ran over a mine near Kano last week."
    )
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4)))
    denied = {s.subject for c in reading.claims if c.kind is ClaimKind.DENIAL for s in c.statements}
    owned = {s.subject for c in reading.claims if c.kind is ClaimKind.RESPONSIBILITY for s in c.statements}
    assert denied
    assert owned
    assert not denied & owned


def test_two_people_of_the_sentence_before_are_they_rather_than_those_told_of_earlier(say: Say) -> None:
    text = (
        "The office denied that any order had been given to kill the Italians. A planter and his wife were stabbed to "
        "death in Kano. The radio asserted that they had been killed by tribesmen."
    )
    assert not any("Italians" in claim and "tribesmen" in claim for claim in say(text))


def test_staff_of_a_charity_are_dead_and_not_the_charity(say: Say) -> None:
    told = say(
        "Seventeen local staff of the French charity Action Contre la Faim were found shot dead in their office in "
        "Kano on Sunday, colleagues who reached the town said."
    )
    assert any("fatalVictim Seventeen local staff" in claim for claim in told)


def test_a_mother_in_law_is_no_mother(say: Say) -> None:
    assert any("fatalVictim her mother-in-law" in claim for claim in say("Rebels killed her mother-in-law in Kano."))


def test_a_false_rumour_tells_of_nothing(say: Say) -> None:
    assert say("The mutiny was sparked by a false rumour that troops had killed nine officers.") == set()
    assert any(c.startswith("Denial by Police") for c in say("Police denied false claims that soldiers killed a nun."))


def test_who_walked_away_has_said_nothing(say: Say) -> None:
    told = say(
        "An officer, Gerhan Lantara, was stabbed. A student, Kamal Bamadhaj, was shot as he left and bled to death."
    )
    assert any("fatalVictim Kamal Bamadhaj" in claim for claim in told)
    assert not any("fatalVictim Gerhan Lantara" in claim for claim in told)


def test_that_no_fighters_were_there_denies_no_death(say: Say) -> None:
    text = (
        "A strike on a school killed at least 28, medics said. The Front denied that there were fighters in the school."
    )
    assert not any(claim.startswith("Denial") and "fatalVictim" in claim for claim in say(text))


def test_the_murder_of_another_man_is_told_on_its_own(nlp: Language) -> None:
    text = (
        "One victim had been beheaded. The ministry said that its forces had tried to arrest the murderers of a "
        "policeman, Ivan Krav."
    )
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4)))
    killed = {s.subject for c in reading.claims for s in c.statements if s.predicate is Predicate.FATAL_VICTIM}
    assert len(killed) == 2


def test_where_a_spokesman_is_nobody_was_killed(say: Say) -> None:
    told = say("A spokesman for the Front for the Liberation of the South in Cairo said its fighters had killed a nun.")
    assert not any("location Cairo" in claim for claim in told)


def test_the_day_of_a_dateline_is_not_that_of_the_event(say: Say) -> None:
    told = say("Vientiane, 3 Mar (KPL) -- On 1 March, bandits ambushed a bus, killing three nuns.")
    assert any("2021-03-01" in claim for claim in told)
    assert not any("-03-03" in claim for claim in told)


def test_he_who_died_was_shot_and_did_not_shoot(say: Say) -> None:
    told = say(
        "Archbishop Oscar Luna was assassinated by a single gunman as he said Mass. A sniper fired one bullet, said "
        "Sister Maria Teresa, a nun. He died minutes later. Major Juan Perez said the rebels had killed him."
    )
    assert any("fatalVictim Oscar Luna" in claim and "perpetrator rebels" in claim for claim in told)
    assert not any("fatalVictim sniper" in claim for claim in told)


TOLD_FIRST = [
    (
        "Soldiers killed 12 farmers in Kano, a bishop alleged on Monday.",
        "Assertion? by bishop: casualties 12/12/12 civilians killed, fatalVictim 12 farmers, location Kano, "
        "occurred true, perpetrator Soldiers",
    ),
    (
        "Security forces killed nine inmates of a prison wing, a commission charged on Thursday.",
        "Accusation? by commission: casualties 9/9/9 all-people killed, fatalVictim nine inmates of a prison wing, "
        "occurred true, perpetrator Security forces",
    ),
    (
        "Troops tortured and killed two students, a human rights group alleges in a report.",
        "Assertion? by human rights group: casualties 2/2/2 civilians killed, fatalVictim two students, "
        "occurred true, perpetrator Troops",
    ),
    (
        "The rebels, the ministry claimed, had killed nine nuns.",
        "Assertion? by ministry: casualties 9/9/9 women killed, fatalVictim nine nuns, occurred true, "
        "perpetrator rebels",
    ),
    (
        "Soldiers killed nine nuns, villagers claimed, and burned their huts.",
        "Assertion? by villagers: casualties 9/9/9 women killed, fatalVictim nine nuns, materialLoss their huts, "
        "occurred true, perpetrator Soldiers",
    ),
    (
        "Nobody has ever proved that the army killed the nun.",
        "Doubt? by report: fatalVictim nun, occurred true, perpetrator army",
    ),
    (
        "Police doubt that the rebels killed the nun.",
        "Doubt? by Police: fatalVictim nun, occurred true, perpetrator rebels",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD_FIRST, ids=[row[0][:60] for row in TOLD_FIRST])
def test_what_is_told_before_its_teller_is_no_plain_fact(say: Say, text: str, claim: str) -> None:
    assert say(text) == {claim}


def test_who_were_to_blame_are_accused(say: Say) -> None:
    text = "Four people were killed in Kano. The minister said the guerrillas were to blame."
    assert "Accusation? by minister: perpetrator guerrillas" in say(text)


def test_who_laughs_at_a_denial_denies_nothing(say: Say) -> None:
    text = (
        "Rebels shot dead a councillor in Kano, police said. A spokesman for the rebels denied it. "
        "The colonel called the denial laughable."
    )
    assert not any(claim.startswith("Denial by colonel") for claim in say(text))


def test_a_third_party_denies_who_planted_the_bomb(say: Say) -> None:
    told = say("A bomb killed eight people in Kano. The bishop denied that students had planted the device.")
    assert {claim for claim in told if claim.startswith("Denial")} == {"Denial by bishop: perpetrator students"}


def test_blame_in_the_first_person(say: Say) -> None:
    told = say('Two bombs killed nine people in Kano. "I blame the government," said Zardari.')
    assert "Accusation? by Zardari: perpetrator government" in told


def test_who_denies_having_seen_it_leaves_it_open(say: Say) -> None:
    told = say("Soldiers executed officials in Kano, refugees said. Another refugee denied having seen any executions.")
    assert "Doubt? by Another refugee: occurred true" in told
    assert not any(claim.startswith("Denial") for claim in told)


def test_another_account_of_a_shooting_does_not_deny_it(say: Say) -> None:
    told = say("The army said its soldiers had fired only at gunmen in Kano. Witnesses contradicted this.")
    assert not any(claim.startswith("Denial") for claim in told)


def test_a_spokesman_does_not_deny_what_his_side_has_told(say: Say) -> None:
    told = say(
        "The junta announced that six prisoners were shot dead. A chaplain said that the men had been executed. "
        'A junta spokesman said that version was "an invention".'
    )
    denials = {claim for claim in told if claim.startswith("Denial")}
    assert denials
    assert not any("occurred" in claim for claim in denials)


def test_a_suggestion_of_who_did_it_is_scoffed_at(say: Say) -> None:
    told = say(
        "Troops massacred 600 people in Kano, witnesses said. The president said rebels had done it. The opposition "
        "scoffed at the suggestion."
    )
    assert {claim for claim in told if claim.startswith("Denial")} == {"Denial by opposition: perpetrator rebels"}
