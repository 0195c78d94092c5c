"""Constraints as queries: each kind finds what a SHACL processor finds, and what is not known is refused."""

from __future__ import annotations

import logging

import pyshacl
import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import SH, Graph, URIRef

from kg.rdf import shacl

PREFIXES = """
@prefix x: <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
DATA = """
x:a a x:T ; x:p 1 ; x:q 2 ; x:label "one"@en , "eins"@de ; x:to x:b .
x:b a x:T ; x:p 5 , 6 , 7 ; x:q 5 ; x:label "two"@en , "zwo"@en ; x:to x:a , x:c .
x:c a x:Narrow ; x:p "three" ; x:q "later" ; x:label "drei" ; x:to "nowhere" , _:d .
_:d a x:T ; x:p -1.5 ; x:when "2019-02-30"^^xsd:date , "2019-02-28"^^xsd:date , "1"^^xsd:integer ; x:to x:a .
x:Narrow rdfs:subClassOf x:T .
"""
CONSTRAINTS = [
    "sh:path x:p ; sh:minCount 2",
    "sh:path x:p ; sh:maxCount 0",
    "sh:path x:p ; sh:maxCount 2",
    "sh:path x:p ; sh:minInclusive 5",
    "sh:path x:p ; sh:minExclusive 5",
    "sh:path x:p ; sh:maxExclusive 6",
    "sh:path x:p ; sh:maxInclusive 6",
    "sh:path x:p ; sh:datatype xsd:integer",
    "sh:path x:when ; sh:datatype xsd:date",
    "sh:path x:when ; sh:in ( 1 'three' )",
    "sh:path x:p ; sh:datatype xsd:string",
    "sh:path x:p ; sh:lessThan x:q",
    "sh:path x:p ; sh:lessThanOrEquals x:q",
    "sh:path x:p ; sh:hasValue 5",
    "sh:path x:p ; sh:in ( 1 5 6 'three' )",
    "sh:path x:p ; sh:pattern '^[0-9]$'",
    "sh:path x:p ; sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:date ] )",
    "sh:path x:label ; sh:uniqueLang true",
    "sh:path x:to ; sh:class x:T",
    "sh:path x:to ; sh:class x:Narrow",
    "sh:path x:to ; sh:nodeKind sh:IRI",
    "sh:path x:to ; sh:nodeKind sh:Literal",
    "sh:path x:to ; sh:nodeKind sh:BlankNode",
    "sh:path x:to ; sh:nodeKind sh:BlankNodeOrIRI",
    "sh:path x:to ; sh:nodeKind sh:IRIOrLiteral",
    "sh:path x:to ; sh:pattern 'example'",
    "sh:path x:to ; sh:node [ sh:property [ sh:path x:p ; sh:minCount 2 ] ]",
    "sh:path x:to ; sh:node [ sh:property [ sh:path x:p ; sh:datatype xsd:integer ; sh:maxCount 1 ] ]",
    "sh:path x:to ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:class x:T ]",
    "sh:path x:to ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ]",
    "sh:path [ sh:inversePath x:to ] ; sh:minCount 2",
    "sh:path ( x:to x:p ) ; sh:maxInclusive 5",
    "sh:path ( x:to [ sh:inversePath x:to ] ) ; sh:maxCount 1",
]


T, NARROW = URIRef("http://example.org/T"), URIRef("http://example.org/Narrow")


def shapes(constraint: str, message: str = "sh:message 'wrong' ;") -> Graph:
    text = f"x:S a sh:NodeShape ; sh:targetClass x:T ; sh:property [ {message} {constraint} ] ."
    return Graph().parse(data=PREFIXES + text, format="turtle")


def compiled(graph: Graph) -> list[shacl.Check]:
    return shacl.checks(graph, lambda named: [named, NARROW] if named == T else [named])


def counted(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Nodes and values, with one name for whatever has no name."""
    return sorted(
        {tuple("_:" if not t.startswith("http") and len(t) > 15 else t for t in pair) for pair in found}  # type: ignore[misc]
    )


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_each_constraint_finds_what_a_processor_finds(constraint: str, caplog: pytest.LogCaptureFixture) -> None:
    graph = shapes(constraint)
    store = Store()
    store.load((PREFIXES + DATA).encode(), RdfFormat.TURTLE)
    ours = [(finding.node, finding.value) for finding in shacl.broken(compiled(graph), store)]

    # rdflib tells of the day that does not exist, which is there on purpose.
    caplog.set_level(logging.CRITICAL, "rdflib.term")
    data = Graph().parse(data=PREFIXES + DATA, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=graph, inference="none")
    theirs = [
        (str(report.value(node, SH.focusNode)), "" if value is None else str(value))
        for node in report.objects(None, SH.result)
        for value in [report.value(node, SH.value)]
    ]
    assert counted(ours) == counted(theirs)
    assert ours


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:path x:p ; sh:equals x:q",
        "sh:path x:p ; sh:closed true",
        "sh:path x:p ; sh:deactivated true ; sh:minCount 1",
        "sh:path x:p ; sh:not [ sh:class x:T ]",
        "sh:path x:p ; sh:or ( [ sh:xone ( [ sh:class x:T ] ) ] )",
        "sh:path [ sh:zeroOrMorePath x:p ] ; sh:minCount 1",
        "sh:path x:p ; sh:datatype x:own",
        "sh:path x:p ; sh:in ( [ ] )",
        "sh:path x:p ; sh:qualifiedMinCount 1",
    ],
)
def test_what_is_not_known_is_an_error_and_not_skipped(constraint: str) -> None:
    with pytest.raises(shacl.ShapeError):
        compiled(shapes(constraint))


def test_a_constraint_without_a_message_is_an_error() -> None:
    with pytest.raises(shacl.ShapeError, match="without a message"):
        compiled(shapes("sh:path x:p ; sh:minCount 1", message=""))
