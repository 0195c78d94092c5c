"""``kg build``: news reports in, a Turtle graph out."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say
from kg.cli.progress import Progress
from kg.cli.settled import Settled
from kg.cli.wording import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.documents import Found
    from kg.model import Graph


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders to read, - for standard input."),
    ],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The graph in Turtle, - for stdout.")],
    issued: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication date of reports that do not state theirs."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Source of reports that do not state theirs."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="IRI", help="What the IRIs of people, events and so on begin with."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the bundled model."),
    ] = None,
    knowledge: Annotated[
        Path | None,
        typer.Option("--knowledge", metavar="DIR", help="A folder of your own actors, places, event words ..."),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option("--corrections", metavar="FILE", help="What people have decided about things in the graph."),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option("--judgements", metavar="FILE", help="Keeps names and judgements from build to build."),
    ] = None,
    threads: Annotated[int, typer.Option("--threads", min=1, metavar="N", help="Threads of the language model.")] = 1,
    check: Annotated[bool, typer.Option("--validate", help="Check the graph against the shapes, too.")] = False,
) -> None:
    """Build a graph from news reports.

    Plain text in English is read. What a report says of its own date and source (a leading date, a line
    such as "Published: 3 June 2019", a dateline) counts before --date and --source.

    With --judgements, things keep the IRIs that they had when the file was written, however the reports
    change; it is written anew with every decision on what is one thing and why (see kg resolve). --corrections
    names the file of your own decisions.

    A file that cannot be read is named with the reason and left out, the others are built; the exit code is
    then 1. The graph is written whole or not at all.
    """
    from kg import build as stages
    from kg.documents import find, read

    if knowledge is not None:
        from kg.knowledge import extension

        extension.use(knowledge)
    day = day_of(issued) if issued is not None else None
    if source is not None and not source.strip():
        raise UsageError("--source: needs a name")
    if base is not None:
        stages.check_base(base)
    output.check(to)
    settled = Settled(corrections, judgements)
    found = _without_output(find(paths), paths, to)
    started = time.monotonic()
    reader = stages.reader(model, threads)
    with Progress(len(found)) as progress:
        documents = progress.watch(read(found, issued=day, source=source))
        result = stages.resolved(documents, reader, progress.fault, settled.corrections, settled.memory)
    graph = result.graph
    if not graph.documents:
        raise UsageError(f"nothing to build from: {progress.summary()}")
    output.write(to, stages.turtle(graph, base))
    settled.keep(result)
    where = "graph on stdout" if to == output.STDOUT else to
    say(f"kg: {progress.summary()}; {_counts(graph)}; {time.monotonic() - started:.1f} s; {where}")
    broken = stages.violations(graph, base) if check else []
    for finding in broken:
        say(f"kg: does not conform: {finding}")
    if progress.refused or broken:
        raise typer.Exit(FINDING)


def day_of(text: str) -> date:
    """The day that ``--date`` gives.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date: not a day in the form 2019-06-03: {text!r}") from None


def _without_output(found: list[Found], paths: list[str], to: str) -> list[Found]:
    """The inputs without the graph of an earlier run that lies among them.

    Raises:
        UsageError: the output was named as an input outright.
    """
    if to == output.STDOUT:
        return found
    place = Path(to).resolve()
    if any(path != "-" and Path(path).resolve() == place for path in paths):
        raise UsageError(f"{to}: is input and output at once")
    return [item for item in found if item.path is None or item.path.resolve() != place]


def _counts(graph: Graph) -> str:
    events, entities, claims = len(graph.events), len(graph.entities), len(graph.claims)
    return f"{counted(events, 'event')}, {counted(entities, 'entity')}, {counted(claims, 'claim')}"
