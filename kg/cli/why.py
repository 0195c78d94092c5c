"""``kg why``: why the graph says what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.errors import UsageError

FORMATS = ("text", "json")


def why(
    about: Annotated[
        str,
        typer.Argument(
            metavar="ABOUT",
            help="An event, statement, person or group: its IRI, the end of it, or part of a name; "
            "with --row a question (kg queries).",
        ),
    ],
    graphs: Annotated[
        list[Path],
        typer.Option("--graph", "-g", metavar="FILE", help="The graph to explain; may be given several times."),
    ],
    row: Annotated[
        int | None,
        typer.Option("--row", metavar="N", min=1, help="Explain the N-th row of the answer to the question ABOUT."),
    ] = None,
    params: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter of that question; may be repeated."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Count the rows of that question with --all, not only accepted facts.")
    ] = False,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write, - for stdout.")] = "-",
) -> None:
    """Show why the graph says what it says: the words, what read them, who vouches, and the verdict.

    In the quotes, words in brackets were read as what stands behind them.
    """
    from kg.rdf.reading import open_store
    from kg.why import Explainer, as_json, as_text, explain

    if form not in FORMATS:
        raise UsageError(f"--format: no {form!r}; there are: {', '.join(FORMATS)}")
    output.check(to)
    if row is None:
        if params or everything:
            raise UsageError("--param and --all belong to a question: say which row of it with --row")
        asked = [about]
    else:
        asked = _of_row(about, graphs, params or [], everything, row)
    explainer = Explainer(open_store(graphs))
    found = [explanation for one in asked for explanation in explain(explainer, one)]
    output.write(to, as_json(found) if form == "json" else as_text(found))


def _of_row(question: str, graphs: list[Path], params: list[str], everything: bool, row: int) -> list[str]:
    """IRIs of the events or statements that a row of an answer is about."""
    from kg.cli.query import parameters
    from kg.query import load, run

    result = run(load(question), graphs, parameters(params), everything)
    rows = list(result.rows())
    if row > len(rows):
        raise UsageError(f"--row: {question} has {len(rows)} rows here, not {row}")
    columns = [name for name in ("iri", "statement", "event") if rows[row - 1].get(name, "").startswith("http")]
    if not columns:
        raise UsageError(f"{question} has no column of events or statements that could be explained")
    return [rows[row - 1][columns[0]]]
