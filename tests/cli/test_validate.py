"""``kg validate``: what is right passes, what is wrong is named, what is no graph is told apart from both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store, parse

import kg.build as stages
from kg.rdf.reading import INFERRED
from tests.cli.conftest import Run

OTHER = "The army said that Yusuf Karam was killed in the town on Monday.\n"
REPORT = "The army said that Omar Haddan was killed in the town on Sunday.\n"


@pytest.fixture
def graph(run: Run, tmp_path: Path, fake_reader: None) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    ran = run("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl", "--validate")
    assert (ran.code, "kg: conforms: 1 document checked" in ran.err) == (0, True), ran.err
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


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Graphs are written without whose claims those of the document ``two`` are."""
    whole = stages.serialized

    def without(*arguments: Any) -> Iterator[bytes]:
        data = b"".join(whole(*arguments)).decode()
        blocks = data.split("\n\n")
        for block in blocks:
            lines = block.splitlines()
            if "id:document-two" in block:
                lines = [line for line in lines if "kgc:claimant" not in line]
            yield "\n".join([*lines, "", ""]).encode()

    monkeypatch.setattr(stages, "serialized", without)


@pytest.mark.parametrize("work", [False, True])
@pytest.mark.parametrize("name", ["g.ttl", "graph", "-"])
@pytest.mark.usefixtures("fake_reader", "forgetful")
def test_a_build_checks_what_it_has_written_and_names_the_document(
    run: Run, tmp_path: Path, name: str, work: bool
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(REPORT)
    (tmp_path / "in" / "two.txt").write_text(OTHER)
    to = name if name == "-" else tmp_path / name
    arguments = ["build", tmp_path / "in", "-o", to, "--validate", "--summary", tmp_path / "s.json"]
    # Once again in a working directory, where nothing has changed and nothing is written: it is checked all the same.
    for _ in range(2 if work else 1):
        ran = run(*arguments, *(["--work", tmp_path / "work"] if work else []))
        assert ran.code == 1
        found = [line for line in ran.err.splitlines() if "exactly one claimant" in line]
        assert len(found) == 1
        assert found[0].startswith("kg: Violation: https://kg.example/id/claim-")
        assert found[0].endswith("[two]")
        assert "does not conform: 1 violation, in 1 of 2 documents" in ran.err
        figures = json.loads((tmp_path / "s.json").read_text())
        assert (figures["checked"], figures["violations"], figures["do not conform"]) == (2, 1, 1)


@pytest.mark.usefixtures("fake_reader")
def test_a_build_that_conforms_says_so_for_every_format(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(REPORT)
    for name in ("g.ttl", "g.nq", "g.trig"):
        ran = run("build", tmp_path / "one.txt", "-o", tmp_path / name, "--validate")
        assert (ran.code, "conforms: 1 document checked" in ran.err) == (0, True), ran.err


def test_what_follows_is_not_held_against_a_graph(run: Run, graph: Path, tmp_path: Path) -> None:
    data = "".join(f"{quad.triple} .\n" for quad in parse(path=str(graph), format=RdfFormat.TURTLE))
    event = next(line for line in data.splitlines() if line.endswith("#Killing> ."))
    orphan = event.replace("event-", "event-inferred-").removesuffix(" .")
    quads = tmp_path / "g.nq"
    quads.write_text(f"{data}{orphan} <{INFERRED}> .\n")
    assert run("validate", quads).code == 0
    quads.write_text(f"{data}{orphan} <http://example.org/another> .\n")
    assert run("validate", quads).code == 1


def test_a_triple_in_two_named_graphs_counts_once(run: Run, graph: Path, tmp_path: Path) -> None:
    lines = [str(quad.triple) for quad in parse(path=str(graph), format=RdfFormat.TURTLE)]
    twice = [f"{line} <http://example.org/{name}> .\n" for line in lines for name in "ab"]
    (tmp_path / "g.nq").write_text("".join(twice))
    ran = run("validate", tmp_path / "g.nq")
    assert (ran.code, ran.out) == (0, "")


def test_a_large_graph_is_checked_on_disk(
    run: Run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.rdf.checking._IN_MEMORY", 10)
    opened: list[Any] = []

    def watched(*arguments: Any) -> Store:
        opened.append(arguments)
        return Store(*arguments)

    monkeypatch.setattr("kg.rdf.checking.Store", watched)
    assert run("validate", graph).code == 0
    ((folder,),) = opened
    assert not Path(folder).exists()
