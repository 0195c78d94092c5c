"""Words that say what sort of place a name names: "X province", "the village of X", "the X base"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.knowledge.placenames import split_type
from kg.model import EntityKind, PlacePrecision

# Sorts for which the name alone means the same place.
SETTLEMENTS = frozenset(
    ("city", "town", "village", "hamlet", "port", "capital", "settlement", "community", "township", "locality")
)


def with_sort(page: Page, mention: Mention) -> None:
    """Takes the word beside a place's name into the mention, and into the name unless the name alone will
    do.
    """
    if mention.country and not _named_after(page, mention):
        return
    mention.country = ""
    words = mention.name.split()
    own = lexicon.place_sort(words[-1].lower()) if len(words) > 1 else ""
    after = mention.end
    more = lexicon.place_sort(page.lower[after]) if own and after < len(page) and page.pos[after] in _NOUNS else ""
    if own and not more:
        mention.sort = own
        return
    if after < len(page) and page.sentence[after] == page.sentence[mention.head] and page.pos[after] in _NOUNS:
        end = after + 1
        two = f"{page.lower[after]} {page.lower[end]}" if end < len(page) else ""
        sort = lexicon.place_sort(two) if two else ""
        if sort and (page.pos[end] in _NOUNS or page.tokens[end].tag_ == "VBG"):
            end += 1  # "X border crossing", where the tagger may take the crossing for a verb
        else:
            sort = lexicon.place_sort(page.lower[after])
        if sort in _HELD and end + 1 < len(page) and page.lower[end] == "of" and page.upper[end + 1]:
            return  # "the Paris suburb of X" is X
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
        sort = lexicon.place_sort(page.lower[said]) if not _has_a_name(page, said) else ""
        if sort and _singular(sort) in SETTLEMENTS:
            return  # "the villages of X and Y" are two
        if sort and sort != "capital" and page.sentence[said] == page.sentence[mention.head]:
            mention.begin, mention.sort = said, sort
            if page.tokens[mention.head].head.i in (before[-1], said):
                mention.head = said
            if sort not in SETTLEMENTS:
                mention.name = page.words(mention.begin, mention.end)


def share_sorts(page: Page, names: Sequence[Mention]) -> None:
    """ "In X, Y and Z provinces": each of them is a province."""
    for number, mention in enumerate(names):
        after = mention.end
        if mention.kind is not EntityKind.PLACE or after >= len(page) or page.pos[after] not in _NOUNS or mention.sort:
            continue
        sort = lexicon.place_sort(_singular(page.lower[after])) if _singular(page.lower[after]) else ""
        if not sort or page.sentence[after] != page.sentence[mention.head] or not lexicon.is_sort_of_division(sort):
            continue
        listed, following = [mention], mention
        for before in reversed(names[:number]):
            between = [page.lower[i] for i in range(before.end, following.begin) if not page.text[i].isspace()]
            if before.kind is not EntityKind.PLACE or not between or not set(between) <= _LISTING:
                break
            listed.append(before)
            following = before
        if len(listed) > 1:
            word = page.text[after][: len(sort)] if page.lower[after].startswith(sort) else sort
            for each in listed:
                each.sort, each.name = sort, f"{each.name} {word}"
            if page.tokens[mention.head].head.i == after:
                mention.head = after
            mention.end = after + 1


_LISTING = frozenset((",", "and", "or", "&", "as", "well"))


def _singular(word: str) -> str:
    """A plural's singular by its ending; empty for what is no plural."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else ""


def _named_after(page: Page, mention: Mention) -> bool:
    """Whether a country's name is only what a building is called: "the Palestine hotel"."""
    after = mention.end
    if after >= len(page) or page.sentence[after] != page.sentence[mention.head] or page.pos[after] not in _NOUNS:
        return False
    return page.tokens[mention.head].head.i == after and lexicon.has_own_name(page.lower[after])


def _has_a_name(page: Page, noun: int) -> bool:
    """ "The Kargil sector of Kashmir": the sort of place is another one's, which stands before it.

    In "the Helmand district of X" the division before it is where X lies.
    """
    before = [t for t in syntax.compounds(page.tokens[noun]) if t.i < noun and t.ent_type_ in ("LOC", "FAC")]
    if not before or before[0].ent_iob_ != "B" or page.lower[noun] in SETTLEMENTS:
        return False
    return page.lower[noun] in _PARTS or not lexicon.is_division(page.words(before[0].i, noun))


_HELD = frozenset(("suburb", "town", "village", "city", "hamlet"))
# What is a part of a place rather than one of several in it.
_PARTS = words("sector quarter neighbourhood neighborhood suburb area camp airport market bazaar mosque station")
_STREETS = words("street avenue highway road boulevard promenade square plaza farm building bridge junction")
# What stands in the open country as well as in a town, and roads that lead from one town to another.
_OUTSIDE = words(
    "highway road motorway expressway farm ranch plantation bridge junction dam checkpoint crossing mine camp base "
    "outpost refinery pipeline airbase airfield airstrip tunnel roadblock"
)
_ROADS = words("highway road motorway expressway route")
_WIDE = (PlacePrecision.AREA, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
_SITES = frozenset(("building", "facility", "infrastructure"))


def is_site(chain: Chain) -> bool:
    """Whether a place's name ends in a word for a street or building."""
    for mention in chain.mentions:
        last = (mention.sort or mention.name.rsplit(" ", 1)[-1].lower()) if mention.form == "name" else ""
        noun = lexicon.noun(last) if last else None
        if last in _STREETS or (noun is not None and noun.classes & _SITES):
            return True
    return False


def core(mention: Mention) -> str:
    """The name of a place without the word for its sort: "X" of "X province"."""
    return mention.name.removesuffix(mention.sort).removesuffix(mention.sort.capitalize()).strip()


def of_another_place(mention: Mention) -> bool:
    """Whether "X cathedral" or "X department" is not the town of X: a building, or a division called after a town."""
    if not mention.sort or mention.sort in SETTLEMENTS or core(mention) == mention.name:
        return False
    noun = lexicon.noun(mention.sort)
    if noun is not None and noun.classes & _SITES:
        return True
    return lexicon.is_sort_of_division(mention.sort) and lexicon.is_known_town(core(mention))


def precision_of(name: str) -> PlacePrecision | None:
    """How closely a name that no gazetteer knows says where it is: no nearer than a district or river is large."""
    if name.rsplit(" ", 1)[-1].lower() in _ROADS:
        return PlacePrecision.AREA
    found = split_type(name).precision
    return found if found in _WIDE else None


def is_outside_towns(chain: Chain) -> bool:
    """Whether a site may as well lie far from the town that was spoken of before: a road, a bridge, a dam."""
    return any(m.form == "name" and m.name.rsplit(" ", 1)[-1].lower() in _OUTSIDE for m in chain.mentions)


_NOUNS = frozenset(("NOUN", "PROPN"))
