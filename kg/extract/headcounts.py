"""Counts of people in a draft: how many were harmed, how many of them were of some kind, and that nobody was."""

from __future__ import annotations

from kg.extract import tolls
from kg.extract.entities import Entities
from kg.extract.filler import Filler
from kg.extract.fillers import Fillers
from kg.extract.mentions import OUTCOMES, Draft
from kg.extract.phrases import count_of, counted
from kg.extract.shares import shares_of
from kg.extract.syntax import complements, determiner, markers, possessors, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.model import Casualties, Category, Count, Outcome

_LOSING = frozenset({"suffer", "sustain", "take", "have", "incur", "report", "receive"})


class HeadCounts:
    """Adds to drafts how many people they count."""

    def __init__(self, entities: Entities, fillers: Fillers) -> None:
        self._entities = entities
        self._fillers = fillers

    def add(self, draft: Draft, people: Token, outcome: Outcome, count: Count | None) -> None:
        """How many there were, and how many of them were children, soldiers ..., where the words tell it."""
        category = self._fillers.category(counted(people))
        several = count if count is not None and (count.best or count.low or 0) > 1 else None
        plural = people.tag_ in ("NNS", "NNPS") or several is not None
        for share in shares_of(people, several) if plural else ():
            kind = self._fillers.common([n for n in share.nouns if self._entities.form(n) != "name"])
            if share.count is None:
                category = kind if category is Category.ALL_PEOPLE else category
            elif kind is not Category.ALL_PEOPLE and _fits(share.count, several):
                draft.shares.append(Casualties(outcome, kind, share.count))
        if several is not None:
            draft.casualties.append(Casualties(outcome, category, several))

    def told_apart(self, draft: Draft, filler: Filler) -> bool:
        """Takes in a count that names no party of its own; whether it was one.

        "Among the dead were nine children", "five of the dead were women": some of those counted before. "Four others
        are missing", "he had seen 27 bodies": people of an event told before, whoever they are.
        """
        roll, effect, noun = draft.telling.roll, draft.telling.trigger.frame.effect, filler.token
        count = count_of(roll.number if roll is not None and roll.number is not None else noun)
        if tolls.witnessed(draft.telling.trigger) and count is None:
            count = count_of(draft.telling.trigger.token)  # "21 bodies of children"
        if effect == "missing" and _missed_then(draft.telling.trigger.token):
            return True
        if effect == "missing" or tolls.witnessed(draft.telling.trigger):
            if count is not None and (count.low or count.best or 0) > 1:
                draft.casualties.append(Casualties(OUTCOMES[effect], self._fillers.category(counted(noun)), count))
            return True
        listed = roll is not None and not roll.whole and filler.slot == "listed" and noun.tag_ == "NNS"
        if not listed or count is None or effect not in OUTCOMES or self._entities.form(noun) == "name":
            return False
        draft.shares.append(Casualties(OUTCOMES[effect], self._fillers.category(counted(noun)), count))
        return True

    def nobody(self, draft: Draft) -> None:
        """ "There were no casualties", "without causing casualties": the noun itself counts nobody.

        Whose losses they would be is said around it, if anywhere ("the army suffered no losses").
        """
        trigger = draft.telling.trigger
        outcome = OUTCOMES.get(trigger.frame.effect)
        counts = trigger.form == "noun" and outcome is not None and _none(trigger.token)
        if any(prep in ("from", "by") for prep, _ in complements(trigger.token)):
            return  # "no shooting from the crowd": that these did not shoot
        if outcome is not None and counts and not draft.casualties:
            draft.zero = True
            draft.casualties.append(Casualties(outcome, self._whose(trigger.token), Count(0, 0, 0)))

    def _whose(self, noun: Token) -> Category:
        """ "No losses among the troops", "the rebels suffered no casualties": of what kind the people would be."""
        verb = noun.head
        losing = verb.pos_ == "VERB" and verb.lemma_.lower() in _LOSING and dep(noun) is Dep.OBJECT
        whose = [t for prep, t in complements(noun) if prep in ("among", "amongst", "of", "on", "in")]
        whose += [*possessors(noun), *(subjects(verb) if losing else [])]
        for token in whose:
            kind = self._fillers.category(token)
            kind = self._fillers.side(token) if kind is Category.ALL_PEOPLE else kind
            if kind is not Category.ALL_PEOPLE:
                return kind
        return Category.ALL_PEOPLE


def _missed_then(verb: Token) -> bool:
    """ "[The bodies of] three men who had disappeared": before what is told of them now."""
    return verb.relation is Dep.RELATIVE and any(c.lower_ == "had" for c in children(verb, Dep.AUXILIARY))


def _none(noun: Token) -> bool:
    """Whether a noun is said to have no instance: "no casualties", "without (causing) casualties"."""
    if determiner(noun) == "no" or preposition(noun) == "without":
        return True
    return noun.head.tag_ == "VBG" and dep(noun) is Dep.OBJECT and "without" in markers(noun.head)


def _fits(part: Count, whole: Count | None) -> bool:
    """Whether there can be so many in a part."""
    most = None if whole is None else whole.high or (whole.best if whole.low is None else None)
    return most is None or (part.low or part.best or 0) <= most
