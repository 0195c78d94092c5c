"""What operators do to a stance: speakers, denial, doubt, blame, taking part, plans and what never happened."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.behalf import claimed_for
from kg.extract.belied import belied, rejecters
from kg.extract.blaming import asked_for, called_upon, to_blame, withheld
from kg.extract.stance_owning import OwningSigns
from kg.extract.stance_record import Echo
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    determiner,
    first_conjunct,
    has_auxiliary,
    is_passive,
    markers,
    modifiers,
    negation,
    possessors,
    preposition,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import POINTING, Trigger
from kg.extract.unvouched import kept_back, wanting
from kg.knowledge.operators import Effect, Operator, Operators
from kg.model import Certainty, ClaimKind, Stage

_PART_IN = frozenset({"", "in", "with", "to", "of", "for", "on", "at"})
_OPEN = frozenset({"where", "when", "why", "how"})
_ASKED = frozenset({"who", "which", "whose", "what"})
_NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})


class OperatorEffects(OwningSigns):
    """Applies operators to the stance, innermost first."""

    def __init__(self, trigger: Trigger, operators: Operators) -> None:
        super().__init__(trigger, operators)
        self.thought = False  # the claimant found so far only believes it
        self.showing = False  # the claimant found so far is what shows it: "evidence to suggest that"
        self.reduced = False  # the event stands in a participle behind a noun of what is told: "fired by a soldier"
        self.took_part = False  # somebody is said to have had a part in it
        self.laid_on_noun = False  # "suspects the hand of X": the verb's doubt is about the author alone
        # nouns that stand for the event itself on the way up: its own word, "series of", "responsibility for"
        self.content = {trigger.index}
        self.imputed = False  # it stands in an allegation of nobody in particular, of which a speaker speaks
        self.carried: Token | None = None  # a noun whose clause is the reporting verb's

    def apply(self, operator: Operator, lower: Token, word: Token) -> None:
        stance, effect = self.stance, operator.effect
        nobody = self._negative_subject(word)
        negated = negation(word) is not None or determiner(word) == "no" or nobody
        negated = negated or (
            effect is Effect.PLAIN and (kept_back(word, self.operators) or wanting(word, self.operators))
        )
        negated = negated or (operator.kind is ClaimKind.ACCUSATION and withheld(word, self.operators))
        negated = negated or (operator.kind is ClaimKind.RESPONSIBILITY and asked_for(word, self.operators))
        if operator.pos == "NOUN" and effect is Effect.PLAIN and self._called_false(word) and not self.presupposed:
            stance.cancelled = stance.cancelled or f"called false ({word.text})"
            return
        if operator.word in self.operators.lists["ordering"] and self._known_deed(word):
            self._ordered(word, negated)
            return
        if effect is Effect.PLAIN and operator.claimant == "subject" and self._supposed(word):
            if not self.presupposed:  # "if the president says that rebels killed him"
                stance.cancelled = stance.cancelled or "conditional"
            return
        if operator.word in ("try", "want") and preposition(lower) == "for" and effect is not Effect.PLAIN:
            return  # "evidence to try him for the murder", "wanted for the murder"
        if effect is Effect.ATTEMPTED and stance.kind is ClaimKind.DOUBT and word.lemma_ == "fail":
            return  # "failed to prove that X had killed her"
        if effect in (Effect.PLANNED, Effect.THREATENED, Effect.ATTEMPTED):
            blames = effect is Effect.ATTEMPTED and ClaimKind.ACCUSATION in (stance.kind, stance.agent_kind)
            if blames and stance.reporting is not None and first_conjunct(stance.reporting) == lower:
                return  # "tried to blame the rebels for the massacre": that did happen
            done = any(c.lemma_.lower() in self.operators.lists["doing"] for c in children(word, Dep.CONJUNCT))
            if not self.presupposed and stance.stage is Stage.ACCOMPLISHED and not done:  # "planned and carried out"
                stance.stage = Stage(effect.value)
                stance.cue = stance.cue or word
            if negated and not self.presupposed:
                stance.cancelled = stance.cancelled or f"not even {effect.value}"
            return
        if effect is Effect.CANCEL:
            if not self.presupposed and self._reaches(operator, lower):
                stance.cancelled = stance.cancelled or f"kept from happening or only wished for ({word.text})"
            return
        if effect is Effect.AGENT:
            if not self._part_in(lower):
                return
            if operator.certainty is not Certainty.CERTAIN and not is_passive(word) and word.pos_ == "VERB":
                # "the president implicated X in the murder": the subject accuses, the object is accused
                blame = replace(operator, kind=ClaimKind.ACCUSATION, agent="object")
                self._lay_blame(blame, word, [i for s in subjects(word) for i in self.issuers(s)])
                return
            self._take_part(word, negated)
            modal = has_auxiliary(word, self.operators.modals)
            open_ = modal is not None and self.operators.modals.get(modal.lower_) in ("possible", "probable")
            if open_ or (operator.pos == "ADJ" and "as" in markers(word)):
                stance.agent_kind, stance.agent_certainty = (
                    ClaimKind.ACCUSATION,
                    Certainty.POSSIBLE,
                )  # "is seen as guilty", "could be involved"
            elif operator.certainty is not Certainty.CERTAIN:
                stance.agent_kind, stance.agent_certainty = ClaimKind.ACCUSATION, operator.certainty
            return
        if stance.claimants and self.thought and operator.certainty is Certainty.CERTAIN and effect is Effect.PLAIN:
            stance.claimants, self.thought = (
                [],
                False,
            )  # "a source said that the army believed": the source vouches
        if stance.claimants and effect is Effect.DENY and not self.presupposed and stance.positive:
            stance.echo = Echo(tuple(stance.claimants), stance.certainty)
            stance.claimants, stance.kind = [], ClaimKind.ASSERTION
        if (
            negated
            and operator.pos == "NOUN"
            and operator.word in self.operators.lists["proof"]
            and (effect is Effect.PLAIN and self.showing and not self.presupposed)
        ):
            stance.claimants = []
            self._unsaid(operator, lower, word)  # "no evidence to suggest that": nothing suggests it
            return
        if stance.claimants:
            if effect is Effect.PLAIN and not self.presupposed and not stance.cancelled:
                stance.lower(operator.certainty if operator.certainty is not Certainty.PROBABLE else Certainty.CERTAIN)
            return
        if negated and operator.kind is ClaimKind.ACCUSATION and to_blame(word):
            stance.denies_agent = True  # "the army is not to blame for the murder"
            stance.agents += [s for s in subjects(word) if s not in stance.agents]
            return
        if negated and effect is Effect.PLAIN:
            claimed = operator.word == "claim" and dep(self.trigger.token) is Dep.OBJECT and lower == self.trigger.token
            claim_of = operator.word == "claim" and operator.pos == "NOUN" and self.agent_noun is not None
            owned = operator.kind is ClaimKind.RESPONSIBILITY and (bool(operator.extra) or nobody)
            if claimed or claim_of or owned:
                # "no group has claimed responsibility for the attack": that there was one is taken for granted
                pointing = self.trigger.frame.name == "responsibility"
                if pointing or not (self.presupposed or self.trigger.form == "noun"):
                    stance.cancelled = stance.cancelled or "nobody claims it"
                self.presupposed = True
            elif operator.kind is ClaimKind.ACCUSATION and self.trigger.form == "noun" and lower == self.trigger.token:
                self.presupposed = True  # "no one has been charged with the murder": there was one
            elif not self.presupposed:
                self._unsaid(operator, lower, word)
            return
        if operator.pos == "NOUN" and operator.word in self.operators.lists["imputations"]:
            self.imputed = not self._speakers(operator, word)
        if effect is Effect.DENY and lower.pos_ == "VERB" and lower.lemma_.lower() in self.operators.lists["seeing"]:
            operator = replace(operator, effect=Effect.DOUBT)  # who denies having seen it does not say that it was not
        self.speak(operator, word)

    def _supposed(self, verb: Token) -> bool:
        """ "If the president says that", "until they admit it", "not before they prove it": nobody has done so yet."""
        marks = set(markers(verb))
        if "before" in marks:
            return any(c.lower_ == "not" and c.nbor(1).lower_ == "before" for c in verb.children)
        if "until" in marks and verb.tag_ == "VBD":
            return False  # "waited until police said that"
        return bool(marks & (self.operators.unreal - self.operators.doubt))

    def _called_false(self, noun: Token) -> bool:
        """ "A false rumour that troops had fired"; who denies false claims, denies."""
        untrue = (o for m in modifiers(noun) for o in self.operators.of(m.lower_, "ADJ"))
        return any(o.effect is Effect.DENY for o in untrue) and noun.head.lemma_.lower() not in self.operators.denying

    def _unsaid(self, operator: Operator, lower: Token, word: Token) -> None:
        """ "did not say that" leaves it open; "no indications that", "no reports of" say that it is not
        so."""
        stance = self.stance
        asked = any(s.lower_ in _ASKED or determiner(s) in _ASKED for s in children(lower, Dep.SUBJECT))
        if asked or any(c.lower_ in _OPEN for c in children(lower, Dep.ADVERB)):
            self.presupposed = True  # "did not say where the clash took place", "who shot him": there was one
            return
        stance.cue = stance.cue or word
        if operator.pos == "NOUN":
            sign = word.lemma_.lower() not in self.operators.lists["proof"]
        else:
            sign = word.lemma_.lower() in self.operators.lists["showing"] and lower.pos_ in ("VERB", "AUX")
        if sign:
            stance.positive = not stance.positive
            stance.lower(Certainty.PROBABLE)
        else:
            stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
            if operator.pos == "VERB" and not self._negative_subject(word):
                stance.claimants += self._speakers(operator, word)  # "the army could not confirm that": it is its word

    def _reaches(self, operator: Operator, lower: Token) -> bool:
        """A definite event noun is presupposed by verbs that stop, ban or discuss it ("protested against the
        attack"); the execution that is halted has not taken place, nor "the murder of X" that somebody calls for."""
        sentence = self.trigger.frame.name == "execute" and self.trigger.token.tag_ == "NN"
        death = lower == self.trigger.token and self.trigger.frame.effect == "killed"
        death = death and operator.word in self.operators.lists["wishing"]
        return (
            self.trigger.form != "noun"
            or sentence
            or (death and any(p == "of" for p, _ in complements(self.trigger.token)))
            or determiner(self.trigger.token)
            in (
                "",
                "a",
                "an",
                "any",
                "further",
                "another",
            )
        )

    def _negative_subject(self, word: Token) -> bool:
        """ "Nobody said", "no group admitted"; of "no casualties were reported" the event word itself is negated."""
        others = [s for s in subjects(word) if s.i != self.trigger.index]
        none = ("no", "neither")
        return any(
            determiner(s) in none or s.lower_ in _NOBODY or any(c.lower_ == "neither" for c in s.children)
            for s in others
        )

    def have_part(self, verb: Token) -> None:
        """ "had no role in", "played a part in", "has nothing to do with": whose part it is or is not."""
        noun = self.agent_noun
        none = noun is not None and (determiner(noun) == "no" or noun.lower_ == "nothing")
        none = none or negation(verb) is not None or self._negative_subject(verb)
        self.stance.denies_agent = self.stance.denies_agent or none
        self._take_part(verb, none)

    def not_behind(self, agents: list[Token]) -> None:
        """ "the army was not behind the attack": there was one, only the part in it is denied."""
        self.stance.denies_agent = True
        self.stance.agents += [a for a in agents if a not in self.stance.agents]
        self.stance.positive = not self.stance.positive  # undoes the negation of the clause, which is of the part alone

    def _part_in(self, lower: Token) -> bool:
        """Whether what stands below a word for taking part is what somebody takes part in.

        "Helped evacuate the wounded after the attack" and "joined the search after it" have no part in the attack.
        """
        if lower.pos_ == "VERB" and lower.tag_ != "VBG" and lower.i not in self.trigger.words:
            return False  # who was "involved in planning the attack" had his part
        return preposition(lower) in _PART_IN

    def _take_part(self, word: Token, negated: bool) -> None:
        stance = self.stance
        slot = Slot.OBJECT if is_passive(word) else Slot.SUBJECT
        agents = [a.token for a in arguments(word) if a.slot is slot] or subjects(word)
        if not agents and word.head != word and children(word, Dep.CASE) == []:
            agents = [word.head] if word.head.pos_ in ("NOUN", "PROPN") and word.i > word.head.i else []
        if negated and not self.presupposed:
            stance.denies_agent = True
        self.took_part = self.took_part or bool(agents)
        stance.agents += [a for a in agents if a not in stance.agents]

    def speak(self, operator: Operator, word: Token) -> None:
        """An operator with a speaker: take the claimant and what it does to the content."""
        stance = self.stance
        speakers = [s for s in self._speakers(operator, word) if s.i not in self.content]
        if any(s.lemma_.lower() in self.operators.settings for s in speakers):
            stance.cancelled = stance.cancelled or "only told in a story"
            return
        if any(s.lemma_.lower() in self.operators.withdrawn or belied(s, self.operators) for s in speakers):
            stance.kind, stance.positive, stance.cue = ClaimKind.DENIAL, not stance.positive, word
            stance.withdrawn = True
            return
        hedged = operator.certainty is not Certainty.CERTAIN
        for adverb in () if self.presupposed or operator.effect is not Effect.PLAIN else children(word, Dep.ADVERB):
            if (level := self.operators.hedges.get(adverb.lower_)) in ("possible", "probable"):
                stance.lower(Certainty(level))  # "he allegedly confessed that he had shot them"
        if operator.kind is ClaimKind.RESPONSIBILITY or operator.word == "claim":
            speakers = [t for s in speakers for t in claimed_for(word, s, self.operators) or [s]]
        if operator.effect is Effect.DENY:
            if self.presupposed:
                return
            speakers = speakers or rejecters(word)
            stance.claimants += speakers
            stance.cue, stance.reporting = word, word if speakers else stance.reporting
            self.imputed = False  # whoever alleged it, "he said that the allegations were false" is his denial
            if negation(word) is not None:
                stance.kind, stance.certainty = ClaimKind.DOUBT, Certainty.UNKNOWN
                return
            stance.kind, stance.positive = ClaimKind.DENIAL, not stance.positive
            stance.certainty = operator.certainty  # "denied the allegation": how sure others were is not how it denies
            stance.denies_agents = self.took_part and self.trigger.form == "noun"
            own = operator.agent == "own" and self.trigger.form == "noun"
            if (self.agent_noun is not None or own) and stance.agents:
                stance.denies_agents = True  # "dismissed the claim that guerrillas were to blame": that it was they
            elif self.agent_noun is not None or own:
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
        if self.imputed and operator.pos == "VERB" and operator.kind is ClaimKind.ASSERTION:
            return  # "he said that he was outraged by the allegations that": they are not his
        owned = self._owned(operator, word)
        if operator.kind is ClaimKind.RESPONSIBILITY and called_upon(word):
            # "the army should admit that it killed them": who says so accuses, and the army has said nothing
            stance.cue = word
            if owned:
                stance.agents += [s for s in speakers if s not in stance.agents]
                stance.agent_kind, stance.agent_certainty = ClaimKind.ACCUSATION, Certainty.POSSIBLE
            elif not self.presupposed:
                stance.kind = ClaimKind.ACCUSATION
                stance.lower(Certainty.POSSIBLE)
            return
        stance.claimants += self.cited(word, speakers) or speakers
        self._unowned(speakers)
        self.thought = hedged
        self.showing = operator.word in self.operators.lists["showing"]
        if speakers:
            stance.reporting = word
        event = self.trigger.token
        if operator.kind is ClaimKind.RESPONSIBILITY and not self.presupposed:
            stance.kind = ClaimKind.RESPONSIBILITY
            if owned:
                stance.agents += [s for s in speakers if s not in stance.agents]
        object_of = dep(event) is Dep.OBJECT or (dep(event) is Dep.PASSIVE_SUBJECT and is_passive(word))
        object_of |= dep(event) is Dep.COMPLEMENT_CLAUSE and event.tag_ == "VBG"  # "rebels claim killing of general"
        if operator.word == "claim" and object_of and event.head == word and speakers:
            # "the group claimed the attack", "the attack was claimed by the group"
            stance.kind, hedged = ClaimKind.RESPONSIBILITY, False
            stance.agents += [s for s in speakers if s not in stance.agents]
        if (
            is_passive(word)
            and not speakers
            and word.lemma_.lower() in self.operators.lists["hearsay"]
            and not self.presupposed
        ):
            stance.lower(Certainty.PROBABLE)
            stance.cue = stance.cue or word
        if hedged and self.took_part and self.trigger.form == "noun":
            # "suspected of being involved in the murder": that there was one is not in question
            stance.agent_kind = stance.agent_kind or ClaimKind.ACCUSATION
            stance.agent_certainty = max(stance.agent_certainty, operator.certainty, key=list(Certainty).index)
        elif hedged and (not self.presupposed or self.reduced) and not self.laid_on_noun:
            passive = is_passive(word)
            stance.lower(operator.certainty)
            if passive or not speakers:
                stance.cue = stance.cue or word
        stance.cue = stance.cue or word

    def _unowned(self, speakers: list[Token]) -> None:
        """ "Unconfirmed reports said", "earlier reports had said", "reports say": words that nobody stands behind."""
        for speaker in speakers:
            if speaker.lemma_.lower() in self.operators.lists["hearsay_nouns"] and speaker.tag_ == "NNS":
                owned = possessors(speaker) or any(p in ("by", "from") for p, _ in complements(speaker))
                loose = any(m.lower_ in self.operators.lists["unsure"] for m in modifiers(speaker))
                if loose or not owned:
                    self.stance.lower(Certainty.POSSIBLE if loose else Certainty.PROBABLE)

    def _lay_blame(self, operator: Operator, word: Token, speakers: list[Token]) -> None:
        """accuse, blame, charge: an event noun is presupposed and only its author alleged; a clause is
        alleged whole."""
        stance = self.stance
        blamed = [a.token for a in arguments(word) if a.slot is Slot.OBJECT and a.token != self.trigger.token]
        blamed += children(word, Dep.INDIRECT)  # "acquitted him a year later", as the parser may have it
        blamed = [
            b for b in blamed if b.lower_ != "blame" and not b.lower_.endswith(("self", "selves"))
        ]  # remorse is no authorship
        blamed += [a.token for a in arguments(word) if a.slot is Slot.OBLIQUE and a.prep in ("on", "to")]
        if self.presupposed:
            return
        if to_blame(word):
            blamed, speakers = speakers, []  # "the guerrillas were to blame"
        stance.claimants += speakers
        stance.cue = word
        if speakers:
            stance.reporting = word
        cleared = operator.kind is ClaimKind.DENIAL  # "acquitted of killing X": X was killed, though not by him
        if self.trigger.form == "noun" or self.trigger.frame.name in POINTING or cleared:
            stance.agents += [b for b in blamed if b not in stance.agents]
            stance.agent_kind, stance.agent_certainty = operator.kind, operator.certainty
        else:
            stance.kind = operator.kind
            stance.lower(operator.certainty)

    def _speakers(self, operator: Operator, word: Token) -> list[Token]:
        if word.pos_ in ("NOUN", "PROPN"):
            owners = possessors(word) or [t for p, t in complements(word) if p in ("by", "from")]
            return owners or compounds(word)  # "rebel claims that": whether it names a speaker is seen later
        if operator.claimant != "subject":
            return []
        if word.lemma_.lower() in ("quote", "cite"):
            # "X was quoted by the agency as saying", "the agency quoted X as saying": who is quoted speaks
            quoted = [i for a in arguments(word) if a.slot is Slot.OBJECT for i in self.issuers(a.token)]
            if quoted:
                return quoted
        if is_passive(word):
            return [a.token for a in arguments(word) if a.slot is Slot.SUBJECT]
        found = [s for s in subjects(word) if not (s.lower_ == "there" or dep(s) is Dep.EXPLETIVE)]
        own = [s for s in found if s.head == word]
        if len(own) > 1:
            # a dateline or byline that the parser took for a second subject: the one beside the verb speaks
            nearest = min(own, key=lambda s: abs(s.i - word.i))
            found = [s for s in found if s not in own or s == nearest]
        return [i for s in found for i in self.issuers(s)]
