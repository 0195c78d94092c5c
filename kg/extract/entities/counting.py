"""How many people or things a description speaks of."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.extract.numerals import read_cardinal
from kg.model import Count

_ONE = frozenset(("a", "an", "another", "one"))


def count_of(page: Page, noun: Token, mention: Mention) -> Count | None:
    """The number that stands with a noun; one for a singular with an article; None where the text gives none."""
    for numeral in syntax.numerals(noun):
        found = read_cardinal([page.lower[i] for i in range(numeral.i, min(noun.i, numeral.i + 8))])
        if found is not None:
            return Count(found[0], found[0], found[0])
    if mention.plural is False and (syntax.determiner(noun) in _ONE or mention.definite):
        return Count(1, 1, 1)
    return None
