"""How the Turtle looks, and that it is never wrong."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import XSD, BNode, Graph, Literal, URIRef

from kg.rdf import serialize_turtle, turtle
from tests.rdf import factory

THING = URIRef("https://kg.example/id/thing")


def one(value: Literal | URIRef) -> bytes:
    graph = Graph(bind_namespaces="none")
    graph.bind("id", "https://kg.example/id/")
    graph.add((THING, THING, value))
    return turtle.serialize(graph)


def test_groups_come_in_reading_order() -> None:
    text = serialize_turtle(factory.world().graph()).decode("utf-8")
    titles = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")]
    assert titles == [
        "Documents",
        "Events",
        "People",
        "Groups",
        "Places",
        "Materiel",
        "Weapons",
        "Times",
        "Casualty estimates",
        "Narrators",
        "Statements",
        "Claims",
        "Attestations",
        "Mentions",
    ]


def test_an_event_reads_like_a_record() -> None:
    text = serialize_turtle(factory.world().graph()).decode("utf-8")
    assert (
        """
id:shooting a kgc:GunAttack, kgc:Killing ;
    skos:prefLabel "Killing of Per Moss" ;
    kgc:status kgv:status-single-source ;
    kgc:date "2018-03"^^xsd:gYearMonth ;
    kgc:time id:time-2018-03 ;
    kgc:location id:town ;
    kgc:fatalVictim id:moss .
"""
        in text
    )


@pytest.mark.parametrize(
    ("local", "shown"),
    [
        ("plain-name_1", "id:plain-name_1"),
        ("inner.dot", "id:inner.dot"),
        ("trailing.", "<https://kg.example/id/trailing.>"),
        ("with/slash", "<https://kg.example/id/with/slash>"),
        ("100%25", "<https://kg.example/id/100%25>"),
        ("", "<https://kg.example/id/>"),
    ],
)
def test_names_are_short_where_turtle_allows_it(local: str, shown: str) -> None:
    data = one(URIRef("https://kg.example/id/" + local)).decode("utf-8")
    assert f" {shown} .\n" in data
    assert [str(quad.object) for quad in parse(data, RdfFormat.TURTLE)] == [f"<https://kg.example/id/{local}>"]


@pytest.mark.parametrize(
    ("literal", "shown"),
    [
        (Literal(27), "27"),
        (Literal("-3", datatype=XSD.integer, normalize=False), "-3"),
        (
            Literal("x3", datatype=XSD.integer, normalize=False),
            '"x3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
        (Literal(True), "true"),
        (
            Literal("1", datatype=XSD.boolean, normalize=False),
            '"1"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        ),
        (Literal("a", lang="en"), '"a"@en'),
        (Literal("a\nb"), '"a\\nb"'),
        (Literal("a\x1bb"), '"a\\u001Bb"'),
    ],
)
def test_literals(literal: Literal, shown: str) -> None:
    assert f" {shown} .\n" in one(literal).decode("utf-8")


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    data = one(Literal(text))
    assert [str(quad.object) for quad in parse(data, RdfFormat.TURTLE)] == [str(ox.Literal(text))]


def test_blank_nodes_are_refused() -> None:
    graph = Graph()
    graph.add((BNode(), THING, THING))
    with pytest.raises(ValueError, match="blank"):
        turtle.serialize(graph)
