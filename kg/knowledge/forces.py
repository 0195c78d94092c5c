"""The institutions that every state has, and the words that stand for them: "warplanes" for the air force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.knowledge.spelling import fold
from kg.knowledge.tables import DATA, read

RELATIONS = ("name", "members", "operates")
COLUMNS = ("id", "label", "kind", "part_of", "names", "members", "operates")


@dataclass(frozen=True, slots=True)
class Force:
    """An institution of states; its actor's identifier is the country's slug, a hyphen and ``id``."""

    id: str
    label: str
    kind: str
    part_of: str = ""


class Forces(dict[str, Force]):
    """The institutions by identifier, and the phrases for them."""

    def __init__(self, known: Mapping[str, Force], phrases: Mapping[str, tuple[Force, str]]) -> None:
        super().__init__(known)
        self._phrases = dict(phrases)

    def phrase(self, text: str) -> tuple[Force, str] | None:
        """The institution that a phrase stands for and how: its name, its members or what it operates."""
        return self._phrases.get(fold(text))


@cache
def forces() -> Forces:
    """The bundled institutions."""
    known: dict[str, Force] = {}
    phrases: dict[str, tuple[Force, str]] = {}
    for row in read(DATA / "forces.tsv", COLUMNS):
        force = Force(row.required("id"), row.required("label"), row.required("kind"), row.text("part_of"))
        known[force.id] = force
        phrases.setdefault(fold(force.label), (force, "name"))
        for relation, column in zip(RELATIONS, ("names", "members", "operates"), strict=True):
            for words in row.several(column):
                phrases.setdefault(fold(words), (force, relation))
    return Forces(known, phrases)
