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

_SHOWN = 5
"""Documents named for one finding."""


def validate(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph that kg built, or a store folder.")],
) -> None:
    """Check a graph against the shapes of the ontology.

    Each finding names the node, what is wrong with it, and in brackets the documents that speak of it.

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
    """Which node, what is wrong with it, and in which documents to look."""
    name = f" “{finding.label}”" if finding.label else ""
    value = f" ({finding.value})" if finding.value and finding.value != finding.node else ""
    documents = f" [{', '.join(finding.documents[:_SHOWN])}{' …' if len(finding.documents) > _SHOWN else ''}]"
    return f"{finding.severity}: {finding.node}{name}: {finding.message}{value}{documents if finding.documents else ''}"
