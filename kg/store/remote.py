"""A store behind a SPARQL 1.1 endpoint, filled by the Graph Store Protocol or by updates."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.errors import QueryError, StoreError
from kg.store import sparql
from kg.store.answers import SPARQL_JSON, Answer, Question
from kg.store.base import DIGEST, LOADING, UNDER_WAY, has_blank_node, record
from kg.store.http import Client, words

_TRIPLES_A_REQUEST = 5_000
_TRIPLES_AN_UPDATE = 500
"""Virtuoso compiles an update as a whole and gives up at some two thousand triples."""
_PAGE = 5_000
"""Rows asked for at once; Virtuoso leaves out what is beyond ten thousand without saying so."""

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store is asked, where it takes named graphs, where it takes updates."""

    query: str
    graphs: str | None = None
    update: str | None = None


class Remote:
    """A store that is reached by HTTP.

    Without other addresses than the one for queries, that of Virtuoso's graphs is derived where the server is one; any
    other server is sent updates where it is asked.
    """

    def __init__(self, addresses: Addresses, client: Client | None = None) -> None:
        self._addresses = addresses
        self._client = client or Client(addresses.query)
        self._writing: Addresses | None = None

    @property
    def name(self) -> str:
        """The address for queries."""
        return self._addresses.query

    def ask(self, question: Question) -> Answer:
        """The answer to SPARQL."""
        form = sparql.form(question.sparql)
        if form is None or sparql.is_update(question.sparql):
            raise QueryError("neither SELECT, ASK, CONSTRUCT nor DESCRIBE")
        wanted = question.rows if form in ("SELECT", "ASK") else question.triples
        fields: dict[str, str | list[str]] = {"query": question.sparql}
        if question.default_graphs:
            fields["default-graph-uri"] = list(question.default_graphs)
        if question.named_graphs:
            fields["named-graph-uri"] = list(question.named_graphs)
        response = self._client.send(
            "POST",
            self._addresses.query,
            data=fields,  # type: ignore[arg-type]
            headers={"Accept": wanted},
            accept=(400,),
        )
        if response.status_code == 400:
            raise QueryError(f"{self.name} does not understand the query: {words(response)}")
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        if kind != wanted:
            raise StoreError(f"{self.name}: is no SPARQL endpoint, or one that cannot write {wanted}: it sent {kind!r}")
        found = {"SELECT": "rows", "ASK": "truth"}.get(form, "triples")
        return Answer(found, wanted, response.content)  # type: ignore[arg-type]

    def sizes(self) -> dict[str, int]:
        """Number of triples by named graph."""
        found: dict[str, int] = {}
        pattern = "SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {after} }} GROUP BY ?g"
        for row in self._pages(pattern):
            found[row["g"]] = int(row["n"])
        return found

    def digests(self) -> dict[str, str]:
        """By named graph the digest that it was loaded with."""
        pattern = f"SELECT ?g ?n WHERE {{{{ GRAPH ?g {{{{ ?g <{DIGEST}> ?n }}}} {{after}} }}}}"
        return {row["g"]: row["n"] for row in self._pages(pattern)}

    def triples(self, graph: str) -> list[Triple]:
        """What a named graph holds, without bookkeeping."""
        name = _iri(graph)
        row = next(self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"), {})
        size = int(row.get("n", 0))
        found: list[Triple] = []
        if size <= _PAGE:
            found = self._construct(name, "")
        else:
            # A store may cut an answer off without a word: Virtuoso does so after ten thousand rows.
            for last, end in self._ranges(name):
                found += self._construct(name, f'FILTER(STR(?s) > "{last}" && STR(?s) <= "{end}")')
        if len(found) != size:
            raise StoreError(f"{self.name}: of {size:,} triples in {name} it handed out {len(found):,}")
        return [triple for triple in found if triple.predicate.value != DIGEST]

    def _construct(self, graph: str, condition: str) -> list[Triple]:
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} {condition} }}"
        data = self.ask(Question(text, triples="text/turtle")).data
        try:
            return list(dict.fromkeys(quad.triple for quad in parse(data, RdfFormat.TURTLE)))
        except SyntaxError as error:
            raise StoreError(f"{self.name}: what it sent is no RDF: {error}") from error

    def _ranges(self, graph: str) -> Iterator[tuple[str, str]]:
        """First (excluded) and last subject of pieces of a named graph that fit into one answer."""
        pattern = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{{{ GRAPH <{graph}> {{{{ ?g ?p ?o }}}} {{after}} }}}} GROUP BY ?g"
        begin, last, held = "", "", 0
        for row in self._pages(pattern):
            if held and held + int(row["n"]) > _PAGE:
                yield begin, last
                begin, held = last, 0
            last, held = row["g"], held + int(row["n"])
        if held:
            yield begin, last

    def put(self, graphs: Mapping[str, Collection[Triple]]) -> None:
        """Make each named graph hold its triples and no others, and note their digest at last."""
        if len(graphs) > 1 or not graphs:
            for name, triples in graphs.items():
                self.put({name: triples})
            return
        ((name, triples),) = graphs.items()
        addresses = self._write_addresses()
        size = _TRIPLES_AN_UPDATE if addresses.graphs is None else _TRIPLES_A_REQUEST
        note = record(name, triples)
        # Blank nodes mean the same within one request only.
        unnamed = [t for t in triples if has_blank_node(t)]
        rest = (t for t in triples if not has_blank_node(t))
        if len(triples) >= size and not unnamed and addresses.update is not None:
            self._exchange(name, triples, note, size)
            return
        first = list(islice(rest, max(0, size - len(unnamed))))
        whole = len(unnamed) + len(first) == len(triples)
        self._send(name, unnamed + first + ([note] if whole else []), replacing=True)
        if not whole:
            self._append(name, rest, note, size)

    def _append(self, name: str, triples: Iterator[Triple], note: Triple, size: int) -> None:
        """Send triples in pieces, and the note at last."""
        while some := list(islice(triples, size)):
            self._send(name, some, replacing=False)
        self._send(name, [note], replacing=False)

    def _exchange(self, name: str, triples: Collection[Triple], note: Triple, size: int) -> None:
        """Replace a large graph so that what stays in it is there all the time."""
        held = set(self.triples(name))
        graph = _iri(name)
        self._update(f"DELETE WHERE {{ GRAPH <{graph}> {{ <{graph}> <{DIGEST}> ?any }} }}")
        stale = sorted(held.difference(triples), key=str)
        # Removed first: a store may read back a number in another spelling and take both for the same.
        for start in range(0, len(stale), _TRIPLES_AN_UPDATE):
            self._update(f"DELETE DATA {{ GRAPH <{graph}> {{ {_lines(stale[start : start + _TRIPLES_AN_UPDATE])} }} }}")
        self._append(name, (t for t in triples if t not in held), note, size)

    def mark(self, loading: bool) -> None:
        """Note that a load is under way, or that it is done."""
        if loading:
            self._send(LOADING, [UNDER_WAY], replacing=True)
        else:
            self.drop(LOADING)

    def drop(self, graph: str) -> None:
        """Remove a named graph."""
        addresses = self._write_addresses()
        if addresses.graphs is not None:
            self._client.send("DELETE", addresses.graphs, params={"graph": graph}, accept=(404,))
        else:
            self._update(f"DROP SILENT GRAPH <{_iri(graph)}>")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _send(self, graph: str, triples: list[Triple], replacing: bool) -> None:
        addresses = self._write_addresses()
        # N-Triples is Turtle, which every store reads.
        text = _lines(triples)
        if addresses.graphs is not None:
            self._client.send(
                "PUT" if replacing else "POST",
                addresses.graphs,
                params={"graph": graph},
                data=text.encode("utf-8"),
                headers={"Content-Type": "text/turtle; charset=utf-8"},
            )
            return
        name = _iri(graph)
        clear = f"DROP SILENT GRAPH <{name}> ;\n" if replacing else ""
        self._update(f"{clear}INSERT DATA {{ GRAPH <{name}> {{\n{text}}} }}")

    def _update(self, text: str) -> None:
        address = self._write_addresses().update or self._addresses.query
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._client.send("POST", address, data=text.encode("utf-8"), headers=headers)

    def _write_addresses(self) -> Addresses:
        if self._writing is None:
            found = self._addresses
            if found.graphs is None and found.update is None:
                response = self._client.send("GET", found.query, params={"query": "ASK {}"}, accept=(400, 404, 405))
                if "virtuoso" in response.headers.get("Server", "").lower():
                    found = Addresses(
                        found.query,
                        urljoin(found.query, "/sparql-graph-crud-auth"),
                        urljoin(found.query, "/sparql-auth"),
                    )
                else:
                    found = Addresses(found.query, None, found.query)
            self._writing = found
        return self._writing

    def _pages(self, pattern: str) -> Iterator[dict[str, str]]:
        """The rows of a query with one row for every ``?g``, however many there are."""
        last = ""
        while True:
            after = f'FILTER(STR(?g) > "{_iri(last)}")' if last else ""
            rows = list(self._rows(f"{pattern.format(after=after)} ORDER BY STR(?g) LIMIT {_PAGE}"))
            yield from (row for row in rows if "g" in row and "n" in row)
            if len(rows) < _PAGE:
                return
            last = rows[-1]["g"]

    def _rows(self, text: str) -> Iterator[dict[str, str]]:
        answer = self.ask(Question(text, rows=SPARQL_JSON))
        try:
            for row in json.loads(answer.data)["results"]["bindings"]:
                yield {name: str(term["value"]) for name, term in row.items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreError(f"{self.name}: its answer is no SPARQL result") from error


def _lines(triples: Iterable[Triple]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)


def _iri(name: str) -> str:
    if not _IRI.fullmatch(name):
        raise StoreError(f"{name!r}: no name of a graph")
    return NamedNode(name).value
