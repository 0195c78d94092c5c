"""General words and what they may take up: "the group" an armed group, "the officer" a general."""

from __future__ import annotations

from collections.abc import Set

from kg.extract.entities import lexicon
from kg.extract.entities.mention import Chain
from kg.extract.entities.sorts import SETTLEMENTS
from kg.model import EntityKind

# What sort of actor a general word may take up; the first of the sorts counts as its own.
_CALLED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("group", "organization", "organisation", "movement", "outfit", "network", "faction", "militia"),
        ("armed-group", "political-party", "external-force"),
    ),
    "agency": (
        "news-agency",
        "international-organisation",
        "intelligence",
        "aid-organisation",
        "state-force",
    ),
    **dict.fromkeys(
        ("newspaper", "paper", "daily", "broadcaster", "channel", "station", "outlet"),
        ("outlet", "news-agency"),
    ),
    **dict.fromkeys(("monitor", "observatory", "watchdog"), ("monitor",)),
    **dict.fromkeys(("coalition", "alliance"), ("coalition", "external-force")),
    **dict.fromkeys(("government", "regime", "administration", "authorities", "junta"), ("government",)),
    **dict.fromkeys(("army", "military", "force", "forces", "command"), ("state-force", "external-force")),
    "ministry": ("government",),
    "police": ("police",),
    "party": ("political-party",),
    "body": ("international-organisation", "monitor"),
    "charity": ("aid-organisation",),
}
_ANYBODY = frozenset(("person", "man", "woman", "child", "civilian", "kin", "foreigner", "casualty"))
_ANY_CIVILIAN = frozenset(("civilian", "kin"))
_ANYONE = frozenset(("person", "man", "woman", "suspect", "casualty"))


def calls(word: str, chain: Chain) -> int:
    """How well a general word fits what a chain is: 2 for its own sort, 1 where nothing speaks against it."""
    if chain.kind is EntityKind.GROUP:
        return _calls_group(word, chain)
    if chain.kind is EntityKind.PERSON:
        return _calls_person(word, chain)
    return _calls_place(word, chain) if chain.kind is EntityKind.PLACE else 0


_STATES = frozenset(("country", "nation", "state", "kingdom", "republic"))
_ANYWHERE = frozenset(("area", "region", "place", "zone", "locality", "vicinity"))


def _calls_place(word: str, chain: Chain) -> int:
    if chain.country:
        return 2 if word in _STATES else 0
    sorts = {mention.sort for mention in chain.mentions if mention.sort}
    if word in SETTLEMENTS and word != "capital":
        if not chain.named or sorts - SETTLEMENTS:
            return 0
        names = (mention.name for mention in chain.mentions if mention.form == "name")
        return 2 if word in sorts else 1 if any(map(lexicon.is_settlement, names)) else 0
    return 1 if word in _ANYWHERE and chain.named else 0


def _calls_group(word: str, chain: Chain) -> int:
    sorts = _CALLED.get(word, ())
    if not sorts or not chain.named:
        return 0
    known = lexicon.actor_by_id(chain.actor) if chain.actor else None
    if known is None:
        return 1 if sorts[0] == "armed-group" and not chain.country and not _official(chain) else 0
    if word == "army" and known.part_of and "army" not in f"{known.label} {' '.join(known.aliases)}".lower():
        return 0  # a navy, a command abroad
    return 2 if known.kind == sorts[0] else 1 if known.kind in sorts else 0


def _official(chain: Chain) -> bool:
    """Whether a name ends in a word for a state's institution ("Security Forces")."""
    ends = (lexicon.noun(m.name.rsplit(" ", 1)[-1].lower()) for m in chain.mentions if m.form == "name")
    return any(end is not None and end.classes & {"security-force", "official", "institution"} for end in ends)


def _calls_person(word: str, chain: Chain) -> int:
    found = lexicon.noun(word)
    if word.endswith("year-old"):
        return 1
    if found is None or found.kind is not EntityKind.PERSON or found.number != "singular":
        return 0
    if found.gender and chain.gender and found.gender != chain.gender:
        return 0
    if lexicon.is_title(word) or lexicon.outsider(word, frozenset()):
        return 0  # "the chancellor", "the enemy" is no one of whom the text has not said so
    known = [other for other in map(lexicon.noun, sorted(chain.heads)) if other is not None]
    if any(_alike(found.classes - _ANYONE, other.classes - _ANYONE) for other in known):
        return 2
    if found.classes & _ANYONE and not found.classes - _ANYONE - {"civilian"}:
        return 1
    return 0 if known else 1


def may_be_called(word: str, chain: Chain) -> bool:
    """Whether people called by a word may be those of a chain: "the citizens" anybody, "the ministers" officials."""
    found = lexicon.noun(word)
    if found is None or found.classes <= _ANYBODY:
        return found is not None
    known = [other for other in map(lexicon.noun, sorted(chain.heads)) if other is not None]
    return any(_alike(found.classes - _ANYONE, other.classes - _ANYONE) for other in known)


def _alike(one: Set[str], two: Set[str]) -> bool:
    """Whether two nouns for people may be for one: a priest and a cleric; not a groom and a child, both civilians."""
    shared = one & two
    return bool(shared - _ANY_CIVILIAN) or bool(shared and one == two and "kin" not in shared)
