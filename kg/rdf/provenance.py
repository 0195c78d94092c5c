"""How the graph came about: which version of kg, with which model and rules, from which documents.

No clock: the same inputs give the same triples, whenever and wherever a graph is built. In terms of PROV-O (see
``ontology/alignments.ttl``) the build is an activity that used the documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF

from kg import ids, model
from kg.rdf import literals
from kg.rdf.naming import Names
from kg.rdf.world import Triple
from kg.vocab import KGC


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a graph: kg's version, and digests of the language model and of the rules."""

    version: str
    model: str
    rules: str


def triples(graph: model.Graph, made: Provenance, names: Names) -> Iterator[Triple]:
    """The build as a node of its own, named after all that it depends on."""
    read = sorted((document.id, document.digest) for document in graph.documents)
    parts = [part for document in read for part in document]
    node = names.thing("build-" + ids.digest(made.version, made.model, made.rules, *parts))
    yield node, RDF.type, KGC.Build
    yield node, KGC.softwareVersion, literals.text(made.version)
    yield node, KGC.modelDigest, literals.text(made.model)
    yield node, KGC.rulesDigest, literals.text(made.rules)
    for document in graph.documents:
        yield node, KGC.builtFrom, names.document(document.id)
