"""How it was done: which narrower class of attack the words before an event noun and its weapons make of it."""

from __future__ import annotations

from kg.extract.fillers import Fillers
from kg.extract.mentions import Draft
from kg.extract.syntax import compounds, modifiers
from kg.extract.syntax.tokens import Token
from kg.knowledge.frames import Frames
from kg.model import Predicate


def refined(draft: Draft, fillers: Fillers, frames: Frames) -> str:
    """A general attack made narrower by the words before it and by its weapons ("drone strike", "car
    bombing")."""
    trigger = draft.telling.trigger
    current = draft.event_class
    agents = [p.token for p in draft.parts if p.predicate is Predicate.PERPETRATOR]
    if trigger.frame.effect in ("killed", "injured") and any(
        c.lower_ == "suicide" for t in agents for c in compounds(t)
    ):
        return "SuicideBombing"  # "a suicide bomber killed 14 people"
    if trigger.frame.effect == "killed" or current in ("Harassment", "ShootDown", "Crash", "Release"):
        return current
    if current in ("Bombing", "Raid", "Attack") and any(map(_flies, agents)):
        return "AirStrike"  # "the air force bombed rebel positions"
    for narrower in ways(draft, fillers, frames):
        if current in frames.ancestors(narrower) or (
            current in ("Bombing", "Raid") and narrower in ("AirStrike", "DroneStrike", "SuicideBombing")
        ):
            current = narrower
    return current


def ways(draft: Draft, fillers: Fillers, frames: Frames) -> list[str]:
    """Classes of attacks that words before an event noun and weapons make ("drone strike", "with a bomb")."""
    words = [f.token.lower_ for f in draft.telling.fillers if f.slot == "compound"]
    words += [f.token.lemma_.lower() for f in draft.telling.fillers if f.slot == "compound"]
    words += [w for p in draft.parts if p.predicate is Predicate.WEAPON for w in fillers.weapon_words(p.key)]
    return [narrower for word in words if (narrower := frames.refinements.get(word))]


def _flies(agent: Token) -> bool:
    return agent.lemma_.lower() == "force" and any(t.lower_ == "air" for t in (*compounds(agent), *modifiers(agent)))
