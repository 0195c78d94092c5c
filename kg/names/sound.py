"""Judges whether two spellings write the same name: transliteration, slips of the pen, short forms.

Consonants carry a name through transliteration, vowels drift (``Usamah``, ``Osama``), but not freely:
Hassan is not Hussein. So two spellings must agree in their consonants, and each place between consonants
costs what the two vowels there differ by.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).resolve().parent

# What different languages write for one sound, applied from left to right.
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("sh", "s"),
    ("ch", "s"), ("kh", "K"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("bh", "b"), ("jh", "j"),
    ("ck", "k"), ("qu", "Q"), ("q", "Q"), ("x", "ks"), ("tz", "ts"), ("ce", "se"), ("ci", "si"),
    ("cy", "sy"), ("c", "k"),
)  # fmt: skip
_VOWELS = (
    ("iyy", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ay", "E"), ("ai", "E"), ("ei", "E"), ("ey", "E"),
    ("ae", "E"), ("aw", "O"), ("au", "O"), ("ao", "O"), ("ow", "O"), ("ie", "i"), ("y", "i"),
    ("w", "u"), ("o", "u"),
)  # fmt: skip
_ENDING = (
    (re.compile(r"(?:iy|ij|yi|yj|yy|ii|ey|ie)$"), "i"),
    (re.compile(r"ej$"), "ey"),
    (re.compile(r"(?:off|ow|of)$"), "ov"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])h$"), ""),
)
_DOUBLED = re.compile(r"(.)\1+")
_DOUBLED_CONSONANT = re.compile(r"([^aeou])\1+")
_SOUNDING = frozenset("aeiuEO")
_OF_WOMEN = ("a", "ia", "ina")
_VOWEL_RUN = re.compile(r"([aeiuEO]+)")

# How far two vowel runs are apart; what is not listed costs 1.
_DISTANCE = {
    frozenset(pair): cost
    for pair, cost in {
        ("a", "e"): 0.2, ("e", "i"): 0.2, ("e", "E"): 0.2, ("a", "E"): 0.5, ("i", "E"): 0.4, ("u", "O"): 0.3,
        ("a", "O"): 0.6, ("", "a"): 0.4, ("", "e"): 0.3, ("", "i"): 0.4, ("", "u"): 0.5, ("a", "i"): 0.8,
        ("e", "u"): 0.7,
    }.items()
}  # fmt: skip
_RARE, _FAMILY = "*", "+"
_MARKS = "*+ "
_NEAR = 0.6
_FAR = 1.0

# Consonants that languages exchange, or that stand for a foreign sound; others make another name.
_EXCHANGED = {
    frozenset(pair): cost
    for pair, cost in {
        ("K", "k"): 0.0, ("K", "h"): 0.3, ("G", "g"): 0.0, ("Q", "k"): 0.0, ("Q", "K"): 0.3, ("Q", "g"): 0.3,
        ("Q", "G"): 0.3, ("G", "K"): 0.3, ("D", "d"): 0.0, ("D", "z"): 0.3, ("T", "t"): 0.0, ("T", "s"): 0.3,
        ("g", "j"): 0.3, ("g", "h"): 0.4,
    }.items()
}  # fmt: skip
_PLAIN = str.maketrans("KGDTQgj", "kkdtkkk")


@cache
def _variants() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in _lines():
        first, *others = line.lstrip(_MARKS).split()
        known.update(dict.fromkeys((first, *others), first))
    return known


@cache
def _common() -> frozenset[str]:
    return frozenset(line.lstrip(_MARKS).split()[0] for line in _lines() if not line.startswith(_RARE))


@cache
def _families() -> frozenset[str]:
    return frozenset(line.lstrip(_MARKS).split()[0] for line in _lines() if line.startswith(_FAMILY))


@cache
def _lines() -> tuple[str, ...]:
    lines = (_HERE / "variants.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def common(part: str) -> bool:
    """Whether many people bear this name: then it says little about who is meant."""
    return all(len(word) < 3 or standard(word) in _common() or word in _BOUND for word in part.split("-"))


def worth(part: str) -> float:
    """What a part of a name tells of who is meant: 1 a rare one, ½ a common one, in between a common family name."""
    if len(part) == 1:
        return 0.5
    if standard(part) in _families():
        return 0.7
    return 0.5 if common(part) else 1.0


_BOUND = frozenset({"abu", "umm", "abd", "din", "allah"})


@lru_cache(maxsize=65536)
def standard(word: str) -> str:
    """The listed spelling that stands for a word, or the word itself."""
    known = _variants()
    for form in _forms(word):
        if form in known:
            return known[form]
    return word


def _forms(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without an article glued to it (``Elbaradei``, ``Alassad``)."""
    if len(word) >= 6 and word[:2] in ("al", "el") and word not in _variants():
        return (word, word[2:])
    return (word,)


