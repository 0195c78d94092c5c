"""``kg validate``: does a graph follow the shapes?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say


def validate(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built.")],
) -> None:
    """Check a graph against the shapes of the ontology.

    Exit codes: 0 it conforms, 1 it does not, 2 it cannot be read.
    """
    from kg.rdf import findings

    found = findings(graph)
    output.write(output.STDOUT, "".join(f"{finding}\n" for finding in found))
    if found:
        say(f"kg: {graph}: {len(found)} findings")
        raise typer.Exit(FINDING)
    say(f"kg: {graph}: conforms")
