"""An event as one document tells it, in a form that can be compared with other documents' tellings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

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


@dataclass(slots=True)
class Telling:
    """One event of one document: who, whom, when, where, how many, whatever stance is taken on it.

    Entities are given by the roots of their clusters, ``sides`` by what the known perpetrators are part of.
    ``known`` holds the named people harmed, by role, ``names`` what they are called, ``profile`` the words for
    the dead among them; ``words`` the telling words for those without a name, ``described`` those for a person
    who died, ``aims`` those for targets. ``counts`` are lowest and highest numbers. ``story`` is who and what
    else the document names. ``flat`` says whether somebody states the event without hedge, ``lone`` whether
    people are hurt in no other event of its day in its document.
    """

    node: Node
    types: tuple[str, ...]
    stage: Stage
    first_trigger: Span
    issued: date | None
    times: list[TimeSpan] = field(default_factory=list)
    places: dict[Node, Entity] = field(default_factory=dict)
    around: set[Node] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    actors: set[Node] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    patients: set[Node] = field(default_factory=set)
    known: dict[Predicate, set[Node]] = field(default_factory=dict)
    names: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    counts: dict[Outcome, set[tuple[int, int | None]]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    aims: set[str] = field(default_factory=set)
    profile: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    weapons: set[str] = field(default_factory=set)
    parts_of: set[str] = field(default_factory=set)
    story: frozenset[Node] = frozenset()
    flat: bool = False
    denied: bool = False
    lone: bool = False

    @property
    def document(self) -> str:
        """The mark of the document that tells it."""
        return self.node.document

    @property
    def killed(self) -> set[Node]:
        """The named people who died in it."""
        return self.known.get(Predicate.FATAL_VICTIM, set())

    @property
    def points(self) -> list[Coordinates]:
        """Where its places lie, as far as known."""
        return [e.place.coordinates for e in self.places.values() if e.place is not None and e.place.coordinates]


def telling_words(label: str) -> set[str]:
    """The words of a description that are not said of everybody."""
    names = {word.replace("-", "") for word in _DESIGNATION.findall(label.lower())}
    words = {word for part in fold(label) for word in _WORD.findall(part) if not word.isdigit()}
    return {_singular(word) for word in (words | names) - _plain_words()} - _plain_words()


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "is", "us")) and len(word) > 4 else word


@cache
def _plain_words() -> frozenset[str]:
    lines = (Path(__file__).resolve().parent / "plain_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
