"""Suites on the command line: tables, JSON, and data that are not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

_GOLD = {
    "id": "a.1",
    "doc": "a",
    "event_type": "killing",
    "agents": [],
    "victims": [{"names": ["Rosa Diaz"], "description": None, "count": 1, "effect": "killed"}],
    "date": None,
    "places": [],
    "weapons": [],
    "attribution": [],
    "polarity": "asserted",
    "same_event_as": "a/1",
    "evidence": "Rosa Diaz was killed",
    "optional": False,
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for name in "ab":
        text = f"Report {name}. Rosa Diaz was killed in the town, the police said on Monday.\n"
        (tmp_path / "texts" / f"{name}.txt").write_text(text)
    (tmp_path / "gold.jsonl").write_text(
        json.dumps(_GOLD) + "\n" + json.dumps(_GOLD | {"doc": "b", "victims": []}) + "\n"
    )
    rows = [{"id": "a", "date": "2019-05-16", "split": "dev"}, {"id": "b", "date": None, "split": "held-out"}]
    (tmp_path / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_suites_and_options_of_the_page_exist(run: Run) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    commands = [line.split() for line in page.splitlines() if line.startswith("kg eval ")]
    assert {words[2] for words in commands} == {"constructions", "events", "joins", "muc4", "re3d", "language"}
    for words in commands:
        shown = run("eval", words[2], "--help").out
        assert all(word in shown for word in words if word.startswith("--")), words


def _events(folder: Path) -> list[object]:
    files = ["--gold", folder / "gold.jsonl", "--texts", folder / "texts", "--index", folder / "index.jsonl"]
    return ["eval", "events", *files]


@pytest.mark.usefixtures("fake_reader")
def test_events(run: Run, gold: Path) -> None:
    ran = run(*_events(gold), "--split", "dev", "--json", gold / "figures.json", "--predictions", gold / "e.jsonl")
    assert ran.code == 0, ran.err
    assert "killed, with a name" in ran.out
    figures = json.loads((gold / "figures.json").read_text())
    assert (figures["documents"], figures["named killed"]["F1"]) == (1, 1.0)
    event = json.loads((gold / "e.jsonl").read_text())
    assert [victim["name"] for victim in event["victims"]] == ["Rosa Diaz"]


@pytest.mark.usefixtures("fake_reader")
def test_joins(run: Run, gold: Path) -> None:
    ran = run("eval", "joins", *_events(gold)[2:], "--json", gold / "figures.json")
    assert ran.code == 0, ran.err
    assert "both read" in ran.out
    assert json.loads((gold / "figures.json").read_text())["joins"]["all"]["F1"] == 1.0


@pytest.mark.usefixtures("fake_reader")
def test_several_files_after_one_option(run: Run, tmp_path: Path) -> None:
    texts, keys = [], []
    for number in (1, 2):
        texts.append(tmp_path / f"texts-{number}")
        texts[-1].write_text(f"TST9-MUC4-000{number}\n\n   Lima, 5 Jun 89 -- [Text] Rosa Diaz was killed.\n")
        keys.append(tmp_path / f"key-{number}")
        keys[-1].write_text(
            f"0.  MESSAGE: ID                     TST9-MUC4-000{number}\n"
            '18. HUM TGT: NAME                   "ROSA DIAZ"\n'
            '23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ROSA DIAZ"\n'
        )
    ran = run("eval", "muc4", "--texts", *texts, "--keys", *keys, "--json", "-")
    figures = json.loads(ran.out)
    assert figures["messages"] == 2
    assert figures["all messages"]["victim"]["F1"] == 1.0


@pytest.mark.usefixtures("fake_reader")
def test_json_on_stdout_is_nothing_but_json(run: Run, gold: Path) -> None:
    ran = run(*_events(gold), "--json", "-", "--verbose")
    assert json.loads(ran.out)["documents"] == 2


@pytest.mark.usefixtures("fake_reader")
def test_misses_of_a_held_out_split_stay_hidden(run: Run, gold: Path) -> None:
    assert "Rosa Diaz" in run(*_events(gold), "--verbose").out
    assert "Rosa Diaz" not in run(*_events(gold), "--split", "held-out", "--verbose").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["constructions", "--gold", "missing.jsonl"], "tests/gold/constructions.jsonl"),
        (["events", "--gold", "missing.jsonl", "--texts", "."], "tests/gold/gold.jsonl"),
        (["muc4", "--texts", "missing", "--keys", "missing"], "NIST"),
        (["re3d", "--root", "missing"], "re3d"),
        (["language", "--corpora", "missing"], "universaldependencies.org"),
        (["muc4", "--texts", "missing", "--case", "lower"], "mixed or upper"),
        (["constructions", "--class", "("], "no regular expression"),
    ],
)
@pytest.mark.usefixtures("fake_reader")
def test_data_that_are_not_there(
    run: Run, arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("eval", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err + ran.out
