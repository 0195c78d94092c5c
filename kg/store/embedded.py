"""An Oxigraph store in a folder of this machine."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from pyoxigraph import Store as Oxigraph

from kg.errors import StoreError
from kg.rdf.reading import is_store
from kg.store.answers import Answer, Question
from kg.store.base import DIGEST, LOADING, UNDER_WAY, has_blank_node, record
from kg.store.evaluation import evaluate

_AT_ONCE = 20_000
"""Triples that are added in one transaction."""
_BULK = 100_000
"""Triples that are added in bulk."""


class Embedded:
    """A store in a folder; only one process can have it open for writing.

    Raises:
        StoreError: the folder holds something else, or is in use.
    """

    def __init__(self, folder: Path, read_only: bool = False) -> None:
        self._folder = folder
        if read_only and not is_store(folder):
            raise StoreError(f"{folder}: is no store; kg load GRAPH --to {folder} makes one")
        try:
            if folder.exists() and not (is_store(folder) or (folder.is_dir() and not any(folder.iterdir()))):
                raise StoreError(f"{folder}: is neither a store nor an empty folder")
            self._store = Oxigraph.read_only(str(folder)) if read_only else Oxigraph(str(folder))
        except OSError as error:
            reason = "another process is writing it" if "lock" in str(error).lower() else str(error)
            raise StoreError(f"{folder}: cannot be opened: {reason}") from error

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._folder)

    def ask(self, question: Question) -> Answer:
        """The answer to SPARQL."""
        return evaluate(self._store, question)

    def sizes(self) -> dict[str, int]:
        """Number of triples by named graph."""
        found: dict[str, int] = {}
        with self._reporting():
            for graph in self._store.named_graphs():
                count = sum(1 for _ in self._store.quads_for_pattern(None, None, None, graph))
                if count:
                    found[_name(graph)] = count
        return found

    def digests(self) -> dict[str, str]:
        """By named graph the digest that it was loaded with."""
        with self._reporting():
            found = self._store.quads_for_pattern(None, NamedNode(DIGEST), None, None)
            return {q.graph_name.value: q.object.value for q in found if isinstance(q.object, Literal)}  # type: ignore[union-attr]

    def triples(self, graph: str) -> list[Triple]:
        """What a named graph holds, without bookkeeping."""
        with self._reporting():
            found = self._store.quads_for_pattern(None, None, None, NamedNode(graph))
            return [quad.triple for quad in found if quad.predicate.value != DIGEST]

    def put(self, graphs: Mapping[str, Collection[Triple]]) -> None:
        """Make each named graph hold its triples and no others, and note their digest at last."""
        with self._reporting():
            new: dict[str, Collection[Triple]] = {}
            for name, triples in graphs.items():
                held = {q.triple for q in self._store.quads_for_pattern(None, None, None, NamedNode(name))}
                if held:
                    self._replace(name, held, triples)
                else:
                    new[name] = triples
            fresh = (_quad(name, t) for name, triples in new.items() for t in triples)
            # What is added in one go is held in memory until it is sorted.
            while some := list(islice(fresh, _BULK)):
                self._store.bulk_extend(some)
            self._store.extend(_quad(name, record(name, triples)) for name, triples in new.items())

    def _replace(self, name: str, held: set[Triple], triples: Collection[Triple]) -> None:
        note = record(name, triples)
        fresh = {*triples, note} - held
        stale = held - {*triples, note}
        if any(map(has_blank_node, fresh | stale)):
            self._store.remove_graph(NamedNode(name))
            self._store.extend(_quad(name, t) for t in [*triples, note])
            return
        if len(fresh) > _AT_ONCE:
            # Fast, though not in one step: what is added takes nothing away from anybody.
            self._store.bulk_extend(_quad(name, t) for t in fresh if t != note)
            fresh = {note}
        # One transaction. Removing is slow, a tenth of a millisecond a triple, so only what has to go is removed.
        self._store.update(
            f"DELETE DATA {{ GRAPH <{name}> {{ {_lines(stale)} }} }} ;"
            f"INSERT DATA {{ GRAPH <{name}> {{ {_lines(fresh)} }} }}"
        )

    def mark(self, loading: bool) -> None:
        """Note that a load is under way, or that it is done."""
        with self._reporting():
            if loading:
                self._store.add(_quad(LOADING, UNDER_WAY))
            else:
                self._store.remove_graph(NamedNode(LOADING))
            self._store.flush()

    def drop(self, graph: str) -> None:
        """Remove a named graph."""
        with self._reporting():
            self._store.remove_graph(NamedNode(graph))

    def close(self) -> None:
        """Let go of the folder."""
        del self._store

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"{self._folder}: {error}") from error


def _quad(graph: str, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))


def _lines(triples: Iterable[Triple]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)


def _name(graph: NamedNode | BlankNode) -> str:
    return graph.value if isinstance(graph, NamedNode) else str(graph)
