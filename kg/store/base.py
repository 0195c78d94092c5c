"""What every store can do, whether it lies in a folder or behind an address.

A kg graph lies in a store as **named graphs**: one for each document (named as the document is) with what only that
document says, its claims and the words of its text; and one for the world of all of them, :data:`WORLD`, with people,
events, statements and verdicts. Every triple is in one of them only, so that the union of all is the graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.store.answers import Answer, Question

GRAPHS = "https://w3id.org/kg-conflict/graph#"
WORLD = GRAPHS + "world"
"""What all documents tell of together."""
LOADING = GRAPHS + "loading"
"""There while a load is under way, so that one that broke off is noticed."""
DIGEST = GRAPHS + "digest"
"""Property: digest of the triples that a named graph was loaded with; the last thing that is written of it."""


class Store(Protocol):
    """Named graphs that can be asked and changed."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    def ask(self, question: Question) -> Answer:
        """The answer to SPARQL.

        Raises:
            QueryError: it is no query, or cannot be evaluated.
            StoreError: the store cannot be reached.
        """

    def sizes(self) -> dict[str, int]:
        """Number of triples by named graph.

        Raises:
            StoreError: the store cannot be reached.
        """

    def digests(self) -> dict[str, str]:
        """By named graph the digest that it was loaded with; a graph whose load broke off has none."""

    def triples(self, graph: str) -> list[Triple]:
        """What a named graph holds, without bookkeeping."""

    def put(self, graphs: Mapping[str, Collection[Triple]]) -> None:
        """Make each named graph hold its triples and no others, and note their digest at last.

        Triples that a graph holds before and after are there all the time, also if it breaks off in between.

        Raises:
            StoreError: it cannot be changed; a graph that is not done has no digest.
        """

    def mark(self, loading: bool) -> None:
        """Note that a load is under way, or that it is done; done is also safe on disk."""

    def drop(self, graph: str) -> None:
        """Remove a named graph; nothing happens if there is none."""

    def close(self) -> None:
        """Let go of it."""


def line(triple: Triple) -> bytes:
    """A triple as a line of N-Triples."""
    return f"{triple} .\n".encode()


@runtime_checkable
class Digested(Protocol):
    """Triples that know their digest."""

    def digest(self) -> str:
        """What ``digest`` would give."""


def digest(triples: Iterable[Triple]) -> str:
    """The same for the same set of triples, in whatever order; blank nodes count by their labels."""
    if isinstance(triples, Digested):
        return triples.digest()
    hasher = hashlib.sha256()
    for text in sorted(str(triple) for triple in triples):
        hasher.update(text.encode("utf-8"))
        hasher.update(b"\n")
    return hasher.hexdigest()


UNDER_WAY = Triple(
    NamedNode(LOADING), NamedNode("http://www.w3.org/2000/01/rdf-schema#comment"), Literal("a load is under way")
)


def has_blank_node(triple: Triple) -> bool:
    """Whether a part of it has no name of its own."""
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def record(graph: str, triples: Iterable[Triple]) -> Triple:
    """The note of what a named graph was loaded with."""
    return Triple(NamedNode(graph), NamedNode(DIGEST), Literal(digest(triples)))
