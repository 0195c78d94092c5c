"""Rows of texts from a store, whatever the texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.view.sparql import rows

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["", '"', "a,b", "\r\n", "\n\n", ",", '""', " ", "\t", "\x00", "x" * 200_000]
)


@given(st.lists(TEXT, max_size=5, unique=True))
def test_texts_come_as_they_are(texts: list[str]) -> None:
    store = Store()
    for n, text in enumerate(texts):
        store.add(Quad(NamedNode(f"x:{n}"), NamedNode("x:p"), Literal(text)))
    query = "SELECT ?s ?text ?none { ?s <x:p> ?text OPTIONAL { ?s <x:q> ?none } }"
    assert sorted(rows(store, query)) == sorted((f"x:{n}", text, "") for n, text in enumerate(texts))
    assert sorted(rows(store, "SELECT ?text { ?s <x:p> ?text }")) == sorted((text,) for text in texts)
    assert list(rows(store, "SELECT ?text ?s { ?s <x:p> ?text }", s="x:0")) == [(text, "x:0") for text in texts[:1]]
