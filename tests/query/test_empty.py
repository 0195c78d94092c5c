"""Why a question has no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Document, EntityKind, Graph, PlaceInfo, PlacePrecision
from kg.query import load, run
from kg.rdf import serialize_turtle
from tests.rdf import factory


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def _reasons(path: Path, name: str, **given: str) -> tuple[str, ...]:
    result = run(load(name), [path], given)
    assert not list(result.rows())
    return result.reasons


def test_an_answer_needs_no_reason(world: Path) -> None:
    assert run(load("who-was-killed"), [world], {}).reasons == ()


def test_a_name_that_nothing_has_with_names_that_come_near(world: Path) -> None:
    reasons = _reasons(world, "killed-in-place-and-period", place="Oldtawn")
    assert reasons[0] == "nothing in the graph is called “Oldtawn” (--param place); near it: Oldtown, Old Town"
    assert reasons[1].startswith("without --param place=Oldtawn there would be ")


def test_a_period_that_nothing_fits(world: Path) -> None:
    outside, reason = _reasons(world, "killed-in-place-and-period", **{"from": "2050-01-01"})
    assert outside.startswith("the dated events of the graph lie between 2012-04-30 and 2019-05-05")
    assert outside.endswith("; 2050-01-01 is after the last of them (--param from)")
    assert reason.startswith("without --param from=2050-01-01 there would be ")
    before, _ = _reasons(world, "killed-in-place-and-period", to="1999")
    assert before.endswith("; 1999-12-31 is before the first of them (--param to)")


def test_a_place_that_is_known_but_where_nothing_happened(tmp_path: Path) -> None:
    story = factory.world()
    story.entity("hamlet", EntityKind.PLACE, "Quietham", place=PlaceInfo(PlacePrecision.EXACT))
    (tmp_path / "g.ttl").write_bytes(serialize_turtle(story.graph()))
    reasons = _reasons(tmp_path / "g.ttl", "killed-in-place-and-period", place="quietham")
    assert reasons[0] == "“quietham” is in the graph, but no event is said to have been there (--param place)"


def test_what_is_not_accepted_is_counted_by_verdict(world: Path) -> None:
    (reason,) = _reasons(world, "acts-of-a-group", group="Northland army")
    assert reason == "no rows among accepted facts; --all shows 1 row that is not accepted (1 disputed)"


def test_a_name_that_plays_no_part(world: Path) -> None:
    (reason,) = _reasons(world, "acts-of-a-group", group="Northland Watch")
    assert reason == "“Northland Watch” is in the graph, but it has a part in no event (--param group)"


def test_an_empty_graph(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("")
    assert _reasons(tmp_path / "g.ttl", "who-was-killed") == ("the graph holds no documents",)


def test_a_graph_without_events(tmp_path: Path) -> None:
    graph = Graph((Document("one", "", "0" * 64),), (), (), (), ())
    (tmp_path / "g.ttl").write_bytes(serialize_turtle(graph))
    (reason,) = _reasons(tmp_path / "g.ttl", "who-was-killed")
    assert reason.startswith("the graph holds 1 documents and no events")
