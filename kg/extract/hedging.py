"""How sure a sentence is of who did it, where it hedges that and not the deed: "killed apparently by rebels"."""

from __future__ import annotations

from kg.extract.filler import ORDERED, Filler
from kg.extract.syntax import base_span
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators
from kg.model import Certainty

_LEVELS = list(Certainty)


def hedged(filler: Filler, operators: Operators) -> Certainty:
    """How sure "apparently by rebels" is of who did it; who gave the order did not carry it out."""
    if filler.slot == ORDERED:
        return Certainty.POSSIBLE
    begin = base_span(filler.token)[0]
    cases = [c for c in children(filler.token, Dep.CASE) if c.lower_ == "by"] or [
        t for t in (filler.token.head,) if t.lower_ == "by"
    ]
    before = min([begin, *(c.i for c in cases)]) - 1
    level = operators.hedges.get(filler.token.doc[before].lower_) if cases and before >= 0 else None
    return Certainty(level) if level in ("probable", "possible") else Certainty.CERTAIN


def hedged_cleft(doer: Token, operators: Operators) -> Certainty:
    """ "It may have been rebels who killed him", "it was probably soldiers": as surely as the sentence has it."""
    if not children(doer, Dep.COPULA) or not any(c.lower_ == "it" and c.i < doer.i for c in doer.children):
        return Certainty.CERTAIN
    words = [c.lower_ for c in children(doer, Dep.AUXILIARY, Dep.ADVERB)]
    levels = [operators.modals.get(word) or operators.hedges.get(word, "") for word in words]
    doubts = (Certainty(level) for level in levels if level in ("probable", "possible"))
    return max(doubts, default=Certainty.CERTAIN, key=_LEVELS.index)
