"""Checks a graph file against the shapes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.rdf.findings import Finding
from kg.rdf.reading import INFERRED, open_store
from kg.rdf.shapes import conforms
from kg.vocab import KGC, NIF


def check(path: Path) -> list[Finding]:
    """What speaks against the graph in a file, all its named graphs taken together; empty where it conforms.

    What follows from it, in the named graph of a reasoner, is left aside.

    Raises:
        GraphError: the file cannot be read.
    """
    graph = Graph()
    inferred = ox.NamedNode(INFERRED)
    for quad in open_store([path], background=False):
        if quad.graph_name == inferred:
            continue
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    found = conforms(graph)
    return _placed(found, graph) if found else found


def _placed(found: list[Finding], graph: Graph) -> list[Finding]:
    """The findings with what their nodes are called and which documents speak of these."""
    sources = _sources(graph)
    return [
        replace(
            finding,
            label=str(graph.value(URIRef(finding.node), SKOS.prefLabel) or ""),
            documents=tuple(sorted(sources.get(finding.node, ()))),
        )
        for finding in found
    ]


def _sources(graph: Graph) -> dict[str, set[str]]:
    """Identifiers of documents by the nodes that these, their claims or their statements speak of."""
    found: dict[str, set[str]] = defaultdict(set)
    for document, identifier in graph.subject_objects(DCTERMS.identifier):
        if (document, RDF.type, KGC.Document) in graph:
            found[str(document)].add(str(identifier))
    for owned in (KGC.reportedIn, NIF.referenceContext):
        for node, document in graph.subject_objects(owned):
            found[str(node)] |= found.get(str(document), set())
    for claim, statement in graph.subject_objects(KGC.content):
        own = found.get(str(claim), set())
        found[str(statement)] |= own
        for part in (RDF.subject, RDF.object):
            for node in graph.objects(statement, part):
                found[str(node)] |= own
    for claim, claimant in graph.subject_objects(KGC.claimant):
        found[str(claimant)] |= found.get(str(claim), set())
    return found


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
