"""Who did it, where that is said apart from the deed: read with the bundled model.

An author is written ``kind by claimant: perpetrator``; ``?`` behind the kind marks what is less than certain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.reader import Reader
from kg.model import Certainty, Document, Predicate, Ref
from kg.resolve import resolve

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Reading

pytestmark = pytest.mark.model

_BOMB = "Twelve people were killed in a bombing in Kano on Friday. "
_JUDGE = "Judge Ana Perl was shot dead in May. "

Authors = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


@pytest.fixture(scope="module")
def authors(reader: Reader) -> Authors:
    """The perpetrators that a text names, with who says so."""
    return lambda text: _authors(_read(reader, text))


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Document("text", text, "0", issued=date(2021, 3, 4)))


def _authors(reading: Reading) -> set[str]:
    labels = {e.key: "report" if e.key == "narrator" else e.label for e in reading.entities}
    return {
        f"{claim.kind.value}{'' if claim.certainty is Certainty.CERTAIN else '?'} by {labels[claim.claimant]}: "
        f"{labels[statement.object.key]}"
        for claim in reading.claims
        for statement in claim.statements
        if statement.predicate is Predicate.PERPETRATOR and isinstance(statement.object, Ref)
    }


@pytest.mark.parametrize(
    ("text", "author"),
    [
        # blame
        (_BOMB + "The government blamed the Northern Front.", "Accusation? by government: Northern Front"),
        (_BOMB + "Police blamed it on the Northern Front.", "Accusation? by Police: Northern Front"),
        (_BOMB + "The Northern Front was blamed.", "Accusation? by report: Northern Front"),
        (_BOMB + "Officials pointed the finger at the Northern Front.", "Accusation? by Officials: Northern Front"),
        (
            _BOMB + "The government accused the Northern Front, which denied the charge.",
            "Accusation? by government: Northern Front",
        ),
        (_BOMB + "The elders blamed the army, and a spokesman confirmed it.", "Accusation? by elders: army"),
        # suspicion
        (_BOMB + "Police suspect the Northern Front.", "Accusation? by Police: Northern Front"),
        (_BOMB + "Police suspect the hand of the Northern Front.", "Accusation? by Police: Northern Front"),
        (_BOMB + "Police suspect the involvement of the Northern Front.", "Accusation? by Police: Northern Front"),
        (
            _BOMB + "Only the Northern Front could have done this, the governor said.",
            "Accusation? by governor: Northern Front",
        ),
        (
            _BOMB + "The attack is believed to be the work of the Northern Front.",
            "Accusation? by report: Northern Front",
        ),
        (
            _BOMB + "The governor said the Northern Front was the likely culprit.",
            "Accusation? by governor: Northern Front",
        ),
        (_BOMB + "The main suspect is Jon Kane.", "Accusation? by report: Jon Kane"),
        (_BOMB + "A suspect, Jon Kane, was arrested.", "Accusation? by report: Jon Kane"),
        (_BOMB + "The ministry said terrorists were to blame.", "Accusation? by ministry: terrorists"),
        # papers in which it is claimed
        (
            _JUDGE + "Leaflets left by the body were signed by the Northern Front.",
            "ResponsibilityClaim by Northern Front: Northern Front",
        ),
        # a state blames others for what it was told to have done
        (
            "Nine people died in Turkish shelling of a resort. Turkey blamed the Popular Army.",
            "Accusation? by Turkey: Popular Army",
        ),
        # charged with murder, of whom is told before; hanged for it
        (_JUDGE + "Jon Kane, 24, has been charged with murder.", "Accusation? by report: Jon Kane"),
        (
            "Two brothers were hanged for the bombing that killed 13 worshippers.",
            "Accusation? by report: Two brothers",
        ),
        ("A teacher was killed; two men were charged with murder.", "Accusation? by report: two men"),
        (
            _BOMB + "“We did it,” a spokesman for the Northern Front said.",
            "ResponsibilityClaim by spokesman: Northern Front",
        ),
        (
            "Nine soldiers died in an ambush. The Northern Front said its fighters had laid the ambush.",
            "ResponsibilityClaim by Northern Front: Northern Front",
        ),
        # what was said "in a video" is a claim, with or without "that"
        (
            _BOMB + "Omar Sadik said in a video he had carried out the bombing.",
            "ResponsibilityClaim by Omar Sadik: Omar Sadik",
        ),
        # who ordered what was done
        ("The colonel accused of ordering the murder of six monks is being held.", "Accusation? by report: colonel"),
        (_JUDGE + "Those responsible are members of the army, the bishop said.", "Assertion by bishop: army"),
        (_JUDGE + "Jon Kane was convicted of ordering her murder.", "Assertion by report: Jon Kane"),
        ("A priest was shot dead in Kano on the orders of Jon Kane.", "Assertion? by report: Jon Kane"),
        (_BOMB + "The attack was ordered by Jon Kane, police said.", "Assertion? by police: Jon Kane"),
        (_BOMB + "Jon Kane did not order the attack, his lawyer said.", "Denial by his lawyer: Jon Kane"),
        # who they were
        (
            _JUDGE + "Villagers said the killers came from the Kamajor militia.",
            "Assertion by Villagers: Kamajor militia",
        ),
        (
            _JUDGE + "The gunmen were later identified as members of the Northern Front.",
            "Assertion by report: Northern Front",
        ),
        (_JUDGE + "Police identified the killer as Jon Kane.", "Assertion by Police: Jon Kane"),
        (_JUDGE + "The gunman, Jon Kane, was arrested.", "Assertion? by report: Jon Kane"),
        (
            _BOMB + "Police said the bombers, members of the Northern Front, had fled.",
            "Assertion? by Police: Northern Front",
        ),
        # the weapon that was told of before
        (_BOMB + "The bomb was planted by rebels.", "Assertion by report: rebels"),
        ("Shells killed nine people in Kano. The army had fired the shells, monks said.", "Assertion by monks: army"),
        # for whom somebody claims it
        (
            _BOMB + "An anonymous caller claimed responsibility on behalf of the Northern Front.",
            "ResponsibilityClaim by Northern Front: Northern Front",
        ),
        (
            _BOMB + "A caller claiming to speak for the Northern Front claimed responsibility.",
            "ResponsibilityClaim by Northern Front: Northern Front",
        ),
        (
            _BOMB + "A statement in the name of the Northern Front claimed responsibility.",
            "ResponsibilityClaim by Northern Front: Northern Front",
        ),
        # sentenced for it
        (_JUDGE + "Jon Kane got 20 years for the murder.", "Assertion by report: Jon Kane"),
        (_JUDGE + "Jon Kane was sentenced to life imprisonment for the murder.", "Assertion by report: Jon Kane"),
        # what an army owns up to right after it
        (
            "Nine people died in an air strike in Kano. The army confirmed that it had carried out a strike.",
            "ResponsibilityClaim by army: army",
        ),
        (_BOMB + "Suspicion fell on the Northern Front.", "Accusation? by report: Northern Front"),
        (_BOMB + "The attack bore the hallmarks of the Northern Front.", "Accusation? by report: Northern Front"),
        (_BOMB + "The Northern Front is believed to be behind the attack.", "Accusation? by report: Northern Front"),
        # told outright, of a pronoun that stands for the deed
        (_BOMB + "It was carried out by the Northern Front, police said.", "Assertion by police: Northern Front"),
        (_BOMB + "It was the work of the Northern Front, police said.", "Assertion by police: Northern Front"),
        # one's own part denied
        (_BOMB + "The rebels said that they were not responsible.", "Denial by rebels: rebels"),
        # by whose hand hostages die when others storm the house
        (
            "Four hostages died when special forces stormed the house.",
            "Assertion? by report: special forces",
        ),
        # cleared of it: whoever cleared him denies that he did it
        ("Jon Kane was acquitted of killing Omar Sayed.", "Denial by report: Jon Kane"),
        (_JUDGE + "The court cleared two officers of the murder.", "Denial by court: two officers"),
        # held over it
        (
            "Three soldiers were arrested over the murder of Omar Sayed.",
            "Accusation? by report: Three soldiers",
        ),
        (
            "Two men were charged in connection with the killing of Omar Sayed.",
            "Accusation? by report: Two men",
        ),
        (
            "Police arrested a mechanic on suspicion of the murder of Omar Sayed.",
            "Accusation? by report: mechanic",
        ),
        (
            "The two men are suspected of involvement in the murder of Omar Sayed.",
            "Accusation? by report: two men",
        ),
        (
            "Three soldiers are on trial for the murder of Omar Sayed.",
            "Accusation? by report: Three soldiers",
        ),
        # whoever is arrested, not whoever arrests, is held to have done it
        (
            "The army arrested eight soldiers on charges of being implicated in the murder of Omar Haddad.",
            "Accusation? by report: eight soldiers",
        ),
        # only accused, whatever verb carries the deed
        (
            "Omar Haddad, accused of carrying out the bombing that killed ten people, was captured on Friday.",
            "Accusation? by report: Omar Haddad",
        ),
        # called its author
        (
            "Omar Haddad is the mastermind of the bombing that killed ten people, police said.",
            "Assertion by police: Omar Haddad",
        ),
        (
            "Omar Haddad is believed to be the mastermind of the bombing that killed ten people.",
            "Accusation? by report: Omar Haddad",
        ),
        # named by the deed
        (_JUDGE + "Her killers, two men on a motorcycle, escaped.", "Assertion by report: two men"),
        (_JUDGE + "Perl's killers were soldiers, the bishop said.", "Assertion by bishop: soldiers"),
        (
            _JUDGE + "The murderers of the judge were members of the Northern Front.",
            "Assertion by report: members of the Northern Front",
        ),
    ],
)
def test_an_author_named_apart_from_the_deed_is_read(authors: Authors, text: str, author: str) -> None:
    assert author in authors(text)


@pytest.mark.parametrize(
    "text",
    [
        # blame for something else
        _BOMB + "The minister blamed the rebels for the collapse of the talks.",
        _BOMB + "The minister blamed the rebels for leaving the talks.",
        _BOMB + "Farmers blamed the drought.",
        _BOMB + "The ministry is responsible for the police.",
        _BOMB + "The mayor, who is responsible for the market, was absent.",
        # no more is said of them than that they did it
        "The people responsible for the killing of Ana Perl must be punished.",
        "The person who killed Ana Perl fled.",
        # nobody is blamed
        _BOMB + "No group was blamed.",
        _BOMB + "The minister did not blame the rebels.",
        _BOMB + "The minister refused to blame the rebels.",
        _BOMB + "If the rebels are blamed, the talks will fail.",
        _BOMB + "It is not known who is responsible.",
        _BOMB + "The president urged police to find those who are responsible.",
        _BOMB + "A peace agreement was signed by the rebels.",
        _BOMB + "A letter signed by 40 bishops said that the killing must stop.",
        _BOMB + "The president blamed himself.",
        _BOMB + "Police suspect a gas leak.",
        "The president ordered an attack on the camp.",
        "The general ordered the execution of the prisoners.",
        _BOMB + "Police suspect the rebels of smuggling arms.",
        _BOMB + "The minister accused the rebels of leaving the talks.",
        _BOMB + "The president did this to please the army.",
        _BOMB + "The baker did it well.",
        _BOMB + "The radio was made by a farmer.",
        _BOMB + "Jon Kane is the mastermind of a bank robbery.",
        _BOMB + "The Northern Front was not the culprit.",
        # nothing was told that they could be blamed for
        "The union was blamed. Prices rose.",
        # over it, but not suspected of it
        "Members of parliament questioned the minister over the murder of Omar Sayed.",
        "The family wants justice for the murder of Omar Sayed.",
        "Police have not arrested anybody over the murder of Omar Sayed.",
        "Two men were arrested after the murder of Omar Sayed.",
        # a killer for somebody, or of nobody in particular
        "Escobar's killers were soldiers.",
        _JUDGE + "The killers of judges are often soldiers.",
    ],
)
def test_no_author_is_read(authors: Authors, text: str) -> None:
    assert authors(text) <= {"Assertion by report: Police"}


def test_a_killer_acts_like_anybody(authors: Authors) -> None:
    assert authors("An assassin killed judge Ana Perl in May.") == {"Assertion by report: assassin"}


def test_who_the_killers_are_not_is_no_author(authors: Authors) -> None:
    assert not any("soldiers" in author for author in authors(_JUDGE + "Perl's killers were not soldiers."))


@pytest.mark.parametrize(
    "text",
    [
        "Pablo Escobar's assassins killed two judges in May.",
        "The cartel's assassins shot a judge in May.",
        "Assassins of the Northern Cartel killed two judges.",
        "The regime's killers must be punished, she said.",
    ],
)
def test_those_for_whom_killers_kill_are_not_dead(reader: Reader, text: str) -> None:
    reading = _read(reader, text)
    labels = {e.key: e.label for e in reading.entities}
    dead = {
        labels[s.object.key]
        for c in reading.claims
        for s in c.statements
        if s.predicate is Predicate.FATAL_VICTIM and isinstance(s.object, Ref)
    }
    assert not {name for name in dead if any(w in name for w in ("Escobar", "artel", "regime"))}


def test_suspicion_reaches_back_a_few_sentences_only(authors: Authors) -> None:
    filler = "The market sells fruit. Schools were open. It rained in the north. Trade was slow. "
    assert authors(_BOMB + filler[:24] + "Suspicion fell on the rebels.")
    assert not authors(_BOMB + filler + "Suspicion fell on the rebels.")


@pytest.mark.parametrize(
    "text",
    [
        _BOMB + "The government blamed the Northern Front.",
        _BOMB + "Suspicion fell on the Northern Front.",
        "Three soldiers were arrested over the murder of Omar Sayed.",
        _JUDGE + "The minister is believed to be behind the killing.",
    ],
)
def test_whoever_is_only_accused_is_no_accepted_perpetrator(reader: Reader, text: str) -> None:
    graph = resolve([_read(reader, text)])
    told = {s for c in graph.claims for s in c.statements if s.predicate is Predicate.PERPETRATOR}
    captors = {e.key for e in graph.entities if e.label == "Police"}
    assert told
    assert not any(
        graph.verdicts[s].accepted for s in told if isinstance(s.object, Ref) and s.object.key not in captors
    )


@given(
    st.lists(
        st.sampled_from(
            [
                _BOMB,
                _JUDGE,
                "The government blamed the Northern Front. ",
                "It was carried out by rebels. ",
                "Two men were arrested over the murder of Omar Sayed. ",
                "Suspicion fell on it. ",
                "They blamed them for it. ",
            ]
        ),
        max_size=4,
    )
)
def test_the_same_text_has_the_same_authors(reader: Reader, sentences: list[str]) -> None:
    text = "".join(sentences)
    reading = _read(reader, text)
    assert reading == _read(reader, text)
