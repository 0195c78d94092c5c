"""People who must not come out as killed, and those beside them who must: read with the bundled model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import ClaimKind, Document, Predicate, Ref, Stage
from tests.extract.told import listed, parts_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _killed(reader: Reader, text: str) -> dict[str, str]:
    """Whoever is said to have been killed, with who says so."""
    reading = reader.read(Document("text", text, "0"))
    labels = {e.key: "report" if e.key == "narrator" else e.label for e in reading.entities}
    return {
        labels[statement.object.key]: labels[claim.claimant]
        for claim in reading.claims
        if claim.kind is not ClaimKind.DENIAL
        for statement in claim.statements
        if statement.predicate is Predicate.FATAL_VICTIM and isinstance(statement.object, Ref)
    }


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # tolls of a storm, beside what rebels did meanwhile, and one flood among other words
        (
            "The hurricane struck on Monday. Since the hurricane rebels have killed five monks. The mayor said the "
            "hurricane had left 116 dead and 178 injured.",
            {"five monks": "report"},
        ),
        ("A flood of refugees came. The shelling left 16 dead.", {"16 dead": "report"}),
        # a fight, whatever it is called
        ("Farmers clashed with herders in a fight that left one villager dead.", {"one villager": "report"}),
        ("The abbot lost his fight against cancer.", {}),
        # what is only told to be done
        ("Two goals remain: kill Colonel Obi and seize the port.", {}),
        ("Their aims are: 1. Kill the governor. 2. Take the bridge.", {}),
        ("These are 1) assassinate or overthrow General Obi, who took power in 1999.", {}),
        ("The manual tells members how to kill officials and bomb bridges.", {}),
        ("He explained how the men killed the priest.", {"priest": "report"}),
        ("Rebels kill three farmers", {"three farmers": "report"}),
        # who the leader is, and those beside him
        ("Gunmen killed their leader, Omar Nasser and two guards.", {"Omar Nasser": "report", "two guards": "report"}),
        # losses in money
        ("Three bombs destroyed a bridge. The losses exceed 3 million pesos.", {}),
        # the speaker named behind what is told, whichever verb the parser gives him to
        (
            "Omar Sayed was shot dead on Monday, Jon Kane, a spokesman for the police, said.",
            {"Omar Sayed": "Jon Kane"},
        ),
        (
            "Omar Sayed was killed in Kano on Monday, Jon Kane, the governor's spokesman, told reporters.",
            {"Omar Sayed": "Jon Kane"},
        ),
        (
            "Three soldiers were killed in a bomb attack, Jon Kane, spokesman for the governor, said.",
            {"Three soldiers": "Jon Kane"},
        ),
        # "shot dead" with whom behind it
        (
            "In Kano, unidentified gunmen using silenced pistols shot dead Omar Sayed, an employee of the ministry.",
            {"Omar Sayed": "report"},
        ),
        # "who" is the person named before it, not the coffin
        ("Mourners carried the coffin of Omar Nasser, who was killed in Saturday's blast.", {"Omar Nasser": "report"}),
        ("The brother of Omar Nasser, who was killed in Saturday's blast, wept.", {"brother of Omar Nasser": "report"}),
        ("In Kano, unidentified gunmen were shot dead by Omar Sayed.", {"unidentified gunmen": "report"}),
        # who was aimed at is not who died, and least of all who survived
        (
            "A guard was killed on Saturday in Kano. Vice president Omar Sayed survived the attack.",
            {"guard": "report"},
        ),
        (
            "A guard was killed on Saturday in Kano. Vice president Omar Sayed escaped the attack unharmed.",
            {"guard": "report"},
        ),
        (
            "A guard was shot dead in Kano. The attack on vice president Omar Sayed was carried out by rebels.",
            {"guard": "report"},
        ),
        # a leader left unnamed, and who was aimed at by name
        (
            "The army carried out a strike, resulting in the death of a rebel leader. The strike targeted Omar Sayed.",
            {"Omar Sayed": "report"},
        ),
        # a name behind the number of somebody else's victims
        (
            "The mastermind of the bombing that killed ten people, Omar Haddad, was captured on Friday.",
            {"ten people": "report"},
        ),
        # sentenced, not dead
        ("Six soldiers were sentenced to death for refusing to fight.", {}),
        ("A court condemned Omar Haddad to death for the bombing in Kano.", {}),
        # by their own hand, and beside others
        ("He was made to sign a paper that she had killed herself.", {}),
        ("Two brothers, Ali and Omar Haddad, burned to death in a raid.", {"Ali": "report", "Omar Haddad": "report"}),
        # told to do it, not told to have done it
        ("The spy had the mission of assassinating President Omar Sayed.", {}),
        ("They were given the task of killing judge Ana Perl.", {}),
        # threatened with it
        ("Residents were told to leave or be killed.", {}),
        ("The group gave the mayor 24 hours to leave or be shot dead.", {}),
        ("Three nuns were arrested or killed in Kano.", {"Three nuns": "report"}),
        ("Judge Omar Sayed received death threats from the Red Front.", {}),
        ("The murderers of Father Osman, including Major Karim Haddad, must be found.", {"Osman": "report"}),
        ("Three soldiers were killed during a rescue mission in Kano.", {"Three soldiers": "report"}),
    ],
)
def test_only_the_dead_are_dead(reader: Reader, text: str, killed: dict[str, str]) -> None:
    assert _killed(reader, text) == killed


@pytest.mark.parametrize(
    "text",
    ['"We shelled no market," the army spokesman said on Monday.', "Troops attacked no hospital in Homs, they said."],
)
def test_an_attack_on_no_target_is_none(reader: Reader, text: str) -> None:
    assert not reader.read(Document("text", text, "0")).events


@pytest.mark.parametrize(
    ("text", "whom", "by"),
    [
        ("Judge Omar Sayed received death threats from the Red Front.", "Omar Sayed", "Red Front"),
        ("The Red Front issued death threats against ten judges.", "ten judges", "Red Front"),
        ("Rebels threatened the judge's life.", "judge", "Rebels"),
        ("The mayor was threatened with death by rebels.", "mayor", "rebels"),
    ],
)
def test_who_threatens_whom_with_death(reader: Reader, text: str, whom: str, by: str) -> None:
    reading = reader.read(Document("text", text, "0"))
    assert [event.stage for event in reading.events] == [Stage.THREATENED]
    assert [listed(p, Predicate.TARGET, Predicate.PERPETRATOR) for p in parts_told(reading)] == [[whom, by]]


def test_that_nobody_was_threatened_tells_of_nothing(reader: Reader) -> None:
    assert not reader.read(Document("text", "The judge never received a death threat.", "0")).events


def test_who_abducts_somebody_and_who_kills_him_then_are_the_same(reader: Reader) -> None:
    text = "Omar Sayed was abducted and later murdered by rebels near Kano."
    parts = parts_told(reader.read(Document("text", text, "0")))
    assert [listed(p, Predicate.PERPETRATOR) for p in parts] == [["rebels"]] * len(parts)


@pytest.mark.parametrize(
    ("text", "planners"),
    [
        ("Police uncovered a plot to murder the president.", ""),
        ("The government warned the judge of a plot to murder him.", ""),
        ("The newspaper reported an attempt to kill the judge.", ""),
        ("The rebels drew up a plan to kill the mayor.", "rebels"),
        ("The rebels made an attempt to kill the mayor.", "rebels"),
    ],
)
def test_who_tells_of_a_plot_or_foils_it_did_not_hatch_it(reader: Reader, text: str, planners: str) -> None:
    parts = parts_told(reader.read(Document("text", text, "0")))
    assert [listed(p, Predicate.PERPETRATOR) for p in parts] == [[planners]]


@pytest.mark.parametrize(
    "text",
    ["Omar Sayed emerged unscathed from a bomb attack in Kano.", "Omar Sayed was the victim of an attack in Kano."],
)
def test_who_comes_out_of_an_attack_was_its_target(reader: Reader, text: str) -> None:
    parts = parts_told(reader.read(Document("text", text, "0")))
    assert [listed(p, Predicate.TARGET, Predicate.FATAL_VICTIM) for p in parts] == [["Omar Sayed", ""]]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Rebels are holding two nurses in Kano.", [["two nurses", "Rebels"]]),
        ("The consul is being held by the rebels.", [["consul", "rebels"]]),
        ("Rebels had held the consul for two weeks.", [["consul", "Rebels"]]),
        ("The soldier held his son.", []),
        ("The rebels are holding talks in Kano.", []),
        ("The club is holding its members back.", []),
    ],
)
def test_who_is_held(reader: Reader, text: str, held: list[list[str]]) -> None:
    parts = parts_told(reader.read(Document("text", text, "0")))
    assert [listed(p, Predicate.CAPTIVE, Predicate.PERPETRATOR) for p in parts] == held
