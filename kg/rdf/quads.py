"""N-Quads and TriG for archives: the triples as sorted lines, without an rdflib graph and in bounded memory."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from itertools import chain, islice
from typing import IO

from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from kg.rdf.turtle import escaped, iri_text
from kg.rdf.world import Triple

_STRING = XSD.string
_CHUNK = 150_000
_OPEN = 200
"""Sorted runs that are open at a time; systems allow a process about a thousand files."""
_PIECE = 1 << 20


def lines(triples: Iterable[Triple], chunk: int = _CHUNK) -> Iterator[bytes]:
    """Each triple once as a line of N-Triples, which is N-Quads of the default graph, too; sorted by bytes."""
    return unique(map(_line, triples), chunk)


def unique(given: Iterable[bytes], chunk: int = _CHUNK) -> Iterator[bytes]:
    """Each line once, sorted by bytes; what does not fit into memory, ``chunk`` lines, is sorted on disk."""
    source = iter(given)
    run = _sorted(source, chunk)
    after = next(source, None)
    if after is None:
        yield from run
        return
    source = chain((after,), source)
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        while run:
            runs.append(_spooled(run, stack))
            if len(runs) == _OPEN:
                merged = _spooled(heapq.merge(*runs), stack)
                for spent in runs:
                    spent.close()
                runs = [merged]
            run = _sorted(source, chunk)
        last = b""
        for line in heapq.merge(*runs):
            if line != last:
                yield line
            last = line


def trig(triples: Iterable[Triple], prefixes: dict[str, str]) -> Iterator[bytes]:
    """The same triples in TriG, by pyoxigraph, which reads every line strictly."""
    import pyoxigraph

    with tempfile.TemporaryFile() as plain, tempfile.TemporaryFile() as grouped:
        plain.writelines(lines(triples))
        plain.seek(0)
        quads = pyoxigraph.parse(plain, format=pyoxigraph.RdfFormat.N_QUADS)
        pyoxigraph.serialize(quads, output=grouped, format=pyoxigraph.RdfFormat.TRIG, prefixes=prefixes)
        grouped.seek(0)
        while piece := grouped.read(_PIECE):
            yield piece


def _sorted(source: Iterator[bytes], size: int) -> list[bytes]:
    return sorted(set(islice(source, size)))


def _spooled(run: Iterable[bytes], stack: ExitStack) -> IO[bytes]:
    stream = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    stream.writelines(run)
    stream.seek(0)
    return stream


def _line(triple: Triple) -> bytes:
    subject, predicate, value = triple
    return f"{_term(subject)} {_term(predicate)} {_term(value)} .\n".encode()


def _term(term: Node) -> str:
    if type(term) is URIRef or isinstance(term, URIRef):  # the former is all but always true, and known at once
        return _iri(term)
    if not isinstance(term, Literal):
        raise ValueError(f"kg writes no blank nodes, but {term!r} is one")
    quoted = f'"{escaped(term)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    if term.datatype is None or term.datatype == _STRING:
        return quoted
    return f"{quoted}^^{_iri(term.datatype)}"


@lru_cache(maxsize=20_000)
def _iri(term: URIRef) -> str:
    """Most come again at once: a subject in its next property, a predicate, a class."""
    return f"<{iri_text(term)}>"
