"""A speaker of whom the next sentences speak by another word, what he says of his own side, and parts disowned.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

TOLD = [
    # "he" behind a quotation is who was named last as speaking, not who was quoted last
    (
        "“Rockets hit the market,” a doctor, Omar Said, told us. General Musa Bello denied killing any traders. "
        "“We do not shell markets,” he told reporters.",
        "Denial by Musa Bello: perpetrator Musa Bello",
    ),
    # a body that spoke in the sentence before, not the group that was only spoken of
    (
        "He blamed the Red Front for the deaths. Rights Watch said that a shell had hit the camp. "
        "The group said that soldiers had shot dead nine nuns.",
        "Assertion by Rights Watch: casualties 9/9/9 women killed",
    ),
    (
        "Doctors Without Borders said that an air strike killed 12 porters in Kori on Friday.\n\n"
        "The medical charity said that the strike was carried out by federal jets.",
        "Assertion by Doctors Without Borders: occurred true",
    ),
    # "the Front's radio" is the Front; a radio that carries a communique says nothing itself
    (
        "The Liberation Front said in a communique broadcast by its radio that it had taken Dawa. "
        "The communique added that a commander, Colonel Lemma Bekele, was killed.",
        "Assertion by Front: fatalVictim Lemma Bekele",
    ),
    (
        "The Front raided Dawa on Monday. The Front's radio said that nine farmers were killed by bombs.",
        "Assertion by Front: casualties 9/9/9 civilians killed",
    ),
    # "our forces" outside quotation marks
    (
        "The Tamil Tigers said in a communique that ten soldiers were killed. "
        "Our forces also shot down a helicopter near Kilali, it said.",
        "ResponsibilityClaim by Tamil Tigers: location near Kilali, materialLoss helicopter, occurred true, "
        "perpetrator Tamil Tigers",
    ),
    # a quotation behind which somebody "continued"
    (
        "“Soldiers came at night,” Maria Lopez continued. “They shot dead my brother.”",
        "Assertion by Maria Lopez: fatalVictim my brother",
    ),
    # parts disowned
    (
        "A government spokesman, Musa Bello, denied killing any civilians in Kano.",
        "Denial by Musa Bello (for government): perpetrator government",
    ),
    (
        "Nine farmers were killed at Kori. The army denied that any of its officers was involved.",
        "Denial by army: perpetrator army",
    ),
    (
        "Nine farmers were killed at Kori. The army said none of its officers had been involved.",
        "Denial by army: perpetrator army",
    ),
    (
        "Nine farmers were killed at Kori. The rebels said they were not to blame.",
        "Denial by rebels: perpetrator rebels",
    ),
    (
        "Nine farmers were killed at Kori. The rebels insisted they had played no role.",
        "Denial by rebels: perpetrator rebels",
    ),
    (
        "Nine farmers were killed at Kori. The rebels condemned the killing and denied any link to it.",
        "Denial by rebels: perpetrator rebels",
    ),
    ("Nine farmers were killed at Kori. The army denied any role.", "Denial by army: perpetrator army"),
    (
        "Nine farmers were killed at Kori. Rebel leaders protested their innocence.",
        "Denial by Rebel leaders: perpetrator Rebel leaders",
    ),
    # the person who spoke, by his office; a source that is called "it"
    (
        "The army chief, Germain Nyo, said that rebels had come. “They burnt nine people alive,” the general went on.",
        "Assertion by Germain Nyo: casualties 9/9/9 all-people killed",
    ),
    (
        "A source told state radio that rebels killed nine men. It added that 14 soldiers were killed.",
        "Assertion by source: casualties 14/14/14 soldiers killed",
    ),
    # a speaker at the end whom the parser hung elsewhere, the dateline's town in his place
    (
        "BUJUMBURA, Aug 14 2004 (state news agency) - At least 152 Congolese refugees were massacred overnight in the "
        "Gatumba transit camp near the border, the UN mission in Burundi said.",
        "Assertion by UN mission: casualties 152/152/-",
    ),
    # a man called Said
    ("Omar Said said that soldiers had killed the mayor.", "Assertion by Omar Said: fatalVictim mayor"),
    ("Said was shot dead outside a mosque on Monday.", "Assertion by report: fatalVictim Said"),
    # "our" of a group whose spokesman is quoted
    (
        "A spokesman for the Shabab, Muktar Robow, told a radio station that “our mujahideen have killed a judge”.",
        "ResponsibilityClaim by spokesman (for Shabab): fatalVictim judge, occurred true, perpetrator Shabab",
    ),
    # each other
    (
        "Nine pupils died when a shell hit a school in Kano. Rebels and troops blamed one another for the attack.",
        "Accusation? by Rebels: perpetrator troops",
    ),
    # taken back
    (
        "Juan Morales testified that Colonel Paz had shot two prisoners. He has since recanted.",
        "Denial by Juan Morales: perpetrator Paz",
    ),
    (
        "The judge Ali Reza was murdered in May. His brother, Sajjad, pointed the finger at the army and at a cleric, "
        "Omar Bello. Sajjad later withdrew the charge against Bello.",
        "Denial by Sajjad: perpetrator Omar Bello",
    ),
    (
        "A nun, Rosa Paz, said soldiers had shot dead two monks. “I saw it,” she said. The army called this a lie.",
        "Denial by army: occurred true",
    ),
    # what a witness saw and lived through
    (
        "One witness, who asked to remain anonymous, said that the men had come at dawn. “They shot whoever ran,” he "
        "told Radio Kori. He saw them kill three women near the well. Eleven people were wounded, among them his "
        "brother.",
        "Assertion by One witness: casualties 11/11/11 all-people injured",
    ),
    ("A woman saw soldiers shooting dead a boy in Kori.", "Assertion by woman: fatalVictim boy"),
    (
        "Omar Ali watched soldiers kill his father in Kori.",
        "Assertion by Omar Ali: fatalVictim his father, location Kori, occurred true, perpetrator soldiers",
    ),
    # a heading, a report retold in whole sentences
    (
        "Text of statement by Liberation Front of Dawa on its web site, 14 May 2007\n\nThe army bombed the village of "
        "Kori this morning. Seven civilians were killed.",
        "Assertion by Liberation Front of Dawa: casualties 7/7/7 civilians killed",
    ),
    (
        "Soldiers killed 500 people in Moura, the rights office said. The report says that soldiers opened fire on a "
        "market. At least 20 women were among those killed.",
        "Assertion by rights office: casualtyPart 20/20/- women killed",
    ),
    # an account that is given over several sentences
    (
        "According to the villagers, rebels had come the day before. Soldiers then shot dead a boy of 13 in the yard.",
        "Assertion by villagers: fatalVictim boy of 13",
    ),
    (
        "Soldiers spoke of two rebels. Officials told a different story: two houses had been hit, they said, and seven "
        "nuns were killed.",
        "Assertion by Officials: casualties 7/7/7 women killed",
    ),
    # who speaks behind a comma, or behind a dateline with the outlet in it
    (
        "Rebel leader Prachanda vowed revenge. His group killed 35 policemen at Dang in October, he boasted.",
        "Assertion by Prachanda: casualties 35/35/35",
    ),
    (
        "Nairobi, 26 February 2021 (Rights Office-style release) - Eritrean soldiers killed hundreds of unarmed "
        "civilians in the northern Ethiopian city of Axum on 28 and 29 November 2020, a new investigation has found.",
        "Assertion by new investigation: casualties 200/-/- civilians killed",
    ),
    # what is only imputed, and rejected
    (
        "Soldiers killed nine farmers, the UN said. The minister wrote that he was outraged by the allegations and "
        "rejected them.",
        "Denial by minister: occurred true",
    ),
    # how sure it is whose a platform was
    ("A suspected US drone killed four men in Mir Ali.", "Assertion? by report: perpetrator US military"),
    # before a court
    (
        "The tribunal found General Radislav Krstic guilty of genocide for the killing of nine men.",
        "Assertion by tribunal: casualties 9/9/9 all-people killed, fatalVictim nine men, occurred true, perpetrator "
        "Radislav Krstic",
    ),
    (
        "William Calley was accused of murdering 109 civilians at Song My. A court-martial acquitted him a year later.",
        "Denial by court-martial: perpetrator William Calley",
    ),
    (
        "Four men pleaded not guilty to the murder of the mayor Omar Bello.",
        "Denial by Four men: perpetrator Four men",
    ),
    (
        "A soldier pleaded guilty to the murder of the mayor Omar Bello.",
        "ResponsibilityClaim by soldier: fatalVictim Omar Bello, occurred true, perpetrator soldier",
    ),
    (
        "Pablo Ruiz confessed to killing two nuns. He later withdrew his confession, saying that he was beaten.",
        "Denial by Pablo Ruiz: perpetrator Pablo Ruiz",
    ),
    # numbers
    (
        "The Tigers said that 61 pupils were killed by a bomb. A minister put the dead at 50.",
        "Assertion by minister: casualties 50/50/50 all-people killed, occurred true",
    ),
]


@pytest.mark.parametrize(("text", "start"), TOLD, ids=[start[:50] + "|" + text[:30] for text, start in TOLD])
def test_who_goes_on_speaking(say: Say, text: str, start: str) -> None:
    told = say(text)
    assert any(claim.startswith(start) for claim in told), told


def test_who_pleads_tells_nothing_of_the_deed(say: Say) -> None:
    told = say("Four men pleaded not guilty to the murder of the mayor Omar Bello.")
    assert "Assertion by report: fatalVictim Omar Bello, occurred true" in told, told


def test_the_enemy_is_nobody_named_before(say: Say) -> None:
    told = say("The radio said that Colonel Lemma Bekele was killed. “The enemy bombed a village,” it said.")
    assert not any("perpetrator Lemma Bekele" in claim for claim in told), told


def test_who_admits_a_deed_is_not_its_victim(say: Say) -> None:
    told = say("Nine farmers were killed at Kori. The army admitted that a patrol had shot them by mistake.")
    assert not any("ictim army" in claim for claim in told), told
    assert any(claim.startswith("Assertion by army: fatalVictim Nine farmers") for claim in told), told


UNTOLD = [
    # whom somebody blames is not who was seen
    ("Two men walked up and opened fire. The government blamed militants.", "Assertion by report", "militants"),
    ("“There were no soldiers here,” she said. “They killed nine women,” she added.", "", "perpetrator no soldiers"),
    ("Nine people died in a bombing on Monday. A court acquitted Omar Bello of fraud.", "Denial", "Omar Bello"),
    ("The minister said that he was outraged by the allegations that soldiers killed a nun.", "Assertion? by min", ""),
    ("A suspected US drone killed four men in Mir Ali.", "Assertion by report", "US military"),
    ("The offensive saw rebels kill nine soldiers in Kori.", "Assertion by offensive", ""),
    ("A bomb killed nine men in Kano. Each side accused the other of the attack.", "", "perpetrator other"),
    ("Omar Said said that soldiers killed a judge. “They were not rebels,” he said.", "Denial", "soldiers"),
]


@pytest.mark.parametrize(("text", "start", "never"), UNTOLD, ids=[text[:40] for text, _, _ in UNTOLD])
def test_what_nobody_says(say: Say, text: str, start: str, never: str) -> None:
    told = say(text)
    assert not any(claim.startswith(start) and never in claim for claim in told), told
