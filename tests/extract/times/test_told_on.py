"""From which day a report sees "today": that of its dateline, where it was printed later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import find, told_on

_DAYS = st.dates(date(1920, 2, 1), date(2030, 1, 1))


def seen(text: str, issued: date | None) -> date | None:
    return told_on(text, find(text), issued)


@pytest.mark.parametrize(
    ("text", "issued", "wanted"),
    [
        ("ALGIERS, Feb. 1 — Two bombs exploded this afternoon.", date(1957, 2, 2), date(1957, 2, 1)),
        ("LIMA, 31 Dec 89 (AFP) - A mayor was murdered last night.", date(1990, 1, 2), date(1989, 12, 31)),
        ("LIMA, Dec. 31 (AFP) - A mayor was murdered last night.", date(1990, 1, 2), date(1989, 12, 31)),
        ("DUBLIN, Wednesday.\nThree men were shot this morning.", date(1916, 5, 4), date(1916, 5, 3)),
        ("DERRY, Sunday: Thirteen men were shot today.", date(1972, 1, 31), date(1972, 1, 30)),
        # no dateline, one of long ago, a weekday that is no dateline's, a report without a day
        ("Two bombs exploded this afternoon.", date(1957, 2, 2), date(1957, 2, 2)),
        ("ALGIERS, Feb. 1 — Two bombs exploded.", date(1957, 6, 2), date(1957, 6, 2)),
        ("DUBLIN, Wednesday.\nThree men were shot this morning.", date(1916, 5, 9), date(1916, 5, 9)),
        ("He said that, Sunday: thirteen men were shot.", date(1972, 1, 31), date(1972, 1, 31)),
        ("ALGIERS, Feb. 1 — Two bombs exploded.", None, None),
    ],
)
def test_the_day_that_a_report_is_told_on(text: str, issued: date | None, wanted: date | None) -> None:
    assert seen(text, issued) == wanted


@given(filed=_DAYS, later=st.integers(0, 60))
def test_a_dateline_counts_for_a_month_before_the_report_came_out(filed: date, later: int) -> None:
    issued = filed + timedelta(days=later)
    text = f"ALGIERS, {filed:%B} {filed.day}, {filed.year} — Two bombs exploded this afternoon."
    assert seen(text, issued) == (filed if later <= 31 else issued)


@given(filed=_DAYS, later=st.integers(0, 6))
def test_a_weekday_is_the_last_one_before_the_report_came_out(filed: date, later: int) -> None:
    issued = filed + timedelta(days=later)
    assert seen(f"DUBLIN, {filed:%A}. Three men were shot today.", issued) == (filed if later <= 3 else issued)
