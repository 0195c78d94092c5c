"""Evaluates SPARQL in an Oxigraph store and writes the answer down."""

from __future__ import annotations

import io

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    serialize,
)

from kg.errors import AnswerTooLargeError, QueryError, StoreError
from kg.store import sparql
from kg.store.answers import Answer, Change, Question

PREFIXES = {
    "kgc": "https://w3id.org/kg-conflict/ont#",
    "kgv": "https://w3id.org/kg-conflict/voc#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""How triples that are written for people shorten their names."""


def evaluate(store: Store, question: Question, limit: int | None = None) -> Answer:
    """The answer of a store, of at most ``limit`` bytes.

    Raises:
        QueryError: it is no query, asks other machines, or cannot be evaluated.
        AnswerTooLargeError: it takes more bytes than allowed.
    """
    text = question.sparql
    if sparql.is_update(text):
        raise QueryError("this is an update, not a query: nothing is changed here")
    if sparql.calls_out(text):
        raise QueryError("SERVICE, which asks other machines, is off")
    target = _Bounded(limit)
    try:
        if question.default_graphs or question.named_graphs:
            found = store.query(
                text,
                default_graph=[NamedNode(name) for name in question.default_graphs],
                named_graphs=[NamedNode(name) for name in question.named_graphs],
            )
        else:
            found = store.query(text, use_default_graph_as_union=not sparql.names_a_dataset(text))
        if isinstance(found, QuerySolutions | QueryBoolean):
            rows = QueryResultsFormat.from_media_type(question.rows)
            if rows is None:
                raise QueryError(f"no rows can be written as {question.rows}")
            if isinstance(found, QueryBoolean) and rows in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
                # SPARQL defines neither for ASK.
                target.write(b"true\n" if bool(found) else b"false\n")
            else:
                found.serialize(target, rows)
            return Answer("rows" if isinstance(found, QuerySolutions) else "truth", question.rows, target.getvalue())
        form = RdfFormat.from_media_type(question.triples)
        if form is None:
            raise QueryError(f"no triples can be written as {question.triples}")
        serialize(sorted(found, key=str), target, form, prefixes=PREFIXES)
        return Answer("triples", question.triples, target.getvalue())
    except SyntaxError as error:
        raise QueryError(f"bad SPARQL: {error}") from error
    except AnswerTooLargeError:
        raise
    except (ValueError, RuntimeError, OSError, OverflowError) as error:
        raise QueryError(f"cannot be answered: {error}") from error


def change(store: Store, wanted: Change) -> bool:
    """Do something to a store; tells whether the named graph was there before.

    Raises:
        QueryError: what was sent is no RDF or no update, or would read files or other machines.
        StoreError: the store cannot be changed.
    """
    try:
        if wanted.kind == "update":
            text = wanted.data.decode("utf-8")
            if sparql.calls_out(text) or any(token.is_word("LOAD") for token in sparql.tokens(text)):
                raise QueryError("SERVICE and LOAD, which ask other machines, are off")
            store.update(text)
            return True
        graph = NamedNode(wanted.graph)
        there = store.contains_named_graph(graph)
        if wanted.kind == "drop":
            store.remove_graph(graph)
        else:
            form = RdfFormat.from_media_type(wanted.form)
            if form is None:
                raise QueryError(f"no RDF can be read from {wanted.form}")
            quads = [Quad(q.subject, q.predicate, q.object, graph) for q in parse(wanted.data, form)]
            if wanted.kind == "put" and there:
                store.clear_graph(graph)
            store.extend(quads)
    except (SyntaxError, UnicodeDecodeError, ValueError) as error:
        raise QueryError(f"not readable: {error}") from error
    except OSError as error:
        raise StoreError(f"cannot be changed: {error}") from error
    return there


class _Bounded(io.BytesIO):
    """Memory for an answer that refuses to grow beyond its limit."""

    def __init__(self, limit: int | None) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Keep the bytes."""
        if self._limit is not None and self.tell() + len(data) > self._limit:
            raise AnswerTooLargeError(f"the answer takes more than {self._limit:,} bytes; ask for less, or use LIMIT")
        return super().write(data)
