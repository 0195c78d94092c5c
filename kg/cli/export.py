"""``kg export``: a graph in the form of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output


def export(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built, or a store folder.")],
    form: Annotated[
        str,
        typer.Option(
            "--to", metavar="FORMAT", help="events.jsonl, events.csv, geojson, ftm, sem, jsonld, trig or nquads."
        ),
    ],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Hand a graph to other tools.

    events.jsonl and events.csv have one event a line, geojson is for maps, ftm for Aleph (FollowTheMoney), sem is the
    Simple Event Model; jsonld, trig and nquads hold the whole graph.
    """
    from kg.export import export as pieces

    output.check(to)
    output.write_pieces(to, pieces(graph, form))
