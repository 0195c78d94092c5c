"""What events are called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Certainty, ClaimKind, PlacePrecision, Predicate, Stage
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, seized, when, where

Tell = Callable[[Story], None]


def strike(story: Story) -> None:
    country = story.country("Sylvania", "SL")
    town = story.place("Talwin", "g1", "SL", within=(country,))
    army = story.group("Freedonian army", actor="freedonian-army")
    event = story.event("DroneStrike")
    story.says(event, hit(story.thing("a depot")), by(army), when("2022-03-04"), where(country), where(town))


def killing(story: Story) -> None:
    event = story.event("DroneStrike", "Killing")
    story.says(event, killed(story.person("Karim Haddadin")), by(story.group("the army")), when("2022-03"))


def killing_of_many(story: Story) -> None:
    event = story.event("Execution")
    for name in ("Pavel Ruzek", "Anton Delacroix", "Luis Carrizo", "Samir Qandil"):
        story.says(event, killed(story.person(name)))


def capture_in_an_area(story: Story) -> None:
    area = story.place("eastern Sylvania", None, "SL", precision=PlacePrecision.AREA)
    event = story.event("Abduction")
    story.says(event, seized(story.person("Pavel Ruzek")), where(story.country("Sylvania", "SL")), where(area))


def hedged(story: Story) -> None:
    story.says(story.event("Bombing"), hit(story.thing("a market")), certainty=Certainty.POSSIBLE)


def disputed(story: Story) -> None:
    event, army = story.event("Bombing"), story.group("the army")
    story.says(event, OCCURRED, hit(story.thing("a market")))
    story.says(event, OCCURRED, by=army, kind=ClaimKind.DENIAL)


def denied(story: Story) -> None:
    event, army = story.event("Bombing"), story.group("the army")
    story.says(event, OCCURRED, hit(story.thing("a market")), by=army, kind=ClaimKind.DENIAL)


def planned(story: Story) -> None:
    story.says(story.event("Attack", stage=Stage.PLANNED), hit(story.thing("an embassy")))


def part_and_whole(story: Story) -> None:
    event = story.event("AirStrike")
    for name, actor in (("US", "us-government"), ("the military", "us-military")):
        story.says(event, by(story.group(name, actor=actor)))


def counted_differently(story: Story) -> None:
    event = story.event("Shelling")
    for words in ("12 villagers", "40 villagers", "three nurses", "Karim Haddadin"):
        whom = story.person(words) if words.istitle() else story.people(words)
        story.says(event, killed(whom))


def counted_differently_by_words(story: Story) -> None:
    event = story.event("Shelling")
    for words in ("at least 1,200 people", "1,350 people"):
        story.says(event, hit(story.people(words)))


def bare(story: Story) -> None:
    story.says(story.event("ArmedClash"), (Predicate.OCCURRED, True))


@pytest.mark.parametrize(
    ("tell", "label"),
    [
        (strike, "Drone strike on a depot by Freedonian army in Talwin, 2022-03-04"),
        (killing, "Killing of Karim Haddadin by the army in a drone strike, 2022-03"),
        (killing_of_many, "Execution of Anton Delacroix, Luis Carrizo, Pavel Ruzek and 1 more"),
        (capture_in_an_area, "Abduction of Pavel Ruzek in eastern Sylvania"),
        (hedged, "Alleged bombing on a market"),
        (disputed, "Disputed bombing on a market"),
        (denied, "Denied bombing"),
        (planned, "Planned attack on an embassy"),
        (part_and_whole, "Air strike by US military"),
        (counted_differently, "Killing of 12 or 40 villagers, Karim Haddadin and three nurses in a shelling"),
        (counted_differently_by_words, "Shelling on at least 1,200 or 1,350 people"),
        (bare, "Armed clash"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_labels(tell: Tell, label: str) -> None:
    story = Story("report")
    tell(story)
    assert [event.label for event in resolve([story.reading()]).events] == [label]
