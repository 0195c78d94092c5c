"""``kg load``: graphs into a triple store, on disk or remote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.failing import say
from kg.cli.wording import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.loading import Loaded


def load(
    to: Annotated[
        str,
        typer.Option("--to", metavar="DIR|URL", help="A store folder, made if missing, or a SPARQL 1.1 endpoint."),
    ],
    graphs: Annotated[list[Path] | None, typer.Argument(metavar="GRAPH", help="Graphs that kg built.")] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="DOCUMENT", help="A document to take out, by identifier or IRI; repeatable."),
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Take out all documents that the graphs do not hold.")] = False,
    graph_store: Annotated[
        str | None, typer.Option("--graph-store", metavar="URL", help="Where the endpoint takes named graphs.")
    ] = None,
    update: Annotated[
        str | None, typer.Option("--update", metavar="URL", help="Where the endpoint takes updates.")
    ] = None,
    ontology: Annotated[bool, typer.Option(help="Load ontology and value lists, too.")] = True,
) -> None:
    """Load graphs into a triple store.

    Every document becomes a named graph, which a later load replaces if it has changed; what all documents tell of
    together is one more. A load that broke off goes on when it is called again. At the end the triples are counted.

    A remote store gets them by the Graph Store Protocol or by updates. Name and password: KG_STORE_USER and
    KG_STORE_PASSWORD in the environment.
    """
    if not graphs and not remove:
        raise UsageError("nothing to do: name graphs to load, or documents to take out with --remove")
    if prune and not graphs:
        raise UsageError("--prune needs the graphs whose documents stay")
    from kg.store import loading
    from kg.store.opening import open_place

    parts = loading.read(graphs or ())
    store = open_place(to, graph_store, update)
    try:
        done = loading.load(parts, store, remove or (), prune, ontology and bool(graphs), _progress)
    finally:
        store.close()
    if done.clashes:
        say(
            f"kg: {counted(done.clashes, 'verdict')} of these graphs and of the store's differ, the more cautious were "
            "kept; documents are weighed against each other by building them together"
        )
    say(f"kg: {to}: {_summary(done)}")


def _progress(done: int, total: int) -> None:
    if done:
        say(f"kg: {done:,} of {total:,} named graphs written")


def _summary(done: Loaded) -> str:
    parts = [f"{counted(done.written, 'named graph')} written"]
    if done.same:
        parts.append(f"{done.same:,} were there already")
    if done.removed:
        parts.append(f"{done.removed:,} removed")
    begun = "went on with a load that had broken off: " if done.resumed else ""
    return f"{begun}{', '.join(parts)}; {counted(done.triples, 'triple')}, counted"
