"""``kg eval``: figures of accuracy on annotated texts, one command per suite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import guarded

if TYPE_CHECKING:
    from kg.evaluate.figures import Report

_WIDE = 200
_JSON = typer.Option(
    "--json", metavar="FILE", help="Write the figures as JSON, too; - for stdout instead of the table."
)
_VERBOSE = typer.Option("--verbose", "-v", help="Show what was missed, one by one.")
_MODEL = typer.Option(
    "--model", metavar="NAME", help="An installed spaCy pipeline instead of the bundled model."
)


def constructions(
    gold: Annotated[
        Path, typer.Option("--gold", metavar="FILE", help="Sentences with the events they tell of.")
    ] = Path("tests/gold/constructions.jsonl"),
    only: Annotated[
        str | None, typer.Option("--class", metavar="REGEX", help="Only classes or items that match.")
    ] = None,
    to: Annotated[str | None, _JSON] = None,
    verbose: Annotated[bool, _VERBOSE] = False,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """Single sentences, one construction each."""
    import re

    from kg.build import reader
    from kg.evaluate import constructions as suite

    items = [i for i in suite.load(gold) if only is None or re.search(only, f"{i.group} {i.id}")]
    _show(suite.evaluate(items, reader(model)), to, verbose)


def _show(report: Report, to: str | None, verbose: bool) -> None:
    if to is not None:
        output.write(to, json.dumps(report.figures, indent=2, ensure_ascii=False) + "\n")
    if to == output.STDOUT:
        return
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    for found in report.tables:
        table = Table(title=found.title, title_justify="left", box=None, pad_edge=False)
        for number, column in enumerate(found.columns):
            table.add_column(column, justify="right" if number else "left", no_wrap=True)
        for row in found.rows:
            table.add_row(*row)
        console.print(table)
    if verbose:
        for line in report.misses:
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def application() -> typer.Typer:
    """The suites."""
    app = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Measure kg on annotated texts.",
    )
    for command in (constructions,):
        app.command(command.__name__)(guarded(command))
    return app
