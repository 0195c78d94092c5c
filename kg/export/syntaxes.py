"""The graph itself in other syntaxes; where there are named graphs, one for each document and one for the world."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from kg.store.base import DIGEST, LOADING
from kg.store.evaluation import PREFIXES
from kg.store.partition import divide


def jsonld(store: Store) -> Iterator[bytes]:
    """JSON-LD 1.1, expanded, without named graphs."""
    triples = sorted({quad.triple for quad in store if not _is_note(quad)}, key=str)
    target = io.BytesIO()
    serialize(triples, target, RdfFormat.JSON_LD, prefixes=PREFIXES)
    yield target.getvalue()


def trig(store: Store) -> Iterator[bytes]:
    """TriG, as ``kg load`` would lay it into a store."""
    yield _datasets(store, RdfFormat.TRIG)


def nquads(store: Store) -> Iterator[bytes]:
    """N-Quads, as ``kg load`` would lay it into a store."""
    yield _datasets(store, RdfFormat.N_QUADS)


def _datasets(store: Store, form: RdfFormat) -> bytes:
    parts = divide(sorted((quad for quad in store if not _is_note(quad)), key=str))
    target = io.BytesIO()
    quads = (
        Quad(t.subject, t.predicate, t.object, NamedNode(name))
        for name, triples in sorted(parts.graphs.items())
        for t in triples
    )
    prefixes = {} if form == RdfFormat.N_QUADS else PREFIXES
    serialize(quads, target, form, prefixes=prefixes)
    return target.getvalue()


def _is_note(quad: Quad) -> bool:
    """Whether it is a store's bookkeeping."""
    return quad.predicate.value == DIGEST or quad.graph_name == NamedNode(LOADING)
