"""Tells what of a graph only one document says from what belongs to all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from kg.store.base import WORLD, line
from kg.store.spool import spool
from kg.vocab import KGC, NIF

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DOCUMENT = NamedNode(str(KGC.Document))
_OWNERS = frozenset({str(KGC.reportedIn), str(NIF.referenceContext)})
"""Properties that lead from a claim or a mention to its document."""
_EVIDENCE = NamedNode(str(KGC.evidence))


@dataclass(slots=True)
class Parts:
    """A graph by named graphs; those of documents are known by ``documents``."""

    graphs: dict[str, Collection[Triple]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)


class Owners:
    """Which named graph each triple of a graph belongs to; a first look at all of them tells.

    What lies in named graphs already stays there. Triples of a graph that kg did not write, where there are no
    documents, all belong to the world.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.documents: set[str] = set()
        self.blank = False
        unnamed: set[str] = set()
        links: dict[str, str] = {}
        evidence: dict[str, str] = {}
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, BlankNode) or isinstance(value, BlankNode | Triple):
                self.blank = True
            if not isinstance(subject, NamedNode):
                continue
            if quad.predicate == TYPE and value == DOCUMENT:
                if isinstance(quad.graph_name, DefaultGraph):
                    unnamed.add(subject.value)
                elif quad.graph_name == subject:
                    # A named graph of a store that was written out again.
                    self.documents.add(subject.value)
            elif (
                quad.predicate.value in _OWNERS
                and isinstance(value, NamedNode)
                and isinstance(quad.graph_name, DefaultGraph)
            ):
                links.setdefault(subject.value, value.value)
            elif quad.predicate == _EVIDENCE and isinstance(value, NamedNode):
                evidence[subject.value] = value.value
        # An attestation is of the document in which its words stand.
        links |= {node: links[words] for node, words in evidence.items() if words in links and node not in links}
        self._of = {node: document for node, document in links.items() if document in unnamed}
        self._of |= {document: document for document in unnamed}
        self.documents |= unnamed

    def graph(self, quad: Quad) -> str:
        """The name of the named graph of a triple."""
        name = quad.graph_name
        if not isinstance(name, DefaultGraph):
            return name.value
        return self._of.get(quad.subject.value, WORLD) if isinstance(quad.subject, NamedNode) else WORLD


def divide(quads: Collection[Quad]) -> Parts:
    """The named graphs that a graph is loaded as, in memory; their triples in the order in which they come."""
    owners = Owners(quads)
    graphs: dict[str, dict[Triple, None]] = {}
    for quad in quads:
        graphs.setdefault(owners.graph(quad), {})[quad.triple] = None
    return Parts({name: list(triples) for name, triples in graphs.items()}, owners.documents)


def spooled(owners: Owners, quads: Iterable[Quad]) -> Parts:
    """The same for a graph without blank nodes, on disk; ``owners`` has looked at all of its quads."""
    return Parts({**spool((owners.graph(quad), line(quad.triple)) for quad in quads)}, owners.documents)
