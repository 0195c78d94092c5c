"""Puts what contains a place in order, nearest first, and keeps the whole free of circles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, PlacePrecision

# Areas and waters are left out: a desert may lie in a province, or hold several countries.
_RANK = {
    PlacePrecision.EXACT: 0,
    PlacePrecision.NEAR: 0,
    PlacePrecision.DISTRICT: 1,
    PlacePrecision.PROVINCE: 2,
    PlacePrecision.COUNTRY: 3,
}


def in_order(entities: Sequence[Entity]) -> list[Entity]:
    """The entities, each place with its containing places from the nearest to the widest.

    A place that is smaller than another does not contain it, whatever a text or gazetteer says, and of two
    that contain each other the later by key is the container.
    """
    places = {entity.key: entity for entity in entities if entity.place is not None}
    return [_ordered(entity, places) if entity.key in places else entity for entity in entities]


def _ordered(entity: Entity, places: Mapping[str, Entity]) -> Entity:
    if entity.place is None or not entity.place.within:
        return entity
    kept = [key for key in entity.place.within if key in places and not _inside_out(entity, places[key])]
    ranked = iter(sorted((key for key in kept if _rank(places[key]) is not None), key=lambda k: _order(places[k])))
    within = tuple(next(ranked) if _rank(places[key]) is not None else key for key in kept)
    return replace(entity, place=replace(entity.place, within=within))


def _rank(entity: Entity) -> int | None:
    return None if entity.place is None else _RANK.get(entity.place.precision)


def _order(entity: Entity) -> tuple[int, str]:
    return _rank(entity) or 0, entity.key


def _inside_out(inner: Entity, outer: Entity) -> bool:
    if inner.key == outer.key:
        return True
    small, large = _rank(inner), _rank(outer)
    mutual = outer.place is not None and inner.key in outer.place.within
    if small is not None and large is not None and small > large:
        quarter = small == _RANK[PlacePrecision.DISTRICT] and large == _RANK[PlacePrecision.EXACT]
        return mutual or not quarter  # "the Bogside district of Londonderry" is a part of the town
    return mutual and (small == large or small is None or large is None) and outer.key < inner.key
