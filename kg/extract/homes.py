"""Homes: the village or town of those who were harmed, where their event is told without a place.

"Villagers from X were massacred", "the mayor of X was shot outside his house", "the landlord of a pub in X was
shot in his bar": hardly anywhere else than in X.
"""

from __future__ import annotations

from kg.extract.clusters import HARM
from kg.extract.entities import Entities
from kg.extract.mentions import EventMention
from kg.extract.syntax import complements, determiner, possessors, preposition
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Span, Token

# People who are rarely elsewhere than in the village that they are said to be of, and those who have their house there.
_OF_A_VILLAGE = frozenset(("villager", "inhabitant", "resident", "peasant"))
_OF_A_TOWN = frozenset(
    (
        "mayor", "councillor", "alderman", "headman", "chief", "head", "elder", "imam", "priest", "landlord",
        "publican", "owner", "manager", "headmaster", "principal", "teacher", "rector", "vicar", "pastor", "parson",
        "rabbi",
    )
)  # fmt: skip
_PEOPLE_OF = frozenset(("man", "woman", "child", "people", "inhabitant", "family", "peasant", "farmer", "youth", "boy"))
_LEAVING = frozenset(("leave", "enter", "open", "close", "guard", "approach"))
_HOUSES = frozenset(
    (
        "home", "house", "residence", "bar", "pub", "inn", "shop", "store", "church", "chapel", "mosque", "school",
        "office", "parish", "vicarage", "rectory", "presbytery", "garden", "doorstep", "farm", "clinic", "garage",
    )
)  # fmt: skip


def _at_his(house: Token) -> bool:
    """ "Outside his house"."""
    return bool(preposition(house) and possessors(house))


def _left(house: Token) -> bool:
    """ "As he left the mosque": the one that is his."""
    return dep(house) is Dep.OBJECT and house.head.lemma_.lower() in _LEAVING and determiner(house) == "the"


def homes(mention: EventMention, words: Span, entities: Entities) -> list[str]:
    """Keys of the places that those harmed are said to be of, where they were at home; ``words`` is the sentence."""
    harmed = {k for d in mention.drafts for k in d.keys(*HARM)}
    housed = any(t.lemma_.lower() in _HOUSES and (_at_his(t) or _left(t)) for t in words)
    wanted = _OF_A_VILLAGE | (_OF_A_TOWN if housed else frozenset())
    found: list[str] = []
    for word in words:
        lemma = word.lemma_.lower()
        if lemma not in wanted | _PEOPLE_OF or entities.at(word) not in harmed:
            continue
        for prep, place in complements(word):
            told = prep in ("of", "from", "in") if lemma in wanted else prep == "of"
            key = entities.place_phrase(place) if told else None
            if key is not None:
                found.append(key)
    return list(dict.fromkeys(found))
