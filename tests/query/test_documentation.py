"""The queries in the documentation run, and answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.query import run
from kg.query.catalogue import parse
from kg.rdf import serialize_turtle
from tests.rdf import factory

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ontology.md"
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def test_a_few_lines_over_plain_triples_tell_who_was_killed(graph_file: Path) -> None:
    rows = list(run(parse(QUERIES[0], "page"), [graph_file], {}).rows())
    assert {"victim": "Ivo Varga", "killer": "Northern Coalition", "date": "2019-05-05", "place": "Red Valley"} in rows
    assert {row["victim"] for row in rows} == {"Ivo Varga", "Ana Lind", "Per Moss", "nine mushroom pickers"}


def test_roles_come_with_their_day_and_their_sentence(graph_file: Path) -> None:
    rows = list(run(parse(QUERIES[1], "page"), [graph_file], {}).rows())
    assert [(row["wording"], row["group"], row["standing"], row["asOf"]) for row in rows] == [
        ("regional commander", "People's Front", "held", "2019-05-08")
    ]
    assert rows[0]["sentence"].startswith("Varga, a regional commander")


def test_a_question_of_ones_own_with_a_parameter(graph_file: Path) -> None:
    info = parse(QUERIES[2], "page")
    assert [parameter.name for parameter in info.parameters] == ["weapon"]
    rows = list(run(info, [graph_file], {"weapon": "DRONE"}).rows())
    assert rows == [{"what": "Air strike on Ivo Varga"}]


def test_every_query_of_the_page_is_tested() -> None:
    assert len(QUERIES) == 3
