"""One question, one answer, wherever the graph lies: files, a store folder, our endpoint, Virtuoso."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import QueryError, StoreError
from kg.query import catalogue, load, render, run
from kg.query.binding import inline
from kg.query.catalogue import parse as parse_query
from kg.query.limits import limited
from kg.query.parameters import bind
from kg.rdf import serialize_turtle
from kg.store import loading
from kg.store.embedded import Embedded
from kg.store.http import PASSWORD, USER
from kg.store.remote import Addresses, Remote
from tests.cli.conftest import Run, invoke
from tests.query.test_competency import PARAMETERS
from tests.rdf import factory
from tests.store.conftest import own_endpoint, virtuoso_address

__all__ = ["virtuoso_address"]

NAMES = [info.name for info in catalogue()]


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


@pytest.fixture(scope="module")
def folder(graph_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "store"
    store = Embedded(folder)
    loading.load(loading.read([graph_file]), store)
    store.close()
    return folder


@pytest.fixture(scope="module")
def endpoint(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with own_endpoint(folder) as address:
        yield address + "sparql"


def rows(name: str, place: Path | str, everything: bool) -> list[tuple[str, ...]]:
    result = run(load(name), [place], PARAMETERS.get(name, {}), everything)
    return [tuple(row.get(column, "") for column in result.columns) for row in result.rows()]


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_store_folder_answers_as_the_file_does(name: str, everything: bool, graph_file: Path, folder: Path) -> None:
    expected = rows(name, graph_file, everything)
    assert rows(name, folder, everything) == expected


@pytest.mark.parametrize("name", NAMES)
def test_an_endpoint_answers_as_the_file_does(name: str, graph_file: Path, endpoint: str) -> None:
    assert rows(name, endpoint, True) == rows(name, graph_file, True)


# Virtuoso 7.2.5 plans within* over places from both ends at once, and says that neither is bound.
BEYOND_VIRTUOSO = "killed-in-place-and-period"
# It groups these in a way of its own, with a row more.
DIFFERENT = ("conflicts",)


@pytest.fixture(scope="module")
def virtuoso_with_the_world(virtuoso_address: str, graph_file: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(USER, "dba")
        patch.setenv(PASSWORD, "dba")
        store = Remote(Addresses(virtuoso_address))
        loading.load(loading.read([graph_file]), store, prune=True)
        store.close()
        yield virtuoso_address


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in (BEYOND_VIRTUOSO, *DIFFERENT)])
def test_virtuoso_answers_as_the_file_does(
    name: str, everything: bool, graph_file: Path, virtuoso_with_the_world: str
) -> None:
    assert rows(name, virtuoso_with_the_world, everything) == rows(name, graph_file, everything)


def test_what_virtuoso_cannot_plan_is_an_error_in_words(virtuoso_with_the_world: str) -> None:
    with pytest.raises(StoreError, match="transitive"):
        rows(BEYOND_VIRTUOSO, virtuoso_with_the_world, False)


@pytest.mark.parametrize(
    ("pattern", "bound"),
    [
        ("param:this param:place ?v .", 'VALUES ?v { "Homs \\" } ?x {" } .'),
        ("param:this param:from|param:place ?v", 'VALUES ?v { "Homs \\" } ?x {" }'),
        ("param:this param:from ?v", "VALUES ?v {  }"),
        ("param:this param:all true .", "FILTER(true) ."),
        ("param:this param:all false .", "FILTER(false) ."),
        ('param:this param:place "Homs"', "FILTER(false)"),
        ("<https://w3id.org/kg-conflict/param#this> param:all ?a", "VALUES ?a"),
    ],
)
def test_parameters_are_bound_as_terms(pattern: str, bound: str) -> None:
    header = "# param place: text, optional: x\n# param from: first-day, optional: x\n"
    header += "# param all: boolean, default false: x\n"
    text = header + f"PREFIX param: <https://w3id.org/kg-conflict/param#>\nSELECT * {{ {pattern} }} # param:this"
    info = parse_query(text, "mine")
    found = inline(info.sparql, bind(info, {"place": 'Homs " } ?x {'}, True))
    assert bound in found
    assert found.endswith("# param:this")


@pytest.mark.parametrize(
    "pattern",
    ["param:this param:a ?x ; param:b ?y", "param:this ?p ?x", "param:this param:a", "param:this param:a ?x, ?y"],
)
def test_parameters_that_cannot_be_bound(pattern: str) -> None:
    with pytest.raises(QueryError, match="triple of its own"):
        inline(f"PREFIX param: <https://w3id.org/kg-conflict/param#> SELECT * {{ {pattern} }}", {}, "mine")


@pytest.mark.parametrize(
    ("sparql", "has"),
    [
        ("SELECT * {} # end", True),
        ("SELECT * { SELECT * {} LIMIT 3 }", True),
        ("SELECT * {} LIMIT 3", False),
        ("SELECT * {} VALUES ?x { 1 }", False),
        ("ASK {}", False),
    ],
)
def test_a_limit_is_put_where_none_is(sparql: str, has: bool) -> None:
    assert limited(sparql, 7).endswith("\nLIMIT 7\n") == has


@pytest.fixture
def run_command() -> Run:
    return invoke


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_the_command_with_a_limit(run_command: Run, graph_file: Path, limit: int) -> None:
    ran = run_command("query", "who-was-killed", "-g", graph_file, "--limit", limit, "-f", "json")
    assert len(json.loads(ran.out)["results"]["bindings"]) == limit


def test_the_command_gives_up_in_time(graph_file: Path, tmp_path: Path) -> None:
    many = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(6))
    (tmp_path / "bomb.rq").write_text(f"SELECT (COUNT(*) AS ?n) {{ {many} FILTER(CONCAT(STR(?a0), STR(?a5)) = '') }}")
    command = [sys.executable, "-m", "kg", "query", "bomb.rq", "-g", str(graph_file), "--timeout", "0.5"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no answer within 0.5 seconds" in done.stderr
    assert "Traceback" not in done.stderr


def test_answers_in_xml(graph_file: Path) -> None:
    found = ElementTree.fromstring(render(run(load("who-was-killed"), [graph_file], {}), "xml"))
    assert len(found.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == 4
    truth = run(parse_query("ASK { ?s ?p ?o }", "mine"), [graph_file], {})
    assert "<boolean>true</boolean>" in render(truth, "xml")


@pytest.mark.parametrize(
    ("form", "rdf"),
    [
        ("table", RdfFormat.TURTLE),
        ("turtle", RdfFormat.TURTLE),
        ("ntriples", RdfFormat.N_TRIPLES),
        ("rdfxml", RdfFormat.RDF_XML),
        ("jsonld", RdfFormat.JSON_LD),
    ],
)
def test_triples_in_every_syntax(graph_file: Path, folder: Path, endpoint: str, form: str, rdf: RdfFormat) -> None:
    info = parse_query(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> CONSTRUCT WHERE { ?s skos:altLabel ?o }", "mine"
    )
    places: list[Path | str] = [graph_file, folder, endpoint]
    texts = [render(run(info, [place], {}), form) for place in places]
    found = [{str(quad) for quad in parse(text, rdf)} for text in texts]
    assert len(found[0]) > 3
    assert found[1] == found[2] == found[0]


def test_rows_are_no_triples(graph_file: Path) -> None:
    with pytest.raises(QueryError, match="rows cannot be written as turtle"):
        render(run(load("who-was-killed"), [graph_file], {}), "turtle")


@pytest.mark.parametrize("sparql", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "CLEAR ALL"])
def test_a_question_asks_nobody_else_and_changes_nothing(graph_file: Path, sparql: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|update"):
        run(parse_query(sparql, "mine"), [graph_file], {})


def test_places_that_do_not_go_together(graph_file: Path, folder: Path) -> None:
    with pytest.raises(QueryError, match="on its own"):
        run(load("who-was-killed"), ["http://127.0.0.1:9/", graph_file], {})
    ran = invoke("query", "who-was-killed", "-g", graph_file, "-g", folder)
    assert (ran.code, "on its own" in ran.err) == (2, True)
    ran = invoke("query", "who-was-killed", "-g", folder.parent)
    assert (ran.code, "is no store" in ran.err) == (2, True)


def test_an_endpoint_that_is_not_there() -> None:
    with pytest.raises(StoreError, match="is no address"):
        run(load("who-was-killed"), ["http://127.0.0.1:0/"], {})


def test_an_endpoint_that_is_dead_is_said_to_be_so_within_the_time_allowed() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        # Bound and not listening: every connection is refused.
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/sparql"
        ran = invoke("query", "who-was-killed", "-g", address, "--timeout", "3")
    assert ran.code == 2
    assert ran.err.startswith(f"kg: {address}: cannot be reached")
