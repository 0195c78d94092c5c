"""Composes the stages: documents become readings, readings are resolved to a graph, the graph becomes RDF.

The only module that sees all stages. Everything streams: a document's parse and text are gone before the next
batch is read; what grows with the number of documents is what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.model import Document, Graph, Reading


class Reader(Protocol):
    """Reads documents; ``kg.extract.Reader`` is the one that ships."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading per document, in order."""


def reader(model: str | None = None, threads: int = 1) -> Reader:
    """The extraction on top of the bundled language model, or of an installed spaCy pipeline by its name.

    Raises:
        ModelError: there is no such model, or it lacks what the extraction needs.
    """
    from kg.extract.reader import Reader as Extraction
    from kg.language import load

    return Extraction(load(model, threads=threads))


def build(documents: Iterable[Document], reading: Reader) -> Graph:
    """The graph of all documents, the same whatever order they come in."""
    from kg.resolve import resolve

    return resolve(reading.pipe(documents))


def turtle(graph: Graph, base: str | None = None) -> bytes:
    """The graph as Turtle in UTF-8, the same bytes for the same graph on every run and machine."""
    from kg.rdf import DEFAULT_BASE, serialize_turtle

    return serialize_turtle(graph, base or DEFAULT_BASE)


def violations(graph: Graph, base: str | None = None) -> list[str]:
    """Where a graph breaks the shapes of the ontology, one line each; empty where it conforms."""
    from kg.rdf import DEFAULT_BASE, conforms, to_graph

    found = conforms(to_graph(graph, base or DEFAULT_BASE))
    return [f"{finding.node}: {finding.message}" for finding in found if finding.breaks]


def check_base(base: str) -> None:
    """Make sure that IRIs can begin with this.

    Raises:
        UsageError: it is no absolute IRI, or does not end where a name can follow.
    """
    from kg.rdf.naming import Names

    Names(base)
