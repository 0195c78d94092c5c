"""Reads graph files, in any RDF syntax, into an in-memory store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.errors import GraphError
from kg.files import is_file, is_folder
from kg.resources import bundled

BACKGROUND = ("ontology.ttl", "vocab.ttl", "weapons.ttl")
"""What a graph leans on: classes, labels of properties, value lists."""

INFERRED = "https://w3id.org/kg-conflict/graph#inferred"
"""Named graph of what a reasoner adds: no shape speaks of it, because nobody claims it."""

ENDINGS = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld")


def open_store(paths: Iterable[Path], background: bool = True) -> Store:
    """The graph files together in one store, with ontology and value lists beside them.

    A single folder is a store that ``kg load`` made; it is opened for reading only, as it is.

    Raises:
        GraphError: a file is missing, of an unknown kind, or no valid RDF.
    """
    paths = list(paths)
    if len(paths) == 1 and is_folder(paths[0]):
        return _open_folder(paths[0])
    store = Store()
    _fill(store, paths, background)
    return store


def _fill(store: Store, paths: Iterable[Path], background: bool = True) -> None:
    if background:
        for name in BACKGROUND:
            path = bundled("ontology") / name
            if path.exists():
                store.bulk_load(path=path, format=RdfFormat.TURTLE)
    for path in paths:
        if is_folder(path):
            raise GraphError(f"{path}: a store is read on its own, without other graphs")
        form = _form(path)
        with _telling(path, form):
            store.bulk_load(path=path, format=form)


def quads(path: Path, ending: str | None = None) -> Iterator[Quad]:
    """What a graph file or a store folder holds, one by one: none of it is kept in memory.

    ``ending`` tells what RDF a file holds if its name does not.

    Raises:
        GraphError: it is missing, of an unknown kind, or no valid RDF; part of it may have been given by then.
    """
    if is_folder(path):
        yield from _open_folder(path)
        return
    form = _form(path, ending)
    with _telling(path, form):
        yield from parse(path=path, format=form)


def _form(path: Path, ending: str | None = None) -> RdfFormat:
    """The syntax of a graph file, by its ending."""
    form = RdfFormat.from_extension((ending or path.suffix).removeprefix("."))
    if not is_file(path):
        raise GraphError(f"{str(path)[:300]}: no such file")
    if form is None:
        raise GraphError(f"{path}: the ending tells what RDF it holds, one of {', '.join(ENDINGS)}")
    return form


@contextmanager
def _telling(path: Path, form: RdfFormat) -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError, OSError) as error:
        raise GraphError(f"{path}: not readable as {form.name}: {error}") from error


def is_store(folder: Path) -> bool:
    """Whether the folder looks like a store."""
    return (folder / "CURRENT").is_file()


def _open_folder(folder: Path) -> Store:
    if not is_store(folder):
        raise GraphError(f"{folder}: is no store; kg load GRAPH --to {folder} makes one")
    try:
        return Store.read_only(str(folder))
    except (OSError, ValueError) as error:
        raise GraphError(f"{folder}: cannot be opened as a store: {error}") from error


def check_files(paths: Iterable[Path]) -> None:
    """Make sure that the files are there and that their endings tell what RDF they hold.

    Raises:
        GraphError: one is missing, or of an unknown kind.
    """
    for path in paths:
        _form(path)


def make_store(folder: Path, paths: Iterable[Path]) -> None:
    """A store on disk, in an empty folder, of the graph files with ontology and value lists beside them.

    Where a file is bad, part of the others may be in the folder.

    Raises:
        GraphError: a file is missing, of an unknown kind, or no valid RDF.
    """
    store = Store(folder)
    _fill(store, list(paths))
    store.optimize()
    store.flush()
