"""Two reasoners, one answer; what contradicts the ontology is explained; what follows stays apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, Graph

from kg.errors import GraphError, UsageError
from kg.infer import infer, serialize
from kg.infer.rules import RULES
from kg.rdf import serialize_turtle
from kg.rdf.reading import INFERRED
from kg.resources import bundled
from kg.store import loading
from kg.store.embedded import Embedded
from tests.cli.conftest import FakeReader, invoke
from tests.rdf import factory

HEAD = """
@prefix kgc: <https://w3id.org/kg-conflict/ont#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <https://kg.example/id/> .
"""


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def test_both_reasoners_agree_on_the_small_world(graph_file: Path) -> None:
    reference, fast = infer([graph_file], "owlrl"), infer([graph_file], "oxigraph")
    assert fast.triples == reference.triples
    assert len(fast.triples) > 50
    assert not reference.errors
    assert not reference.contradictions
    assert not fast.contradictions


@pytest.mark.model
def test_both_reasoners_agree_on_a_real_build(tmp_path: Path) -> None:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    texts = sorted(seeds.glob("0[1-6]*.txt"))
    ran = invoke("build", *texts, "-o", tmp_path / "g.ttl")
    assert ran.code == 0, ran.err
    reference, fast = infer([tmp_path / "g.ttl"], "owlrl"), infer([tmp_path / "g.ttl"], "oxigraph")
    assert fast.triples == reference.triples
    assert len(fast.triples) > 100
    assert not reference.errors
    assert not reference.contradictions
    assert not fast.contradictions


_NODES = [f"x:n{number}" for number in range(5)]
_PROPERTIES = [
    "kgc:perpetrator", "kgc:fatalVictim", "kgc:location", "kgc:within", "kgc:memberOf", "kgc:leaderOf",
    "kgc:subEventOf", "kgc:contradicts", "kgc:killedIn", "kgc:partOfGroup", "kgc:captive", "kgc:claimant",
]  # fmt: skip
_CLASSES = ["kgc:Person", "kgc:Group", "kgc:Beheading", "kgc:Place", "kgc:DroneStrike", "kgc:Accusation"]
_TRIPLES = st.one_of(
    st.tuples(st.sampled_from(_NODES), st.sampled_from(_PROPERTIES), st.sampled_from(_NODES)),
    st.tuples(st.sampled_from(_NODES), st.just("a"), st.sampled_from(_CLASSES)),
)


@settings(max_examples=25)
@given(st.lists(_TRIPLES, min_size=1, max_size=8))
def test_both_reasoners_agree_on_any_graph(triples: list[tuple[str, str, str]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.ttl"
        path.write_text(HEAD + "".join(f"{' '.join(triple)} .\n" for triple in triples))
        reference, fast = infer([path], "owlrl"), infer([path], "oxigraph")
    assert fast.triples == reference.triples
    assert fast.contradictions == reference.contradictions
    # owlrl has no words for irreflexive properties whose values follow; what it does find, we find.
    assert bool(fast.contradictions) >= bool(reference.errors)


def test_the_ontology_needs_no_other_rules() -> None:
    ontology = Graph().parse(bundled("ontology") / "ontology.ttl")
    used = {term for triple in ontology for term in triple if str(term).startswith(str(OWL))}
    covered = {
        OWL.inverseOf, OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.propertyChainAxiom,
        OWL.disjointWith, OWL.IrreflexiveProperty,
    }  # fmt: skip
    declarations = {
        OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology, OWL.versionIRI,
        OWL.versionInfo, OWL.priorVersion, OWL.deprecated,
    }  # fmt: skip
    assert used - covered - declarations == set()
    assert len(RULES) == 9
    for chain in ontology.objects(None, OWL.propertyChainAxiom):
        assert len(list(ontology.items(chain))) == 2
    assert (None, RDF.type, OWL.FunctionalProperty) not in ontology


@pytest.mark.parametrize("reasoner", ["owlrl", "oxigraph"])
@pytest.mark.parametrize(
    ("triples", "messages"),
    [
        (
            "x:a a kgc:Person, kgc:Place ; skos:prefLabel 'Ann' .",
            ["“Ann” is both Agent and Place", "stated to be Person", "stated to be Place"],
        ),
        (
            "x:e a kgc:Beheading . x:p a kgc:Place . x:e kgc:fatalVictim x:p . x:p skos:prefLabel 'Oldtown' .",
            ["“Oldtown”", "Agent: it is participant of", "(which follows)"],
        ),
        ("x:c kgc:contradicts x:c .", ["contradicts to itself"]),
        (
            "x:c a kgc:Accusation, kgc:Denial .",
            ["Assertion: it is stated to be Accusation, and each Accusation is Assertion", "stated to be Denial"],
        ),
    ],
)
def test_what_cannot_be_is_explained(tmp_path: Path, reasoner: str, triples: str, messages: list[str]) -> None:
    path = tmp_path / "g.ttl"
    path.write_text(HEAD + triples)
    ran = invoke("infer", path, "-o", tmp_path / "out.trig", "--reasoner", reasoner)
    assert ran.code == 1
    assert (tmp_path / "out.trig").exists()
    for message in messages:
        assert message in ran.err


@pytest.mark.parametrize(("ending", "named"), [(".trig", True), (".nq", True), (".ttl", False), (".nt", False)])
def test_what_follows_stays_apart(graph_file: Path, tmp_path: Path, ending: str, named: bool) -> None:
    out = tmp_path / f"out{ending}"
    ran = invoke("infer", graph_file, "-o", out)
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "owlrl infers" in ran.err
    form = RdfFormat.from_extension(ending[1:])
    assert form is not None
    quads = list(parse(path=str(out), format=form))
    assert {getattr(q.graph_name, "value", "") for q in quads} == ({INFERRED} if named else {""})
    stated = {q.triple for q in parse(path=str(graph_file), format=RdfFormat.TURTLE)}
    assert not {q.triple for q in quads} & stated
    assert "killedBy" in out.read_text()


def test_inferring_twice_gives_the_same(graph_file: Path, tmp_path: Path) -> None:
    one = infer([graph_file])
    (tmp_path / "one.trig").write_bytes(serialize(one, ".trig"))
    two = infer([graph_file, tmp_path / "one.trig"])
    assert two.triples == one.triples


def test_from_a_store_folder(graph_file: Path, tmp_path: Path) -> None:
    store = Embedded(tmp_path / "store")
    loading.load(loading.read([graph_file]), store)
    store.close()
    found = infer([tmp_path / "store"])
    wanted = {str(t) for t in infer([graph_file], "owlrl").triples}
    assert wanted <= {str(t) for t in found.triples}


def test_blank_nodes_and_odd_literals_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text(
        HEAD + "[] a kgc:Beheading ; skos:prefLabel 'a\\nb \"c\" \\u0001' ; kgc:fatalVictim [ a kgc:Person ] ."
    )
    reference, fast = infer([path], "owlrl"), infer([path], "oxigraph")
    assert len(reference.triples) == len(fast.triples) > 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{graph}", "-o", "{tmp}/x.ttl", "--reasoner", "magic"], "no 'magic'"),
        (["{graph}", "-o", "{tmp}/x.pdf"], "of no RDF syntax"),
        (["{tmp}/none.ttl", "-o", "{tmp}/x.ttl"], "no such file"),
        (["{graph}", "-o", "{tmp}/no/x.ttl"], "does not exist"),
    ],
)
def test_bad_calls(graph_file: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    ran = invoke("infer", *(a.replace("{graph}", str(graph_file)).replace("{tmp}", str(tmp_path)) for a in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert not list(tmp_path.iterdir())


def test_what_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("nothing")
    with pytest.raises(GraphError):
        infer([tmp_path / "g.ttl"])
    with pytest.raises(UsageError):
        infer([], "magic")


def test_nothing_follows_from_nothing(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("")
    assert infer([tmp_path / "g.ttl"]).triples == ()


def test_a_build_that_infers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: FakeReader())
    (tmp_path / "one.txt").write_text(
        " date 2019-06-03 The army said that Omar Haddan was killed in the town on Sunday.\n"
    )
    ran = invoke("build", tmp_path / "one.txt", "-o", tmp_path / "g.ttl", "--infer")
    assert ran.code == 0, ran.err
    assert "owlrl infers" in ran.err
    assert "killedIn" in (tmp_path / "g.inferred.trig").read_text()
    ran = invoke("build", tmp_path / "one.txt", "-o", "-", "--infer")
    assert (ran.code, "--infer needs a graph in a file" in ran.err) == (2, True)


def test_what_follows_is_no_finding(graph_file: Path, tmp_path: Path) -> None:
    (tmp_path / "g.trig").write_bytes(serialize(infer([graph_file], "oxigraph"), ".trig"))
    store = Embedded(tmp_path / "store")
    loading.load(loading.read([graph_file, tmp_path / "g.trig"]), store)
    store.close()
    ran = invoke("validate", tmp_path / "store")
    assert (ran.code, ran.out) == (0, "")
