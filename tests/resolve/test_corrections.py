"""What people decide, and that it holds in every later build."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.model import Entity, Event, Graph, Predicate, Reading
from kg.resolve import Action, Correction, Resolution, Verdict, resolution, resolve
from kg.resolve.corrections import parse, render, thing
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, when, where
from tests.resolve.test_properties import check
from tests.resolve.test_properties import readings as a_few_readings


def report(name: str, victim: str, day: str, issued: str | None = None) -> Reading:
    """A report of a strike on one man, or on a bakery."""
    story = Story(name, issued or f"{day[:-2]}{int(day[-2:]) + 1:02}")
    event = story.event("AirStrike")
    army = story.group("Freedonian army", actor="freedonian-army")
    roles = [OCCURRED, by(army), when(day), where(story.place("Talwin", country="SL"))]
    story.says(event, *roles, killed(story.person(victim)) if victim else hit(story.thing("a bakery")))
    return story.reading()


ONE = report("one", "Samir Qandil", "2022-03-04")
TWO = report("two", "Sameer Qandeel", "2022-03-04")
THREE = report("three", "Pavel Ruzek", "2022-03-08")


def people(graph: Graph) -> dict[str, str]:
    """The keys of the persons by what they are called."""
    return {e.label: e.key for e in graph.entities if e.key.startswith("person-")}


def documents_of(graph: Graph, key: str) -> set[str]:
    """The documents whose claims speak of a thing."""
    return {
        claim.document
        for claim in graph.claims
        for s in claim.statements
        if key in (s.subject, getattr(s.object, "key", None))
    }


def corrected(readings: list[Reading], *corrections: Correction) -> Resolution:
    """The resolution with corrections, each of which must find what it corrects."""
    found = resolution(readings, corrections)
    assert found.unmet == ()
    return found


def test_merged_persons_are_one_and_so_is_what_they_died_in() -> None:
    same_day = report("three", "Pavel Ruzek", "2022-03-04")
    apart = people(resolve([ONE, same_day]))
    for names in (("Pavel Ruzek", "Samir Qandil"), ("Samir Qandil", "Pavel Ruzek")):
        first, second = (apart[name] for name in names)
        found = corrected([ONE, same_day], Correction(Action.MERGE, (first, second), why="court record"))
        assert list(people(found.graph).values()) == [first]
        assert len(found.graph.events) == 1
        assert found.graph.replaced[second] == first
    by_hand = [judged for judged in found.judgements if judged.reasons == ("by hand: court record",)]
    assert [judged.verdict for judged in by_hand] == [Verdict.SAME]


def test_what_is_kept_apart_stays_two_whatever_comes_in_later() -> None:
    graph = resolve([ONE, TWO])
    assert len(people(graph)) == 1
    keys = [*people(resolve([ONE])).values(), *people(resolve([TWO])).values()]
    later = report("four", "Samir al-Qandil", "2022-03-04")
    for readings in ([ONE, TWO], [ONE, TWO, later]):
        graph = corrected(readings, Correction(Action.APART, (keys[0], keys[1]))).graph
        assert len(people(graph)) == 2
        assert documents_of(graph, keys[0]).isdisjoint({"two"})


def test_a_person_is_split_by_documents() -> None:
    (key,) = people(resolve([ONE, TWO])).values()
    found = corrected([ONE, TWO, THREE], Correction(Action.SPLIT, (key,), documents=("two",)))
    assert len(people(found.graph)) == 3
    assert documents_of(found.graph, key) == {"one"}
    assert Verdict.DIFFERENT in {judged.verdict for judged in found.judgements}


def test_an_event_is_split_and_the_new_one_corrected_further() -> None:
    readings = [report("one", "", "2022-03-04"), report("two", "", "2022-03-04")]
    (event,) = resolve(readings).events
    split = Correction(Action.SPLIT, (event.key,), documents=("two",))
    graph = corrected(readings, split).graph
    assert len(graph.events) == 2
    (other,) = {found.key for found in graph.events} - {event.key}
    assert documents_of(graph, other) == {"two"}
    graph = corrected(readings, split, Correction(Action.RETYPE, (other,), types=("Shelling",))).graph
    assert {found.key: found.types for found in graph.events} == {event.key: ("AirStrike",), other: ("Shelling",)}


def test_things_are_renamed_retyped_and_deleted() -> None:
    graph = resolve([ONE])
    (man,) = people(graph).values()
    (event,) = graph.events
    army = next(e.key for e in graph.entities if e.label == "Freedonian army")
    graph = corrected(
        [ONE],
        Correction(Action.RENAME, (man,), name="Samir Q."),
        Correction(Action.RENAME, (event.key,), name="The strike of March"),
        Correction(Action.RETYPE, (event.key,), types=("DroneStrike",)),
        Correction(Action.DELETE, (army,)),
    ).graph
    (person,) = [entity for entity in graph.entities if entity.key == man]
    assert (person.name, person.aliases) == ("Samir Q.", ("Samir Qandil",))
    assert [(e.label, e.types) for e in graph.events] == [("The strike of March", ("DroneStrike",))]
    assert army not in {entity.key for entity in graph.entities}
    assert Predicate.PERPETRATOR not in {s.predicate for claim in graph.claims for s in claim.statements}


def test_what_is_no_event_is_gone_with_all_that_was_said_of_it() -> None:
    event = resolve([ONE]).events[0].key
    graph = corrected([ONE, THREE], Correction(Action.NOT_EVENT, (event,))).graph
    assert [documents_of(graph, found.key) for found in graph.events] == [{"three"}]
    assert "one" not in {claim.document for claim in graph.claims}
    assert set(graph.verdicts) == {statement for claim in graph.claims for statement in claim.statements}


def test_a_person_that_is_a_group() -> None:
    (man,) = people(resolve([ONE])).values()
    graph = corrected([ONE], Correction(Action.RETYPE, (man,), types=("Group",))).graph
    assert {e.kind.value for e in graph.entities if e.key == man} == {"Group"}


def test_a_correction_follows_a_thing_whose_first_report_comes_in_late() -> None:
    first, late = report("two", "", "2022-03-05"), report("one", "", "2022-03-05", issued="2022-03-05")
    event = resolve([first]).events[0].key
    assert resolve([first, late]).events[0].key != event
    named = Correction(Action.RENAME, (event,), name="The bakery")
    assert [found.label for found in corrected([first, late], named).graph.events] == ["The bakery"]


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (Correction(Action.DELETE, ("person-nobody-0123456789",)), "nothing here is person-nobody-0123456789"),
        (Correction(Action.SPLIT, ("{man}",), documents=("nine",)), "nothing of it is told by nine"),
        (Correction(Action.SPLIT, ("{man}",), documents=("one",)), "everything of it is told by one"),
    ],
    ids=["unknown", "no such document", "nothing left"],
)
def test_a_correction_that_finds_nothing_is_told(correction: Correction, reason: str) -> None:
    (man,) = people(resolve([ONE])).values()
    things = tuple(man if key == "{man}" else key for key in correction.things)
    found = resolution([ONE], [Correction(correction.action, things, correction.documents)])
    assert [why for _, why in found.unmet] == [reason]
    assert found.graph == resolve([ONE])


def test_the_order_of_readings_does_not_matter_to_corrections() -> None:
    (key,) = people(resolve([ONE, TWO])).values()
    split = Correction(Action.SPLIT, (key,), documents=("two",))
    assert resolve([ONE, TWO, THREE], [split]) == resolve([THREE, TWO, ONE], [split])


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = st.integers(0, 99).map(lambda number: f"person-someone-{number:010}")


@given(WORDS, WORDS, st.lists(KEYS, min_size=2, max_size=4, unique=True), st.lists(WORDS, min_size=1, max_size=3))
def test_what_is_written_is_read(why: str, name: str, keys: list[str], documents: list[str]) -> None:
    written = (
        Correction(Action.MERGE, tuple(keys), why=why, by=name),
        Correction(Action.SPLIT, (keys[0],), documents=tuple(documents)),
        Correction(Action.RENAME, (keys[1],), name=name, why=why),
        Correction(Action.RETYPE, (keys[0],), types=("Group",)),
    )
    assert parse(render(written), "x.toml") == written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("correction = 3", "'correction' is no list"),
        ("[merge]\nthings = []", "'merge' is no list"),
        ("[[correction]\n", "no TOML"),
        ("[[correction]]\ndo = 'join'", "correction 1: 'do' must be one of merge, apart"),
        ("[[correction]]\ndo = 'merge'\nthings = ['person-a']", "needs two different things"),
        ("[[correction]]\ndo = 'merge'\nthing = 'person-a'", "merge needs 'things'"),
        ("[[correction]]\ndo = 'merge'\nthings = 'person-a'", "'things' must be a list"),
        ("[[correction]]\ndo = 'merge'\nthings = ['person-a', 'event-b']", "are never one"),
        ("[[correction]]\ndo = 'delete'\nthing = 'person-a'\nname = 'x'", "delete has no 'name'"),
        ("[[correction]]\ndo = 'rename'\nthing = 'person-a'\nname = ''", "'name' must be a text"),
        ("[[correction]]\ndo = 'not-event'\nthing = 'person-a'", "is no event"),
        ("[[correction]]\ndo = 'retype'\nthing = 'event-a'\ntypes = ['Person']", "no type 'Person'"),
        ("[[correction]]\ndo = 'retype'\nthing = 'group-a'\ntypes = ['Person', 'Place']", "only events"),
        ("[[correction]]\ndo = 'delete'\nthing = 'group-a'\non = 'May'", "'on' must be a day"),
    ],
)
def test_a_bad_file_says_where(text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=r"mine\.toml") as error:
        parse(text, "mine.toml")
    assert message in str(error.value)


@pytest.mark.parametrize(
    "reference",
    ["person-a-1", "<https://kg.example/id/person-a-1>", "https://x.example/kg#person-a-1", "id:person-a-1"],
)
def test_things_are_named_by_key_or_iri(reference: str) -> None:
    assert thing(reference) == "person-a-1"


def test_every_key_has_one_thing() -> None:
    (key,) = people(resolve([ONE, TWO])).values()
    graph = corrected([ONE, TWO, THREE], Correction(Action.SPLIT, (key,), documents=("two",))).graph
    things: list[Entity | Event] = [*graph.entities, *graph.events]
    assert len({found.key for found in things}) == len(things)


@st.composite
def corrected_reports(draw: st.DrawFn) -> tuple[list[Reading], list[Correction]]:
    """A few reports, and corrections of what is in their graph."""
    reports = draw(a_few_readings())
    graph = resolve(reports)
    people = [entity.key for entity in graph.entities if entity.key.startswith("person-")]
    events = [event.key for event in graph.events]
    found = []
    for keys in draw(st.lists(st.sampled_from([people, events]), min_size=1, max_size=4)):
        action = draw(st.sampled_from([Action.MERGE, Action.APART, Action.SPLIT, Action.DELETE]))
        if action in (Action.MERGE, Action.APART):
            chosen = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
            if len(chosen) > 1:
                found.append(Correction(action, tuple(chosen)))
        elif action is Action.SPLIT:
            key = draw(st.sampled_from(keys))
            if draw(st.booleans()):
                document = draw(st.sampled_from([reading.document.id for reading in reports]))
                found.append(Correction(action, (key,), (document,)))
            else:
                claims = draw(st.lists(st.sampled_from([claim.key for claim in graph.claims]), min_size=1, max_size=3))
                found.append(Correction(action, (key,), claims=tuple(claims)))
        else:
            found.append(Correction(action, (draw(st.sampled_from(keys)),)))
    return reports, found


@settings(max_examples=40)
@given(corrected_reports(), st.randoms(use_true_random=False))
def test_any_corrections_give_a_whole_graph_in_any_order_of_the_reports(
    given_reports: tuple[list[Reading], list[Correction]], random: object
) -> None:
    reports, corrections = given_reports
    graph = resolve(reports, corrections)
    check(graph)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled, corrections) == graph
    alone = {correction.action for correction in corrections}
    if alone == {Action.MERGE} and len(corrections) == 1:
        first, *others = corrections[0].things
        assert {graph.replaced[key] for key in others} == {first}
    if alone == {Action.APART}:
        there = {entity.key for entity in graph.entities} | {event.key for event in graph.events}
        assert {key for correction in corrections for key in correction.things} <= there
