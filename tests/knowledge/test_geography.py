"""Distances and directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.knowledge.geography import BEARINGS, distance_km, offset

_POINT = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(start=_POINT, km=st.floats(0.1, 500), bearing=st.sampled_from(sorted(BEARINGS.values())))
def test_a_point_lies_as_far_away_as_it_was_moved(start: tuple[float, float], km: float, bearing: float) -> None:
    assert distance_km(start, offset(start, km, bearing)) == pytest.approx(km, abs=0.05)


@given(first=_POINT, second=_POINT)
def test_distance_is_the_same_both_ways(first: tuple[float, float], second: tuple[float, float]) -> None:
    assert distance_km(first, second) == pytest.approx(distance_km(second, first))


def test_a_known_distance() -> None:
    london, paris = (51.5074, -0.1278), (48.8566, 2.3522)
    assert distance_km(london, paris) == pytest.approx(344, abs=2)


def test_north_is_up_and_east_is_right() -> None:
    assert offset((10.0, 10.0), 100, BEARINGS["north"])[0] > 10.5
    assert offset((10.0, 10.0), 100, BEARINGS["east"])[1] > 10.5
