"""What a clause says by itself of the certainty of an event: negation, modals, adverbs, sources, custom."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.embedding_words import operator_of
from kg.extract.stance_record import Stance
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    determiner,
    has_auxiliary,
    is_passive,
    markers,
    modifiers,
    negation,
    numerals,
    possessors,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.triggers import Trigger
from kg.knowledge.operators import Effect, Operator, Operators
from kg.model import Certainty, ClaimKind, Stage

_FINITE = frozenset({"have", "has", "had", "did", "was", "were", "been"})


class ClauseSigns:
    """Reads the words of a clause into a stance; the walk adds what the clauses above say."""

    def __init__(self, trigger: Trigger, operators: Operators) -> None:
        self.trigger = trigger
        self.operators = operators
        self.stance = Stance()
        self.presupposed = False

    def operator(self, word: Token, lower: Token | None = None) -> Operator | None:
        """The operator that a word is, for what stands below it."""
        return operator_of(word, lower, self.operators)

    def speak(self, operator: Operator, word: Token) -> None:
        """Take in what a word with a speaker does to the stance."""
        raise NotImplementedError

    def issuers(self, speaker: Token) -> list[Token]:
        """The speaker itself, or whose statement it is ("a statement from the ministry", "the army's report")."""
        if speaker.lemma_.lower() not in self.operators.lists["utterances"]:
            return [speaker]
        return possessors(speaker) or [t for p, t in complements(speaker) if p in ("by", "from", "of")] or [speaker]

    def _habitual(self) -> bool:
        """A custom rather than a deed: "usually conducts strikes", "carries out frequent attacks"."""
        doc, trigger = self.trigger.token.doc, self.trigger
        verbs = [doc[i] for i in self.stance.path if doc[i].pos_ in ("VERB", "AUX")]
        if trigger.form == "verb":
            verbs = [trigger.token, *verbs]
        clause = next(iter(verbs), None)
        if clause is None:
            return False
        nearest = verbs[:2]
        if any(a.lower_ in self.operators.lists["habitual"] for v in nearest for a in children(v, Dep.ADVERB)):
            return True
        plural = trigger.form == "noun" and trigger.token.tag_ == "NNS" and not determiner(trigger.token)
        if not plural or numerals(trigger.token) or trigger.carrier is None:
            return False
        finite = next((v for v in verbs if v.tag_ in ("VBZ", "VBP", "VBD", "MD") or has_auxiliary(v, _FINITE)), None)
        return finite is not None and finite.tag_ in ("VBZ", "VBP") and has_auxiliary(finite, _FINITE) is None

    def _word(self, token: Token) -> None:
        """Hedges on the event noun itself: "an alleged attack", "a planned strike", "no attack"."""
        if self.trigger.form != "noun":
            return
        for adjective in modifiers(token):
            self._hedge(self.operators.hedge_adjectives.get(adjective.lower_, ""), adjective)
        if determiner(token) == "no":
            self.stance.positive = not self.stance.positive
            self.stance.cue = self.stance.cue or token

    def _hedge(self, level: str, cue: Token) -> None:
        stance = self.stance
        if level in ("planned", "threatened", "attempted"):
            stance.stage = Stage(level)
        elif level == "cancel":
            stance.cancelled = stance.cancelled or f"only supposed ({cue.text})"
        elif level:
            stance.lower(Certainty(level))
            stance.cue = stance.cue or cue

    def _clause(self, verb: Token) -> None:
        """What a clause itself says of its certainty: negation, modals, adverbs, sources, speakers beside
        it."""
        stance = self.stance
        if not self.presupposed:
            negated = negation(verb)
            if negated is not None:
                stance.positive = not stance.positive
                stance.cue = stance.cue or negated
            self._modal(verb)
            marks = set(markers(verb))
            if marks & self.operators.doubt:
                stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
            elif marks & self.operators.unreal or _inverted(verb):
                stance.cancelled = stance.cancelled or "conditional"
            for adverb in children(verb, Dep.ADVERB, Dep.ADJECTIVE):
                level = self.operators.hedges.get(adverb.lower_)
                if level is not None and not of_agent(adverb):
                    self._hedge(level, adverb)
        self._sources(verb)

    def _modal(self, verb: Token) -> None:
        auxiliary = has_auxiliary(verb, frozenset(self.operators.modals))
        if auxiliary is None:
            return
        level = self.operators.modals.get(auxiliary.lower_) or self.operators.modals.get(auxiliary.lemma_.lower(), "")
        perfect = has_auxiliary(verb, frozenset({"have"})) is not None
        if level == "possible" and not perfect and auxiliary.lower_ == "could":
            level = "cancel"  # "could kill" is a capacity, "could have killed" a possibility
        self._hedge(level, auxiliary)

    def _sources(self, verb: Token) -> None:
        """ "according to X", "citing X", and a reporting verb set beside the clause (", X said")."""
        stance = self.stance
        for argument in arguments(verb):
            if (
                argument.slot is Slot.OBLIQUE
                and argument.prep in ("in", "during")
                and argument.token.lemma_.lower() in self.operators.settings
            ):
                stance.cancelled = stance.cancelled or f"only in a {argument.token.lemma_.lower()}"
        if stance.claimants:
            return
        for argument in arguments(verb):
            if argument.slot is Slot.OBLIQUE and argument.prep in self.operators.sources:
                stance.claimants += self.issuers(argument.token)
                stance.cue = stance.cue or argument.token
            elif (
                argument.slot is Slot.OBLIQUE
                and argument.prep in ("by", "in", "on", "from")
                and argument.token.lemma_.lower() in self.operators.lists["tellings"]
            ):
                # "by his account", "in the words of the governor"
                owners = possessors(argument.token) or [t for p, t in complements(argument.token) if p in ("of", "by")]
                stance.claimants += owners
                stance.cue = stance.cue or (argument.token if owners else None)
        for clause in children(verb, Dep.ADVERB_CLAUSE):
            if clause.lemma_.lower() in ("cite", "quote") and clause.tag_ == "VBG":
                stance.claimants += [a.token for a in arguments(clause) if a.slot is Slot.OBJECT]
                stance.cue = stance.cue or clause
            elif "as" in markers(clause) and (speakers := self._as_told(clause)):
                stance.claimants += speakers
                stance.cue = stance.cue or clause
        if not stance.claimants:
            self._beside(verb)

    def _as_told(self, clause: Token) -> list[Token]:
        """ "as the ministry stated", "as reported by the agency": who tells it."""
        operator = self.operator(clause)
        told = [c for c in children(clause, Dep.OBJECT, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE) if c.lower_ != "it"]
        if operator is None or operator.claimant != "subject" or operator.effect is not Effect.PLAIN or told:
            return []
        if is_passive(clause):
            return [a.token for a in arguments(clause) if a.slot is Slot.SUBJECT and a.prep == "by"]
        return children(clause, Dep.SUBJECT)

    def _beside(self, verb: Token) -> None:
        """A reporting verb set beside the clause: "X, police said, was Y", "people who, they said, were killed"."""
        beside = children(verb, Dep.PARATAXIS)
        if dep(verb) is Dep.RELATIVE:
            beside += [c for c in children(verb.head, Dep.RELATIVE, Dep.PARATAXIS) if _inserted(c, verb)]
        elif dep(verb) is Dep.CONJUNCT and verb.head.i < verb.i:
            # "Kano, he said, was a camp, and soldiers had killed ten": what follows is his, too
            beside += [c for c in children(verb.head, Dep.PARATAXIS) if c.i < verb.head.i and children(c, Dep.SUBJECT)]
        for clause in beside:
            operator = self.operator(clause)
            if operator is not None and operator.claimant == "subject" and self.trigger.index not in _subtree(clause):
                self.speak(operator, clause)
                return


def _inverted(verb: Token) -> bool:
    """ "Had the bomb exploded later", "should rebels attack": a condition by its word order."""
    if dep(verb) is not Dep.ADVERB_CLAUSE or markers(verb):
        return False
    subject = next(iter(children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
    first = children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)[:1]
    return subject is not None and any(a.lower_ in ("had", "should", "were") and a.i < subject.i for a in first)


def _inserted(clause: Token, verb: Token) -> bool:
    """Whether a clause that the parser hung on the noun stands inside the relative clause of this verb."""
    told = children(clause, Dep.OBJECT, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE)
    return clause != verb and clause.i < verb.i and bool(children(clause, Dep.SUBJECT)) and not told


def of_agent(adverb: Token) -> bool:
    """Whether an adverb hedges who did it and not whether it was done: "killed apparently by rebels"."""
    return bool(adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).lower_ == "by")


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
