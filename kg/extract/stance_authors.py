"""Authors named by nouns and participles around an event noun: "the work of X", "claimed by Y", "Z's hand in it"."""

from __future__ import annotations

from kg.extract.marks import THESE
from kg.extract.stance_effects import OperatorEffects
from kg.extract.syntax import (
    Slot,
    appositions,
    arguments,
    complements,
    determiner,
    is_definite,
    is_passive,
    modifiers,
    negation,
    possessors,
    preposition,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Effect, Operator
from kg.model import Certainty, ClaimKind


class AuthorSigns(OperatorEffects):
    """Adds to the agents of a stance those that the words beside an event noun name as its authors."""

    def authors_beside(self, noun: Token) -> None:
        """Authors in a participle after the noun, or before a predicate "behind the attack"."""
        if self.trigger.form != "noun":
            return
        self._styled(noun)
        clauses = children(noun, Dep.NOUN_CLAUSE, Dep.RELATIVE)
        for clause in [*clauses, *(c for r in clauses for c in children(r, Dep.CONJUNCT) if _of_which(c))]:
            operator = self.operator(clause)
            if operator is not None and (authors := _for_which(clause, operator)):
                self._authors(authors, operator.kind, operator.certainty)
                continue
            if dep(clause) is Dep.RELATIVE and not is_passive(clause):
                continue  # "the rebels, who blamed the army"; what "which was claimed by X" says hangs on the noun
            if operator is None or clause.tag_ not in ("VBN", "VBD") or negation(clause) is not None:
                continue
            by = [a.token for a in arguments(clause) if a.slot is Slot.SUBJECT and a.prep == "by"]
            on = [a.token for a in arguments(clause) if a.slot is Slot.OBLIQUE and a.prep in ("on", "to")]
            if operator.word == "claim" and by:
                self._authors(by, ClaimKind.RESPONSIBILITY, Certainty.PROBABLE)
            elif operator.agent == "object" and operator.kind is ClaimKind.ACCUSATION and on:
                self._authors(on, ClaimKind.ACCUSATION, operator.certainty)
        if noun.lemma_.lower() in self.operators.lists["agent_nouns"] and dep(noun) is Dep.OBJECT:
            self._held(noun)  # "suspect the involvement of X"
        if preposition(noun) == "behind" and children(noun, Dep.COPULA):
            if negation(noun) is None:
                self._predicated(noun, children(noun, Dep.SUBJECT))
            else:
                self.not_behind(children(noun, Dep.SUBJECT))

    def _styled(self, noun: Token) -> None:
        """ "The union called it a massacre by the army", "this was a massacre": so somebody calls what was told before.

        That it was the army's, the union says, and nobody else.
        """
        stance = self.stance
        if children(noun, Dep.COPULA) and any(m.tag_ == "JJS" for m in modifiers(noun)):
            stance.cancelled = "compared with others"  # "the bombing was the deadliest attack since 2018"
            return
        if children(noun, Dep.COPULA) and any(s.lower_ in THESE for s in children(noun, Dep.SUBJECT)):
            stance.styled = True
            return
        verb = _styling(noun.head if preposition(noun) == "of" and noun.head.lower_ == "act" else noun)
        if verb is None or verb.lemma_.lower() not in self.operators.lists["styling"]:
            return
        stance.styled = True
        if is_passive(verb):
            stance.lower(Certainty.POSSIBLE)  # "what was described as an attack by the Front": nobody vouches for it
        else:
            stance.claimants += [i for s in subjects(verb) for i in self.issuers(s)]
        stance.cue = stance.reporting = verb
        by = [t for prep, t in complements(noun) if prep == "by"]
        by += [a.token for a in arguments(verb) if a.prep == "by" and a.token.i > noun.i and not is_passive(verb)]
        self._authors(by, ClaimKind.ACCUSATION, Certainty.POSSIBLE)

    def authors_above(self, relation: Dep, lower: Token, upper: Token) -> None:
        """Authors in a noun that the event is said to be ("was the work of X"), or in somebody's "hand in" it."""
        if self.trigger.form != "noun" or lower.i not in self.content:
            return
        lists = self.operators.lists
        lemma = upper.lemma_.lower()
        if relation is Dep.SUBJECT and children(upper, Dep.COPULA) and lemma in lists["works"]:
            self.content.add(upper.i)
            if negation(upper) is None and determiner(upper) != "no":
                self._predicated(upper, self._owners(upper))
        elif relation in (Dep.OBJECT, Dep.PASSIVE_SUBJECT) and (said := self._held_to_be(upper)) is not None:
            self._authors(self._owners(said), ClaimKind.ACCUSATION, Certainty.POSSIBLE)
        elif lemma in lists["author_nouns"] and upper.pos_ == "NOUN" and relation is Dep.NOMINAL:
            self._called(upper)
        elif lemma in lists["agent_nouns"] and upper.pos_ == "NOUN" and dep(upper) is Dep.OBJECT:
            self._held(upper)
        elif upper.pos_ == "VERB" and relation in (Dep.OBLIQUE, Dep.NOMINAL):
            # the parser may hang "in the killing" on the verb of "suspect the hand of X in the killing"
            for thing in children(upper, Dep.OBJECT):
                if thing.lemma_.lower() in lists["agent_nouns"]:
                    self._held(thing)

    def _held_to_be(self, verb: Token) -> Token | None:
        """ "believe the murder to be the work of X", "is believed to be": the noun that says whose it is held to be."""
        operator = self.operator(verb) if verb.pos_ == "VERB" else None
        if operator is None or operator.effect is not Effect.PLAIN or negation(verb) is not None:
            return None
        said = (c for c in children(verb, Dep.OPEN_CLAUSE) if children(c, Dep.COPULA))
        return next((c for c in said if c.lemma_.lower() in self.operators.lists["works"]), None)

    def _called(self, noun: Token) -> None:
        """ "X is the mastermind of the bombing", "the mastermind of the bombing, X"."""
        if children(noun, Dep.COPULA):
            self.content.add(noun.i)
            authors = [s for s in subjects(noun) if negation(noun) is None]
            self.took_part = bool(authors)
            self._predicated(noun, authors)
        else:
            self._authors([t for t in appositions(noun) if t.ent_type_ == "PERSON"], None, Certainty.CERTAIN)

    def _held(self, noun: Token) -> None:
        """ "suspects the hand of X": the author is as sure as the verb has it, the event is not in question."""
        operator = self.operator(noun.head, noun) if noun.head.pos_ == "VERB" else None
        owners = [o for o in self._owners(noun) if o.pos_ in ("NOUN", "PROPN")]
        plain = operator is not None and operator.effect is Effect.PLAIN and operator.kind is ClaimKind.ASSERTION
        if operator is None or not plain or not owners or negation(noun.head) is not None:
            return
        if operator.certainty is Certainty.CERTAIN:
            self._authors(owners, None, Certainty.CERTAIN)  # "confirmed the involvement of X"
            return
        self._authors(owners, ClaimKind.ACCUSATION, operator.certainty)
        self.laid_on_noun = True

    def _owners(self, noun: Token) -> list[Token]:
        return possessors(noun) or [t for prep, t in complements(noun) if prep == "of"]

    def _predicated(self, clause: Token, authors: list[Token]) -> None:
        """Authors in a predicate, as surely as its modal and its adverbs have it."""
        words = [c.lower_ for c in children(clause, Dep.AUXILIARY, Dep.ADVERB)]
        levels = [self.operators.modals.get(w) or self.operators.hedges.get(w, "") for w in words]
        if any(level in ("planned", "threatened", "attempted", "cancel") for level in levels):
            return
        certainty = max((Certainty(level) for level in levels if level), default=Certainty.CERTAIN, key=_LEVELS.index)
        self._authors(authors, None if certainty is Certainty.CERTAIN else ClaimKind.ACCUSATION, certainty)

    def _authors(self, authors: list[Token], kind: ClaimKind | None, certainty: Certainty) -> None:
        stance = self.stance
        stance.agents += [a for a in authors if a not in stance.agents and a.i != self.trigger.index]
        if authors and kind is not None:
            stance.agent_kind = stance.agent_kind or kind
            stance.agent_certainty = max(stance.agent_certainty, certainty, key=_LEVELS.index)


def _styling(noun: Token) -> Token | None:
    """The verb that has something called by a noun: "called it murder", "described the raid as an act of war"."""
    place, above = dep(noun), noun.head
    if place is Dep.OBJECT and dep(above) in (Dep.OBJECT, Dep.OPEN_CLAUSE) and determiner(noun) in ("a", "an"):
        return above.head  # "called the raid a massacre", as the parser may hang it
    named = place is Dep.OPEN_CLAUSE or (place is Dep.OBLIQUE and preposition(noun) == "as")
    of_what = dep(above) in (Dep.RELATIVE, Dep.NOUN_CLAUSE) and above.head.lower_ == "what"
    if of_what and (named or (place is Dep.OBJECT and not is_definite(noun))):
        return above  # "in what residents described as a massacre"
    return above if named and children(above, Dep.OBJECT) else None


def _of_which(clause: Token) -> bool:
    """Whether a clause says something "for which" the noun before it is the reason."""
    return any(t.lower_ == "which" and preposition(t) == "for" for t in children(clause, Dep.OBLIQUE))


def _for_which(clause: Token, operator: Operator) -> list[Token]:
    """ "The bombing, for which rebels are held responsible", "for which rebels claimed credit": the rebels."""
    if not _of_which(clause) or negation(clause) is not None:
        return []
    slot = Slot.SUBJECT if operator.kind is ClaimKind.RESPONSIBILITY else Slot.OBJECT
    if slot is Slot.OBJECT and (operator.agent != "object" or operator.kind is not ClaimKind.ACCUSATION):
        return []
    return [a.token for a in arguments(clause) if a.slot is slot and a.token.lower_ != "which"]


_LEVELS = list(Certainty)
