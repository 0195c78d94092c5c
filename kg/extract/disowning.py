"""Clauses that disown a deed told before without naming it: "it was not they", "we had nothing to do with it"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.syntax import Slot, arguments, complements, determiner, markers, negation, preposition, subjects
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_THIS = frozenset({"it", "this", "that", "them", "these"})
_WITHIN = frozenset({"in", "at", "on", "with"})
_CONDITIONS = frozenset({"if", "when", "while", "because", "after", "where"})
#: Words for when something was: "that night", "at the time".
SAME_TIME = frozenset({"day", "night", "evening", "morning", "afternoon", "week", "weekend", "month", "time"})
_SHARE = frozenset({"hand", "part", "role", "involvement", "share", "responsibility"})


def disowns(clause: Token, denied: bool, own: Callable[[Token], bool]) -> bool:
    """Whether a clause says that it was not the speaker or his people who did what was told before.

    ``denied`` tells whether somebody denies the clause; ``own`` whether a word is for the speaker or his people.
    """
    doers = subjects(clause)
    none = (negation(clause) is not None) != denied
    if clause.lower_ == "blame" and "to" in markers(clause):
        return none and any(map(own, doers))  # "they were not to blame"
    if children(clause, Dep.COPULA):
        if clause.lower_ in _THIS:
            return none and preposition(clause) == "behind" and any(map(own, doers))
        cleft = any(s.lower_ == "it" for s in doers) and not children(clause, Dep.RELATIVE)
        return none and cleft and own(clause)
    if not any(map(own, doers)):
        return False
    lemma = clause.lemma_.lower()
    if lemma == "do":
        return none and any(t.lower_ in _THIS for t in children(clause, Dep.OBJECT))
    return lemma in ("have", "play", "take") and any(_no_share(t, clause, none) for t in children(clause, Dep.OBJECT))


def elsewhere_then(clause: Token) -> bool:
    """ "He was in the capital that day", "had been in hospital at the time": who is accused was elsewhere."""
    if negation(clause) is not None or preposition(clause) not in _WITHIN or not children(clause, Dep.COPULA):
        return False
    if markers(clause) and set(markers(clause)) <= _CONDITIONS:
        return False
    return any(t.lower_ in SAME_TIME and determiner(t) in ("that", "the") for t in clause.children)


def _no_share(noun: Token, clause: Token, none: bool) -> bool:
    if noun.lower_ == "nothing":
        doing = [c for c in children(noun, Dep.NOUN_CLAUSE, Dep.RELATIVE) if c.lemma_ == "do"]
        return not none and any(t.lower_ in _THIS for c in doing for t in _obliques(c, "with"))
    if noun.lemma_.lower() not in _SHARE or (determiner(noun) == "no") == none:
        return False
    if not any(a.slot is Slot.OBLIQUE for a in arguments(clause)) and not any(complements(noun)):
        return True  # "they had played no role"
    within = [*_obliques(clause, "in"), *(t for t in children(noun, Dep.NOMINAL) if preposition(t) == "in")]
    return any(t.lower_ in _THIS for t in within)


def _obliques(verb: Token, prep: str) -> list[Token]:
    return [a.token for a in arguments(verb) if a.slot is Slot.OBLIQUE and a.prep == prep]
