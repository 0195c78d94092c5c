"""Makes one record of the records that several documents have of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Count, Entity, EntityKind, Event, PlaceInfo, PlacePrecision, Stage
from kg.names import tokens
from kg.resolve.hierarchy import known_name
from kg.resolve.kinds import combined

_FINEST_FIRST = tuple(PlacePrecision)


def merged_entity(key: str, members: Sequence[Entity], within: Sequence[tuple[str, ...]]) -> Entity:
    """One entity of all that are the same; ``within`` gives each member's containing places by new key.

    A known actor is called as in the actor file, anything else by its fullest name, among equally full ones
    the most frequent, then the first of the alphabet.
    """
    first = members[0]
    if len(members) == 1:
        return _alone(key, first, within[0])
    actor = next((m.actor for m in members if m.actor), None)
    name = (known_name(actor) if actor else None) or _best_name(members)
    names = {m.name for m in members if m.name} | {alias for m in members for alias in m.aliases}
    return Entity(
        key=key,
        kind=first.kind,
        name=name,
        aliases=tuple(sorted(names - {name})),
        description=next((m.description for m in members if m.description), None),
        actor=actor,
        actor_type=_most(m.actor_type for m in members if m.actor_type),
        count=_count(members),
        place=_place(members, within),
        same_as=tuple(sorted({iri for m in members for iri in m.same_as})),
    )


def _alone(key: str, only: Entity, within: tuple[str, ...]) -> Entity:
    """The record of a thing that one document tells of; its mentions are the document's business."""
    name = (known_name(only.actor) if only.actor else None) or only.name
    names = {*only.aliases, *([only.name] if only.name else [])} - {name}
    place = only.place
    if place is not None and place.within != within:
        place = replace(place, within=within)
    return Entity(
        key=key,
        kind=only.kind,
        name=name,
        aliases=tuple(sorted(names)),
        description=only.description,
        actor=only.actor,
        actor_type=only.actor_type,
        count=only.count,
        place=place,
        same_as=tuple(sorted(only.same_as)),
    )


def _best_name(members: Sequence[Entity]) -> str | None:
    names = Counter(m.name for m in members if m.name)
    if not names:
        return None
    if members[0].kind is EntityKind.PERSON:
        return min(names, key=lambda name: (-len(tokens(name)), -names[name], -len(name), name))
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _most(values: Iterable[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _count(members: Sequence[Entity]) -> Count | None:
    """The closest of the numbers given; the first of equally close ones."""
    counts = [m.count for m in members if m.count is not None]
    closest = [c for c in counts if c.low is not None and c.low == c.high]
    return next(iter(closest or counts), None)


def _place(members: Sequence[Entity], within: Sequence[tuple[str, ...]]) -> PlaceInfo | None:
    known = [(m.place, keys) for m, keys in zip(members, within, strict=True) if m.place is not None]
    if not known:
        return None
    info, keys = min(
        known,
        key=lambda item: (
            item[0].coordinates is None,
            _FINEST_FIRST.index(item[0].precision),
            -len(item[1]),
            item[1],
        ),
    )
    return replace(info, within=keys or next((k for _, k in known if k), ()))


def merged_event(key: str, members: Sequence[Event]) -> Event:
    """One event of all tellings of it; its label is added when its roles are known."""
    stage = Stage.ACCOMPLISHED if any(m.stage is Stage.ACCOMPLISHED for m in members) else members[0].stage
    return Event(key, combined(kind for m in members for kind in m.types), stage=stage)
