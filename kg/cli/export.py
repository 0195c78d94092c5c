"""``kg export``: a graph in the form of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output


def export(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built.")],
    form: Annotated[str, typer.Option("--to", metavar="FORMAT", help="events.jsonl: one event a line, in JSON.")],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Hand a graph to other tools."""
    from kg.export import export as pieces

    output.check(to)
    output.write_pieces(to, pieces(graph, form))
