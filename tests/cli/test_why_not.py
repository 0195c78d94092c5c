"""``kg why-not``: reports in, an account of their sentences out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.extract.account import SentenceAccount
from kg.model import Document, Reading, Span
from tests.cli.conftest import FakeReader, Run


class _Accounting(FakeReader):
    """Says of every report that its first five characters are silent."""

    def account(self, document: Document) -> tuple[Reading, tuple[SentenceAccount, ...]]:
        return self.read(document), (SentenceAccount(Span(0, 5), (), (), "too short"),)


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.why.accounting", lambda model=None: _Accounting())


REPORT = "The minister opened a bridge on the road to the town, and the people of the town were there to see it.\n"


def test_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(REPORT)
    ran = run("why-not", tmp_path / "one.txt", "--date", "2020-01-02")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("one · dated 2020-01-02")
    assert "too short" in ran.out


def test_standard_input_as_json(run: Run) -> None:
    ran = run("why-not", "-", "--format", "json", stdin=REPORT)
    assert ran.code == 0
    (record,) = json.loads(ran.out)
    assert (record["document"], record["sentences"][0]["reason"]) == ("stdin", "too short")


def test_what_cannot_be_read_is_named_and_the_rest_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(REPORT)
    (tmp_path / "two.txt").write_text("")
    ran = run("why-not", tmp_path)
    assert ran.code == 1
    assert "two" in ran.err
    assert "too short" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["-", "--date", "June"], "--date"),
        (["-", "--format", "xml"], "text, json"),
    ],
)
def test_bad_usage(run: Run, arguments: list[str], said: str) -> None:
    ran = run("why-not", *arguments, stdin=REPORT)
    assert ran.code == 2
    assert said in ran.err
