"""What a clause says by itself of the certainty of an event: negation, modals, adverbs, sources, custom."""

from __future__ import annotations

from kg.extract.stance_sources import SourceSigns
from kg.extract.syntax import (
    Slot,
    arguments,
    conjuncts,
    determiner,
    first_conjunct,
    has_auxiliary,
    is_passive,
    markers,
    modifiers,
    negation,
    numerals,
    possessors,
    predicate,
    sentence_of,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import part_alone
from kg.model import Certainty, ClaimKind, Stage

_PERCEIVING = frozenset({"see", "watch", "hear", "witness", "observe", "notice", "film"})
_ANY = frozenset({"be", "have", "do"})
_PERFECT = frozenset({"have"})
_BEING = frozenset({"was", "were", "is", "are"})
_FOLK = frozenset({"innocent", "guilty", "poor", "weak", "helpless", "defenceless"})
_WHO = frozenset({"who", "which", "what", "whoever"})
_HARMS = frozenset({"killed", "injured", "captured"})
_WAYS = frozenset({"how", "where", "when"})
_SAME_IN_THE_PAST = frozenset({"hit", "beat"})
_FINITE = frozenset({"have", "has", "had", "did", "was", "were", "been"})


class ClauseSigns(SourceSigns):
    """Reads the words of a clause into a stance; the walk adds what the clauses above say."""

    def _habitual(self) -> bool:
        """A custom rather than a deed: "usually conducts strikes", "carries out frequent attacks"."""
        trigger = self.trigger
        tokens = trigger.token.doc.tokens
        verbs = [tokens[i] for i in self.stance.path if tokens[i].pos_ in ("VERB", "AUX")]
        if trigger.form == "verb":
            verbs = [trigger.token, *verbs]
            now = trigger.token.tag_ in ("VBZ", "VBP") and dep(trigger.token) is Dep.COMPLEMENT_CLAUSE
            now = now and trigger.token.head.lemma_.lower() not in _PERCEIVING  # "saw soldiers kill him"
            if now and has_auxiliary(trigger.token, _ANY) is None and not _heading(trigger.token):
                return True  # "says that it targets soldiers", "it fires only at military positions"
        if trigger.form == "noun" and not determiner(trigger.token) and dep(trigger.token) is Dep.SUBJECT:
            said = predicate(trigger.token.head)
            if said is not None and said.lemma_.lower() in self.operators.lists["customs"]:
                return True  # "murder by the police is a daily occurrence"
        clause = next(iter(verbs), None)
        if clause is None:
            return False
        nearest = [
            v for v in verbs[:2] if v.lemma_.lower() not in self.operators.denying
        ]  # "always denied a part in it"
        if any(a.lower_ in self.operators.lists["habitual"] for v in nearest for a in children(v, Dep.ADVERB)):
            return True
        plural = trigger.form == "noun" and trigger.token.tag_ == "NNS" and not determiner(trigger.token)
        if not plural or numerals(trigger.token) or trigger.carrier is None:
            return False
        finite = next((v for v in verbs if v.tag_ in ("VBZ", "VBP", "VBD", "MD") or has_auxiliary(v, _FINITE)), None)
        return finite is not None and finite.tag_ in ("VBZ", "VBP") and has_auxiliary(finite, _FINITE) is None

    def _of_nobody(self) -> bool:
        """ "The regime murders priests", "those who kill peasants": in the present tense, nobody in particular.

        "Gunmen kill policemen", without a stop, is a headline.
        """
        verb = self.trigger.token
        if self.trigger.form != "verb" or self.trigger.frame.effect not in _HARMS or _heading(verb):
            return False
        passive = is_passive(verb)
        tense = [a for a in verb.children if a.lower_ in ("are", "is")] if passive else [verb]
        if not any(t.tag_ in ("VBZ", "VBP") for t in tense) or (not passive and has_auxiliary(verb, _ANY) is not None):
            return False
        whom = [t for o in children(verb, Dep.PASSIVE_SUBJECT if passive else Dep.OBJECT) for t in conjuncts(o)]
        bare = (t.tag_ == "NNS" and not (determiner(t) or numerals(t) or possessors(t)) for t in whom)
        return bool(whom) and (all(bare) or all(t.lower_ in _FOLK for t in whom))  # "we kill the innocent"

    def _only_bidden(self) -> bool:
        """ "The aims: 1. Kill the governor", "a manual on how to kill": told to be done, by nobody yet."""
        verb = self.trigger.token
        if self.trigger.form != "verb" or verb.tag_ != "VB" or self.trigger.frame.effect not in _HARMS:
            return False
        if "to" in markers(verb):
            return any(c.lower_ in _WAYS and c.i < verb.i for c in children(verb, Dep.ADVERB))
        first = first_conjunct(verb)
        if first.tag_ != "VB" or dep(first) not in (Dep.ROOT, Dep.PARATAXIS) or verb.lower_ in _SAME_IN_THE_PAST:
            return False
        if children(first, Dep.COPULA):
            return True  # "these are: kill the governor ..."
        return not (subjects(first) or subjects(verb) or has_auxiliary(first, _ANY) or is_passive(first))

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
            self._asked(verb)
            marks = set(markers(verb))
            if marks & self.operators.doubt:
                stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
            elif marks & self.operators.unreal or _inverted(verb):
                stance.cancelled = stance.cancelled or "conditional"
            if self.unconfirmed(verb):
                stance.lower(Certainty.POSSIBLE)
            for adverb in children(verb, Dep.ADVERB, Dep.ADJECTIVE):
                level = self.operators.hedges.get(adverb.lower_)
                if level is not None and not of_agent(adverb):
                    self._hedge(level, adverb)
        self.sources(verb)

    def unconfirmed(self, verb: Token) -> bool:
        """ "If confirmed, his death would be a blow": nobody vouches for it yet."""
        beside = children(verb, Dep.ADVERB_CLAUSE)
        confirming = self.operators.lists["confirming"] if beside else ()
        return bool(beside) and any(c.lemma_.lower() in confirming and "if" in markers(c) for c in beside)

    def _asked(self, verb: Token) -> None:
        """ "It was not clear how many had been killed" leaves open whether any were, unless it says by whom; "who was
        responsible" names nobody."""
        if part_alone(self.trigger) and any(s.lower_ in _WHO for s in subjects(verb)):
            self.stance.cancelled = self.stance.cancelled or "asks who it was"
            return
        if verb != self.trigger.token or (not is_passive(verb) and self.trigger.frame.subject != "victim"):
            return
        patients = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
        asked = any(_how_many(p) for p in patients)
        if asked and not any(a.slot is Slot.SUBJECT and a.prep == "by" for a in arguments(verb)):
            self.stance.kind, self.stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN

    def _modal(self, verb: Token) -> None:
        auxiliary = has_auxiliary(verb, self.operators.modals)
        if (due := _still_to_come(verb)) is not None:
            self._hedge("planned", due)
        if auxiliary is None:
            return
        level = self.operators.modals.get(auxiliary.lower_) or self.operators.modals.get(auxiliary.lemma_.lower(), "")
        if level == "possible" and auxiliary.lower_ == "could" and has_auxiliary(verb, _PERFECT) is None:
            level = "cancel"  # "could kill" is a capacity, "could have killed" a possibility
        elif level == "possible" and _otherwise(verb):
            level = "cancel"
        self._hedge(level, auxiliary)


def _heading(token: Token) -> bool:
    """Headlines tell of the past in the present tense."""
    return sentence_of(token).text.rstrip()[-1:] not in (".", "”", '"')


def _how_many(noun: Token) -> bool:
    """ "How many rebels", "how many of them"."""
    many = [noun, *children(noun, Dep.ADJECTIVE, Dep.NUMERAL)]
    return any(m.lower_ in ("many", "much") and any(c.lower_ == "how" for c in m.children) for m in many)


def _inverted(verb: Token) -> bool:
    """ "Had the bomb exploded later", "should rebels attack": a condition by its word order."""
    if dep(verb) is not Dep.ADVERB_CLAUSE or not set(markers(verb)) <= {"had", "should", "were"}:
        return False
    subject = next(iter(children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
    first = children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.MARKER)[:1]
    return subject is not None and any(a.lower_ in ("had", "should", "were") and a.i < subject.i for a in first)


def _still_to_come(verb: Token) -> Token | None:
    """ "Was to be shot at noon", "were due to be hanged": the words for it; "the first to be shot" was."""
    if dep(verb) is Dep.OPEN_CLAUSE and verb.head.lemma_ == "set" and is_passive(verb.head):
        return verb.head if "to" in markers(verb) else None
    first = next((c for c in verb.children if c.lower_ in _BEING and c.i < verb.i), None)
    if first is None or first.i + 1 >= verb.i or verb.lemma_ == "blame":
        return None
    behind = first.nbor()
    due = behind.lower_ in ("due", "about", "set", "scheduled") and behind.head == verb
    return first if (behind.lower_ == "to" and behind.head == verb) or due else None


def _otherwise(verb: Token) -> bool:
    """ "Dozens could have died if it had gone off": it did not, as "had" in the condition shows."""
    conditions = (c for c in children(verb, Dep.ADVERB_CLAUSE) if "if" in markers(c) or _inverted(c))
    return any(a.lower_ == "had" for c in conditions for a in children(c, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY))


def of_agent(adverb: Token) -> bool:
    """Whether an adverb hedges who did it and not whether it was done: "killed apparently by rebels"."""
    return bool(adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).lower_ == "by")
