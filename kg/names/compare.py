"""Compares the names of two persons: the same, part of one another, or different; with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from kg.names.sound import alike, common, skeleton, skeletons, sounded, worth
from kg.names.text import NAMES, tokens

SAME = 0.8
"""From this score on two names are taken for spellings of one."""

_LEAST = 0.6  # parts less alike than this are different names
_INITIAL = 0.6
_TELLING = 1.2


@dataclass(frozen=True, slots=True)
class Score:
    """How surely two names are one person's, from 0 to 1, and why, in words for the user.

    0.8 and more: spellings of one name; 0.5 to 0.8: may be, more evidence is needed; less: two names.
    """

    value: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether the names alone speak for one person."""
        return self.value >= SAME


@lru_cache(maxsize=NAMES)
def key(name: str) -> str:
    """What the spellings of a name have in common: the consonants of its parts, sorted.

    Different names may share a key; names that transliterate one another nearly always do.
    """
    return " ".join(sorted(skeleton(part) for part in tokens(name)))


@lru_cache(maxsize=NAMES)
def blocks(name: str) -> tuple[str, ...]:
    """Keys under which to look for other forms of a name: each pair of its parts, or its only part."""
    bones = list(dict.fromkeys(skeletons(part) for part in tokens(name)))
    if len(bones) < 2:
        return tuple(bone for several in bones for bone in several)
    pairs = {" ".join(sorted(pair)) for one, other in combinations(bones, 2) for pair in product(one, other)}
    return tuple(sorted(pairs))


@lru_cache(maxsize=NAMES)
def weight(name: str) -> float:
    """How much a name tells by itself: a rare part counts 1, a common one a half, a common family name 0.7.

    Below 1.5 (``Muhammad Ali``, ``Abu Omar``, a surname alone) two bearers are likely to be two people.
    """
    parts = tokens(name)
    return sum(worth(part) for part in parts if len(part) > 1)


def compare(first: str, second: str) -> Score:
    """How surely two names are forms of one; symmetric, 1 for a name with itself."""
    left, right = tokens(first), tokens(second)
    if not left or not right:
        return Score(0.0, "no name")
    if left == right:
        return Score(1.0, "same name")
    if (len(left), left) > (len(right), right):
        left, right = right, left
    return _compare(left, right)


@lru_cache(maxsize=4096)  # two names are compared again at once or, most of them, never
def _compare(short: tuple[str, ...], long: tuple[str, ...]) -> Score:
    if sounded(_together(short)) == sounded(_together(long)):
        return Score(0.95, "spelt differently")
    pairs = _aligned(short, long)
    if not pairs:
        return Score(0.0, "no part in common")
    grade = sum(grade for _, _, grade in pairs) / len(pairs)
    left = [place for place in range(len(short)) if place not in {a for a, _, _ in pairs}]
    right = [place for place in range(len(long)) if place not in {b for _, b, _ in pairs}]
    if not left and not right:
        return _all_matched(short, long, pairs, grade)
    if not left:
        return _contained(short, long, pairs, grade)
    return _clashing(short, long, left, right, pairs)


def _together(parts: tuple[str, ...]) -> str:
    return "".join(parts).replace("-", "")


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """Which part of one name is which of the other, best and nearest first; each part once."""
    grades = [
        (-grade, abs(i - j), i, j)
        for i, a in enumerate(short)
        for j, b in enumerate(long)
        if (grade := alike(a, b)) >= _LEAST
    ]
    pairs: list[tuple[int, int, float]] = []
    for negative, _, i, j in sorted(grades):
        if all(i != a and j != b for a, b, _ in pairs):
            pairs.append((i, j, -negative))
    return sorted(pairs)


def _all_matched(
    short: tuple[str, ...], long: tuple[str, ...], pairs: list[tuple[int, int, float]], grade: float
) -> Score:
    ordered = all(i == j for i, j, _ in pairs)
    lowest = min(value for _, _, value in pairs)
    if not ordered:
        if all(common(part) for part in short):
            return Score(round(grade * 0.65, 3), "same parts in another order, all of them common")
        return Score(round(grade * 0.93, 3), "same parts in another order")
    if lowest <= _INITIAL and len(pairs) > 1:
        return Score(round(min(grade, 0.82), 3), "an initial stands for a name")
    if lowest < 0.8 and len(pairs) == 1:
        return Score(lowest, "a doubtful spelling of one part")
    return Score(round(grade, 3), "spelt differently")


def _contained(
    short: tuple[str, ...], long: tuple[str, ...], pairs: list[tuple[int, int, float]], grade: float
) -> Score:
    places = [j for _, j, _ in pairs]
    ordered = places == sorted(places)
    if len(short) == 1:
        if places[0] == len(long) - 1:
            return Score(round(0.65 * grade, 3), "surname alone")
        return Score(round(0.55 * grade, 3), "one part alone")
    telling = sum(worth(short[i]) for i, _, _ in pairs)
    first, last = places[0] == 0, places[-1] == len(long) - 1
    if not ordered:
        return Score(round(0.75 * grade, 3), "some parts in another order")
    if min(value for _, _, value in pairs) <= _INITIAL:
        return Score(round(0.75 * grade, 3), "an initial, and parts left out")
    if first and last:
        return Score(round(0.93 * grade, 3), "middle names left out")
    if telling < _TELLING:
        return Score(round(0.7 * grade, 3), "part of a longer name, all of it common")
    if last:
        return Score(round(0.88 * grade, 3), "first name left out")
    return Score(round((0.88 if first else 0.8) * grade, 3), "last name left out")


def _clashing(
    short: tuple[str, ...],
    long: tuple[str, ...],
    left: list[int],
    right: list[int],
    pairs: list[tuple[int, int, float]],
) -> Score:
    kunya = any(short[i].startswith(("abu-", "umm-")) for i in left) != any(
        long[j].startswith(("abu-", "umm-")) for j in right
    )
    telling = sum(worth(short[i]) for i, _, _ in pairs)
    if kunya and telling >= 1:
        return Score(0.5, "one by teknonym, one by given name")
    if 0 in left and 0 in right:
        return Score(0.2, f"different first names: {short[0]}, {long[0]}")
    if len(short) - 1 in left and len(long) - 1 in right:
        return Score(0.3 if telling >= 2 else 0.2, f"different last names: {short[-1]}, {long[-1]}")
    if telling >= _TELLING:
        return Score(0.5, "other parts differ")
    return Score(0.2, "more differs than agrees")
