"""``kg query`` and ``kg queries``: asking well, and what is said to those who ask badly."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query import catalogue
from tests.cli.conftest import Run

REPORT = " date 2019-06-03 The army said that Omar Haddan was killed in the town on Sunday.\n"


@pytest.fixture
def graph(run: Run, tmp_path: Path, fake_reader: None) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    ran = run("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl")
    assert ran.code == 0, ran.err
    return tmp_path / "g.ttl"


def test_the_answer_as_a_table(run: Run, graph: Path) -> None:
    ran = run("query", "who-was-killed", "--graph", graph)
    assert (ran.code, ran.err) == (0, "")
    assert "Omar Haddan" in ran.out
    assert "1 row" in ran.out


def test_the_answer_as_sparql_json(run: Run, graph: Path) -> None:
    answer = json.loads(run("query", "who-was-killed", "-g", graph, "-f", "json").out)
    assert {"victim", "killer", "date", "place", "weapon", "status", "source", "event"} <= set(answer["head"]["vars"])
    assert [row["victim"]["value"] for row in answer["results"]["bindings"]] == ["Omar Haddan"]


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_the_answer_for_spreadsheets(run: Run, graph: Path, form: str, delimiter: str) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("query", "who-was-killed", "-g", graph, "-f", form).out), delimiter=delimiter)
    )
    assert len(rows) == 1
    assert any("Omar Haddan" in str(value) for value in rows[0].values())


def test_the_answer_in_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    ran = run("query", "who-was-killed", "-g", graph, "-f", "markdown", "-o", tmp_path / "a.md")
    assert (ran.code, ran.out) == (0, "")
    assert "| Omar Haddan |" in (tmp_path / "a.md").read_text()


def test_a_question_of_ones_own(run: Run, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    ran = run("query", tmp_path / "mine.rq", "-g", graph, "-f", "csv")
    assert ran.code == 0
    assert ran.out.startswith("n")


def test_no_answer_is_an_answer(run: Run, graph: Path) -> None:
    ran = run("query", "who-denied-what", "--graph", graph)
    assert ran.code == 0
    assert "no rows" in ran.out


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        (["nonsense", "-g", "{graph}"], ["'nonsense'", "who-was-killed", "evidence"]),
        (["no.rq", "-g", "{graph}"], ["no.rq"]),
        (["evidence", "-g", "{graph}"], ["needs --param about"]),
        (["evidence", "-g", "{graph}", "-p", "abuot=x"], ["abuot", "about"]),
        (["evidence", "-g", "{graph}", "-p", "about"], ["key=value", "'about'"]),
        (["evidence", "-g", "{graph}", "-p", "about=x", "-p", "about=y"], ["about is given twice"]),
        (["killed-in-place-and-period", "-g", "{graph}", "-p", "from=soon"], ["from", "soon"]),
        (["who-was-killed", "-g", "{graph}", "-f", "pdf"], ["'pdf'", "markdown"]),
        (["who-was-killed", "-g", "{tmp}/none.ttl"], ["none.ttl: no such file"]),
        (["who-was-killed", "-g", "{tmp}/one.txt"], ["one.txt"]),
        (["who-was-killed", "-g", "{tmp}/bad.ttl"], ["bad.ttl"]),
        (["{tmp}/bad.rq", "-g", "{graph}"], ["bad SPARQL"]),
        (["who-was-killed", "-g", "{graph}", "-o", "{tmp}/no/answer"], ["does not exist"]),
        (["who-was-killed"], ["--graph"]),
    ],
)
def test_bad_questions(run: Run, graph: Path, tmp_path: Path, arguments: list[str], messages: list[str]) -> None:
    (tmp_path / "bad.ttl").write_text("this is no Turtle")
    (tmp_path / "bad.rq").write_text("SELECT WHERE {")
    ran = run("query", *(a.replace("{graph}", str(graph)).replace("{tmp}", str(tmp_path)) for a in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    for message in messages:
        assert message in ran.err


def test_all_questions_are_listed_with_what_they_need(run: Run) -> None:
    listed = run("queries").out
    for info in catalogue():
        assert info.name in listed
        assert info.question in listed
        for parameter in info.parameters:
            assert parameter.text in listed
    assert "--param about=… " in listed
    assert "(required)" in listed


def test_an_empty_answer_comes_with_its_reason(run: Run, graph: Path) -> None:
    arguments = ("query", "killed-in-place-and-period", "-g", graph, "--param", "place=Nowhere")
    assert "nothing in the graph is called “Nowhere”" in run(*arguments).out
    ran = run(*arguments, "--format", "csv")
    assert "kg: no rows: nothing in the graph is called “Nowhere”" in ran.err
    assert len(ran.out.splitlines()) == 1
