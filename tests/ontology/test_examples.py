"""For every shape a graph that follows it and one that does not, with what is expected to be said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, URIRef

from kg.rdf import Finding
from kg.resources import bundled
from tests.cli.conftest import invoke
from tests.rdf.shacl import conforms, reference

EXAMPLES = Path(__file__).resolve().parents[2] / "ontology" / "examples"
SHAPES = Graph().parse(bundled("ontology") / "shapes.ttl")
NAMES = sorted(str(shape).rpartition("#")[2] for shape in SHAPES.subjects(RDF.type, SH.NodeShape))
NEW_IN_SPARQL = re.compile(r"\{\?\w+\}")


def test_every_shape_has_its_examples_and_no_example_lacks_its_shape() -> None:
    files = {f"{name}.{kind}" for name in NAMES for kind in ("pass.ttl", "xfail.ttl", "xfail.txt")}
    assert {path.name for path in EXAMPLES.iterdir()} == files | {"README.md"}


@pytest.mark.parametrize("name", NAMES)
def test_what_should_pass_passes(name: str) -> None:
    path = EXAMPLES / f"{name}.pass.ttl"
    ran = invoke("validate", path)
    assert (ran.code, ran.out) == (0, ""), ran.out
    assert reference(Graph().parse(path)) == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_should_fail_fails_as_expected(name: str) -> None:
    path = EXAMPLES / f"{name}.xfail.ttl"
    expected = (EXAMPLES / f"{name}.xfail.txt").read_text(encoding="utf-8")
    ran = invoke("validate", path)
    assert ran.out == expected
    assert ran.code == (1 if "Violation: " in expected else 0)


@pytest.mark.parametrize("name", NAMES)
def test_a_shacl_processor_says_the_same(name: str) -> None:
    graph = Graph().parse(EXAMPLES / f"{name}.xfail.ttl")
    assert {anonymous(finding) for finding in conforms(graph)} == set(map(anonymous, reference(graph))) != set()


def anonymous(finding: Finding) -> Finding:
    """The finding without the labels of blank nodes, which each processor gives as it likes."""

    def shown(text: str) -> str:
        return text if "/" in text or " " in text or not re.fullmatch(r"(_:)?[0-9a-fNn]\w{10,}", text) else "_:"

    return replace(finding, node=shown(finding.node), value=shown(finding.value))


def test_every_constraint_fails_in_some_example() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.xfail.txt"))
    with_targets = set(SHAPES.subjects(SH.targetClass))
    missing = []
    for shape in with_targets:
        constraints = [shape, *SHAPES.objects(shape, SH.property), *SHAPES.objects(shape, SH.sparql)]
        for constraint in constraints:
            for message in SHAPES.objects(constraint, SH.message):
                pattern = ".*".join(map(re.escape, NEW_IN_SPARQL.split(str(message))))
                if not re.search(pattern, said):
                    missing.append(f"{URIRef(str(shape)).fragment}: {message}")
    assert missing == []
