"""Nobody harmed, says one, and others count their dead: both stand as disputed, and neither as a fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Casualties, Category, Certainty, Claim, ClaimKind, Count, Outcome, Predicate, Status
from kg.resolve import resolve
from kg.resolve.zeros import answered
from tests.resolve.factory import OCCURRED, Story, killed

PEOPLE, CIVILIANS, CHILDREN = Category.ALL_PEOPLE, Category.CIVILIANS, Category.CHILDREN
SOLDIERS, FIGHTERS = Category.SOLDIERS, Category.FIGHTERS
D, S = Status.DISPUTED, Status.SINGLE_SOURCE


def dead(number: int, category: Category = PEOPLE, outcome: Outcome = Outcome.KILLED) -> tuple[Predicate, Casualties]:
    return Predicate.CASUALTIES, Casualties(outcome, category, Count(number, number, number))


def verdicts(
    story: Story, say: Callable[[Story, str, str], None], kind: str = "GunAttack"
) -> tuple[Status, dict[int | None, Status], Status | None]:
    """Of the event, of each count by its number, and of the dead where somebody tells of them."""
    event = story.event(kind)
    say(story, event, story.people("nine people", 9))
    graph = resolve([story.reading()])
    counts = {st.object.count.best: v for st, v in graph.verdicts.items() if isinstance(st.object, Casualties)}
    victims = [v for st, v in graph.verdicts.items() if st.predicate is Predicate.FATAL_VICTIM]
    return graph.event_status[graph.events[0].key], counts, victims[0] if victims else None


def residents(story: Story, event: str, people: str, category: Category = CIVILIANS) -> None:
    story.says(event, OCCURRED, killed(people), dead(9, category), by=story.people("residents"))


def test_who_says_that_nobody_died_disputes_the_dead_of_others() -> None:
    def say(story: Story, event: str, people: str) -> None:
        residents(story, event, people)
        story.says(event, dead(0), by=story.group("police"))

    event, counts, victims = verdicts(Story("report"), say)
    assert counts == {9: D, 0: D}
    assert victims is D
    assert event.accepted  # shots were fired, whoever was hit


def test_a_killing_without_more_is_disputed_as_a_whole() -> None:
    def say(story: Story, event: str, people: str) -> None:
        residents(story, event, people)
        story.says(event, dead(0), by=story.group("police"))

    event, _, _ = verdicts(Story("report"), say, "Killing")
    assert event is D


def test_who_counts_nobody_at_first_and_somebody_later_is_no_other_party() -> None:
    def say(story: Story, event: str, people: str) -> None:
        police = story.group("police")
        story.says(event, dead(0), by=police)
        story.says(event, OCCURRED, killed(people), dead(9), by=police)

    _, counts, victims = verdicts(Story("report"), say)
    assert counts == {9: S, 0: S}
    assert victims is S


def test_who_is_not_sure_that_nobody_died_disputes_nothing() -> None:
    def say(story: Story, event: str, people: str) -> None:
        residents(story, event, people)
        story.says(event, dead(0), by=story.group("police"), certainty=Certainty.PROBABLE)

    _, counts, _ = verdicts(Story("report"), say)
    assert counts[9] is S


@pytest.mark.parametrize(
    ("none", "told", "opposed"),
    [
        (dead(0, PEOPLE), dead(9, CIVILIANS), True),
        (dead(0, CIVILIANS), dead(9, CHILDREN), True),
        (dead(0, CIVILIANS), dead(9, CIVILIANS), True),
        (dead(0, CHILDREN), dead(9, CIVILIANS), False),
        (dead(0, CIVILIANS), dead(9, FIGHTERS), False),
        (dead(0, CIVILIANS), dead(9, PEOPLE), False),
        (dead(0, SOLDIERS), dead(9, FIGHTERS), False),
        (dead(0, PEOPLE), dead(9, CIVILIANS, Outcome.INJURED), False),
        (dead(0, PEOPLE), dead(0, CIVILIANS), False),
    ],
)
def test_of_whom_nobody_was_harmed(
    none: tuple[Predicate, Casualties], told: tuple[Predicate, Casualties], opposed: bool
) -> None:
    story = Story("report")
    event = story.event("GunAttack")
    story.says(event, told, by=story.people("residents"))
    story.says(event, none, by=story.group("police"))
    assert bool(list(answered(_claims(story)))) is opposed


def test_a_denial_that_nobody_died_speaks_against_nobody() -> None:
    story = Story("report")
    event = story.event("GunAttack")
    story.says(event, dead(9), by=story.people("residents"))
    story.says(event, dead(0), by=story.group("police"), kind=ClaimKind.DENIAL)
    assert not list(answered(_claims(story)))


def _claims(story: Story) -> tuple[Claim, ...]:
    return story.reading().claims
