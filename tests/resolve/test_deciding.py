"""What is left to decide, and what an answer makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import KnowledgeError
from kg.resolve import Action, Correction, Verdict
from kg.resolve.deciding import answers, decided, new, table, undecided
from kg.resolve.ledger import Pair
from kg.resolve.sides import side_by_side
from kg.resolve.witness import Side


def side(key: str, document: str = "one") -> Side:
    """One side, without evidence."""
    return Side(f"person-{key}-{key * 10}", key.upper(), document)


def pair(left: str, right: str, score: float = 0.7, verdict: Verdict = Verdict.UNSURE, other: str = "two") -> Pair:
    """Two things that were hard to judge."""
    return Pair(side(left), side(right, other), verdict, score, ("a name like that",))


def names(pairs: list[Pair]) -> list[str]:
    """The pairs in letters."""
    return [f"{found.left.label}{found.right.label}" for found in pairs]


def test_the_likeliest_comes_first_and_each_pair_once() -> None:
    pairs = [pair("a", "c"), pair("a", "b"), pair("b", "a", 0.9), pair("a", "d", 0.8), pair("c", "d", 0.7)]
    assert names(undecided(pairs, [])) == ["BA", "AD", "AC", "CD"]


def test_what_is_decided_or_gone_is_not_asked_again() -> None:
    pairs = [pair("a", "b"), pair("a", "c"), pair("c", "d"), pair("d", "e")]
    known = [
        Correction(Action.APART, (side("b").thing, side("a").thing)),
        Correction(Action.MERGE, (side("d").thing, side("e").thing)),
        Correction(Action.RENAME, (side("a").thing,), name="A. B."),
        Correction(Action.DELETE, (side("c").thing,)),
    ]
    assert names(undecided(pairs, known[:3])) == ["AC", "CD"]
    assert names(undecided(pairs, known)) == []


def test_joined_pairs_come_the_most_doubtful_first() -> None:
    pairs = [pair("a", "a", 0.8, Verdict.SAME), pair("b", "b", 0.6, Verdict.SAME), pair("c", "d")]
    assert names(undecided(pairs, [], merged=True)) == ["BB", "AA"]


@pytest.mark.parametrize(
    ("found", "answer", "correction"),
    [
        (pair("a", "b"), Verdict.SAME, Correction(Action.MERGE, (side("a").thing, side("b").thing), by="me")),
        (pair("a", "b"), Verdict.DIFFERENT, Correction(Action.APART, (side("a").thing, side("b").thing), by="me")),
        (pair("a", "b"), Verdict.UNSURE, None),
        (pair("a", "a"), Verdict.SAME, None),
        (pair("a", "a"), Verdict.DIFFERENT, Correction(Action.SPLIT, (side("a").thing,), ("two",), by="me")),
    ],
)
def test_an_answer_becomes_a_correction(found: Pair, answer: Verdict, correction: Correction | None) -> None:
    assert decided(found, answer, by="me") == correction


def test_a_thing_of_one_report_is_split_by_the_claims_on_one_side() -> None:
    joined = Pair(
        replace(side("a"), claims=("claim-1", "claim-2")),
        replace(side("a"), claims=("claim-2", "claim-3")),
        Verdict.SAME,
        0.7,
        (),
    )
    expected = Correction(Action.SPLIT, (side("a").thing,), claims=("claim-3",))
    assert decided(joined, Verdict.DIFFERENT) == expected
    filled = table([joined]).replace("\n,,", "\ndifferent,,", 1)
    assert answers(filled, "t.csv") == (expected,)


def test_a_thing_of_one_report_is_not_split_where_all_claims_speak_of_both() -> None:
    with pytest.raises(KnowledgeError, match="no claim of one speaks of one of the two alone"):
        decided(pair("a", "a", other="one"), Verdict.DIFFERENT)


def test_a_table_comes_back_as_corrections() -> None:
    text = table([pair("a", "b"), pair("c", "d")])
    filled = text.replace("\n,,", "\nDifferent,namesakes,", 1)
    assert answers(text, "t.csv") == ()
    (found,) = answers(filled, "t.csv", by="me")
    assert found == Correction(Action.APART, (side("a").thing, side("b").thing), why="namesakes", by="me")
    assert new([found], [found]) == []


def test_two_things_stand_side_by_side() -> None:
    shown = side_by_side(pair("a", "b"), 60).splitlines()
    assert shown[0].split(" │ ") == [f"{'A':<28}", "B"]
    assert "unsure 0.7: a name like that" in shown
    assert max(map(len, shown)) <= 60
