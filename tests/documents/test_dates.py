"""Complete dates as newspapers write them, and what is not one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.dates import date_at, find_dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


WAYS = [
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{_ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {_ordinal(d.day)}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1].upper()} {d.day} {d.year}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.isoformat()}T23:59:00Z",
]


@given(DAYS, st.sampled_from(WAYS))
def test_every_way_to_write_a_day_gives_that_day(day: date, way) -> None:  # type: ignore[no-untyped-def]
    text = way(day)
    assert [found.day for found in find_dates(f"on {text} at noon")] == [day]
    written = date_at(text, 0)
    assert written is not None
    assert (written.day, text[written.begin : written.end]) == (day, text)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "31 April 2019",
        "04/05/2019",
        "12 December",
        "December 2",
        "May 2019",
        "2019",
        "1-2019-06-031",
        "v2019-06-03",
        "in 2019-2020",
        "90 May 2019",
        "3 Maybe 2019",
        "29 February 2023",
        "12 marched 2010",
        "3 June 20191",
    ],
)
def test_what_is_no_complete_date(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/05/2019", date(2019, 5, 13)),
        ("05/13/2019", date(2019, 5, 13)),
        ("05/05/2019", date(2019, 5, 5)),
        ("04.05.2019", date(2019, 5, 4)),
    ],
)
def test_figures_count_where_one_reading_makes_sense(text: str, day: date) -> None:
    assert [found.day for found in find_dates(text)] == [day]


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.begin < found.end <= len(text)
