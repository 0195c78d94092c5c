"""How the times of two tellings stand to each other, with and without a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.model import TimeSpan
from kg.resolve.times import Relation, relate, when
from tests.resolve.factory import day


@dataclass(frozen=True)
class Told:
    """A telling as far as its time goes."""

    times: Sequence[TimeSpan] = ()
    days: Sequence[str] = ()


DAYS = st.dates(date(1900, 1, 1), date(2050, 12, 31))
TOLD = st.builds(Told, st.lists(DAYS.map(lambda d: day(d.isoformat())), max_size=2)) | st.builds(
    lambda days: Told(days=[f"--{d:%m-%d}" for d in days]), st.lists(DAYS, max_size=2)
)


@given(TOLD, TOLD)
def test_both_ways_alike(one: Told, two: Told) -> None:
    assert when(one, two) is when(two, one)


@given(TOLD, TOLD)
def test_times_go_before_days_of_a_year(one: Told, two: Told) -> None:
    if one.times and two.times:
        assert when(one, two) is relate(one.times, two.times)


@given(DAYS)
def test_a_day_without_a_year_is_that_day_of_any_year(told: date) -> None:
    dated, undated = Told([day(told.isoformat())]), Told(days=[f"--{told:%m-%d}"])
    assert when(dated, undated) is Relation.SAME
    assert when(undated, undated) is Relation.SAME


def test_other_days_of_the_year_are_apart_and_neighbours_say_nothing() -> None:
    assert when(Told(days=["--06-15"]), Told([day("2015-06-18")])) is Relation.APART
    assert when(Told(days=["--06-15"]), Told([day("2015-06-16")])) is Relation.UNKNOWN
    assert when(Told(days=["--02-29"]), Told([day("2015-02-28")])) is Relation.UNKNOWN


def test_a_month_or_a_year_says_nothing_of_a_day_without_a_year() -> None:
    assert when(Told(days=["--06-15"]), Told([day("2015-06")])) is Relation.UNKNOWN
    assert when(Told(days=["--06-15"]), Told([day("2015")])) is Relation.UNKNOWN
    assert when(Told(days=["--06-15"]), Told()) is Relation.UNKNOWN
