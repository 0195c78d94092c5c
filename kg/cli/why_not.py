"""``kg why-not``: what was seen in each sentence of a report, and why it made no event."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say
from kg.cli.why import FORMATS
from kg.errors import InputError, UsageError


def why_not(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE", help="The reports, - for standard input; folders are searched.")
    ],
    issued: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication date of reports that do not state theirs."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show the sentences that tell of events, too, with what they gave.")
    ] = False,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the bundled model."),
    ] = None,
    knowledge: Annotated[
        Path | None,
        typer.Option("--knowledge", metavar="DIR", help="A folder of your own actors, places, event words ..."),
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Show what was seen in each sentence of a report, and why it made no event.

    A report that cannot be read is named with the reason; the exit code is then 1.
    """
    from kg import why
    from kg.cli.build import day_of
    from kg.documents import Settings, find, read

    if form not in FORMATS:
        raise UsageError(f"--format: no {form!r}; there are: {', '.join(FORMATS)}")
    day = day_of(issued) if issued is not None else None
    output.check(to)
    if knowledge is not None:
        from kg.knowledge import extension

        extension.use(knowledge)
    found = find(paths)
    reader = why.accounting(model)
    reports: list[why.ReportAccount] = []
    refused = False
    for item in read(found, Settings(issued=day)):
        if isinstance(item, InputError):
            say(f"kg: {item}")
            refused = True
        else:
            reports.append(why.why_not(item, reader))
    if not reports:
        raise UsageError("nothing to read")
    if form == "json":
        records = why.silence_as_records(reports, everything)
        output.write(to, json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    else:
        output.write(to, why.silence_as_text(reports, everything))
    if refused:
        raise typer.Exit(FINDING)
