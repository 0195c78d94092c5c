"""Weapons and what carries them: concepts with the words that mean them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.knowledge import extension
from kg.knowledge.phrases import Found, Phrases, plural
from kg.knowledge.tables import DATA, Row, read

COLUMNS = ("id", "label", "aliases", "broader", "flags")
FLAGS = (
    "platform",
    "munition",
    "firearm",
    "blade",
    "explosive",
    "chemical",
    "means",
    "aerial",
    "uncrewed",
    "naval",
    "ground",
    "indirect",
    "suicide",
)


@dataclass(frozen=True, slots=True)
class Weapon:
    """A kind of weapon; ``id`` is the local name of its concept, ``broader`` that of the kind it belongs to.

    ``flags`` say what follows from the word: a ``platform`` carries weapons and is itself used or lost, a
    ``munition`` hits; ``aerial`` and ``uncrewed`` tell how it comes.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    broader: str = ""
    flags: frozenset[str] = frozenset()

    @property
    def is_platform(self) -> bool:
        """Whether it carries weapons (drone, tank, gunship) rather than being what hits."""
        return "platform" in self.flags

    @property
    def is_munition(self) -> bool:
        """Whether it is fired, dropped, thrown or laid."""
        return "munition" in self.flags

    @property
    def is_aerial(self) -> bool:
        """Whether it flies or comes from what flies."""
        return "aerial" in self.flags

    @property
    def is_uncrewed(self) -> bool:
        """Whether nobody is aboard."""
        return "uncrewed" in self.flags


class Weapons:
    """All weapons that kg knows, found by the longest phrase."""

    def __init__(self, weapons: Sequence[Weapon]) -> None:
        self._by_id = {weapon.id: weapon for weapon in weapons}
        self._phrases: Phrases[Weapon] = Phrases()
        for weapon in self._by_id.values():
            for name in (weapon.label, *weapon.aliases):
                self._phrases.add(name, weapon)
                self._phrases.add(plural(name), weapon)

    @classmethod
    def load(cls, extra: Path | None = None) -> Weapons:
        """The bundled weapons; rows of ``extra`` with a known id replace them, others are added.

        Raises:
            KnowledgeError: a file does not follow the format, or a broader concept is not there.
        """
        found: dict[str, Weapon] = {}
        origin: dict[str, Row] = {}
        for path in (DATA / "weapons.tsv", extra):
            if path is not None:
                for row in read(path, COLUMNS):
                    weapon = _weapon(row)
                    found[weapon.id], origin[weapon.id] = weapon, row
        for weapon in found.values():
            if weapon.broader and weapon.broader not in found:
                raise origin[weapon.id].error(f"broader concept {weapon.broader!r} is not in the list")
        return cls(tuple(found.values()))

    def __iter__(self) -> Iterator[Weapon]:
        return iter(self._by_id.values())

    def get(self, identifier: str) -> Weapon | None:
        """The weapon with a concept name."""
        return self._by_id.get(identifier)

    def broader(self, weapon: Weapon) -> tuple[Weapon, ...]:
        """The kinds that it belongs to, nearest first."""
        chain: list[Weapon] = []
        above = self._by_id.get(weapon.broader)
        while above is not None and above not in chain:
            chain.append(above)
            above = self._by_id.get(above.broader)
        return tuple(chain)

    def find(self, words: str | Sequence[str]) -> Weapon | None:
        """The weapon that a phrase names: its longest phrase, the last of equals; None if it names none."""
        found = self.all_in(words)
        return max(found, key=lambda entry: (entry.end - entry.begin, entry.begin)).item if found else None

    def all_in(self, words: str | Sequence[str]) -> tuple[Found[Weapon], ...]:
        """All weapons that the words name, from left to right, with the words that name them."""
        return self._phrases.all_in(words.split() if isinstance(words, str) else words)


def _weapon(row: Row) -> Weapon:
    flags = row.several("flags")
    wrong = sorted(set(flags) - set(FLAGS))
    if wrong:
        raise row.error(f"unknown flag {wrong[0]!r}; allowed: {', '.join(FLAGS)}")
    return Weapon(
        row.required("id"),
        row.required("label"),
        row.several("aliases"),
        row.text("broader"),
        frozenset(flags),
    )


@extension.cached
def default() -> Weapons:
    """The bundled weapons, with the user's."""
    return Weapons.load(extension.file("weapons.tsv"))
