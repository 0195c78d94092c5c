"""Disagreements: denials of what somebody asserts, values that exclude each other; the worst first."""

from __future__ import annotations

import pytest

from kg.model import Casualties, Category, Count, Outcome, Predicate, Status
from kg.rdf import to_graph
from kg.rdf.turtle import serialize
from kg.view import Conflict, View
from tests.rdf.factory import Story, day, month, said


def seen(story: Story) -> View:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(serialize(to_graph(story.graph())), format=RdfFormat.TURTLE)
    return View(store)


def by_key(found: list[Conflict]) -> dict[str, dict[str, list[str]]]:
    return {
        c.event.key: {p.role: [str(position.statement.value) for position in p.positions] for p in c.points}
        for c in found
    }


def test_denials_and_rival_dates(view: View) -> None:
    found = by_key(view.conflicts())
    assert found["shelling"] == {"occurred": ["true"], "perpetrator": ["Northern Coalition"]}
    assert found["downing"].keys() == {"perpetrator", "materialLoss"}
    assert found["beheading"] == {"time": ["2009-11", "2017"]}
    assert found.keys() == {"shelling", "downing", "beheading"}


def test_the_worst_comes_first(view: View) -> None:
    found = view.conflicts()
    assert found[0].event.key == "shelling"
    assert [c.weight for c in found] == sorted((c.weight for c in found), reverse=True)


def test_sides_are_kept_apart(view: View) -> None:
    shelling = next(c for c in view.conflicts() if c.event.key == "shelling")
    (occurred,) = next(p for p in shelling.points if p.role == "occurred").positions
    assert [c.claimant.key for c in occurred.support] == ["bureau", "watch"]
    assert [c.claimant.key for c in occurred.denial] == ["berg"]


def _two_reports(first: object, second: object, predicate: Predicate) -> list[Conflict]:
    story = Story()
    one = story.document("one")
    two = story.document("two")
    story.event("clash", "ArmedClash", label="Clash", status=Status.CORROBORATED)
    for document, narrator, value in (("one", one, first), ("two", two, second)):
        statement = said("clash", predicate, value)  # type: ignore[arg-type]
        story.claim(document, narrator, f"{document} tells of it.", (statement, Status.SINGLE_SOURCE))
    return seen(story).conflicts()


def killed(low: int | None, best: int | None, high: int | None) -> Casualties:
    return Casualties(Outcome.KILLED, Category.ALL_PEOPLE, Count(low, best, high))


@pytest.mark.parametrize(
    ("first", "second", "predicate", "disagree"),
    [
        (killed(27, 27, 27), killed(31, 31, 31), Predicate.CASUALTIES, True),
        (killed(27, 27, None), killed(31, 31, 31), Predicate.CASUALTIES, False),
        (killed(20, None, 30), killed(25, 25, 25), Predicate.CASUALTIES, False),
        (killed(None, 5, 5), killed(7, 7, None), Predicate.CASUALTIES, True),
        (killed(0, 0, 0), killed(1, 1, 1), Predicate.CASUALTIES, True),
        (day("2019-05-05"), day("2019-05-06"), Predicate.TIME, True),
        (day("2019-05-05"), month(2019, 5, 31), Predicate.TIME, False),
    ],
)
def test_values_that_exclude_each_other(first: object, second: object, predicate: Predicate, disagree: bool) -> None:
    assert bool(_two_reports(first, second, predicate)) is disagree


def test_counts_of_different_outcomes_do_not_clash() -> None:
    injured = Casualties(Outcome.INJURED, Category.ALL_PEOPLE, Count(3, 3, 3))
    assert not _two_reports(killed(27, 27, 27), injured, Predicate.CASUALTIES)
