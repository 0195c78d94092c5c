"""A graph says what made it, in the same words whenever it is built."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rdflib import RDF, Graph

from kg.build import provenance
from kg.files import digest_of
from kg.rdf import Provenance, serialize_turtle, to_triples
from kg.vocab import KGC
from tests.rdf import factory
from tests.rdf.shacl import conforms

MADE = Provenance("1.2.3", "m" * 64, "a" * 64)


def written(made: Provenance = MADE) -> Graph:
    found = Graph()
    for triple in to_triples(factory.world().graph(), made=made):
        found.add(triple)
    return found


def test_the_build_names_version_model_rules_and_documents() -> None:
    graph = written()
    build = graph.value(None, RDF.type, KGC.Build)
    assert [str(graph.value(build, term)) for term in (KGC.softwareVersion, KGC.modelDigest, KGC.rulesDigest)] == [
        "1.2.3",
        "m" * 64,
        "a" * 64,
    ]
    assert set(graph.objects(build, KGC.builtFrom)) == set(graph.subjects(RDF.type, KGC.Document))
    assert conforms(graph) == []


def test_another_version_model_or_rule_is_another_build() -> None:
    others = [replace(MADE, version="2"), replace(MADE, model="x"), replace(MADE, rules="b" * 64), MADE]
    assert len({written(made=made).value(None, RDF.type, KGC.Build) for made in others}) == 4


def test_a_graph_without_it_has_no_build() -> None:
    assert b"kgc:Build" not in serialize_turtle(factory.world().graph())
    shown = serialize_turtle(factory.world().graph(), made=MADE)
    assert b"# How this graph came about\n" in shown
    assert serialize_turtle(factory.shuffled(factory.world().graph(), 3), made=MADE) == shown


def test_digests_depend_on_content_and_names_only(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "a.toml").write_text("x")
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "two")
    (tmp_path / "two" / "in" / "b.pyc").write_text("compiled")
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "two")
    (tmp_path / "two" / "in" / "a.toml").write_text("y")
    assert digest_of(tmp_path / "one") != digest_of(tmp_path / "two")


def test_a_users_own_knowledge_and_model_show(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_text("x")
    plain, own = provenance(), provenance(knowledge=tmp_path)
    assert (plain.version, plain.model) == (own.version, own.model)
    assert plain.rules != own.rules
    assert provenance(model="no_such_model").model == "no_such_model"
    assert provenance() == plain
