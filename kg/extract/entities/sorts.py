"""Words that say what sort of place a name names: "X province", "the village of X", "the X base"."""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page

# Sorts for which the name alone means the same place.
SETTLEMENTS = frozenset(("city", "town", "village", "hamlet", "port", "capital", "settlement", "community"))


def with_sort(page: Page, mention: Mention) -> None:
    """Takes the word beside a place's name into the mention, and into the name unless the name alone will do."""
    if mention.country:
        return
    words = mention.name.split()
    own = lexicon.place_sort(words[-1].lower()) if len(words) > 1 else ""
    if own:
        mention.sort = own
        return
    after = mention.end
    if (
        after < len(page)
        and page.sentence[after] == page.sentence[mention.head]
        and page.pos[after] in _NOUNS
    ):
        end = after + 1
        two = f"{page.lower[after]} {page.lower[end]}" if end < len(page) else ""
        sort = lexicon.place_sort(two) if two else ""
        if sort and page.pos[end] in _NOUNS:
            end += 1  # "X border crossing"
        else:
            sort = lexicon.place_sort(page.lower[after])
        if sort:
            mention.end, mention.sort = end, sort
            if after <= page.tokens[mention.head].head.i < end:
                mention.head = page.tokens[mention.head].head.i
            if sort not in SETTLEMENTS:
                mention.name = page.words(mention.begin, mention.end)
            return
    before = mention.begin - 1
    if before > 0 and page.lower[before] == "the":
        before -= 1
    if before > 0 and page.lower[before] == "of" and page.pos[before - 1] in _NOUNS:
        sort = lexicon.place_sort(page.lower[before - 1])
        if sort and sort != "capital":
            mention.begin, mention.sort = before - 1, sort
            if page.tokens[mention.head].head.i in (before, before - 1):
                mention.head = before - 1
            if sort not in SETTLEMENTS:
                mention.name = page.words(mention.begin, mention.end)


_NOUNS = frozenset(("NOUN", "PROPN"))
