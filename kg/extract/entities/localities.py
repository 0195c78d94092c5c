"""Signs that a name is a place's, however much it sounds like a person's or a body's.

The language model takes many a village of a faraway country for a person. What stands around it tells: "the village
of X", "X, a hamlet in Y", "40 km north of Y", "shelled X", "near X", "on the campus of X".
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.evidence import Evidence
from kg.extract.entities.locatives import direction
from kg.extract.entities.sorts import SETTLEMENTS
from kg.extract.entities.words import words
from kg.extract.syntax import Position

#: Prepositions whose noun is where something is, whatever the verb.
PLACE_ONLY = words(
    "in into inside within near at across throughout around outside toward towards through above off along amid beneath"
)
_WAYS = frozenset(("road", "highway", "route", "way", "path", "track", "street", "railway", "line"))
_DIVISIONS = words(
    "district province region department municipality county neighbourhood neighborhood suburb governorate commune "
    "canton prefecture parish sector ward island islands peninsula valley gulf"
)
# What rivers, lakes and mountains have, whose names stand behind an article.
_SHORES = words("bank banks shore shores mouth slopes slope foothills estuary delta")
_SPOTS = words("place area spot farm camp valley hill island junction crossroads")
_CALLING = 5  # words of "village known locally as"
#: What towns and the regions around them are called.
SETTLED = words(
    "town village hamlet city settlement township locality suburb district province region neighbourhood neighborhood"
)
# What forces do to towns and not to single people.
_TO_TOWNS = words("shell bombard strafe besiege overrun recapture retake occupy liberate encircle pound raid storm")
# Bodies that have grounds and buildings: what happens "at" one of them is there.
_PREMISES = words(
    "university college school academy institute polytechnic seminary hospital embassy consulate barracks"
)
_GROUNDS = words("campus grounds premises gates gate entrance hostel dormitory dormitories")
_UNITS = words("km kms kilometre kilometres kilometer kilometers mile miles")
_DISTANCE = 7  # words of ", about 30 km north"


def is_reached(e: Evidence) -> bool:
    """ "near Matebe", "the road to Lumbasi": a bare name where one says where, whatever it sounds like."""
    token = e.page.tokens[e.head]
    prep = syntax.governed_by(token)
    if prep in ("near", "outside", "inside", "around", "toward", "towards", "in", "at"):
        return lexicon.given_gender(e.text) == ""
    return prep == "to" and syntax.governor(token).lemma_.lower() in _WAYS


def is_inside(e: Evidence) -> bool:
    """ "Fighting in Erbil": a bare name that the gazetteer knows, where something is."""
    token = e.page.tokens[e.head]
    inside = syntax.governed_by(token) in ("in", "near", "outside", "inside", "around")
    return inside and not has_article(e) and lexicon.is_known_place(e.text)


def of_a_sort(e: Evidence) -> bool:
    """ "The village of Tolstoy-Yurt": a place, however much it sounds like a person."""
    page, before = e.page, e.begin - 1
    if _so_called(e):
        return True
    article = before > 1 and page.lower[before] == "the"
    before -= article
    if before < 1 or page.lower[before] != "of":
        return False
    word = page.text[before - 1]
    return word in _SHORES if article else word.lower() in SETTLEMENTS or word.lower() in _DIVISIONS


def _so_called(e: Evidence) -> bool:
    """ "A village called X", "the area known locally as X"."""
    words = e.page.lower[max(0, e.begin - _CALLING) : e.begin]
    if not words or words[-1] not in ("called", "named", "as"):
        return False
    known = len(words) - 1 if words[-1] != "as" else next((k for k, w in enumerate(words) if w == "known"), 0)
    return known > 0 and words[known - 1] in SETTLED | _SPOTS


def is_where(e: Evidence) -> bool:
    """ "In Umm Qasr", "near Abu Dis": a father's or mother's name that a town bears."""
    return e.label in ("place", "facility") and syntax.governed_by(e.page.tokens[e.head]) in PLACE_ONLY


def called_a_town(e: Evidence) -> bool:
    """ "X, a hamlet in Y", "X, 30 km from Y", "X lies 30 km from Y": a town, whatever its name sounds like."""
    if any(t.lemma_.lower() in SETTLED for t in syntax.appositions(e.page.tokens[e.head])):
        return True
    behind = e.page.lower[e.end : e.end + _DISTANCE]
    far = next((k for k, word in enumerate(behind) if word in _UNITS), 0)
    if not far or behind[0] not in (",", "(", "is", "lies", "lay") or far + 1 == len(behind):
        return False
    return behind[far + 1] in ("from", "outside") or bool(direction(behind[far + 1]))


def fares_as_a_town(e: Evidence) -> bool:
    """ "Shelled X", "X was overrun": nobody who bears a name fares so."""
    token = e.page.tokens[e.head]
    if syntax.position(token) not in (Position.OBJECT, Position.UNDERGOER) or has_article(e):
        return False
    return syntax.governor(token).lemma_.lower() in _TO_TOWNS and not lexicon.is_given(e.text.split()[0])


def has_premises(e: Evidence, words: list[str]) -> bool:
    """ "At X University", "on the campus of the University of X": where it stands, not those who study there."""
    if words[-1].lower() not in _PREMISES and (words[0].lower() not in _PREMISES or " of " not in e.text):
        return False
    token = e.page.tokens[e.head]
    prep, above = syntax.governed_by(token), syntax.governor(token)
    if prep == "of":
        return above.lemma_.lower() in _GROUNDS or above.lower_ in _GROUNDS
    return prep in PLACE_ONLY if prep else above.lower_ in _GROUNDS


def has_article(e: Evidence) -> bool:
    return (
        e.begin > 0
        and e.page.lower[e.begin - 1] == "the"
        and e.page.tokens[e.begin - 1].head.i in range(e.begin, e.end)
    )
