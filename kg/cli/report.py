"""``kg report``: what a graph says, in one file to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.errors import UsageError


def report(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH...", help="One or more graph files.")],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")],
    events: Annotated[
        list[str] | None, typer.Option("--event", metavar="NAME", help="Only this event, by key or name; repeatable.")
    ] = None,
    person: Annotated[str, typer.Option("--person", metavar="NAME", help="Only events with this person.")] = "",
    group: Annotated[str, typer.Option("--group", metavar="NAME", help="Only events with this group.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="NAME", help="Only events in this place or inside it.")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help='Only events of a kind: "air strike".')] = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="Not before this day, month or year.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Not after this day, month or year.")] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The heading of the report.")] = "",
) -> None:
    """Write a report as one HTML file: summary, table, map, timeline, disagreements, events, sources, method.

    It opens from disk, prints well and loads nothing from elsewhere. Options narrow it to a case.
    """
    from kg.report.case import gather
    from kg.report.page import html
    from kg.view import Selection, open_view
    from kg.view.selection import bounds

    output.check(to)
    try:
        begin, _ = bounds(first) if first else (None, None)
        _, end = bounds(last) if last else (None, None)
    except ValueError as error:
        raise UsageError(f"--from and --to: {error}") from error
    selection = Selection(first=begin, last=end, place=place, group=group, person=person, kind=kind)
    output.write(to, html(gather(open_view(graphs), selection, events or (), title)))
