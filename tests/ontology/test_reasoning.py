"""What a reasoner makes of a graph: more of what is true, nothing of what is only claimed."""

from __future__ import annotations

import warnings

import pytest
from rdflib import RDF, Graph, URIRef

from kg.rdf import DEFAULT_BASE, to_graph
from kg.resources import bundled
from kg.vocab import KGC
from tests.rdf import factory


def iri(name: str) -> URIRef:
    return URIRef(DEFAULT_BASE + name)


@pytest.fixture(scope="module")
def closure() -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import owlrl

        graph = to_graph(factory.world().graph())
        graph.parse(bundled("ontology") / "ontology.ttl")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("varga", "killedBy", "coalition"),
        ("varga", "killedIn", "strike"),
        ("lind", "killedBy", "front"),
        ("beheading", "locatedIn", "land"),
        ("town", "within", "land"),
        ("strike", "participant", "varga"),
        ("berg", "memberOf", "coalition"),
    ],
)
def test_inferred(closure: Graph, subject: str, predicate: str, value: str) -> None:
    assert (iri(subject), KGC[predicate], iri(value)) in closure


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("moss", "killedBy", "dahl"),  # suspected
        ("lind", "killedBy", "varga"),  # accused, nobody is sure
        ("guards", "killedBy", "coalition"),  # disputed
        ("shelling", "locatedIn", "land"),
        ("dahl", "killedIn", "plot"),
    ],
)
def test_not_inferred(closure: Graph, subject: str, predicate: str, value: str) -> None:
    assert (iri(subject), KGC[predicate], iri(value)) not in closure


def test_who_dies_in_it_makes_an_event_a_killing(closure: Graph) -> None:
    assert (iri("raid"), RDF.type, KGC.Killing) in closure
    assert (iri("clash"), RDF.type, KGC.Killing) not in closure
    assert (iri("shelling"), RDF.type, KGC.Killing) not in closure


def test_no_inconsistency_is_found(closure: Graph) -> None:
    errors = [s for s in closure.subjects(RDF.type, None) if "ErrorMessage" in str(closure.value(s, RDF.type))]
    assert errors == []
