"""A verb has one subject: the clause that it tells gets its own back."""

from __future__ import annotations

import numpy as np
import pytest

from kg.language.slips import mend_subjects

LABELS = ("root", "nsubj", "ccomp", "obj", "punct")


@pytest.mark.parametrize(
    ("tree", "heads"),
    [
        # Nothing(0) indicated(1) ,(2) agency(3) said(4)
        ([(4, "nsubj"), (4, "ccomp"), (4, "punct"), (4, "nsubj"), (4, "root")], [1, 4, 4, 4, 4]),
        # the clause has a subject: nothing is sure
        ([(4, "nsubj"), (2, "nsubj"), (4, "ccomp"), (4, "nsubj"), (4, "root")], [4, 2, 4, 4, 4]),
        # one subject only, and a clause behind the verb
        ([(1, "nsubj"), (1, "root"), (3, "nsubj"), (1, "ccomp"), (3, "obj")], [1, 1, 3, 1, 3]),
    ],
)
def test_a_clause_between_two_subjects_of_one_verb_has_the_first(tree: list[tuple[int, str]], heads: list[int]) -> None:
    found = np.array([head for head, _ in tree], dtype=np.int64)
    deps = np.array([LABELS.index(label) for _, label in tree], dtype=np.int64)
    mend_subjects(found, deps, LABELS)
    assert found.tolist() == heads
