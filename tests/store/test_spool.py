"""Named graphs on disk: they hold and say what they would in memory."""

from __future__ import annotations

import gc
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.rdf import serialize_turtle
from kg.store import loading, spool
from kg.store.base import WORLD, digest, line
from kg.store.partition import Owners, divide, spooled
from tests.rdf import factory

NAMES = [NamedNode(f"https://kg.example/{name}") for name in ("a", "b", "ab", "é", "a/b")]
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
terms = st.one_of(st.sampled_from(NAMES), words.map(Literal), words.map(lambda text: Literal(text, language="en")))
triples = st.builds(Triple, st.sampled_from(NAMES), st.sampled_from(NAMES), terms)


@given(st.lists(st.tuples(st.sampled_from(["x:a", "x:b", "x:é"]), triples), max_size=40))
def test_each_graph_holds_its_triples_once_with_the_digest_that_they_have_in_memory(
    given: list[tuple[str, Triple]],
) -> None:
    found = spool.spool((name, line(triple)) for name, triple in given)
    assert found.keys() == {name for name, _ in given}
    for name, graph in found.items():
        expected = {triple for other, triple in given if other == name}
        assert set(graph) == expected
        assert len(list(graph)) == len(graph) == len(expected)
        assert digest(graph) == digest(expected)
        assert all(triple in graph for triple in expected)
        some = frozenset(line(triple) for triple in sorted(expected, key=str)[::2])
        assert {line(t) for t in graph.without(some)} == {line(t) for t in expected} - some


def test_what_is_sorted_on_disk_is_read_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY", 50)
    monkeypatch.setattr(spool, "_BLOCK", 7)
    monkeypatch.setattr(spool, "_LINES", 3)
    chance = random.Random(5)
    given = [
        (chance.choice("pq"), Triple(NAMES[0], NAMES[1], Literal(str(chance.randrange(400))))) for _ in range(1000)
    ]
    found = spool.spool((name, line(triple)) for name, triple in given)
    for name, graph in found.items():
        assert list(graph) == sorted({t for other, t in given if other == name}, key=str)
        # Two who read at the same time do not disturb each other.
        assert list(zip(graph, graph, strict=True)) == [(t, t) for t in graph]


def test_the_file_goes_with_the_last_graph() -> None:
    found = spool.spool([("x:a", line(Triple(NAMES[0], NAMES[1], NAMES[2])))])
    descriptor = found["x:a"]._file._stream.fileno()
    os.fstat(descriptor)
    found.clear()
    gc.collect()
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(descriptor)


def test_on_disk_a_graph_is_divided_as_in_memory() -> None:
    data = serialize_turtle(factory.world().graph())
    quads = list(parse(data, RdfFormat.TURTLE))
    named = NamedNode("https://kg.example/other")
    quads += [Quad(named, NAMES[0], Literal("x"), named), Quad(NAMES[0], NAMES[0], NAMES[1], DefaultGraph())]
    in_memory, on_disk = divide(quads), spooled(Owners(quads), quads)
    assert in_memory.documents == on_disk.documents
    assert len(in_memory.documents) > 1
    assert {name: set(graph) for name, graph in in_memory.graphs.items()} == {
        name: set(graph) for name, graph in on_disk.graphs.items()
    }
    assert in_memory.graphs.keys() == {*in_memory.documents, WORLD, named.value}


def test_only_what_has_blank_nodes_is_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "plain.ttl").write_bytes(serialize_turtle(factory.world().graph()))
    assert all(isinstance(graph, spool.Spooled) for graph in loading.read([tmp_path / "plain.ttl"]).graphs.values())
    (tmp_path / "blank.ttl").write_text("<x:a> <x:b> [ <x:c> 1 ] .")
    (graph,) = loading.read([tmp_path / "blank.ttl"]).graphs.values()
    assert sum(isinstance(triple.subject, BlankNode) for triple in graph) == 1


def test_a_store_is_read_on_its_own(tmp_path: Path) -> None:
    (tmp_path / "plain.ttl").write_bytes(serialize_turtle(factory.world().graph()))
    with pytest.raises(GraphError, match="on its own"):
        loading.read([tmp_path / "plain.ttl", tmp_path])
