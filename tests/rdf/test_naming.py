"""Names of nodes: slash-free, stable, and different for different things."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal

from kg.model import Span, TimePrecision, TimeSpan
from kg.rdf.naming import DEFAULT_BASE, Names
from kg.vocab import KGC

NAMES = Names()
D = date.fromisoformat


@pytest.mark.parametrize(
    ("span", "name"),
    [
        (TimeSpan(D("2018-12-02"), D("2018-12-02"), TimePrecision.DAY), "time-2018-12-02"),
        (TimeSpan(D("2015-11-01"), D("2015-11-30"), TimePrecision.MONTH), "time-2015-11"),
        (TimeSpan(D("2014-01-01"), D("2014-12-31"), TimePrecision.YEAR), "time-2014"),
        (TimeSpan(D("2018-12-02"), D("2018-12-05"), TimePrecision.DAYS), "time-2018-12-02--2018-12-05"),
        (TimeSpan(D("2018-12-03"), D("2018-12-09"), TimePrecision.WEEK), "time-2018-12-03--2018-12-09-week"),
        (TimeSpan(D("2018-12-02"), D("2018-12-02"), TimePrecision.WEEK), "time-2018-12-02-week"),
        (TimeSpan(None, D("2012-12-03"), TimePrecision.BOUND), "time-before-2012-12-03"),
        (
            TimeSpan(
                D("2018-12-02"),
                D("2018-12-02"),
                TimePrecision.MINUTE,
                instant=datetime(2018, 12, 2, 18, tzinfo=UTC),
            ),
            "time-2018-12-02T180000-plus-0000",
        ),
    ],
)
def test_names_of_times(span: TimeSpan, name: str) -> None:
    assert str(NAMES.time(span)) == DEFAULT_BASE + name


def test_the_words_of_a_time_do_not_change_its_name() -> None:
    first = TimeSpan(D("2018-12-02"), D("2018-12-02"), TimePrecision.DAY, "Sunday", True, "weekday")
    second = TimeSpan(D("2018-12-02"), D("2018-12-02"), TimePrecision.DAY, "2 December 2018")
    assert NAMES.time(first) == NAMES.time(second)


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_keys_have_different_slash_free_names(first: str, second: str) -> None:
    one, other = NAMES.thing(first), NAMES.thing(second)
    assert (one == other) == (first == second)
    assert "/" not in one.removeprefix(DEFAULT_BASE)


def test_the_name_of_a_statement_hangs_on_its_three_parts_and_not_on_the_base() -> None:
    other = Names("https://elsewhere.example/#")

    def named(names: Names, subject: str, value: str) -> str:
        iri = names.statement(names.thing(subject), KGC.perpetrator, names.thing(value))
        return iri.removeprefix(names.base)

    assert named(NAMES, "a", "b") == named(other, "a", "b")
    assert len({named(NAMES, s, o) for s in "ab" for o in "ab"}) == 4
    assert NAMES.statement(NAMES.thing("a"), KGC.roleText, Literal("b")) != NAMES.statement(
        NAMES.thing("a"), KGC.roleText, NAMES.thing("b")
    )


def test_mentions_of_two_documents_differ() -> None:
    assert NAMES.mention("a", Span(0, 5)) != NAMES.mention("b", Span(0, 5))
