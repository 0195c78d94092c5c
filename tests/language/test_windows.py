"""Long texts are read in windows, whole sentences each, whatever their length."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from kg.language.network import Floats, Ints, Labels, Reading
from kg.language.tree import is_tree
from kg.language.windows import LONGEST, WINDOW, read_text

LABELS = Labels(("NN",), ("NOUN",), ("_",), ("dep", "root"), ("O",), ("O",), ())


@dataclass
class Stub:
    """A network that ends a sentence at every full stop and notes the windows it was given."""

    labels: Labels = LABELS
    seen: list[list[str]] = field(default_factory=list)

    @property
    def pieces(self) -> Any:
        return self

    def all(self, words: list[str]) -> list[tuple[int, ...]]:
        return [(1,) * max(1, word.count("x")) for word in words]

    def read(self, words: list[str], starts: Floats) -> Reading:
        self.seen.append(words)
        size = len(words)
        after_stop = np.array([i > 0 and words[i - 1] == "." for i in range(size)])
        begins = (np.where(after_stop, 1.0, -1.0) + starts) > 0
        zeros = np.zeros(size, dtype=np.int64)
        one = np.zeros((size, 1), dtype=np.float32)
        none = np.zeros((size, 0), dtype=np.float32)
        # The last word of a sentence heads the others; so says every score.
        arcs = np.full((size, size), -1e4, dtype=np.float32)
        bounds = [*np.flatnonzero(begins).tolist(), size]
        for low, high in pairwise(bounds):
            arcs[low:high, low:high] = 0
            arcs[low:high, high - 1] = 5
        numbers = np.array([-1 if word == "." else float(word) if word.isdigit() else 0 for word in words])
        return Reading(zeros, zeros, zeros, one, one, none, begins, arcs, one, numbers[:, None].astype(np.float32))

    def relations(self, reading: Reading, heads: Ints) -> Ints:
        return np.zeros(len(heads), dtype=np.int64)


def text(*lengths: int) -> list[str]:
    """Sentences of so many words, their full stops included."""
    return [word for length in lengths for word in [*["w0"[1:]] * (length - 1), "."]]


def sentence_ends(words: list[str]) -> set[int]:
    return {i for i, word in enumerate(words) if word == "."}


@pytest.mark.parametrize(
    "lengths",
    [[1], [5, 9], [WINDOW], [WINDOW + 1], [100, 100, 100], [90] * 20, [LONGEST, 3], [3, LONGEST, 3]],
)
def test_sentences_that_fit_are_never_cut(lengths: list[int]) -> None:
    words = text(*lengths)
    read = read_text(Stub(), words, [0] * len(words))  # type: ignore[arg-type]
    roots = set(np.flatnonzero(read.heads == np.arange(len(words))).tolist())
    assert roots == sentence_ends(words)


def test_a_sentence_without_end_is_cut_and_costs_one_window_each() -> None:
    stub = Stub()
    words = ["1"] * 50_000
    read = read_text(stub, words, [0] * len(words))  # type: ignore[arg-type]
    assert len(read.heads) == len(words)
    assert max(map(len, stub.seen)) == LONGEST
    assert len(stub.seen) <= 2 * (len(words) // LONGEST + 1)
    assert is_tree(read.heads[:LONGEST])


def test_a_word_of_more_pieces_than_a_window_is_read_alone() -> None:
    stub = Stub()
    read = read_text(stub, ["1", "x" * (LONGEST + 5), "1"], [1, 0, 0])  # type: ignore[arg-type]
    assert len(read.heads) == 3


def test_windows_end_with_paragraphs() -> None:
    stub = Stub()
    words = text(60, 60, 60, 60)
    starts = [int(i in (0, 120)) for i in range(len(words))]
    read_text(stub, words, starts)  # type: ignore[arg-type]
    assert [len(window) for window in stub.seen] == [120, 120]


def test_given_starts_win() -> None:
    words = text(6, 6)
    starts = [0] * 12
    starts[3], starts[6] = 1, -1
    read = read_text(Stub(), words, starts)  # type: ignore[arg-type]
    assert np.flatnonzero(read.heads == np.arange(12)).tolist() == [2, 11]


def test_no_words() -> None:
    read = read_text(Stub(), [], [])  # type: ignore[arg-type]
    assert len(read.heads) == 0
    assert read.names.shape == (0, 1)


def test_windows_end_with_sentences_that_a_full_stop_ends_and_nothing_is_read_twice() -> None:
    stub = Stub()
    words = ["Word", "follows", "word", "again", "."] * 60
    read_text(stub, words, [0] * len(words))  # type: ignore[arg-type]
    assert sum(len(window) for window in stub.seen) == len(words)
    assert all(window[-1] == "." and len(window) * 2 >= WINDOW for window in stub.seen[:-1])


@pytest.mark.parametrize(
    "end", [["Gen", ".", "Smith"], ["U.S", ".", "Army"], ["said", ".", "and"], ["said", ",", "He"]]
)
def test_a_window_does_not_end_where_the_stop_may_be_no_full_stop(end: list[str]) -> None:
    stub = Stub()
    words = ["word"] * (WINDOW - 2) + end + ["word"] * WINDOW + ["."]
    read_text(stub, words, [0] * len(words))  # type: ignore[arg-type]
    assert stub.seen[0] == words[:WINDOW]
