"""Places told in a row: "X, Y province", "X, in the west of Z", "X, 40 km south of Y".

Which of them lies in which, or is only told more closely by the next, whatever the parser hung on what.
"""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.locatives import Relation
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.sorts import SETTLEMENTS
from kg.model import EntityKind

_ROUGHLY = frozenset(
    ("about", "some", "around", "approximately", "roughly", "nearly", "just", "only", "over", "almost")
)
_IS = frozenset(("is", "was"))
_LYING = _IS | {"lies", "lay", "located", "situated", "stands"}
_LONGEST_ROW = 10  # words of ", in the central mountain region of"
_ELSEWHERE = frozenset(("near", "outside", "from", "by", "with", "after", "before", "to"))


def described(page: Page, cast: Cast, relation: Relation) -> Chain | None:
    """X of "X, 40 km south of Y", "X, a village 40 km south of Y" and "X lies 40 km south of Y": the distance only says
    where that is."""
    if relation.km is None:
        return None
    before = relation.begin - 1
    while before > 0 and page.lower[before] in _ROUGHLY:
        before -= 1
    if before > 0 and page.lower[before] in SETTLEMENTS:  # "X, a small village 40 km south of Y"
        before -= 1
        while before > 0 and page.pos[before] in ("DET", "ADJ", "NOUN"):
            before -= 1
    if before > 1 and page.lower[before] in _LYING:
        before -= page.lower[before] not in _IS and page.lower[before - 1] in _IS
    elif before < 1 or page.text[before] not in (",", "("):
        return None
    mention = cast.at[before - 1]
    if mention is None or mention.form != "name" or mention.kind is not EntityKind.PLACE or mention.country:
        return None
    return mention.chain if page.sentence[before - 1] == page.sentence[relation.begin] else None


def region_behind(page: Page, cast: Cast, mention: Mention) -> Chain | None:
    """Z of "X, Z province" and "X, in the west of Z", wherever the parser hung it: the region behind a comma."""
    i = mention.end
    if mention.form != "name" or i + 1 >= len(page) or page.text[i] != ",":
        return None
    if page.lower[i + 1] != "in":
        next_to = cast.at[i + 1]
        if next_to is None or next_to.kind is not EntityKind.PLACE or next_to.form != "name":
            return None
        return next_to.chain if lexicon.is_sort_of_division(next_to.sort) and not mention.country else None
    for j in range(i + 2, min(i + _LONGEST_ROW, len(page))):
        other = cast.at[j]
        if other is not None and other.form == "name" and other.kind is EntityKind.PLACE:
            wide = other.country or lexicon.is_sort_of_division(other.sort) or lexicon.is_division(other.name)
            return other.chain if wide and page.sentence[j] == page.sentence[mention.head] else None
        if page.pos[j] not in ("DET", "ADJ", "ADP", "NOUN", "PROPN") or page.lower[j] in _ELSEWHERE:
            return None
    return None
