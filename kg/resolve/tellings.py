"""An event as one document tells it, in a form that can be compared with other documents' tellings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.model import Coordinates, Entity, Outcome, Predicate, Span, Stage, TimeSpan
from kg.names import fold
from kg.resolve.judgement import Node

PATIENTS = frozenset(
    {
        Predicate.FATAL_VICTIM,
        Predicate.INJURED_VICTIM,
        Predicate.CAPTIVE,
        Predicate.VICTIM,
        Predicate.TARGET,
        Predicate.MATERIAL_LOSS,
    }
)
_WORD = re.compile(r"[a-z0-9]{3,}")
_DESIGNATION = re.compile(r"\b[a-z]{1,3}-?[0-9]{1,3}\b")


_NONE: frozenset[Any] = frozenset()
_EMPTY: Mapping[Any, Any] = MappingProxyType({})


def _nothing() -> Mapping[Any, Any]:
    return _EMPTY


@dataclass(slots=True)
class Telling:
    """One event of one document: who, whom, when, where, how many, whatever stance is taken on it.

    Entities are given by the roots of their clusters, ``sides`` by what the known perpetrators are part of;
    ``identified`` says that a perpetrator has a name, and is no "gunman" only.
    ``known`` holds the named people harmed, by role, ``names`` what they are called, ``profile`` the words for
    the dead among them; ``words`` the telling words for those without a name, ``described`` those for a person
    who died, ``aims`` those for targets. ``counts`` are lowest and highest numbers. ``days`` are days of a year that
    nothing tells, for an event without times. ``story`` is who and what else the document names. ``flat`` says whether
    somebody states the event without hedge, ``blamed`` whether anybody is said to have done it and not only denies
    that, ``lone`` whether people are hurt in no other event of its day in its document.
    """

    node: Node
    types: tuple[str, ...]
    stage: Stage
    first_trigger: Span
    issued: date | None
    times: Sequence[TimeSpan] = ()
    days: Sequence[str] = ()
    places: Mapping[Node, Entity] = field(default_factory=_nothing)
    around: Set[Node] = _NONE
    countries: Set[str] = _NONE
    actors: Set[Node] = _NONE
    sides: Set[str] = _NONE
    patients: Set[Node] = _NONE
    known: Mapping[Predicate, Set[Node]] = field(default_factory=_nothing)
    names: Mapping[Node, tuple[str, ...]] = field(default_factory=_nothing)
    counts: Mapping[Outcome, Set[tuple[int, int | None]]] = field(default_factory=_nothing)
    words: Set[str] = _NONE
    aims: Set[str] = _NONE
    profile: Set[str] = _NONE
    described: Set[str] = _NONE
    weapons: Set[str] = _NONE
    parts_of: Set[str] = _NONE
    story: Set[Node] = _NONE
    flat: bool = False
    denied: bool = False
    blamed: bool = False
    identified: bool = False
    lone: bool = False

    def let_go(self) -> None:
        """Let go of what it is compared by; what its key is made of stays: who died in it, when, where it is told."""
        for name in _COMPARED:
            setattr(self, name, _NONE)
        self.places = self.names = self.counts = _EMPTY

    @property
    def document(self) -> str:
        """The mark of the document that tells it."""
        return self.node.document

    @property
    def killed(self) -> Set[Node]:
        """The named people who died in it."""
        return self.known.get(Predicate.FATAL_VICTIM, _NONE)

    @property
    def points(self) -> list[Coordinates]:
        """Where its places lie, as far as known."""
        return [e.place.coordinates for e in self.places.values() if e.place is not None and e.place.coordinates]


_COMPARED = (
    *("around", "countries", "actors", "sides", "patients", "words", "aims", "profile", "described", "weapons"),
    "story",
)


@lru_cache(maxsize=65536)
def telling_words(label: str) -> frozenset[str]:
    """The words of a description that are not said of everybody."""
    names = {word.replace("-", "") for word in _DESIGNATION.findall(label.lower())}
    words = {word for part in fold(label) for word in _WORD.findall(part) if not word.isdigit()}
    return frozenset(_singular(word) for word in (words | names) - _plain_words()) - _plain_words()


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "is", "us")) and len(word) > 4 else word


@cache
def _plain_words() -> frozenset[str]:
    lines = (Path(__file__).resolve().parent / "plain_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
