"""When two wordings of a gold annotation and of kg mean the same person, group, place or weapon.

Deliberately conservative and independent of the names module that extraction and resolution use: a scorer
that shared their rules would forgive their mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from anyascii import anyascii

from kg.knowledge import nouns, weapons

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"(?:'s|s')(?![a-z])")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DROPPED = _set("the a an of and de al el mr mrs ms dr")
_AFTER_HEAD = _set(
    "of in on from at with by who that which whose for near to under against among inside outside on aboard "
    "including named called known travelling riding working"
)
_WRAPPERS = _set(
    "dozen hundred thousand score number group series some several many couple handful majority most all "
    "any total part rest least about than more few"
)
_GENERIC = _set("people person individual dead death victim other casualty fatality human life soul one body man")
_PLACE_WORDS = _set(
    "city town village province governorate region district state area mountain mount county municipality "
    "suburb department in near north south east west northern southern eastern western central"
)
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife",
    "policemen": "policeman", "deaths": "death", "lives": "life", "bodies": "body", "police": "police",
    "civilians": "civilian", "boss": "boss", "persons": "person",
}  # fmt: skip
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: n for n, word in enumerate([*_UNITS.split(), "seventeen", "eighteen", "nineteen"])} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), start=2)
}


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, possessives and articles."""
    plain = anyascii(text).lower().replace("`", "'")
    return tuple(w for w in _WORD.findall(_POSSESSIVE.sub("", plain).replace("'", "")) if w not in _DROPPED)


def one_edit(left: str, right: str) -> bool:
    """Whether two words differ in one letter at most."""
    if left == right:
        return True
    if abs(len(left) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if at is None:
        return True
    if len(left) == len(right):
        return left[at + 1 :] == right[at + 1 :]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[at + 1 :] == shorter[at:]


def _same_word(left: str, right: str) -> bool:
    if left == right:
        return True
    if min(len(left), len(right)) < 5 or left.isdigit() or right.isdigit():
        return False
    return one_edit(left, right) or (left[0] == right[0] and _consonants(left) == _consonants(right))


@cache
def _consonants(word: str) -> str:
    """What transliterations of one name share: Mansoor, Mansour; Hussein, Husain."""
    plain = re.sub(r"kh|q", "k", re.sub(r"ph", "f", re.sub(r"ch", "sh", word)))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouwy]", "", plain))


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of one stand in the other in this order."""
    rest = iter(whole)
    return all(any(_same_word(word, other) for other in rest) for word in part)


def same_name(left: str, right: str) -> bool:
    """Equal, or one is a part of the other: a last name, a long first name, several of its words in order."""
    a, b = words(left), words(right)
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not _within(short, long):
        return False
    return len(short) > 1 or _same_word(short[0], long[-1]) or (len(short[0]) > 5 and short[0] == long[0])


def contains(text: str, part: str) -> bool:
    """Whether all words of one stand in the other: "fighters of the Red Front" holds "Red Front"."""
    return bool(words(part)) and _within(words(part), words(text))


def any_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether the names on one side and those on the other are of the same.

    Where both sides have full names a shared last name is not enough.
    """
    one, other = list(left), list(right)
    full, others = [n for n in one if len(words(n)) > 1], [n for n in other if len(words(n)) > 1]
    if full and others:
        one, other = full, others
    return any(same_name(a, b) for a in one for b in other)


@cache
def singular(word: str) -> str:
    """The singular of an English noun, near enough to compare two."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def head(text: str) -> str:
    """The noun that a phrase is about: "dozens of armed militants" gives "militant"; "" without one."""
    plain = re.sub(r"\([^)]*\)", " ", anyascii(text).lower())
    for part in re.split(r"[,;:]", plain):
        tokens = [t for t in re.findall(r"[a-z0-9]+", _POSSESSIVE.sub("", part)) if t not in ("the", "a", "an")]
        while tokens:
            end = next((i for i, t in enumerate(tokens) if i and t in _AFTER_HEAD), len(tokens))
            noun = singular(tokens[end - 1])
            if noun not in _WRAPPERS and noun not in _NUMBER_WORDS and not noun.isdigit():
                return noun
            tokens = tokens[end + 1 :]
    return ""


def generic(text: str) -> bool:
    """Whether a description says no more than that they are people."""
    noun = head(text)
    return not noun or noun in _GENERIC


@cache
def _classes(noun: str) -> frozenset[str]:
    found = nouns.people().find(noun)
    return frozenset(found.classes) - {"person", "casualty", "group", "perpetrator"} if found else frozenset()


def same_description(left: str, right: str) -> bool:
    """The same noun, or a part of the other's words ("Islamic State leader", "leader")."""
    a, b = head(left), head(right)
    if a and a == b:
        return True
    first, second = words(left), words(right)
    return bool(first and second) and (_within(first, second) or _within(second, first))


def compatible(left: str, right: str) -> bool:
    """Whether two descriptions could be of the same people when their number agrees."""
    if generic(left) or generic(right) or same_description(left, right):
        return True
    return bool(_classes(head(left)) & _classes(head(right)))


@cache
def number(text: str) -> int | None:
    """The number that a phrase begins with: "at least two lawmakers" gives 2; None without one."""
    for token in re.findall(r"[a-z]+|[0-9][0-9,]*", anyascii(text).lower()):
        if token[0].isdigit():
            return int(token.replace(",", ""))
        if token in _NUMBER_WORDS:
            return _NUMBER_WORDS[token]
        if token not in _WRAPPERS and token not in (
            "the",
            "at",
            "nearly",
            "almost",
            "over",
            "only",
            "up",
            "to",
        ):
            return None
    return None


def same_place(left: str, right: str) -> bool:
    """Equal but for words such as "village of" and directions, or the one with the other's words."""
    a = tuple(w for w in words(left) if w not in _PLACE_WORDS) or words(left)
    b = tuple(w for w in words(right) if w not in _PLACE_WORDS) or words(right)
    return bool(a and b) and (_within(a, b) or _within(b, a))


def same_weapon(concept: str, phrase: str) -> bool:
    """Whether a phrase names a weapon concept, one that is narrower or one that is broader."""
    known = weapons.default()
    wanted = {found.item.id for found in known.all_in(list(words(phrase)))}
    weapon = known.get(concept)
    own = {concept} | {w.id for w in known.broader(weapon)} if weapon else {concept}
    around = {broader.id for item in wanted if (w := known.get(item)) for broader in known.broader(w)}
    return bool(own & wanted) or concept in around or _within(words(concept.replace("-", " ")), words(phrase))
