"""Words that say what sort of place a name names: "X province", "the village of X", "the X base"."""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.words import words

# Sorts for which the name alone means the same place.
SETTLEMENTS = frozenset(("city", "town", "village", "hamlet", "port", "capital", "settlement", "community"))


def with_sort(page: Page, mention: Mention) -> None:
    """Takes the word beside a place's name into the mention, and into the name unless the name alone will
    do.
    """
    if mention.country:
        return
    words = mention.name.split()
    own = lexicon.place_sort(words[-1].lower()) if len(words) > 1 else ""
    if own:
        mention.sort = own
        return
    after = mention.end
    if after < len(page) and page.sentence[after] == page.sentence[mention.head] and page.pos[after] in _NOUNS:
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
    before = [i for i in range(max(0, mention.begin - 6), mention.begin) if not page.text[i].isspace()]
    if before and page.lower[before[-1]] == "the":
        before.pop()
    if len(before) > 1 and page.lower[before[-1]] == "of" and page.pos[before[-2]] in _NOUNS:
        said = before[-2]
        sort = lexicon.place_sort(page.lower[said])
        if sort and sort != "capital" and page.sentence[said] == page.sentence[mention.head]:
            mention.begin, mention.sort = said, sort
            if page.tokens[mention.head].head.i in (before[-1], said):
                mention.head = said
            if sort not in SETTLEMENTS:
                mention.name = page.words(mention.begin, mention.end)


_STREETS = words("street avenue highway road boulevard promenade square plaza farm building bridge junction")
_SITES = frozenset(("building", "facility", "infrastructure"))


def is_site(chain: Chain) -> bool:
    """Whether a place's name ends in a word for a street or building."""
    for mention in chain.mentions:
        last = mention.name.rsplit(" ", 1)[-1].lower() if mention.form == "name" else ""
        noun = lexicon.noun(last) if last else None
        if last in _STREETS or (noun is not None and noun.classes & _SITES):
            return True
    return False


_NOUNS = frozenset(("NOUN", "PROPN"))
