"""Counts: what the words state, and what in a text counts at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import find_counts, parse_count
from kg.extract.numerals import figure, ordinal_word, read_cardinal
from kg.model import Count

PHRASES: list[tuple[str, tuple[int | None, int | None, int | None] | None]] = [
    ("27", (27, 27, 27)),
    ("1,200", (1200, 1200, 1200)),
    ("twenty-seven", (27, 27, 27)),
    ("twenty - seven", (27, 27, 27)),
    ("one hundred and twenty", (120, 120, 120)),
    ("two hundred six", (206, 206, 206)),
    ("a hundred and six", (106, 106, 106)),
    ("three thousand five hundred", (3500, 3500, 3500)),
    ("2.5 million", (2_500_000, 2_500_000, 2_500_000)),
    ("a dozen", (12, 12, 12)),
    ("half a dozen", (6, 6, 6)),
    ("two dozen", (24, 24, 24)),
    ("a", (1, 1, 1)),
    ("an unarmed", (1, 1, 1)),
    ("one", (1, 1, 1)),
    ("another", (1, 1, 1)),
    ("a single", (1, 1, 1)),
    ("another 11", (11, 11, 11)),
    ("a further two", (2, 2, 2)),
    ("the two American", (2, 2, 2)),
    ("all three", (3, 3, 3)),
    ("both", (2, 2, 2)),
    ("a couple of", (2, 2, 2)),
    ("a pair of", (2, 2, 2)),
    ("no", (0, 0, 0)),
    ("none", (0, 0, 0)),
    ("zero", (0, 0, 0)),
    ("not a single", (0, 0, 0)),
    ("at least 27", (27, 27, None)),
    ("At least twenty-seven", (27, 27, None)),
    ("no fewer than 17", (17, 17, None)),
    ("more than a dozen", (12, 12, None)),
    ("more than 1,200 armed", (1200, 1200, None)),
    ("over 100", (100, 100, None)),
    ("more than one", (2, None, None)),
    ("more than one hundred", (100, 100, None)),
    ("upwards of 60", (60, 60, None)),
    ("135 or more", (135, 135, None)),
    ("50 - plus", (50, 50, None)),
    ("20-odd", (20, 20, None)),
    ("up to 30", (None, 30, 30)),
    ("as many as 60", (None, 60, 60)),
    ("no more than 5", (None, 5, 5)),
    ("nearly 30", (None, 30, 30)),
    ("almost 30", (None, 30, 30)),
    ("fewer than 10", (None, None, 10)),
    ("less than a dozen", (None, None, 12)),
    ("some 40", (None, 40, None)),
    ("about 40", (None, 40, None)),
    ("around forty", (None, 40, None)),
    ("an estimated 300", (None, 300, None)),
    ("30 or so", (None, 30, None)),
    ("between 20 and 30", (20, None, 30)),
    ("between twenty and thirty", (20, None, 30)),
    ("20 to 30", (20, None, 30)),
    ("12-15", (12, None, 15)),
    ("12 – 15", (12, None, 15)),
    ("two or three", (2, None, 3)),
    ("two to three million", (2_000_000, None, 3_000_000)),
    ("dozens", (24, None, None)),
    ("dozens of", (24, None, None)),
    ("scores of", (40, None, None)),
    ("hundreds", (200, None, None)),
    ("thousands of", (2000, None, None)),
    ("tens of thousands of", (20_000, None, None)),
    ("hundreds of thousands of", (200_000, None, None)),
    ("several dozen", (24, None, None)),
    ("a few hundred", (200, None, None)),
    ("at least two dozen", (24, 24, None)),
    ("several", (2, None, None)),
    ("a few", (2, None, None)),
    ("a number of", (2, None, None)),
    ("many", (2, None, None)),
    ("multiple", (2, None, None)),
    ("the", None),
    ("armed Shiite", None),
    ("", None),
    ("third", None),
    ("the third", None),
    ("the 3rd", None),
    ("34 - year - old", None),
    ("the 34-year-old", None),
    ("AGM-114", None),
    ("35 km", None),
    ("$ 30", None),
    ("a staggering 5,000", (5000, 5000, 5000)),
    ("a record 230", (230, 230, 230)),
    ("a Boeing 747", (1, 1, 1)),
    ("the 2012", None),
    ("the June 15", None),
    ("the Sept. 11", None),
]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_words_before_a_noun(phrase: str, expected: tuple[int | None, int | None, int | None] | None) -> None:
    assert parse_count(phrase.split()) == (None if expected is None else Count(*expected))


TEXTS: list[tuple[str, list[str]]] = [
    (
        "At least 27 people died, 12 of them children.",
        ["At least 27 = 27,27,- people", "12 = 12,12,12 children"],
    ),
    ("Nine women, four boys and a baby died.", ["Nine = 9,9,9 women", "four = 4,4,4 boys"]),
    ("A doctor put the toll at 30.", ["30 = 30,30,30"]),
    ("19 were killed and more than 50 wounded.", ["19 = 19,19,19", "more than 50 = 50,50,-"]),
    ("ABOUT 50 PEASANTS WERE SEIZED.", ["ABOUT 50 = -,50,- peasants"]),
    ("Dozens of rebels and two helicopters", ["Dozens of = 24,-,- rebels", "two = 2,2,2 helicopters"]),
    ("No civilians were harmed.", ["No = 0,0,0 civilians"]),
    ("between 10 and 15 soldiers", ["between 10 and 15 = 10,-,15 soldiers"]),
    ("One soldier died; another two were hurt.", ["One = 1,1,1 soldier", "another two = 2,2,2"]),
    ("1,000 troops on 3 fronts", ["1,000 = 1000,1000,1000 troops", "3 = 3,3,3 fronts"]),
    ("as many as 60 fighters", ["as many as 60 = -,60,60 fighters"]),
    ("Five policemen were killed by a 34-year-old man.", ["Five = 5,5,5 policemen"]),
    ("The two CIA officers and six guards died.", ["The two = 2,2,2 officers", "six = 6,6,6 guards"]),
    ("None of the 14 passengers survived.", ["None = 0,0,0", "the 14 = 14,14,14 passengers"]),
    ("Two or three men fired 20-30 rounds.", ["Two or three = 2,-,3 men", "20-30 = 20,-,30 rounds"]),
]

UNCOUNTED = [
    "He was killed on 30 December 2014.",
    "They met at 9:30 a.m. and again at 1800 GMT.",
    "It lies 35 km south of the town.",
    "It cost $30 million, or 5 million U.S. dollars.",
    "A 34-year-old and Ali, 50, who lives there",
    "An MQ-9 fired an AGM-114 at a T-72 with M-16 rifles.",
    "UN Resolution 2254 and Law 18314",
    "the 3rd brigade in the 1980s",
    "Turnout was 90 percent.",
    "No one saw it, and no longer will anyone.",
    "for the second time in two hours",
    "in his early 30s",
    "No, he said.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:40] for text, _ in TEXTS])
def test_counts_in_a_text(text: str, expected: list[str]) -> None:
    seen = []
    for found in find_counts(text):
        low, best, high = ("-" if n is None else n for n in (found.count.low, found.count.best, found.count.high))
        seen.append(f"{found.span.of(text)} = {low},{best},{high} {found.noun}".strip())
    assert seen == expected


@pytest.mark.parametrize("text", UNCOUNTED)
def test_what_counts_nobody(text: str) -> None:
    assert [found.span.of(text) for found in find_counts(text)] == []


WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
WORDS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, joint: str) -> str:
    if number < 20:
        return WORDS[number]
    if number < 100:
        return TENS[number // 10] + (joint + WORDS[number % 10] if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{WORDS[number // 100]} hundred" + (f" and {spelled(rest, joint)}" if rest else "")
    rest = number % 1000
    head = f"{spelled(number // 1000, joint)} thousand"
    if not rest:
        return head
    return f"{head} {'and ' if rest < 100 else ''}{spelled(rest, joint)}"


@given(st.integers(0, 999_999), st.sampled_from(["-", " - ", " "]))
def test_number_words_are_read_back(number: int, joint: str) -> None:
    words = spelled(number, joint).split()
    assert read_cardinal(words) == (number, len(words))


@given(st.integers(0, 10**9))
def test_figures_are_read_back(number: int) -> None:
    assert figure(str(number)) == figure(f"{number:,}") == number
    assert parse_count([f"{number:,}", "people"]) == Count(number, number, number)


PIECES = st.sampled_from(
    [
        "at",
        "least",
        "more",
        "than",
        "up",
        "to",
        "between",
        "and",
        "20",
        "1,200",
        "30",
        "-",
        "–",
        "dozens",
        "of",
        "several",
        "a",
        "dozen",
        "no",
        "one",
        "two",
        "hundred",
        "thousand",
        "half",
        "million",
        "2.5",
        "or",
        "so",
        "plus",
        "%",
        "$",
        "km",
        "year",
        "old",
        "the",
        "third",
        "3rd",
        "Sept",
        "11",
        ",",
        ".",
        "(",
        ")",
        "MQ",
        "9",
        "both",
        "few",
        "couple",
        "U.S.",
        "dollars",
    ]
)
FUZZ = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join))


@given(FUZZ, st.integers(0, 100))
def test_any_text_is_taken(text: str, offset: int) -> None:
    counts = find_counts(text, offset)
    end = offset
    for found in counts:
        assert end <= found.span.begin < found.span.end <= offset + len(text)
        end = found.span.end
        bounds = [n for n in (found.count.low, found.count.best, found.count.high) if n is not None]
        assert bounds
        assert bounds == sorted(bounds)
    parse_count(text.split())


def test_ordinals() -> None:
    assert [ordinal_word(word) for word in ("third", "Twenty-first", "two", "thirtieth")] == [3, 21, None, 30]


HOSTILE = ["1 " * 2000, "one hundred " * 1500, "at least " * 2000, "20-" * 2000, "a " * 4000, "1,000" * 2000]
HOSTILE += ["9" * 30_000, "twenty-" * 2000, "between " * 2000]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:10] for text in HOSTILE])
def test_time_grows_with_length_only(text: str) -> None:
    begin = time.process_time()
    find_counts(text)
    parse_count(text.split())
    assert time.process_time() - begin < 2
