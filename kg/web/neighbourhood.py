"""Cuts one event out of a graph with all that explains it, so that explaining it does not take the whole graph."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Store

from kg.view.sparql import PREFIXES
from kg.vocab import KGC

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(PREFIXES["rdf"] + name) for name in ("subject", "predicate", "object"))
_CONTENT, _DENOTES = NamedNode(str(KGC.content)), NamedNode(str(KGC.denotes))


def around(store: Store, event: str) -> Store:
    """The event, the statements on it, the claims on these with all that they say, everybody and every span in them."""
    about = NamedNode(event)
    statements = _subjects(store, _SUBJECT, about)
    claims = {claim for statement in statements for claim in _subjects(store, _CONTENT, statement)}
    said = statements | {node for claim in claims for node in _objects(store, claim, _CONTENT)}
    subjects = {about} | {node for statement in said for node in _objects(store, statement, _SUBJECT)}
    found = subjects | said | claims
    for statement in said:
        found |= _objects(store, statement, _PREDICATE) | _objects(store, statement, _OBJECT)
    for claim in claims:
        found |= _objects(store, claim, None)
    for subject in subjects:
        found |= _subjects(store, _DENOTES, subject)
    piece = Store()
    for node in found:
        piece.extend(store.quads_for_pattern(node, None, None, None))
    return piece


def _subjects(store: Store, predicate: NamedNode, node: NamedNode) -> set[NamedNode]:
    return set(_named(quad.subject for quad in store.quads_for_pattern(None, predicate, node, None)))


def _objects(store: Store, node: NamedNode, predicate: NamedNode | None) -> set[NamedNode]:
    return set(_named(quad.object for quad in store.quads_for_pattern(node, predicate, None, None)))


def _named(terms: Iterable[object]) -> Iterable[NamedNode]:
    return (term for term in terms if isinstance(term, NamedNode))
