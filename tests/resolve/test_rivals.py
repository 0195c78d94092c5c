"""Which of several times of one event stands."""

from __future__ import annotations

import pytest

from kg.model import ClaimKind, Predicate, Status, TimeSpan
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Role, Story, by, killed, seized, when


def killing(issued: str | None = "2020-06-01") -> tuple[Story, str, str]:
    """A story with the killing of a man of whom more may be told."""
    story = Story("report", issued)
    victim = story.person("Anton Delacroix")
    return story, victim, story.event("Killing")


def standing(story: Story, event: str = "event0") -> dict[str, Status]:
    """Verdicts on the times of one event, by their ISO labels."""
    reading = story.reading()
    graph = resolve([reading])
    begins = {claim.span.begin for claim in reading.claims if claim.statements[0].subject == event}
    keys = {claim.statements[0].subject for claim in graph.claims if claim.span.begin in begins}
    return {
        st.object.label: status
        for st, status in graph.verdicts.items()
        if st.predicate is Predicate.TIME and isinstance(st.object, TimeSpan) and st.subject in keys
    }


def test_a_finer_and_a_coarser_time_agree() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("2019"))
    story.says(event, killed(victim), when("2019-05"), by=story.group("Observers", actor="observers"))
    assert standing(story) == {"2019": Status.SINGLE_SOURCE, "2019-05": Status.SINGLE_SOURCE}


def test_nobody_acts_after_dying() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("2009"))
    story.says(event, killed(victim), when("2019"), by=story.group("Observers", actor="observers"))
    founding = story.event("Founding")
    story.says(founding, (Predicate.PARTICIPANT, victim), when("2012"))
    assert standing(story) == {"2009": Status.DISCOUNTED, "2019": Status.SINGLE_SOURCE}


def test_capture_comes_before_death() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("2017-03"))
    story.says(event, killed(victim), when("2019-03"))
    abduction = story.event("Abduction")
    story.says(abduction, seized(victim), when("2018-03"))
    assert standing(story)["2017-03"] is Status.DISCOUNTED


def test_the_dead_do_not_kill() -> None:
    story, victim, event = killing()
    killer = story.person("Abu al-Marwat")
    story.says(event, killed(victim), by(killer), when("2019-03"))
    story.says(event, killed(victim), by(killer), when("2016-03"))
    death = story.event("AirStrike")
    story.says(death, killed(killer), when("2017-03-04"))
    assert standing(story) == {"2019-03": Status.DISCOUNTED, "2016-03": Status.SINGLE_SOURCE}


def test_nothing_is_reported_before_it_happens() -> None:
    story, victim, event = killing("2020-06-01")
    story.says(event, killed(victim), when("2020-05-30"))
    story.says(event, killed(victim), when("2020-07-30"))
    assert standing(story)["2020-07-30"] is Status.DISCOUNTED


def test_more_independent_parties_win() -> None:
    story, victim, event = killing()
    for name in ("observers", "medics"):
        story.says(event, killed(victim), when("2020-05-20"), by=story.group(name, actor=name))
    story.says(event, killed(victim), when("2020-05-24"))
    assert standing(story) == {"2020-05-20": Status.CORROBORATED, "2020-05-24": Status.DISCOUNTED}


def test_a_date_far_from_all_others_is_a_slip() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("1991-05"))
    story.says(event, killed(victim), when("2019"), by=story.group("Observers", actor="observers"))
    assert standing(story) == {"1991-05": Status.DISCOUNTED, "2019": Status.SINGLE_SOURCE}


def test_what_was_counted_from_a_slip_falls_with_it() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("1991-05", words="May 1991"))
    story.says(event, killed(victim), when("2019"), by=story.group("Observers", actor="observers"))
    abduction = story.event("Abduction")
    story.says(abduction, seized(victim), when("1990", words="a year earlier", basis="relative to May 1991"))
    assert standing(story, "event1") == {"1990": Status.DISCOUNTED}


def test_what_is_stated_counts_more_than_what_was_inferred() -> None:
    story, victim, event = killing()
    story.says(event, killed(victim), when("2020-05-20", inferred=True))
    story.says(event, killed(victim), when("2020-05-21"))
    assert standing(story) == {"2020-05-20": Status.DISCOUNTED, "2020-05-21": Status.SINGLE_SOURCE}


def test_if_nothing_decides_none_is_accepted() -> None:
    story, victim, event = killing()
    for date, name in (("2020-05-20", "observers"), ("2020-05-24", "medics")):
        story.says(event, killed(victim), when(date), by=story.group(name, actor=name))
    assert standing(story) == {"2020-05-20": Status.DISPUTED, "2020-05-24": Status.DISPUTED}


@pytest.mark.parametrize("kind", [ClaimKind.DENIAL, ClaimKind.DOUBT])
def test_a_time_that_nobody_asserts_rivals_none(kind: ClaimKind) -> None:
    story, victim, event = killing()
    role: Role = when("2020-05-24")
    story.says(event, OCCURRED, killed(victim), when("2020-05-20"))
    story.says(event, role, by=story.group("Observers", actor="observers"), kind=kind)
    assert standing(story)["2020-05-20"] is Status.SINGLE_SOURCE
