"""What known actors belong to, in the graph."""

from __future__ import annotations

from kg.model import Predicate, Ref, Statement
from kg.resolve import resolve
from kg.resolve.hierarchy import chain
from tests.resolve.factory import OCCURRED, Story


def test_a_command_is_part_of_its_military_and_not_the_same() -> None:
    command, military, state = chain("us-central-command")[:3]
    story = Story("report", "2020-01-02")
    for name, actor in (("the command", command), ("the country", state)):
        story.says(story.event("AirStrike"), OCCURRED, by=story.group(name, actor=actor))
    graph = resolve([story.reading()])
    keys = {entity.actor: entity.key for entity in graph.entities if entity.actor}
    assert Statement(keys[command], Predicate.PART_OF_GROUP, Ref(keys[state])) in graph.attributes

    middle = Story("other", "2020-01-02")
    middle.says(middle.event("AirStrike"), OCCURRED, by=middle.group("the military", actor=military))
    graph = resolve([story.reading(), middle.reading()])
    keys = {entity.actor: entity.key for entity in graph.entities if entity.actor}
    assert {(s.subject, s.object) for s in graph.attributes if s.predicate is Predicate.PART_OF_GROUP} == {
        (keys[command], Ref(keys[military])),
        (keys[military], Ref(keys[state])),
    }
