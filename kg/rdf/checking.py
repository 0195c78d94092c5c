"""Checks a graph file against the shapes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.rdf.findings import Finding
from kg.rdf.reading import open_store
from kg.rdf.shapes import conforms


def check(path: Path) -> list[Finding]:
    """What speaks against the graph in a file, all its named graphs taken together; empty where it conforms.

    Raises:
        GraphError: the file cannot be read.
    """
    graph = Graph()
    for quad in open_store([path], background=False):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return conforms(graph)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal(value=value, language=None, datatype=datatype):
            return Literal(value, datatype=URIRef(datatype.value), normalize=False)
        case ox.Literal(value=value, language=language):
            return Literal(value, lang=language)
        case ox.BlankNode():
            return BNode(term.value)
    # A triple as a term: nothing that a shape speaks of.
    return BNode(str(term))
