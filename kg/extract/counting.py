"""Reads how many from a run of words: figures, number words and the words that bound or blur them.

What each way of counting means, as lowest, stated and highest number (``-``: not known):

==============================================  ================
27, twenty-seven, a dozen, both, a              27, 27, 27
at least 27, 27 or more, more than 27, 27-odd   27, 27, -
up to 30, as many as 30, nearly 30              -, 30, 30
fewer than 30                                   -, -, 30
about 40, some 40, an estimated 40, 40 or so    -, 40, -
between 20 and 30, 20 to 30, two or three       20, -, 30
dozens, scores, hundreds, thousands             24 / 40 / 200 / 2000, -, -
several, a few, many, a number of               2, -, -
no, none, zero                                  0, 0, 0
==============================================  ================

``more than 27`` counts from 27: with round figures the difference of one has no meaning, and readers take the
stated figure. Plurals such as ``dozens`` are at least two of their kind, the cautious reading that conflict
databases use.
"""

from __future__ import annotations

import re

from kg.extract.numerals import NUMBER_WORDS, SCALES, read_cardinal, word_set
from kg.model import Count

Reading = tuple[Count, int]

WORD = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\s\w]|\w")


_Phrases = dict[str, list[list[str]]]


def _phrases(text: str) -> _Phrases:
    """Phrases by their first word."""
    found: _Phrases = {}
    for phrase in text.split(";"):
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


_LOWEST = _phrases(
    "at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum; more "
    "than; well over; over; upwards of; upward of; in excess of; above; exceeding; >; well above"
)
_HIGHEST = _phrases(
    "up to; as many as; at most; no more than; not more than; a maximum of; maximum; nearly; almost; close "
    "to; just under"
)
_BELOW = _phrases("fewer than; less than; under; below; <")
_ABOUT = _phrases(
    "about; around; some; approximately; roughly; an estimated; estimated; circa; perhaps; probably; as few "
    "as; a reported; more or less; ~"
)
_PLAIN = _phrases(
    "a total of; only; just; exactly; the; all; another; an additional; additional; these; those; other; "
    "further; a further; his; her; its; their; every; any; an initial; a record; a combined; reportedly"
)
_PLURALS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
_GROUPS = {"dozen": 12, "score": 20}
_SOME = _phrases(
    "several; a few; few; many; numerous; multiple; a number of; a handful of; various; a string of; a "
    "series of; quite a few"
)
_GROUPED = _phrases("several; a few; few; many")
_TWO = _phrases("both; a couple of; a couple; a pair of; a duo of")
_HALF_DOZEN = _phrases("half a dozen; a half dozen; half-a-dozen; a half-dozen; half-dozen")
_ZERO = _phrases("no; none; zero; nobody; not a single; not one; not any")
_ONE = _phrases("a single; a lone; a; an; another; one")
_NO_COUNT = word_set("longer one doubt matter such , . more less fewer later sooner")
_DASHES = ("-", "–", "—")
# A figure before one of these measures or dates something and counts nobody.
UNITS = word_set(
    "km kms kilometer kilometers kilometre kilometres mile miles m meter meters metre metres foot feet yard "
    "yards inch inches percent percentage per mm cm kg kilo kilos kilogram kilograms gram grams ton tons "
    "tonne tonnes pound pounds lb lbs gallon gallons liter liters litre litres acre acres hectare hectares "
    "dollar dollars euro euros yuan rupees rubles roubles pesos riyals lira dinars shekels cents second "
    "seconds minute minutes hour hours hrs day days night nights week weeks month months year years decade "
    "decades century centuries a.m p.m am pm gmt utc degrees knots mph kph time times o'clock o’clock "
    "caliber calibre year-old years-old"
)


# Words with which a count can begin, besides figures.
OPENERS = frozenset().union(
    *(_LOWEST, _HIGHEST, _BELOW, _ABOUT, _PLAIN, _SOME, _GROUPED, _TWO, _HALF_DOZEN, _ZERO, _ONE, _PLURALS),
    NUMBER_WORDS,
    {"between", "from", "tens"},
)


def read_count(words: list[str], at: int, *, articles: bool) -> Reading | None:
    """The count that begins at a word and the index after it; ``articles`` lets ``a`` and ``an`` mean one."""
    for forms, wrap in ((_LOWEST, _at_least), (_HIGHEST, _at_most), (_BELOW, _below), (_ABOUT, _about)):
        start = _after(words, at, forms)
        if start is not None:
            if words[at : start + 1] == ["more", "than", "one"] and _number(words, start) == (1, start + 1):
                return Count(2), start + 1
            inner = _ranged(words, start)
            if inner is not None and not _measures(words, inner[1]):
                return wrap(inner[0]), inner[1]
    zero = _after(words, at, _ZERO)
    if zero is not None and not (words[at] == "no" and words[at + 1 : at + 2] and words[at + 1] in _NO_COUNT):
        return Count(0, 0, 0), zero
    if words[at] in ("between", "from") and (spread := _between(words, at + 1)) is not None:
        return None if _measures(words, spread[1]) else spread
    found = _ranged(words, at)
    if found is None:
        start = _after(words, at, _PLAIN)
        found = _ranged(words, start) if start is not None else None
    if found is not None:
        return None if _measures(words, found[1]) else _trailing(words, found)
    several = _after(words, at, _SOME)
    if several is not None:
        return None if _measures(words, several) else (Count(2), several)
    if articles or words[at] not in ("a", "an") or words[at : at + 2] in (["a", "single"], ["a", "lone"]):
        one = _after(words, at, _ONE)
        if one is not None and not _measures(words, one):
            return Count(1, 1, 1), one
    return None


