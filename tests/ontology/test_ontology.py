"""The ontology as software: complete, within OWL 2 RL, in step with the code that uses it."""

from __future__ import annotations

import importlib.util
import tomllib
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import OWL, XSD

from kg import model
from kg.knowledge.actors import KINDS
from kg.knowledge.tables import DATA
from kg.resources import bundled
from kg.vocab import EVENT_CLASSES, KGC, KGV, ONTOLOGY_VERSION
from tests.ontology.profile import breaches

ROOT = Path(__file__).resolve().parents[2]
FILES = ("ontology.ttl", "vocab.ttl", "shapes.ttl", "alignments.ttl", "weapons.ttl")
OWN = "https://w3id.org/kg-conflict/"


def load(name: str) -> Graph:
    return Graph().parse(bundled("ontology") / name)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load("ontology.ttl")


@pytest.fixture(scope="module")
def lists() -> Graph:
    return load("vocab.ttl")


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "ontology" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generating_again_changes_nothing(generator: ModuleType) -> None:
    assert (ROOT / "kg" / "vocab.py").read_text(encoding="utf-8") == generator.vocab_module()
    assert (ROOT / "ontology" / "weapons.ttl").read_text(encoding="utf-8") == generator.weapon_concepts()
    assert (ROOT / "docs" / "ontology-reference.md").read_text(encoding="utf-8") == generator.reference()


def own_terms(graph: Graph) -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return {term for term in found if isinstance(term, URIRef) and term.startswith(OWN)}


@pytest.mark.parametrize(("name", "label"), [("ontology.ttl", RDFS.label), ("vocab.ttl", SKOS.prefLabel)])
def test_every_term_is_labelled_defined_once_and_says_where_it_comes_from(name: str, label: URIRef) -> None:
    graph = load(name)
    terms = own_terms(graph)
    assert len(terms) > 50
    for predicate in (label, SKOS.definition, RDFS.isDefinedBy):
        assert [t for t in sorted(terms) if len(list(graph.objects(t, predicate))) != 1] == []


@pytest.mark.parametrize("name", FILES[:4])
def test_every_module_has_a_version(name: str) -> None:
    graph = load(name)
    (module,) = graph.subjects(RDF.type, OWL.Ontology)
    version = graph.value(module, OWL.versionInfo)
    assert graph.value(module, OWL.versionIRI) == URIRef(f"{module}/{version}")
    assert str(version) == ONTOLOGY_VERSION


@pytest.mark.parametrize("enum", [model.EntityKind, model.ClaimKind, model.Predicate])
def test_records_name_classes_and_properties_of_the_ontology(enum: type[StrEnum], ontology: Graph) -> None:
    assert [value for value in enum if (KGC[value.value], RDF.type, None) not in ontology] == []


@pytest.mark.parametrize(
    ("enum", "prefix", "scheme"),
    [
        (model.TimePrecision, "", KGV.Precision),
        (model.PlacePrecision, "", KGV.Precision),
        (model.Certainty, "", KGV.Certainty),
        (model.Stage, "", KGV.Stage),
        (model.Outcome, "", KGV.Outcome),
        (model.Category, "", KGV.Category),
        (model.Status, "status-", KGV.Status),
    ],
)
def test_records_name_concepts_and_all_of_their_scheme(
    enum: type[StrEnum], prefix: str, scheme: URIRef, lists: Graph
) -> None:
    named = {KGV[prefix + value.value] for value in enum}
    assert named <= set(lists.subjects(SKOS.inScheme, scheme))
    if scheme != KGV.Precision:
        assert named == set(lists.subjects(SKOS.inScheme, scheme))


def test_actors_and_frames_name_what_is_there(lists: Graph) -> None:
    assert [kind for kind in KINDS if (KGV[kind], SKOS.inScheme, KGV.ActorType) not in lists] == []
    frames = tomllib.loads((DATA / "frames.toml").read_text(encoding="utf-8"))["frame"]
    assert [name for name, frame in frames.items() if frame["class"] not in EVENT_CLASSES] == []


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("DroneStrike", ("AirStrike", "RemoteAttack", "Attack", "ViolentEvent", "Event")),
        ("Beheading", ("Execution", "Killing", "ViolentEvent", "Event")),
        ("ShootDown", ("Attack", "ViolentEvent", "Event")),
        ("Crash", ("Event",)),
    ],
)
def test_the_more_specific_class_is_the_deeper(name: str, above: tuple[str, ...], ontology: Graph) -> None:
    assert {KGC[a] for a in above} == set(ontology.transitive_objects(KGC[name], RDFS.subClassOf)) - {KGC[name]}
    assert all(EVENT_CLASSES[a] < EVENT_CLASSES[name] for a in above)


