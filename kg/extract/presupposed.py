"""What a sentence takes for granted about one event by the way it tells of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions import EventMention, Part
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import modifiers
from kg.model import Certainty, Predicate

_HARM = (Predicate.FATAL_VICTIM, Predicate.CAPTIVE)


def share_agents(mentions: Sequence[EventMention]) -> None:
    """Gives an event the agents of one whose victims are told of as "others".

    "In the days before X's beheading, four other hostages had been executed by the group": X, too, was a hostage
    executed by the group. "Other" presupposes that what is said of these holds of those before (Heim 1992 on "too").
    """
    for told in mentions:
        agents = [p for d in told.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
        others = [
            p.predicate
            for d in told.drafts
            for p in d.parts
            if p.predicate in _HARM and any(m.lower_ in ("other", "others", "another") for m in modifiers(p.token))
        ]
        if not agents or (not others and not _listed_others(told)):
            continue
        for mention in mentions:
            if mention is told or mention.keys(Predicate.PERPETRATOR) or not mention.keys(*_HARM):
                continue
            if not set(mention.kinds) <= set(told.kinds):
                continue
            draft = next(d for d in mention.drafts if d.keys(*_HARM))
            draft.parts += [Part(p.predicate, p.key, p.token, p.certainty) for p in agents]


def name_captors(mentions: Sequence[EventMention], surroundings: Surroundings) -> None:
    """ "Rebels released three engineers kidnapped in June": who lets captives go had them, most likely.

    Who fights for a state frees captives of others, and who is named and bears no arms may have mediated.
    """
    let_go = [d for m in mentions for d in m.drafts if d.telling.trigger.frame.effect == "released"]
    if not let_go or len(mentions) < 2:
        return
    for draft in let_go:
        freed = set(draft.keys(Predicate.PARTICIPANT))
        agents = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR]
        agents = [p for p in agents if surroundings.side(p.key) == "irregular"]
        for taken in (d for m in mentions for d in m.drafts if agents and freed & set(d.keys(Predicate.CAPTIVE))):
            if not taken.keys(Predicate.PERPETRATOR):
                taken.parts += [replace(p, certainty=Certainty.PROBABLE) for p in agents]


def _listed_others(told: EventMention) -> bool:
    """The counted victims were replaced by their names ("four other hostages ...: A, B, C and D")."""
    for draft in told.drafts:
        if draft.casualties and draft.keys(*_HARM):
            tokens = [f.token for f in draft.telling.fillers if f.role == "victim"]
            if any(m.lower_ == "other" for t in tokens for m in modifiers(t)):
                return True
    return False
