"""The command line: parse, call, print, exit code. One module per command.

Nothing heavy is imported here or at the top of a command's module, so that ``kg --help`` answers at once;
each command imports what it needs when it runs.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import (
    build,
    conflicts,
    eval,
    export,
    infer,
    load,
    queries,
    query,
    remove,
    report,
    resolve,
    serve,
    show,
    stats,
    validate,
    why,
    why_not,
)
from kg.cli.failing import debug_mode, guarded, leave_unwritten

EXIT_CODES = """\b
Exit codes: 0 done; 1 a finding (a document left out, a graph that does not conform); 2 wrong usage or
input that cannot be read; 3 a fault of kg itself (KG_DEBUG=1 or --debug shows where)."""


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


def application() -> typer.Typer:
    """All commands, each guarded so that it leaves with an exit code and a message."""
    app = typer.Typer(
        name="kg",
        help="From conflict news to a knowledge graph that can be questioned: who was killed, by whom, when, "
        "where, with what, and who says so.",
        epilog=EXIT_CODES,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def options(
        version: Annotated[
            bool,
            typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit."),
        ] = False,
        debug: Annotated[bool, typer.Option("--debug", help="Show where a fault of kg itself happened.")] = False,
    ) -> None:
        debug_mode(debug)

    for name, command in (
        ("build", build.build),
        ("remove", remove.remove),
        ("query", query.query),
        ("queries", queries.queries),
        ("conflicts", conflicts.conflicts),
        ("why", why.why),
        ("report", report.report),
        ("show", show.show),
        ("stats", stats.stats),
        ("why-not", why_not.why_not),
        ("resolve", resolve.resolve),
        ("export", export.export),
        ("validate", validate.validate),
        ("infer", infer.infer),
        ("load", load.load),
        ("serve", serve.serve),
        ("version", version_command),
    ):
        app.command(name)(guarded(command))
    app.add_typer(eval.application(), name="eval")
    return app


def version_command() -> None:
    """Show the version."""
    _version(True)


def main() -> None:
    """Run the command line."""
    try:
        application()(prog_name="kg")
    except OSError as error:
        # Commands are guarded one by one; the version and the help are printed before any of them.
        leave_unwritten(error)
