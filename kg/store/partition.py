"""Tells what of a graph only one document says from what belongs to all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.store.base import WORLD
from kg.vocab import KGC, NIF

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DOCUMENT = NamedNode(str(KGC.Document))
_OWNERS = frozenset({str(KGC.reportedIn), str(NIF.referenceContext)})
"""Properties that lead from a claim or a mention to its document."""


@dataclass(slots=True)
class Parts:
    """A graph by named graphs; those of documents are known by ``documents``."""

    graphs: dict[str, list[Triple]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)

    def put(self, graph: str, triple: Triple) -> None:
        """Lay a triple into a named graph."""
        self.graphs.setdefault(graph, []).append(triple)


def divide(quads: Iterable[Quad]) -> Parts:
    """The named graphs that a graph is loaded as; what lies in named graphs already stays there.

    Triples of a graph that kg did not write, where there are no documents, all belong to the world.
    """
    parts = Parts()
    triples: dict[Triple, None] = {}
    for quad in quads:
        if isinstance(quad.graph_name, DefaultGraph):
            triples[quad.triple] = None
        else:
            parts.put(quad.graph_name.value, quad.triple)
    owner: dict[str, str] = {}
    for triple in triples:
        if triple.predicate == TYPE and triple.object == _DOCUMENT and isinstance(triple.subject, NamedNode):
            owner[triple.subject.value] = triple.subject.value
    parts.documents = set(owner)
    for triple in triples:
        if triple.predicate.value in _OWNERS and isinstance(triple.object, NamedNode):
            found = triple.object.value
            if found in parts.documents and isinstance(triple.subject, NamedNode):
                owner.setdefault(triple.subject.value, found)
    for triple in triples:
        subject = triple.subject.value if isinstance(triple.subject, NamedNode) else ""
        parts.put(owner.get(subject, WORLD), triple)
    # Named graphs of a store that was written out again.
    for name, content in parts.graphs.items():
        node = NamedNode(name)
        if any(t.subject == node and t.predicate == TYPE and t.object == _DOCUMENT for t in content):
            parts.documents.add(name)
    return parts
