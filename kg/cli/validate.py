"""``kg validate``: does a graph follow the shapes?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import findings, output
from kg.cli.failing import FINDING, say


def validate(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built, or a store folder.")],
) -> None:
    """Check a graph against the shapes of the ontology.

    Each finding names the node, what is wrong with it, and in brackets the documents that speak of it.

    Exit codes: 0 it conforms, 1 it does not, 2 it cannot be read.
    """
    from kg.rdf import check

    checked = check(graph)
    output.write_pieces(output.STDOUT, (f"{findings.line(finding)}\n".encode() for finding in checked.findings))
    say(f"kg: {graph}: {findings.verdict(checked)}")
    if checked.broken:
        raise typer.Exit(FINDING)
