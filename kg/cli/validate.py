"""``kg validate``: does a graph follow the shapes?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say
from kg.cli.wording import counted

if TYPE_CHECKING:
    from kg.rdf import Finding


def validate(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built.")],
) -> None:
    """Check a graph against the shapes of the ontology.

    Exit codes: 0 it conforms, 1 it does not, 2 it cannot be read.
    """
    from kg.rdf.checking import check

    found = check(graph)
    output.write(output.STDOUT, "".join(f"{_line(finding)}\n" for finding in found))
    broken = sum(finding.breaks for finding in found)
    if broken:
        say(f"kg: {graph}: does not conform: {counted(broken, 'violation')}")
        raise typer.Exit(FINDING)
    say(f"kg: {graph}: conforms")


def _line(finding: Finding) -> str:
    value = f" ({finding.value})" if finding.value else ""
    return f"{finding.severity}: {finding.node}: {finding.message}{value}"
