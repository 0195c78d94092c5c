"""What known actors belong to: a command to its military, a military to its government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.knowledge import actors
from kg.model import Entity, EntityKind, Predicate, Ref, Statement

_OF_THE_STATE = frozenset({"state-force", "police", "intelligence", "government"})
_STEPS = 6


@cache
def chain(identifier: str) -> tuple[str, ...]:
    """Identifiers of an actor and of all that it is part of, itself first; alone if it is not known."""
    found = [identifier]
    for current in found:
        if len(found) < _STEPS:
            found += [above for above in _above(current) if above not in found]
    return tuple(found)


def side(identifier: str) -> str:
    """The uppermost actor that an actor is part of."""
    return chain(identifier)[-1]


def parts(entities: Iterable[Entity]) -> Iterator[Statement]:
    """What known actors are part of, as far as that is spoken of, too: the nearest for each."""
    keys = {
        entity.actor: entity.key
        for entity in sorted(entities, key=lambda entity: entity.key, reverse=True)
        if entity.actor is not None and entity.kind is EntityKind.GROUP
    }
    for identifier, key in keys.items():
        above = next((keys[above] for above in chain(identifier)[1:] if above in keys), None)
        if above is not None:
            yield Statement(key, Predicate.PART_OF_GROUP, Ref(above))


def known_name(identifier: str) -> str | None:
    """What an actor is called, None for a state, which texts call by many names, and for an unknown actor."""
    actor = actors.default().get(identifier)
    return actor.label if actor is not None and actor.kind != "government" else None


def _above(identifier: str) -> tuple[str, ...]:
    known = actors.default()
    actor = known.get(identifier)
    if actor is None:
        return ()
    if actor.part_of:
        return actor.part_of
    government = known.of_country(actor.country, "government") if actor.kind in _OF_THE_STATE else None
    return (government.id,) if government is not None and government.id != identifier else ()
