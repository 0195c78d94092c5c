"""When a filler of kg and a filler of an answer key of MUC-4 are the same.

Exactly the same but for articles, punctuation and accents; or the same head noun, with no words on one side
that the other lacks; or, against a proper name, a part of it other than its first word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

_TOKEN = re.compile(r"'s|[a-z0-9]+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _set("a an the")
_BREAK = _set(
    "of in on at from with by for near who whom which that whose where when while under against "
    "including to as during and or but belonging located living wearing carrying inside outside between "
    "among after before"
)
_COUNTERS = _set(
    "group groups number dozens dozen hundreds thousands pair couple score scores majority several all "
    "most both some many one two three four five six seven eight nine ten"
)
_DETERMINERS = _ARTICLES | _set(
    "this that these those his her its their our my some any another other several many few all both "
    "each every more than least about around approximately nearly almost only at"
)
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
_TITLES = _set(
    "mr mrs ms miss dr doctor gen general col colonel lt lieutenant capt captain maj major sgt sergeant "
    "cpl corporal pvt private brig brigadier adm admiral cmdr commander father fr monsignor msgr bishop "
    "archbishop cardinal rev reverend priest sister brother president former ex vice minister senator "
    "deputy mayor governor judge prosecutor attorney engineer lawyer professor journalist councilman "
    "congressman ambassador secretary director chief leader don dona justice magistrate police officer "
    "agent second first division retired"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase taken apart: its head, the words that say something, those before the head, a number."""

    head: str
    content: frozenset[str]
    front: tuple[str, ...]
    number: int | None
    possessive: bool


@cache
def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words, the possessive apart."""
    plain = re.sub(r"(\w)\.(?=\w)", r"\1", anyascii(text).lower())
    return tuple(_TOKEN.findall(re.sub(r"s'(?=\s|$)", "s 's", re.sub(r"'s\b", " 's", plain))))


@cache
def normal(text: str) -> str:
    """What exact comparison looks at."""
    plain = re.sub(r"[^\w\s]", "", anyascii(text).lower())
    return " ".join(word for word in plain.split() if word not in _ARTICLES)


@cache
def phrase(text: str) -> Phrase:
    """Take a noun phrase apart."""
    words = list(tokens(text))
    while words and words[0] in _ARTICLES:
        del words[0]
    for _ in range(2):  # "dozens of members of ..." is about members
        at = words.index("of") if "of" in words else 0
        counts = all(w in _COUNTERS or w in _DETERMINERS or w.isdigit() for w in words[:at])
        if at and counts and at + 1 < len(words):
            words = words[at + 1 :]
    cut = next((i for i, word in enumerate(words) if i and word in _BREAK), len(words))
    number, front = None, []
    for word in words[:cut]:
        if word in _NUMBERS or word.isdigit():
            number = _NUMBERS.get(word) or int(word[:9])
        elif word not in _DETERMINERS and word != "'s":
            front.append(word)
    empty = _BREAK | _DETERMINERS | _NUMBERS.keys() | {"'s"}
    rest = {word for word in words[cut:] if word not in empty and not word.isdigit()}
    return Phrase(front[-1] if front else "", frozenset(front) | rest, tuple(front), number, "'s" in words[:cut])


@cache
def same(found: str, gold: str, named: bool = False) -> bool:
    """Whether two strings are one filler; ``named`` says that the key's string is a proper name."""
    if not normal(found):
        return False
    if normal(found) == normal(gold):
        return True
    return any(
        normal(a) == normal(b) or _same_noun(a, b) or (named and _same_name(a, b))
        for a in _with_brackets_apart(found)
        for b in _with_brackets_apart(gold)
    )


def _with_brackets_apart(text: str) -> list[str]:
    match = re.match(r"(.*?)[(\[]([^()\[\]]+)[)\]](.*)$", text)
    parts = [text, f"{match[1]} {match[3]}".strip(), match[2].strip()] if match else [text]
    return [part for part in parts if part]


def _same_noun(found: str, gold: str) -> bool:
    a, b = phrase(found), phrase(gold)
    if not a.head or a.head != b.head or (a.number and b.number and a.number != b.number):
        return False
    return a.content <= b.content or b.content <= a.content


def _same_name(found: str, gold: str) -> bool:
    taken = phrase(found)
    if taken.possessive:  # "Escobar's driver" is not Escobar
        return False
    a, b = _untitled(taken.front), _untitled(tokens(gold))
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    rest = iter(long)
    if not all(word in rest for word in short):
        return False
    if len(short) == 1:
        return short[0] != long[0] and len(short[0]) >= 4
    return long is not a or a[-1] == b[-1] or a[: len(b)] == b


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words
