"""Checks a graph against the shapes: what kg promises of every graph it writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg.resources import bundled


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One promise that a graph breaks: at which node, how badly, and in words."""

    severity: str
    node: str
    message: str
    value: str = ""

    @property
    def breaks(self) -> bool:
        """Whether it is a violation and not merely a warning."""
        return self.severity == "Violation"


@cache
def _background(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        path = bundled("ontology") / name
        if path.exists():
            graph.parse(path)
    return graph


def conforms(graph: Graph) -> list[Finding]:
    """What speaks against a graph: empty where it keeps every promise. Sorted; the graph is left as it is."""
    from pyshacl import validate

    data = Graph()
    for source in (graph, _background("vocab.ttl", "weapons.ttl")):
        for triple in source:
            data.add(triple)
    ontology, shapes = _background("ontology.ttl"), _background("shapes.ttl")
    _, report, _ = validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none", advanced=False)
    return sorted({_finding(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)})


def _finding(report: Graph, node: Node) -> Finding:
    def text(term: URIRef) -> str:
        return str(report.value(node, term) or "")

    messages = sorted(str(message) for message in report.objects(node, SH.resultMessage))
    severity = text(SH.resultSeverity).rpartition("#")[2]
    return Finding(severity, text(SH.focusNode), "; ".join(messages), text(SH.value))
