"""Groups of people told of twice in one event: by names the second time, or in other words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.entities import Entities, lexicon
from kg.extract.mentions import EventMention, Part
from kg.extract.phrases import besides, count_of
from kg.extract.syntax import complements
from kg.extract.syntax.tokens import Token
from kg.model import Predicate

_ANY = frozenset({"person", "foreigner"})
_ANYBODY = frozenset({"people", "person", "victim"})


def groups_named(mention: EventMention, before: Sequence[EventMention], entities: Entities) -> list[Part]:
    """ "Two of her bodyguards died. … Two bodyguards, A and B, were killed": the groups whose names are told.

    They have as many members as a mention names, and are called by the same noun.
    """
    named: dict[str, set[str]] = {}
    for part in (p for d in mention.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM):
        if entities.name(part.key) is not None and count_of(part.token) is not None:
            for noun in _nouns(part.token):
                named.setdefault(noun, set()).add(part.key)
    found = []
    for part in (p for m in before for d in m.drafts for p in d.parts) if named else ():
        count = count_of(part.token) if part.predicate is Predicate.FATAL_VICTIM else None
        if count is None or (count.best or 0) < 2 or entities.name(part.key) is not None:
            continue
        if any(len(named.get(noun, ())) == count.best for noun in _nouns(part.token)):
            found.append(part)
    return found


def one_group(one: Part, two: Part) -> bool:
    """ "Nine peasants", and later "9 Indian peasants" or "nine civilians": people who may be the same are the same."""
    nouns = [(lexicon.noun(n), n) for p in (one, two) for n in sorted(_nouns(p.token))[:1]]
    if len(nouns) < 2 or besides(one.token) or besides(two.token):
        return False
    (first, word), (second, other) = nouns
    if word == other:
        return True
    count = count_of(one.token)
    many = count is not None and (count.best or count.low or 0) > 2
    alike = first is not None and second is not None and bool((first.classes - _ANY) & (second.classes - _ANY))
    return many and (alike or word in _ANYBODY or other in _ANYBODY)


def _nouns(token: Token) -> set[str]:
    """What people are called who are counted: "bodyguard" in "two bodyguards" and "two of her bodyguards"."""
    return {t.lemma_.lower() for t in (token, *(t for p, t in complements(token) if p == "of")) if t.pos_ == "NOUN"}