def _after(words: list[str], at: int, forms: _Phrases) -> int | None:
    """The index after the longest of some phrases that stands here."""
    candidates = forms.get(words[at]) if at < len(words) else None
    if candidates is None:
        return None
    ends = [at + len(form) for form in candidates if words[at : at + len(form)] == form]
    return max(ends, default=None)


def _ranged(words: list[str], at: int) -> Reading | None:
    """One number, or two that bound it: ``20 to 30``, ``two or three``, ``12-15``, ``dozens``, ``several
    dozen``."""
    between = _between(words, at + 1) if at < len(words) and words[at] == "between" else None
    if between is not None:
        return between
    plural = _plural(words, at)
    if plural is not None:
        return plural
    two = _after(words, at, _TWO)
    if two is not None:
        return Count(2, 2, 2), two
    first = _number(words, at)
    if first is None:
        return None
    value, end = first
    joint = words[end] if end < len(words) else ""
    if joint in ("to", "or", *_DASHES):
        second = _number(words, end + 1)
        scaled = _shared_scale(value, second)
        if second is not None and scaled is not None:
            return Count(scaled, None, second[0]), second[1]
        if second is not None and value < second[0] and (joint != "or" or second[0] <= 2 * value + 2):
            return Count(value, None, second[0]), second[1]
    return Count(value, value, value), end


def _shared_scale(value: int, second: tuple[int, int] | None) -> int | None:
    """``two to three million``: the first number in the scale of the second."""
    if second is None:
        return None
    for scale in (1_000_000_000, 1_000_000, 1_000, 100):
        if second[0] % scale == 0 and value < second[0] // scale and scale > value:
            return value * scale
    return None


def _between(words: list[str], at: int) -> Reading | None:
    first = _number(words, at) if at < len(words) else None
    if first is None or first[1] >= len(words) or words[first[1]] not in ("and", "to", *_DASHES):
        return None
    second = _number(words, first[1] + 1)
    if second is None:
        return None
    low = first[0] if first[0] < second[0] else None
    return (Count(low, None, second[0]), second[1]) if low is not None else None


def _plural(words: list[str], at: int) -> Reading | None:
    """``dozens of``, ``tens of thousands``, ``several hundred``, ``a few dozen``, ``dozens``."""
    if at >= len(words):
        return None
    word = words[at]
    if word in ("tens", "hundreds", "dozens", "scores") and tuple(words[at + 1 : at + 2]) == ("of",):
        scale = words[at + 2] if at + 2 < len(words) else ""
        if scale in ("thousands", "millions", "billions"):
            times = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}[word]
            return Count(times * SCALES[scale[:-1]]), _of(words, at + 3)
    if word in _PLURALS:
        return Count(_PLURALS[word]), _of(words, at + 1)
    several = _after(words, at, _GROUPED)
    if several is not None and several < len(words):
        size = _GROUPS.get(words[several]) or SCALES.get(words[several])
        if size:
            return Count(2 * size), _of(words, several + 1)
    return None


def _of(words: list[str], at: int) -> int:
    return at + 1 if at < len(words) and words[at] == "of" else at


def _number(words: list[str], at: int) -> tuple[int, int] | None:
    """``27``, ``twenty-seven``, ``a dozen``, ``half a dozen``, ``two dozen``, ``a hundred``, ``2.5
    million``."""
    if at >= len(words):
        return None
    half = _after(words, at, _HALF_DOZEN)
    if half is not None:
        return 6, half
    if words[at] in ("a", "an", "one") and at + 1 < len(words):
        following = words[at + 1]
        size = _GROUPS.get(following) if following != "score" else None
        if size or following in SCALES:
            if following in SCALES:
                read = read_cardinal(["one", *words[at + 1 : at + 10]])
                return (read[0], at + read[1]) if read else None
            return size or 0, at + 2
    read = read_cardinal(words[at : at + 14])
    if read is None:
        return None
    value, end = read[0], at + read[1]
    if end < len(words) and words[end] in _GROUPS:
        return value * _GROUPS[words[end]], end + 1
    return value, end


def _trailing(words: list[str], found: Reading) -> Reading:
    """``27 or more``, ``50-plus``, ``20-odd``, ``30 or so``."""
    count, end = found
    stated = count.best
    if stated is None:
        return found
    rest = tuple(words[end : end + 2])
    if rest == ("or", "more"):
        return Count(stated, stated), end + 2
    if rest in (("-", "plus"), ("-", "odd"), ("-", "some")) or rest[:1] == ("+",) or rest[:1] == ("odd",):
        return Count(stated, stated), end + (1 if rest[0] in ("+", "odd") else 2)
    if rest == ("or", "so"):
        return Count(None, stated), end + 2
    if rest in (("or", "fewer"), ("or", "less")):
        return Count(None, stated, stated), end + 2
    return found


def _measures(words: list[str], at: int) -> bool:
    """Whether the number before this index measures, dates or ranks something."""
    rest = [*words[at : at + 3], "", "", ""]
    if rest[0] in _DASHES:
        return rest[1] in UNITS or rest[1].startswith(
            ("year", "month", "week", "day", "hour", "minute", "mile", "member")
        )
    if rest[0] in ("u", "us"):
        return "dollars" in words[at : at + 6]
    return rest[0] in UNITS or rest[0] in ("%", "°", "st", "nd", "rd", "th", "s")


def _at_least(count: Count) -> Count:
    return Count(count.low if count.best is None else count.best, count.best)


def _at_most(count: Count) -> Count:
    high = count.high if count.best is None else count.best
    return Count(None, count.best, high) if high is not None else count


def _below(count: Count) -> Count:
    return Count(None, None, count.high)


def _about(count: Count) -> Count:
    return Count(None, count.best) if count.best is not None else count
