"""Finds records by any of their names, minding what capitals tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.knowledge.spelling import fold, is_acronym

T = TypeVar("T")

# Acronyms that capitals do not tell from an English word once a whole text is set in capitals.
_WORDS = """
IS IT AN AS AT AM BE BY DO GO HE IF IN ME MY NO OF ON OR SO TO UP WE WHO CAR AID ARE CAN MAN ALL ACT AIM
ART BAR CAP FAR HAS HIM NOW PIT RAN RIM SAD WAR WILL MASS MEND SITE LET MODEL FAN SUN TIP ACTED SPA HUM
MAT JAM LAW ONE NEW OLD MET
"""
# Acronyms with small letters in them: LeT, JeM.
_MIXED = re.compile(r"(?=.{2,5}$)[A-Z]+[a-z]{1,2}[A-Z]+[a-z]?")
_ENGLISH_WORDS = frozenset(_WORDS.split())


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """A record under one of its names.

    ``unsure`` names need something else in the text that speaks for the record ("the coalition", "SDF").
    """

    item: T
    name: str
    unsure: bool = False


class NameIndex(Generic[T]):
    """Names of records, compared without case, accents and punctuation.

    A name in capitals (``IS``) is found only where the text has capitals too, so that "is" and "us" stay
    words. With ``proper``, a name written with a capital needs at least one in the text ("Polish").
    """

    def __init__(self, simplify: Callable[[str], str] = fold, proper: bool = False) -> None:
        self._simplify = simplify
        self._proper = proper
        self._by_name: dict[str, list[Named[T]]] = {}

    def add(self, name: str, item: T, unsure: bool = False) -> None:
        """Let a record be found under a name."""
        key = self._simplify(name)
        if not key:
            return
        known = self._by_name.setdefault(key, [])
        if all(entry.item is not item or entry.name != name for entry in known):
            known.append(Named(item, name, unsure))

    def find(self, text: str, all_capitals: bool = False) -> tuple[Named[T], ...]:
        """The records that bear the name, in the order in which they were added.

        ``all_capitals`` says that the text around is in capitals throughout, so that capitals mean nothing.
        """
        found = self._by_name.get(self._simplify(text))
        if found is None:
            return ()
        if self._proper and text.islower():
            found = [entry for entry in found if entry.name.islower()]
        fitting = (entry for entry in found if _fits(entry.name, text, all_capitals))
        return tuple({id(entry.item): entry for entry in fitting}.values())


def _fits(name: str, text: str, all_capitals: bool) -> bool:
    letters = "".join(letter for letter in text if letter.isalpha())
    if _MIXED.fullmatch(name) and letters == name:
        return True
    if not is_acronym(name) and not _MIXED.fullmatch(name):
        return True
    if not letters.isupper():
        return False
    return not (all_capitals and letters in _ENGLISH_WORDS)
