"""Who stands behind what the grammar names as doer: the hand on a weapon, the group that gunmen are said to be of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax import Slot, appositions, arguments, complements, is_passive, modifiers, negation
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import phrase_matches
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty

_LEVELS = list(Certainty)
_OPEN = frozenset({Certainty.PROBABLE, Certainty.POSSIBLE})
_SOMEBODY = frozenset({"man", "woman"})
_ANYBODY = frozenset({"people", "person", "one", "individual", "those", "element", "party", "perpetrator", "culprit"})


def wielders(weapon: Token, frames: Frames) -> Iterator[Token]:
    """Those by whom a weapon was used: "a drone operated by X", "a bomb planted by Y", "Z dropped the bomb that"."""
    verb = weapon.head
    wielding = frames.light.get("wield", {})
    done = dep(weapon) is Dep.OBJECT and verb.tag_ in ("VBD", "VBN") and negation(verb) is None
    if done and phrase_matches(verb, wielding):
        yield from (a.token for a in arguments(verb) if a.slot is Slot.SUBJECT)
    for clause in children(weapon, Dep.NOUN_CLAUSE):
        if negation(clause) is None and phrase_matches(clause, wielding):
            yield from (a.token for a in arguments(clause) if a.slot is Slot.SUBJECT and a.prep == "by")


def nobody_told(actor: Token, deed: Token) -> bool:
    """Whether words for a doer say no more than that he did it: "those responsible", "the people who killed X"."""
    lemma = actor.lemma_.lower()
    if lemma not in _ANYBODY | _SOMEBODY:
        return False
    clauses = children(actor, Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.ADJECTIVE)
    if any(c.lemma_.lower() == "responsible" for c in clauses):
        return True
    return lemma in _ANYBODY and any(c == deed and dep(c) is Dep.RELATIVE for c in clauses)


def said_to_be_of(actor: Token, operators: Operators) -> Iterator[tuple[Token, Certainty]]:
    """Groups that people are believed to be of, and how surely: "men believed to be members of X"."""
    for clause in children(actor, Dep.NOUN_CLAUSE, Dep.RELATIVE):
        if dep(clause) is Dep.RELATIVE and not is_passive(clause):
            continue
        found = operators.of(clause.lemma_.lower(), "VERB")
        level = next((o.certainty for o in found if not o.extra), None)
        if level is None or clause.tag_ not in ("VBN", "VBD") or negation(clause) is not None:
            continue
        below = (Dep.OPEN_CLAUSE, Dep.OBLIQUE, Dep.ADVERB_CLAUSE, Dep.PREPOSITIONAL_CLAUSE, Dep.COMPLEMENT_CLAUSE)
        for said in children(clause, *below):
            nouns = [t for prep, t in complements(said) if prep in ("of", "from", "to")]
            nouns += [a.token for a in arguments(said) if said.lemma_ == "belong" and a.prep == "to"]
            for noun in nouns or [said]:
                if noun.pos_ == "PROPN" or noun.lemma_.lower() in operators.lists["forces"]:
                    yield noun, max(level, Certainty.PROBABLE, key=_LEVELS.index)


def told_to_be_of(actor: Token, operators: Operators) -> Iterator[tuple[Token, Certainty]]:
    """Groups whose people several who act are told to be: "three men from X", "the gunmen, members of X".

    One man of a group may act for himself, and so may its officials. Former members and enemies are not of it.
    """
    apart = operators.lists["outsiders"] | operators.lists["standing_former"]
    for noun in (actor, *appositions(actor)):
        words = {m.lower_ for m in modifiers(noun)}
        if noun.tag_ != "NNS" or noun.lemma_.lower() not in operators.lists["fighting"] or words & apart:
            continue
        hedges = [operators.hedge_adjectives[w] for w in words & operators.hedge_adjectives.keys()]
        level = max((Certainty(h) for h in hedges if h in _OPEN), key=_LEVELS.index, default=Certainty.CERTAIN)
        for prep, group in complements(noun):
            if prep in ("of", "from") and group.pos_ in ("PROPN", "NOUN"):
                yield group, level
