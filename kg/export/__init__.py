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
    "events.csv": "one event a row, with columns after ACLED and UCDP: for spreadsheets and statistics",
    "geojson": "one event a feature: for maps",
    "ftm": "FollowTheMoney entities, one a line: for Aleph and its kin; accepted content only",
    "sem": "the Simple Event Model in Turtle; accepted content only",
    "jsonld": "the whole graph in JSON-LD",
    "trig": "the whole graph in TriG, a named graph for each document",
    "nquads": "the whole graph in N-Quads, a named graph for each document",
}
"""What can be written, with what it is for."""

_WITHOUT_ONTOLOGY = ("jsonld", "trig", "nquads")


def export(path: Path, form: str) -> Iterator[bytes]:
    """The graph file, or store folder, in another format, piece by piece; the same bytes for the same graph.

    Raises:
        UsageError: there is no such format.
        GraphError: the graph file cannot be read.
    """
    if form not in FORMATS:
        raise UsageError(f"cannot export to {form!r}; there are: {', '.join(FORMATS)}")
    from kg.rdf.reading import open_store

    return _writer(form, open_store([path], background=form not in _WITHOUT_ONTOLOGY))


def _writer(form: str, store: Store) -> Iterator[bytes]:
    from kg.export import events_csv, events_jsonl, ftm, geojson, sem, syntaxes

    writers = {
        "events.jsonl": events_jsonl.lines,
        "events.csv": events_csv.lines,
        "geojson": geojson.lines,
        "ftm": ftm.lines,
        "sem": sem.lines,
        "jsonld": syntaxes.jsonld,
        "trig": syntaxes.trig,
        "nquads": syntaxes.nquads,
    }
    return writers[form](store)
