"""Weapons, military platforms and times in the scheme of re3d."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.entities.vocabulary import SHIP_MARKS
from kg.extract.times import find
from kg.knowledge import weapons
from kg.language.words import WEAPON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Mention = tuple[int, int, str]

_BEFORE_TIMES_TEXT = (
    "since from between before after until till by in on at during over within through throughout nearly about around "
    "almost approximately some just only earlier later as of for the than more less prior to and under up"
)
#: What stands before a time, or before the title of a person, and is no part of it.
BEFORE_TIMES = frozenset(_BEFORE_TIMES_TEXT.split())
_AFTER_TIMES = frozenset(["after", "before", "since", "prior", "to", "from"])
_BETWEEN_TIMES = re.compile(r"(?<=[ap]\.m\.)\s+(?:on\s+)?(?=\S)|\s+on\s+(?=[A-Z])")
_MERCHANT = frozenset({"MV", "M/V", "MT", "SS"})
_MARK = "|".join(sorted(SHIP_MARKS | _MERCHANT))
_SHIP = re.compile(rf"\b(?:{_MARK})\s[A-Z][\w’'-]*(?:\s(?:(?:de|of|la|the)\s)*[A-Z][\w’'-]*)*")
_HULL = re.compile(r"(?<=\()[A-Z]{1,4}\s?-?\d{1,4}(?=\))")
_PLATFORMS_TEXT = (
    "vehicle aircraft warship frigate destroyer cruiser submarine tank helicopter drone gunship bulldozer bomber"
)
_PLATFORMS = frozenset(_PLATFORMS_TEXT.split())
#: With these behind it a weapon is still one: "rocket launcher", "artillery systems".
_PARTS = frozenset({"launcher", "system", "shell", "round"})
_NOT_TELLING_TEXT = "single multiple various ongoing apparent enemy own hostile lone different certain numerous"
_NOT_TELLING = frozenset(_NOT_TELLING_TEXT.split())


def times(text: str) -> Iterator[Mention]:
    """Times without the prepositions around them; a clock time and its date are two."""
    for expression in find(text):
        begin, end = expression.span.begin, expression.span.end
        cuts = [begin]
        for cut in _BETWEEN_TIMES.finditer(text, begin, end):
            cuts += [cut.start(), cut.end()]
        for low, high in zip(cuts[::2], [*cuts[1::2], end], strict=True):
            words = list(re.finditer(r"\S+", text[low:high]))
            while len(words) > 1 and words[0].group().lower() in BEFORE_TIMES:
                words.pop(0)
            while len(words) > 1 and words[-1].group().lower() in _AFTER_TIMES:
                words.pop()
            if words:
                yield low + words[0].start(), low + words[-1].end(), "Temporal"


def ships(text: str) -> Iterator[Mention]:
    """Named ships and their hull numbers: "HMS Argyll (F231)" are two mentions."""
    for pattern in (_SHIP, _HULL):
        for match in pattern.finditer(text):
            yield *match.span(), "MilitaryPlatform"


def things(doc: Doc) -> Iterator[Mention]:
    """Weapons and what carries them, by their words, with the words before them that say which."""
    ends = _ends(doc)
    for last, (first, kind) in sorted(ends.items()):
        after = doc[last + 1] if last + 1 < len(doc) else None
        if last + 1 in ends or (after is not None and after.text == "-"):
            continue
        end = last
        if after is not None and after.lemma_.lower() in _PARTS:
            end = last + 1
        elif doc[last].dep_ == "compound" and doc[last].lemma_.lower() in ("weapon", "arms"):
            continue  # "weapons caches", "arms deal"
        while first and _says_which(doc[first - 1]):
            first -= 1
        while first < last and doc[first].is_punct:
            first += 1
        yield doc[first].idx, doc[end].idx + len(doc[end]), kind


def _ends(doc: Doc) -> dict[int, tuple[int, str]]:
    """For the last word of every weapon the first one, and the type."""
    ends: dict[int, tuple[int, str]] = {}
    for entry in weapons.default().all_in([token.lower_ for token in doc]):
        flags = entry.item.flags
        if "means" not in flags and doc[entry.end - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            launches = doc[entry.end - 1].lemma_.lower() in _PARTS or "indirect" in flags
            carries = entry.item.is_platform and not launches
            ends[entry.end - 1] = (entry.begin, "MilitaryPlatform" if carries else "Weapon")
    for token in doc:
        if token.i not in ends and token.pos_ == "NOUN":
            lemma = token.lemma_.lower()
            if lemma in _PLATFORMS or lemma in WEAPON_NOUNS:
                ends[token.i] = (token.i, "MilitaryPlatform" if lemma in _PLATFORMS else "Weapon")
    return ends


def _says_which(token: Token) -> bool:
    """Whether a word before a weapon's belongs to its mention: no number, no owner, nothing that says little."""
    doc, i = token.doc, token.i
    if token.text == "-":
        return i > 0 and not doc[i - 1].text[:1].isupper()
    if token.tag_ in ("CD", "JJR", "JJS") or token.lower_ in _NOT_TELLING or token.text[:1].isupper():
        return False
    if i > 1 and doc[i - 1].text == "-" and doc[i - 2].text[:1].isupper():
        return False  # "an Exampleland-held tank"
    joined = i + 1 < len(doc) and doc[i + 1].text == "-"
    return joined or (token.pos_ in ("ADJ", "NOUN", "VERB", "ADV") and token.dep_ in ("amod", "compound", "advmod"))
