"""Landmarks: names of places that the language model does not know, told by the words around them.

"The Chimal volcano", "the Ulus bridge": a capital before a word for what bears names of its own. "NICE, France --":
what stands before a known place in a dateline.
"""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.model import EntityKind

_NAMED = words(
    "volcano river gorge canyon valley mountain mountains hill hills ridge plateau lake forest desert island peninsula "
    "canal pass bridge camp checkpoint crossing junction airfield airstrip barracks prison quarry mine dam district "
    "quarter neighbourhood neighborhood suburb province region village town"
)
_DASHES = frozenset(("--", "---", "—", "–", "-", "("))
_LONGEST = 3
_REACH = 14  # words in which the dash of a dateline follows its place


def find_landmarks(page: Page, taken: list[Mention | None]) -> list[Mention]:
    """Names of places among the words that no other name holds."""
    places = [i for i, word in enumerate(page.lower) if word in _NAMED]
    found = [m for i in places if (m := _landmark(page, taken, i)) is not None]
    town = _of_dateline(page, taken)
    return [*found, *((town,) if town is not None else ())]


def _landmark(page: Page, taken: list[Mention | None], i: int) -> Mention | None:
    """ "Chimal volcano", asked of the volcano."""
    if taken[i] is not None or page.shouted[i] or page.titled[i] or page.pos[i] not in ("NOUN", "PROPN"):
        return None
    begin = i
    while begin and i - begin < _LONGEST and _proper(page, taken, begin - 1):
        begin -= 1
    if i + 1 < len(page) and page.pos[i + 1] in ("NOUN", "PROPN"):
        return None  # "the Baath district office"
    if begin == i or page.opens[begin] or page.lower[begin - 1] not in ("the", "a"):
        return None
    sort = lexicon.place_sort(page.lower[i])
    name = page.words(begin, i + 1)
    return Mention(begin, i + 1, i, "name", EntityKind.PLACE, name=name, parts=(lexicon.fold(name),), sort=sort)


def _proper(page: Page, taken: list[Mention | None], i: int) -> bool:
    """Whether a word is a name's that stands for nothing else that is known."""
    word = page.text[i]
    if taken[i] is not None or not page.upper[i] or not word.isalpha() or word.isupper():
        return False
    return lexicon.demonym(word) is None and lexicon.noun(page.lower[i]) is None and page.lower[i] not in _NOT_NAMES


_NOT_NAMES = words(
    "north south east west northern southern eastern western central upper lower new old great muslim christian jewish "
    "shia shiite sunni hindu catholic protestant federal royal national communist islamist marxist maoist"
)


def _of_dateline(page: Page, taken: list[Mention | None]) -> Mention | None:
    """ "NICE" in "NICE, France --", the first words of a text; a name taken for somebody's becomes the place's."""
    first = next(iter(page.solid), None)
    if first is None or page.shouted[first] or not _loud(page, first):
        return None
    end = first + 1
    while end < len(page) and _loud(page, end):
        end += 1
    if end - first > _LONGEST or end + 1 >= len(page) or page.text[end] != ",":
        return None
    country = taken[end + 1]
    if country is None or country.kind is not EntityKind.PLACE or country.form != "name":
        return None
    if not any(page.text[i] in _DASHES for i in range(end + 2, min(end + _REACH, len(page)))):
        return None
    known = taken[first]
    if known is not None:
        if (known.begin, known.end) == (first, end) and known.kind is not EntityKind.PLACE and not known.actor:
            known.kind = EntityKind.PLACE
        return None
    name = page.words(first, end)
    return Mention(first, end, end - 1, "name", EntityKind.PLACE, name=name, parts=(lexicon.fold(name),))


def _loud(page: Page, i: int) -> bool:
    return page.text[i].isalpha() and page.text[i].isupper() and len(page.text[i]) > 1
