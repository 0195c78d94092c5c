"""Writes answers for people and for programs."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.engine import Result

if TYPE_CHECKING:
    from rich.table import Table

_LONGEST_WORD = 16
"""Words up to this length stay whole in a table as long as there is room at all."""

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "turtle", "ntriples", "rdfxml", "jsonld")
_OF_TRIPLES = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}


def render(result: Result, form: str, width: int | None = None) -> str:
    """The answer in one of ``FORMATS``; ``width`` is that of a table in characters.

    ``json``, ``xml``, ``csv`` and ``tsv`` are the SPARQL 1.1 result formats with every column. The triples of a
    CONSTRUCT query come as Turtle, or in one of the formats that are for triples only.

    Raises:
        QueryError: there is no such format, or rows are to be written as triples.
    """
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}; there are: {', '.join(FORMATS)}")
    if result.triples is not None:
        return _triples(result.triples, _OF_TRIPLES.get(form, "text/turtle"))
    if form in _OF_TRIPLES:
        raise QueryError(f"rows cannot be written as {form}, only the triples of a CONSTRUCT query can")
    if result.truth is not None:
        answer = {"head": {}, "boolean": result.truth}
        if form == "xml":
            return _truth_in_xml(result.truth)
        return (json.dumps(answer) if form == "json" else str(result.truth).lower()) + "\n"
    if form == "markdown":
        return _markdown(result)
    if form == "table":
        return _table(result, width or 100)
    return _sparql_results(result, form)


def _sparql_results(result: Result, form: str) -> str:
    from pyoxigraph import QueryResultsFormat

    if form == "json":
        answer = json.loads(result.data)
        joined = {column.name for column in result.info.columns}
        for row in answer["results"]["bindings"]:
            # several values of a documented column are joined; where there are none it is unbound, not ""
            for name in [n for n, term in row.items() if n in joined and term["value"] == ""]:
                del row[name]
        return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
    kinds = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "xml": QueryResultsFormat.XML}
    data = result.solutions().serialize(format=kinds[form]) or b""
    return data.decode("utf-8").replace("\r\n", "\n")


def _triples(data: bytes, media_type: str) -> str:
    from pyoxigraph import RdfFormat, parse, serialize

    from kg.store.evaluation import PREFIXES

    form = RdfFormat.from_media_type(media_type)
    found = (quad.triple for quad in parse(data, RdfFormat.N_TRIPLES))
    used = {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace.encode() in data}
    return (serialize(found, format=form, prefixes=used) or b"").decode("utf-8")


def _truth_in_xml(truth: bool) -> str:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, Store

    found = Store().query(f"ASK {{ FILTER({str(truth).lower()}) }}")
    assert isinstance(found, QueryBoolean)
    return (found.serialize(format=QueryResultsFormat.XML) or b"").decode("utf-8") + "\n"


def _markdown(result: Result) -> str:
    def cell(text: str) -> str:
        return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())

    lines = [f"| {' | '.join(result.columns)} |", "|" + " --- |" * len(result.columns)]
    for row in result.rows():
        lines.append(f"| {' | '.join(cell(row.get(name, '')) for name in result.columns)} |")
    return "\n".join(lines) + "\n"


def _table(result: Result, width: int) -> str:
    from rich.console import Console
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    rows = list(result.rows())
    described = [result.info.column(name) for name in result.columns]
    # A column that is empty throughout would only take space from the others.
    shown = [c.name for c in described if c.place == "row" and (not rows or any(r.get(c.name) for r in rows))]
    below = [c.name for c in described if c.place == "below"]
    widths = _widths(shown, rows, width)
    target = io.StringIO()
    console = Console(file=target, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(_line(shown, widths, [name.replace("_", " ") for name in shown]))
    console.print(Rule(characters="─"))
    for row in rows:
        console.print(_line(shown, widths, [row.get(name, "") for name in shown]))
        words = ": ".join(_quoted(name, row[name]) for name in below if row.get(name))
        if words:
            console.print(Padding(Text(words), (0, 0, 0, 4)))
    console.print(Rule(characters="─"))
    console.print(Text(_summary(result, len(rows))))
    return "".join(line.rstrip() + "\n" for line in target.getvalue().splitlines())


def _summary(result: Result, count: int) -> str:
    if count:
        return f"{count} row{'s' if count > 1 else ''}"
    return (
        "\n".join(["no rows:", *(f"  {_one_line(reason)}" for reason in result.reasons)])
        if result.reasons
        else "no rows"
    )


def _line(names: list[str], widths: list[int], cells: list[str]) -> Table:
    """One row; every row is a table of its own, so that words can stand below it."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    for _, size in zip(names, widths, strict=True):
        grid.add_column(width=size, overflow="fold")
    grid.add_row(*(Text(_one_line(cell)) for cell in cells))
    return grid


def _quoted(name: str, text: str) -> str:
    """What stands below a row; words of a document in quotation marks."""
    return f"“{_one_line(text)}”" if name == "quote" else _one_line(text)


def _one_line(text: str) -> str:
    """Text without line breaks or control characters, which would break the table or the terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _widths(names: list[str], rows: list[dict[str, str]], total: int) -> list[int]:
    """Columns as wide as their widest cell, the widest narrowed until all fit, at the cost of words last."""
    from rich.cells import cell_len

    cells = {name: [name, *(_one_line(row.get(name, "")) for row in rows)] for name in names}
    widths = [max(map(cell_len, cells[name])) for name in names]
    words = [
        min(_LONGEST_WORD, max(cell_len(w) for cell in cells[name] for w in (cell.split() or [""]))) for name in names
    ]
    room = total - 2 * len(names)
    for least in (words, [6] * len(names)):
        while sum(widths) > room:
            spare, at = max((width - low, -n) for n, (width, low) in enumerate(zip(widths, least, strict=True)))
            if spare <= 0:
                break
            widths[-at] -= 1
    return widths
