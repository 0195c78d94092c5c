"""Writes a graph file in formats for other programs.

::

    with open("events.jsonl", "wb") as target:
        for piece in export(Path("graph.ttl"), "events.jsonl"):
            target.write(piece)

A format is a function from an open graph to pieces of a file; ``FORMATS`` lists them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Store

FORMATS: dict[str, str] = {
    "events.jsonl": "one event a line, with its claims: for scoring and for other programs",
}
"""What can be written, with what it is for."""


def export(path: Path, form: str) -> Iterator[bytes]:
    """The graph file in another format, piece by piece; the same bytes for the same graph.

    Raises:
        UsageError: there is no such format.
        GraphError: the graph file cannot be read.
    """
    if form not in FORMATS:
        raise UsageError(f"cannot export to {form!r}; there are: {', '.join(FORMATS)}")
    from kg.rdf.reading import open_store

    return _writer(form, open_store([path]))


def _writer(form: str, store: Store) -> Iterator[bytes]:
    from kg.export import events_jsonl

    writers = {"events.jsonl": events_jsonl.lines}
    return writers[form](store)
