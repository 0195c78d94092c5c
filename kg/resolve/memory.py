"""What an earlier resolution called things, so that whoever has a name keeps it.

Things are found again by where their documents speak of them, not by the keys of a reading, which another
version of the extraction may give otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Entity, Event
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Node

Past = Mapping[Node, tuple[str, ...]]
"""The keys that nodes have had, the newest first."""


class Anchor(NamedTuple):
    """Where a document speaks of a thing: its mark, what sort of thing, and the characters or else the key."""

    document: str
    kind: str
    place: str


@dataclass(frozen=True, slots=True)
class Memory:
    """The keys that things have had, the newest first, by where they are told, and what has replaced a key."""

    names: Mapping[Anchor, tuple[str, ...]] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)

    def of(self, sources: Sequence[Source]) -> dict[Node, tuple[str, ...]]:
        """What is remembered of these documents, also of those that go by another identifier now."""
        if not self.names:
            return {}
        found: dict[Node, tuple[str, ...]] = {}
        marks = self._marks({source.mark for source in sources})
        for source in sources:
            mark = marks.get(source.mark, source.mark)
            for node, places in _anchored(source):
                known = (self.names.get(anchor._replace(document=mark)) for anchor in places)
                keys = next((keys for keys in known if keys is not None), None)
                if keys is not None:
                    found[node] = keys
        return found

    def _marks(self, present: set[str]) -> dict[str, str]:
        """For documents that are new by their mark the mark that their text had."""
        before = {anchor.document for anchor in self.names}
        gone = {mark.partition(":")[0]: mark for mark in sorted(before - present)}
        pairs = ((mark, gone.pop(mark.partition(":")[0], None)) for mark in sorted(present - before))
        return {new: old for new, old in pairs if old is not None}


def anchors(source: Source) -> dict[Node, Anchor]:
    """The anchor under which each entity and event of a document is remembered."""
    return {node: first for node, (first, *_) in _anchored(source)}


def _anchored(source: Source) -> Iterator[tuple[Node, list[Anchor]]]:
    """Each entity and event with all anchors by which it may be found, the first of its own."""
    taken: set[Anchor] = set()
    things: list[Entity | Event] = [*source.reading.entities, *source.reading.events]
    for thing in sorted(things, key=lambda thing: thing.key):
        kind = thing.kind.value if isinstance(thing, Entity) else "Event"
        spans = thing.mentions if isinstance(thing, Entity) else thing.triggers
        places = [f"{span.begin}-{span.end}" for span in sorted(spans)] or [thing.key]
        free = [anchor for place in places if (anchor := Anchor(source.mark, kind, place)) not in taken]
        free = free or [Anchor(source.mark, kind, f"{places[0]} {thing.key}")]
        taken.add(free[0])
        yield source.node(thing.key), free


def kept(clusters: Clusters, past: Past) -> dict[Node, str]:
    """The keys that clusters keep, by their roots: each key goes to most of those who had it, if anywhere.

    A cluster of things that had several keys keeps that of the first; one that has lost its key to others takes
    a key back that it had before, if that one is free.
    """
    found: dict[Node, str] = {}
    if not past:
        return found
    every = list(clusters)
    for depth in range(max(map(len, past.values()))):
        open_ = [cluster for cluster in every if cluster[0] not in found]
        ages = {node: keys[depth] for node, keys in past.items() if depth < len(keys)}
        owner = _owners((cluster[0], [ages[n] for n in cluster if n in ages]) for cluster in open_)
        used = set(found.values())
        for cluster in open_:
            mine = (ages[node] for node in cluster if node in ages)
            key = next((key for key in mine if key not in used and owner[key] == cluster[0]), None)
            if key is not None:
                found[cluster[0]] = key
    return found


def _owners(holders: Iterable[tuple[Node, list[str]]]) -> dict[str, Node]:
    """Who of those that hold a key holds it most often; the first of equals."""
    best: dict[str, tuple[int, Node]] = {}
    for root, keys in holders:
        for key, number in Counter(keys).items():
            if key not in best or number > best[key][0]:
                best[key] = number, root
    return {key: root for key, (_, root) in best.items()}


def pointers(names: Mapping[Node, str], past: Past, replaced: Mapping[str, str]) -> dict[str, str]:
    """For each key that is no longer in use the one that has taken its place, as far as there is one."""
    used = set(names.values())
    votes: dict[str, Counter[str]] = {}
    for node in sorted(past):
        for old in past[node]:
            if old not in used and node in names:
                votes.setdefault(old, Counter())[names[node]] += 1
    found = {old: key for old, key in replaced.items() if old not in used}
    found.update((old, counted.most_common(1)[0][0]) for old, counted in votes.items())
    return {old: _end(old, found) for old in sorted(found)}


def _end(old: str, found: Mapping[str, str]) -> str:
    """Where a chain of pointers leads."""
    seen = {old}
    while found[old] in found and found[old] not in seen:
        old = found[old]
        seen.add(old)
    return found[old]
