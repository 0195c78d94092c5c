"""N-Quads and TriG: the triples of the Turtle, the same bytes for the same records, in bounded memory."""

from __future__ import annotations

import io
import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat
from rdflib import XSD, BNode, Literal, URIRef

from kg.rdf import FORMATS, quads, serialize, turtle
from tests.rdf import factory

FORMS = {"turtle": RdfFormat.TURTLE, "nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
THING = URIRef("https://kg.example/id/thing")


def triples(data: bytes, form: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(io.BytesIO(data), format=FORMS[form])}


def written(form: str, seed: int | None = None) -> bytes:
    graph = factory.world().graph()
    return b"".join(serialize(graph if seed is None else factory.shuffled(graph, seed), form))


def test_all_formats_hold_the_same_triples() -> None:
    expected = triples(written("turtle"), "turtle")
    assert len(expected) > 300
    assert set(FORMS) == set(FORMATS)
    for form in FORMS:
        assert triples(written(form), form) == expected


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_the_order_of_records_changes_nothing(form: str) -> None:
    assert {written(form, seed) for seed in range(5)} == {written(form)}


def test_what_does_not_fit_into_memory_is_sorted_on_disk_and_comes_once() -> None:
    chance = random.Random(3)
    several = [(THING, THING, Literal(str(chance.randrange(300)))) for _ in range(2000)]
    lines = list(quads.lines(several, chunk=100))
    assert lines == sorted(set(lines))
    assert lines == list(quads.lines(several))
    assert len(lines) == len({str(value) for _, _, value in several})


def test_more_runs_than_may_be_open_are_merged_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quads, "_OPEN", 3)
    chance = random.Random(4)
    several = [(THING, THING, Literal(str(chance.randrange(300)))) for _ in range(1000)]
    assert list(quads.lines(several, chunk=50)) == list(quads.lines(several))


values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(Literal),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(lambda text: Literal(text, lang="en")),
    st.integers().map(lambda number: Literal(str(number), datatype=XSD.integer)),
    st.text(' az09-._~/?#éد京<>"{}|\\^`\x7f\x90\ue000\ufffe', max_size=20).map(lambda text: URIRef(THING + text)),
)


@given(st.lists(values, min_size=1, max_size=4))
def test_any_literal_and_any_iri_reads_the_same_in_every_format(several: list[Literal | URIRef]) -> None:
    made = [(THING, THING, value) for value in several]
    lines = b"".join(quads.lines(made))
    plain = "".join(turtle.pieces(made, {"id": "https://kg.example/id/"})).encode()
    expected = triples(plain, "turtle")
    assert triples(lines, "nquads") == expected
    assert triples(b"".join(quads.trig(made, {"id": "https://kg.example/id/"})), "trig") == expected


def test_blank_nodes_are_refused() -> None:
    with pytest.raises(ValueError, match="no blank nodes"):
        list(quads.lines([(THING, THING, BNode())]))
