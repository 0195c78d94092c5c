"""``kg resolve`` and the two files that decisions and names live in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from kg.cli import resolve as command
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("fake_reader")

ONE = " date 2019-06-03 The army said that Muhammad Ali was killed in the town on Sunday.\n"
TWO = " date 2021-08-09 The police said that Mohammed Aly was killed in the village on the border.\n"


class Project:
    """Reports with what is built from them."""

    def __init__(self, folder: Path, run: Run) -> None:
        self._run = run
        self.reports = folder / "reports"
        self.reports.mkdir()
        (self.reports / "one.txt").write_text(ONE)
        (self.reports / "two.txt").write_text(TWO)
        self.graph, self.judgements = folder / "g.ttl", folder / "judgements.jsonl"
        self.corrections = folder / "corrections.toml"

    def build(self) -> str:
        """Builds with both files; gives the graph."""
        options = ["--corrections", self.corrections] if self.corrections.exists() else []
        ran = self._run("build", self.reports, "-o", self.graph, "--judgements", self.judgements, *options)
        assert ran.code == 0, ran.err
        return self.graph.read_text()

    def people(self) -> list[str]:
        """Local names of the persons in the graph."""
        return sorted(re.findall(r"^id:(person-\S+)\s+(?:a|rdf:type)", self.build(), re.MULTILINE))


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Project:
    made = Project(tmp_path, run)
    assert len(made.people()) == 2
    return made


def test_doubtful_pairs_are_listed_with_both_sides(run: Run, project: Project) -> None:
    ran = run("resolve", project.judgements, "-c", project.corrections)
    assert ran.code == 0
    assert "2 pairs to decide" in ran.err
    for words in ("Muhammad Ali", "Mohammed Aly", "in one, 2019-06-03", "a common name and nothing else in common"):
        assert words in ran.out
    assert not project.corrections.exists()


def test_decisions_come_back_in_a_table_and_hold_in_every_build(run: Run, project: Project) -> None:
    two = project.people()
    rows = list(csv.DictReader(io.StringIO(run("resolve", project.judgements, "-c", "c", "-f", "csv").out)))
    table = io.StringIO()
    writer = csv.DictWriter(table, rows[0].keys())
    writer.writeheader()
    writer.writerows({**row, "decision": "same", "why": "his brother says so"} for row in rows)
    for added in ("2 decisions added", "0 decisions added"):
        ran = run("resolve", project.judgements, "-c", project.corrections, "--take", "-", stdin=table.getvalue())
        assert (ran.code, added in ran.err) == (0, True)
    assert 'why = "his brother says so"' in project.corrections.read_text()
    one = project.people()
    assert len(one) == 1
    (gone,) = set(two) - set(one)
    assert f"id:{gone} dcterms:isReplacedBy id:{one[0]}" in re.sub(r"\s+", " ", project.build())
    assert "0 pairs to decide" in run("resolve", project.judgements, "-c", project.corrections).err
    (project.reports / "three.txt").write_text(ONE.replace("army", "mayor").replace("2019", "2020"))
    assert set(one) <= set(project.people())


@pytest.mark.parametrize(("answers", "text"), [("x\nd\nnamesakes\nq\n", 'do = "apart"'), ("s\n\nu\n", 'do = "merge"')])
def test_a_session_asks_and_writes_each_answer(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch, answers: str, text: str
) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    ran = run("resolve", project.judgements, "-c", project.corrections, "--by", "A. Editor", stdin=answers)
    assert ran.code == 0, ran.err
    assert "1 of 2" in ran.out
    assert ("'x' is no answer; type s, d, u or q" in ran.out) == answers.startswith("x")
    assert "1 decision added" in ran.err
    assert text in project.corrections.read_text()
    assert 'by = "A. Editor"' in project.corrections.read_text()
    assert len(project.people()) == (2 if "apart" in text else 1)


@pytest.mark.parametrize("answers", ["q\n", "u\n", ""])
def test_a_session_that_decides_nothing_writes_nothing(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch, answers: str
) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    run("resolve", project.judgements, "-c", project.corrections, stdin=answers)
    assert not project.corrections.exists()


def test_a_session_without_a_pair_says_so(run: Run, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.reports / "two.txt").unlink()
    project.build()
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    ran = run("resolve", project.judgements, "-c", project.corrections)
    assert (ran.code, ran.out) == (0, "")
    assert "nothing is left to decide" in ran.err


def test_what_is_written_by_hand_is_kept(run: Run, project: Project) -> None:
    person = project.people()[0]
    mine = f'# ours\n[[correction]]\ndo = "rename"\nthing = "{person}"\nname = "Karim the Elder"'
    project.corrections.write_text(mine)
    answers = f"decision,left,right\ndifferent,{person},{project.people()[1]}\n"
    run("resolve", project.judgements, "-c", project.corrections, "--take", "-", stdin=answers)
    assert project.corrections.read_text().startswith(mine + "\n")
    assert "Karim the Elder" in project.build()


def test_a_correction_without_its_thing_is_told(run: Run, project: Project) -> None:
    project.corrections.write_text('[[correction]]\ndo = "delete"\nthing = "person-nobody-0123456789"\n')
    ran = run("build", project.reports, "-o", project.graph, "--corrections", project.corrections)
    assert ran.code == 0
    assert "correction not applied: delete person-nobody-0123456789" in ran.err


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("corrections.toml", "nonsense", "no TOML"),
        ("corrections.toml", '[[correction]]\ndo = "join"', "correction 1: 'do' must be one of"),
        ("judgements.jsonl", "nonsense", "judgements.jsonl:1: not a line"),
    ],
)
def test_bad_files_are_refused_before_any_work(
    run: Run, project: Project, tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    files = ["--corrections", project.corrections] if name == "corrections.toml" else []
    before = project.graph.read_bytes()
    ran = run("build", project.reports, "-o", project.graph, "--judgements", project.judgements, *files)
    assert (ran.code, message in ran.err) == (2, True)
    assert project.graph.read_bytes() == before
    ran = run("resolve", project.judgements, "-c", project.corrections)
    assert (ran.code, message in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("left,right\n", "no column 'decision'"),
        ("decision,left,right\nperhaps,person-a-0123456789,person-b-0123456789\n", "-:2: 'perhaps' is no decision"),
        ("decision,left,right\nsame,person-a-0123456789,\n", "-:2: a decision needs both"),
        ("decision,left,right\ndifferent,person-a-0123456789,person-a-0123456789\n", "'right_document'"),
    ],
)
def test_bad_tables_change_nothing(run: Run, project: Project, table: str, message: str) -> None:
    ran = run("resolve", project.judgements, "-c", project.corrections, "--take", "-", stdin=table)
    assert (ran.code, message in ran.err) == (2, True)
    assert not project.corrections.exists()


def test_a_missing_file_and_a_wrong_format_are_usage_errors(run: Run, project: Project) -> None:
    assert run("resolve", "nowhere.jsonl", "-c", project.corrections).code == 2
    assert run("resolve", project.judgements, "-c", project.corrections, "-f", "yaml").code == 2
