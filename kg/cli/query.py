"""``kg query``: ask a graph a question."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.failing import say
from kg.errors import UsageError

# Of a table that goes into a file or a pipe.
_WIDTH = 120


def query(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE.rq", help="A bundled question (kg queries) or a file.")],
    graphs: Annotated[
        list[str],
        typer.Option(
            "--graph",
            "-g",
            metavar="FILE|DIR|URL",
            help="The graph to ask: files (repeatable), a store folder, or a SPARQL endpoint.",
        ),
    ],
    params: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter of the question; may be repeated."),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, csv, tsv, json, xml or markdown; for CONSTRUCT turtle, ntriples, rdfxml or jsonld.",
        ),
    ] = "table",
    everything: Annotated[
        bool, typer.Option("--all", help="Show alleged, disputed and denied content, too, each marked so.")
    ] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="Show at most N rows.")] = None,
    seconds: Annotated[
        float | None, typer.Option("--timeout", min=0.01, metavar="SECONDS", help="Give up after so long.")
    ] = None,
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Ask a graph a question.

    Answers hold accepted facts; --all adds what is only alleged, disputed or denied.
    """
    from kg.query import FORMATS, load, render, run

    if form not in FORMATS:
        raise UsageError(f"--format: no {form!r}; there are: {', '.join(FORMATS)}")
    output.check(to)
    result = run(load(name), graphs, parameters(params or []), everything, seconds, limit)
    if form != "table":
        for reason in result.reasons:
            say(f"kg: no rows: {reason}")
    on_terminal = to == output.STDOUT and sys.stdout.isatty()
    output.write(to, render(result, form, shutil.get_terminal_size().columns if on_terminal else _WIDTH))


def parameters(pairs: list[str]) -> dict[str, str]:
    """What ``--param`` gave, by name.

    Raises:
        UsageError: not of the form key=value, or given twice.
    """
    given: dict[str, str] = {}
    for pair in pairs:
        key, separator, value = pair.partition("=")
        if not separator or not key.strip():
            raise UsageError(f"--param: not of the form key=value: {pair!r}")
        if key.strip() in given:
            raise UsageError(f"--param: {key.strip()} is given twice")
        given[key.strip()] = value
    return given
