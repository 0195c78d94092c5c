"""Places of which a report says no country: those of their name that others tell of in those weeks, or nobody knows."""

from __future__ import annotations

import pytest

from kg.model import Graph, Reading
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, killed, when, where


def _report(name: str, issued: str | None, gazetteer: str | None, country: str | None, day: str) -> Reading:
    story = Story(name, issued)
    event = story.event("Killing")
    town = story.place("Westford", gazetteer, country, at=(55.0, -7.3) if gazetteer else None)
    story.says(event, OCCURRED, killed(story.people("nine farmers", 9)), when(day), where(town))
    return story.reading()


def _towns(graph: Graph) -> list[str]:
    places = (entity.place for entity in graph.entities if entity.name == "Westford" and entity.place is not None)
    return sorted(place.gazetteer_id or "nowhere" for place in places)


@pytest.mark.parametrize(
    ("issued", "others", "towns"),
    [
        ("1972-01-30", [("1972-01-31", "gn-1", "GB")], ["gn-1"]),
        ("1972-01-30", [("1972-06-30", "gn-1", "GB")], ["gn-1", "nowhere"]),  # of another time
        (None, [("1972-01-31", "gn-1", "GB")], ["gn-1", "nowhere"]),
        ("1972-01-30", [("1972-01-31", "gn-1", "GB"), ("1972-01-31", "gn-2", "US")], ["gn-1", "gn-2", "nowhere"]),
        ("1972-01-30", [("1972-01-31", "gn-1", "GB"), ("1980-01-31", "gn-2", "US")], ["gn-1", "gn-2"]),
    ],
)
def test_a_town_without_a_country(issued: str | None, others: list[tuple[str, str, str]], towns: list[str]) -> None:
    told = [_report(f"b{n}", day, town, country, day) for n, (day, town, country) in enumerate(others)]
    asked = _report("a", issued, None, None, "1972-01-30")
    assert _towns(resolve([asked, *told])) == towns
    assert _towns(resolve([*reversed(told), asked])) == towns
