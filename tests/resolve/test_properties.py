"""What holds for resolution whatever the readings are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import ClaimKind, Graph, Reading
from kg.resolve import judgements, resolution, resolve
from tests.resolve.event_pairs import cases
from tests.resolve.factory import OCCURRED, Story, by, killed, when, where
from tests.resolve.synthetic import reports

NAMES = (
    "Karim al-Hashimi", "Kareem al-Hashemi", "Samir Qandil", "Qandil", "Muhammad Ali", "Mohammed Aly",
    "Abu Omar", "Pavel Ruzek", "Anton Delacroix",
)  # fmt: skip
DAYS = ("2020-03-04", "2020-03-05", "2020-03", "2021-07-01", None)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """A few reports that may or may not tell of the same things."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        story = Story(f"report{number}", draw(st.sampled_from(("2020-03-06", "2021-07-02", None))))
        for _ in range(draw(st.integers(1, 3))):
            victim = story.person(draw(st.sampled_from(NAMES)))
            army = story.group("an army", actor=draw(st.sampled_from(("north", "south"))))
            event = story.event(draw(st.sampled_from(("AirStrike", "DroneStrike", "Killing", "Beheading"))))
            roles = [OCCURRED, killed(victim), by(army)]
            day = draw(st.sampled_from(DAYS))
            if day:
                roles.append(when(day))
            if draw(st.booleans()):
                roles.append(where(story.place(draw(st.sampled_from(("Talwin", "Gorno"))), country="SL")))
            story.says(event, *roles)
            if draw(st.booleans()):
                story.says(event, OCCURRED, by=army, kind=draw(st.sampled_from(tuple(ClaimKind))))
        found.append(story.reading())
    return found


@settings(max_examples=25)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_readings_does_not_matter(given_readings: list[Reading], random: object) -> None:
    shuffled = list(given_readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(given_readings)
    assert judgements(shuffled) == judgements(given_readings)


@settings(max_examples=25)
@given(readings())
def test_a_repeated_reading_changes_nothing(given_readings: list[Reading]) -> None:
    assert resolve(given_readings * 2) == resolve(given_readings)


@settings(max_examples=25)
@given(readings())
def test_the_graph_is_the_same_explained_or_not(given_readings: list[Reading]) -> None:
    explained, bare = (resolution(given_readings, explained=explained) for explained in (True, False))
    assert bare.graph == explained.graph
    assert explained.sources
    assert not bare.sources
    assert not bare.judgements


@settings(max_examples=25)
@given(readings())
def test_the_graph_is_whole(given_readings: list[Reading]) -> None:
    graph = resolve(given_readings)
    check(graph)
    assert {document.id for document in graph.documents} == {r.document.id for r in given_readings}


def test_synthetic_reports_give_a_whole_graph() -> None:
    check(resolve(reports(200)))


def test_all_cases_together_give_a_whole_graph_in_any_order() -> None:
    every = []
    for number, case in enumerate(cases()):
        for reading in (case.one, case.other):
            every.append(_renamed(reading, f"{reading.document.id}{number}"))
    graph = resolve(every)
    check(graph)
    assert resolve(reversed(every)) == graph


def _renamed(reading: Reading, name: str) -> Reading:
    return replace(reading, document=replace(reading.document, id=name))


def check(graph: Graph) -> None:
    """Keys are unique and sorted, everything that is named exists, every claim has its words."""
    entities = [entity.key for entity in graph.entities]
    events = [event.key for event in graph.events]
    claims = [claim.key for claim in graph.claims]
    for keys in (entities, events, claims):
        assert len(keys) == len(set(keys))
    assert entities == sorted(entities)
    assert events == sorted(events)
    assert not set(entities) & set(events)
    known = {*entities, *events}
    for claim in graph.claims:
        assert claim.claimant in known
        assert claim.on_behalf_of is None or claim.on_behalf_of in known
        assert {statement.subject for statement in claim.statements} <= known
        assert len(graph.quotes[claim.key]) == claim.span.end - claim.span.begin
    assert {claim.document for claim in graph.claims} <= {document.id for document in graph.documents}
    assert all(event.label for event in graph.events)
