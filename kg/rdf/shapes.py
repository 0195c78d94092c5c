"""Checks a graph against the shapes: what kg promises of every graph it writes."""

from __future__ import annotations

from functools import cache

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg.rdf import constraints
from kg.rdf.findings import Finding
from kg.resources import bundled


@cache
def _background(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(bundled("ontology") / name)
    return graph


@cache
def _shapes() -> tuple[Graph, list[constraints.Constraint]]:
    return constraints.take(_background("shapes.ttl"))


def conforms(graph: Graph) -> list[Finding]:
    """What speaks against a graph: empty where it keeps every promise. Sorted; the graph is left as it is."""
    from pyshacl import validate

    ontology, lists = _background("ontology.ttl"), _background("vocab.ttl", "weapons.ttl")
    shapes, selects = _shapes()
    # The value lists must be data: a SHACL processor takes only axioms from the background.
    data = Graph()
    for source in (graph, lists):
        for triple in source:
            data.add(triple)
    _, report, _ = validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none", advanced=False)
    found = {_finding(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)}
    return sorted(found | set(constraints.broken(selects, graph, ontology)))


def _finding(report: Graph, node: Node) -> Finding:
    def text(term: URIRef) -> str:
        return str(report.value(node, term) or "")

    messages = sorted(str(message) for message in report.objects(node, SH.resultMessage))
    severity = text(SH.resultSeverity).rpartition("#")[2]
    return Finding(severity, text(SH.focusNode), "; ".join(messages), text(SH.value))
