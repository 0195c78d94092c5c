"""Who died where nobody lived: "A plane carrying 52 people was shot down. There were no survivors".

The number stands with those who were aboard; what became of them is told in a sentence that names nobody. It is
probable at most.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.entities import Entities
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.phrases import count_of
from kg.extract.stance import of as stance_of
from kg.extract.syntax import determiner, preposition
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.memory import forms_of
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import Trigger
from kg.knowledge.frames import Frame, Frames
from kg.knowledge.operators import Operators
from kg.model import Casualties, Category, Certainty, ClaimKind, EntityKind, Outcome, Predicate

_REACH = 2  # sentences from those aboard to what became of them
_NEAR = 3  # words behind them in which "aboard" may stand
_ABOARD = frozenset({"aboard", "board"})
_BEARING = frozenset({"carry", "transport", "ferry", "bear", "fly"})
_HARMED = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM)


class Aboard:
    """Finds those who died where a text says that nobody survived."""

    def __init__(self, entities: Entities, frames: Frames, operators: Operators) -> None:
        self._entities = entities
        self._operators = operators
        self._frame: Frame | None = next((p.frame for p in frames.nouns.get("victim", ()) if not p.extra), None)

    def find(self, sentence: Span, number: int, before: Sequence[EventMention]) -> EventMention | None:
        """A mention that has those die who were aboard what was hit right before; None where nobody did."""
        if not before or self._frame is None or "survivors" not in forms_of(sentence):
            return None
        told, word = before[-1], next(t for t in sentence if "survivors" in (t.lower_, t.lemma_.lower()))
        if determiner(word) != "no" or not 0 < number - told.sentence <= _REACH or told.keys(*_HARMED):
            return None
        begin = told.incident.main.trigger.token.sent.start
        whom = next((t for t in sentence.doc[begin : sentence.end] if _is_aboard(t)), None)
        trigger = Trigger(word, self._frame, "noun", {word.i})
        stance = stance_of(trigger, self._operators)
        count = count_of(whom) if whom is not None else None
        if whom is None or count is None or stance.cancelled or stance.kind is not ClaimKind.ASSERTION:
            return None
        stance.positive = True  # that nobody lived tells of deaths
        draft = Draft(Telling(trigger, stance), self._frame.event_class)
        key = self._entities.ensure(whom, EntityKind.GROUP)
        draft.parts = [Part(Predicate.FATAL_VICTIM, key, whom, Certainty.PROBABLE)]
        draft.casualties = [Casualties(Outcome.KILLED, Category.ALL_PEOPLE, count)]
        return EventMention(Incident([draft.telling]), [draft], word.idx, number, definite=True, weak=True, about=told)


def _is_aboard(people: Token) -> bool:
    """ "Carrying 52 people", "with 52 people on board", "the 40 passengers": so many were there."""
    count = count_of(people) if people.pos_ in ("NOUN", "NUM") else None
    if count is None or (count.best or count.low or 0) < 2:
        return False
    behind = people.doc[people.i + 1 : people.i + 1 + _NEAR]
    borne = dep(people) is Dep.OBJECT and people.head.lemma_.lower() in _BEARING
    return borne or any(t.lower_ in _ABOARD for t in behind) or preposition(people) in ("among", "amongst")
