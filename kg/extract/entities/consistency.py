"""One name is one sort of thing in one text: the surest of its mentions decides for the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.extract.entities import lexicon
from kg.extract.entities.mention import Mention
from kg.model import EntityKind


def agree(names: Sequence[Mention]) -> None:
    """Gives all mentions of a name the kind for which most speaks; countries and known actors stay what they are."""
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    people: dict[str, float] = defaultdict(float)
    for mention in names:
        if mention.form != "name" or mention.country:
            continue
        weight = 3.0 if mention.titles or mention.actor else 1.0 if mention.sure else 0.4
        votes[_key(mention)][mention.kind] += weight
        if mention.kind is EntityKind.PERSON and len(mention.parts) > 1:
            people[mention.parts[-1]] += weight
    for mention in names:
        if mention.form != "name" or mention.country or mention.actor:
            continue
        kinds = votes[_key(mention)]
        parts = lexicon.name_parts(mention.name)
        if len(parts) == 1 and people.get(parts[0], 0.0) > kinds[mention.kind]:
            kind = EntityKind.PERSON  # "Mehsud" after "Hakimullah Mehsud"
        else:
            kind = max(kinds, key=lambda k: (kinds[k], k.value))
        if kind is not mention.kind:
            mention.kind = kind
            mention.parts = parts if kind is EntityKind.PERSON else (lexicon.fold(mention.name),)


def _key(mention: Mention) -> str:
    return lexicon.fold(mention.name)
