"""``kg export``: events for other tools, on stdout or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.export import FORMATS
from tests.cli.conftest import Run


@pytest.fixture
def graph(run: Run, tmp_path: Path, fake_reader: None) -> Path:
    (tmp_path / "one.txt").write_text("The army said that Omar Haddan was killed in the town on Sunday.\n")
    ran = run("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl")
    assert ran.code == 0, ran.err
    return tmp_path / "g.ttl"


def test_events_on_stdout(run: Run, graph: Path) -> None:
    ran = run("export", graph, "--to", "events.jsonl")
    assert (ran.code, ran.err) == (0, "")
    (event,) = map(json.loads, ran.out.splitlines())
    assert [victim["name"] for victim in event["victims"]] == ["Omar Haddan"]
    assert event["documents"] == ["one"]


def test_events_in_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    ran = run("export", graph, "--to", "events.jsonl", "-o", tmp_path / "events.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "events.jsonl").read_text() == run("export", graph, "--to", "events.jsonl").out


def test_the_formats_are_in_the_help(run: Run) -> None:
    shown = run("export", "--help").out
    assert all(form in shown for form in FORMATS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{graph}", "--to", "events.pdf"], "events.jsonl"),
        (["{tmp}/none.ttl", "--to", "events.jsonl"], "none.ttl: no such file"),
        (["{tmp}/bad.ttl", "--to", "events.jsonl"], "bad.ttl: not readable"),
        (["{graph}", "--to", "events.jsonl", "-o", "{tmp}"], "is a folder"),
        (["{graph}"], "--to"),
    ],
)
def test_what_cannot_be_exported(run: Run, graph: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "bad.ttl").write_text("this is no Turtle")
    ran = run("export", *(a.replace("{graph}", str(graph)).replace("{tmp}", str(tmp_path)) for a in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
