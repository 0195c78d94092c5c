"""Runs a reasoner over a graph and keeps what follows apart from what is stated."""

from __future__ import annotations

import io
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple
from pyoxigraph import serialize as write

from kg.errors import UsageError
from kg.files import is_folder
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

    ``stated`` is how many triples the graph holds; ``triples`` are those that follow and are not stated, sorted;
    ``errors`` what owlrl itself calls an error.
    """

    reasoner: str
    stated: int
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
    closed, ontology = _opened(list(paths)), _ontology()
    closed.remove_graph(NamedNode(INFERRED))
    rules.flatten(closed)
    for triple in ontology:
        closed.remove(Quad(triple.subject, triple.predicate, triple.object))
    stated = len(closed)
    if reasoner == "auto":
        reasoner = "owlrl" if stated <= _SMALL else "oxigraph"
    errors: list[str] = []
    if reasoner == "owlrl":
        given = sorted((quad.triple for quad in closed), key=str)
        closed.extend(_in(triple, rules.ONTOLOGY) for triple in ontology)
        found, errors = reference.close(given, ontology)
        closed.extend(_in(triple, DefaultGraph()) for triple in found)
    else:
        closed.extend(_in(triple, rules.ONTOLOGY) for triple in ontology)
        found = rules.close(closed)
    problems = contradictions(closed, lambda: _without(closed, found))
    return Inferred(reasoner, stated, tuple(sorted(found, key=str)), tuple(problems), tuple(errors))


def _opened(paths: list[Path]) -> Store:
    """The graph in memory: a store folder is opened for reading only."""
    found = open_store(paths, background=False)
    if not any(is_folder(path) for path in paths):
        return found
    copied = Store()
    copied.bulk_extend(found)
    return copied


def _in(triple: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _without(closed: Store, found: Set[Triple]) -> Store:
    """The graph as it was before anything followed from it."""
    inside = (quad.triple for quad in closed.quads_for_pattern(None, None, None, DefaultGraph()))
    asserted = Store()
    asserted.bulk_extend(_in(triple, DefaultGraph()) for triple in inside if triple not in found)
    return asserted


def _ontology() -> list[Triple]:
    found = Store()
    found.load(path=str(bundled("ontology") / "ontology.ttl"), format=RdfFormat.TURTLE)
    return [quad.triple for quad in found]


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
