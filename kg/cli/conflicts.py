"""``kg conflicts``: events on which sources disagree."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.errors import UsageError

# Of a list that goes into a file or a pipe.
_WIDTH = 100


def conflicts(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH...", help="One or more graph files.")],
    most: Annotated[
        int | None, typer.Option("--most", "-n", min=1, metavar="N", help="Only so many events, the worst.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """List the events on which sources disagree, the worst first.

    Whether it happened, who did it, how many were harmed, civilians or fighters, when, where: values that cannot
    all be true, or that somebody denies, each with those who say so. The query of the same name gives them as a
    table.
    """
    if form not in ("text", "json"):
        raise UsageError(f"--format: no {form!r}; there are: text, json")
    from kg.report.disagreements import lines, records
    from kg.view import open_view

    output.check(to)
    found = open_view(graphs).conflicts()[:most]
    if form == "json":
        output.write(to, json.dumps(list(records(found)), ensure_ascii=False, indent=1) + "\n")
        return
    on_terminal = to == output.STDOUT and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_terminal else _WIDTH
    output.write(to, "".join(f"{line}\n" for line in lines(found, width)))