@lru_cache(maxsize=65536)
def sounded(word: str) -> str:
    """A rough common spelling: one letter a sound, doubled letters once."""
    word = _DOUBLED_CONSONANT.sub(r"\1", word)
    for pattern, ending in _ENDING:
        word = pattern.sub(ending, word)
    if word.startswith("ye") and len(word) > 4:
        word = word[1:]  # Yevgeny, Evgeny
    for written, sound in _SOUNDS + _VOWELS:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def skeleton(part: str) -> str:
    """The consonants of a part of a name in its standard spelling: all its spellings meet under them."""
    return "-".join(_bones(_forms(standard(word))[-1]) for word in part.split("-"))


@lru_cache(maxsize=65536)
def skeletons(part: str) -> tuple[str, ...]:
    """All skeletons under which spellings of a part may stand: ``Alexus`` may or may not begin with an article, and
    ``Chasbulatow`` be Khasbulatov.
    """
    words = part.split("-")
    if len(words) > 1:
        return (skeleton(part),)
    forms = [*reversed(_forms(standard(words[0])))]
    forms += [form.replace("ch", "kh") for form in forms if "ch" in form]
    return tuple(dict.fromkeys(map(_bones, forms)))


def _bones(word: str) -> str:
    """The consonants of a word, those that languages exchange made one."""
    sound = sounded(word)
    return _DOUBLED.sub(r"\1", _VOWEL_RUN.sub("", sound).translate(_PLAIN)) or sound[:1]


def alike(first: str, second: str) -> float:
    """How surely two parts of names are one name, from 0 to 1; symmetric.

    1 same spelling, 0.97 listed variants, 0.95 to 0.9 transliteration, 0.8 a slip in a long name or a short
    form, 0.7 possible, 0.6 an initial, 0 different.
    """
    if first == second:
        return 1.0
    one, two = _outline(first), _outline(second)
    if one is not None and two is not None and one.differs(two):
        return 0.0  # nearly all pairs end here; they are too many, and come too seldom again, to be kept
    return _closely_alike(first, second)


class _Outline(NamedTuple):
    """What a word begins with, as it is written and as it sounds, its number of consonants, and its listed spelling."""

    letter: str
    sound: str
    consonants: int
    standard: str

    def differs(self, other: _Outline) -> bool:
        """Whether nothing that makes two words one name can hold of these two."""
        return (
            self.consonants != other.consonants
            and self.letter != other.letter
            and self.sound != other.sound
            and self.standard != other.standard
        )


@lru_cache(maxsize=65536)
def _outline(word: str) -> _Outline | None:
    """None for words that may be one name with another for some reason of their own: compounds, initials, numbers,
    articles glued to a word, what may be written with another letter.
    """
    if "-" in word or "ch" in word or len(word) < 2 or word.isdigit() or len(_forms(word)) > 1:
        return None
    sound = sounded(word)
    return _Outline(word[0], sound[:1], len(_bare(sound)), standard(word))


@lru_cache(maxsize=4096)
def _closely_alike(first: str, second: str) -> float:
    if "-" in first or "-" in second:
        return _compound_alike(first, second)
    if len(first) == 1 or len(second) == 1:
        return 0.6 if first[0] == second[0] else 0.0
    if first.isdigit() or second.isdigit():
        return 0.0
    known = _variants()
    left, right = standard(first), standard(second)
    if left == right:
        return 0.97
    if left in known and right in known:
        return 0.0
    forms, others = _forms(first), _forms(second)
    if len(forms) == len(others) == 1:
        return _word_alike(first, second)
    return max(_word_alike(a, b) for a in forms for b in others)


def _compound_alike(first: str, second: str) -> float:
    left, right = first.split("-"), second.split("-")
    if len(left) != len(right):
        if "-".join(left).replace("-", "") == "-".join(right).replace("-", ""):
            return 0.95
        return 0.0
    return min(alike(a, b) if len(a) > 1 and len(b) > 1 else float(a == b) for a, b in zip(left, right, strict=True))


