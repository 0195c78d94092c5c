"""Headers of query files, and the bundled questions as data."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import Column, Parameter, catalogue, load, run
from kg.query.catalogue import parse

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {
    "who-was-killed", "who-killed-whom", "killed-in-place-and-period", "strikes-timeline", "acts-of-a-group",
    "according-to-whom", "who-denied-what", "who-accused-whom", "opposed-claims", "rival-dates",
    "hostages-and-their-fate", "weapons-used", "evidence", "casualty-figures", "roles-over-time",
}  # fmt: skip


def test_all_promised_questions_are_there() -> None:
    assert {info.name for info in catalogue()} >= PROMISED


@pytest.mark.parametrize("name", [info.name for info in catalogue()])
def test_a_bundled_question_describes_itself_fully(name: str) -> None:
    info = load(name)
    assert info.title
    assert info.question.endswith("?")
    given = {parameter.name: "x" for parameter in info.parameters if parameter.required}
    assert run(info, [], given).columns == tuple(column.name for column in info.columns)
    asked = set(re.findall(r"param:this param:(\w+)", info.sparql))
    assert asked == {parameter.name for parameter in info.parameters}


def test_who_was_killed_binds_what_is_promised_of_it() -> None:
    columns = {column.name for column in load("who-was-killed").columns}
    assert columns >= {"victim", "killer", "date", "place", "weapon", "status", "source", "event", "quote"}


def test_a_header_is_read() -> None:
    info = parse(
        "# title: A title\n# question: Who: when?\n#\n# note: Something\n# a plain comment\n"
        "# param place: text, optional: part of a name\n# param all: boolean, default false: all of it\n"
        "# param group: text, required: a group\n# column a: first\n# column b, below: second\n"
        "# column c, hidden: third\n\nSELECT * {} # title: not this\n",
        "mine",
    )
    assert (info.name, info.title, info.question, info.note) == ("mine", "A title", "Who: when?", "Something")
    assert info.parameters == (
        Parameter("place", "text", "part of a name"),
        Parameter("all", "boolean", "all of it", default="false"),
        Parameter("group", "text", "a group", required=True),
    )
    assert info.columns == (
        Column("a", "first"),
        Column("b", "second", "below"),
        Column("c", "third", "hidden"),
    )
    assert info.column("unheard-of") == Column("unheard-of", "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("# param place: word, optional: x", "TYPE one of text"),
        ("# param place: text", "a parameter is written"),
        ("# param Place Name: text, optional: x", "a parameter is written"),
        ("# column a, above: x", "below"),
    ],
)
def test_a_header_that_cannot_be_read_is_an_error_with_its_line(line: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(f"# title: t\n{line}\nSELECT * {{}}", "mine.rq")
    assert "mine.rq:2" in str(caught.value)


def test_an_unknown_name_is_an_error_with_what_there_is() -> None:
    with pytest.raises(QueryError) as caught:
        load("who-was-born")
    assert all(name in str(caught.value) for name in PROMISED)


def test_a_file_is_a_question_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("# title: Mine\nSELECT * {}", encoding="utf-8")
    assert load(str(path)).title == "Mine"
    with pytest.raises(QueryError, match="no query file"):
        load(str(tmp_path / "other.rq"))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match="UTF-8"):
        load(str(path))


def test_the_catalogue_loads_no_rdf_library() -> None:
    code = (
        "import sys; from kg.query import catalogue; catalogue();"
        "print([m for m in ('rdflib', 'pyoxigraph', 'rich', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
