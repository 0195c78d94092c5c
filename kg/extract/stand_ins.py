"""Words that stand for somebody or something else of their sentence: "the ones who", "the target of an attack"."""

from __future__ import annotations

from kg.extract.syntax import complements, negation, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token

_ANYONE = frozenset({"one", "those"})
_AIMED_AT = frozenset({"target", "object", "objective"})


def the_ones(doer: Token, verb: Token) -> list[Token]:
    """ "Soldiers were the ones who killed him": who "the ones" are, if a main clause says it; else the doer himself."""
    if doer.lemma_.lower() not in _ANYONE or dep(verb) is not Dep.RELATIVE or verb.head != doer:
        return [doer]
    named = dep(doer) is Dep.ROOT and children(doer, Dep.COPULA) and negation(doer) is None
    return (subjects(doer) if named else []) or [doer]


def aimed_at(noun: Token) -> list[Token]:
    """ "The judge's house was the target of a bomb attack": whose target it was is its subject."""
    above = noun.head
    if above.lemma_.lower() not in _AIMED_AT or preposition(noun) != "of" or not children(above, Dep.COPULA):
        return []
    return subjects(above)


def hands(noun: Token) -> list[Token]:
    """Whose hands in "the death of the mayor at the hands of rebels": the parser hangs them on the mayor."""
    below = [t for _, t in complements(noun)]
    near = [t for over in (noun, *below) for prep, t in complements(over) if prep == "at"]
    return [t for t in near if t.lemma_.lower() == "hand"]
