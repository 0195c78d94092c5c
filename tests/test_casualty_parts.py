"""A part of a count of people keeps beside its total from the text to answers and exports, and is never added to it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import build, turtle
from kg.export import export
from kg.extract.reader import Reader
from kg.model import Document
from kg.query import load, run
from kg.rdf import check

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
_TEXT = (
    "Rebels shelled the town of Agdam on Monday, killing 27 people including nine children and 12 civilians, the "
    "ministry said."
)


@pytest.fixture(scope="module")
def graph_file(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = build([Document("text", _TEXT, "0" * 64, issued=date(2021, 3, 4))], Reader(nlp))
    path = tmp_path_factory.mktemp("parts") / "graph.ttl"
    path.write_bytes(turtle(graph))
    assert check(path).findings == ()
    return path


def test_a_question_tells_parts_from_totals(graph_file: Path) -> None:
    rows = run(load("casualty-figures"), [graph_file], {}).rows()
    assert [(row["people"], row.get("part", ""), row["best"]) for row in rows] == [
        ("people", "", "27"),
        ("children", "part", "9"),
        ("civilians", "part", "12"),
    ]


def test_exports_keep_parts_out_of_the_totals(graph_file: Path) -> None:
    event = json.loads(next(iter(export(graph_file, "events.jsonl"))))
    assert [c["best"] for c in event["casualties"]] == [27]
    assert [(c["category"], c["people"], c["best"]) for c in event["casualty_parts"]] == [
        ("civilians", "civilians", 12),
        ("civilians", "children", 9),
    ]
    table = b"".join(export(graph_file, "events.csv")).decode().splitlines()
    row = next(iter(csv.DictReader(table)))
    assert (row["deaths_best"], row["deaths_civilians"]) == ("27", "12")
