"""The proper/head measure on cases small enough to count by hand."""

from __future__ import annotations

import pytest

from kg.language.corpora import Report
from kg.language.scoring import Mention, counts, f1, head_of, tally

TEXT = "Foreign Secretary Boris Johnson met Turkish forces near Aleppo, Syria on Monday. Missiles hit."


def span(words: str, kind: str) -> Mention:
    begin = TEXT.index(words)
    return begin, begin + len(words), kind


GOLD = [
    span("Foreign Secretary Boris Johnson", "Person"),
    span("Turkish forces", "Organisation"),
    span("Aleppo, Syria", "Location"),
    span("Monday", "Temporal"),
    span("Missiles", "Weapon"),
]
REPORT = Report("1", "S", TEXT, GOLD, {(TEXT.index("Turkish"), TEXT.index("Turkish") + 7)})


def figures(*found: Mention) -> tuple[int, int, int]:
    count = tally(REPORT, list(found))
    return (
        sum(v for k, v in count.items() if k.endswith("right")),
        sum(v for k, v in count.items() if k.endswith("predicted")),
        sum(v for k, v in count.items() if k.endswith("asked")),
    )


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Aleppo, Syria", "Aleppo"),
        ("Foreign Secretary Boris Johnson", "Johnson"),
        ("Turkish forces", "forces"),
    ],
)
def test_head(words: str, head: str) -> None:
    begin, end, _ = span(words, "X")
    low, high = head_of(TEXT, begin, end)
    assert TEXT[low:high] == head


def test_a_people_with_a_common_head_is_not_asked_for() -> None:
    assert [counts(TEXT, mention) for mention in GOLD] == [True, False, True, True, True]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], (0, 0, 4)),
        ([span("Boris Johnson", "Person")], (1, 1, 4)),  # inside, and covers the head
        ([span("Foreign Secretary", "Person")], (0, 1, 4)),  # not the head
        ([span("Boris Johnson", "Organisation")], (0, 1, 4)),  # wrong type
        ([span("Turkish forces", "Organisation")], (0, 0, 4)),  # right, but not asked for
        ([span("Turkish", "Nationality")], (0, 0, 4)),  # rejected by the annotators
        ([span("met", "Person")], (0, 1, 4)),
        ([span("Boris Johnson", "Person"), span("Johnson", "Person")], (1, 2, 4)),  # one mention, one match
        (GOLD, (4, 4, 4)),
    ],
)
def test_tally(found: list[Mention], expected: tuple[int, int, int]) -> None:
    assert figures(*found) == expected


def test_f1() -> None:
    count = tally(REPORT, [span("Boris Johnson", "Person"), span("met", "Person")])
    precision, recall, score = f1(count)
    assert (precision, recall) == (0.5, 0.25)
    assert score == pytest.approx(1 / 3)
    assert f1({}) == (0.0, 0.0, 0.0)
