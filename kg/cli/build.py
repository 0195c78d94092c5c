"""``kg build``: news reports in, a Turtle graph out."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say
from kg.cli.progress import Progress
from kg.cli.quarantine import Quarantine
from kg.cli.settled import Settled
from kg.cli.wording import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.documents import Found
    from kg.model import Graph


def _field(what: str) -> Any:
    """An option that names the column of tables which holds something."""
    name = {"publication date": "date", "address": "url", "identifier": "id"}.get(what, what)
    return typer.Option(f"--{name}-field", metavar="NAME", help=f"Column or JSON key of the {what}.")


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
    input_format: Annotated[
        str | None,
        typer.Option("--input-format", metavar="FORMAT", help="What the inputs are, whatever they look like."),
    ] = None,
    text_field: Annotated[str | None, _field("text")] = None,
    date_field: Annotated[str | None, _field("publication date")] = None,
    source_field: Annotated[str | None, _field("source")] = None,
    title_field: Annotated[str | None, _field("title")] = None,
    author_field: Annotated[str | None, _field("author")] = None,
    url_field: Annotated[str | None, _field("address")] = None,
    id_field: Annotated[str | None, _field("identifier")] = None,
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
    quarantine: Annotated[
        str | None,
        typer.Option("--quarantine", metavar="FILE", help="List what was left out and why, as JSON lines."),
    ] = None,
    check: Annotated[bool, typer.Option("--validate", help="Check the graph against the shapes, too.")] = False,
) -> None:
    """Build a graph from news reports.

    Reports in English are read from text, Markdown, saved web pages, PDF, e-mails, RSS and Atom feeds, JSON Lines,
    CSV, web archives (WARC), ZIP and gzip, known by their content. What a report says of its own date and source (a
    page's metadata, a leading date, a line such as "Published: 3 June 2019", a dateline) counts before --date and
    --source.

    With --judgements, things keep the IRIs that they had when the file was written, however the reports
    change; it is written anew with every decision on what is one thing and why (see kg resolve). --corrections
    names the file of your own decisions.

    A file that cannot be read is named with the reason and left out, the others are built; the exit code is
    then 1. The graph is written whole or not at all.
    """
    import kg.build as stages
    from kg.documents import Settings, find
    from kg.documents.readers import by_name

    if knowledge is not None:
        from kg.knowledge import extension

        extension.use(knowledge)
    fields = {
        "text": text_field,
        "date": date_field,
        "source": source_field,
        "title": title_field,
        "author": author_field,
        "url": url_field,
        "id": id_field,
    }
    settings = Settings(
        issued=day_of(issued) if issued is not None else None,
        source=source,
        input_format=input_format,
        fields={role: name for role, name in fields.items() if name is not None},
    )
    if input_format is not None:
        by_name(input_format)
    if source is not None and not source.strip():
        raise UsageError("--source: needs a name")
    if base is not None:
        stages.check_base(base)
    for target in (to, quarantine):
        if target is not None:
            output.check(target)
    settled = Settled(corrections, judgements)
    found = _without_outputs(find(paths), paths, (to, quarantine))
    started = time.monotonic()
    reader = stages.reader(model, threads)
    with Quarantine(quarantine) as listed, Progress(len(found), listed) as progress:
        documents = progress.watch(found, settings)
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


def _without_outputs(found: list[Found], paths: list[str], outputs: Iterable[str | None]) -> list[Found]:
    """The inputs without what an earlier run has written among them.

    Raises:
        UsageError: an output was named as an input outright.
    """
    places = {Path(target).resolve(): target for target in outputs if target not in (None, output.STDOUT)}
    for path in paths:
        if path != "-" and Path(path).resolve() in places:
            raise UsageError(f"{places[Path(path).resolve()]}: is input and output at once")
    return [item for item in found if item.path is None or item.path.resolve() not in places]


def _counts(graph: Graph) -> str:
    events, entities, claims = len(graph.events), len(graph.entities), len(graph.claims)
    return f"{counted(events, 'event')}, {counted(entities, 'entity')}, {counted(claims, 'claim')}"
