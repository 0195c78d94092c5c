"""Makes spellings of one name comparable: case, accents, punctuation, articles, transliteration.

Three steps, each coarser than the one before: ``fold`` (the same letters), ``bare`` (without the articles
that transliterated names carry) and ``skeleton`` (the consonants that survive most ways of writing a foreign
name in Latin letters). The last joins different names too: use it to find candidates, and ``alike`` to judge
them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_POSSESSIVE = re.compile(r"['’`]s?\s*$")
_DROPPED = re.compile(r"[.'`]+")
_NOT_WORD = re.compile(r"[^a-z0-9&]+")
_ARTICLE_WORDS = "the al el ul as es ash esh ad ed ar er at et az ez adh edh ath an en"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())

# Ways in which transliterations differ, applied from left to right to folded text.
_SAME_SOUND = (
    *(("tch", "c"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d")),
    *(
        ("th", "t"),
        ("ph", "f"),
        ("dj", "j"),
        ("dzh", "j"),
        ("zh", "j"),
        ("ch", "c"),
        ("ck", "k"),
        ("qu", "k"),
        ("q", "k"),
    ),
    *(("x", "ks"), ("tz", "ts"), ("v", "w")),
)
_VOWEL_SOUND = (
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("aw", "u"), ("au", "u")),
    *(("iy", "i"), ("o", "u"), ("e", "i"), ("y", "i")),
)
_WORDS = 1 << 14
"""News repeats its words, and every list of words is asked about each of them."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=_WORDS)
def fold(text: str) -> str:
    """Lower-case ASCII words of a name joined by single spaces; full stops and apostrophes leave no gap.

    ``U.S.`` becomes ``us`` and ``Sana'a`` ``sanaa``; folding twice changes nothing.
    """
    plain = _POSSESSIVE.sub("", text)
    plain = (plain if plain.isascii() else anyascii(plain)).lower()
    return _NOT_WORD.sub(" ", _DROPPED.sub("", plain)).strip()


def bare(folded: str) -> str:
    """A folded name without articles (``as sukhnah`` → ``sukhnah``), unless nothing else is left."""
    words = folded.split(" ")
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept) if kept else folded


def sounds(folded: str) -> str:
    """A folded name in a rough common spelling: one letter for each sound that transliterations confuse."""
    text = bare(folded)
    for written, common in _SAME_SOUND + _VOWEL_SOUND:
        text = text.replace(written, common)
    words = (word[:-1] if word.endswith("h") and len(word) > 3 else word for word in text.split(" "))
    return _DOUBLED.sub(r"\1", " ".join(words))


def skeleton(folded: str) -> str:
    """The consonants of a name in capitals, words' first letters kept: a key to find candidates."""
    return "".join(
        "".join(letter for place, letter in enumerate(word) if place == 0 or letter not in "aiuwh")
        for word in sounds(folded).split(" ")
    ).upper()


def alike(first: str, second: str) -> float:
    """How much two folded names sound alike, from 0 to 1 (1: they differ in transliteration only)."""
    from rapidfuzz.distance import Levenshtein  # imported late: most names need no second look

    return float(Levenshtein.normalized_similarity(sounds(first), sounds(second)))


def like_spelt(first: str, second: str) -> float:
    """How much two folded names are spelt alike, from 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(bare(first), bare(second)))


def is_acronym(name: str) -> bool:
    """Whether a name is a short run of capitals (``IS``, ``U.N.``), to be known by its capitals."""
    letters = "".join(letter for letter in name if letter.isalpha())
    return letters.isupper() and len(letters) <= 6 and " " not in name
