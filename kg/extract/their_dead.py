"""Whom "they" and "them" mean who were killed, where the words before would have the killers killed.

"Soldiers killed five farmers, the mayor said. An army spokesman said they were caught in crossfire": nobody speaks of
his own side's dead so. "The army shot five men. Their families say that soldiers executed them": no soldiers execute
an army.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.own_side import OwnSide
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax import sentence_of
from kg.extract.syntax.tokens import Token
from kg.knowledge import nouns
from kg.model import Predicate

_REACH = 3  # sentences back in which the dead were told of
_HARM = frozenset({Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE})
_THEY = frozenset({"they", "them"})
_MANY = frozenset({"NNS", "NNPS", "CD"})


class TheirDead:
    """Mends the victims of one document that a pronoun stands for."""

    def __init__(self, entities: Entities, fillers: Fillers, speakers: Speakers) -> None:
        self._entities = entities
        self._fillers = fillers
        self._speakers = speakers
        self._side = OwnSide(entities, fillers)
        self._people = nouns.people()

    def mend(self, mention: EventMention, before: Sequence[EventMention]) -> None:
        """Puts those told dead, hurt or taken before in place of whoever was told to have done it."""
        for draft in mention.drafts:
            for at, part in enumerate(draft.parts):
                if part.predicate in _HARM and part.token.lower_ in _THEY:
                    meant = self._meant(part, draft, mention, before)
                    if meant is not None:
                        draft.parts[at] = replace(part, key=meant)

    def _meant(self, part: Part, draft: Draft, mention: EventMention, before: Sequence[EventMention]) -> str | None:
        voices = {key for key in self._speakers.claimant(draft.telling) if key is not None and key != NARRATOR}
        own_kind = self._own_kind(part, draft)
        for other in reversed(before):
            if other.sentence < mention.sentence - _REACH:
                break
            parts = [p for d in other.drafts for p in d.parts]
            agents = [p for p in parts if p.predicate is Predicate.PERPETRATOR and p.key == part.key]
            harmed = [p for p in parts if p.predicate in _HARM and p.token.tag_ in _MANY and p.key != part.key]
            if agents and harmed and (own_kind or (voices and self._side.accused(agents[0], voices))):
                return harmed[0].key
        return self._people_before(part.token, {*voices, part.key}) if own_kind else None

    def _own_kind(self, part: Part, draft: Draft) -> bool:
        """Whether soldiers would have killed an army."""
        agents = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR and p.key != part.key]
        return self._forces(part.key) and any(self._forces(p.key) for p in agents)

    def _forces(self, key: str) -> bool:
        noun = self._people.find(self._entities.label(key).lower())
        return noun is not None and (noun.is_a("security-force") or noun.is_a("police"))

    def _people_before(self, pronoun: Token, but: set[str]) -> str | None:
        """The people in the plural spoken of last before a pronoun, in its sentence or the one before."""
        first = sentence_of(pronoun).start
        begin = sentence_of(pronoun.doc[first - 1]).start if first else 0
        for word in reversed(pronoun.doc[begin : pronoun.i]):
            if word.tag_ == "NNS" and self._fillers.people(word):
                key = self._entities.at(word)
                if key is not None and key not in but and not self._forces(key):
                    return key
        return None
