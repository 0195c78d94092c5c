"""Checks a graph against the shapes: what kg promises of every graph it writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import RDFS, Graph, URIRef
from rdflib.term import Node

from kg.rdf import shacl
from kg.rdf.findings import Finding
from kg.resources import bundled

_LISTS = ("vocab.ttl", "weapons.ttl")
_SUBCLASS = NamedNode(str(RDFS.subClassOf))


@cache
def _background(name: str) -> Graph:
    return Graph().parse(bundled("ontology") / name)


@cache
def _checks(own: frozenset[tuple[str, str]]) -> list[shacl.Check]:
    """The queries of the shapes, where a graph has subclasses of its own beside those of the ontology."""
    below: dict[Node, set[Node]] = defaultdict(set)
    for narrow, broad in _background("ontology.ttl").subject_objects(RDFS.subClassOf):
        below[broad].add(narrow)
    for one, other in own:
        below[URIRef(other)].add(URIRef(one))

    def classes(named: Node) -> Iterable[Node]:
        found, waiting = {named}, [named]
        while waiting:
            fresh = below[waiting.pop()] - found
            found |= fresh
            waiting += fresh
        return found

    return shacl.checks(_background("shapes.ttl"), classes)


def conforms(store: Store) -> list[Finding]:
    """What speaks against the default graph of a store: empty where it keeps every promise. Sorted.

    The value lists, which shapes refer to, are laid into the store beside the graph.
    """
    for name in _LISTS:
        store.load(path=bundled("ontology") / name, format=RdfFormat.TURTLE)
    own = frozenset(
        (quad.subject.value, quad.object.value)
        for quad in store.quads_for_pattern(None, _SUBCLASS, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    )
    return sorted(set(shacl.broken(_checks(own), store)))
