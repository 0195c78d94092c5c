"""Those who did it, told of only afterwards: "Three policemen were shot dead. The gunmen fled on foot".

"The gunmen" takes for granted that there were some, and so that it was they who shot; no more is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.mentions import EventMention
from kg.extract.syntax import appositions, determiner, forms_of, modifiers, sentence_of, words_of
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Category, Predicate, Stage

_WITHIN = 2  # sentences from the deed to those who did it
_HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM)
_BY_HAND = frozenset({"Attack", "Killing", "Injuring"})
_ARMED_WITH_GUNS = frozenset({"gunman", "gunwoman", "shooter", "sniper"})
_NO_MORE = frozenset({"killer", "murderer", "perpetrator", "culprit"})  # says no more than that somebody did it
_FROM_AFAR = frozenset({"RemoteAttack", "Crash", "Captivity"})


def attackers(sentence: Span, operators: Operators) -> Iterator[Token]:
    """All words of a sentence that speak of "the attackers", however they are called."""
    called = (operators.lists["attackers"] - _NO_MORE) & forms_of(sentence)
    if not called:
        return
    for word, lemma, pos in words_of(sentence):
        if pos != "NOUN" or lemma not in called:
            continue
        if determiner(word) in ("the", "both") and not {m.lower_ for m in modifiers(word)} & operators.lists["not_yet"]:
            yield word


def deed_of(
    attacker: Token, number: int, before: Sequence[EventMention], entities: Entities, fillers: Fillers, frames: Frames
) -> EventMention | None:
    """What those spoken of for the first time did: the harm told right before, if nobody was told to have done it.

    Not what came from the air or from afar, and not the death of people who fought: "the gunmen" may be they.
    """
    near = [m for m in before if number - m.sentence <= _WITHIN]
    key = entities.at(attacker)
    if not near or any(m.keys(Predicate.PERPETRATOR) for m in near):
        return None
    named = any(name.ent_type_ == "PERSON" for name in appositions(attacker))  # "the gunman, X, was arrested"
    if key is not None and (
        entities.first(key) < sentence_of(attacker).start or (entities.name(key) is not None and not named)
    ):
        return None
    told = next((m for m in reversed(near) if m.keys(*_HARM)), None)
    if told is None or told.sentence == number:
        return None
    between = attacker.doc[sentence_of(told.drafts[0].telling.trigger.token).end : attacker.i]
    if any(map(fillers.timed, between)):
        return None  # another day, another deed
    stances = [d.telling.stance for d in told.drafts]
    if any(not s.positive or s.stage is not Stage.ACCOMPLISHED for s in stances):
        return None
    kinds = {c for name in (*told.classes, *told.ways) for c in (name, *frames.ancestors(name))}
    bombed = "Bombing" in kinds and attacker.lemma_.lower() in _ARMED_WITH_GUNS
    if not kinds & _BY_HAND or kinds & (_FROM_AFAR - {"RemoteAttack"}) or bombed:
        return None
    if "RemoteAttack" in kinds and "Bombing" not in kinds:
        return None
    victims = [p.token for d in told.drafts for p in d.parts if p.predicate in _HARM]
    if any(fillers.category(t) is Category.FIGHTERS or t.lemma_.lower() == attacker.lemma_.lower() for t in victims):
        return None
    return told
