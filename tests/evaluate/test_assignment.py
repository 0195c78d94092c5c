"""The best pairing is the best of all pairings."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.assignment import assign

_WEIGHTS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def _best(weights: list[list[float]]) -> float:
    width = max(len(weights), len(weights[0]))
    full = [row + [0.0] * (width - len(row)) for row in weights]
    return max(sum(full[i][j] for i, j in enumerate(columns[: len(full)])) for columns in permutations(range(width)))


@given(_WEIGHTS)
def test_as_good_as_trying_all(weights: list[list[float]]) -> None:
    pairs = assign(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs.items())
    assert sum(weights[i][j] for i, j in pairs.items()) == _best(weights)


def test_nothing_to_pair() -> None:
    assert assign([]) == {}
    assert assign([[]]) == {}
    assert assign([[0.0]]) == {}
