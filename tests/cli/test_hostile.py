"""Two hundred broken and hostile inputs: each is answered with a message, none with a traceback or half a file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kg.query.catalogue import catalogue
from kg.rdf import serialize_turtle
from tests.cli.conftest import Ran, invoke
from tests.rdf import factory

GOOD = "<https://kg.example/id/a> <https://w3id.org/kg-conflict/ont#perpetrator> <https://kg.example/id/b> .\n"

BROKEN_TURTLE = [
    "this is no Turtle",
    "<a> <b> .",
    "<a> <b> <c>",
    "@prefix a: <x:> a:b a:c a:d .",
    "a:b a:c a:d .",
    "<https://x.example/a b> <x:p> <x:o> .",
    '<https://x.example/"q"> <x:p> <x:o> .',
    "<https://x.example/{a}> <x:p> <x:o> .",
    "<x:s> <x:p> 'open .",
    '<x:s> <x:p> """open .',
    "<x:s> <x:p> '\\q' .",
    "<x:s> <x:p> '\\uZZZZ' .",
    "<x:s> <x:p> '\\uD800' .",
    "<x:s> <x:p> '\\U00110000' .",
    "'literal' <x:p> <x:o> .",
    "<x:s> 'literal' <x:o> .",
    "<x:s> _:b <x:o> .",
    "<x:s> <x:p> 'x'@ .",
    "<x:s> <x:p> 'x'^^ .",
    "<x:s> <x:p> 1e .",
    "<x:s> <x:p> [ .",
    "<x:s> <x:p> ( 1 2 .",
    "<x:s> <x:p> <x:o> ; ; , .",
    "<x:s> <x:p> <x:o> . }",
    "\x00\x01\x02\x03",
    "<x:s> <x:p> \x00 .",
    "<html><body>no graph</body></html>",
    '{"@id": "x:s"}',
    "%PDF-1.7",
    "PK\x03\x04",
    "(" * 5_000,
    "<x:s> <x:p> " + "[ <x:p> " * 2_000,
    "@base <relative> . <a> <b> <c> . <",
    "@prefix : <x:> . : : : . :",
    # A byte order mark is none of Turtle's characters.
    "\ufeff" + GOOD,
]
"""Texts that no Turtle parser takes."""

ODD_TURTLE = [
    "",
    "# only a remark",
    GOOD * 1_000,
    "<x:s> <x:p> '" + "a" * 2_000_000 + "' .",
    "<x:s> <x:p> '\\u202Eright to left\\u202C' .",
    "<x:s> <x:p> '\\u0001\\u0007\\u001B[31m' .",
    "<x:s> <x:p> 'a\\u0000b' .",
    "<x:" + "s" * 100_000 + "> <x:p> <x:o> .",
    "<file:///etc/passwd> <x:p> <x:o> .",
    "<x:s> <x:p> '99999999999999999999999999'^^<http://www.w3.org/2001/XMLSchema#integer> .",
    "<x:s> <x:p> 'not a day'^^<http://www.w3.org/2001/XMLSchema#date> .",
    "<x:s> a <https://w3id.org/kg-conflict/ont#Event> .",
    "<x:s> a <https://w3id.org/kg-conflict/ont#Document> .",
    "[] a <https://w3id.org/kg-conflict/ont#Claim> .",
    "<x:s> <https://w3id.org/kg-conflict/ont#within> <x:s> .",
    "<x:a> <https://w3id.org/kg-conflict/ont#within> <x:b> . <x:b> <https://w3id.org/kg-conflict/ont#within> <x:a> .",
    "<x:s> a <https://w3id.org/kg-conflict/ont#Beheading> ; <https://w3id.org/kg-conflict/ont#fatalVictim> 'no node' .",
    "<x:s> a <https://w3id.org/kg-conflict/ont#Place> ; <https://w3id.org/kg-conflict/ont#latitude> 'north' .",
    "<x:s> a <https://w3id.org/kg-conflict/ont#Mention> ; "
    "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex> 'x' .",
]
"""RDF that is valid and means nothing, or nonsense."""

BROKEN_SPARQL = [
    "",
    "SELECT",
    "SELECT * {",
    "SELECT * }",
    "SELECT * { ?s ?p }",
    "SELECT ?x { FILTER( }",
    "CLEAR ALL",
    "DROP ALL",
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "LOAD <file:///etc/passwd>",
    "PREFIX a: <x:> DELETE WHERE { ?s ?p ?o }",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'open }",
    "SELECT * { ?s ?p \x00 }",
    "SELECT (1/0 AS ?x { }",
    "ASK { FILTER(?x = \\) }",
    "SELECT * { ?s foaf:name ?o }",
    "SELECT * FROM { ?s ?p ?o }",
    "'; DROP TABLE claims; --",
    "../../../../etc/passwd",
    "SELECT * { " + "{ " * 300,
    "SELECT * { ?s (" + "<x:p>/" * 500 + " ?o }",
    "\u202eSELECT * {}",
    "SELECT * { BIND(<x:f>(1) AS ?x) } GROUP BY",
]
"""Texts that no query is made of, and queries that want what is off."""

