"""Runs a reasoner over a graph and keeps what follows apart from what is stated."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple
from pyoxigraph import serialize as write

from kg.errors import UsageError
from kg.infer import reference, rules
from kg.infer.contradictions import Contradiction, contradictions
from kg.rdf.reading import INFERRED, open_store
from kg.resources import bundled

REASONERS = ("auto", "owlrl", "oxigraph")
_SMALL = 5_000
"""Triples up to which owlrl takes a second or two."""

_PREFIXES = {
    "kgc": "https://w3id.org/kg-conflict/ont#",
    "kgv": "https://w3id.org/kg-conflict/voc#",
    "id": "https://kg.example/id/",
}


@dataclass(frozen=True, slots=True)
class Inferred:
    """What a reasoner made of a graph.

    ``triples`` are those that follow and are not stated, sorted; ``errors`` what owlrl itself calls an error.
    """

    reasoner: str
    stated: tuple[Triple, ...]
    triples: tuple[Triple, ...]
    contradictions: tuple[Contradiction, ...]
    errors: tuple[str, ...] = ()


def infer(paths: Iterable[Path], reasoner: str = "auto") -> Inferred:
    """What follows from graph files, or from a store folder, by the ontology.

    ``auto`` takes owlrl for small graphs, else Oxigraph.

    Raises:
        UsageError: there is no such reasoner.
        GraphError: a file cannot be read.
    """
    if reasoner not in REASONERS:
        raise UsageError(f"--reasoner: no {reasoner!r}; there are: {', '.join(REASONERS)}")
    ontology = _ontology()
    stated = sorted(
        {quad.triple for quad in open_store(paths, background=False) if _is_stated(quad)} - set(ontology), key=str
    )
    if reasoner == "auto":
        reasoner = "owlrl" if len(stated) <= _SMALL else "oxigraph"
    asserted, closed = _filled(stated, ()), _filled(stated, ontology)
    errors: list[str] = []
    if reasoner == "owlrl":
        found, errors = reference.close(stated, ontology)
        closed.extend(Quad(t.subject, t.predicate, t.object) for t in found)
    else:
        rules.close(closed)
        inside = closed.quads_for_pattern(None, None, None, DefaultGraph())
        found = {quad.triple for quad in inside} - set(stated)
    problems = contradictions(closed, asserted)
    return Inferred(reasoner, tuple(stated), tuple(sorted(found, key=str)), tuple(problems), tuple(errors))


def _ontology() -> list[Triple]:
    found = Store()
    found.load(path=str(bundled("ontology") / "ontology.ttl"), format=RdfFormat.TURTLE)
    return [quad.triple for quad in found]


def _is_stated(quad: Quad) -> bool:
    """Whether it is no conclusion of an earlier run, nor a note on loading."""
    return not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value == INFERRED)


def _filled(triples: Iterable[Triple], ontology: Iterable[Triple]) -> Store:
    store = Store()
    store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, rules.ONTOLOGY) for t in ontology)
    return store


def serialize(found: Inferred, ending: str) -> bytes:
    """The conclusions in the syntax of a file ending.

    In a syntax with named graphs (``trig``, ``nq``) they stand in one of their own, apart from everything else; in the
    others they stand alone.

    Raises:
        UsageError: the ending is of no RDF syntax.
    """
    form = RdfFormat.from_extension(ending.removeprefix("."))
    if form is None:
        raise UsageError(
            f"{ending or 'no ending'!r} is of no RDF syntax; there are: .trig, .nq, .ttl, .nt, .rdf, .jsonld"
        )
    target = io.BytesIO()
    if form in (RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD):
        graph = NamedNode(INFERRED)
        write((Quad(t.subject, t.predicate, t.object, graph) for t in found.triples), target, form, prefixes=_PREFIXES)
    else:
        write(found.triples, target, form, prefixes=_PREFIXES)
    return target.getvalue()
