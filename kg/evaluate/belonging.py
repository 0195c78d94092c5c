"""The groups behind unnamed people, as a graph knows them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Entity, EntityKind, Graph, Predicate, Ref

_BELONGING = frozenset({Predicate.MEMBER_OF, Predicate.PART_OF_GROUP, Predicate.LEADER_OF})


def groups_of(graph: Graph, known: Mapping[str, Entity]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The named groups that people and units belong to or are called after ("FARC guerrillas"), by key.

    Each group stands with all its names.
    """
    claimed = (statement for claim in graph.claims for statement in claim.statements)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for statement in (*graph.attributes, *claimed):
        if statement.predicate in _BELONGING and isinstance(statement.object, Ref):
            group = known.get(statement.object.key)
            if group is not None and group.name:
                found.setdefault(statement.subject, {})[group.key] = (group.name, *group.aliases)
    named = [e for e in known.values() if e.kind is EntityKind.GROUP and e.name]
    for entity in known.values():
        if entity.name is None and entity.description and entity.kind in (EntityKind.GROUP, EntityKind.PERSON):
            words = f" {entity.description.lower()} "
            for group in named:
                if any(f" {name.lower()} " in words for name in (group.label, *group.aliases)):
                    found.setdefault(entity.key, {})[group.key] = (group.label, *group.aliases)
    return {key: tuple(groups.values()) for key, groups in found.items()}
