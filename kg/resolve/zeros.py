"""Who says that nobody was harmed, against whoever counts or names people harmed in the same event.

"Police said that no one died" is worded as a count, and is a denial of every death that others tell of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Casualties, Category, Certainty, Claim, ClaimKind, Outcome, Predicate, Statement

_HARMED = {
    Outcome.KILLED: Predicate.FATAL_VICTIM,
    Outcome.INJURED: Predicate.INJURED_VICTIM,
    Outcome.CAPTURED: Predicate.CAPTIVE,
}
_COUNTS = (Predicate.CASUALTIES, Predicate.CASUALTY_PART)


def answered(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Statement]]:
    """Each statement that somebody was harmed with each claim of nobody harmed that speaks against it.

    Of people who are told without a number only those are meant who are told together with a count that is spoken
    against, or whoever they are where it is said that nobody at all was harmed.
    """
    claims = [c for c in claims if c.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)]
    zeros: defaultdict[str, list[tuple[Claim, Casualties]]] = defaultdict(list)
    for claim in claims:
        if claim.certainty is Certainty.CERTAIN:
            for event, toll in _tolls(claim):
                if toll.count.high == 0:
                    zeros[event].append((claim, toll))
    if not zeros:
        return
    for claim in claims:
        for statement in claim.statements:
            for no, toll in zeros.get(statement.subject, ()):
                if no is not claim and _against(toll, statement, claim):
                    yield no, statement


def _tolls(claim: Claim) -> Iterator[tuple[str, Casualties]]:
    return ((s.subject, s.object) for s in claim.statements if isinstance(s.object, Casualties))


def _against(zero: Casualties, statement: Statement, claim: Claim) -> bool:
    value = statement.object
    if isinstance(value, Casualties):
        return statement.predicate in _COUNTS and _none_of(zero, value)
    if statement.predicate is not _HARMED.get(zero.outcome):
        return False
    if zero.category is Category.ALL_PEOPLE:
        return True
    alone = [s for s in claim.statements if (s.subject, s.predicate) == (statement.subject, statement.predicate)]
    counted = [t for event, t in _tolls(claim) if event == statement.subject and t.outcome is zero.outcome]
    return len(alone) == 1 and bool(counted) and all(_none_of(zero, t) for t in counted)


def _none_of(zero: Casualties, toll: Casualties) -> bool:
    """Whether somebody counted would be among those of whom nobody was harmed."""
    if toll.outcome is not zero.outcome or not (toll.count.low or toll.count.best or toll.count.high):
        return False
    return zero.category in (Category.ALL_PEOPLE, toll.category, toll.category.wider)
