"""Whose deed it is when a person claims, admits or takes responsibility for it.

"A spokesman for the Front, X, claimed responsibility" makes the Front the author, and "the commander of the Air
Defence, Y, accepted responsibility" the Air Defence. A minister who takes responsibility and speaks for nobody in
particular answers for what was done: whether he did it is left open.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.mentions import EventMention
from kg.extract.speakers import Speakers
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind, EntityKind, Predicate

_LEVELS = list(Certainty)


def answer_for(mention: EventMention, speakers: Speakers, entities: Entities, operators: Operators) -> None:
    """Puts, in place, the group for which a person takes responsibility where that person is the author."""
    for draft in mention.drafts:
        stance = draft.telling.stance
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