def _word_alike(first: str, second: str) -> float:
    left, right = sounded(first), sounded(second)
    if left == right:
        return 0.95
    drift = _drift(left, right)
    if drift > _FAR and left[:1] != right[:1] and first[:1] != second[:1] and ("ch" in first) == ("ch" in second):
        return 0.0  # none of what follows could hold: nearly all words end here
    if _is_feminine(first, second) or _is_feminine(second, first):
        return 0.0
    bones = len(_bare(left))
    if drift <= _FAR and (bones >= 2 or left[:1] == right[:1]):
        if drift <= _NEAR:
            return 0.9
        if bones >= 3:
            return 0.75
    if min(len(first), len(second)) >= 7 and _one_slip(left, right):
        return 0.8
    # German and Polish write ch for what others write kh: Khasbulatov, Chasbulatow; English ch is another sound
    if bones >= 3 and ("ch" in first) != ("ch" in second) and _with_kh(first) == _with_kh(second):
        return 0.9
    short, long = sorted((first, second), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4 and not short.endswith("i"):
        return 0.7
    return 0.0


def _with_kh(word: str) -> str:
    return sounded(word.replace("ch", "kh"))


def _is_feminine(man: str, woman: str) -> bool:
    """Whether the second is the first with the ending of a woman's name: Karim, Karima; Viktor, Viktoria; Juan, Juana.

    The names of brothers and sisters differ by no more, and spellings of one name seldom by that: Ukrainian ``-ylo`` is
    Russian ``-ila``, and ``-enko`` Belarusian ``-enka``.
    """
    if man.endswith(("ah", "eh")):
        return False
    his, hers = sounded(man), sounded(woman.removesuffix("eh") + "a" if woman.endswith("eh") else woman)
    if man.endswith("o") and woman.endswith("a") and not man.endswith(("ylo", "enko")):
        return his[:-1] == hers[:-1]
    if his[-1:] == "i":
        return hers == f"{his}a"
    return his[-1:] not in _SOUNDING and any(hers == his + ending for ending in _OF_WOMEN)


def _drift(left: str, right: str) -> float:
    """Cost of the sounds in which two words differ; more than any limit if their consonants do not agree."""
    first, second = _bare(left), _bare(right)
    if len(first) != len(second):
        return _FAR + 1
    exchanged = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    total = sum(_EXCHANGED.get(frozenset(pair), _FAR + 1) for pair in exchanged)
    if total > _FAR:
        return total
    runs, others = _runs(left), _runs(right)
    for place, (a, b) in enumerate(zip(runs, others, strict=True)):
        if a != b:
            total += _apart(a, b, place == len(runs) - 1)
    return total


@lru_cache(maxsize=65536)
def _bare(sound: str) -> str:
    return _VOWEL_RUN.sub("", sound)


def _runs(sound: str) -> list[str]:
    """Vowels before, between and after the single consonants, empty where two consonants meet."""
    runs = [""]
    for piece in _VOWEL_RUN.split(sound):
        if _VOWEL_RUN.fullmatch(piece):
            runs[-1] = piece
        else:
            runs.extend("" for _ in piece)
    return runs


def _apart(first: str, second: str, at_end: bool) -> float:
    if at_end and {first, second} & {"i"} and {first, second} & {"", "a", "u"}:
        return _FAR  # Iraq, Iraqi: the ending makes another name
    if first and second and (first in second or second in first):
        return 0.3
    if len(first) == len(second) > 1:
        return sum(_DISTANCE.get(frozenset((a, b)), 1.0) for a, b in zip(first, second, strict=True) if a != b)
    return _DISTANCE.get(frozenset((first, second)), 1.0)


def _one_slip(first: str, second: str) -> bool:
    """Whether one letter, or two neighbours swapped, is all the difference; the first letter agrees."""
    if first[:1] != second[:1] or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    if len(first) == len(second):
        swapped = first[start : start + 2] == second[start : start + 2][::-1]
        return first[start + 1 :] == second[start + 1 :] or (swapped and first[start + 2 :] == second[start + 2 :])
    short, long = sorted((first, second), key=len)
    return short[start:] == long[start + 1 :]
