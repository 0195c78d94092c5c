"""Whose people and means words are for: "we", "its men", "no army helicopter", "soldiers" where the army speaks."""

from __future__ import annotations

from collections.abc import Set

from kg.extract.entities import Entities, lexicon
from kg.extract.fillers import Fillers
from kg.extract.mentions import Draft, Part
from kg.extract.syntax import complements, compounds, modifiers, possessors
from kg.extract.syntax.tokens import Token
from kg.knowledge import nouns
from kg.model import Category, EntityKind, Predicate

_STATE = ("security-force", "police")
_MISSIONS = frozenset({"embassy", "ambassador", "legation", "consulate", "envoy", "mission", "government"})
_FIRST = frozenset({"we", "us", "they", "it", "he", "she", "i", "me"})

#: Keys of who speaks and of the group it speaks for.
Voices = Set[str]


class OwnSide:
    """Tells a speaker's own people and means from those of others, in one document."""

    def __init__(self, entities: Entities, fillers: Fillers) -> None:
        self._entities = entities
        self._fillers = fillers
        self._people = nouns.people()

    def group(self, voices: Voices) -> str:
        """Key of the group that somebody speaks for, or of who speaks."""
        keys = sorted(voices)
        return next((k for k in keys if self._entities.kind(k) is EntityKind.GROUP), keys[0])

    def accused(self, part: Part, voices: Voices) -> bool:
        """Whether those accused are who speaks, or its people: "soldiers of the army", the police of its chief."""
        around = {self._entities.at(t) for _, t in complements(part.token)}
        if {part.key, self._entities.organisation_of(part.key), *around} & voices:
            return True
        forces = self._entities.name(part.key) is None and self._is_a(self._entities.label(part.key), *_STATE)
        if forces and any(self._official(v) for v in voices):
            return True  # who speaks for the army or the government answers for "soldiers" and "police"
        armed = forces or self._is_a(self._entities.label(part.key), "security-force")
        if armed and any(self._countries(part.key) & self._countries(v) and self._state(v) for v in voices):
            return True  # "Russian soldiers", where Russia speaks
        words = set(self._entities.label(part.key).lower().split())
        return any(words <= set(self._entities.label(v).lower().split()) for v in voices)

    def harmless(self, draft: Draft, voices: Voices) -> bool:
        """ "I have killed nobody", "its troops killed no one there": whether it is said of the speaker's own people."""
        counted = {c.category for c in draft.casualties}
        if not draft.zero or counted != {Category.ALL_PEOPLE}:
            return False
        agents = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR]
        whose = [{p.key, *(self._entities.at(t) for t in possessors(p.token))} for p in agents]
        return bool(whose) and all(keys & voices for keys in whose)

    def bears_arms(self, voices: Voices) -> bool:
        """Whether somebody may answer for an army: not who is called by a word for people without one."""
        return all(self._official(v) or self._people.find(self._entities.label(v).lower()) is None for v in voices)

    def fights(self, voices: Voices) -> bool:
        """Whether somebody is called by a word for those who fight."""
        return any(self._is_a(word, "combatant") for v in voices for word in self._entities.label(v).split())

    def _official(self, key: str) -> bool:
        label = self._entities.label(key)
        return self._is_a(label, "official", *_STATE) and not any(self._is_a(w, "combatant") for w in label.split())

    def _state(self, key: str) -> bool:
        """Whether somebody is a country or speaks for one: not "Russian dissidents"."""
        label = self._entities.label(key)
        mission = not _MISSIONS.isdisjoint(label.lower().split())  # "the German Embassy"
        return mission or self._official(key) or lexicon.country(label) is not None

    def _countries(self, key: str) -> set[str]:
        """Codes of the countries whose name or adjective is a word of what somebody is called."""
        found = (lexicon.demonym(w) or lexicon.country(w) for w in self._entities.label(key).split() if w[:1].isupper())
        return {country.code for country in found if country is not None}

    def _is_a(self, words: str, *classes: str) -> bool:
        noun = self._people.find(words.lower())
        return noun is not None and any(map(noun.is_a, classes))

    def own(self, thing: Token, voices: Voices) -> bool:
        """Whether a word is for the speaker's own people or means: "we", "its men", "no army helicopter"."""
        if thing.lower_ in _FIRST and self._entities.at(thing) in (None, *voices):
            return True
        around = [*possessors(thing), *compounds(thing), *modifiers(thing), *(t for _, t in complements(thing))]
        if any(self._entities.at(t) in voices for t in (thing, *around)):
            return True
        forces = self._fillers.armed(thing) and self._fillers.category(thing) is not Category.FIGHTERS
        return self._entities.operator(thing) in voices or forces
