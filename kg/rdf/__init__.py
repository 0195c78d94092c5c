"""Writes the resolved graph as RDF, and checks RDF against the shapes."""

from __future__ import annotations

from kg.rdf.checking import Checked, check
from kg.rdf.findings import Finding
from kg.rdf.naming import DEFAULT_BASE
from kg.rdf.provenance import Provenance
from kg.rdf.shapes import conforms
from kg.rdf.writer import FORMATS, serialize, serialize_turtle, to_graph, to_triples

__all__ = [
    "DEFAULT_BASE",
    "FORMATS",
    "Checked",
    "Finding",
    "Provenance",
    "check",
    "conforms",
    "serialize",
    "serialize_turtle",
    "to_graph",
    "to_triples",
]
