"""How many: the counts that a text states, and what a noun phrase's words before its noun count.

Conventions stand with the reading of the words in ``kg.extract.counting``. Ordinals, ages, dates, distances,
money, percentages, model names (``MQ-9``) and numbers that label something (``Resolution 2254``) count nobody
and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.counting import OPENERS, WORD, read_count
from kg.extract.numerals import figure, word_set
from kg.extract.times import find
from kg.extract.times.expressions import Duration
from kg.extract.times.words import MONTHS, SHORT_MONTHS
from kg.model import Count, Span

_LONGEST = 24  # words that a count and what it measures can take
_LABELS = word_set(
    "no number article articles resolution law decree route highway flight room chapter section page phase "
    "grade class level group camp unit channel radio agenda operation act part version protocol boeing "
    "airbus bus line aged age ages top episode psalm sura surah verse paragraph"
)
_STOPS = word_set(
    "a an and are as at be been but by died for from had has have he his in into is it near of on or said "
    "she that the their there they this to was were when where which while who whose will with after before "
    "during including killed wounded injured dead hurt arrested captured kidnapped detained abducted missing"
)
_SKIPPED = word_set("of the more other additional further such his her its their these")
_IRREGULAR = frozenset(
    {"people", "men", "women", "children", "police", "personnel", "troops", "policemen", "servicemen"}
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in a text; ``noun`` is a guess at what is counted, empty where the words after it tell
    nothing."""

    span: Span
    count: Count
    noun: str = ""


def parse_count(words: Sequence[str]) -> Count | None:
    """The count that words such as a noun phrase's premodifiers state; None where they count nothing.

    Words that count nothing (``the``, ``armed``) may stand before and after. ``a`` and ``an`` count one.
    """
    return _count_in(" ".join(words))


@lru_cache(maxsize=1 << 13)  # "at least", "two", "the three": the same few words stand before most nouns
def _count_in(text: str) -> Count | None:
    pieces = [piece.group().lower() for piece in WORD.finditer(text)]
    for at, piece in enumerate(pieces):
        if piece[0].isdigit() and _dates_or_prices(pieces, at):
            return None
        labelled = pieces[-2:-1] and pieces[-2] in _LABELS
        if piece in ("a", "an") and len(pieces) - at > 2 and figure(pieces[-1]) is not None and not labelled:
            continue  # "a staggering 5,000 people", "a record 230"
        read = read_count(pieces[at : at + _LONGEST], 0, articles=True)
        if read is not None and not _dates_or_prices(pieces, at + read[1] - 1):
            return read[0]
        if figure(piece) is not None:
            return None
    return None


def _dates_or_prices(pieces: list[str], at: int) -> bool:
    """Whether a figure among a noun's words belongs to a date, a price or a model name."""
    if not pieces[at].isdigit():
        return False
    before = pieces[at - 1] if at else ""
    if before in ("-", "–") and at > 1 and pieces[at - 2].isalpha():
        return True
    month = pieces[at - 2] if before == "." and at > 1 else before
    if month in MONTHS or month in SHORT_MONTHS or before in ("$", "€", "£"):
        return True
    year = len(pieces[at]) == 4 and 1900 <= int(pieces[at]) <= 2060
    return year and before in (
        "the",
        "a",
        "an",
        "s",
        "in",
        "of",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
    )


def find_counts(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """All counts in a text in their order; ``offset`` is added to their positions. Articles are not taken as
    counts."""
    found = list(WORD.finditer(text))
    words = [piece.group().lower() for piece in found]
    dated = [expression.span for expression in find(text) if not isinstance(expression, Duration)]
    quantities: list[Quantity] = []
    at = 0
    next_date = 0
    while at < len(words):
        begin = found[at].start()
        while next_date < len(dated) and dated[next_date].end <= begin:
            next_date += 1
        if next_date < len(dated) and dated[next_date].begin <= begin:
            at += 1
            continue
        if not (words[at] in OPENERS or words[at][0].isdigit() or words[at].partition("-")[0] in OPENERS):
            at += 1
            continue
        read = read_count(words[at : at + _LONGEST], 0, articles=False)
        if read is None or not _counts(text, found[at].start(), found[at + read[1] - 1].end(), words, at):
            at += 1
            continue
        count, length = read
        end = found[at + length - 1].end()
        if next_date < len(dated) and dated[next_date].begin < end:
            at += 1
            continue
        span = Span(begin + offset, end + offset)
        quantities.append(Quantity(span, count, _noun(words, at + length)))
        at += length
    return tuple(quantities)


def _counts(text: str, begin: int, end: int, words: Sequence[str], at: int) -> bool:
    """Whether a number counts something rather than naming, labelling or pricing it."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    listed = before in ("-", "–") and text[begin - 2 : begin - 1].isspace()
    if after in ("$", "€", "_") or (before in tuple("$€£¥#-–/.:_") and not listed):
        return False
    if before.isalnum() or after.isalnum():
        return False
    if after in ("-", "/", ":") and text[end + 1 : end + 2].isalnum():
        return False
    previous = words[at - 1] if at > 0 else ""
    if words[at] in ("one", "no", "none") and not _determines(words, at):
        return False
    if previous == "." and at > 1 and words[at - 2] in ("no", "nos", "art"):
        return False
    if (
        previous == ","
        and words[at].isdigit()
        and int(words[at]) < 110
        and words[at + 1 : at + 2] in ([","], ["."], [";"])
    ):
        return False
    return not (previous in _LABELS and words[at][:1].isdigit())


def _determines(words: Sequence[str], at: int) -> bool:
    """Whether ``one`` or ``no`` stands before what it counts."""
    previous = words[at - 1] if at > 0 else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if previous in ("no", "the", "this", "that", "any", "every", "each", "which", "everyone") and words[at] == "one":
        return False
    if words[at] == "none":
        return True
    return following.isalpha() and following not in (
        "another",
        "that",
        "who",
        "is",
        "was",
        "can",
        "day",
        "one",
        "longer",
    )


def _noun(words: Sequence[str], at: int) -> str:
    """The last word of the run after a count, up to a function word or a verb of harm."""
    while at < len(words) and words[at] in _SKIPPED:
        at += 1
    last = ""
    for word in words[at : at + 5]:
        if not word[:1].isalpha() or word in _STOPS:
            break
        last = word
        if word in _IRREGULAR or (word.endswith("s") and len(word) > 3):
            break
    return last
