"""Incidents: what the event words of one sentence tell together.

"A drone strike killed two men" has two event words and one incident; "he was killed a year after the raid" has two.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.filler import Filler
from kg.extract.gathering import gathered
from kg.extract.roles import fill, roll_in
from kg.extract.rolls import Roll
from kg.extract.stance import Stance
from kg.extract.stance import of as stance_of
from kg.extract.syntax.tokens import Span
from kg.extract.triggers import Trigger, find
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Stage


@dataclass(slots=True, eq=False)
class Telling:
    """One event word with its stance and the fillers of its roles."""

    trigger: Trigger
    stance: Stance
    fillers: list[Filler] = field(default_factory=list)
    roll: Roll | None = None


@dataclass(slots=True, eq=False)
class Incident:
    """Event words of one sentence that tell of the same happening."""

    tellings: list[Telling]

    @property
    def words(self) -> set[int]:
        """Indices of all tokens that tell of it."""
        return {i for t in self.tellings for i in t.trigger.words}

    @property
    def main(self) -> Telling:
        """The telling that stands highest in the sentence."""
        return min(self.tellings, key=lambda t: (_depth(t), t.trigger.index))


def _depth(telling: Telling) -> int:
    return sum(1 for _ in telling.trigger.token.ancestors)


def read(sentence: Span, frames: Frames, operators: Operators) -> list[Incident]:
    """The incidents of a sentence in text order."""
    triggers = find(sentence, frames)
    if not triggers:
        return []
    by_token = {t.index: t for t in triggers}
    groups = gathered(triggers, by_token, sentence, frames)
    tellings = {t.index: _telling(t, by_token, operators) for t in triggers}
    incidents = [Incident([tellings[t.index] for t in group]) for group in groups]
    return sorted(incidents, key=lambda i: i.tellings[0].trigger.index)


def _telling(trigger: Trigger, by_token: dict[int, Trigger], operators: Operators) -> Telling:
    roll = roll_in(trigger)
    # who is listed among the dead is so only as surely as the clause that says it
    stands = trigger if roll is None else replace(trigger, token=roll.clause, form="verb", carrier=None)
    stance = stance_of(stands, operators)
    if trigger.frame.needs == "victim" and stance.stage is not Stage.ACCOMPLISHED and not stance.cancelled:
        stance.stage = Stage.ACCOMPLISHED  # "planned to arrest his murderers": the murder is taken for granted
    return Telling(trigger, stance, fill(trigger, by_token), roll)
