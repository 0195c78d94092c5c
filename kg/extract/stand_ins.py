"""Words that stand for somebody or something else of their sentence: "the ones who", "the target of an attack"."""

from __future__ import annotations

from kg.extract.syntax import Slot, arguments, complements, negation, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token

_ANYONE = frozenset({"one", "those"})
_AIMED_AT = frozenset({"target", "object", "objective", "victim"})
_HARMFUL = frozenset({"killed", "injured", "captured"})


def the_ones(doer: Token, verb: Token) -> list[Token]:
    """ "Soldiers were the ones who killed him": who "the ones" are, if a main clause says it; else the doer himself."""
    if doer.lemma_.lower() not in _ANYONE or dep(verb) is not Dep.RELATIVE or verb.head != doer:
        return [doer]
    named = dep(doer) is Dep.ROOT and children(doer, Dep.COPULA) and negation(doer) is None
    return (subjects(doer) if named else []) or [doer]


def aimed_at(noun: Token, effect: str) -> list[tuple[str, Token]]:
    """ "The judge's house was the target of a bomb attack": whose target it was is its subject, with the role he has.

    The "victim of a murder" was murdered, the "victim of an attack" attacked.
    """
    above = noun.head
    if above.lemma_.lower() not in _AIMED_AT or preposition(noun) != "of" or not children(above, Dep.COPULA):
        return []
    role = "victim" if above.lemma_.lower() == "victim" and effect in _HARMFUL else "target"
    return [(role, subject) for subject in subjects(above)] if negation(above) is None else []


def owner(possessor: Token) -> Token:
    """Whose something is: of "X, whose murder shocked the country" X."""
    if possessor.lower_ != "whose":
        return possessor
    clause = next((t for t in possessor.ancestors if t.relation is Dep.RELATIVE), None)
    return clause.head if clause is not None and clause.head.i < possessor.i else possessor


def hands(noun: Token) -> list[Token]:
    """Whose hands in "the death of the mayor at the hands of rebels": the parser hangs them on the mayor."""
    below = [t for _, t in complements(noun)]
    near = [t for over in (noun, *below) for prep, t in complements(over) if prep == "at"]
    return [t for t in near if t.lemma_.lower() == "hand"]


def against(noun: Token, told: list[tuple[str, Token]]) -> list[Token]:
    """ "The murder committed by soldiers against X": X was murdered."""
    clauses = [c for c in children(noun, Dep.NOUN_CLAUSE) if c.lemma_.lower() in ("commit", "perpetrate")]
    beside = [(a.prep, a.token) for c in clauses for a in arguments(c) if a.slot is Slot.OBLIQUE]
    return [token for prep, token in (*told, *beside) if prep == "against"]
