"""``kg report``."""

from __future__ import annotations

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


def test_a_report(run: Run, graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    ran = run("report", graph, "-o", target, "--title", "The valley")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "<title>The valley</title>" in target.read_text(encoding="utf-8")


def test_a_period(run: Run, graph: Path) -> None:
    page = run("report", graph, "-o", "-", "--from", "2018", "--to", "2018-12").out
    assert 'id="shooting"' in page
    assert 'id="strike"' not in page


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--from", "yesterday"], "a day, month or year like 2018-12-02"),
        (["--to", "2018-13"], "a day, month or year like 2018-12-02"),
        (["--person", "Nobody"], "no event fits"),
        (["--event", "nothing"], "no event is called 'nothing'"),
    ],
)
def test_what_does_not_fit(run: Run, graph: Path, tmp_path: Path, options: list[str], message: str) -> None:
    target = tmp_path / "report.html"
    ran = run("report", graph, "-o", target, *options)
    assert (ran.code, target.exists()) == (2, False)
    assert message in ran.err
