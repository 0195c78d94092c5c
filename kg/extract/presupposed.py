"""What a sentence takes for granted about one event by the way it tells of another."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions import EventMention, Part
from kg.extract.syntax import modifiers
from kg.model import Predicate

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


def _listed_others(told: EventMention) -> bool:
    """The counted victims were replaced by their names ("four other hostages ...: A, B, C and D")."""
    for draft in told.drafts:
        if draft.casualties and draft.keys(*_HARM):
            tokens = [f.token for f in draft.telling.fillers if f.role == "victim"]
            if any(m.lower_ == "other" for t in tokens for m in modifiers(t)):
                return True
    return False
