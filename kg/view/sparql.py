"""Asks a store and gives rows of texts. Values reach a query as terms, never as text inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple, Variable

from kg.vocab import KGC, KGV, NIF

PREFIXES = {
    "kgc": str(KGC._NS),
    "kgv": str(KGV._NS),
    "nif": str(NIF._NS),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
}

Row = tuple[str, ...]


def rows(store: Store, query: str, **given: str) -> Iterator[Row]:
    """The answers to a SELECT query over all graphs of a store, each a tuple of texts; empty where unbound.

    ``given`` binds variables of the projection to IRIs.
    """
    substitutions = cast(
        "dict[Variable, NamedNode | BlankNode | Literal | Triple]",
        {Variable(n): NamedNode(v) for n, v in given.items()},
    )
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=substitutions or None)
    assert isinstance(found, QuerySolutions)
    width = len(found.variables)
    for solution in found:
        yield tuple(str(getattr(solution[n], "value", "")) for n in range(width))


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2]
