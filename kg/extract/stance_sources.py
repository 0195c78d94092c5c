"""Who is credited with a clause by words beside it: "according to X", "by his account", ", X said"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.embedding_words import operator_of
from kg.extract.stance_record import Stance
from kg.extract.syntax import (
    Argument,
    Slot,
    arguments,
    complements,
    compounds,
    is_passive,
    markers,
    modifiers,
    negation,
    possessors,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import Trigger
from kg.knowledge import nouns
from kg.knowledge.operators import Effect, Operator, Operators

# Verbs that report beside an object: whom they tell.
_TELLING = frozenset({"tell", "inform", "notify", "brief", "assure", "remind"})
# Verb forms of a deed that somebody saw, and pronouns for people who see.
_SEEN = frozenset({"VB", "VBG", "VBN", "VBP", "VBD"})
_SEERS = frozenset({"he", "she", "they", "i", "we"})
_LONGEST = 12  # of a chain of coordinated clauses


class SourceSigns:
    """Finds who is credited beside a clause; the base of all that reads words into a stance."""

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
        lists = self.operators.lists
        lemma = speaker.lemma_.lower()
        if lemma not in lists["utterances"] and lemma not in lists["counts"]:
            return [speaker]
        owners = possessors(speaker) or [t for p, t in complements(speaker) if p in ("by", "from", "of")]
        return owners or [*compounds(speaker), speaker]  # "a government statement"

    def cited(self, verb: Token, speakers: list[Token]) -> list[Token]:
        """Whom those who say something cite: "the agency, quoting a source, said", "it reported, citing activists"."""
        for over in (verb, *speakers):
            for clause in children(over, Dep.ADVERB_CLAUSE, Dep.NOUN_CLAUSE):
                if clause.lemma_.lower() in ("cite", "quote") and clause.tag_ == "VBG":
                    told = [a.token for a in arguments(clause) if a.slot is Slot.OBJECT]
                    return [i for t in told for i in self.issuers(t)]
        return []

    def sources(self, verb: Token) -> None:
        """Takes in who is credited beside a clause, if nobody is yet."""
        stance = self.stance
        for argument in arguments(verb):
            lemma = argument.token.lemma_.lower()
            if argument.slot is Slot.OBLIQUE and argument.prep in ("in", "during") and lemma in self.operators.settings:
                stance.cancelled = stance.cancelled or f"only in a {lemma}"
        if stance.claimants:
            return
        for argument in self._crediting(verb):
            speakers = self._credited(argument)
            stance.claimants += speakers
            stance.cue = stance.cue or (argument.token if speakers else None)
        for clause in children(verb, Dep.ADVERB_CLAUSE):
            if clause.lemma_.lower() in ("cite", "quote") and clause.tag_ == "VBG":
                stance.claimants += [a.token for a in arguments(clause) if a.slot is Slot.OBJECT]
                stance.cue = stance.cue or clause
            elif "as" in markers(clause) and not _contrasted(clause) and (told := self._as_told(clause)):
                stance.claimants += told
                stance.cue = stance.cue or clause
        if not stance.claimants:
            self._beside(verb)

    def seen_by(self, verb: Token) -> None:
        """ "A doctor saw 12 bodies": who has seen it is credited with the number."""
        if verb.lemma_.lower() in self.operators.lists["seeing"] and not self.stance.claimants:
            self.stance.claimants += subjects(verb)
            self.stance.cue = self.stance.cue or verb

    def witnessed_by(self, clause: Token, verb: Token) -> None:
        """ "He saw them kill three women": who has seen a deed is credited with it."""
        if verb.lemma_.lower() not in self.operators.lists["witnessing"] or self.stance.claimants:
            return
        if markers(clause) or clause.tag_ not in _SEEN or negation(verb) is not None:
            return
        people = nouns.people()
        found = [
            s
            for s in subjects(verb)
            if s.lower_ in _SEERS or s.ent_type_ == "PERSON" or people.find(s.lemma_.lower()) is not None
        ]
        if found:
            self.stance.claimants += found
            self.stance.cue = self.stance.cue or verb

    def _crediting(self, verb: Token) -> Iterator[Argument]:
        """Obliques that can credit somebody with the clause: its own, and those that open or close its sentence.

        "According to police, two died and three were hurt" credits police with both.
        """
        yield from (a for a in arguments(verb) if a.slot is Slot.OBLIQUE)
        step = verb
        for _ in range(_LONGEST):
            if dep(step) is not Dep.CONJUNCT or step.head.i > step.i:
                break
            step = step.head
            yield from (a for a in arguments(step) if a.slot is Slot.OBLIQUE and a.token.i < step.i and not a.shared)
        last = next((c for c in reversed(children(verb, Dep.CONJUNCT)) if c.pos_ == "VERB" and c.i > verb.i), None)
        if last is not None and not children(last, Dep.ADVERB_CLAUSE):
            closing = (a for a in arguments(last) if a.slot is Slot.OBLIQUE and a.token.i > last.i and not a.shared)
            yield from (a for a in closing if a.prep in self.operators.sources)

    def _credited(self, argument: Argument) -> list[Token]:
        """Whom an oblique credits: "according to X", "by X's account", "in the words of X"."""
        noun = argument.token
        if argument.prep in self.operators.sources:
            return self.issuers(noun)
        if argument.prep == "in" and noun.lemma_.lower() in self.operators.lists["circles"]:
            return [*compounds(noun), *modifiers(noun)]  # "it was said in government circles"
        told = bool({noun.lemma_.lower(), noun.lower_} & self.operators.lists["tellings"])
        if not told or argument.prep not in ("by", "in", "on", "from"):
            return []
        return possessors(noun) or [t for p, t in complements(noun) if p in ("of", "by")]

    def _as_told(self, clause: Token) -> list[Token]:
        """ "as the ministry stated", "as reported by the agency": who tells it."""
        operator = self.operator(clause)
        told = [c for c in children(clause, *_CONTENT) if c.lower_ != "it"]
        if operator is None or operator.claimant != "subject" or operator.effect is not Effect.PLAIN or told:
            return []
        if is_passive(clause):
            return [a.token for a in arguments(clause) if a.slot is Slot.SUBJECT and a.prep == "by"]
        return children(clause, Dep.SUBJECT)

    def _beside(self, verb: Token) -> None:
        """A reporting verb set beside the clause: "X, police said, was Y", "people who, they said, were killed"."""
        beside = children(verb, Dep.PARATAXIS)
        if dep(verb) is Dep.RELATIVE:
            inserted = children(verb.head, Dep.RELATIVE, Dep.PARATAXIS)
            beside += [c for c in inserted if c != verb and c.i < verb.i and children(c, Dep.SUBJECT)]
        elif dep(verb) is Dep.CONJUNCT and verb.head.i < verb.i:
            # "Kano, he said, was a camp, and soldiers had killed ten": what follows is his, too
            beside += [c for c in children(verb.head, Dep.PARATAXIS) if c.i < verb.i and children(c, Dep.SUBJECT)]
        for clause in beside:
            operator = self.operator(clause)
            if (
                operator is None
                or operator.claimant != "subject"
                or operator.agent == "object"  # "X was killed; two men were charged" says of whom, and nothing of X
                or self.trigger.index in {t.i for t in clause.subtree}
                or (operator.effect is Effect.DENY and _set_apart(verb, clause))
            ):
                continue
            if (
                operator.effect is Effect.PLAIN
                and clause.lemma_.lower() not in _TELLING
                and children(clause, *_CONTENT)
            ):
                continue  # "rebels claim forty killed; army says none" is no word of the army on the forty
            self.speak(operator, clause)
            return


def _set_apart(verb: Token, clause: Token) -> bool:
    """ "Bomb kills four; police dismiss claim": behind a semicolon something else is said."""
    return any(t.text == ";" for t in verb.doc[verb.i : clause.i])


def _contrasted(clause: Token) -> bool:
    """ "28 had died, not 112 as alleged by rebels": what is told as their word is the number that is rejected."""
    first = clause.left_edge.i
    return first > 0 and negation(clause.doc[first - 1]) is not None


_CONTENT = (Dep.OBJECT, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE)
