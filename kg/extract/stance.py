"""Stance: who vouches for an event mention, how surely, and with which polarity.

Everything between the event's word and the top of its sentence is a chain of operators
(``kg.knowledge.operators``). The chain is walked upwards: the first word that names a speaker gives the
claimant, hedges only ever lower the certainty, a denial turns the polarity, and what stands in a relative or
temporal clause is presupposed, so that operators above it no longer reach it (Karttunen 1973 calls such
clauses holes for the speaker and plugs for the rest).
"""

from __future__ import annotations

from kg.extract.belied import said_of
from kg.extract.not_done import (
    about_to,
    goes_somewhere,
    neither,
    none_of_these,
    not_one_fired,
    only_how,
    or_else,
    unhurt,
)
from kg.extract.pointing import takes_a_stand
from kg.extract.stance_authors import AuthorSigns
from kg.extract.stance_record import Stance
from kg.extract.syntax import (
    RANKS,
    complements,
    determiner,
    embedding,
    is_definite,
    is_passive,
    is_question,
    markers,
    modifiers,
    negation,
    possessors,
    preposition,
    subjects,
    told_before,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import CLASSIFIERS, POINTING, Trigger, part_alone
from kg.extract.unvouched import going_round, in_scare_quotes, said_with_a_wink
from kg.knowledge.operators import Effect, Operator, Operators
from kg.model import Certainty, ClaimKind, Stage

_CONTENT = frozenset(
    {
        Dep.COMPLEMENT_CLAUSE,
        Dep.OPEN_CLAUSE,
        Dep.CLAUSAL_SUBJECT,
        Dep.OBJECT,
        Dep.OBLIQUE,
        Dep.NOMINAL,
        Dep.PASSIVE_SUBJECT,
        Dep.PREPOSITION,
        Dep.PREPOSITIONAL_OBJECT,
        Dep.PREPOSITIONAL_CLAUSE,
        Dep.NOUN_CLAUSE,
        Dep.INDIRECT,
        Dep.ROOT,
    }
)
_TOLD = (Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE, Dep.OBJECT, Dep.ADVERB_CLAUSE, Dep.PREPOSITION)
_GERUND_MARKERS = frozenset(
    {"of", "for", "with", "as", "in", "from", "to", "that", "by", "over", "whether", "if", "against", "on"}
)
_PRESUPPOSING = frozenset(
    {
        "after",
        "when",
        "before",
        "since",
        "as",
        "while",
        "because",
        "where",
        "once",
        "following",
        "until",
        "although",
        "though",
    }
)

_INTENTS = (Effect.PLANNED, Effect.THREATENED, Effect.ATTEMPTED)
_FIXING = frozenset({"set", "fix", "slate"})
_SPOKEN_OF = frozenset({"of", "about"})
_RATED = (Dep.OPEN_CLAUSE, Dep.ATTRIBUTE, Dep.OBJECT)
_RELATIVE = frozenset({"that", "which", "whom"})


def of(trigger: Trigger, operators: Operators) -> Stance:
    """The stance in which a trigger stands, read from its own sentence."""
    return _Walk(trigger, operators).run()


class _Walk(AuthorSigns):
    def run(self) -> Stance:
        stance, trigger = self.stance, self.trigger
        start = trigger.token
        stance.stage = Stage.THREATENED if trigger.form != "noun" and or_else(start) else trigger.frame.stage
        if trigger.frame.negative:
            stance.positive, stance.cue = False, start
        self._word(start)
        self.authors_beside(start)
        if trigger.carrier is not None and trigger.carrier_kind in ("do", "occur"):
            self._clause(trigger.carrier)
            stance.path.append(trigger.carrier.i)
        # verbs that speak of an act told elsewhere are their own operators
        pointing = self.operator(start) if trigger.form == "verb" and trigger.frame.name in POINTING else None
        if pointing is not None:
            self.apply(pointing, start, start)
        elif trigger.form != "verb" and trigger.frame.name in POINTING:  # "it is false", "this is not true"
            stance.kind, stance.cue, stance.positive = ClaimKind.DENIAL, start, negation(start) is not None
        elif part_alone(trigger) and (taking := self.operator(start)) is not None:
            self.apply(taking, start, start)
            if negation(start) is not None:
                stance.positive = not stance.positive  # "was not involved": the clause's negation is of the part alone
        carriers = (
            {trigger.carrier.i} if trigger.carrier is not None and trigger.carrier_kind in ("do", "occur") else set()
        )
        stance.path.append(start.i)
        if trigger.form == "verb" and (none_of_these(start) or neither(start) or not_one_fired(start)):
            stance.positive = not stance.positive
        if trigger.form != "noun" or not children(start, Dep.NOUN_CLAUSE):
            self._clause(start)
        for relation, lower, upper in embedding(start):
            if upper.i in carriers:
                stance.path.append(upper.i)
                continue
            self.authors_above(relation, lower, upper)
            self._purpose(relation, lower, upper)
            if (
                self._boundary(relation, lower)
                or self._buried(relation, lower)
                or self._setting(relation, lower, upper)
            ):
                if not self.presupposed:
                    self.reduced = relation is Dep.NOUN_CLAUSE and lower.tag_ == "VBN"
                self.presupposed = True
            self._step(relation, lower, upper)
            self.presupposed = self.presupposed or self._subject_of(relation, lower, upper)
            stance.path.append(upper.i)
        if preposition(start) == "about" and any(s.lemma_ in self.operators.settings for s in subjects(start)):
            stance.cancelled = stance.cancelled or "only told in a story"  # "the play is about the murder of X"
        if dep(start) is Dep.PASSIVE_SUBJECT and trigger.frame.name == "execute" and start.head.lemma_ in _FIXING:
            stance.stage = Stage.PLANNED  # "the execution is set for Friday"
        points = trigger.frame.name in POINTING  # "I blame the army" is no habit
        if not (stance.cancelled or points) and ((not self.presupposed and self._habitual()) or self._of_nobody()):
            stance.cancelled = "told as a habit"
        if not stance.cancelled and self._only_bidden():
            stance.cancelled = "told to be done"
        rejected = stance.kind is ClaimKind.DENIAL or not stance.positive
        if rejected and trigger.form == "verb" and only_how(start, self.operators):
            stance.cancelled = stance.cancelled or "denied of how it was done alone"
        if not stance.claimants and in_scare_quotes(start):
            stance.lower(Certainty.POSSIBLE)
        if trigger.frame.stage is not Stage.ACCOMPLISHED and not stance.positive:
            stance.cancelled = stance.cancelled or f"not even {trigger.frame.stage.value}"
        asked = not self.presupposed and all(c.lower_ == "you" for c in stance.claimants)  # "do you believe that ...?"
        if not stance.cancelled and asked and is_question(start):
            stance.cancelled = "asked, not told"
        return stance

    def _boundary(self, relation: Dep, lower: Token) -> bool:
        if relation is Dep.RELATIVE:
            return True
        if relation is Dep.NOUN_CLAUSE:
            whom = [] if is_passive(lower) else children(lower, Dep.OBJECT)
            relative = any(t.lower_ in _RELATIVE for t in whom)  # "a claim that X dismissed"
            told = markers(lower) or children(lower, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)  # "claims 40 were shot"
            return relative or not told
        if relation is Dep.ADVERB_CLAUSE:
            marks = set(markers(lower))
            if lower.tag_ == "VBG" and not marks and self._tells(lower):
                return True  # "rejected the claim, saying that two had died": that two had died is not rejected
            if lower.tag_ == "VBG" and marks == {"by"} and lower.head.tag_ == "VBD":
                # "By killing him, they sought to block the talks": they did kill him
                return any(s.i > lower.i for s in subjects(lower.head))
            return bool(marks & _PRESUPPOSING) or not (marks or lower.tag_ == "VBG")
        return False

    def _tells(self, verb: Token) -> bool:
        """Whether a verb reports what its clause says."""
        operator = self.operator(verb)
        return operator is not None and operator.claimant == "subject" and operator.effect is Effect.PLAIN

    def _buried(self, relation: Dep, lower: Token) -> bool:
        """Whether the event stands inside a noun phrase about something else ("the leader of the raid was
        accused")."""
        if lower.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") or relation in (Dep.CONJUNCT, Dep.APPOSITION):
            return False
        if children(lower, Dep.COPULA):
            return False  # the clause "X was a fabrication", not a phrase
        return lower.i not in self.content

    def _purpose(self, relation: Dep, lower: Token, upper: Token) -> None:
        """An infinitive of purpose ("a drive to kill") tells of a plan, unless the means was used."""
        if self.presupposed or "to" not in markers(lower):
            return
        known = lower == self.trigger.token.head and is_definite(self.trigger.token)
        if known and takes_a_stand(lower) and self.operator(lower) is None:
            self.presupposed = True  # "gathered to mourn the killing of X", "vowed to avenge the death of Y"
        if about_to(lower) and self.stance.stage is Stage.ACCOMPLISHED:
            self.stance.stage = Stage.PLANNED
        if relation not in (Dep.NOUN_CLAUSE, Dep.ADVERB_CLAUSE) or self.presupposed:
            return
        if self.trigger.frame.name == "rebuttal":
            return  # "was quick to deny": saying it is doing it
        if lower.tag_ != "VB" or self.stance.stage is not Stage.ACCOMPLISHED or upper.i in self.content:
            return
        ranked = any(m.lower_ in RANKS or m.lower_[:1].isdigit() for m in (upper, *modifiers(upper)))
        if ranked and relation is Dep.NOUN_CLAUSE:
            return  # "the third reporter to be killed this year": there were two before
        if upper.lemma_.lower() in ("use", "employ", "enough") and upper.tag_ in ("VBD", "VBN"):
            return
        if upper.lemma_.lower() in self.operators.lists["going_on"] and not goes_somewhere(upper):
            return
        if self.operator(upper, lower) is None:
            self.stance.stage = Stage.PLANNED

    def _setting(self, relation: Dep, lower: Token, upper: Token) -> bool:
        """A known event as the setting of another clause ("no civilians were killed in this strike")."""
        if relation not in (Dep.OBLIQUE, Dep.PREPOSITIONAL_OBJECT) or lower.i != self.trigger.index:
            return False
        known = is_definite(lower)
        verb = upper.head if upper.pos_ == "ADP" else upper
        return known and verb.pos_ in ("VERB", "AUX") and self.operator(verb, lower) is None

    def _subject_of(self, relation: Dep, lower: Token, upper: Token) -> bool:
        """A known death of which a clause says something else ("made sure that the murder of X did not go unpunished"):
        what stands above the clause no longer reaches it."""
        if relation is not Dep.SUBJECT or lower != self.trigger.token or self.trigger.form != "noun":
            return False
        if upper.pos_ != "VERB" or is_passive(upper):
            return False
        return self.trigger.frame.effect == "killed" and (is_definite(lower))

    def _step(self, relation: Dep, lower: Token, upper: Token) -> None:
        lemma, lists = upper.lemma_.lower(), self.operators.lists
        stands_for = lemma in CLASSIFIERS or lemma in lists["images"]
        penalty = (lemma in lists["penalties"] or lemma in lists["crimes"]) and preposition(lower) == "for"
        penalty = penalty or (upper.lower_ == "guilty" and preposition(lower) == "of")  # "guilty of genocide for it"
        if (stands_for or penalty) and lower.i in self.content:
            self.content.add(upper.i)
        if (lemma in lists["agent_nouns"] and upper.pos_ == "NOUN") or (
            upper.lower_ == "nothing" and lower.lemma_ == "do" and relation in (Dep.NOUN_CLAUSE, Dep.RELATIVE)
        ):
            self.agent_noun = upper
            self.content.add(upper.i)
        elif lower == self.agent_noun and lemma in lists["having"]:
            self.have_part(upper)
        if relation is Dep.ADJECTIVE and lower == self.trigger.token and upper.head.lemma_.lower() in CLASSIFIERS:
            self.content.add(upper.i)  # "put the number of wounded soldiers at five"
        self._carried(relation, lower, upper)
        content = relation in _CONTENT or (relation is Dep.ADVERB_CLAUSE and set(markers(lower)) & _GERUND_MARKERS)
        if relation is Dep.ADVERB_CLAUSE and lower.tag_ == "VBG" and not markers(lower):
            # "accused the army of shelling the village, killing three": the result is what was said, too
            content = any(c.i < lower.i for c in children(upper, *_TOLD))
        if relation is Dep.SUBJECT and is_passive(upper):
            content = True
        if relation is Dep.ADVERB_CLAUSE and told_before(lower) is not None:
            content = True
        if relation is Dep.RELATIVE and children(upper, Dep.COPULA) and negation(upper) is not None:
            # "it was not they who attacked the camp"
            self.stance.denies_agent = True
            self.stance.agents += [upper]
        elif relation is Dep.RELATIVE and children(upper, Dep.COPULA) and children(upper, Dep.EXPLETIVE):
            self._not_theirs(upper)
        if relation is Dep.COMPOUND and lower == self.trigger.token:
            # "an assassination attempt on the president"
            intent = self.operator(upper)
            if intent is not None and intent.effect in _INTENTS:
                self.content.add(upper.i)
                self.apply(intent, lower, upper)
                self.stance.targets += [t for p, t in complements(upper) if p in ("on", "against")]
        if relation is Dep.OBJECT and lemma in lists["surviving"]:
            self.stance.targets += [t for t in subjects(upper) if lower.i in self.content]
        if relation is Dep.OBLIQUE and preposition(lower) == "from" and upper.pos_ == "VERB" and unhurt(upper):
            self.stance.targets += subjects(upper)  # "emerged unscathed from the attack"
        word = upper
        if relation in (Dep.SUBJECT, Dep.CLAUSAL_SUBJECT) and (told := said_of(upper, self.operators)) is not None:
            content, word = True, told  # "the claim that ... was false"
        operator = self.operator(word, lower) if content else None
        talk = going_round(upper, self.operators) if operator is None and relation is Dep.COMPLEMENT_CLAUSE else None
        if talk is not None:
            operator, word = self.operator(talk, lower), talk
        if upper == self.carried:
            operator = None  # "said in a report that": no less sure for standing in one
        if operator is None and self.trigger.counted and relation is Dep.OBJECT and lower.i == self.trigger.index:
            self.seen_by(upper)
        if not self.presupposed and said_with_a_wink(upper, self.operators):
            self.stance.lower(Certainty.POSSIBLE)
        if operator is None and relation in (Dep.OPEN_CLAUSE, Dep.COMPLEMENT_CLAUSE):
            self.witnessed_by(lower, upper)
        if operator is not None and word != upper and operator.effect is not Effect.DENY and not talk:
            operator = None
        if operator is not None and relation is Dep.SUBJECT and word.pos_ == "NOUN" and operator.effect in _INTENTS:
            operator = None  # "the massacre was not a personal decision"
        if operator is not None and self._takes(operator, relation, lower):
            if upper.pos_ in ("NOUN", "PROPN"):
                self.content.add(upper.i)
            self.apply(operator, lower, word)
        if upper.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and relation not in (Dep.CONJUNCT, Dep.PARATAXIS):
            self._above(relation, upper, operator)

    def _not_theirs(self, who: Token) -> None:
        """ "Denied that it was their shell that hit the school", "that it was soldiers who fired": by whom it was not
        done."""
        denying = who.head if dep(who) is Dep.COMPLEMENT_CLAUSE else None
        operator = self.operator(denying, who) if denying is not None else None
        if denying is None or operator is None or operator.effect is not Effect.DENY or negation(denying) is not None:
            return
        self.stance.denies_agent = True
        self.stance.agents += [t for t in possessors(who) or [who] if t not in self.stance.agents]
        self.stance.claimants += [s for s in self.issuers(next(iter(subjects(denying)), denying)) if s != denying]
        self.stance.cue = self.stance.reporting = denying

    def _carried(self, relation: Dep, lower: Token, upper: Token) -> None:
        """A clause that hangs on a noun beside the reporting verb is the verb's: "said in a statement that ...",
        "claimed 40 soldiers slain", "spoke of 28 people killed"."""
        behind = relation is Dep.ADJECTIVE and lower.i > upper.i  # "claim 40 soldiers dead"
        if not (behind or relation in (Dep.NOUN_CLAUSE, Dep.RELATIVE)) or upper.pos_ not in ("NOUN", "PROPN", "NUM"):
            return
        above = upper.head.head if upper.head.pos_ == "ADP" else upper.head
        reporting = self.operator(above, upper)
        if reporting is None or reporting.claimant != "subject" or reporting.effect is not Effect.PLAIN:
            return
        place = dep(upper)
        if "that" in markers(lower) and place in (Dep.OBLIQUE, Dep.PREPOSITIONAL_OBJECT):
            if preposition(upper) in _SPOKEN_OF:
                return  # "“A calumny,” said the general of a report that scouts had been shot": he says no such thing
            self.content.add(upper.i)
            self.carried = upper
            return
        participle = (
            (behind or relation is Dep.NOUN_CLAUSE) and lower.tag_ in ("VBN", "VBD", "JJ") and not markers(lower)
        )
        if participle and (place is Dep.OBJECT or preposition(upper) in reporting.extra):
            self.content.add(upper.i)

    def _takes(self, operator: Operator, relation: Dep, lower: Token) -> bool:
        """Whether an operator's content can stand in this relation: one reports clauses and objects, not
        settings."""
        if operator.word in self.operators.lists["feigning"] and operator.pos == "VERB":
            shown = self.trigger.form == "noun" and lower.i in self.content
            deed = self.trigger.frame.effect == "killed" or lower != self.trigger.token
            return shown and deed and relation in (Dep.OBJECT, Dep.PASSIVE_SUBJECT)
        if relation is Dep.PASSIVE_SUBJECT and lower == self.trigger.token and _rated(lower, lower.head):
            return operator.effect is Effect.DENY
        if operator.effect is Effect.PLAIN and operator.claimant and not operator.extra and not operator.agent:
            if lower == self.carried:
                return True
            if relation in (Dep.OBJECT, Dep.PASSIVE_SUBJECT) and operator.word in self.operators.lists["clausal"]:
                return operator.word == "count"  # "found two bodies" says nothing, unlike "found that ..."
            rates = operator.word in self.operators.lists["rating"] and operator.pos == "VERB"
            if rates and any(t.lower_ == "at" for t in lower.doc[lower.left_edge.i : lower.i]):
                return True  # "put the losses at more than 15 dead"
            if operator.pos == "VERB" and relation in (
                Dep.OBLIQUE,
                Dep.NOMINAL,
                Dep.PREPOSITION,
                Dep.PREPOSITIONAL_OBJECT,
            ):
                return False
            if (
                relation is Dep.COMPLEMENT_CLAUSE
                and operator.pos == "VERB"
                and self.trigger.frame.name not in POINTING
                and not (operator.kind is ClaimKind.RESPONSIBILITY or operator.word == "claim")
                and not (subjects(lower) or markers(lower) or children(lower, Dep.EXPLETIVE))
            ):
                return False
            own = children(lower, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)  # "reported four soldiers killed"
            controlled = relation is Dep.OPEN_CLAUSE and not own and not is_passive(lower.head)
            if controlled and operator.kind is ClaimKind.ASSERTION:
                # "claimed to have", "pleaded guilty"; not "continued to"
                return operator.certainty is not Certainty.CERTAIN or operator.word in self.operators.lists["pleading"]
        if lower.pos_ in ("NOUN", "PROPN", "PRON") and not children(lower, Dep.COPULA):
            return lower.i in self.content
        return True

    def _above(self, relation: Dep, upper: Token, operator: Operator | None) -> None:
        """Clauses above: their modals and conditions reach an indefinite event noun, their sources reach
        everything."""
        if self.unconfirmed(upper):
            self.stance.lower(Certainty.POSSIBLE)
        staged = upper.lemma_.lower() in self.operators.lists["staging"] and relation is not Dep.ADVERB_CLAUSE
        if staged and any(s.lemma_.lower() in self.operators.settings for s in subjects(upper)):
            self.stance.cancelled = self.stance.cancelled or "only told in a story"
        rated = relation is Dep.CLAUSAL_SUBJECT and children(upper, Dep.COPULA)  # "it would be madness to attack"
        if operator is None and not self.presupposed and (rated or upper.pos_ in ("VERB", "AUX")):
            bare = self.trigger.form == "noun" and determiner(self.trigger.token) in ("", "a", "an", "any")
            if bare or relation in (Dep.OPEN_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.CLAUSAL_SUBJECT):
                self._modal(upper)
            if set(markers(upper)) & self.operators.unreal and not set(markers(upper)) & self.operators.doubt:
                self.stance.cancelled = self.stance.cancelled or "conditional"
        if upper.pos_ in ("VERB", "AUX") or children(upper, Dep.COPULA):
            self.sources(upper)


def _rated(noun: Token, verb: Token) -> bool:
    """ "The murder of X cannot be considered an isolated act": of what is rated nobody asks whether it was."""
    known = is_definite(noun)
    return known and any(t.pos_ in ("NOUN", "ADJ") for t in children(verb, *_RATED))


__all__ = ["Stance", "of"]
