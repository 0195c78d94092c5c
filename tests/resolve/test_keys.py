"""Keys of the graph: what later reports may change, and what not."""

from __future__ import annotations

import re
from pathlib import Path

from kg.model import Claim, Entity, EntityKind, Event, Reading
from kg.resolve import resolve
from kg.resolve.kinds import PARENT, combined, fit, likeness
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, when, where
from tests.resolve.synthetic import reports

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology" / "ontology.ttl"


def report(name: str, issued: str | None, victim: str = "Samir Qandil", day: str = "2022-03-04") -> Reading:
    """A report of a strike."""
    story = Story(name, issued)
    event = story.event("AirStrike")
    army = story.group("Freedonian army", actor="freedonian-army")
    story.says(
        event,
        OCCURRED,
        killed(story.person(victim)),
        by(army),
        when(day),
        where(story.place("Talwin", country="SL")),
    )
    clash = story.event("ArmedClash")
    story.says(clash, OCCURRED, hit(story.people("soldiers at a checkpoint")))
    return story.reading()


def keys(readings: list[Reading]) -> set[str]:
    """All keys of the graph."""
    graph = resolve(readings)
    things: list[Entity | Event | Claim] = [*graph.entities, *graph.events, *graph.claims]
    return {thing.key for thing in things}


def test_later_reports_rename_nothing() -> None:
    first = report("first", "2022-03-05")
    later = [report("second", "2022-03-06", "Sameer Qandeel"), report("third", None, "Sameer Kandil")]
    assert keys([first]) <= keys([first, *later])
    graph = resolve([first, *later])
    assert sum(entity.kind is EntityKind.PERSON for entity in graph.entities) == 1


def test_reports_of_other_things_rename_nothing() -> None:
    every = list(reports(120))
    every.sort(key=lambda reading: str(reading.document.issued))
    assert keys(every[:60]) <= keys(every)


def test_namesakes_have_keys_of_their_own() -> None:
    one = report("one", "2012-03-05", "Muhammad Ali", "2012-03-04")
    two = report("two", "2019-03-05", "Muhammad Ali", "2019-03-04")
    graph = resolve([one, two])
    people = [entity for entity in graph.entities if entity.kind is EntityKind.PERSON]
    assert len(people) == len({person.key for person in people}) == 2
    assert keys([one]) <= keys([one, two])


def test_keys_can_be_read() -> None:
    graph = resolve([report("one", "2022-03-05")])
    things: list[Entity | Event] = [*graph.entities, *graph.events]
    shapes = {re.sub(r"-[0-9a-f]{10}$", "", thing.key) for thing in things}
    assert shapes == {
        "event-armed-clash",
        "event-killing-of-samir-qandil",
        "group-freedonian-army",
        "group-soldiers-at-a-checkpoint",
        "narrator-one",
        "person-samir-qandil",
        "place-talwin",
    }


def test_the_tree_of_types_is_the_ontologys() -> None:
    text = ONTOLOGY.read_text("utf-8")
    found = re.findall(r"kgc:(\w+) a owl:Class ;\s+rdfs:subClassOf kgc:(\w+)", text)
    events = {"Event"}
    for _ in found:
        events |= {child for child, parent in found if parent in events}
    assert {child: parent for child, parent in found if child in events} == PARENT


def test_types_of_tellings() -> None:
    assert likeness("DroneStrike", "AirStrike") == likeness("AirStrike", "DroneStrike") == 0.9
    assert fit(("DroneStrike", "Killing"), ("Killing",)) == 0.8
    assert fit(("DroneStrike", "Killing"), ("GunAttack", "Killing")) == 0
    assert likeness("Beheading", "DroneStrike") == 0
    assert likeness("SomethingNew", "SomethingNew") == 1
    assert likeness("SomethingNew", "Attack") == 0
    assert combined(["AirStrike", "DroneStrike", "Killing", "TargetedKilling"]) == (
        "DroneStrike",
        "TargetedKilling",
    )
