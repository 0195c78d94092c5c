"""Reports in, answers out: the whole way with the bundled language model, through the installed command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

# Invented people, groups and places: what is read here is read by the form of the words.
WIRE = (
    " date 2019-06-05 KARDIM (Reuters) - A drone strike by the National Army near Kardim killed Omar Haddan,"
    " a commander of the Red Front, on Monday, the army said.\n"
    "Eleven civilians were also killed, according to residents. The army denied that civilians had died.\n"
)
DAILY = (
    "Tuesday, June 4, 2019\n\n"
    "Gunmen killed Yusuf Karam, the mayor of Belet, on Sunday. Police blamed the Red Front for it.\n"
)


def kg(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def ask(graph: Path, *arguments: str) -> list[dict[str, str]]:
    """The rows of an answer."""
    ran = kg("query", *arguments, "--graph", graph, "--format", "json")
    assert ran.returncode == 0, ran.stderr
    rows = json.loads(ran.stdout)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in rows]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "wire.txt").write_text(WIRE)
    (folder / "daily.txt").write_text(DAILY)
    return folder


@pytest.fixture(scope="module")
def graph(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "g.ttl"
    ran = kg("build", folder, "-o", path, "--validate")
    assert ran.returncode == 0, ran.stderr
    return path


def test_who_was_killed_by_whom_when_and_where(graph: Path) -> None:
    rows = {row["victim"]: row for row in ask(graph, "who-was-killed")}
    haddan = rows["Omar Haddan"]
    assert (haddan["killer"], haddan["date"]) == ("National Army", "2019-06-03")
    assert "Kardim" in haddan["place"]
    assert rows["Yusuf Karam"]["date"] == "2019-06-02"


def test_what_is_denied_is_no_fact_but_can_be_asked_for(graph: Path) -> None:
    def victims(*options: str) -> str:
        return " ".join(row["victim"] for row in ask(graph, "who-was-killed", *options)).lower()

    assert "civilians" not in victims()
    assert "civilians" in victims("--all")
    assert [row for row in ask(graph, "who-denied-what") if "army" in row["denier"].lower()]


def test_the_same_reports_give_the_same_bytes(graph: Path, folder: Path, tmp_path: Path) -> None:
    again = kg("build", folder / "wire.txt", folder / "daily.txt", "-o", "-")
    assert again.stdout.encode() == graph.read_bytes()


def test_the_same_bytes_by_two_processes_and_from_a_working_directory(
    graph: Path, folder: Path, tmp_path: Path
) -> None:
    parted = kg("build", folder, "--workers", 2, "-o", tmp_path / "workers.ttl")
    assert parted.returncode == 0, parted.stderr
    assert (tmp_path / "workers.ttl").read_bytes() == graph.read_bytes()
    for name in ("first.ttl", "second.ttl"):
        ran = kg("build", folder, "--work", tmp_path / "work", "-o", tmp_path / name)
        assert ran.returncode == 0, ran.stderr
        assert (tmp_path / name).read_bytes() == graph.read_bytes()
    assert "2 of them in an earlier build" in ran.stderr


def test_events_for_other_tools(graph: Path) -> None:
    ran = kg("export", graph, "--to", "events.jsonl")
    assert ran.returncode == 0, ran.stderr
    events = [json.loads(line) for line in ran.stdout.splitlines()]
    names = {victim["name"] for event in events for victim in event["victims"]}
    assert {"Omar Haddan", "Yusuf Karam"} <= names
    assert {document for event in events for document in event["documents"]} == {"wire", "daily"}


def test_standard_input_dated_by_the_user(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    ran = kg(
        "build",
        "-",
        "-o",
        path,
        "--date",
        "2019-06-05",
        stdin="Rebels killed Omar Haddan in Kardim on Monday.",
    )
    assert ran.returncode == 0, ran.stderr
    (row,) = ask(path, "who-was-killed")
    assert (row["victim"], row["date"]) == ("Omar Haddan", "2019-06-03")


def test_a_nickname_makes_nobody_somebody_else(tmp_path: Path) -> None:
    text = (
        "The British journalist Sam Carter was a hostage as well. Years after he was abducted his fate is uncertain. "
        'Karim Nadir, the British jihadist nicknamed "Jihadi Sam", suspected of having led the cell, was reportedly '
        "killed on Monday in a raid on Raqqa."
    )
    assert kg("build", "-", "-o", tmp_path / "g.ttl", "--date", "2019-06-05", stdin=text).returncode == 0
    assert [row["victim"] for row in ask(tmp_path / "g.ttl", "who-was-killed")] == ["Karim Nadir"]


ODD = {
    "short": "Killed.",
    "loud": "KILLED KILLED KILLED",
    "monotonous": "The " * 3000,
    "hearsay": "He said she said they said it said that he said. " * 300,
    "stutter": "A bomb in the town of the army" + " killed the men" * 200 + ".",
    "brackets": "“‘“‘(((([[[[ the of and to in that",
    "scripts": "Ünïcödé 💥 killed 👨‍👩‍👧 in the 東京 area on Monday, the \u202epolice\u202c said.",
    "gaps": "the\tman\twas\tkilled\n\n\n\n\n\nin\nthe\ntown\n.\n",
    "list": "Omar Haddan and " * 500 + "the mayor were killed.",
    "word": "x" * 5000 + " was killed in the town by the army of the north.",
    "figures": "1 2 3 killed 4 5 6 on 31 February 2019 and 99/99/9999 in the year 0000.",
    "markup": "<b>Omar Haddan</b> was killed \"in\" <script>alert('the town')</script> & \\n \\u0000 end.",
    "quotes": 'The army\'s "spokesman" said: """the man" was killed\\"; <https://example.org/> is a "town".',
}


def test_odd_texts_are_survived(tmp_path: Path) -> None:
    for name, text in ODD.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ran = kg("build", tmp_path, "-o", tmp_path / "g.ttl", "--validate")
    assert ran.returncode == 0, ran.stderr
    assert f"{len(ODD)} documents read" in ran.stderr
    assert kg("query", "who-was-killed", "--all", "--graph", tmp_path / "g.ttl").returncode == 0


def test_given_reports_are_read_as_a_whole(shared: Path, tmp_path: Path) -> None:
    ran = kg("build", shared / "seeds", shared / "development", "-o", tmp_path / "g.ttl", "--validate")
    assert ran.returncode == 0, ran.stderr
    assert "18 documents read" in ran.stderr
    victims = " ".join(row["victim"] for row in ask(tmp_path / "g.ttl", "who-was-killed"))
    assert all(name in victims for name in ("James Foley", "Steven Sotloff", "David Haines", "Alan Henning"))
    assert "Cantlie" not in victims
