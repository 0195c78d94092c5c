"""Tokens of SPARQL: what a query asks, and whether it calls out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.query import catalogue
from kg.store import sparql


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("prefix select: <x:>\nask {}", "ASK"),
        ("# SELECT\nBASE <http://x/SELECT> CONSTRUCT WHERE {}", "CONSTRUCT"),
        ("DESCRIBE <x:y>", "DESCRIBE"),
        ("INSERT DATA {}", None),
        ("WITH <x:y> DELETE {} WHERE { SELECT * {} }", None),
        ("", None),
        ("'SELECT'", None),
    ],
)
def test_form(text: str, form: str | None) -> None:
    assert sparql.form(text) == form


@pytest.mark.parametrize("text", ["DELETE WHERE {}", "PREFIX a: <x:> load <file:///x>", "CLEAR ALL"])
def test_updates_are_told_from_queries(text: str) -> None:
    assert sparql.is_update(text)


@pytest.mark.parametrize("text", ["SELECT * {}", "ASK { ?s ?p 'INSERT' }", "PREFIX drop: <x:> SELECT * {}", "x", ""])
def test_what_is_no_update(text: str) -> None:
    assert not sparql.is_update(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?v { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<?b)SERVICE#>\n?v { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<?b&&'x'>?c) SERVICE ?v {} }",
        "ASK { ?a<'>SERVICE?v{}' }",
        r"ASK { \u0053ERVICE ?v {} }",
        "ASK { ?s ?p '''a''' SERVICE ?v {} }",
        "ASK { ?s ?p 'a\\'' SERVICE ?v {} }",
        "ASK {SERVICE<http://127.0.0.1:9/>{}}",
    ],
)
def test_calls_to_other_machines_are_found(text: str) -> None:
    assert sparql.calls_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?s <http://x.example/service/1> ?service }",
        "ASK { ?s ?p 'the intelligence service' }",
        'ASK { ?s ?p """a "service" man""" } # SERVICE',
        "PREFIX service: <http://x.example/> ASK { ?s service:of ?o ; a service:service }",
        "ASK { ?s ?p 'x'@service }",
    ],
)
def test_the_mere_word_is_no_call(text: str) -> None:
    assert not sparql.calls_out(text)


def test_no_bundled_question_calls_out() -> None:
    assert [info.name for info in catalogue() if sparql.calls_out(info.sparql) or sparql.is_update(info.sparql)] == []


@given(st.text(alphabet="<>'\"#\\? \nas:{}.@_uSERVICE123éا", max_size=60))
@example("\\")
@example('"""')
def test_any_text_has_tokens_that_lie_in_it(text: str) -> None:
    end = 0
    for token in sparql.tokens(text):
        assert end <= token.begin < token.end
        assert text[token.begin : token.end] == token.text
        end = token.end
    assert end <= len(text)
    sparql.calls_out(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_call_after_whole_strings_is_found_whatever_they_hold(one: str, two: str) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'

    assert sparql.calls_out(f"ASK {{ ?s ?p {quoted(one)}, {quoted(two)} SERVICE ?v {{}} }}")
