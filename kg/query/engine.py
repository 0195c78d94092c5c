"""Asks a question: of graph files in Oxigraph in memory, of a store folder, of a remote endpoint."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError
from kg.files import is_folder
from kg.query.binding import inline
from kg.query.catalogue import QueryInfo
from kg.query.empty import reasons
from kg.query.limits import cut, limited, within
from kg.query.parameters import NAMESPACE, bind
from kg.store.answers import Answer, Question
from kg.store.opening import is_address

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, QuerySolutions, Store


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question.

    ``data`` holds it as SPARQL 1.1 JSON results; the triples of a CONSTRUCT query are in ``triples``, as N-Triples.
    ``everything`` tells whether what is not accepted was asked for, too; ``reasons`` say why there are no rows.
    """

    info: QueryInfo
    columns: tuple[str, ...] = ()
    data: bytes = b""
    truth: bool | None = None
    triples: bytes | None = None
    everything: bool = False
    reasons: tuple[str, ...] = ()

    def solutions(self) -> QuerySolutions:
        """The rows anew, for writing them in another form."""
        from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

        found = parse_query_results(self.data, format=QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)
        return found

    def rows(self) -> Iterator[dict[str, str]]:
        """Each row as texts by column; what is not known is left out."""
        for solution in self.solutions():
            pairs = ((name, solution[name]) for name in self.columns)
            yield {name: getattr(term, "value", str(term)) for name, term in pairs if term is not None}


def run(
    info: QueryInfo,
    places: Iterable[Path | str],
    given: Mapping[str, str],
    everything: bool = False,
    seconds: float | None = None,
    rows: int | None = None,
) -> Result:
    """The answer of graph files, of a store folder or of a remote endpoint to a question.

    ``everything`` asks for what is not accepted, too; ``seconds`` and ``rows`` bound what it may take.

    Raises:
        QueryError: the parameters do not fit, the SPARQL is bad, or it takes too long.
        GraphError: a graph file cannot be read.
        StoreError: a store cannot be read.
    """
    terms = bind(info, given, everything)
    info = replace(info, sparql=limited(info.sparql, rows))
    _check(info)
    with _opened(info, list(places), seconds) as (asked, store):

        def answer(bound: Mapping[str, NamedNode | Literal]) -> Result:
            return asked(bound)

        result = within(seconds, lambda: answer(terms))
        result = replace(result, everything=everything, data=cut(result.data, rows) if result.columns else result.data)
        if store is None or not result.columns or any(True for _ in result.solutions()):
            return result
        found = within(seconds, lambda: reasons(info, store, terms, lambda bound: list(answer(bound).rows())))
        return replace(result, reasons=tuple(map(str, found)))


Asked = Callable[[Mapping[str, "NamedNode | Literal"]], Result]


@contextlib.contextmanager
def _opened(info: QueryInfo, places: list[Path | str], seconds: float | None) -> Iterator[tuple[Asked, Store | None]]:
    """Whoever answers the question with given parameters; and the store, if it is on this machine."""
    remote = [place for place in places if isinstance(place, str) and is_address(place)]
    if remote:
        if len(places) > 1:
            raise QueryError("an endpoint is asked on its own, without other graphs")
        from kg.store.http import Client
        from kg.store.remote import Addresses, Remote

        found = Remote(Addresses(remote[0]), Client(remote[0], timeout=600.0 if seconds is None else seconds))
        try:
            yield (lambda bound: read(info, found.ask(_inlined(info, bound)))), None
        finally:
            found.close()
        return
    from kg.rdf.reading import open_store

    paths = [Path(place) for place in places]
    store = open_store(paths)
    if any(is_folder(path) for path in paths):
        yield (lambda bound: ask(replace(info, sparql=_inlined(info, bound).sparql), store)), store
    else:
        yield (lambda bound: _beside(info, store, bound)), store


def _inlined(info: QueryInfo, terms: Mapping[str, NamedNode | Literal]) -> Question:
    return Question(inline(info.sparql, terms, info.name))


def _beside(info: QueryInfo, store: Store, terms: Mapping[str, NamedNode | Literal]) -> Result:
    """The answer with the parameters as triples beside the data."""
    from pyoxigraph import NamedNode, Quad

    quads = [Quad(NamedNode(NAMESPACE + "this"), NamedNode(NAMESPACE + n), t) for n, t in terms.items()]
    store.extend(quads)
    try:
        return ask(info, store)
    finally:
        for quad in quads:
            store.remove(quad)


def _check(info: QueryInfo) -> None:
    """Parse the query before any file is read."""
    from pyoxigraph import Store

    ask(info, Store())


def ask(info: QueryInfo, store: Store) -> Result:
    """The answer of a store, parameters and all being in it.

    Raises:
        QueryError: the SPARQL is bad or cannot be evaluated.
    """
    from kg.store.evaluation import evaluate

    try:
        return read(info, evaluate(store, Question(info.sparql)))
    except QueryError as error:
        raise QueryError(f"{info.name}: {error}") from error


def read(info: QueryInfo, answer: Answer) -> Result:
    """The result that a store's answer holds.

    Raises:
        StoreError: what came back is no answer.
    """
    if answer.kind == "triples":
        return Result(info, triples=answer.data)
    try:
        found = json.loads(answer.data)
        if answer.kind == "truth":
            return Result(info, truth=bool(found["boolean"]))
        return Result(info, tuple(found["head"]["vars"]), answer.data)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{info.name}: what came back is no SPARQL result") from error
