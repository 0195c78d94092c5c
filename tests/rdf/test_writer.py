"""The written graph: what stands as fact, what does not, and that the bytes depend on the content alone."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg import model
from kg.errors import UsageError
from kg.model import Predicate, Stage, Status
from kg.rdf import DEFAULT_BASE, serialize_turtle, to_graph, to_triples
from kg.vocab import KGC, KGV, NIF
from tests.rdf import factory
from tests.rdf.factory import said

ROOT = Path(__file__).resolve().parents[2]
ROLES = (
    "perpetrator",
    "fatalVictim",
    "captive",
    "target",
    "location",
    "time",
    "weapon",
    "casualties",
    "materialLoss",
)


def iri(name: str) -> URIRef:
    return URIRef(DEFAULT_BASE + name)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return to_graph(factory.world().graph())


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("strike", "fatalVictim", "varga"),
        ("strike", "perpetrator", "coalition"),
        ("beheading", "perpetrator", "front"),
        ("beheading", "time", "time-2017"),
        ("shooting", "fatalVictim", "moss"),  # reportedly
        ("raid", "perpetrator", "cell"),
        ("raid", "perpetrator", "front"),
        ("attempt", "target", "dahl"),
        ("varga", "memberOf", "front"),
        ("town", "within", "valley"),
        ("valley", "within", "land"),
    ],
)
def test_accepted_content_stands_as_plain_triple(graph: Graph, subject: str, predicate: str, value: str) -> None:
    assert (iri(subject), KGC[predicate], iri(value)) in graph


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("beheading", "time", "time-2009-11"),  # discounted
        ("beheading", "perpetrator", "varga"),  # open
        ("shooting", "perpetrator", "dahl"),  # suspected: nobody is sure
        ("shelling", "target", "army"),  # corroborated, but the event is disputed
        ("plot", "fatalVictim", "dahl"),  # planned
        ("attempt", "fatalVictim", "dahl"),  # failed
        ("town", "within", "land"),  # follows from the rest
    ],
)
def test_other_content_does_not(graph: Graph, subject: str, predicate: str, value: str) -> None:
    assert (iri(subject), KGC[predicate], iri(value)) not in graph


@pytest.mark.parametrize("event", ["shelling", "downing", "plot"])
def test_an_event_that_is_not_accepted_has_type_label_and_status_but_no_facts(graph: Graph, event: str) -> None:
    assert (iri(event), RDF.type, None) in graph
    assert (iri(event), SKOS.prefLabel, None) in graph
    assert (iri(event), KGC.status, None) in graph
    assert not [role for role in ROLES if (iri(event), KGC[role], None) in graph]


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("strike", Literal("2019-05-05", datatype=XSD.date, normalize=False)),
        ("shooting", Literal("2018-03", datatype=XSD.gYearMonth, normalize=False)),
        ("beheading", Literal("2017", datatype=XSD.gYear, normalize=False)),
        ("raid", Literal("2019", datatype=XSD.gYear, normalize=False)),
        ("abduction", None),
    ],
)
def test_the_date_is_as_fine_as_it_is_known(graph: Graph, event: str, date: Literal | None) -> None:
    assert graph.value(iri(event), KGC.date) == date


def test_an_inferred_date_is_marked_with_its_basis(graph: Graph) -> None:
    assert (iri("strike"), KGC.dateInferred, Literal(True)) in graph
    assert (iri("strike"), KGC.dateBasis, Literal("weekday before the issue date")) in graph
    assert (iri("shooting"), KGC.dateInferred, None) not in graph


def test_a_date_stated_by_one_claim_is_not_inferred_though_another_derives_it() -> None:
    story = factory.world()
    stated = (said("strike", Predicate.TIME, factory.day("2019-05-05", "5 May 2019")), Status.SINGLE_SOURCE)
    story.claim("daily", "narrator-daily", "Varga died on 5 May 2019.", stated)
    graph = to_graph(story.graph())
    assert (iri("strike"), KGC.date, None) in graph
    assert (iri("strike"), KGC.dateInferred, None) not in graph


def test_accepted_times_that_contradict_each_other_leave_the_event_undated() -> None:
    story = factory.world()
    other = (said("strike", Predicate.TIME, factory.day("2019-05-04")), Status.SINGLE_SOURCE)
    story.claim("daily", "narrator-daily", "Varga died on Saturday.", other)
    graph = to_graph(story.graph())
    assert (iri("strike"), KGC.time, None) not in graph
    assert (iri("strike"), KGC.date, None) not in graph


def test_of_accepted_times_the_one_within_all_others_is_the_events() -> None:
    story = factory.world()
    other = (said("strike", Predicate.TIME, factory.month(2019, 5, 31)), Status.SINGLE_SOURCE)
    story.claim("daily", "narrator-daily", "Varga died in May.", other)
    assert list(to_graph(story.graph()).objects(iri("strike"), KGC.time)) == [iri("time-2019-05-05")]


def test_equal_propositions_of_two_documents_are_one_node(graph: Graph) -> None:
    victim = [s for s in graph.subjects(RDF.predicate, KGC.fatalVictim) if (s, RDF.object, iri("lind")) in graph]
    assert len(victim) == 1
    assert len(list(graph.subjects(KGC.content, victim[0]))) == 3


def test_a_denial_meets_the_assertion_at_the_statement(graph: Graph) -> None:
    (by,) = [s for s in graph.subjects(RDF.subject, iri("shelling")) if (s, RDF.predicate, KGC.perpetrator) in graph]
    kinds = {graph.value(c, RDF.type) for c in graph.subjects(KGC.content, by)}
    assert kinds == {KGC.Accusation, KGC.Denial, KGC.Doubt}
    assert graph.value(by, KGC.status) == KGV["status-disputed"]


def test_a_claim_carries_who_says_it_for_whom_how_surely_and_in_which_words(graph: Graph) -> None:
    claim = iri("claim-02")
    assert graph.value(claim, RDF.type) == KGC.ResponsibilityClaim
    assert graph.value(claim, KGC.claimant) == iri("berg")
    assert graph.value(claim, KGC.onBehalfOf) == iri("coalition")
    assert graph.value(claim, KGC.certainty) == KGV.certain
    assert graph.value(claim, KGC.cue) == Literal("told")
    assert graph.value(claim, KGC.saidAt) == iri("time-2019-05-06")
    words = graph.value(claim, KGC.evidence)
    text = "“We killed him,” Col. Eva Berg told reporters on Monday."
    assert graph.value(words, NIF.anchorOf) == Literal(text)
    begin, end = (str(graph.value(words, term)) for term in (NIF.beginIndex, NIF.endIndex))
    assert int(end) - int(begin) == len(text)


def test_an_attestation_carries_who_as_what_of_whom_since_when_and_in_which_words(graph: Graph) -> None:
    node = next(graph.subjects(KGC.bearer, iri("varga")))
    found = {predicate: value for predicate, value in graph.predicate_objects(node) if predicate != KGC.evidence}
    assert found == {
        RDF.type: KGC.Attestation,
        KGC.bearer: iri("varga"),
        KGC.wording: Literal("regional commander"),
        KGC.relation: KGC.memberOf,
        KGC.counterpart: iri("front"),
        KGC.standing: KGV["standing-held"],
        KGC.asOf: Literal("2019-05-08", datatype=XSD.date),
        KGC.since: Literal("2012", datatype=XSD.gYear),
        KGC.claimant: iri("coalition"),
    }
    words = graph.value(graph.value(node, KGC.evidence), NIF.anchorOf)
    assert words == Literal("Varga, a regional commander of the People's Front since 2012")


def test_what_was_held_then_is_not_as_of_the_report(graph: Graph) -> None:
    of_dahl = {
        graph.value(node, KGC.standing): graph.value(node, KGC.asOf) for node in graph.subjects(KGC.bearer, iri("dahl"))
    }
    assert of_dahl == {KGV["standing-then"]: None, KGV["standing-held"]: Literal("2019-05-08", datatype=XSD.date)}
    moss = next(graph.subjects(KGC.bearer, iri("moss")))
    assert graph.value(moss, KGC.asOf) == Literal("2017-05", datatype=XSD.gYearMonth)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("holt", "speaksFor", "army"),
        ("dahl", "leaderOf", "cell"),
        ("dahl", "memberOf", "army"),
        ("moss", "memberOf", "army"),
    ],
)
def test_past_and_suspected_roles_are_no_facts(graph: Graph, subject: str, predicate: str, value: str) -> None:
    assert (iri(subject), KGC[predicate], iri(value)) not in graph


def test_a_role_that_one_text_gives_as_past_and_another_as_held_stands() -> None:
    story = factory.world()
    story.attest("agency", "Kim Holt speaks for the army", said("holt", Predicate.SPEAKS_FOR, "army"))
    assert (iri("holt"), KGC.speaksFor, iri("army")) in to_graph(story.graph())


def test_offsets_of_quotes_hold_without_the_documents_text() -> None:
    story = factory.world()
    assert serialize_turtle(story.graph(with_text=False)) == serialize_turtle(story.graph())


def test_words_shorter_than_their_span_are_an_error() -> None:
    story = factory.world()
    story.claims[0] = replace(story.claims[0], span=model.Span(0, 10_000))
    with pytest.raises(ValueError, match="claim-01"):
        to_graph(story.graph())


def test_a_class_that_the_ontology_does_not_know_is_an_error() -> None:
    story = factory.world()
    story.events[0] = replace(story.events[0], types=("Picnic",))
    with pytest.raises(ValueError, match="Picnic"):
        to_graph(story.graph())


def test_a_document_carries_where_its_date_comes_from(graph: Graph) -> None:
    (document,) = graph.subjects(DCTERMS.identifier, Literal("daily"))
    assert graph.value(document, DCTERMS.issued) == Literal("2019-05-08", datatype=XSD.date, normalize=False)
    assert graph.value(document, KGC.issuedBasis) == Literal("inferred")


def test_zero_casualties_are_a_count_and_nobody_is_a_victim(graph: Graph) -> None:
    counts = {str(graph.value(c, KGC.best)) for c in graph.objects(iri("clash"), KGC.casualties)}
    assert counts == {"0", "20"}
    assert (iri("clash"), KGC.fatalVictim, None) not in graph


def test_a_nameless_party_is_marked_and_labelled_in_the_words_of_the_text(graph: Graph) -> None:
    assert graph.value(iri("pickers"), SKOS.prefLabel) == Literal("nine mushroom pickers")
    assert graph.value(iri("pickers"), KGC.unnamed) == Literal(True)
    assert graph.value(iri("pickers"), KGC.sizeBest) == Literal(9)
    assert (iri("varga"), KGC.unnamed, None) not in graph


def test_there_are_no_blank_nodes_and_no_slashes_below_the_base(graph: Graph) -> None:
    nodes = {node for triple in graph for node in triple if not isinstance(node, Literal)}
    names = {node.removeprefix(DEFAULT_BASE) for node in nodes if isinstance(node, URIRef)}
    assert len(names) == len(nodes)
    assert not [name for name in names if "/" in name and "://" not in name]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_records_does_not_matter(seed: int) -> None:
    graph = factory.world().graph()
    assert serialize_turtle(factory.shuffled(graph, seed)) == serialize_turtle(graph)


def test_the_hash_seed_does_not_matter() -> None:
    code = (
        "import sys; from kg.rdf import serialize_turtle; from tests.rdf.factory import world;"
        "sys.stdout.buffer.write(serialize_turtle(world().graph()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert outputs == {serialize_turtle(factory.world().graph())}


def test_oxigraph_reads_the_same_triples() -> None:
    records = factory.world().graph()
    data = serialize_turtle(records)
    assert len({(q.subject, q.predicate, q.object) for q in ox.parse(data, ox.RdfFormat.TURTLE)}) == len(
        set(to_triples(records))
    )


def test_rdflib_reads_the_same_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)  # else it respells clock times
    records = factory.world().graph()
    assert isomorphic(Graph().parse(data=serialize_turtle(records)), to_graph(records))


def test_the_base_is_the_users(graph: Graph) -> None:
    other = to_graph(factory.world().graph(), "https://data.example.org/kg#")
    renamed = {
        tuple(
            URIRef(str(n).replace("https://data.example.org/kg#", DEFAULT_BASE)) if isinstance(n, URIRef) else n
            for n in triple
        )
        for triple in other
    }
    assert renamed == set(graph)


@pytest.mark.parametrize("base", ["", "no-iri/", "https://kg.example/id", "https://kg.example/a b/", "/id/"])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="--base"):
        to_graph(factory.world().graph(), base)


HOSTILE = [
    'quoted "name" and \\ backslash',
    "line\nbreak\r\nand tab\t",
    "right‏to‎left \u202eoverride\u202c",
    "bell \x07, escape \x1b, delete \x7f, next line \x85",
    "NUL \x00 inside",
    "'''triple''' \"\"\"quotes\"\"\"",
    "astral 𐍈 and lone surrogate \ud800",
    "<tag> & {brace} ^^xsd:date @en .",
    " ",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_survives_both_parsers(label: str) -> None:
    story = factory.world()
    story.entity("hostile", model.EntityKind.PERSON, label)
    data = serialize_turtle(story.graph())
    expected = label.replace("\ud800", "\ufffd")
    read = {q.object.value for q in ox.parse(data, ox.RdfFormat.TURTLE) if q.subject.value.endswith("/hostile")}
    assert expected in read
    again = Graph().parse(data=data.decode("utf-8"))
    assert (iri("hostile"), SKOS.prefLabel, Literal(expected)) in again


@settings(max_examples=60, deadline=None)
@given(
    label=st.text(min_size=1, max_size=40),
    key=st.text(min_size=1, max_size=20),
    status=st.sampled_from(list(Status)),
    certainty=st.sampled_from(list(model.Certainty)),
    kind=st.sampled_from(list(model.ClaimKind)),
    stage=st.sampled_from(list(Stage)),
    verdict=st.sampled_from(list(Status)),
)
def test_whatever_comes_is_readable_and_facts_are_never_made_of_less_than_facts(
    label: str,
    key: str,
    status: Status,
    certainty: model.Certainty,
    kind: model.ClaimKind,
    stage: Stage,
    verdict: Status,
) -> None:
    story = factory.Story()
    narrator = story.document(label)
    story.entity(key, model.EntityKind.PERSON, label)
    story.event("event", "Killing", label=label, status=status, stage=stage)
    story.claim(
        label,
        narrator,
        label,
        (said("event", Predicate.FATAL_VICTIM, key), verdict),
        kind=kind,
        certainty=certainty,
    )
    records = story.graph()
    graph = to_graph(records)
    assert len(list(ox.parse(serialize_turtle(records), ox.RdfFormat.TURTLE))) == len(graph)
    plain = (iri("event"), KGC.fatalVictim, None) in graph
    assert plain == (
        status.accepted
        and verdict.accepted
        and stage is Stage.ACCOMPLISHED
        and kind not in (model.ClaimKind.DENIAL, model.ClaimKind.DOUBT)
        and certainty in (model.Certainty.CERTAIN, model.Certainty.PROBABLE)
    )


def test_where_a_document_came_from_and_what_it_is_a_copy_of() -> None:
    document = model.Document("paper", "", "0" * 64, author="A. Prado", url="https://x.example/1", extractor="x 1.0")
    first = model.Document("wire", "", "1" * 64)
    written = to_graph(model.Graph((first, document), (), (), (), (), copy_of={"paper": "wire"}))
    (paper,) = written.subjects(DCTERMS.identifier, Literal("paper"))
    (wire,) = written.subjects(DCTERMS.identifier, Literal("wire"))
    assert written.value(paper, KGC.copyOf) == wire
    assert written.value(wire, KGC.copyOf) is None
    assert [str(written.value(paper, term)) for term in (KGC.byline, KGC.extractor, rdflib.SDO.url)] == [
        "A. Prado",
        "x 1.0",
        "https://x.example/1",
    ]
