"""Titles, ranks and given names: what a person's name says besides who it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.knowledge import extension
from kg.knowledge.phrases import Found, Phrases
from kg.knowledge.spelling import fold
from kg.knowledge.tables import DATA, read

TITLE_CLASSES = ("military", "police", "religious", "political", "honorific", "royal", "academic", "judicial")
TITLE_COLUMNS = ("title", "class", "aliases", "gender")
NAME_COLUMNS = ("name", "gender")
GENDERS = ("", "m", "f")


@dataclass(frozen=True, slots=True)
class Title:
    """A title or rank before a name: ``Lt. Col.`` with its expansion "Lieutenant Colonel"."""

    title: str
    kind: str
    expansion: str
    gender: str = ""


class Titles:
    """The titles and ranks."""

    def __init__(self, phrases: Phrases[Title]) -> None:
        self._phrases = phrases

    @classmethod
    def load(cls, extra: Path | None = None) -> Titles:
        """The bundled titles after those of ``extra``, which win.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        phrases: Phrases[Title] = Phrases()
        for path in (extra, DATA / "titles.tsv"):
            if path is None:
                continue
            for row in read(path, TITLE_COLUMNS):
                title, kind = row.required("title"), row.one_of("class", TITLE_CLASSES)
                entry = Title(title, kind, title, row.one_of("gender", GENDERS, ""))
                for name in (title, *row.several("aliases")):
                    phrases.add(name, entry)
        return cls(phrases)

    def find(self, text: str) -> Title | None:
        """The title that the words are, in full or abbreviated."""
        return self._phrases.get(text)

    def leading(self, words: str | Sequence[str]) -> tuple[Found[Title], ...]:
        """The titles with which a name begins ("Vice President Gen. X"), in order; the name comes after."""
        tokens = words.split() if isinstance(words, str) else words
        found: list[Found[Title]] = []
        for entry in self._phrases.all_in(tokens):
            if entry.begin != (found[-1].end if found else 0) or entry.end == len(tokens):
                break
            found.append(entry)
        return tuple(found)


class GivenNames:
    """Given names of many countries and the gender of those who bear them; "Said" is one, "said" none."""

    def __init__(self, genders: dict[str, str]) -> None:
        self._genders = genders

    @classmethod
    def load(cls, extra: Path | None = None) -> GivenNames:
        """The bundled names; those of ``extra`` win.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        genders: dict[str, str] = {}
        for path in (DATA / "given_names.tsv", extra):
            if path is None:
                continue
            for row in read(path, NAME_COLUMNS):
                genders[fold(row.required("name"))] = row.one_of("gender", GENDERS, "")
        return cls(genders)

    def __contains__(self, name: str) -> bool:
        return not name.islower() and fold(name) in self._genders

    def __len__(self) -> int:
        return len(self._genders)

    def gender(self, name: str) -> str:
        """``m``, ``f``, or empty where it is not told; the first word of a full name counts."""
        if name.islower():
            return ""
        return self._genders.get(fold(name).split(" ")[0], "")


@extension.cached
def titles() -> Titles:
    """The bundled titles, with the user's."""
    return Titles.load(extension.file("titles.tsv"))


@extension.cached
def given_names() -> GivenNames:
    """The bundled given names, with the user's."""
    return GivenNames.load(extension.file("given_names.tsv"))