ODD_VALUES = [
    "' } DROP ALL #",
    '" } } INSERT DATA { <x:a> <x:b> <x:c> } #',
    "\\",
    "\\u0022",
    "a\nb",
    "\u202e",
    "*",
    ".*(.*)+$",
    "x" * 100_000,
    "?v",
    "<x:y>",
    "}",
    "$(touch pwned)",
    "%s%n",
    "{{7*7}}",
]
"""Values of parameters that would break out of a query put together from text."""

ENDINGS = [".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"]


def told(ran: Ran, *codes: int) -> None:
    assert ran.code in codes, (ran.code, ran.err)
    assert "Traceback" not in ran.err
    assert "internal fault" not in ran.err
    assert ran.code == 0 or ran.err.strip()


def nothing_else(folder: Path, *names: str) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


@pytest.mark.parametrize("number", range(len(BROKEN_TURTLE)))
@pytest.mark.parametrize("command", ["query", "export", "infer", "load", "validate"])
def test_broken_turtle(tmp_path: Path, command: str, number: int) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(BROKEN_TURTLE[number], encoding="utf-8")
    arguments = {
        "query": ["query", "who-was-killed", "-g", path],
        "export": ["export", path, "--to", "events.csv", "-o", tmp_path / "out"],
        "infer": ["infer", path, "-o", tmp_path / "out.ttl"],
        "load": ["load", path, "--to", tmp_path / "store"],
        "validate": ["validate", path],
    }
    ran = invoke(*arguments[command])
    told(ran, 2)
    assert "bad.ttl" in ran.err
    nothing_else(tmp_path, "bad.ttl")


@pytest.mark.parametrize("number", range(len(ODD_TURTLE)))
def test_odd_turtle(tmp_path: Path, number: int) -> None:
    path = tmp_path / "odd.ttl"
    path.write_text(ODD_TURTLE[number], encoding="utf-8")
    told(invoke("query", "who-was-killed", "-g", path), 0)
    told(invoke("validate", path), 0, 1)
    told(invoke("infer", path, "--reasoner", "oxigraph", "-o", "-"), 0, 1)
    for form in ("events.csv", "geojson", "ftm", "sem", "trig"):
        told(invoke("export", path, "--to", form, "-o", tmp_path / "out"), 0, 2)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seed", range(4))
def test_random_bytes(tmp_path: Path, ending: str, seed: int) -> None:
    path = tmp_path / f"noise{ending}"
    path.write_bytes(random.Random(seed).randbytes(2_000))
    ran = invoke("query", "who-was-killed", "-g", path)
    told(ran, 2)
    assert f"noise{ending}" in ran.err


@pytest.mark.parametrize("cut", range(1, 20))
def test_a_graph_that_was_cut_off(graph_file: Path, tmp_path: Path, cut: int) -> None:
    data = graph_file.read_bytes()
    # Within a statement: the last line of a whole statement is no break.
    path = tmp_path / "cut.ttl"
    path.write_bytes(data[: len(data) * cut // 20].rstrip(b". \n;"))
    told(invoke("validate", path), 1, 2)
    told(invoke("load", path, "--to", tmp_path / "store"), 0, 2)


def test_a_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.nt"
    path.write_text("<x:s> <x:p> '" + "a" * 50_000_000)
    ran = invoke("query", "who-was-killed", "-g", path)
    told(ran, 2)
    assert len(ran.err) < 2_000


@pytest.mark.parametrize("number", range(len(BROKEN_SPARQL)))
def test_broken_sparql(graph_file: Path, tmp_path: Path, number: int) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(BROKEN_SPARQL[number], encoding="utf-8")
    ran = invoke("query", path, "-g", graph_file, "-o", tmp_path / "out")
    told(ran, 2)
    assert "bad.rq" in ran.err
    nothing_else(tmp_path, "bad.rq")


@pytest.mark.parametrize("number", range(len(ODD_VALUES)))
def test_odd_values_of_parameters(
    graph_file: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    value = ODD_VALUES[number]
    for name, parameter in (
        ("evidence", "about"),
        ("acts-of-a-group", "group"),
        ("killed-in-place-and-period", "place"),
    ):
        told(invoke("query", name, "-g", graph_file, "-p", f"{parameter}={value}"), 0)
    nothing_else(tmp_path)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a\x00b", "", ".", "..", "a" * 5_000, "who was killed?"]
)
def test_names_that_are_no_questions(graph_file: Path, name: str) -> None:
    assert name not in [info.name for info in catalogue()]
    told(invoke("query", name, "-g", graph_file), 2)


@pytest.mark.parametrize(
    "path", ["/", "/etc", "/dev/null", "no/such/file.ttl", "a\x00b.ttl", "x" * 5_000 + ".ttl", "~", ""]
)
@pytest.mark.parametrize("command", ["query", "validate", "export", "infer"])
def test_paths_that_are_no_graphs(tmp_path: Path, command: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = {
        "query": ["query", "who-was-killed", "-g", path],
        "validate": ["validate", path],
        "export": ["export", path, "--to", "ftm", "-o", "out"],
        "infer": ["infer", path, "-o", "out.ttl"],
    }
    told(invoke(*arguments[command]), 2)
    nothing_else(tmp_path)
