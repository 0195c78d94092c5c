"""``kg eval``: figures of accuracy on annotated texts, one command per suite."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import guarded
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.evaluate.figures import Report

_WIDE = 200
_JSON = typer.Option(
    "--json", metavar="FILE", help="Write the figures as JSON, too; - for stdout instead of the table."
)
_VERBOSE = typer.Option("--verbose", "-v", help="Show what was missed, one by one.")
_MODEL = typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the bundled model.")


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
    from kg.build import reader
    from kg.evaluate import constructions as suite

    pattern = _pattern("--class", only)
    items = [i for i in suite.load(gold) if pattern.search(f"{i.group} {i.id}")]
    if not items:
        raise UsageError(f"--class: no sentence matches {only!r}")
    _show(suite.evaluate(items, reader(model)), to, verbose)


def events(
    gold: Annotated[Path, typer.Option("--gold", metavar="FILE", help="Annotated claims, one a line.")],
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="The reports, ID.txt.")],
    index: Annotated[
        Path | None,
        typer.Option("--index", metavar="FILE", help="Dates of the reports (and splits), one report a line."),
    ] = None,
    docs: Annotated[
        str | None, typer.Option("--docs", metavar="REGEX", help="Only reports whose identifier matches.")
    ] = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="NAME", help="Only reports of this split of the index.")
    ] = None,
    predictions: Annotated[
        str | None,
        typer.Option("--predictions", metavar="FILE", help="Write the events as kg export does, too."),
    ] = None,
    to: Annotated[str | None, _JSON] = None,
    verbose: Annotated[bool, _VERBOSE] = False,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """Whole reports: who was killed, by whom, when, where, and who says so.

    One graph is built of all reports; each is compared with its annotated claims. Misses are not shown for a
    split called held-out: it is for figures only.
    """
    from kg.build import reader
    from kg.evaluate import event_gold
    from kg.evaluate import events as suite

    known = event_gold.index(index) if index is not None else {}
    if split is not None and split not in {row.get("split") for row in known.values()}:
        raise UsageError(f"--split: no report of the index is in {split!r}")
    lines = event_gold.by_document(event_gold.load(gold), _pattern("--docs", docs))
    chosen = {i: lines.get(i, []) for i in known} if docs is None and known else lines
    chosen = {i: found for i, found in chosen.items() if split in (None, known.get(i, {}).get("split"))}
    if not chosen:
        raise UsageError("no report is left to measure: --docs and --split leave none")
    dates = {identifier: row["date"] for identifier, row in known.items()}
    graph = suite.graph(chosen, texts, dates, reader(model))
    if predictions is not None:
        output.write_pieces(predictions, suite.exported(graph))
    _show(suite.score(chosen, graph), to, verbose and split != "held-out")


def joins(
    gold: Annotated[list[Path], typer.Option("--gold", metavar="FILE", help="Annotated claims; repeat for more.")],
    texts: Annotated[list[Path], typer.Option("--texts", metavar="DIR", help="The reports, ID.txt; repeat for more.")],
    index: Annotated[
        list[Path] | None,
        typer.Option("--index", metavar="FILE", help="Dates of the reports, one report a line; repeat for more."),
    ] = None,
    to: Annotated[str | None, _JSON] = None,
    verbose: Annotated[bool, _VERBOSE] = False,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """Several reports of one event: which come together in one graph, and which should."""
    from kg.build import reader
    from kg.evaluate import event_gold
    from kg.evaluate import joins as suite

    lines = event_gold.by_document(line for path in gold for line in event_gold.load(path))
    dates = {name: row["date"] for path in index or () for name, row in event_gold.index(path).items()}
    _show(suite.evaluate(lines, texts, dates, reader(model)), to, verbose)


def muc4(
    texts: Annotated[list[Path], typer.Option("--texts", metavar="FILE", help="Message files; repeat for more.")],
    keys: Annotated[list[Path] | None, typer.Option("--keys", metavar="FILE...", help="Answer keys.")] = None,
    more: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="More files for the option before.")] = None,
    case: Annotated[
        str, typer.Option("--case", metavar="CASE", help="mixed: texts as they are; upper: all in capitals.")
    ] = "mixed",
    predictions: Annotated[
        str | None,
        typer.Option("--predictions", metavar="FILE", help="Write the incidents, a message a line, too."),
    ] = None,
    to: Annotated[str | None, _JSON] = None,
    verbose: Annotated[bool, _VERBOSE] = False,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """MUC-4: who killed whom, when and where, in wire reports of 1988 to 1991."""
    from kg.build import reader
    from kg.evaluate import muc4 as suite
    from kg.evaluate.muc_keys import is_key

    if case not in ("mixed", "upper"):
        raise UsageError(f"--case: mixed or upper, not {case!r}")
    # "--texts A B --keys C D" leaves B and D as arguments: a key is told by what is in it
    answers = [*(keys or ()), *(path for path in more or () if is_key(path))]
    reports = [*texts, *(path for path in more or () if not is_key(path))]
    found = suite.predictions(reports, reader(model), case == "upper")
    if predictions is not None:
        output.write_pieces(predictions, suite.lines(found))
    if answers:
        _show(suite.score(answers, found), to, verbose)


def re3d(
    root: Annotated[Path, typer.Option("--root", metavar="DIR", help="A folder with one folder a source.")],
    predictions: Annotated[
        str | None,
        typer.Option("--predictions", metavar="FILE", help="Write mentions and relations, a report a line."),
    ] = None,
    to: Annotated[str | None, _JSON] = None,
    verbose: Annotated[bool, _VERBOSE] = False,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """re3d: people, groups and places in reports on Syria and Iraq, and how they are related."""
    from kg.evaluate import re3d as suite
    from kg.language import load

    reports = suite.load(root)
    found = suite.predictions(reports, load(model))
    if predictions is not None:
        output.write_pieces(predictions, suite.lines(found))
    _show(suite.score(root, reports, found), to, verbose)


def language(
    corpora: Annotated[Path, typer.Option("--corpora", metavar="DIR", help="A folder with ud/, ner/, re3d/.")],
    to: Annotated[str | None, _JSON] = None,
    model: Annotated[str | None, _MODEL] = None,
) -> None:
    """The language model's own figures: trees, tags, lemmas, names."""
    from kg.evaluate import language as suite

    _show(suite.evaluate(corpora, model), to, False)


def _pattern(option: str, text: str | None) -> re.Pattern[str]:
    try:
        return re.compile(text or "")
    except re.error as error:
        raise UsageError(f"{option}: no regular expression: {text!r}: {error}") from None


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
    for command in (events, joins, constructions, muc4, re3d, language):
        app.command(command.__name__)(guarded(command))
    return app
