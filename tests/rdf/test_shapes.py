"""The shapes: a good graph passes, and each way of breaking it is caught."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.model import Certainty, ClaimKind, Predicate, Stage, Status
from kg.rdf import DEFAULT_BASE, to_graph
from kg.vocab import KGC, KGV, NIF
from tests.rdf import factory
from tests.rdf.shacl import conforms, reference

Break = Callable[[Graph], None]

_GROUPS = 6
"""How many graphs the breaks are spread over where a SHACL processor, which is slow, checks them, too."""


class NothingThereError(Exception):
    """Another break has taken away what this one would change."""


def iri(name: str) -> URIRef:
    return URIRef(DEFAULT_BASE + name)


def drop(subject: str, predicate: URIRef) -> Break:
    def change(graph: Graph) -> None:
        graph.remove((iri(subject), predicate, None))

    return change


def add(subject: str, predicate: URIRef, value: Node | str) -> Break:
    def change(graph: Graph) -> None:
        graph.add((iri(subject), predicate, iri(value) if type(value) is str else value))  # type: ignore[arg-type]

    return change


def put(subject: str, predicate: URIRef, value: Node) -> Break:
    def change(graph: Graph) -> None:
        graph.set((iri(subject), predicate, value))

    return change


def at(find: Callable[[Graph], Node | None], predicate: URIRef, value: Node) -> Break:
    """A changed value at a node that has to be found first."""

    def change(graph: Graph) -> None:
        node = find(graph)
        if node is None:
            raise NothingThereError
        graph.set((node, predicate, value))

    return change


def _count(graph: Graph) -> Node | None:
    return graph.value(iri("raid"), KGC.casualties)


def _mention(graph: Graph) -> Node | None:
    return graph.value(iri("claim-01"), KGC.evidence)


def _statement(graph: Graph) -> Node | None:
    found = graph.subjects(RDF.subject, iri("strike"))
    return next(node for node in found if (node, RDF.predicate, KGC.perpetrator) in graph)


def _orphan(graph: Graph) -> None:
    graph.remove((None, RDF.subject, iri("clash")))


def _unclaimed(graph: Graph) -> None:
    graph.remove((None, KGC.content, _statement(graph)))


def _boundless(graph: Graph) -> None:
    graph.remove((iri("time-2017"), KGC.earliest, None))
    graph.remove((iri("time-2017"), KGC.latest, None))


def _two_identifiers(graph: Graph) -> None:
    graph.add((next(graph.subjects(RDF.type, KGC.Document)), DCTERMS.identifier, Literal("second")))


def typed(lexical: str, datatype: URIRef) -> Literal:
    return Literal(lexical, datatype=datatype)


STRUCTURE: dict[str, tuple[Break, str]] = {
    "event without label": (drop("strike", SKOS.prefLabel), "An event needs a label"),
    "event without status": (drop("strike", KGC.status), "exactly one status"),
    "status of another list": (put("strike", KGC.status, KGV.certain), "exactly one status"),
    "orphan event": (_orphan, "no orphan events"),
    "place as victim": (add("strike", KGC.fatalVictim, "town"), "A fatal victim must be"),
    "person as place": (add("strike", KGC.location, "varga"), "A location must be"),
    "two times": (add("strike", KGC.time, "time-2017"), "At most one accepted time"),
    "date of no date type": (put("strike", KGC.date, Literal("2019")), "date: at most one"),
    "weapon that is none": (add("strike", KGC.weapon, KGV.civilian), "weapon scheme"),
    "stage that is none": (put("strike", KGC.stage, KGV.certain), "stage scheme"),
    "agent without label": (drop("varga", SKOS.prefLabel), "An agent needs a label"),
    "member of a place": (add("varga", KGC.memberOf, "town"), "member of a group"),
    "group size upside down": (put("pickers", KGC.sizeLow, Literal(10)), "sizeLow must not"),
    "latitude off the globe": (put("town", KGC.latitude, typed("95", XSD.decimal)), "latitude"),
    "time without bounds": (_boundless, ""),
    "time upside down": (put("time-2017", KGC.latest, typed("2016-01-01", XSD.date)), "not after latest"),
    "document with two identifiers": (_two_identifiers, "one identifier"),
    "count upside down": (at(_count, KGC.low, Literal(10)), "low must not"),
    "negative count": (at(_count, KGC.low, Literal(-1)), "low must not"),
    "statement without claim": (_unclaimed, "content of a claim"),
    "statement on a foreign predicate": (at(_statement, RDF.predicate, SKOS.note), "One predicate"),
    "claim without claimant": (drop("claim-01", KGC.claimant), "exactly one claimant"),
    "claim without evidence": (drop("claim-01", KGC.evidence), "text span as evidence"),
    "claim without certainty": (drop("claim-01", KGC.certainty), "exactly one certainty"),
    "claim of no kind": (put("claim-01", RDF.type, KGC.Claim), "must be an assertion"),
    "confidence above one": (put("claim-01", KGC.confidence, typed("1.5", XSD.decimal)), "confidence"),
    "mention upside down": (at(_mention, NIF.endIndex, Literal(-5)), "begin offset"),
}
"""Breaks of what a node must look like."""

SENSE: dict[str, tuple[Break, str]] = {
    "place in a circle": (add("land", KGC.within, "town"), "cycle"),
    "quote that does not fit its offsets": (at(_mention, NIF.anchorOf, Literal("short")), "STRLEN 5"),
    "fact without statement": (add("strike", KGC.perpetrator, "army"), "has no accepted statement"),
    "fact that is only suspected": (add("shooting", KGC.perpetrator, "dahl"), "has no accepted statement"),
    "fact that is disputed": (add("shelling", KGC.perpetrator, "coalition"), "must not also stand"),
    "fact of a disputed event": (add("shelling", KGC.target, "army"), "is not accepted must not state"),
}
"""Breaks that only a SPARQL constraint can see."""

BREAKS = STRUCTURE | SENSE


@pytest.fixture
def graph() -> Graph:
    return to_graph(factory.world().graph())


def test_the_written_graph_conforms_and_stays_as_it_is(graph: Graph) -> None:
    before = set(graph)
    assert conforms(graph) == []
    assert set(graph) == before


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_graph_does_not_conform(graph: Graph, name: str) -> None:
    change, message = BREAKS[name]
    change(graph)
    findings = conforms(graph)
    assert any(finding.breaks and message in finding.message for finding in findings), findings


def test_acting_after_death_is_a_warning() -> None:
    story = factory.world()
    story.event("ambush", "Ambush", label="Ambush", status=Status.SINGLE_SOURCE)
    late = factory.said("ambush", Predicate.PERPETRATOR, "varga")
    when = factory.said("ambush", Predicate.TIME, factory.day("2019-05-07"))
    story.claim(
        "daily",
        "narrator-daily",
        "Varga led an ambush yesterday.",
        (late, Status.SINGLE_SOURCE),
        (when, Status.SINGLE_SOURCE),
    )
    (finding,) = conforms(to_graph(story.graph()))
    assert not finding.breaks
    assert "after being killed" in finding.message


@pytest.mark.parametrize("start", range(_GROUPS))
def test_a_shacl_processor_finds_the_same(graph: Graph, start: int) -> None:
    broken = 0
    for change, _ in list(BREAKS.values())[start::_GROUPS]:
        with contextlib.suppress(NothingThereError):
            change(graph)
            broken += 1
    assert broken > 3
    assert set(conforms(graph)) == reference(graph) != set()


def test_a_shacl_processor_finds_nothing_either_in_a_graph_that_conforms(graph: Graph) -> None:
    assert set(conforms(graph)) == reference(graph) == set()


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_is_claimed_the_written_graph_conforms(data: st.DataObject) -> None:
    story = factory.world()
    events = {event.key for event in story.events}
    for key in sorted(events):
        story.event_status[key] = data.draw(st.sampled_from(list(Status)))
    story.events = [replace(event, stage=data.draw(st.sampled_from(list(Stage)))) for event in story.events]
    for statement in story.verdicts:
        story.verdicts[statement] = data.draw(st.sampled_from(list(Status)))
    kinds, certainties = st.sampled_from(list(ClaimKind)), st.sampled_from(list(Certainty))
    story.claims = [replace(claim, kind=data.draw(kinds), certainty=data.draw(certainties)) for claim in story.claims]
    assert [finding for finding in conforms(to_graph(story.graph())) if finding.breaks] == []
