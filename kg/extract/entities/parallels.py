"""Whom a pronoun rather means than others, by the grammar between the two: parallel clauses, spokesmen and the like."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.marks import AFTER_TOLD
from kg.extract.syntax import Position
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Token

NEUTER = frozenset(("it", "its", "itself"))
THING_POSITIONS = frozenset((Position.SUBJECT, Position.UNDERGOER, Position.OBJECT))
_TOLD_OF = frozenset((Position.SUBJECT, Position.UNDERGOER))
_PATIENT = frozenset((Position.OBJECT, Position.OBLIQUE))
_WHILE = frozenset(("when", "as", "while", "after", "before", "because"))


def goes_on_with(other: Token, possessive: Token) -> bool:
    """ "His brother was kidnapped and his body found": the clause goes on with whom the one before it told of."""
    verb = syntax.governor(possessive.head)
    first = syntax.first_conjunct(verb)
    while syntax.position(other) is Position.APPOSITION and other.head != other:
        other = other.head
    return first != verb and syntax.position(other) in THING_POSITIONS and syntax.governor(other) == first


def acts_above(other: Token, pronoun: Token) -> bool:
    """ "The rebels said that the army had killed them when it shelled the floor": the army, which acts right above."""
    clause = syntax.governor(pronoun)
    if pronoun.lower_ not in NEUTER or syntax.position(pronoun) is not Position.SUBJECT:
        return False
    beside = clause.relation is Dep.ADVERB_CLAUSE and _WHILE.intersection(syntax.markers(clause))
    return bool(beside) and syntax.position(other) is Position.SUBJECT and syntax.governor(other) == clause.head


def still_told_of(other: Token, pronoun: Token) -> bool:
    """ "Police said that the mayor had planned the raid and that he had paid": of whom they tell.

    "He himself" is rather who tells it.
    """
    if pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().lower_ in ("himself", "herself"):
        return False
    verb = syntax.governor(pronoun)
    first = syntax.first_conjunct(verb)
    if first == verb or first.relation is not Dep.COMPLEMENT_CLAUSE or syntax.position(pronoun) not in _TOLD_OF:
        return False
    return syntax.position(other) in _TOLD_OF and syntax.governor(other) == first


def still_they(other: Token, pronoun: Token) -> bool:
    """ "They killed two loggers whom they had held": whoever acts above acts below, called by the same word."""
    if other.lower_ != "they" or pronoun.lower_ != "they" or pronoun.relation is not Dep.SUBJECT:
        return False
    return other.relation is Dep.SUBJECT and syntax.governor(other) in pronoun.ancestors


def object_before(other: Token, pronoun: Token) -> bool:
    """ "It dumped fuel on the drone and collided with it": something is done to what the clause before spoke of."""
    verb = syntax.governor(pronoun)
    first = syntax.first_conjunct(verb)
    return first != verb and syntax.position(pronoun) in _PATIENT and first.i < other.i < verb.i


def spoken_for(pronoun: Token) -> set[int]:
    """Heads of those for whom who says something speaks: "a spokesman for US forces said that they had carried out"."""
    verb = syntax.governor(pronoun)
    above = verb.head
    if syntax.position(pronoun) is not Position.SUBJECT or above.i >= verb.i:
        return set()
    if not lexicon.speaks(above.lemma_.lower()):
        return set()
    tellers = [t for t in syntax.subjects(above) if t.lemma_.lower().startswith("spokes")]
    return {t.i for teller in tellers for prep, t in syntax.complements(teller) if prep in ("for", "of", "from")}


def speaks_for(other: Token, possessive: Token) -> bool:
    """ "A spokesman for the Front denied that its fighters were involved": the Front's, for which he speaks."""
    teller = other.head
    if possessive.lower_ not in NEUTER or other.relation is not Dep.NOMINAL or teller.relation is not Dep.SUBJECT:
        return False
    says = syntax.governor(teller)
    return lexicon.speaks(says.lemma_.lower()) and says in possessive.ancestors


def still_speaks(other: Token, possessive: Token) -> bool:
    """ "The Front accused the army. “The regime bombed us,” its spokesman said": the Front's, which spoke before."""
    teller = possessive.head
    if teller.relation is Dep.TITLE:
        teller = teller.head
    if possessive.lower_ not in NEUTER or teller.relation is not Dep.SUBJECT:
        return False
    if not possessive.i or possessive.nbor(-1).text not in AFTER_TOLD - {","}:
        return False
    said = (verb.lemma_.lower() for verb in (syntax.governor(teller), syntax.governor(other)))
    return syntax.position(other) is Position.SUBJECT and all(map(lexicon.speaks, said))
