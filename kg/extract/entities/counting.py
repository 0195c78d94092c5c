"""How many people or things a description speaks of."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.extract.numbers import parse_count
from kg.extract.syntax.tokens import Token
from kg.model import Count

_ONE = frozenset(("a", "an", "another", "one"))
SINGLE = Count(1, 1, 1)


def count_of(page: Page, noun: Token, mention: Mention) -> Count | None:
    """The number that stands with a noun; one for a singular with an article; None where the text gives
    none.
    """
    counted = mention.plural is not False or syntax.numerals(noun)
    if counted and noun.i > mention.begin:
        before = [page.lower[i] for i in range(mention.begin, noun.i) if not page.text[i].isspace()]
        if before[0] not in ("a", "an") or len(before) > 1:
            found = parse_count(before)
            if found is not None and (found != SINGLE or mention.plural is False):
                return found
    if mention.plural is False and (syntax.determiner(noun) in _ONE or mention.definite):
        return SINGLE
    return None
