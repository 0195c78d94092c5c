"""``kg validate``: what is right passes, what is wrong is named, what is no graph is told apart from both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = "The army said that Omar Haddan was killed in the town on Sunday.\n"


@pytest.fixture
def graph(run: Run, tmp_path: Path, fake_reader: None) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    ran = run("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl", "--validate")
    assert (ran.code, "does not conform" in ran.err) == (0, False), ran.err
    return tmp_path / "g.ttl"


def test_what_kg_builds_conforms(run: Run, graph: Path) -> None:
    ran = run("validate", graph)
    assert (ran.code, ran.out) == (0, "")
    assert "g.ttl: conforms" in ran.err


def test_a_broken_graph_is_a_finding(run: Run, graph: Path, tmp_path: Path) -> None:
    kept = [line for line in graph.read_text().splitlines(keepends=True) if "kgc:claimant" not in line]
    assert len(kept) < len(graph.read_text().splitlines())
    (tmp_path / "broken.ttl").write_text("".join(kept))
    ran = run("validate", tmp_path / "broken.ttl")
    assert ran.code == 1
    assert ran.out.startswith("Violation: https://kg.example/id/claim-")
    assert "does not conform" in ran.err


def test_a_finding_names_the_node_what_is_wrong_and_the_document(run: Run, graph: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    text = graph.read_text()
    event = re.search(r"^id:\S+(?= a kgc:Killing)", text, re.MULTILINE)
    assert event is not None
    broken.write_text(f"{text}\n{event.group()} kgc:stage kgv:nonsense .\n")
    ran = run("validate", broken)
    assert ran.code == 1
    (line,) = (line for line in ran.out.splitlines() if "At most one stage" in line)
    assert "“Killing of Omar Haddan”" in line or "“Omar Haddan was killed”" in line
    assert "voc#nonsense" in line
    assert line.endswith("[one]")


@pytest.mark.parametrize("content", [None, "no Turtle at all"])
def test_what_is_no_graph_is_an_error(run: Run, tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "g.ttl").write_text(content)
    ran = run("validate", tmp_path / "g.ttl")
    assert (ran.code, ran.out) == (2, "")
    assert "g.ttl" in ran.err
