"""What the treebank's rules rule out is mended: two subjects of a verb, a noun phrase across a colon."""

from __future__ import annotations

import numpy as np
import pytest

from kg.language.slips import mend_colons, mend_subjects, spelled_apart

LABELS = ("root", "nsubj", "ccomp", "obj", "punct", "compound", "parataxis")


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


@pytest.mark.parametrize(
    ("words", "tree", "mended"),
    [
        (
            "UN : paramilitaries fired",
            [(2, "compound"), (0, "punct"), (3, "nsubj"), (3, "root")],
            [(3, "parataxis"), (0, "punct"), (3, "nsubj"), (3, "root")],
        ),
        # what stands before a colon as a sentence of its own, or behind it, is left alone
        (
            "Toll : car bomb kills",
            [(4, "nsubj"), (0, "punct"), (3, "compound"), (4, "nsubj"), (4, "root")],
            [(4, "nsubj"), (0, "punct"), (3, "compound"), (4, "nsubj"), (4, "root")],
        ),
    ],
)
def test_what_stands_before_a_colon_is_no_part_of_a_noun_phrase_behind_it(
    words: str, tree: list[tuple[int, str]], mended: list[tuple[int, str]]
) -> None:
    heads = np.array([head for head, _ in tree], dtype=np.int64)
    deps = np.array([LABELS.index(label) for _, label in tree], dtype=np.int64)
    mend_colons(words.split(), heads, deps, LABELS)
    assert [(head, LABELS[dep]) for head, dep in zip(heads.tolist(), deps.tolist(), strict=True)] == mended


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Omar Said said so yesterday", "Omar Salim said so yesterday"),
        ("Said was shot dead", "Salim was shot dead"),
        ("Said General Bello of the deed", "Said General Bello of the deed"),
        ("Rebels Killed Nine Men , Police Said", "Rebels Killed Nine Men , Police Said"),
        ("nobody said so", "nobody said so"),
    ],
)
def test_a_man_called_said_is_no_verb(text: str, seen: str) -> None:
    assert list(spelled_apart(text.split())) == seen.split()
