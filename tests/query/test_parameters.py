"""What the user says becomes a term, or an error that says what to give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query import Parameter, QueryInfo
from kg.query.catalogue import Kind
from kg.query.parameters import bind, term

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", "al-Sukhna", Literal("al-Sukhna")),
        ("text", '" } DROP ALL #', Literal('" } DROP ALL #')),
        ("boolean", "TRUE", Literal("true", datatype=NamedNode(XSD + "boolean"))),
        ("boolean", "no", Literal("false", datatype=NamedNode(XSD + "boolean"))),
        ("integer", " 007 ", Literal("7", datatype=NamedNode(XSD + "integer"))),
        ("iri", "https://kg.example/id/x", NamedNode("https://kg.example/id/x")),
        ("day", "2018-12-02", Literal("2018-12-02", datatype=NamedNode(XSD + "date"))),
        ("first-day", "2018", Literal("2018-01-01", datatype=NamedNode(XSD + "date"))),
        ("first-day", "2018-02", Literal("2018-02-01", datatype=NamedNode(XSD + "date"))),
        ("last-day", "2018", Literal("2018-12-31", datatype=NamedNode(XSD + "date"))),
        ("last-day", "2020-02", Literal("2020-02-29", datatype=NamedNode(XSD + "date"))),
        ("last-day", "2020-02-03", Literal("2020-02-03", datatype=NamedNode(XSD + "date"))),
    ],
)
def test_terms(kind: Kind, value: str, expected: Literal | NamedNode) -> None:
    assert term(Parameter("p", kind, ""), value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("boolean", "perhaps", "true or false"),
        ("integer", "seven", "whole number"),
        ("iri", "no iri", "absolute IRI"),
        ("iri", "http://x/> <y", "absolute IRI"),
        ("day", "2018", "2018-12-02"),
        ("day", "2018-02-30", "2018-12-02"),
        ("first-day", "last week", "day, month or year"),
        ("last-day", "2018-13", "day, month or year"),
    ],
)
def test_a_value_of_another_kind_is_an_error(kind: Kind, value: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        term(Parameter("p", kind, ""), value)


INFO = QueryInfo(
    "mine",
    "",
    parameters=(
        Parameter("group", "text", "a group", required=True),
        Parameter("place", "text", "a place"),
        Parameter("all", "boolean", "everything", default="false"),
    ),
)


def test_defaults_and_the_switch_for_everything() -> None:
    false, true = (Literal(v, datatype=NamedNode(XSD + "boolean")) for v in ("false", "true"))
    assert bind(INFO, {"group": "x"}, False) == {"group": Literal("x"), "all": false}
    assert bind(INFO, {"group": "x"}, True) == {"group": Literal("x"), "all": true}
    assert bind(QueryInfo("bare", ""), {}, True) == {}


@pytest.mark.parametrize(
    ("given_values", "message"),
    [({}, "needs --param group"), ({"group": "x", "plaice": "y"}, "no parameter plaice")],
)
def test_missing_and_unknown_parameters_say_what_there_is(given_values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        bind(INFO, given_values, False)
    assert "group=text (a group); [place=text] (a place)" in str(caught.value)


def test_a_question_without_parameters_says_so() -> None:
    with pytest.raises(QueryError, match="takes none"):
        bind(QueryInfo("bare", ""), {"x": "y"}, False)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_as_it_is(value: str) -> None:
    found = term(Parameter("p", "text", ""), value)
    assert isinstance(found, Literal)
    assert found.value == value
