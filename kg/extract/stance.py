"""Stance: who vouches for an event mention, how surely, and with which polarity.

Everything between the event's word and the top of its sentence is a chain of operators
(``kg.knowledge.operators``). The chain is walked upwards: the first word that names a speaker gives the
claimant, hedges only ever lower the certainty, a denial turns the polarity, and what stands in a relative or
temporal clause is presupposed, so that operators above it no longer reach it (Karttunen 1973 calls such
clauses holes for the speaker and plugs for the rest).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    determiner,
    embedding,
    has_auxiliary,
    is_passive,
    is_question,
    markers,
    modifiers,
    negation,
    numerals,
    possessors,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.triggers import CLASSIFIERS, Trigger
from kg.knowledge.operators import Effect, Operator, Operators
from kg.model import Certainty, ClaimKind, Stage

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
_CONTENT = frozenset(
    {Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE, Dep.CLAUSAL_SUBJECT, Dep.OBJECT, Dep.OBLIQUE, Dep.NOMINAL, Dep.PASSIVE_SUBJECT,
     Dep.PREPOSITION, Dep.PREPOSITIONAL_OBJECT, Dep.PREPOSITIONAL_CLAUSE, Dep.NOUN_CLAUSE, Dep.INDIRECT, Dep.ROOT}
)
# Nouns through which responsibility is claimed, denied or laid: "denied any involvement in the attack".
_AGENT_NOUNS = frozenset({"responsibility", "involvement", "role", "part", "hand", "complicity", "participation", "connection", "link", "blame", "credit"})
# "nothing indicated that", "did not find that": with these verbs the negation reaches what they embed.
_SHOWING = frozenset({"indicate", "suggest", "show", "find", "point", "establish"})
_PROOF = frozenset({"evidence", "confirmation", "proof", "word", "claim", "information"})
# Nouns for what somebody said: the speaker is whose it is.
UTTERANCES = frozenset({"statement", "report", "account", "communique", "announcement", "tweet", "post", "message", "release", "letter", "document", "interview", "broadcast", "testimony", "remark", "comment", "bulletin", "dispatch", "article"})
_GERUND_MARKERS = frozenset({"of", "for", "with", "as", "in", "from", "to", "that", "by", "over", "whether", "if", "against", "on"})
# "went on to kill", "returned to shoot": the infinitive tells what came next.
_GOING_ON = frozenset({"go", "proceed", "return", "come", "manage", "turn", "continue", "begin", "start", "live"})
# "was said to have", "has been reported": somebody says it, nobody vouches for it.
_HEARSAY = frozenset({"say", "report", "describe", "rumour", "rumor", "tell", "cite"})
_HABITUAL = frozenset({"generally", "usually", "often", "frequently", "regularly", "routinely", "always", "typically", "normally", "commonly", "sometimes"})
_FINITE = frozenset({"have", "has", "had", "did", "was", "were", "been"})
_PRESUPPOSING = frozenset({"after", "when", "before", "since", "as", "while", "because", "where", "once", "following", "until", "although", "though"})


@dataclass(slots=True)
class Stance:
    """Who says it, how surely; a draft that is filled on the way up.

    ``cancelled`` says why the mention tells of nothing that happened; ``agents`` are tokens of those that an
    accusation or a verb of taking part names as perpetrators; ``denies_agent`` marks a denial of one's own
    part only.
    """

    kind: ClaimKind = ClaimKind.ASSERTION
    certainty: Certainty = Certainty.CERTAIN
    positive: bool = True
    stage: Stage = Stage.ACCOMPLISHED
    claimants: list[Token] = field(default_factory=list)
    cue: Token | None = None
    reporting: Token | None = None
    cancelled: str = ""
    agents: list[Token] = field(default_factory=list)
    agent_certainty: Certainty = Certainty.CERTAIN
    agent_kind: ClaimKind | None = None
    denies_agent: bool = False
    path: list[int] = field(default_factory=list)

    def lower(self, certainty: Certainty) -> None:
        """Make it no surer than this."""
        self.certainty = max(self.certainty, certainty, key=_ORDER.index)


def of(trigger: Trigger, operators: Operators) -> Stance:
    """The stance in which a trigger stands, read from its own sentence."""
    return _Walk(trigger, operators).run()


class _Walk:
    def __init__(self, trigger: Trigger, operators: Operators) -> None:
        self.trigger = trigger
        self.operators = operators
        self.stance = Stance()
        self.presupposed = False
        self.thought = False  # the claimant found so far only believes it
        self.agent_noun: Token | None = trigger.token if trigger.token.lemma_.lower() in _AGENT_NOUNS else None
        # nouns that stand for the event itself on the way up: its own word, "series of", "reports of", "responsibility for"
        self.content = {trigger.index}

    def run(self) -> Stance:
        stance, trigger = self.stance, self.trigger
        start = trigger.token
        self._word(start)
        if trigger.carrier is not None and trigger.carrier_kind in ("do", "occur"):
            self._clause(trigger.carrier)
            stance.path.append(trigger.carrier.i)
        rebuttal = self._operator(start) if trigger.form == "verb" and trigger.frame.name == "rebuttal" else None
        if rebuttal is not None:
            self._apply(rebuttal, start, start)
        carriers = {trigger.carrier.i} if trigger.carrier is not None and trigger.carrier_kind in ("do", "occur") else set()
        stance.path.append(start.i)
        if trigger.form != "noun" or not children(start, Dep.NOUN_CLAUSE):
            self._clause(start)
        for relation, lower, upper in embedding(start):
            if upper.i in carriers:
                stance.path.append(upper.i)
                continue
            self._purpose(relation, lower, upper)
            if self._boundary(relation, lower) or self._buried(relation, lower) or self._setting(relation, lower, upper):
                self.presupposed = True
            self._step(relation, lower, upper)
            stance.path.append(upper.i)
        if not stance.cancelled and not self.presupposed and self._habitual():
            stance.cancelled = "told as a habit"
        if not stance.cancelled and is_question(start) and not stance.claimants and not self.presupposed:
            stance.cancelled = "asked, not told"
        return stance

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
        if any(a.lower_ in _HABITUAL for v in nearest for a in children(v, Dep.ADVERB)):
            return True
        plural = trigger.form == "noun" and trigger.token.tag_ == "NNS" and not determiner(trigger.token)
        if not plural or numerals(trigger.token) or trigger.carrier is None:
            return False
        finite = next((v for v in verbs if v.tag_ in ("VBZ", "VBP", "VBD", "MD") or has_auxiliary(v, _FINITE)), None)
        return finite is not None and finite.tag_ in ("VBZ", "VBP") and has_auxiliary(finite, _FINITE) is None

    # -- single words -----------------------------------------------------------------------------------------

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
            elif marks & self.operators.unreal:
                stance.cancelled = stance.cancelled or "conditional"
            for adverb in children(verb, Dep.ADVERB, Dep.ADJECTIVE):
                level = self.operators.hedges.get(adverb.lower_)
                if level is not None:
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
            if argument.slot is Slot.OBLIQUE and argument.prep in ("in", "during") and argument.token.lemma_.lower() in self.operators.settings:
                stance.cancelled = stance.cancelled or f"only in a {argument.token.lemma_.lower()}"
        if stance.claimants:
            return
        for argument in arguments(verb):
            if argument.slot is Slot.OBLIQUE and argument.prep in self.operators.sources:
                stance.claimants += _issuers(argument.token)
                stance.cue = stance.cue or argument.token
        for clause in children(verb, Dep.ADVERB_CLAUSE):
            if clause.lemma_.lower() in ("cite", "quote") and clause.tag_ == "VBG":
                stance.claimants += [a.token for a in arguments(clause) if a.slot is Slot.OBJECT]
                stance.cue = stance.cue or clause
        if stance.claimants:
            return
        for clause in children(verb, Dep.PARATAXIS):
            operator = self._operator(clause)
            if operator is not None and operator.claimant == "subject" and self.trigger.index not in _subtree(clause):
                self._speak(operator, clause)
                return

    # -- steps ------------------------------------------------------------------------------------------------

    def _boundary(self, relation: Dep, lower: Token) -> bool:
        if relation is Dep.RELATIVE:
            return True
        if relation is Dep.NOUN_CLAUSE:
            return not markers(lower)
        if relation is Dep.ADVERB_CLAUSE:
            marks = set(markers(lower))
            return bool(marks & _PRESUPPOSING) or not marks
        return False

    def _buried(self, relation: Dep, lower: Token) -> bool:
        """Whether the event stands inside a noun phrase about something else ("the leader of the raid was
        accused")."""
        if lower.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") or relation in (Dep.CONJUNCT, Dep.APPOSITION):
            return False
        return lower.i not in self.content

    def _purpose(self, relation: Dep, lower: Token, upper: Token) -> None:
        """An infinitive that says what something is for ("a drive to kill") tells of a plan, unless the means was used."""
        if relation not in (Dep.NOUN_CLAUSE, Dep.ADVERB_CLAUSE) or self.presupposed or "to" not in markers(lower):
            return
        if self.trigger.frame.name == "rebuttal":
            return  # "was quick to deny": saying it is doing it
        if lower.tag_ != "VB" or self.stance.stage is not Stage.ACCOMPLISHED or upper.i in self.content:
            return
        if upper.lemma_.lower() in ("use", "employ", "enough") and upper.tag_ in ("VBD", "VBN"):
            return
        if upper.lemma_.lower() in _GOING_ON:
            return
        if self._operator(upper, lower) is None:
            self.stance.stage = Stage.PLANNED

    def _setting(self, relation: Dep, lower: Token, upper: Token) -> bool:
        """A known event as the setting of another clause ("no civilians were killed in this strike")."""
        if relation not in (Dep.OBLIQUE, Dep.PREPOSITIONAL_OBJECT) or lower.i != self.trigger.index:
            return False
        known = determiner(lower) in ("the", "this", "that", "these", "those") or bool(possessors(lower))
        verb = upper.head if upper.pos_ == "ADP" else upper
        return known and self._operator(verb, lower) is None

    def _step(self, relation: Dep, lower: Token, upper: Token) -> None:
        if upper.lemma_.lower() in CLASSIFIERS and lower.i in self.content:
            self.content.add(upper.i)
        if upper.lemma_.lower() in _AGENT_NOUNS and upper.pos_ == "NOUN":
            self.agent_noun = upper
            self.content.add(upper.i)
        content = relation in _CONTENT or (relation is Dep.ADVERB_CLAUSE and set(markers(lower)) & _GERUND_MARKERS)
        if relation is Dep.SUBJECT and is_passive(upper):
            content = True
        operator = self._operator(upper, lower) if content else None
        if operator is not None and self._takes(operator, relation, lower):
            if upper.pos_ in ("NOUN", "PROPN"):
                self.content.add(upper.i)
            self._apply(operator, lower, upper)
        if upper.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and relation not in (Dep.CONJUNCT, Dep.PARATAXIS):
            self._above(relation, upper, operator)

    def _takes(self, operator: Operator, relation: Dep, lower: Token) -> bool:
        """Whether an operator's content can stand in this relation: one reports clauses and objects, not
        settings."""
        if operator.effect is Effect.PLAIN and operator.claimant and not operator.extra and not operator.agent:
            if operator.pos == "VERB" and relation in (Dep.OBLIQUE, Dep.NOMINAL, Dep.PREPOSITION, Dep.PREPOSITIONAL_OBJECT):
                return False
            if relation is Dep.COMPLEMENT_CLAUSE and operator.pos == "VERB" and not (
                subjects(lower) or markers(lower) or children(lower, Dep.EXPLETIVE)
            ):
                return False
            if relation is Dep.OPEN_CLAUSE and not is_passive(lower.head) and operator.kind is ClaimKind.ASSERTION:
                return operator.certainty is not Certainty.CERTAIN  # "claimed to have"; not "continued to"
        if lower.pos_ in ("NOUN", "PROPN", "PRON"):
            return lower.i in self.content
        return True

    def _above(self, relation: Dep, upper: Token, operator: Operator | None) -> None:
        """Clauses above: their modals and conditions reach an indefinite event noun, their sources reach
        everything."""
        if operator is None and not self.presupposed and upper.pos_ in ("VERB", "AUX"):
            bare = self.trigger.form == "noun" and determiner(self.trigger.token) in ("", "a", "an", "any")
            if bare or relation in (Dep.OPEN_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.CLAUSAL_SUBJECT):
                self._modal(upper)
            if set(markers(upper)) & self.operators.unreal and not set(markers(upper)) & self.operators.doubt:
                self.stance.cancelled = self.stance.cancelled or "conditional"
        if upper.pos_ in ("VERB", "AUX") or children(upper, Dep.COPULA):
            self._sources(upper)

    def _operator(self, word: Token, lower: Token | None = None) -> Operator | None:
        pos = {"AUX": "VERB", "PROPN": "NOUN"}.get(word.pos_, word.pos_)
        candidates = self.operators.of(word.lemma_.lower(), pos)
        if not candidates and word.tag_ in ("VBN", "VBD", "VBG"):
            candidates = self.operators.of(word.lemma_.lower(), "VERB")
        if not candidates:
            return None
        near = {c.lemma_.lower() for c in word.children} | {c.lower_ for c in word.children}
        if lower is not None:
            near |= {lower.lemma_.lower(), *markers(lower)}
            near |= {p for p, t in complements(word) if t == lower}
            if any(determiner(c) == "no" for c in word.children):
                near.add("no")
        for candidate in candidates:
            if candidate.extra and not all(w in near for w in candidate.extra):
                continue
            if candidate.only_with and not candidate.only_with & near:
                continue
            return candidate
        return None

    # -- operators --------------------------------------------------------------------------------------------

    def _apply(self, operator: Operator, lower: Token, word: Token) -> None:
        stance, effect = self.stance, operator.effect
        negated = negation(word) is not None or determiner(word) == "no" or self._negative_subject(word)
        if effect in (Effect.PLANNED, Effect.THREATENED, Effect.ATTEMPTED):
            if not self.presupposed and stance.stage is Stage.ACCOMPLISHED:
                stance.stage = Stage(effect.value)
                stance.cue = stance.cue or word
            if negated and not self.presupposed:
                stance.cancelled = stance.cancelled or f"not even {effect.value}"
            return
        if effect is Effect.CANCEL:
            if not self.presupposed and self._reaches():
                stance.cancelled = stance.cancelled or f"kept from happening or only wished for ({word.text})"
            return
        if effect is Effect.AGENT:
            self._take_part(word, negated)
            if operator.certainty is not Certainty.CERTAIN:
                stance.agent_kind, stance.agent_certainty = ClaimKind.ACCUSATION, operator.certainty
            return
        if stance.claimants and self.thought and operator.certainty is Certainty.CERTAIN and effect is Effect.PLAIN:
            stance.claimants, self.thought = [], False  # "a source said that the army believed": the source vouches
        if stance.claimants:
            if effect is Effect.PLAIN and not self.presupposed and not stance.cancelled:
                stance.lower(operator.certainty if operator.certainty is not Certainty.PROBABLE else Certainty.CERTAIN)
            return
        if negated and effect is Effect.PLAIN:
            if not self.presupposed:
                self._unsaid(operator, lower, word)
            return
        self._speak(operator, word)

    def _unsaid(self, operator: Operator, lower: Token, word: Token) -> None:
        """ "did not say that" leaves it open; "no indications that", "no reports of" say that it is not
        so."""
        stance = self.stance
        stance.cue = stance.cue or word
        if operator.pos == "NOUN":
            sign = word.lemma_.lower() not in _PROOF
        else:
            sign = word.lemma_.lower() in _SHOWING and lower.pos_ in ("VERB", "AUX")
        if sign:
            stance.positive = not stance.positive
            stance.lower(Certainty.PROBABLE)
        else:
            stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN

    def _reaches(self) -> bool:
        """A definite event noun is presupposed by verbs that stop, ban or discuss it ("protested against the
        attack")."""
        return self.trigger.form != "noun" or determiner(self.trigger.token) in ("", "a", "an", "any", "further", "another")

    def _negative_subject(self, word: Token) -> bool:
        return any(determiner(s) == "no" or s.lower_ in ("nobody", "none", "no-one", "nothing") for s in subjects(word))

    def _take_part(self, word: Token, negated: bool) -> None:
        stance = self.stance
        slot = Slot.OBJECT if is_passive(word) else Slot.SUBJECT
        agents = [a.token for a in arguments(word) if a.slot is slot] or subjects(word)
        if not agents and word.head != word and children(word, Dep.CASE) == []:
            agents = [word.head] if word.head.pos_ in ("NOUN", "PROPN") and word.i > word.head.i else []
        if negated and not self.presupposed:
            stance.denies_agent = True
        stance.agents += [a for a in agents if a not in stance.agents]

    def _speak(self, operator: Operator, word: Token) -> None:
        """An operator with a speaker: take the claimant and what it does to the content."""
        stance = self.stance
        speakers = [s for s in self._speakers(operator, word) if s.i not in self.content]
        if any(s.lemma_.lower() in self.operators.settings for s in speakers):
            stance.cancelled = stance.cancelled or "only told in a story"
            return
        if any(s.lemma_.lower() in self.operators.withdrawn for s in speakers):
            stance.kind, stance.positive, stance.cue = ClaimKind.DENIAL, not stance.positive, word
            return
        hedged = operator.certainty is not Certainty.CERTAIN
        if operator.effect is Effect.DENY:
            if self.presupposed:
                return
            stance.claimants += speakers
            stance.cue, stance.reporting = word, word
            if negation(word) is not None:
                stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
                return
            stance.kind, stance.positive = ClaimKind.DENIAL, not stance.positive
            if self.agent_noun is not None:
                stance.denies_agent = True
                stance.agents += [s for s in speakers if s not in stance.agents]
            return
        if operator.effect is Effect.DOUBT:
            if not self.presupposed:
                stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
                stance.claimants += speakers
                stance.cue = word
            return
        if operator.agent == "object":
            self._lay_blame(operator, word, speakers)
            return
        stance.claimants += speakers
        self.thought = hedged
        if speakers:
            stance.reporting = word
        if operator.kind is ClaimKind.RESPONSIBILITY and not self.presupposed:
            stance.kind = ClaimKind.RESPONSIBILITY
            if self.agent_noun is not None or "responsibility" in operator.extra or "credit" in operator.extra:
                stance.agents += [s for s in speakers if s not in stance.agents]
        if operator.word == "claim" and operator.pos == "VERB" and dep(self.trigger.token) is Dep.OBJECT:
            if self.trigger.token.head == word and speakers:
                # "the group claimed the attack"
                stance.kind, hedged = ClaimKind.RESPONSIBILITY, False
                stance.agents += [s for s in speakers if s not in stance.agents]
        if is_passive(word) and not speakers and word.lemma_.lower() in _HEARSAY and not self.presupposed:
            stance.lower(Certainty.PROBABLE)
            stance.cue = stance.cue or word
        if hedged and not self.presupposed:
            passive = is_passive(word)
            stance.lower(operator.certainty)
            if passive or not speakers:
                stance.cue = stance.cue or word
        stance.cue = stance.cue or word

    def _lay_blame(self, operator: Operator, word: Token, speakers: list[Token]) -> None:
        """accuse, blame, charge: an event noun is presupposed and only its author alleged; a clause is
        alleged whole."""
        stance = self.stance
        blamed = [a.token for a in arguments(word) if a.slot is Slot.OBJECT and a.token != self.trigger.token]
        blamed += [a.token for a in arguments(word) if a.slot is Slot.OBLIQUE and a.prep in ("on", "to")]
        if self.presupposed:
            return
        stance.claimants += speakers
        stance.cue = word
        if speakers:
            stance.reporting = word
        noun = self.trigger.form == "noun"
        if noun:
            stance.agents += [b for b in blamed if b not in stance.agents]
            stance.agent_kind, stance.agent_certainty = operator.kind, operator.certainty
        else:
            stance.kind = operator.kind
            stance.lower(operator.certainty)

    def _speakers(self, operator: Operator, word: Token) -> list[Token]:
        if word.pos_ in ("NOUN", "PROPN"):
            owners = possessors(word)
            return owners or [t for p, t in complements(word) if p in ("by", "from")]
        if operator.claimant != "subject" or word.pos_ == "ADJ":
            return []
        if is_passive(word):
            return [a.token for a in arguments(word) if a.slot is Slot.SUBJECT]
        return [i for s in subjects(word) if not (s.lower_ == "there" or dep(s) is Dep.EXPLETIVE) for i in _issuers(s)]


def _issuers(speaker: Token) -> list[Token]:
    """The speaker itself, or whose statement it is ("a statement from the ministry", "the army's report")."""
    if speaker.lemma_.lower() not in UTTERANCES:
        return [speaker]
    return possessors(speaker) or [t for p, t in complements(speaker) if p in ("by", "from", "of")] or [speaker]


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
