"""Suspects: people arrested, charged, tried or wanted over a deed, as the words between the two say."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.mentions import Draft, EventMention
from kg.extract.syntax import Slot, arguments, negation, preposition, subjects
from kg.knowledge.operators import Operators

#: Between a verb of arrest and the deed: "over the killing", "on suspicion of murder", "in connection with the attack".
_OVER = frozenset({"over", "for", "in connection with", "in relation to", "on suspicion of", "on charges of"})
_OF = frozenset({"of", "with", "in", "to", "for", "over"})
_NOUNS = {
    "connection": {"in"},
    "relation": {"in"},
    "suspicion": {"on", "under"},
    "charge": {"on"},
    "trial": {"on", "for"},
}
_PARTS = frozenset({"involvement", "part", "role", "participation", "complicity", "hand", "connection", "link"})
_ABOVE = 5


def suspects(mention: EventMention, operators: Operators) -> Iterator[tuple[Draft, list[Token]]]:
    """Each telling of a deed with those whom its sentence says to be held or sought over it."""
    for draft in mention.drafts:
        trigger = draft.telling.trigger
        if trigger.form != "noun" or trigger.frame.weak or trigger.frame.effect == "captured":
            continue
        verb = _held_over(trigger.token, operators)
        if verb is not None and negation(verb) is None:
            agents = _held(verb)
            if agents:
                yield draft, agents


def _held_over(deed: Token, operators: Operators) -> Token | None:
    """The verb (or "on trial") that says why somebody is held, if the deed is the reason."""
    step, link = deed, False
    for _ in range(_ABOVE):
        prep, above = preposition(step), step.head
        if above == step:
            return None
        if above.lemma_.lower() in _NOUNS and prep in _OF:
            link = True
            if preposition(above) not in _NOUNS[above.lemma_.lower()]:
                return None
            if above.lemma_.lower() == "trial":
                return above
        elif above.lemma_.lower() in _PARTS and prep in _OF:
            pass
        elif above.pos_ == "VERB":
            wanted = operators.lists["holding"] if link or prep in _OVER else operators.lists["suspecting"]
            fits = link or prep in _OVER or prep in ("of", "with")
            return above if fits and above.lemma_.lower() in wanted else None
        else:
            return None
        step = above
    return None


def _held(verb: Token) -> list[Token]:
    if verb.pos_ != "VERB":
        return subjects(verb)
    if verb.lemma_ == "want":
        return subjects(verb) if verb.tag_ == "VBN" else []
    return [a.token for a in arguments(verb) if a.slot is Slot.OBJECT]
