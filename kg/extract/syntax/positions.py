"""Where a noun stands: as the subject of its clause, beside another noun, as somebody's possessor …"""

from __future__ import annotations

from typing import ClassVar

from kg.extract.syntax.constants import Constant
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.nouns import first_conjunct, preposition
from kg.extract.syntax.tokens import Token


class Position(Constant):
    """The place of a noun phrase in its clause or in another noun phrase."""

    SUBJECT: ClassVar[Position]  # of an active clause
    UNDERGOER: ClassVar[Position]  # the subject of a passive clause
    OBJECT: ClassVar[Position]
    AGENT: ClassVar[Position]  # the by-phrase of a passive
    OBLIQUE: ClassVar[Position]
    COMPLEMENT: ClassVar[Position]  # of a noun, by a preposition
    POSSESSOR: ClassVar[Position]
    MODIFIER: ClassVar[Position]  # a noun, title or name directly before another
    APPOSITION: ClassVar[Position]
    PREDICATE: ClassVar[Position]  # what a subject is said to be
    APART: ClassVar[Position]  # the top of a sentence, a list item, a fragment


_POSITIONS = {
    Dep.SUBJECT: Position.SUBJECT,
    Dep.PASSIVE_SUBJECT: Position.UNDERGOER,
    Dep.OBJECT: Position.OBJECT,
    Dep.INDIRECT: Position.OBJECT,
    Dep.AGENT: Position.AGENT,
    Dep.OBLIQUE: Position.OBLIQUE,
    Dep.NOMINAL: Position.COMPLEMENT,
    Dep.POSSESSOR: Position.POSSESSOR,
    Dep.TITLE: Position.MODIFIER,
    Dep.COMPOUND: Position.MODIFIER,
    Dep.NAME: Position.MODIFIER,
    Dep.ADJECTIVE: Position.MODIFIER,
    Dep.APPOSITION: Position.APPOSITION,
    Dep.ATTRIBUTE: Position.PREDICATE,
}


@remembered
def position(noun: Token) -> Position:
    """Where the noun stands; a coordinated noun stands where the first of its coordination does."""
    first = first_conjunct(noun)
    if children(first, Dep.COPULA):
        return Position.PREDICATE
    relation = first.relation
    if relation is Dep.PREPOSITIONAL_OBJECT:
        above = _above_prepositions(first)
        if first.head.relation is Dep.AGENT:
            return Position.AGENT
        return Position.COMPLEMENT if above.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else Position.OBLIQUE
    return _POSITIONS.get(relation, Position.APART)


def governor(noun: Token) -> Token:
    """The word that a noun phrase depends on, prepositions and coordination passed over; itself at the top."""
    first = first_conjunct(noun)
    if first.relation is Dep.PREPOSITIONAL_OBJECT:
        return _above_prepositions(first)
    above: Token = first.head
    return above


def _above_prepositions(noun: Token) -> Token:
    above: Token = noun.head
    seen = 0
    while above.relation in (Dep.PREPOSITION, Dep.AGENT) and above.head != above and seen < 10:
        above = above.head
        seen += 1
    return above


def governed_by(noun: Token) -> str:
    """The preposition that governs a noun phrase, coordination passed over; empty if none."""
    own = preposition(noun)
    return own if own or noun.relation is not Dep.CONJUNCT else preposition(first_conjunct(noun))


def has_clause(noun: Token) -> bool:
    """Whether a relative clause or participle says which one is meant ("the man who drove it")."""
    return bool(children(noun, Dep.RELATIVE, Dep.NOUN_CLAUSE))


def is_expletive(pronoun: Token) -> bool:
    """Whether a pronoun refers to nothing ("it remains unclear", "there were")."""
    return pronoun.relation is Dep.EXPLETIVE
