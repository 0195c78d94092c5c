"""``kg stats``: the shape of a graph in numbers."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.errors import UsageError


def stats(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH...", help="One or more graph files.")],
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    """Show how much a graph holds: events by verdict and kind, people, places, claims."""
    if form not in ("text", "json"):
        raise UsageError(f"--format: no {form!r}; there are: text, json")
    from kg.report.numbers import text
    from kg.view import open_view

    found = open_view(graphs).stats
    if form == "json":
        output.write(output.STDOUT, json.dumps(dataclasses.asdict(found), default=str, indent=1) + "\n")
    else:
        output.write(output.STDOUT, text(found))
