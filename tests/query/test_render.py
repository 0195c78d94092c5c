"""Answers for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from kg.errors import QueryError
from kg.query import FORMATS, Result, load, render, run
from kg.query.catalogue import parse
from kg.rdf import serialize_turtle
from tests.rdf import factory


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Result:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return run(load("who-was-killed"), [path], {})


def test_json_is_sparql_results_json_with_typed_dates(killed: Result) -> None:
    found = json.loads(render(killed, "json"))
    assert set(found["head"]["vars"]) >= {
        "victim",
        "killer",
        "date",
        "place",
        "weapon",
        "status",
        "source",
        "event",
    }
    dates = {row["victim"]["value"]: row["date"] for row in found["results"]["bindings"]}
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert dates["Ana Lind"] == {"type": "literal", "value": "2017", "datatype": xsd + "gYear"}
    assert dates["Per Moss"] == {"type": "literal", "value": "2018-03", "datatype": xsd + "gYearMonth"}
    assert dates["Ivo Varga"] == {"type": "literal", "value": "2019-05-05", "datatype": xsd + "date"}
    assert found["results"]["bindings"][0]["event"]["type"] == "uri"


def test_csv_is_read_back_by_a_spreadsheet(killed: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(render(killed, "csv"))))
    assert [row["victim"] for row in rows] == ["Ana Lind", "Per Moss", "nine mushroom pickers", "Ivo Varga"]
    assert rows[3]["date"] == "2019-05-05"
    assert rows[1]["killer"] == ""


def test_tsv_holds_terms(killed: Result) -> None:
    lines = render(killed, "tsv").splitlines()
    assert lines[0].split("\t")[:2] == ["?victim", "?number"]
    assert lines[4].split("\t")[0] == '"Ivo Varga"'
    assert len(lines) == 5


def test_markdown_cannot_be_broken_by_what_is_in_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "g.nt"
    path.write_text('<urn:a> <urn:p> "one | two\\nthree \\\\ four" .', encoding="utf-8")
    result = run(parse("SELECT ?o { <urn:a> <urn:p> ?o }", "q"), [path], {})
    assert render(result, "markdown") == "| o |\n| --- |\n| one \\| two three \\\\ four |\n"


@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_a_table_fits_its_width_and_loses_nothing(killed: Result, width: int) -> None:
    shown = render(killed, "table", width)
    assert max(map(cell_len, shown.splitlines())) <= width
    letters = "".join(shown.split())
    assert "PerMosswasreportedlyshotdeadinOldtowninMarch2018." in letters
    assert shown.splitlines()[-1] == "4 rows"


def test_a_table_puts_words_below_their_row_and_hides_iris(killed: Result) -> None:
    lines = render(killed, "table", 160).splitlines()
    words = "    the report daily: “Per Moss was reportedly"
    quote = next(n for n, line in enumerate(lines) if line.startswith(words))
    assert any(line.startswith("Per Moss") for line in lines[:quote])
    assert "https://" not in "".join(lines)


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("", encoding="utf-8")
    shown = render(run(load("who-was-killed"), [path], {}), "table")
    assert shown.splitlines()[-2:] == ["no rows:", "  the graph holds no documents"]
    assert shown.startswith("victim")


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "g.nt"
    path.write_text('<urn:a> <urn:p> "red \\u001B[31m bell \\u0007 override \\u202E" .', encoding="utf-8")
    shown = render(run(parse("SELECT ?o { <urn:a> <urn:p> ?o }", "q"), [path], {}), "table")
    assert not [c for c in shown if not c.isprintable() and c != "\n"]


def test_an_unknown_format_is_an_error_with_what_there_is(killed: Result) -> None:
    with pytest.raises(QueryError) as caught:
        render(killed, "excel")
    assert all(form in str(caught.value) for form in FORMATS)


@pytest.mark.parametrize(("form", "expected"), [("json", '{"head": {}, "boolean": true}\n'), ("table", "true\n")])
def test_yes_or_no(tmp_path: Path, form: str, expected: str) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    assert render(run(parse("ASK { ?s <urn:p> ?o }", "q"), [path], {}), form) == expected
