"""Graph files in, answers out; what cannot be read or asked is an error of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kg.errors import GraphError, QueryError
from kg.query import load, render, run
from kg.query.catalogue import parse
from kg.rdf import serialize_turtle, to_graph
from tests.rdf import factory

RECORDS = factory.world().graph()


@pytest.fixture(scope="module")
def graph() -> Graph:
    return to_graph(RECORDS)


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        ("ttl", "turtle"),
        ("nt", None),
        ("rdf", "xml"),
        ("jsonld", "json-ld"),
        ("nq", None),
        ("trig", None),
    ],
)
def test_every_syntax_is_read(graph: Graph, tmp_path: Path, ending: str, form: str | None) -> None:
    path = tmp_path / f"world.{ending}"
    triples = graph.serialize(format="nt").splitlines()
    if form is not None:
        graph.serialize(path, format=form)
    elif ending == "nt":
        path.write_text("\n".join(triples), encoding="utf-8")
    elif ending == "nq":
        named = [line.removesuffix(" .") + " <urn:a:graph> ." for line in triples if line]
        path.write_text("\n".join(named), encoding="utf-8")
    else:
        path.write_text("<urn:a:graph> {\n" + "\n".join(triples) + "\n}", encoding="utf-8")
    rows = [row["victim"] for row in run(load("who-was-killed"), [path], {}).rows()]
    assert rows == ["Ana Lind", "Per Moss", "nine mushroom pickers", "Ivo Varga"]


def test_several_files_are_one_graph(tmp_path: Path) -> None:
    lines = to_graph(RECORDS).serialize(format="nt").splitlines(keepends=True)
    paths = [tmp_path / "a.nt", tmp_path / "b.nt"]
    for number, path in enumerate(paths):
        path.write_text("".join(lines[number::2]), encoding="utf-8")
    assert len(list(run(load("who-was-killed"), paths, {}).rows())) == 4


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.ttl", None, "no such file"),
        ("notes.md", "hello", "ending"),
        ("broken.ttl", "<urn:a> <urn:b> ", "not readable as Turtle"),
        ("binary.nt", "\x00\x01", "not readable as N-Triples"),
    ],
)
def test_what_is_no_graph_is_an_error_that_names_it(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=message) as caught:
        run(load("who-was-killed"), [path], {})
    assert name in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    ["SELECT ?x WHERE { ?x ?y }", "", "SELECT * { ?x foaf:name ?y }"],
)
def test_bad_sparql_is_an_error_with_its_place_before_any_graph_is_read(sparql: str, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"mine\.rq: bad SPARQL: .*\d"):
        run(parse(sparql, "mine.rq"), [tmp_path / "not-there.ttl"], {})


def test_parameters_are_terms_and_never_part_of_the_query(tmp_path: Path) -> None:
    path = tmp_path / "world.ttl"
    path.write_bytes(serialize_turtle(RECORDS))
    evil = '") } SELECT * { ?s ?p ?o } #'
    assert list(run(load("evidence"), [path], {"about": evil}).rows()) == []


def test_other_forms_of_query(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("<urn:b> <urn:p> 1 . <urn:a> <urn:p> 2 .", encoding="utf-8")
    assert run(parse("ASK { <urn:a> <urn:p> 2 }", "q"), [path], {}).truth is True
    graph = run(parse("CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s <urn:p> ?o }", "q"), [path], {})
    assert render(graph, "table").endswith("<urn:a> <urn:q> 2 .\n<urn:b> <urn:q> 1 .\n")


def test_a_query_of_ones_own_sees_labels_and_classes_of_the_ontology(tmp_path: Path) -> None:
    path = tmp_path / "world.ttl"
    path.write_bytes(serialize_turtle(RECORDS))
    info = parse(
        "PREFIX kgc: <https://w3id.org/kg-conflict/ont#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "SELECT ?label { <https://kg.example/id/strike> a/rdfs:subClassOf*/rdfs:label ?label } ORDER BY ?label",
        "mine",
    )
    labels = [row["label"] for row in run(info, [path], {}).rows()]
    assert "air strike" in labels
    assert "violent event" in labels
