"""Whose deed it is where somebody orders it, answers for it or owns up to it."""

from __future__ import annotations

from kg.extract.stance_clauses import ClauseSigns
from kg.extract.syntax import Slot, arguments, complements, determiner, markers, possessors, predicate
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import Trigger
from kg.knowledge.operators import Operator, Operators
from kg.model import Certainty


class OwningSigns(ClauseSigns):
    """Reads who is said to stand behind a deed from the words that he orders, admits or takes it upon himself with."""

    def __init__(self, trigger: Trigger, operators: Operators) -> None:
        super().__init__(trigger, operators)
        self.agent_noun: Token | None = (
            trigger.token if trigger.token.lemma_.lower() in operators.lists["agent_nouns"] else None
        )

    def _ordered(self, verb: Token, negated: bool) -> None:
        """ "Ordered the raid", "convicted of ordering his murder": its author perhaps, who did not carry it out."""
        stance = self.stance
        ordering = [a.token for a in arguments(verb) if a.slot is Slot.SUBJECT]
        stance.denies_agent |= negated and bool(ordering)
        stance.agents += [a for a in ordering if a not in stance.agents]
        if ordering:
            stance.agent_certainty = max(stance.agent_certainty, Certainty.POSSIBLE, key=list(Certainty).index)

    def _known_deed(self, verb: Token) -> bool:
        """Whether what a verb has as object is a deed told of before: "the attack", not "the murder of X"."""
        noun = self.trigger.token
        if verb.tag_ == "VBG" and verb.lemma_ == "order" and {"of", "with", "for"} & set(markers(verb)):
            return (
                self.trigger.form == "noun"
            )  # "accused of ordering the murder of X": that there was one is not in question
        if noun.head != verb or dep(noun) not in (Dep.OBJECT, Dep.PASSIVE_SUBJECT):
            return False
        if (
            self.trigger.form != "noun"
            or self.presupposed
            or any(p in ("of", "on", "against") for p, _ in complements(noun))
        ):
            return False
        return determiner(noun) in ("the", "this", "that", "these") or any(t.pos_ == "PRON" for t in possessors(noun))

    def _owned(self, operator: Operator, word: Token) -> bool:
        """Whether who admits, or takes responsibility for, what an event noun tells owns up to having done it.

        Who admits a loss has lost, not killed; that an attack was grave judges it, and that there was one says no more.
        """
        frame, event = self.trigger.frame, self.trigger.token
        deed = self.trigger.form == "noun" and not (frame.weak and frame.effect == "killed")
        admitted = word.lemma_.lower() in ("admit", "confess") and deed and not self._judged()
        admitted = admitted and not any(children(above, Dep.EXPLETIVE) for above in (event, event.head))
        return self.agent_noun is not None or bool({"responsibility", "credit"} & {*operator.extra}) or admitted

    def _judged(self) -> bool:
        """ "Admitted that the attack was the most serious so far": of no fault of one's own, as a mistake would be."""
        event = self.trigger.token
        said = predicate(event.head) if dep(event) is Dep.SUBJECT else None
        return said is not None and said.lemma_.lower() not in self.operators.lists["faults"]
