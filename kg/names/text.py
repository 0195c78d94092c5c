"""Breaks the name of a person into the parts that tell people apart.

Titles, articles and links (``bin``, ``de``) go; what belongs together becomes one part: ``abu-mansur`` for a
teknonym, ``abd-rahman`` for a servant-of name, ``sayf-din`` and ``habib-allah`` for honorifics. A part
keeps the spelling of the text in lower-case ASCII: comparing spellings is the business of
``kg.names.sound``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

_HERE = Path(__file__).resolve().parent
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NICKNAME = re.compile(r"[\"“”„«][^\"“”„«»]{2,}[\"“”»]")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_APOSTROPHE = re.compile(r"['’‘`´ʻʼʽʾʿˈ′]")
_WORD = re.compile(r"[a-z0-9]+")
_SERVANT_OF_ALLAH = re.compile(r"abd(?:[aou]|ou)l[al]+(?:h|hi|ahi|aye)?$|abdill?ahi$")
_SERVANT = (
    re.compile(r"abd[aueoi](?:r(?=r)|s(?=s)|n(?=n)|d(?=d)|z(?=z)|t(?=t))"),
    re.compile(r"abd(?:[auoei]?l|ou|[ueoi])?(?=[a-z]{3})"),
)
_DIN = re.compile(r"(?<=[a-z]{3})[aue]l?(?:d+|tt)(?:in|ine|een|ien|yn)$")
_ALLAH = re.compile(r"(?<=[a-z]{3})(?:o?[uao]llah?|[uo]lah|ulloh?)$")
_ABU_BAKR = re.compile(r"ab[ou]+bak[ae]?r[i]?")
_DIN_WORDS = frozenset({"din", "deen", "dine", "dien"})
_ALLAH_WORDS = frozenset({"allah", "ullah", "ollah", "ulah", "olah"})


NAMES = 262_144
"""So many names are remembered as they were taken apart: each step of resolution asks for all names of an archive, and
of more than are kept none would be found again."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """The particles of one kind (``article``, ``link``, ``father``, ``title`` ...) from the bundled list."""
    found: dict[str, frozenset[str]] = {}
    for line in (_HERE / "particles.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *members = line.split()
            found[name] = frozenset(members)
    return found[kind]


def fold(name: str) -> tuple[str, ...]:
    """The words of a name in lower-case ASCII, without asides, quoted nicknames and possessives."""
    plain = _ASIDE.sub(" ", name)
    unquoted = _NICKNAME.sub(" ", plain)
    plain = unquoted if _WORD.search(anyascii(unquoted).lower()) else plain
    plain = _APOSTROPHE.sub("", _POSSESSIVE.sub("", plain))
    before, comma, after = plain.partition(",")
    if comma and after.strip() and "," not in after and not set(_fold(after)) & words_of("suffix"):
        plain = f"{after} {before}"  # "Mehsud, Hakimullah"
    return _fold(plain)


def _fold(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_APOSTROPHE.sub("", anyascii(text).lower())))


@lru_cache(maxsize=NAMES)
def tokens(name: str) -> tuple[str, ...]:
    """The parts of a name that tell people apart, in their order; empty where there are none.

    ``Gen. Khalid bin Abdul-Rahman al-Jabouri`` gives ``khalid``, ``abd-rahman``, ``jabouri``.
    """
    words = list(fold(name))
    words = _without_titles(words)
    bare = _without_articles(words)
    return tuple(_joined(_without_links(bare)))


def _without_titles(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end - 1 and (
        words[start] in words_of("title") or (words[start] in words_of("perhaps") and start < end - 2)
    ):
        start += 1
    while end > start + 1 and words[end - 1] in words_of("suffix"):
        end -= 1
    return words[start:end]


def _without_articles(words: list[str]) -> list[str]:
    kept = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        article = word in words_of("article") or (
            word in words_of("assimilated") and following[:1] == word[1] and len(following) > 2
        )
        if not (article and following):
            kept.append(word)
    return kept


def _without_links(words: list[str]) -> list[str]:
    last = len(words) - 1
    return [
        word
        for place, word in enumerate(words)
        if word not in words_of("link") or place == last or (place == 0 and word in words_of("kept"))
    ] or words


def _joined(words: list[str]) -> list[str]:
    parts: list[str] = []
    place = 0
    while place < len(words):
        word, following = words[place], words[place + 1 : place + 2]
        step = 1
        if following and word in words_of("father"):
            word, step = f"abu-{_compound(following[0])}", 2
        elif following and word in words_of("mother"):
            word, step = f"umm-{_compound(following[0])}", 2
        elif following and word in words_of("servant"):
            word, step = f"abd-{following[0]}", 2
        else:
            word = _compound(word)
        rest = words[place + step : place + step + 1]
        if rest and rest[0] in _DIN_WORDS and "-" not in word:
            word, step = f"{word}-din", step + 1
        elif rest and rest[0] in _ALLAH_WORDS and "-" not in word:
            word, step = f"{word}-allah", step + 1
        parts.append(word)
        place += step
    return parts


def _compound(word: str) -> str:
    """One word that others write as two, with a hyphen: ``abdulrahman`` → ``abd-rahman``."""
    word = word.removeprefix("c") if word.startswith("cabd") else word  # Somali writes ayn as c
    if _SERVANT_OF_ALLAH.match(word):
        return "abd-allah"
    if _ABU_BAKR.fullmatch(word):
        return "abu-bakr"
    for pattern in _SERVANT:
        match = pattern.match(word)
        if match and len(word) - match.end() >= (3 if match[0].endswith("l") else 4):
            return f"abd-{word[match.end() :]}"
    for pattern, honorific in ((_DIN, "din"), (_ALLAH, "allah")):
        match = pattern.search(word)
        if match:
            return f"{word[: match.start()]}-{honorific}"
    return word