@pytest.mark.parametrize("name", ["nonsense", "fatalvictim", "Fatal"])
def test_an_unknown_term_is_an_error(name: str) -> None:
    with pytest.raises(AttributeError):
        KGC[name]
    with pytest.raises(AttributeError):
        getattr(KGV, name)


def test_the_ontology_is_within_owl_2_rl(ontology: Graph) -> None:
    assert breaches(ontology) == []


def test_the_ontology_states_nothing_by_which_one_wrong_value_would_merge_or_refute_others(ontology: Graph) -> None:
    banned = {OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.hasKey, OWL.sameAs, OWL.imports}
    assert {node for triple in ontology for node in triple} & banned == set()


@pytest.mark.parametrize(
    ("turtle", "word"),
    [
        ("kgc:Event rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kgc:victim ] .", "Restriction"),
        ("kgc:Event owl:unionOf ( kgc:Killing kgc:Raid ) .", "unionOf"),
        ("kgc:within a owl:ReflexiveProperty .", "ReflexiveProperty"),
        ("kgc:within a owl:IrreflexiveProperty .", "cannot be"),
        ("kgc:date rdfs:range xsd:date .", "xsd:date"),
        ("kgc:date a owl:ObjectProperty .", "two kinds"),
        ("kgc:perpetrator rdfs:range kgc:NoSuchClass .", "NoSuchClass"),
        ("kgc:perpetrator rdfs:subPropertyOf kgc:best .", "best"),
        ("kgc:nonsense kgc:perpetrator kgc:other .", "nonsense"),
        ("kgc:location owl:propertyChainAxiom ( kgc:locatedIn kgc:within ) .", "circle"),
        ("kgc:killedBy owl:propertyDisjointWith kgc:killedIn .", "disjoint"),
    ],
)  # fmt: skip
def test_what_is_outside_the_profile_is_found(turtle: str, word: str, ontology: Graph) -> None:
    names = {"kgc": KGC._NS, "owl": OWL._NS, "rdfs": RDFS._NS, "xsd": XSD._NS}
    prefixes = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in names.items())
    added = Graph().parse(data=prefixes + turtle, format="turtle")
    found = breaches(ontology + added)
    assert any(word.removeprefix("xsd:") in breach for breach in found), found


def test_domains_ranges_and_supers_are_terms_of_the_ontology(ontology: Graph) -> None:
    terms = own_terms(ontology)
    for predicate in (RDFS.domain, RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith, OWL.inverseOf):
        assert set(ontology.objects(None, predicate)) <= terms
    named = set(ontology.objects(None, RDFS.range))
    assert {r for r in named if not str(r).startswith(str(XSD))} <= terms


@pytest.mark.parametrize("name", ["shapes.ttl", "alignments.ttl"])
def test_other_modules_speak_of_terms_that_exist(name: str, ontology: Graph, lists: Graph) -> None:
    known = own_terms(ontology) | own_terms(lists)
    used = {
        node
        for triple in load(name)
        for node in triple
        if isinstance(node, URIRef) and str(node).startswith((str(KGC._NS), str(KGV._NS)))
    }
    assert used - known == set()


def test_broader_concepts_are_of_the_same_scheme_and_never_in_a_circle(lists: Graph) -> None:
    graph = lists + load("weapons.ttl")
    for narrow, broad in graph.subject_objects(SKOS.broader):
        assert graph.value(narrow, SKOS.inScheme) == graph.value(broad, SKOS.inScheme)
        assert narrow not in graph.transitive_objects(broad, SKOS.broader)


def test_certainties_are_ranked(lists: Graph) -> None:
    ranks = {value: str(lists.value(KGV[value.value], SKOS.notation)) for value in model.Certainty}
    assert sorted(ranks, key=lambda value: ranks[value]) == list(model.Certainty)


def test_labels_are_english() -> None:
    for name in ("ontology.ttl", "vocab.ttl", "weapons.ttl"):
        graph = load(name)
        for predicate in (RDFS.label, SKOS.prefLabel, SKOS.definition, SKOS.altLabel):
            labels = list(graph.objects(None, predicate))
            assert [x for x in labels if isinstance(x, Literal) and x.language != "en"] == []
