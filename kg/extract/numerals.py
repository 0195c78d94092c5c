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
_ORDINALS = {
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
    if low in _ORDINALS:
        return _ORDINALS[low]
    tens, hyphen, unit = low.partition("-")
    if hyphen and tens in _TENS and _ORDINALS.get(unit, 10) < 10:
        return _TENS[tens] + _ORDINALS[unit]
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


def read_cardinal(words: Sequence[str], at: int = 0) -> tuple[int, int] | None:
    """Read the whole number that starts at a word: its value and the index of the first word after it.

    ``words`` may be split at hyphens or not and in any case. A decimal counts only before a scale word
    (``2.5 million``). None where no number starts.
    """
    lowered = [word.lower() for word in words[at : at + 16]]
    if not lowered:
        return None
    total = 0.0
    index = 0
    ceiling = float("inf")
    while index < len(lowered):
        here = _leading(lowered, index)
        if here is None:
            break
        value, after = here
        if index > 0 and figure(lowered[index]) is not None:
            break
        scaled = False
        while after < len(lowered) and lowered[after] in SCALES and SCALES[lowered[after]] * value < ceiling:
            value *= SCALES[lowered[after]]
            after += 1
            scaled = True
        if value >= ceiling or value > _LARGEST:
            break
        total += value
        index = after
        if not scaled:
            break
        ceiling = 1_000 if value >= 1_000 else 100
        if index + 1 < len(lowered) and lowered[index] == "and":
            following = _below_hundred(lowered, index + 1)
            if following is None or following[0] >= ceiling or following[0] == 0:
                break
            return int(total + following[0]), at + following[1]
    if index == 0 or total != int(total):
        return None
    return int(total), at + index
