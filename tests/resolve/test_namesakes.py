"""Places that no gazetteer knows: of one name, and one place only where what they lie in allows it."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.judgement import Node
from kg.resolve.namesakes import Spot, same_spots

_MARKS = st.lists(st.sampled_from([("p", name) for name in "ABCD"]), max_size=3, unique=True)


def spots(*surroundings: str) -> list[Spot]:
    """A place of one name in each document; what it lies in by single letters, the nearest first."""
    return [Spot(Node(f"d{n}", "e"), tuple(("p", letter) for letter in told)) for n, told in enumerate(surroundings)]


def sets(given: list[Spot]) -> set[frozenset[str]]:
    """The documents that tell of one place."""
    found = {spot.node: {spot.node.document} for spot in given}
    for one, other in same_spots(given):
        found[one] |= found[other]
        found[other] = found[one]
    return {frozenset(documents) for documents in found.values()}


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (["RA", "RA"], [{"d0", "d1"}]),
        (["RA", "BA"], [{"d0"}, {"d1"}]),
        (["RA", "L"], [{"d0"}, {"d1"}]),
        (["RA", "A"], [{"d0", "d1"}]),
        (["RA", ""], [{"d0", "d1"}]),
        (["XRA", "RA", "A"], [{"d0", "d1", "d2"}]),
        (["RA", "BA", "A", "A"], [{"d0"}, {"d1"}, {"d2", "d3"}]),
        (["RA", "BA", ""], [{"d0"}, {"d1"}, {"d2"}]),
        (["", ""], [{"d0", "d1"}]),
    ],
)
def test_what_a_place_lies_in_tells_it_from_its_namesakes(told: list[str], places: list[set[str]]) -> None:
    for order in permutations(spots(*told)):
        assert sets(list(order)) == {frozenset(documents) for documents in places}


@given(st.lists(_MARKS, max_size=6), st.randoms())
def test_no_order_of_the_reports_matters(told: list[list[tuple[str, str]]], chance: object) -> None:
    given = [Spot(Node(f"d{n}", "e"), tuple(around)) for n, around in enumerate(told)]
    shuffled = list(given)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sets(given) == sets(shuffled)
