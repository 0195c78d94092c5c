"""Who denies at first and admits later leaves nothing in dispute; who takes back what he claimed does."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ClaimKind, Graph, Predicate, Status, TimePrecision, TimeSpan
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, day, hit, killed, toll

BEFORE = TimeSpan(None, date(2020, 1, 11), TimePrecision.BOUND, "denied")
A, S, D = Status.ADMITTED, Status.SINGLE_SOURCE, Status.DISPUTED


class Downing:
    """An airliner that an army is said to have shot down, killing Anton Delacroix."""

    def __init__(self, name: str = "report", issued: str | None = "2020-01-11") -> None:
        self.story = Story(name, issued)
        self.army = self.story.group("Freedonian army", actor="freedonian-army")
        self.victim = self.story.person("Anton Delacroix")
        self.plane = self.story.thing("airliner")
        self.event = self.story.event("ShootDown")

    def denies(self, said_at: TimeSpan | None = None, *, by_whom: str = "", whole: bool = False) -> None:
        """Denies its part, or with ``whole`` that it happened."""
        what = (OCCURRED, killed(self.victim)) if whole else (by(self.army),)
        who = by_whom or self.army
        self.story.says(self.event, *what, by=who, kind=ClaimKind.DENIAL, said_at=said_at, cue="denied")

    def admits(self, said_at: TimeSpan | None = None, *, by_whom: str = "", cue: str = "admitted") -> None:
        what = (OCCURRED, killed(self.victim), by(self.army))
        who = by_whom or self.army
        self.story.says(self.event, *what, by=who, kind=ClaimKind.RESPONSIBILITY, said_at=said_at, cue=cue)


def told(*downings: Downing) -> tuple[Status, Status, Status]:
    """The verdicts on the event, the death and the author."""
    return _verdicts(resolve(downing.story.reading() for downing in downings))


def _verdicts(graph: Graph) -> tuple[Status, Status, Status]:
    (event,) = graph.events
    found = {st.predicate: status for st, status in graph.verdicts.items()}
    return graph.event_status[event.key], found[Predicate.FATAL_VICTIM], found[Predicate.PERPETRATOR]


@pytest.mark.parametrize("whole", [True, False], ids=["that it happened", "its part"])
def test_what_is_denied_first_and_admitted_then_is_admitted(whole: bool) -> None:
    downing = Downing()
    downing.denies(whole=whole)
    downing.admits()
    assert told(downing) == (A, A, A)


def test_what_is_claimed_first_and_denied_then_is_disputed() -> None:
    downing = Downing()
    downing.admits()
    downing.denies()
    assert told(downing) == (A, A, D)


@pytest.mark.parametrize("said_at", [BEFORE, day("2020-01-10")], ids=["had denied", "as late as Friday"])
def test_a_denial_told_of_afterwards_was_made_before(said_at: TimeSpan) -> None:
    downing = Downing()
    downing.admits(day("2020-01-11"))
    downing.denies(said_at, whole=True)
    assert told(downing) == (A, A, A)


def test_a_denial_of_a_later_day_stands() -> None:
    downing = Downing()
    downing.denies(day("2020-01-12"))
    downing.admits(day("2020-01-11"))
    assert told(downing) == (A, A, D)


@pytest.mark.parametrize(
    ("denied", "admitted", "author"),
    [
        ("2020-01-09", "2020-01-11", A),
        ("2020-01-13", "2020-01-11", D),
        ("2020-01-11", "2020-01-11", D),
        (None, None, D),
    ],
)
def test_over_documents_the_later_day_decides(denied: str | None, admitted: str | None, author: Status) -> None:
    one, two = Downing("one", denied), Downing("two", admitted)
    two.admits()
    one.denies()
    one.story.says(one.event, killed(one.victim))
    assert told(one, two)[2] is author


def test_what_the_police_denied_the_government_may_admit_for_it_but_somebody_else_may_not() -> None:
    story = Story("report")
    force = story.group("Russian air force", actor="russia-air-force")
    state = story.group("Russia", actor="russia-government")
    event, victim = story.event("ShootDown"), story.person("Anton Delacroix")
    story.says(event, by(force), by=force, kind=ClaimKind.DENIAL)
    accused = story.says(event, OCCURRED, killed(victim), by(force), by=story.group("police"))
    assert _verdicts(resolve([story.reading()]))[2] is D
    story.says(event, OCCURRED, by(force), by=state, kind=ClaimKind.RESPONSIBILITY, cue="admitted")
    assert _verdicts(resolve([story.reading()]))[2] is A
    assert accused.kind is ClaimKind.ASSERTION


def test_who_tells_of_other_dead_in_the_event_still_denies() -> None:
    """ "Denied having killed villagers there and said that it had killed rebels in a clash"."""
    story = Story("report")
    army, villagers, rebels = story.group("Freedonian army"), story.people("villagers"), story.people("rebels")
    event = story.event("Killing")
    story.says(event, OCCURRED, killed(villagers), by(army), by=story.group("residents"))
    story.says(event, by(army), by=army, kind=ClaimKind.DENIAL, cue="denied")
    story.says(event, OCCURRED, killed(rebels), by(army), by=army, kind=ClaimKind.RESPONSIBILITY, cue="said")
    graph = resolve([story.reading()])
    assert {status for st, status in graph.verdicts.items() if st.predicate is Predicate.PERPETRATOR} == {D}


def test_who_says_in_other_words_what_he_had_denied_to_have_hit_admits_it() -> None:
    story = Story("report")
    army, plane = story.group("Freedonian army"), story.thing("airliner")
    event = story.event("ShootDown")
    story.says(event, OCCURRED, hit(plane), by=army, kind=ClaimKind.DENIAL, cue="denied")
    story.says(event, OCCURRED, hit(plane), by=army, cue="said")
    graph = resolve([story.reading()])
    assert set(graph.event_status.values()) == {S}
    assert {status for st, status in graph.verdicts.items() if st.predicate is Predicate.TARGET} == {S}


def test_who_only_denies_his_part_admits_nothing() -> None:
    """ "The office said it had nothing to do with the murder of X": whose deed it was, nobody says."""
    story = Story("report")
    office, victim = story.group("president's office"), story.person("Ivan Petrov")
    event = story.event("Killing")
    story.says(event, OCCURRED, killed(victim), by=office)
    story.says(event, by(office), by=office, kind=ClaimKind.DENIAL)
    graph = resolve([story.reading()])
    assert set(graph.event_status.values()) == {S}


def test_who_blames_somebody_else_owns_up_to_nothing() -> None:
    """ "A and B blamed each other for the explosion"."""
    story = Story("report")
    one, two = story.group("Freedonian army", actor="freedonian-army"), story.group("Sylvania", actor="sylvania")
    event, victim = story.event("Bombing"), story.person("Anton Delacroix")
    for speaker, other in ((one, two), (two, one)):
        story.says(event, OCCURRED, killed(victim), by=speaker)
        story.says(event, by(other), by=speaker, kind=ClaimKind.ACCUSATION)
    graph = resolve([story.reading()])
    assert set(graph.event_status.values()) == {Status.CORROBORATED}
    assert not any(status.accepted for st, status in graph.verdicts.items() if st.predicate is Predicate.PERPETRATOR)


def test_that_nobody_was_hurt_is_no_denial_where_it_was_said_before() -> None:
    """ "An earlier statement had said that nobody was hurt", in a report that tells of three dead."""
    story = Story("report")
    event, victim = story.event("Killing"), story.person("Anton Delacroix")
    story.says(event, OCCURRED, killed(victim), by=story.group("pathologists"))
    story.says(event, toll(0), by=story.group("police of Sylvania"), said_at=BEFORE)
    graph = resolve([story.reading()])
    assert set(graph.event_status.values()) <= {S, Status.CORROBORATED}
    assert {status for st, status in graph.verdicts.items() if st.predicate is Predicate.FATAL_VICTIM} == {S}
