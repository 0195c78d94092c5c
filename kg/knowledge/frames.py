"""Event frames: the words that tell of violence and the parts that their arguments play.

A frame in the sense of FrameNet (Baker, Fillmore & Lowe 1998), kept as data in ``data/frames.toml``, where the
format is described; a user's own file may add frames.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.knowledge import extension
from kg.model import Stage

_FIXED = frozenset(
    {
        "class",
        "effect",
        "verbs",
        "nouns",
        "adjectives",
        "subject",
        "object",
        "possessor",
        "compound",
        "people",
        "needs",
        "weak",
        "negative",
        "stage",
        "not_with",
        "not_in",
        "not_object",
    }
)
_EFFECTS = frozenset({"killed", "injured", "captured", "missing", "released", "lost", "none"})
_DISASTER_WORDS = 3  # one "storm" or "flood" may be a figure of speech
_GAME_WORDS = 4  # so many different words of games in one text are no chance
FILE = Path(__file__).parent / "data" / "frames.toml"


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event as words tell it. Roles are named by their surface slot with voice undone.

    ``stage`` says how far the act goes where the word itself says that: a death threat kills nobody.
    """

    name: str
    event_class: str
    effect: str
    subject: str = ""
    object: str = ""
    possessor: str = ""
    compound: str = ""
    people: str = ""
    prepositions: tuple[tuple[str, str], ...] = ()
    needs: str = "any"
    weak: bool = False
    negative: bool = False
    stage: Stage = Stage.ACCOMPLISHED
    not_with: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()

    def role(self, preposition: str) -> str:
        """Role of the complement with this preposition, or an empty string."""
        wanted = preposition.replace(" ", "-")
        return next((role for prep, role in self.prepositions if prep == wanted), "")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that tell of a frame: a head lemma, and lemmas that must go with it (particle, object or noun before)."""

    frame: Frame
    extra: tuple[str, ...] = ()


Phrases = dict[str, frozenset[tuple[str, ...]]]
"""Verbs by their lemma, each with the words that may have to stand with it: none in an empty tuple."""


@dataclass(frozen=True)
class Frames:
    """All frames, indexed by head lemma, and the verbs that carry an event noun."""

    verbs: dict[str, list[Pattern]] = field(default_factory=dict)
    nouns: dict[str, list[Pattern]] = field(default_factory=dict)
    adjectives: dict[str, list[Pattern]] = field(default_factory=dict)
    refinements: dict[str, str] = field(default_factory=dict)
    light: dict[str, Phrases] = field(default_factory=dict)
    wider: dict[str, str] = field(default_factory=dict)
    also: dict[str, frozenset[str]] = field(default_factory=dict)
    games: set[str] = field(default_factory=set)
    disasters: set[str] = field(default_factory=set)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Every word that can head a pattern, in the forms that a slip of the lemmas may give it, too."""
        heads = {*self.verbs, *self.nouns, *self.adjectives}
        slips = {verb.removesuffix("e") for verb in self.verbs} | {f"{verb}en" for verb in self.verbs}
        return frozenset(heads | slips | {verb.rpartition("-")[2] for verb in self.verbs})

    def of_a_game(self, lemmas: set[str]) -> bool:
        """Whether a report with these words is about a game, so that its shots and attacks are figures of speech."""
        return len(self.games & lemmas) >= _GAME_WORDS

    def of_a_disaster(self, lemmas: Iterable[str]) -> bool:
        """Whether a report that speaks of these things in turn is about a storm or the like: its tolls are nobody's
        deed."""
        return len([lemma for lemma in lemmas if lemma in self.disasters]) >= _DISASTER_WORDS

    def ancestors(self, event_class: str) -> tuple[str, ...]:
        """The class and all wider ones, narrowest first."""
        chain = [event_class]
        while (upper := self.wider.get(chain[-1])) is not None and upper not in chain:
            chain.append(upper)
        return tuple(chain)

    def narrowest(self, classes: list[str]) -> tuple[str, ...]:
        """These classes without those that another of them already implies, in their order."""
        implied = {upper for c in classes for upper in self.ancestors(c)[1:]}
        return tuple(dict.fromkeys(c for c in classes if c not in implied))

    def add(self, path: Path) -> None:
        """Add the frames of a file.

        Raises:
            KnowledgeError: the file does not follow the format.
        """
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise KnowledgeError(f"{path}: {error}") from error
        for name, entry in data.get("frame", {}).items():
            self._add_frame(path, name, entry)
        for event_class, words in data.get("refine", {}).items():
            self.refinements.update(dict.fromkeys(words, event_class))
        self.games.update(data.get("game", {}).get("words", ()))
        self.disasters.update(data.get("disaster", {}).get("words", ()))
        self.wider.update(data.get("wider", {}))
        for word, classes in data.get("also", {}).items():
            self.also[word] = self.also.get(word, frozenset()) | frozenset(classes)
        for kind, phrases in data.get("light", {}).items():
            known = self.light.setdefault(kind, {})
            for head, *more in map(str.split, phrases):
                known[head] = known.get(head, frozenset()) | {tuple(more)}

    def _add_frame(self, path: Path, name: str, entry: dict[str, Any]) -> None:
        if "class" not in entry or entry.get("effect") not in _EFFECTS:
            raise KnowledgeError(
                f"{path}: frame {name} needs a class and an effect out of {', '.join(sorted(_EFFECTS))}"
            )
        frame = Frame(
            name=name,
            event_class=entry["class"],
            effect=entry["effect"],
            subject=entry.get("subject", ""),
            object=entry.get("object", ""),
            possessor=entry.get("possessor", ""),
            compound=entry.get("compound", ""),
            people=entry.get("people", ""),
            prepositions=tuple((key, role) for key, role in entry.items() if key not in _FIXED),
            needs=entry.get("needs", "any"),
            weak=bool(entry.get("weak", False)),
            negative=bool(entry.get("negative", False)),
            stage=Stage(entry.get("stage", Stage.ACCOMPLISHED)),
            not_with=frozenset(entry.get("not_with", ())),
            not_in=frozenset(entry.get("not_in", ())),
            not_object=frozenset(entry.get("not_object", ())),
        )
        for phrase in entry.get("verbs", ()):
            for head, *extra in product(*(words.split("|") for words in phrase.split())):
                self.verbs.setdefault(head, []).append(Pattern(frame, tuple(extra)))
        for phrase in entry.get("nouns", ()):
            *extra, head = phrase.split() if " of " not in phrase else phrase.split()[::-1]
            self.nouns.setdefault(head, []).append(Pattern(frame, tuple(extra)))
        for word in entry.get("adjectives", ()):
            self.adjectives.setdefault(word, []).append(Pattern(frame))
        for index in (self.verbs, self.nouns):
            for patterns in index.values():
                patterns.sort(key=lambda p: -len(p.extra))  # the longest phrase wins


@extension.cached
def default() -> Frames:
    """The bundled frames, with the user's on top."""
    frames = Frames()
    frames.add(FILE)
    extra = extension.file("frames.toml")
    if extra is not None:
        frames.add(extra)
    return frames
