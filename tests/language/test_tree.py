"""Trees: recognised, and repaired to the best one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.tree import best_tree, is_tree, trees, uncrossed

SQUARES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float64, (n, n), elements=st.floats(-50, 50, allow_nan=False, width=32))
)


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([0], True),
        ([1, 1], True),
        ([0, 1], False),  # two roots
        ([1, 0], False),  # no root, a cycle
        ([0, 2, 1], False),  # a root and a cycle
        ([1, 2, 2, 2, 3], True),
        ([1, 2, 3, 4, 5, 6, 7, 7], True),
        ([1, 2, 3, 0, 4], False),
    ],
)
def test_is_tree(heads: list[int], tree: bool) -> None:
    assert is_tree(np.array(heads)) is tree


def brute_force(scores: np.ndarray) -> float:
    size = len(scores)
    every = itertools.product(range(size), repeat=size)
    return max(
        sum(float(scores[i, head]) for i, head in enumerate(heads)) for heads in every if is_tree(np.array(heads))
    )


@given(SQUARES)
def test_best_tree_is_a_tree_and_no_other_scores_more(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert is_tree(heads)
    found = sum(float(scores[i, head]) for i, head in enumerate(heads))
    assert found == pytest.approx(brute_force(scores), abs=1e-4)


def test_best_tree_keeps_heads_that_are_a_tree_already() -> None:
    rng = np.random.default_rng(5)
    scores = rng.normal(size=(30, 30))
    gold = np.array([0, *(rng.integers(0, i) for i in range(1, 30))])
    scores[np.arange(30), gold] += 1000
    assert best_tree(scores).tolist() == gold.tolist()


def test_best_tree_of_a_long_sentence() -> None:
    scores = np.random.default_rng(1).normal(size=(250, 250))
    assert is_tree(best_tree(scores))


def crossing(heads: list[int]) -> int:
    arcs = [(min(i, h), max(i, h)) for i, h in enumerate(heads)]
    return sum(a < c < b < d for a, b in arcs for c, d in arcs)


@given(SQUARES)
def test_uncrossing_leaves_a_tree_that_crosses_no_more_than_before(scores: np.ndarray) -> None:
    best = best_tree(scores)
    moved = uncrossed(best, scores)
    assert is_tree(moved)
    assert crossing(moved.tolist()) <= crossing(best.tolist())
    if not crossing(best.tolist()):
        assert moved.tolist() == best.tolist()


@pytest.mark.parametrize(("gap", "head"), [(1.0, 2), (10.0, 1)])
def test_an_adverb_goes_to_the_noun_it_stands_beside_if_that_scores_nearly_as_well(gap: float, head: int) -> None:
    # "it killed him / in the execution / years-ago / of a worker": 1 heads 2, 3 crosses the arc from 2 to 4.
    scores = np.full((5, 5), -50.0)
    for word, above in enumerate([1, 1, 1, 1, 2]):
        scores[word, above] = 10.0
    scores[3, 2] = 10.0 - gap
    assert best_tree(scores).tolist() == [1, 1, 1, 1, 2]
    assert uncrossed(best_tree(scores), scores).tolist() == [1, 1, 1, head, 2]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.data())
def test_several_sentences_at_once_get_the_trees_that_each_gets_alone(sizes: list[int], data: st.DataObject) -> None:
    total = sum(sizes)
    scores = data.draw(arrays(np.float64, (total, total), elements=st.floats(-50, 50, allow_nan=False, width=32)))
    starts = np.cumsum([0, *sizes[:-1]])
    found = trees(scores, starts)
    for low, size in zip(starts.tolist(), sizes, strict=True):
        square = scores[low : low + size, low : low + size]
        assert (found[low : low + size] - low).tolist() == uncrossed(best_tree(square), square).tolist()
