"""Whose deed it is when a person claims, admits or takes responsibility for it.

"A spokesman for the Front, X, claimed responsibility" makes the Front the author, and "the commander of the Air
Defence, Y, accepted responsibility" the Air Defence. A minister who takes responsibility and speaks for nobody in
particular answers for what was done: whether he did it is left open. A spokesman who denies a killing denies that his
group did it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.meaning import denies_any
from kg.extract.mentions import Draft, EventMention
from kg.extract.speakers import Speakers
from kg.extract.syntax import appositions, compounds, titles
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind, EntityKind, Predicate

_LEVELS = list(Certainty)


def answer_for(mention: EventMention, speakers: Speakers, entities: Entities, operators: Operators) -> None:
    """Puts, in place, the group for which a person takes responsibility where that person is the author."""
    for draft in mention.drafts:
        stance = draft.telling.stance
        if stance.kind is ClaimKind.DENIAL:
            _deny_for(draft, speakers)
        if stance.kind is not ClaimKind.RESPONSIBILITY or not stance.agents:
            continue
        claimant, behalf = speakers.claimant(draft.telling)
        if entities.kind(claimant) is not EntityKind.PERSON:
            continue
        said = {token.i for token in stance.agents}
        taken = stance.cue is not None and stance.cue.lemma_.lower() in operators.lists["answering"]
        for at, part in enumerate(draft.parts):
            if part.predicate is not Predicate.PERPETRATOR or part.key != claimant or part.token.i not in said:
                continue
            if behalf is not None:
                draft.parts[at] = replace(part, key=behalf)
            elif taken:
                stance.agent_kind = ClaimKind.ASSERTION
                sure = max(part.certainty, Certainty.POSSIBLE, key=_LEVELS.index)
                draft.parts[at] = replace(part, certainty=sure)


def _deny_for(draft: Draft, speakers: Speakers) -> None:
    """ "A government spokesman, X, denied killing any civilians": he does not speak of himself."""
    claimant, behalf = speakers.claimant(draft.telling)
    if behalf is None:
        return
    first = draft.telling.stance.claimants[:1]
    around = (t for c in first for t in (c, *compounds(c), *appositions(c), *titles(c)))
    spokesman = (t.lemma_.lower().startswith("spokes") for t in around)
    if denies_any(draft) or any(spokesman):
        agents = ((at, p) for at, p in enumerate(draft.parts) if p.predicate is Predicate.PERPETRATOR)
        for at, part in agents:
            if part.key == claimant:
                draft.parts[at] = replace(part, key=behalf)
