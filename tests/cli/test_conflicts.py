"""``kg conflicts``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.rdf import serialize_turtle
from tests.cli.conftest import Run
from tests.rdf import factory


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def test_the_worst_comes_first_with_those_who_say_so(run: Run, graph: Path) -> None:
    ran = run("conflicts", graph)
    assert ran.code == 0
    assert ran.out.index("Shelling of the Northland army") < ran.out.index("Beheading of Ana Lind")
    assert "not so: Col. Eva Berg for Northern Coalition in agency" in " ".join(ran.out.split())
    assert "Beheading" not in run("conflicts", graph, "--most", 1).out


def test_for_programs(run: Run, graph: Path) -> None:
    found = json.loads(run("conflicts", graph, "--format", "json").out)
    assert [event["label"] for event in found][:2] == ["Shelling of the Northland army", "Downing of a drone"]
    times = next(p for event in found for p in event["points"] if p["about"] == "time")
    assert {position["value"] for position in times["positions"]} == {"2009-11", "2017"}
    assert all(position["support"] for position in times["positions"])


def test_wrong_use(run: Run, graph: Path) -> None:
    assert run("conflicts", graph, "--format", "yaml").code == 2
    assert run("conflicts", "nowhere.ttl").code == 2
