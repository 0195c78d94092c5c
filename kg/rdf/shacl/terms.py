"""Terms, lists and property paths of a shapes graph as SPARQL text."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node


class ShapeError(ValueError):
    """The shapes use something that cannot be turned into a query here."""


def term(node: Node) -> str:
    """An IRI or a literal."""
    if isinstance(node, URIRef | Literal):
        return node.n3()
    raise ShapeError(f"neither an IRI nor a literal: {node!r}")


def terms(nodes: Iterable[Node]) -> str:
    """Several of them between commas."""
    return ", ".join(sorted(map(term, nodes)))


def items(graph: Graph, head: Node) -> list[Node]:
    """The members of an RDF list."""
    return list(graph.items(head))


def path(graph: Graph, node: Node) -> str:
    """A property path: a property, the inverse of one, or a sequence."""
    if isinstance(node, URIRef):
        return term(node)
    if isinstance(node, BNode):
        inverse = graph.value(node, SH.inversePath)
        if inverse is not None:
            return f"^({path(graph, inverse)})"
        if (node, RDF.first, None) in graph:
            return "/".join(f"({path(graph, step)})" for step in items(graph, node))
    raise ShapeError(f"no path of a kind that is known: {node!r}")
