"""Where the finder does not look, no expression could have been read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.numerals import NUMBER_WORDS, ORDINALS
from kg.extract.times import finder
from kg.extract.times import words as w
from kg.extract.times.calendar_rules import _DATES
from kg.extract.times.composition import _CORES, _TIMES
from kg.extract.times.finder import _expression, find
from kg.extract.times.tokens import Words

_TABLES = (
    w.MONTHS, w.SHORT_MONTHS, w.WEEKDAYS, w.PLURAL_WEEKDAYS, w.UNITS, w.PERIODS, w.DAY_PARTS, w.PARTS, w.PART_NOUNS,
    w.SEASONS, w.VAGUE_AMOUNTS, w.LEADING, w.OTHER_CORES, w.OTHER_OPENERS, NUMBER_WORDS, ORDINALS,
)  # fmt: skip
_WORDS = sorted({word for table in _TABLES for word in table})
_OTHERS = [
    "army",
    "killed",
    "Ramadan",
    "Good",
    "Friday",
    "12",
    "3rd",
    "2014",
    "1990s",
    "'80s",
    "8",
    "pm",
    "33 civilians",
    "p.m.",
    "o'clock",
    "AD",
    "A.D.",
    "hours",
    "\n\n",
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_WORDS) | st.sampled_from(_OTHERS), max_size=12).map(" ".join))
def test_what_is_passed_over_begins_no_expression(text: str) -> None:
    words = Words(text)
    beginnings = finder._beginnings(words)
    assert beginnings == sorted(set(beginnings))
    for index in set(range(len(words))).difference(beginnings):
        assert _expression(words, index) is None


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_WORDS) | st.sampled_from(_OTHERS), max_size=12).map(" ".join))
def test_a_rule_reads_nothing_that_begins_with_another_word(text: str) -> None:
    words = Words(text)
    for openings in (_TIMES, _CORES, _DATES):
        for rule, first, figures in openings.rules:
            for index in range(len(words)):
                if rule(words, index) is not None:
                    assert words.low(index) in first or (figures and words.at(index).digits), rule


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("in the small hours of Sunday", "small hours of Sunday"),
        ("at the very end of 2013", "the very end of 2013"),
        ("more than two hundred and fifty days ago", "more than two hundred and fifty days ago"),
        ("the third of March", "the third of March"),
    ],
)
def test_words_that_lead_to_a_date_are_looked_at(text: str, expression: str) -> None:
    assert [found.text for found in find(f"It was {text}, they said.")] == [expression]
