"""Who was killed, by whom, where and with what, beyond subject and object; read with the bundled model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Certainty, ClaimKind, Concept, Document, Predicate, Reading, Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_SURE = (Certainty.CERTAIN, Certainty.PROBABLE)


@dataclass(frozen=True)
class Case:
    """A text with what it says for sure; ``accused`` are perpetrators that it only alleges."""

    text: str
    killed: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    events: int = 1


ROLLS = [
    Case(
        "A bomb killed two people in Kano on Monday. The dead were named as Captain Ilya Moroz and a corporal.",
        killed=("Ilya Moroz", "corporal"),
        where=("Kano",),
        weapon=("bomb",),
    ),
    Case(
        "A bomb killed two people in Kano. Police said the victims included Sara Lindt, a nurse.",
        killed=("two people", "Sara Lindt"),
        where=("Kano",),
        weapon=("bomb",),
    ),
    Case("Among those killed in the shelling was the baker, Jakov Hromada.", killed=("Jakov Hromada",)),
    Case("Jakov Hromada was one of the six people killed in the ambush.", killed=("six people", "Jakov Hromada")),
    Case("The others killed were the pilot, Anna Berg, and two mechanics.", killed=("Anna Berg", "two mechanics")),
    Case(
        "Soldiers killed two reporters, Anna Berg and Ilya Moroz.", killed=("Anna Berg", "Ilya Moroz"), by=("Soldiers",)
    ),
    Case(
        "Two students, Anna Berg and her husband, were killed in Kano.",
        killed=("Anna Berg", "her husband"),
        where=("Kano",),
    ),
    Case("Jakov Hromada was killed along with his driver.", killed=("Jakov Hromada", "his driver")),
    Case("Jakov Hromada was killed together with Anna Berg, a nurse.", killed=("Jakov Hromada", "Anna Berg")),
    Case("Jakov Hromada, along with his two guards, was killed.", killed=("Jakov Hromada", "his two guards")),
    Case(
        "The mayor, Jakov Hromada; Ilya Moroz, the town clerk; and bodyguard Musa Bello were killed.",
        killed=("Jakov Hromada", "Ilya Moroz", "Musa Bello"),
    ),
    Case(
        "Ilya Moroz, Brother Jakov Hromada and their cook were killed.",
        killed=("Ilya Moroz", "Jakov Hromada", "their cook"),
    ),
    Case("Ilya Moroz, his wife Anna and two sons died in the raid.", killed=("Ilya Moroz", "Anna", "two sons")),
    Case("Nine people including an MP, Musa Bello, were killed by gunmen.", ("Nine people", "Musa Bello"), ("gunmen",)),
    Case("Twenty rebels were killed, among them a Jordanian, Khalid Omar.", killed=("Twenty rebels", "Khalid Omar")),
    Case(
        "The following policemen died in combat: Captain Jan Vos, Sergeant Anna Berg and Corporal Ilya Moroz.",
        killed=("Jan Vos", "Anna Berg", "Ilya Moroz"),
    ),
    Case(
        "A bomb killed two people in Kano. The driver, Jakov Hromada, was among the dead, he said.",
        killed=("two people", "Jakov Hromada"),
        where=("Kano",),
        weapon=("bomb",),
    ),
    Case(
        "A bomb killed two people in Kano. Sara Lindt was not among the dead.",
        killed=("two people",),
        where=("Kano",),
        weapon=("bomb",),
    ),
    Case(
        "A bomb killed two people in Kano. Sara Lindt may be among the dead.",
        killed=("two people",),
        where=("Kano",),
        weapon=("bomb",),
    ),
]
AUTHORS = [
    Case(
        "The murder of six abbots perpetrated in Kano by soldiers was condemned.",
        killed=("six abbots",),
        by=("soldiers",),
        where=("Kano",),
    ),
    Case("The murder of the abbot is the work of the Red Front, the bishop said.", ("abbot",), ("Red Front",)),
    Case("Police suspect the hand of the Red Front in the murder of the abbot.", ("abbot",), accused=("Red Front",)),
    Case("Police said the Red Front was behind the murder of the abbot.", ("abbot",), ("Red Front",)),
    Case("The abbot was killed in an attack claimed by the Red Front.", ("abbot",), ("Red Front",)),
    Case("The abbot was killed in an attack attributed to the Red Front.", ("abbot",), accused=("Red Front",)),
    Case("The attack that killed the abbot was claimed by the Red Front.", ("abbot",), ("Red Front",)),
    Case("A drone operated by the Borealian army killed the abbot.", ("abbot",), ("Borealian army",), (), ("drone",)),
    Case(
        "A car bomb planted by the Red Front killed ten people in Kano.",
        killed=("ten people",),
        by=("Red Front",),
        where=("Kano",),
        weapon=("car-bomb",),
    ),
    Case("The abbot was killed apparently by rebels.", ("abbot",), ("rebels",)),
    Case(
        "It may have been members of the Front who murdered the abbot.",
        ("abbot",),
        accused=("members of the Front", "Front"),
    ),
    Case("It could have been the army that killed the abbot.", ("abbot",), accused=("army",)),
    Case("It was the army that killed the abbot.", ("abbot",), ("army",)),
    Case("The abbot, whose murder shocked Kano, was buried by his nuns.", ("abbot",)),
    Case("The abbot was the victim of a murder.", ("abbot",)),
    Case("The abbot, whose sister was killed by rebels, fled.", ("sister",), ("rebels",)),
    Case("The killings during the past 72 hours of an abbot and a nun went unpunished.", ("abbot", "nun")),
    Case("By killing the abbot, the rebels sought to block the talks.", ("abbot",), ("rebels",)),
    Case("Six nuns were killed in an attack by a rebel column.", ("Six nuns",), ("rebel column",)),
    Case(
        "The nun died after an attack in which she was wounded and for which rebels claimed credit.",
        ("nun",),
        ("rebels",),
    ),
    Case("Attacks on pipelines conducted by rebels have caused damage.", by=("rebels",)),
    Case(
        "Soldiers were arrested because of their suspected involvement in the murder of six nuns.",
        ("six nuns",),
        accused=("Soldiers",),
        events=2,
    ),
    Case(
        "The murder of Jakov Hromada, head of the fire service, by the Red Front was reported on the radio.",
        killed=("Jakov Hromada",),
        by=("Red Front",),
    ),
    Case("The president confirmed the involvement of soldiers in the murder of the abbot.", ("abbot",), ("soldiers",)),
    Case("The assassin of Jakov Hromada was put on trial.", ("Jakov Hromada",)),
    Case("The murder of the abbot was not the work of the Red Front.", ("abbot",)),
]
MEANS = [
    Case("Two men set off 5 kg of dynamite under the bridge.", by=("Two men",), weapon=("explosive",)),
    Case("A bridge was dynamited by rebels in Kano.", by=("rebels",), where=("Kano",)),
    Case("A bus was burned by rebels in Kano.", by=("rebels",), where=("Kano",)),
    Case("Guerrillas set fire to a grocery store.", by=("Guerrillas",)),
    Case("A bomb exploded at the headquarters of the Farmers' Party.", weapon=("bomb",)),
    Case(
        "The abbot was murdered. The crime was committed in Kano by rebels.",
        killed=("abbot",),
        by=("rebels",),
        where=("Kano",),
    ),
]
FATES = [
    Case("Police shot forty hostages in Kano.", killed=("forty hostages",), by=("Police",), where=("Kano",)),
    Case("Corporal Musa Bello was found shot through the head.", killed=("Musa Bello",)),
    Case("The attacks, attributed to the Red Front, killed two judges.", ("two judges",), accused=("Red Front",)),
    Case("The abbot died on Tuesday as a result of a rebel attack.", killed=("abbot",), by=("rebel",)),
    Case("The abbot died as a consequence of an attack by gunmen.", killed=("abbot",), by=("gunmen",)),
    Case(
        "The bishop condemned the massacre in which troops shot 34 strikers in Kano.",
        killed=("34 strikers",),
        by=("troops",),
        where=("Kano",),
    ),
    Case("Troops shot 34 strikers in Kano.", by=("Troops",), where=("Kano",)),
    Case(
        "Blast kills 21\n\nA bomb tore through a bus in Kano, killing 21 passengers.",
        killed=("21 passengers",),
        where=("Kano",),
        weapon=("bomb",),
    ),
    Case(
        "A farmer, Jakov Hromada, died when his truck hit a mine near Kano.",
        killed=("Jakov Hromada",),
        where=("near Kano",),
        weapon=("mine",),
    ),
    Case(
        "Jakov Hromada, mayor of Achi in Bolivar, who was kidnapped by rebels in May, was found dead on Friday.",
        killed=("Jakov Hromada",),
        by=("rebels",),
        events=2,
    ),
    Case("The guerrillas cut off the head of Jakov Hromada.", ("Jakov Hromada",), ("guerrillas",)),
    Case("Jakov Hromada was found dead on Friday.", events=0),
]
PLACES = [
    Case(
        "A shell landed on a market in Kano, killing a teacher.",
        killed=("teacher",),
        where=("Kano",),
        weapon=("shell",),
    ),
    Case(
        "Two officers were killed when rockets slammed into their camp in Kano.",
        killed=("Two officers",),
        where=("Kano",),
        weapon=("rocket",),
    ),
    Case(
        "In Kano, a shell landed on a market. Four people died.",
        killed=("Four people",),
        where=("Kano",),
        weapon=("shell",),
    ),
    Case("KANO - Gunmen killed a grocer, police said.", ("grocer",), ("Gunmen",), ("KANO",)),
    Case(
        "In Kano a shell hit a school. Gunmen then killed the abbot.",
        killed=("abbot",),
        by=("Gunmen",),
        where=("Kano",),
        weapon=("shell",),
        events=2,
    ),
    Case("Speaking in Geneva, the minister said that rebels killed the abbot.", ("abbot",), ("rebels",)),
    Case(
        "In Kano a shell hit a school. In 1983 gunmen killed the abbot.",
        killed=("abbot",),
        by=("gunmen",),
        where=("Kano",),  # of the shell: the murder was at another time
        weapon=("shell",),
        events=2,
    ),
]


def _found(reading: Reading, predicate: Predicate, *, sure: bool) -> set[str]:
    labels = {e.key: e.label for e in reading.entities}
    return {
        labels[s.object.key] if isinstance(s.object, Ref) else s.object.name
        for claim in reading.claims
        if claim.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)
        and (claim.certainty in _SURE and claim.kind is not ClaimKind.ACCUSATION) is sure
        for s in claim.statements
        if s.predicate is predicate and isinstance(s.object, Ref | Concept)
    }


@pytest.mark.parametrize("case", [*ROLLS, *AUTHORS, *MEANS, *FATES, *PLACES], ids=lambda case: case.text)
def test_roles(nlp: Language, case: Case) -> None:
    reading = Reader(nlp).read(Document("d", case.text, "0"))
    assert _found(reading, Predicate.FATAL_VICTIM, sure=True) == set(case.killed)
    assert _found(reading, Predicate.PERPETRATOR, sure=True) == set(case.by)
    assert _found(reading, Predicate.PERPETRATOR, sure=False) == set(case.accused)
    assert _found(reading, Predicate.LOCATION, sure=True) == set(case.where)
    assert _found(reading, Predicate.WEAPON, sure=True) == set(case.weapon)
    assert len(reading.events) == case.events


def test_an_inferred_place_is_no_more_than_probable_and_shows_where_it_comes_from(nlp: Language) -> None:
    text = "In Kano a shell hit a school. Gunmen then killed the abbot."
    reading = Reader(nlp).read(Document("d", text, "0"))
    (claim,) = [c for c in reading.claims if c.rule == "place of the sentence before"]
    assert claim.certainty is Certainty.PROBABLE
    assert text[claim.span.begin : claim.span.end] == text
    murder = next(s.subject for c in reading.claims for s in c.statements if s.predicate is Predicate.FATAL_VICTIM)
    assert [s.subject for s in claim.statements] == [murder]


def test_hedging_who_did_it_does_not_hedge_the_death(nlp: Language) -> None:
    reading = Reader(nlp).read(Document("d", "The abbot was killed apparently by rebels.", "0"))
    sure = {s.predicate: c.certainty for c in reading.claims for s in c.statements}
    assert sure[Predicate.FATAL_VICTIM] is Certainty.CERTAIN
    assert sure[Predicate.PERPETRATOR] is Certainty.PROBABLE
