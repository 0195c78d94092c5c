"""``kg show``: a dossier on one event, person, group or place."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output

# Of a dossier that goes into a file or a pipe.
_WIDTH = 100


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A person, group, place or event: its name, a part of it, or its key.")
    ],
    graphs: Annotated[
        list[Path],
        typer.Option("--graph", "-g", metavar="FILE", help="The graph to look in; may be given several times."),
    ],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Print a dossier: what the graph has on somebody or something, and who says so.

    Facts stand as they are; what is only alleged, disputed or denied is marked.
    """
    from kg.report import dossier
    from kg.view import open_view

    output.check(to)
    view = open_view(graphs)
    on_terminal = to == output.STDOUT and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_terminal else _WIDTH
    output.write(to, dossier.of(view, view.one(name, *dossier.KINDS), width))
