"""``kg build``: news reports in, a graph out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import output
from kg.cli.building import Summary, Target, Task, tell
from kg.cli.failing import FINDING
from kg.cli.findings import conforms, copy_of
from kg.cli.infer import conclude
from kg.cli.progress import Progress
from kg.cli.quarantine import Quarantine
from kg.cli.settled import Settled
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.documents import Found


def _field(what: str) -> Any:
    """An option that names the column of tables which holds something."""
    name = {"publication date": "date", "address": "url", "identifier": "id"}.get(what, what)
    return typer.Option(f"--{name}-field", metavar="NAME", help=f"Column or JSON key of the {what}.")


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders to read, - for standard input."),
    ],
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The graph, - for stdout.")],
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
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read reports.")] = 1,
    engine_name: Annotated[
        str | None,
        typer.Option("--engine", metavar="dask://HOST:PORT", help="A Dask cluster that reads reports."),
    ] = None,
    work: Annotated[
        Path | None,
        typer.Option("--work", metavar="DIR", help="Remember what has been read, here; go on from there next time."),
    ] = None,
    add: Annotated[
        bool, typer.Option("--add", help="With --work: keep the documents of earlier builds that are not given now.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="turtle, nquads or trig; else by the extension."),
    ] = None,
    texts: Annotated[
        str | None,
        typer.Option("--keep-text", metavar="FILE", help="Write the texts that offsets refer to, as JSON lines."),
    ] = None,
    quarantine: Annotated[
        str | None,
        typer.Option("--quarantine", metavar="FILE", help="List what was left out and why, as JSON lines."),
    ] = None,
    reason: Annotated[
        bool, typer.Option("--infer", help="Write what follows from the graph beside it, as NAME.inferred.trig.")
    ] = False,
    summary_to: Annotated[
        str | None, typer.Option("--summary", metavar="FILE", help="Write the figures of the build as JSON.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--validate", help="Check what is written, each document of it, against the shapes.")
    ] = False,
) -> None:
    """Build a graph from news reports.

    Reports in English are read from text, Markdown, saved web pages, PDF, e-mails, RSS and Atom feeds, JSON Lines,
    CSV, web archives (WARC), ZIP and gzip, known by their content. What a report says of its own date and source (a
    page's metadata, a leading date, a line such as "Published: 3 June 2019", a dateline) counts before --date and
    --source.

    With --work, a second build reads only what is new or has changed, goes on where an interrupted one stopped,
    and ends in the same graph as one from nothing.

    With --judgements, things keep the IRIs that they had when the file was written, however the reports
    change; it is written anew with every decision on what is one thing and why (see kg resolve). --corrections
    names the file of your own decisions.

    A file that cannot be read is named with the reason and left out, the others are built; the exit code is
    then 1. The graph is written whole or not at all.
    """
    import kg.build as stages
    from kg.archive import Recipe, engine
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
    if add and work is None:
        raise UsageError("--add: needs --work DIR, which remembers the documents of earlier builds")
    target = Target(
        to=to,
        form=stages.form_of(to, form),
        base=base,
        texts=texts,
        corrections=str(corrections) if corrections else None,
        judgements=str(judgements) if judgements else None,
        knowledge=str(knowledge) if knowledge else None,
        model=model,
    )
    if reason and to == output.STDOUT:
        raise UsageError("--infer needs a graph in a file, beside which it can write")
    inferred = str(Path(to).with_suffix(".inferred.trig")) if reason else None
    outputs = (to, texts, quarantine, summary_to, inferred)
    for name in outputs:
        if name is not None:
            output.check(name)
    # Read once before the work, so that a file of decisions that cannot be used is told of at once.
    Settled(corrections, judgements)
    found = _without_outputs(find(paths), paths, outputs, work)
    summary = Summary()
    conforming = True
    with copy_of(target) if check else nullcontext() as copy:
        task = Task(
            found=found,
            settings=settings,
            engine=engine(engine_name, workers),
            recipe=Recipe(model, threads, knowledge.resolve() if knowledge else None, factory=stages.reader),
            target=target,
            add=add,
            copy=copy,
        )
        with Quarantine(quarantine) as listed, Progress(len(found), listed) as progress:
            if work is not None:
                task.into(work, progress, summary)
            else:
                task.alone(progress, summary)
        tell(summary, progress.summary(), to)
        if check:
            conforming = conforms(copy or Path(to), target.form, summary)
    if summary_to is not None:
        output.write(summary_to, summary.as_json(to))
    consistent = inferred is None or conclude(Path(to), to=inferred)
    if progress.left_out or not conforming or not consistent:
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


def _without_outputs(
    found: list[Found], paths: list[str], outputs: Iterable[str | None], work: Path | None
) -> list[Found]:
    """The inputs without what an earlier run has written among them.

    Raises:
        UsageError: an output was named as an input outright.
    """
    places = {Path(target).resolve(): target for target in outputs if target is not None and target != output.STDOUT}
    for path in paths:
        if path != "-" and Path(path).resolve() in places:
            raise UsageError(f"{places[Path(path).resolve()]}: is input and output at once")
    inside = work.resolve() if work is not None else None

    def is_input(path: Path) -> bool:
        place = path.resolve()
        return place not in places and (inside is None or not place.is_relative_to(inside))

    return [item for item in found if item.path is None or is_input(item.path)]
