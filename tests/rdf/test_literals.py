"""Dates and numbers in the one spelling that every library keeps."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD

from kg.model import TimePrecision, TimeSpan
from kg.rdf import literals

D = date.fromisoformat


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "lexical", "datatype"),
    [
        ("2018-12-02", "2018-12-02", TimePrecision.DAY, "2018-12-02", XSD.date),
        ("2018-12-02", "2018-12-02", TimePrecision.MINUTE, "2018-12-02", XSD.date),
        ("2015-11-01", "2015-11-30", TimePrecision.MONTH, "2015-11", XSD.gYearMonth),
        ("2014-01-01", "2014-12-31", TimePrecision.YEAR, "2014", XSD.gYear),
        ("0900-01-01", "0900-12-31", TimePrecision.YEAR, "0900", XSD.gYear),
        ("2018-12-02", "2018-12-05", TimePrecision.DAYS, "2018-12", XSD.gYearMonth),
        ("2018-11-30", "2018-12-02", TimePrecision.DAYS, "2018", XSD.gYear),
        # A span cut down by something else must not become finer than it was stated.
        ("2018-12-01", "2018-12-01", TimePrecision.MONTH, "2018-12", XSD.gYearMonth),
        ("2018-01-01", "2018-01-03", TimePrecision.YEAR, "2018", XSD.gYear),
    ],
)
def test_calendar_date(earliest: str, latest: str, precision: TimePrecision, lexical: str, datatype: str) -> None:
    found = literals.calendar_date(TimeSpan(D(earliest), D(latest), precision))
    assert found is not None
    assert (str(found), found.datatype) == (lexical, datatype)


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [(None, "2018-12-02"), ("2018-12-02", None), ("2017-12-30", "2018-01-02"), (None, None)],
)
def test_no_calendar_unit_holds_a_bound_or_the_turn_of_a_year(earliest: str | None, latest: str | None) -> None:
    span = TimeSpan(D(earliest) if earliest else None, D(latest) if latest else None, TimePrecision.BOUND)
    assert literals.calendar_date(span) is None


@given(st.dates(), st.integers(0, 500), st.sampled_from(list(TimePrecision)))
def test_the_calendar_date_holds_the_whole_span(first: date, days: int, precision: TimePrecision) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    found = literals.calendar_date(TimeSpan(first, last, precision))
    if found is None:
        assert first.year != last.year
    else:
        assert str(first).startswith(str(found))
        assert str(last).startswith(str(found))


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        (35.0, "35"),
        (-3.5, "-3.5"),
        (33.123456789, "33.123457"),
        (0.0, "0"),
        (-0.0000001, "0"),
        (1e-5, "0.00001"),
    ],
)
def test_decimals_are_canonical(value: float, lexical: str) -> None:
    assert str(literals.decimal(value, 6)) == lexical


@given(st.floats(-180, 180))
def test_oxigraph_keeps_decimals_as_they_are(value: float) -> None:
    literal = literals.decimal(value, 6)
    term = ox.Literal(str(literal), datatype=ox.NamedNode(str(XSD.decimal)))
    node = ox.NamedNode("urn:x")
    store = ox.Store()
    store.add(ox.Quad(node, node, term))
    assert [quad.object for quad in store] == [term]


def test_clock_times_are_in_utc_where_the_text_gives_a_zone() -> None:
    zone = timezone(timedelta(hours=2))
    assert str(literals.instant(datetime(2018, 12, 2, 20, 0, tzinfo=zone))) == "2018-12-02T18:00:00Z"
    assert str(literals.instant(datetime(2018, 12, 2, 20, 0))) == "2018-12-02T20:00:00"
