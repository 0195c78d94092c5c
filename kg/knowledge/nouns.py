"""Words for people and for things: what sort of participant a common noun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.knowledge import extension
from kg.knowledge.phrases import Found, Phrases, plural
from kg.knowledge.tables import DATA, read

PEOPLE_CLASSES = (
    "combatant",
    "security-force",
    "police",
    "civilian",
    "official",
    "speaker",
    "child",
    "woman",
    "man",
    "leader",
    "captive",
    "journalist",
    "aid-worker",
    "medic",
    "clergy",
    "suspect",
    "casualty",
    "kin",
    "group",
    "perpetrator",
    "person",
    "foreigner",
    "criminal",
)
THING_CLASSES = (
    "vehicle",
    "building",
    "facility",
    "aircraft",
    "ship",
    "infrastructure",
    "position",
    "settlement",
    "material",
    "institution",
    "gathering",
)
PEOPLE_COLUMNS = ("noun", "plural", "classes", "number", "gender")
THING_COLUMNS = ("noun", "plural", "class")
NUMBERS = ("count", "collective", "plural")
GENDERS = ("", "m", "f")


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for people. ``number`` is ``singular``, ``plural`` or ``collective`` (a word in the singular for
    many).

    ``classes`` say what is implied: a combatant, a civilian, someone who speaks for others; the first one
    leads.
    """

    noun: str
    classes: tuple[str, ...]
    number: str = "singular"
    gender: str = ""

    def is_a(self, name: str) -> bool:
        """Whether the noun implies a class."""
        return name in self.classes


@dataclass(frozen=True, slots=True)
class ThingNoun:
    """A noun for a thing that is hit, lost or used; ``kind`` is one of ``THING_CLASSES``."""

    noun: str
    kind: str
    number: str = "singular"


class People:
    """The nouns for people."""

    def __init__(self, phrases: Phrases[PersonNoun]) -> None:
        self._phrases = phrases

    @classmethod
    def load(cls, extra: Path | None = None) -> People:
        """The bundled nouns after those of ``extra``, which win.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        phrases: Phrases[PersonNoun] = Phrases()
        for path in (extra, DATA / "people.tsv"):
            if path is None:
                continue
            for row in read(path, PEOPLE_COLUMNS):
                noun, classes = row.required("noun"), row.several("classes")
                wrong = sorted(set(classes) - set(PEOPLE_CLASSES))
                if wrong or not classes:
                    known = ", ".join(PEOPLE_CLASSES)
                    raise row.error(f"column 'classes' is {row.text('classes')!r}; allowed: {known}")
                number = row.one_of("number", NUMBERS, "count")
                gender = row.one_of("gender", GENDERS, "")
                own = {"count": "singular", "collective": "collective", "plural": "plural"}[number]
                many = row.text("plural") or (plural(noun) if number != "plural" else "")
                if many and many != noun:
                    phrases.add(many, PersonNoun(noun, classes, "plural", gender))
                phrases.add(noun, PersonNoun(noun, classes, own, gender))
        return cls(phrases)

    def is_noun(self, text: str) -> bool:
        """Whether the text is one of the nouns, no more and no less."""
        return self._phrases.get(text) is not None

    def ends_phrase(self, word: str) -> bool:
        """Whether a noun of several words may end in a word."""
        return self._phrases.may_end(word)

    def find(self, words: str | Sequence[str]) -> PersonNoun | None:
        """What a phrase says by the noun it ends in ("senior police officers"), None if not of people."""
        found = self.head(words)
        return found.item if found else None

    def head(self, words: str | Sequence[str]) -> Found[PersonNoun] | None:
        """Like ``find``, with the words that the noun takes."""
        return self._phrases.ending(words.split() if isinstance(words, str) else words)


class Things:
    """The nouns for things."""

    def __init__(self, phrases: Phrases[ThingNoun]) -> None:
        self._phrases = phrases

    @classmethod
    def load(cls, extra: Path | None = None) -> Things:
        """The bundled nouns after those of ``extra``, which win.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        phrases: Phrases[ThingNoun] = Phrases()
        for path in (extra, DATA / "materiel.tsv"):
            if path is None:
                continue
            for row in read(path, THING_COLUMNS):
                noun, kind = row.required("noun"), row.one_of("class", THING_CLASSES)
                phrases.add(noun, ThingNoun(noun, kind))
                phrases.add(row.text("plural") or plural(noun), ThingNoun(noun, kind, "plural"))
        return cls(phrases)

    def is_noun(self, text: str) -> bool:
        """Whether the text is one of the nouns, no more and no less."""
        return self._phrases.get(text) is not None

    def ends_phrase(self, word: str) -> bool:
        """Whether a noun of several words may end in a word."""
        return self._phrases.may_end(word)

    def find(self, words: str | Sequence[str]) -> ThingNoun | None:
        """What a phrase says by the noun it ends in ("a fuel convoy"), None if it names no known thing."""
        found = self.head(words)
        return found.item if found else None

    def head(self, words: str | Sequence[str]) -> Found[ThingNoun] | None:
        """Like ``find``, with the words that the noun takes."""
        return self._phrases.ending(words.split() if isinstance(words, str) else words)


@extension.cached
def people() -> People:
    """The bundled nouns for people, with the user's."""
    return People.load(extension.file("people.tsv"))


@extension.cached
def things() -> Things:
    """The bundled nouns for things, with the user's."""
    return Things.load(extension.file("materiel.tsv"))
