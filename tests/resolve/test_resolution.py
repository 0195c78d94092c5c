"""Resolution as a whole: small stories in, one graph out."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.model import ClaimKind, EntityKind, Graph, Predicate, Reading, Ref, Status, TimeSpan
from kg.resolve import Verdict, judgements, resolve
from tests.resolve.factory import OCCURRED, Story, by, killed, seized, when, where


def strike(name: str, victim: str, date: str | None, issued: str | None = None) -> Reading:
    """A command says that it killed somebody from the air."""
    story = Story(name, issued)
    dead = story.person(victim)
    command = story.group("Northern Command", actor="northern-command")
    army = story.group("Freedonian army", actor="freedonian-army")
    story.is_(command, Predicate.PART_OF_GROUP, army)
    event = story.event("DroneStrike")
    story.says(event, OCCURRED, killed(dead), by(army), *([when(date)] if date else []), by=command)
    story.says(event, killed(dead), where(story.country("Sylvania", "SY")))
    return story.reading()


def misdated() -> Reading:
    """A killing with a misprinted year, and a life that shows which year it was."""
    story = Story("misdated", "2018-12-03")
    victim, suspect = story.person("Anton Delacroix"), story.person("Abu al-Marwat")
    force = story.group("the alliance", actor="alliance")
    killing = story.event("Beheading")
    story.says(killing, killed(victim), by(suspect), by=force, kind=ClaimKind.ACCUSATION)
    story.says(killing, killed(victim), when("2014", words="four years ago"), by=force)
    story.says(killing, killed(victim), when("1995-11", words="November 1995"))
    abduction = story.event("Abduction")
    story.says(abduction, seized(victim), when("1994", words="the year before", basis="relative to November 1995"))
    founding = story.event("Founding")
    story.says(founding, (Predicate.PARTICIPANT, victim), when("2012"))
    return story.reading()


def status_of(graph: Graph, predicate: Predicate, label: str) -> Status:
    """The verdict on the one statement with this predicate whose object is called so."""
    names = {entity.key: entity.label for entity in graph.entities}
    found = {
        status
        for statement, status in graph.verdicts.items()
        if statement.predicate is predicate
        and label
        == (
            names.get(statement.object.key)
            if isinstance(statement.object, Ref)
            else statement.object.label
            if isinstance(statement.object, TimeSpan)
            else str(statement.object)
        )
    }
    assert len(found) == 1, (predicate, label, found)
    return found.pop()


def test_one_strike_told_by_three_reports_under_two_spellings() -> None:
    readings = [
        strike("dated", "Usamah al-Hashimi", "2023-07-07", "2023-07-09"),
        strike("undated", "Osama al-Hashemi", None),
        strike("other", "Osama al-Hashemi", "2023-07-07", "2023-07-09"),
    ]
    graph = resolve(readings)
    assert [event.label for event in graph.events] == [
        "Killing of Osama al-Hashemi by Freedonian army in a drone strike, Sylvania, 2023-07-07"
    ]
    assert {claim.document for claim in graph.claims} == {"dated", "undated", "other"}
    assert graph.event_status[graph.events[0].key] is Status.ADMITTED
    assert status_of(graph, Predicate.FATAL_VICTIM, "Osama al-Hashemi") is Status.ADMITTED


def test_a_misprinted_year_is_kept_but_discounted_with_what_rests_on_it() -> None:
    graph = resolve([misdated()])
    assert status_of(graph, Predicate.TIME, "1995-11") is Status.DISCOUNTED
    assert status_of(graph, Predicate.TIME, "1994") is Status.DISCOUNTED
    assert status_of(graph, Predicate.TIME, "2014") is Status.SINGLE_SOURCE
    assert status_of(graph, Predicate.PERPETRATOR, "Abu al-Marwat") is Status.OPEN


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_any_order_gives_the_same_graph(order: tuple[int, ...]) -> None:
    readings = [
        strike("dated", "Usamah al-Hashimi", "2023-07-07", "2023-07-09"),
        strike("undated", "Osama al-Hashemi", None),
        misdated(),
    ]
    assert resolve(readings[place] for place in order) == resolve(readings)


def test_words_are_kept_and_texts_let_go() -> None:
    reading = misdated()
    graph = resolve([reading])
    assert [document.text for document in graph.documents] == [""]
    assert {graph.quotes[claim.key] for claim in graph.claims} == {
        claim.span.of(reading.document.text) for claim in reading.claims
    }


def test_judgements_say_why() -> None:
    readings = [strike("a", "Usamah al-Hashimi", "2023-07-07"), strike("b", "Osama al-Hashemi", None)]
    people = [j for j in judgements(readings) if j.left.key.startswith("person")]
    assert [(j.verdict, j.reasons[0]) for j in people] == [(Verdict.SAME, "spelt differently")]


@pytest.mark.parametrize(
    ("description", "count", "names"),
    [
        ("three members of the Harbour Front", 3, ["Harbour Front", "three members of the Harbour Front"]),
        ("Harbour Front fighters", None, ["Harbour Front", "Harbour Front fighters"]),
        ("the Harbour Front alliance", None, ["Harbour Front"]),
    ],
)
def test_people_of_a_group_are_not_the_group(description: str, count: int | None, names: list[str]) -> None:
    stories = []
    for number in (1, 2):
        story = Story(f"r{number}", "2022-03-05")
        event = story.event("Bombing")
        author = story.group("Harbour Front") if number == 1 else story.people(description, count)
        story.says(event, OCCURRED, killed(story.person("Omar Sayed")), by(author), when("2022-03-04"))
        stories.append(story.reading())
    groups = [e for e in resolve(stories).entities if e.kind is EntityKind.GROUP]
    assert sorted(e.name or e.description or "" for e in groups) == names
