"""Whom pronouns in a quotation mean: "“They shot him,” she said of her husband" is of neither her nor her neighbours.

A quotation is torn out of another talk. "They", who shoot in it, were named there and need not be anybody of the
report; least of all those who speak, or people of whom the report says that they survived or investigate.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clusters import HARM
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.speakers import Speakers
from kg.extract.syntax import Slot, arguments, negation, sentence_of, subjects
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind, Predicate

_THEY = frozenset({"they", "them"})
_NEAR = 60  # words before a quotation in which its "they" may have been named
_LATECOMERS = frozenset({"arrive", "respond", "watch", "refuse", "fail", "intervene", "reach"})
_RESCUERS = frozenset(
    {"free", "rescue", "release", "liberate", "evacuate", "treat", "save", "help", "protect", "shelter"}
)
_ONE = frozenset({"he", "him", "she", "her"})


class Quoted:
    """Corrects the participants of mentions that stand in quotations."""

    def __init__(self, entities: Entities, fillers: Fillers, speakers: Speakers) -> None:
        self._entities = entities
        self._fillers = fillers
        self._speakers = speakers
        self._dead: set[str] = set()
        self._hurt: set[str] = set()

    def mend(self, mention: EventMention) -> bool:
        """Leaves open who did it where the pronoun was given to those who only tell of it; puts whom it is said of.

        Whether it still tells of somebody or something, if it did.
        """
        speakers = set(mention.speakers)
        told = any(d.parts for d in mention.drafts)
        for draft in mention.drafts:
            draft.parts = [p for p in draft.parts if not self._only_tells(p, speakers)]
            if any(p.token.lower_ in _ONE for p in draft.parts if p.predicate in HARM):
                self._of(draft, speakers)
            self._dead.update(draft.keys(Predicate.FATAL_VICTIM))
            self._hurt.update(draft.keys(Predicate.INJURED_VICTIM))
        return not told or any(d.parts or d.casualties for d in mention.drafts)

    def _only_tells(self, part: Part, speakers: set[str]) -> bool:
        if part.token.lower_ not in _THEY:
            return False
        body = self._entities.name(part.key) is not None and self._entities.kind(part.key) is not EntityKind.PERSON
        if part.predicate in HARM and body:
            return True  # "they were among those killed": no movement or force is dead as a whole
        if not self._speakers.quoted(part.token):
            return False
        if part.predicate in HARM and part.key in speakers:
            return True  # of their own people they would say "we"
        if part.predicate is Predicate.FATAL_VICTIM and self._named_there(part.token):
            return True
        if part.predicate is not Predicate.PERPETRATOR:
            return False
        return part.key in speakers | self._dead or self._fillers.peaceful(part.key) or self._stood_by(part)

    def _named_there(self, pronoun: Token) -> bool:
        """ "We knew A and B for years. … They died holding hands": the two that the quotations before it named."""
        before = pronoun.doc[max(pronoun.i - _NEAR, 0) : pronoun.i]
        names = [t for t in before if t.ent_type_ == "PERSON" and t.ent_iob_ == "B" and self._speakers.quoted(t)]
        return any(c.relation is Dep.CONJUNCT and c.ent_type_ == "PERSON" for t in names for c in t.children)

    def _stood_by(self, part: Part) -> bool:
        """ "Soldiers posted nearby did nothing": the text last said that they did nothing, came late or were led."""
        before = part.token.doc[max(part.token.i - _NEAR, 0) : part.token.i]
        said = [t for t in before if t.pos_ in ("NOUN", "PROPN") and self._entities.at(t) == part.key]
        last = next((t for t in reversed(said) if not self._speakers.quoted(t)), None)
        if last is None or dep(last) not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
            return False
        verb = last.head
        if dep(last) is Dep.PASSIVE_SUBJECT and not self._fillers.armed(last) and self._entities.name(part.key) is None:
            return True  # "sixty men were made to sit under a tree": to them it was done
        if verb.lemma_.lower() in _LATECOMERS | _RESCUERS:
            return True
        # the parser may take what says who they are ("posted nearby") for what they did; "and", "but" tell of both
        lost = (t for t in sentence_of(last) if t.i > verb.i and t.pos_ == "VERB" and not subjects(t))
        return any(negation(t) is not None for t in (verb, *lost) if t == verb or dep(t) is not Dep.CONJUNCT)

    def _of(self, draft: Draft, speakers: set[str]) -> None:
        """ "..., she said of her husband": who was harmed is of whom it is said."""
        for part in list(draft.parts):
            if part.predicate not in HARM or part.token.lower_ not in _ONE or not self._speakers.quoted(part.token):
                continue
            meant = self._spoken_of(part.token)
            if meant is not None and meant != part.key:
                draft.parts[draft.parts.index(part)] = replace(part, key=meant)
            elif meant is None and part.key in speakers:
                draft.parts.remove(part)  # of himself he would say "I"
            elif meant is None and part.predicate is Predicate.FATAL_VICTIM and part.key in self._hurt - self._dead:
                dead = [k for k in self._dead if self._entities.kind(k) is EntityKind.PERSON]
                if len(dead) == 1:  # "He was killed instantly", a letter says, and not his wounded brother
                    draft.parts[draft.parts.index(part)] = replace(part, key=dead[0])

    def _spoken_of(self, pronoun: Token) -> str | None:
        for verb in sentence_of(pronoun):
            if verb.pos_ != "VERB" or self._speakers.quoted(verb) or verb.lemma_.lower() not in ("say", "recall"):
                continue
            for argument in arguments(verb):
                key = (
                    self._entities.at(argument.token)
                    if argument.slot is Slot.OBLIQUE and argument.prep == "of"
                    else None
                )
                if key is not None and self._entities.kind(key) is EntityKind.PERSON:
                    return key
        return None
