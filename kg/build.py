"""Composes the stages: documents are read into readings, readings resolved into one graph, the graph written as RDF.

The only module that sees all stages. Everything streams: a document's parse is gone before the next batch is read;
what grows with the number of documents is what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.errors import UsageError
from kg.model import Document, Graph, Reading

# RFC 3987 allows neither blanks nor these in an IRI; a hash or slash at the end is what local names attach to.
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+[/#:]")


class Reader(Protocol):
    """Reads documents; ``kg.extract.Reader`` is the one that ships."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading per document, in order."""


def reader(model: str | None = None, threads: int = 1) -> Reader:
    """The extraction on top of the bundled language model, or of an installed spaCy pipeline by its name.

    Raises:
        ModelError: there is no such model, or it lacks what the extraction needs.
    """
    from kg.extract import Reader as Extraction
    from kg.language import load

    return Extraction(load(model, threads=threads))


def build(documents: Iterable[Document], reading: Reader) -> Graph:
    """The graph of all documents, the same whatever order files were named in."""
    from kg.resolve import resolve

    return resolve(reading.pipe(documents))


def turtle(graph: Graph, base: str | None = None) -> str:
    """The graph as Turtle text, the same for the same graph on every run and machine."""
    from kg import rdf

    return rdf.serialize_turtle(rdf.to_graph(graph, base) if base else rdf.to_graph(graph))


def check_base(base: str) -> None:
    """Make sure that IRIs can begin with this.

    Raises:
        UsageError: it is no absolute IRI, or does not end where a name can follow.
    """
    if not _BASE.fullmatch(base):
        raise UsageError(f"--base: not an absolute IRI that ends in /, # or : — {base!r}")
