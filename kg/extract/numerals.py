"""English number words and figures as newswire writes them: ``twenty-seven``, ``1,200``, ``two hundred and
six``."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine":
    9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty":
    80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
NUMBER_WORDS = frozenset().union(_UNITS, _TENS, SCALES)
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth":
    15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth":
    30,
}  # fmt: skip
_FIGURE = re.compile(r"[0-9]{1,3}(?:[,  ][0-9]{3}){1,4}|[0-9]{1,15}")
_DECIMAL = re.compile(r"([0-9]{1,9})\.([0-9]{1,6})")
_LARGEST = 10**12


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set, for lists that are easier to read without quotes."""
    return frozenset(text.split())


def figure(word: str) -> int | None:
    """The whole number that digits stand for, with or without thousands separators; None for anything
    else."""
    if not _FIGURE.fullmatch(word):
        return None
    value = int(re.sub(r"[^0-9]", "", word))
    return value if value <= _LARGEST else None


def ordinal_word(word: str) -> int | None:
    """``third`` → 3; only spelled-out ordinals up to thirty-first."""
    low = word.lower()
    if low in ORDINALS:
        return ORDINALS[low]
    tens, hyphen, unit = low.partition("-")
    if hyphen and tens in _TENS and ORDINALS.get(unit, 10) < 10:
        return _TENS[tens] + ORDINALS[unit]
    return None


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = words[at]
    if word in _UNITS:
        return _UNITS[word], at + 1
    if word in _TENS:
        after = at + 1
        if after < len(words) and words[after] == "-":
            after += 1
        if after < len(words) and 0 < _UNITS.get(words[after], 0) < 10:
            return _TENS[word] + _UNITS[words[after]], after + 1
        return _TENS[word], at + 1
    tens, hyphen, unit = word.partition("-")
    if hyphen and tens in _TENS and 0 < _UNITS.get(unit, 0) < 10:
        return _TENS[tens] + _UNITS[unit], at + 1
    return None


def _leading(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """A figure (also decimal) or a spelled number below a hundred."""
    word = words[at]
    value = figure(word)
    if value is not None:
        return value, at + 1
    decimal = _DECIMAL.fullmatch(word)
    if decimal:
        return float(word), at + 1
    return _below_hundred(words, at)


def _group(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """A number up to the hundreds: ``two hundred and six``, ``15``, ``2.5``."""
    leading = _leading(words, at)
    if leading is None:
        return None
    value, end = leading
    if end >= len(words) or words[end] != "hundred" or not 0 < value < 100:
        return value, end
    value, end = value * 100, end + 1
    start = end + 1 if end < len(words) and words[end] == "and" else end
    rest = _below_hundred(words, start) if start < len(words) else None
    return (value + rest[0], rest[1]) if rest and rest[0] else (value, end)


def read_cardinal(words: Sequence[str], at: int = 0) -> tuple[int, int] | None:
    """Read the whole number that starts at a word: its value and the index of the first word after it.

    ``words`` may be split at hyphens or not and in any case. A decimal counts only before a scale word
    (``2.5 million``). None where no number starts.
    """
    lowered = [word.lower() for word in words[at : at + 16]]
    total, index, ceiling = 0.0, 0, float("inf")
    while index < len(lowered):
        start = index + 1 if index and lowered[index] == "and" else index
        group = _group(lowered, start) if start < len(lowered) else None
        if group is None or (index and (not group[0] or figure(lowered[start]) is not None)):
            break
        value, end = group
        scale = SCALES.get(lowered[end], 0) if end < len(lowered) else 0
        if scale >= 1_000:
            value, end = value * scale, end + 1
        if value >= ceiling or value > _LARGEST or value != int(value):
            break
        total, index = total + value, end
        if scale < 1_000:
            break
        ceiling = scale
    return (int(total), at + index) if index else None
