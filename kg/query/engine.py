"""Runs a question over graph files, in Oxigraph, in memory."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.catalogue import QueryInfo
from kg.query.empty import reasons
from kg.query.parameters import NAMESPACE, bind

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, QuerySolutions, Store


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question.

    ``data`` holds it as SPARQL 1.1 JSON results; the triples of a CONSTRUCT query are in ``turtle`` instead.
    ``everything`` tells whether what is not accepted was asked for, too; ``reasons`` say why there are no rows.
    """

    info: QueryInfo
    columns: tuple[str, ...] = ()
    data: bytes = b""
    truth: bool | None = None
    turtle: bytes | None = None
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


def run(info: QueryInfo, paths: Iterable[Path], given: Mapping[str, str], everything: bool = False) -> Result:
    """The answer of the graph files to a question; ``everything`` asks for what is not accepted, too.

    Raises:
        QueryError: the parameters do not fit, or the SPARQL is bad.
        GraphError: a graph file cannot be read.
    """
    terms = bind(info, given, everything)
    _check(info)
    from pyoxigraph import NamedNode, Quad

    from kg.rdf.reading import open_store

    store = open_store(paths)

    def answer(asked: Mapping[str, NamedNode | Literal]) -> Result:
        quads = [Quad(NamedNode(NAMESPACE + "this"), NamedNode(NAMESPACE + n), t) for n, t in asked.items()]
        store.extend(quads)
        try:
            return ask(info, store)
        finally:
            for quad in quads:
                store.remove(quad)

    result = replace(answer(terms), everything=everything)
    if not result.data or any(True for _ in result.solutions()):
        return result
    return replace(result, reasons=reasons(info, store, terms, lambda asked: list(answer(asked).rows())))


def _check(info: QueryInfo) -> None:
    """Parse the query before any file is read."""
    from pyoxigraph import Store

    ask(info, Store())


def ask(info: QueryInfo, store: Store) -> Result:
    """The answer of a store, parameters and all being in it.

    Raises:
        QueryError: the SPARQL is bad or cannot be evaluated.
    """
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize

    try:
        found = store.query(info.sparql, use_default_graph_as_union=True)
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            data = found.serialize(format=QueryResultsFormat.JSON)
            return Result(info, columns, data or b"")
        if isinstance(found, QueryBoolean):
            return Result(info, truth=bool(found))
        triples = sorted(found, key=str)
        target = io.BytesIO()
        serialize(triples, target, RdfFormat.TURTLE)
        return Result(info, turtle=target.getvalue())
    except SyntaxError as error:
        raise QueryError(f"{info.name}: bad SPARQL: {error}") from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"{info.name}: cannot be answered: {error}") from error
