"""Two ways to check a graph: kg's own, and the SHACL processor that it is measured against."""

from __future__ import annotations

from functools import cache

import pyshacl
from pyoxigraph import RdfFormat, Store
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from kg.rdf import Finding
from kg.rdf import conforms as evaluated
from kg.resources import bundled


def conforms(graph: Graph) -> list[Finding]:
    """What kg finds in a graph."""
    store = Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), RdfFormat.N_TRIPLES)
    return evaluated(store)


@cache
def _file(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(bundled("ontology") / name)
    return graph


def reference(graph: Graph) -> set[Finding]:
    """What pySHACL finds in it, by the standard and node by node."""
    # The value lists must be data: a SHACL processor takes only axioms from the background.
    data = graph + _file("vocab.ttl", "weapons.ttl")
    shapes, ontology = _file("shapes.ttl"), _file("ontology.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none", advanced=False)
    # Only results of the report itself: below some hangs in detail what a shape that they refer to does not like.
    return {_finding(report, node) for node in report.objects(None, SH.result)}


def _finding(report: Graph, node: Node) -> Finding:
    def text(term: URIRef) -> str:
        found = report.value(node, term)
        return "" if found is None else str(found)

    (message,) = report.objects(node, SH.resultMessage)
    severity = text(SH.resultSeverity).rpartition("#")[2]
    return Finding(severity, text(SH.focusNode), str(message), text(SH.value))
