"""How far a reading can be trusted: the share of readings like it that annotated reports confirm.

A killing is right the more often, the more the report tells along with it: who says so, who did it, when and where.
What was never measured (denials, doubts, blame, acts that harm nobody) gets no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.speakers import NARRATOR
from kg.knowledge import confidence
from kg.model import Casualties, Claim, ClaimKind, Event, Outcome, Predicate, Stage, Statement

_KILLED = frozenset({Predicate.FATAL_VICTIM})
_HARMED = frozenset({Predicate.INJURED_VICTIM, Predicate.CAPTIVE})
_CIRCUMSTANCES = (Predicate.PERPETRATOR, Predicate.TIME, Predicate.LOCATION)


def measured(event: Event, claims: Sequence[Claim]) -> list[Claim]:
    """The claims on one event with the confidence of their readings."""
    shares = confidence.default()
    told = [c for c in claims if c.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)]
    if event.stage is not Stage.ACCOMPLISHED:
        return list(claims)
    predicates = {s.predicate for c in told for s in c.statements}
    credited = any(c.claimant != NARRATOR for c in told if _says(c, _KILLED, Outcome.KILLED))
    level = credited + sum(predicate in predicates for predicate in _CIRCUMSTANCES)
    found: list[Claim] = []
    for claim in claims:
        value = None
        if claim in told and _says(claim, _KILLED, Outcome.KILLED):
            value = shares.killed[level]
        elif claim in told and _says(claim, _HARMED, Outcome.INJURED, Outcome.CAPTURED):
            value = shares.harmed
        found.append(claim if value == claim.confidence else replace(claim, confidence=value))
    return found


def _says(claim: Claim, predicates: frozenset[Predicate], *outcomes: Outcome) -> bool:
    """Whether a claim says that people met with one of these fates."""
    return any(s.predicate in predicates or _counts(s, outcomes) for s in claim.statements)


def _counts(statement: Statement, outcomes: tuple[Outcome, ...]) -> bool:
    value = statement.object
    return isinstance(value, Casualties) and value.outcome in outcomes and value.count.high != 0
