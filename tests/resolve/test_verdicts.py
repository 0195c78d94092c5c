"""The verdict on statements and events: who says it, who denies it, and who counts as one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Certainty, ClaimKind, Graph, Predicate, Ref, Stage, Status
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, killed, toll

TEXT = (
    "Eight people were buried on the hill above the town on Tuesday after shells fell on the market, and the "
    "mayor told mourners that nobody had warned them, while two villages down the valley began to empty."
)


class Strike:
    """A strike on Anton Delacroix by the army; tests add who says so."""

    def __init__(self, name: str = "report", stage: Stage = Stage.ACCOMPLISHED, source: str | None = None):
        self.story = Story(name, source=source)
        self.victim = self.story.person("Anton Delacroix")
        self.army = self.story.group("Freedonian army", actor="freedonian-army")
        self.event = self.story.event("AirStrike", stage=stage)
        self.dead, self.who = killed(self.victim), by(self.army)

    def group(self, name: str) -> str:
        """Another group, by its name as an actor."""
        return self.story.group(name, actor=name)

    def spokesman(self, group: str) -> str:
        """A person who speaks for a group."""
        person = self.story.person("Pavel Ruzek")
        self.story.is_(person, Predicate.SPEAKS_FOR, group)
        return person


def verdicts(*strikes: Strike) -> tuple[Status, Status, Status]:
    """Of the event, of the death, and of the perpetrator."""
    graph = resolve(strike.story.reading() for strike in strikes)
    (event,) = graph.events
    return (
        graph.event_status[event.key],
        _status(graph, Predicate.FATAL_VICTIM),
        _status(graph, Predicate.PERPETRATOR),
    )


def _status(graph: Graph, predicate: Predicate) -> Status:
    found = {status for st, status in graph.verdicts.items() if st.predicate is predicate}
    assert len(found) <= 1
    return found.pop() if found else Status.OPEN


def told(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who)


def told_by_police(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=strike.group("police of Sylvania"))


def told_by_police_and_repeated(strike: Strike) -> None:
    told_by_police(strike)
    told(strike)


def told_by_police_and_medics(strike: Strike) -> None:
    told_by_police(strike)
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=strike.group("medics of Talwin"))


def told_by_a_force_and_its_spokesman(strike: Strike) -> None:
    police = strike.group("police of Sylvania")
    for claimant in (police, strike.spokesman(police)):
        strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=claimant)


def told_on_behalf(strike: Strike) -> None:
    police = strike.group("police of Sylvania")
    one, two = strike.story.person("Pavel Ruzek"), strike.story.person("Ingrid Halvorsen")
    for claimant in (one, two):
        strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=claimant, behalf=police)


def admitted(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=strike.army, kind=ClaimKind.RESPONSIBILITY)


def admitted_by_a_spokesman(strike: Strike) -> None:
    told(strike)
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=strike.spokesman(strike.army))


def hedged(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, certainty=Certainty.POSSIBLE)


def accused(strike: Strike) -> None:
    strike.story.says(
        strike.event,
        OCCURRED,
        strike.dead,
        strike.who,
        by=strike.group("police of Sylvania"),
        kind=ClaimKind.ACCUSATION,
    )


def accused_and_denied(strike: Strike) -> None:
    accused(strike)
    strike.story.says(strike.event, strike.who, by=strike.army, kind=ClaimKind.DENIAL)


def accused_and_told(strike: Strike) -> None:
    accused(strike)
    strike.story.says(strike.event, strike.who, by=strike.group("medics of Talwin"))


def told_and_blamed(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead)
    strike.story.says(
        strike.event,
        strike.who,
        by=strike.group("police of Sylvania"),
        kind=ClaimKind.ACCUSATION,
        certainty=Certainty.POSSIBLE,
    )


def denied_altogether(strike: Strike) -> None:
    told_by_police(strike)
    strike.story.says(strike.event, OCCURRED, by=strike.army, kind=ClaimKind.DENIAL)


def only_denied(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, by=strike.army, kind=ClaimKind.DENIAL)


def doubted(strike: Strike) -> None:
    strike.story.says(strike.event, OCCURRED, strike.dead, strike.who, kind=ClaimKind.DOUBT)


def told_not_to_have_happened(strike: Strike) -> None:
    told_by_police(strike)
    strike.story.says(strike.event, (Predicate.OCCURRED, False), by=strike.army)


A, C, S = Status.ADMITTED, Status.CORROBORATED, Status.SINGLE_SOURCE
D, X, O = Status.DISPUTED, Status.DISCOUNTED, Status.OPEN  # noqa: E741


@pytest.mark.parametrize(
    ("say", "event", "death", "perpetrator"),
    [
        (told, S, S, S),
        (told_by_police, S, S, S),
        (told_by_police_and_repeated, S, S, S),
        (told_by_police_and_medics, C, C, C),
        (told_by_a_force_and_its_spokesman, S, S, S),
        (told_on_behalf, S, S, S),
        (admitted, A, A, A),
        (admitted_by_a_spokesman, A, A, A),
        (hedged, O, O, O),
        (accused, S, S, O),
        (accused_and_denied, S, S, D),
        (accused_and_told, C, S, S),
        (told_and_blamed, S, S, O),
        (denied_altogether, D, D, D),
        (only_denied, X, X, X),
        (doubted, O, O, O),
        (told_not_to_have_happened, D, D, D),
    ],
    ids=lambda value: value.__name__ if callable(value) else str(value),
)
def test_verdicts(say: Callable[[Strike], None], event: Status, death: Status, perpetrator: Status) -> None:
    strike = Strike()
    say(strike)
    assert verdicts(strike) == (event, death, perpetrator)


def test_two_reports_of_different_outlets_corroborate_each_other() -> None:
    one, two = Strike("one"), Strike("two")
    told(one)
    told(two)
    assert verdicts(one, two) == (C, C, C)


def test_two_reports_of_one_outlet_are_one_source() -> None:
    one, two = Strike("one", source="Morning Post"), Strike("two", source="Morning Post")
    told(one)
    told(two)
    assert verdicts(one, two) == (S, S, S)


def test_copies_of_one_report_are_one_source() -> None:
    one, two = Strike("one"), Strike("two")
    for strike in (one, two):
        strike.story.text = TEXT
        told(strike)
    assert verdicts(one, two) == (S, S, S)


def test_three_reports_that_quote_one_command_are_one_source() -> None:
    strikes = [Strike(name) for name in ("one", "two", "three")]
    for strike in strikes:
        told_by_police_and_repeated(strike)
    assert verdicts(*strikes) == (S, S, S)


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.THREATENED])
def test_nothing_is_accepted_of_what_has_not_happened(stage: Stage) -> None:
    strike = Strike(stage=stage)
    told(strike)
    assert verdicts(strike) == (O, O, O)


def test_nobody_dies_in_an_attempt() -> None:
    strike = Strike(stage=Stage.ATTEMPTED)
    told(strike)
    assert verdicts(strike) == (S, O, S)


def test_known_actors_speak_for_what_they_are_part_of() -> None:
    story = Story("report")
    victim = story.person("Anton Delacroix")
    military = story.group("US military", actor="us-military")
    command = story.group("Central Command", actor="us-central-command")
    event = story.event("AirStrike")
    story.says(event, OCCURRED, killed(victim), by(military), by=command)
    graph = resolve([story.reading()])
    assert set(graph.event_status.values()) == {A}


def test_a_state_that_denies_an_act_denies_it_for_its_forces() -> None:
    story = Story("report")
    force = story.group("Russian air force", actor="russia-air-force")
    state = story.group("Russia", actor="russia-government")
    event = story.event("ShootDown")
    story.says(event, OCCURRED, by(force), by=story.group("police"), kind=ClaimKind.ACCUSATION)
    story.says(event, by(state), by=state, kind=ClaimKind.DENIAL)
    graph = resolve([story.reading()])
    perpetrators = {status for st, status in graph.verdicts.items() if st.predicate is Predicate.PERPETRATOR}
    assert perpetrators == {D}


def test_counts_stand_side_by_side() -> None:
    strike = Strike()
    strike.story.says(strike.event, OCCURRED, strike.dead, toll(27), by=strike.group("police of Sylvania"))
    strike.story.says(strike.event, OCCURRED, toll(30), by=strike.group("medics of Talwin"))
    graph = resolve([strike.story.reading()])
    counts = [status for st, status in graph.verdicts.items() if st.predicate is Predicate.CASUALTIES]
    assert counts == [S, S]


def test_every_statement_and_event_has_a_verdict_and_every_claim_its_words() -> None:
    strike = Strike()
    denied_altogether(strike)
    graph = resolve([strike.story.reading()])
    assert {st for claim in graph.claims for st in claim.statements} == set(graph.verdicts)
    assert set(graph.event_status) == {event.key for event in graph.events}
    assert set(graph.quotes) == {claim.key for claim in graph.claims}
    known = {entity.key for entity in graph.entities} | set(graph.event_status)
    assert {st.object.key for st in graph.verdicts if isinstance(st.object, Ref)} <= known


SENTENCE = "Anton Delacroix was killed when aircraft hit his farm beside the river at dawn on Tuesday"
REWORDED = "Anton Delacroix was killed when aircraft hit his farm beside the river at dawn, it was reported"
OTHERS = "Aircraft struck a farm on Tuesday and among those who died was its owner, Anton Delacroix"


@pytest.mark.parametrize(
    ("words", "status"),
    [(SENTENCE, Status.SINGLE_SOURCE), (REWORDED, Status.SINGLE_SOURCE), (OTHERS, Status.CORROBORATED)],
    ids=["copied", "reworded", "in other words"],
)
@pytest.mark.parametrize("unnamed", [True, False], ids=["officials", "narrator"])
def test_a_sentence_that_two_reports_have_alike_is_one_source(words: str, status: Status, unnamed: bool) -> None:
    strikes = [Strike("one"), Strike("two")]
    for strike, said in zip(strikes, (SENTENCE, words), strict=True):
        who = strike.story.people("officials") if unnamed else "narrator"
        strike.story.says(strike.event, OCCURRED, strike.dead, by=who, words=said)
    assert verdicts(*strikes)[:2] == (status, status)


def test_two_with_names_who_say_the_same_are_two() -> None:
    strikes = [Strike("one"), Strike("two")]
    for strike, name in zip(strikes, ("police of Sylvania", "medics of Talwin"), strict=True):
        strike.story.says(strike.event, OCCURRED, strike.dead, by=strike.group(name), words=SENTENCE)
    assert verdicts(*strikes)[:2] == (Status.CORROBORATED, Status.CORROBORATED)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("officials", "head of the regional administration", Status.SINGLE_SOURCE),
        ("authorities", "interior minister", Status.SINGLE_SOURCE),
        ("officials", "residents", Status.CORROBORATED),
        ("residents", "interior minister", Status.CORROBORATED),
    ],
)
def test_officials_beside_who_holds_an_office_are_one_source(first: str, second: str, status: Status) -> None:
    strike = Strike()
    for who in (first, second):
        strike.story.says(strike.event, OCCURRED, strike.dead, by=strike.story.people(who), words=f"{who} said so")
    assert verdicts(strike)[:2] == (status, status)
