"""Writes the resolved graph as RDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rdflib import DCTERMS, RDF, SDO, SKOS, XSD, Graph

from kg import model
from kg.knowledge import weapons as weapon_data
from kg.knowledge.weapons import Weapons
from kg.rdf import claims, provenance, quads, turtle, world
from kg.rdf.naming import DEFAULT_BASE, Names
from kg.rdf.provenance import Provenance
from kg.rdf.statements import Proposition, Statements
from kg.rdf.world import Triple
from kg.vocab import KGC, KGV, NIF


def to_triples(
    graph: model.Graph, base: str = DEFAULT_BASE, weapons: Weapons | None = None, made: Provenance | None = None
) -> Iterator[Triple]:
    """Everything known, as triples; the same triple may come more than once.

    ``made`` says how the graph came about, if that is to be written.
    ``weapons`` gives the labels of weapon concepts, the bundled list if None.

    Raises:
        UsageError: the base is no absolute IRI that ends in ``/`` or ``#``.
        ValueError: the records contradict themselves (an unknown class, words shorter than their span).
    """
    names = Names(base)
    collected = Statements(graph, names)
    return chain(
        provenance.triples(graph, made, names) if made is not None else (),
        world.documents(graph, names),
        world.entities(graph, names),
        world.replaced(graph, names),
        world.events(graph, names),
        chain.from_iterable(_said(collected, propositions, names) for propositions in collected.by_subject()),
        world.attributes(graph, collected, names),
        world.weapons(graph, weapons or weapon_data.default()),
        claims.claims(graph, collected, names),
        claims.attestations(graph, names),
    )


def _said(collected: Statements, propositions: list[Proposition], names: Names) -> Iterator[Triple]:
    """All that is said of one thing, and what of it stands as fact."""
    yield from world.facts(collected, propositions, names)
    yield from world.values(propositions, names)
    yield from claims.statements(propositions, names)


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """The prefixes of a graph whose instances live under ``base``."""
    return {
        "id": base,
        "kgc": str(KGC._NS),
        "kgv": str(KGV._NS),
        "nif": str(NIF._NS),
        "rdf": str(RDF._NS),
        "skos": str(SKOS._NS),
        "dcterms": str(DCTERMS._NS),
        "schema": str(SDO._NS),
        "xsd": str(XSD._NS),
    }


def to_graph(graph: model.Graph, base: str = DEFAULT_BASE, weapons: Weapons | None = None) -> Graph:
    """The triples as an rdflib graph with readable prefixes."""
    # The plain store: twice as fast to fill as the default one, which also keeps contexts.
    result = Graph(store="SimpleMemory", bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        result.bind(prefix, namespace)
    for triple in to_triples(graph, base, weapons):
        result.add(triple)
    return result


def serialize_turtle(
    graph: model.Graph, base: str = DEFAULT_BASE, weapons: Weapons | None = None, made: Provenance | None = None
) -> bytes:
    """The graph in Turtle, as UTF-8: the same bytes for the same records, in whatever order they come."""
    return "".join(turtle.pieces(to_triples(graph, base, weapons, made), prefixes(base))).encode("utf-8")


FORMATS = {"turtle": (".ttl",), "nquads": (".nq", ".nt"), "trig": (".trig",)}
"""What a graph can be written as, with the extensions of such files. N-Quads of one graph are N-Triples."""


def serialize(
    graph: model.Graph,
    form: str,
    base: str = DEFAULT_BASE,
    weapons: Weapons | None = None,
    made: Provenance | None = None,
) -> Iterator[bytes]:
    """The graph in one of ``FORMATS``, piece by piece: the same triples in each, the same bytes for the same records.

    Turtle is for people and is put together in memory; N-Quads and TriG are for archives and take no more memory than
    the records.

    Raises:
        ValueError: there is no such format.
    """
    if form == "turtle":
        return iter([serialize_turtle(graph, base, weapons, made)])
    triples = to_triples(graph, base, weapons, made)
    if form == "nquads":
        return quads.lines(triples)
    if form == "trig":
        return quads.trig(triples, prefixes(base))
    raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
