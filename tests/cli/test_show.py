"""``kg show`` and ``kg stats``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.rdf import serialize_turtle
from tests.cli.conftest import Run
from tests.rdf import factory


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def test_a_dossier(run: Run, graph: Path, tmp_path: Path) -> None:
    ran = run("show", "Ivo Varga", "--graph", graph)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ivo Varga\n")
    target = tmp_path / "varga.txt"
    assert run("show", "Ivo Varga", "--graph", graph, "-o", target).code == 0
    assert target.read_text(encoding="utf-8") == ran.out


@pytest.mark.parametrize(("name", "message"), [("Nobody", "is called 'Nobody'"), ("north", "say which by its key")])
def test_a_name_that_does_not_fit(run: Run, graph: Path, name: str, message: str) -> None:
    ran = run("show", name, "--graph", graph)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_stats(run: Run, graph: Path) -> None:
    ran = run("stats", graph)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("documents   2\n")
    numbers = json.loads(run("stats", graph, "--format", "json").out)
    assert numbers["events"] == 11
    assert numbers["first"] == "2016-01-01"
    assert run("stats", graph, "--format", "xml").code == 2
    assert run("stats", graph.with_name("missing.ttl")).code == 2
