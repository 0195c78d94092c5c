"""Puts corrections into terms of nodes: what is one, what is two, what is called or typed otherwise.

Corrections speak of things by the keys of a graph. They are applied from top to bottom to what resolution finds
by itself; then everything is resolved again with what they settle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.model import Entity, EntityKind, Event
from kg.resolve import keys
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.corrections import Action, Correction
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.memory import Past
from kg.resolve.partition import Bonds, Partition, names
from kg.resolve.retelling import tellings
from kg.resolve.twins import Parting, Twin, twinned


@dataclass(frozen=True, slots=True)
class Edits:
    """What corrections change in things that are already one each, by the keys of the graph."""

    dropped: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def entity(self, entity: Entity) -> Entity:
        """An entity as people have corrected it; what it was called stays as another name."""
        name = self.called.get(entity.key)
        if name is not None and name != entity.name:
            others = {*entity.aliases, *([entity.name] if entity.name else [])} - {name}
            entity = replace(entity, name=name, aliases=tuple(sorted(others)))
        if entity.key in self.typed:
            kind = EntityKind(self.typed[entity.key][0])
            place = entity.place if kind is EntityKind.PLACE else None
            entity = replace(entity, kind=kind, place=place)
        return entity

    def event(self, event: Event) -> Event:
        """An event with its types and label as people have corrected them."""
        return replace(
            event, types=self.typed.get(event.key, event.types), label=self.called.get(event.key, event.label)
        )


class Draft:
    """The sets of nodes that are one thing while corrections are applied to them."""

    def __init__(self, found: Partition, called: Mapping[Node, str], sources: tuple[Source, ...], past: Past) -> None:
        self._found = found
        self._sources = sources
        self._past = past
        self._called = called
        self._groups: list[list[Node]] = [list(cluster) for cluster in (*found.entities, *found.events)]
        self._into: dict[int, int] = {}
        self._places: dict[object, int] = {}
        self._named: dict[int, str] = {}
        self._moved: dict[Node, str] = {}
        self._own: dict[Node, set[str]] = {}
        self._changed: dict[int, str] = {}
        self._apart: list[tuple[tuple[Node, ...], tuple[Node, ...], str]] = []
        self._edits: list[tuple[Correction, int]] = []
        self.unmet: list[tuple[Correction, str]] = []
        self.twins: list[Twin] = []
        self._index(called)

    def _index(self, called: Mapping[Node, str]) -> None:
        for place, nodes in enumerate(self._groups):
            if nodes:
                self._places.setdefault(called[nodes[0]], place)
                self._places.setdefault(keys.core(called[nodes[0]]), place)

    def _top(self, place: int) -> int:
        while place in self._into:
            place = self._into[place]
        return place

    def apply(self, correction: Correction) -> None:
        """Applies one correction to what those before it have left."""
        found = [self._find(key) for key in correction.things]
        places = [place for place in found if place is not None]
        if len(places) < len(found):
            gone = [key for key, place in zip(correction.things, found, strict=True) if place is None]
            self.unmet.append((correction, f"nothing here is {', '.join(gone)}"))
        elif correction.action is Action.MERGE:
            self._merge(correction, places)
        elif correction.action is Action.APART:
            self._keep_apart(correction, places)
        elif correction.action is Action.SPLIT:
            self._split(correction, places[0])
        else:
            self._edits.append((correction, places[0]))

    def _merge(self, correction: Correction, places: list[int]) -> None:
        name = self._key(places[0])
        first, *others = sorted(dict.fromkeys(places))
        for other in others:
            self._groups[first] += self._groups[other]
            self._groups[other] = []
            self._into[other] = first
            self._changed.pop(other, None)
        self._changed[first] = correction.reason
        self._named[first] = name

    def _key(self, place: int) -> str:
        """The key of a group as it is now: that of the thing named first in a merger, else of its first node."""
        if place in self._named:
            return self._named[place]
        return next((self._called[node] for node in self._groups[place] if node in self._called), "")

    def _split(self, correction: Correction, place: int) -> None:
        if correction.documents:
            marks = {s.mark for s in self._sources if s.reading.document.id in correction.documents}
            moved = [node for node in self._groups[place] if node.document in marks]
            left = [node for node in self._groups[place] if node.document not in marks]
            twins: list[Twin] = []
        else:
            left, moved, twins = Parting(self._sources, correction).parted(self._groups[place], self.twins)
        if not moved or not left:
            told = "nothing" if not moved else "everything"
            parts = (*correction.documents, *correction.claims, *correction.mentions)
            self.unmet.append((correction, f"{told} of it is told by {', '.join(parts)}"))
            return
        self.twins += twins
        self._groups[place] = left
        self._groups.append(moved)
        name = self._key(place)
        self._moved.update(dict.fromkeys(moved, name))
        self._changed[place] = self._changed[len(self._groups) - 1] = correction.reason
        self._apart.append((tuple(left), tuple(moved), correction.reason))

    def _keep_apart(self, correction: Correction, places: list[int]) -> None:
        for number, one in enumerate(places):
            for offset, other in enumerate(places[number + 1 :], start=number + 1):
                left, right = self._groups[one], self._groups[other]
                if one == other:  # something that came in later has brought the two together
                    left, right = self._told_as(one, correction.things[number], correction.things[offset])
                if left and right:
                    self._apart.append((tuple(left), tuple(right), correction.reason))
                else:
                    self.unmet.append((correction, "the two are one thing here; split it"))

    def _told_as(self, place: int, one: str, other: str) -> tuple[list[Node], list[Node]]:
        """The nodes of a group that have, or would have by themselves, one or the other of two keys."""
        left, right = ([node for node in self._groups[place] if key in self._known_as(node)] for key in (one, other))
        both = set(left) & set(right)
        if len(left) > len(right):
            left = [node for node in left if node not in both]
        else:
            right = [node for node in right if node not in both]
        return left, right

    def _find(self, key: str) -> int | None:
        """The group that a key means: what has it now, else what had it or would have it by itself."""
        for wanted in (key, keys.core(key)):
            if wanted not in self._places and self._changed:
                self._index(self._renamed())
            if wanted not in self._places:
                for place, nodes in enumerate(self._groups):
                    if any(wanted in (known, keys.core(known)) for node in nodes for known in self._known_as(node)):
                        self._places[wanted] = place
                        break
            if wanted in self._places:
                return self._top(self._places[wanted])
        return None

    def _renamed(self) -> dict[Node, str]:
        """The keys of the groups as they are now."""
        sources = twinned(self._sources, self.twins)
        entities = Clusters(source.node(entity.key) for source in sources for entity in source.reading.entities)
        events = Clusters(source.node(event.key) for source in sources for event in source.reading.events)
        for nodes in self._groups:
            for node in nodes[1:]:
                (entities if node in entities else events).unite(nodes[0], node)
        told = tuple(tellings(sources, entities)) if self.twins else self._found.told
        known = Census(sources, entities)
        return names(replace(self._found, entities=entities, events=events, known=known, told=told), self.past())

    def _known_as(self, node: Node) -> Collection[str]:
        """What a node was called, or would be if its document were the only one."""
        if node in self._past:
            return self._past[node]
        if not self._own:
            self._own = {s.node(e.key): keys.own_keys(s, e) for s in self._sources for e in s.reading.entities}
            people = {self._found.entities.root(node): self._called[node] for node in self._own}
            self._own.update((telling.node, keys.own_event_keys(telling, people)) for telling in self._found.told)
        return self._own.get(node, ())

    def past(self) -> Past:
        """What nodes were called: by corrections, else by an earlier resolution, else without corrections."""
        past = {**{node: (key,) for node, key in self._called.items()}, **self._past}
        for place, key in self._named.items():
            past.update(
                (node, (key, *(old for old in past.get(node, ()) if old != key))) for node in self._groups[place]
            )
        for node, key in self._moved.items():
            past[node] = tuple(old for old in past.get(node, ()) if old not in (key, self._called.get(node)))
        return past

    def bonds(self) -> Bonds:
        """What is settled about one and two."""
        together = tuple((tuple(self._groups[place]), reason) for place, reason in sorted(self._changed.items()))
        return Bonds(together, tuple(self._apart))

    def edits(self, called: Mapping[Node, str]) -> Edits:
        """What changes in the things themselves; ``called`` gives the keys that they have in the end."""
        changes = [(edit, called[self._groups[self._top(place)][0]]) for edit, place in self._edits]
        dropped = (Action.DELETE, Action.NOT_EVENT)
        return Edits(
            frozenset(key for edit, key in changes if edit.action in dropped),
            {key: edit.name for edit, key in changes if edit.action is Action.RENAME},
            {key: edit.types for edit, key in changes if edit.action is Action.RETYPE},
        )


def draft(
    corrections: Iterable[Correction],
    found: Partition,
    called: Mapping[Node, str],
    sources: tuple[Source, ...],
    past: Past,
) -> Draft:
    """All corrections applied to what resolution has found by itself."""
    result = Draft(found, called, sources, past)
    for correction in corrections:
        result.apply(correction)
    return result
