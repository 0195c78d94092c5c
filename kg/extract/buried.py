"""Who is dead as he is buried: "Masked men shot X on Monday. She was laid to rest on Thursday".

To shoot or wound somebody need not kill him. A burial, mourners or doctors who could not save him say that it did.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.entities import Entities
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.stance import of as stance_of
from kg.extract.syntax import complements, forms_of, has_auxiliary, is_passive, negation, possessors, subjects
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import Trigger
from kg.knowledge.frames import Frame, Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind, Predicate, Stage

_REACH = 4  # sentences from the deed to the burial
_RITES = frozenset({"funeral", "burial", "coffin", "casket", "grave", "graveside", "wake", "requiem"})
_BURYING = frozenset({"bury", "cremate", "inter", "entomb"})
_FIGHTS = frozenset({"fight", "battle", "struggle"})
_KIN = frozenset({"wife", "widow", "husband", "children", "child", "sons", "son", "daughters", "daughter", "parents"})
_UNREAL = frozenset({"will", "would", "may", "might", "should", "must"})
_WORDS = _RITES | _BURYING | {"rest", "save", "survive", "leave", *_FIGHTS}


class Buried:
    """Finds those of one document who were told to be hurt and are dead by what is told of them later."""

    def __init__(self, entities: Entities, frames: Frames, operators: Operators) -> None:
        self._entities = entities
        self._operators = operators
        self._frame: Frame | None = next((p.frame for p in frames.nouns.get("victim", ()) if not p.extra), None)

    def find(self, sentence: Span, number: int, before: Sequence[EventMention]) -> EventMention | None:
        """A mention that somebody hurt is dead, None if the sentence says so of nobody."""
        if forms_of(sentence).isdisjoint(_WORDS):
            return None
        words = [t for t in sentence if t.lemma_.lower() in _WORDS]
        near = [m for m in before if 0 < number - m.sentence <= _REACH] if words and self._frame is not None else []
        told = next((m for m in reversed(near) if m.keys(Predicate.INJURED_VICTIM)), None)
        if told is None or self._frame is None or told.pointing:
            return None
        hurt = set(told.keys(Predicate.INJURED_VICTIM)) - {k for m in near for k in m.keys(Predicate.FATAL_VICTIM)}
        for word in words:
            whose = [(key, t) for t in _gone(word) if (key := self._entities.at(t)) in hurt and key is not None]
            if not whose:
                continue
            over = word.head if word.lemma_ == "rest" else word
            trigger = Trigger(over, self._frame, "noun", {word.i, over.i})
            stance = stance_of(trigger, self._operators)
            stance.stage = Stage.ACCOMPLISHED  # who "will be buried" is dead
            if word.lemma_ == "save":
                stance.positive, stance.cancelled = True, ""  # that he could not be saved tells of his death
            if not stance.positive or stance.cancelled or stance.kind is not ClaimKind.ASSERTION:
                return None
            draft = Draft(Telling(trigger, stance), self._frame.event_class)
            draft.parts = [Part(Predicate.FATAL_VICTIM, key, t, Certainty.PROBABLE) for key, t in whose]
            incident = Incident([draft.telling])
            return EventMention(incident, [draft], word.idx, number, definite=True, weak=True, about=told)
        return None


def _gone(word: Token) -> list[Token]:
    """Those who are dead by a word for a burial, those they leave or what could not be done for them."""
    lemma, verb = word.lemma_.lower(), word
    if lemma in _RITES:
        return [*possessors(word), *(t for prep, t in complements(word) if prep in ("of", "for"))]
    if lemma in _FIGHTS:
        lost = word.head.lemma_.lower() == "lose" and any(t.lower_ == "life" for _, t in complements(word))
        return subjects(word.head) if lost else []
    if lemma == "rest":
        laid = word.head.lower_ == "laid" and is_passive(word.head)
        return subjects(word.head) if laid else []
    if lemma != "bury" and has_auxiliary(verb, _UNREAL) is not None:
        return []
    if lemma in _BURYING:
        alive = any(t.lower_ in ("alive", "under", "beneath", "in") for t in verb.subtree)
        return subjects(verb) if is_passive(verb) and not alive else []
    if lemma == "survive":
        return children(verb, Dep.PASSIVE_SUBJECT)
    if lemma == "leave":
        kin = any(t.lower_ in _KIN for t in verb.subtree)
        return subjects(verb) if verb.tag_ in ("VBZ", "VBP") and kin else []
    failed = negation(verb) is not None or any(t.lower_ in ("unable", "failed") for t in verb.ancestors)
    saved = [t for o in children(verb, Dep.OBJECT) for t in (possessors(o) if o.lemma_ == "life" else [o])]
    return [*saved, *children(verb, Dep.PASSIVE_SUBJECT)] if failed else []
