"""Nouns that name somebody by a killing: "the murderers of the priests were soldiers".

"The cartel's killers" kill for it: whom such a noun is of is left open here, and only who the killers are is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.syntax import (
    appositions,
    complements,
    compounds,
    conjuncts,
    forms_of,
    modifiers,
    negation,
    possessors,
    titles,
    words_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.operators import Operators


@dataclass(frozen=True, slots=True)
class Killers:
    """Whose killers somebody is said to be: ``said`` is the word that says who they are, ``named`` all of them."""

    said: Token
    victims: tuple[Token, ...]
    named: tuple[Token, ...]


def killers(sentence: Span, operators: Operators) -> Iterator[Killers]:
    """All such statements of a sentence, in the order of the text."""
    if operators.lists["killers"].isdisjoint(forms_of(sentence)):
        return
    for noun, lemma, pos in words_of(sentence):
        if pos != "NOUN" or lemma not in operators.lists["killers"]:
            continue
        before = {m.lemma_.lower() for m in (*modifiers(noun), *compounds(noun), *titles(noun))}
        owners = [*possessors(noun), *(t for prep, t in complements(noun) if prep == "of")]
        victims = [victim for owner in owners for victim in conjuncts(owner)]
        said = noun.head
        told = dep(noun) is Dep.SUBJECT and said.pos_ in ("NOUN", "PROPN") and bool(children(said, Dep.COPULA))
        beside = [name for name in appositions(noun) if name.pos_ in ("NOUN", "PROPN")]
        if victims and beside and not before & operators.lists["not_yet"]:
            # "her killers, two men on a motorcycle, escaped"
            yield Killers(beside[0], tuple(dict.fromkeys(victims)), tuple(conjuncts(beside[0])))
        elif victims and told and negation(said) is None and not before & operators.lists["not_yet"]:
            yield Killers(said, tuple(dict.fromkeys(victims)), tuple(conjuncts(said)))
