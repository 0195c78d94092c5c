"""``kg why``: from an answer back to the words, and what is said to those who ask for what is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = " date 2019-06-03 The army said that Omar Haddan was killed in the town on Sunday. Ali Musa was killed, too.\n"


@pytest.fixture
def graph(run: Run, tmp_path: Path, fake_reader: None) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    ran = run("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl")
    assert ran.code == 0, ran.err
    return tmp_path / "g.ttl"


def test_by_name(run: Run, graph: Path) -> None:
    ran = run("why", "Omar Haddan", "--graph", graph)
    assert (ran.code, ran.err) == (0, "")
    assert "single source: one party says so, and nobody denies it" in ran.out
    assert "one: “[Omar Haddan = fatalVictim] was killed”" in ran.out
    assert "Ali Musa" not in ran.out


def test_a_row_of_an_answer(run: Run, graph: Path) -> None:
    rows = json.loads(run("query", "who-was-killed", "-g", graph, "-f", "json").out)["results"]["bindings"]
    ran = run("why", "who-was-killed", "--row", 2, "-g", graph, "-f", "json")
    assert ran.code == 0, ran.err
    (explained,) = json.loads(ran.out)
    assert explained["iri"] == rows[1]["event"]["value"]
    assert {s["predicate"] for s in explained["statements"]} == {"occurred", "fatalVictim"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Somebody Else"], "nothing in the graph is called 'Somebody Else'"),
        (["who-was-killed", "--row", "9"], "has 2 rows here, not 9"),
        (["Omar", "--all"], "--row"),
        (["Omar", "--format", "xml"], "text, json"),
        (["no-such-question", "--row", "1"], "no query named 'no-such-question'"),
    ],
)
def test_bad_questions_are_answered_with_what_to_do(run: Run, graph: Path, arguments: list[str], said: str) -> None:
    ran = run("why", *arguments, "-g", graph)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_output_goes_to_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    assert run("why", "Omar Haddan", "-g", graph, "-o", tmp_path / "why.txt").code == 0
    assert "Omar Haddan" in (tmp_path / "why.txt").read_text()
