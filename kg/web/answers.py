"""Rows of an answer as pages show them: texts with where they lead, and words below."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.engine import Result
from kg.view import View
from kg.web.addresses import address


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer: the key of its event, its texts with where each leads, and words below it, quoted or not."""

    event: str
    texts: list[str]
    links: list[str | None]
    words: list[tuple[str, bool]]


def shown(result: Result, view: View) -> list[Row]:
    """The rows of an answer; the first value of each leads to its event, or to whom or what it is about."""
    columns = [result.info.column(name) for name in result.columns]
    across = [c.name for c in columns if c.place == "row"]
    below = [c.name for c in columns if c.place == "below"]
    found: list[Row] = []
    for row in result.rows() if result.columns else ():
        event = view.find(row.get("event", ""))
        target = event or view.find(row.get("iri", ""))
        links = [_link(row.get(name, ""), view) for name in across]
        if target is not None and links:
            links[0] = address(target)
        words = [(row[name], name == "quote") for name in below if row.get(name)]
        found.append(Row(event.key if event is not None else "", [row.get(n, "") for n in across], links, words))
    return found


def _link(value: str, view: View) -> str | None:
    """Where a value leads, if it names something here."""
    thing = view.find(value) if value.startswith("http") else None
    return address(thing) if thing is not None else None
