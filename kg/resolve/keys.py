"""Gives entities and events the local names of their IRIs.

A name is made from the first document that speaks of the thing, by date: reports that come in later do not
rename it. It never depends on how many documents there are. What is remembered to have a name keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from kg.ids import local_name
from kg.model import Entity, EntityKind, Stage
from kg.names import key as name_key
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.kinds import family
from kg.resolve.memory import Past, kept
from kg.resolve.people import alone
from kg.resolve.tellings import Telling
from kg.resolve.things import identity, own_identity

_SLUG = {
    EntityKind.PERSON: "person",
    EntityKind.GROUP: "group",
    EntityKind.PLACE: "place",
    EntityKind.MATERIEL: "thing",
    EntityKind.NARRATOR: "narrator",
}
_DIGEST = 10


def entity_keys(clusters: Clusters, known: Census, past: Past) -> dict[Node, str]:
    """The key of each entity of each document; what is one thing has one key, the one that it had if any."""
    keys: dict[Node, str] = {}
    names = _Names(clusters, past)
    for places in clusters.places():
        key = names.choose(clusters.node(places[0]), _entity_keys(known, places))
        for place in places:
            keys[clusters.node(place)] = key
    return keys


def _entity_keys(known: Census, places: Sequence[int]) -> Iterator[str]:
    """The keys that may stand for a thing, the best first; of namesakes the one told of first has the plain name."""
    best = next((place for place in places if _telling(known.at(place))), places[0])
    yield _entity_key(known.teller(best), known.at(best))
    for place in places:
        yield _own_key(known.teller(place), known.at(place))


class _Names:
    """Gives each cluster a key that no other has, had or will have."""

    def __init__(self, clusters: Clusters, past: Past) -> None:
        self._kept = kept(clusters, past)
        self._used = {key for keys in past.values() for key in keys}

    def choose(self, root: Node, wanted: Iterator[str]) -> str:
        """The key that the cluster has, else the first of those wanted that is free."""
        if root in self._kept:
            return self._kept[root]
        first = key = next(wanted)
        more = (local_name(first.split("-", 1)[0], "", first, str(number)) for number in count(2))
        rest = chain(wanted, more)
        while key in self._used:
            key = next(rest)
        self._used.add(key)
        return key


def _telling(entity: Entity) -> bool:
    """Whether the entity is known by more than its document."""
    if entity.kind is EntityKind.PERSON:
        return entity.name is not None and not alone(entity.name) and bool(name_key(entity.name))
    return identity(entity) is not None


def _own_key(source: Source, entity: Entity) -> str:
    return local_name(_SLUG[entity.kind], entity.label, *own_identity(source, entity))


def _entity_key(source: Source, entity: Entity) -> str:
    kind = _SLUG[entity.kind]
    if entity.kind is EntityKind.NARRATOR:
        return local_name(kind, source.reading.document.id, *own_identity(source, entity))
    if not _telling(entity):
        return _own_key(source, entity)
    if entity.kind is EntityKind.PERSON and entity.name is not None:
        return local_name(kind, entity.name, "name", name_key(entity.name))
    mark = identity(entity) or ()
    return local_name(kind, mark[1] if mark[0] == "actor" else entity.label, *mark)


def event_keys(
    clusters: Clusters,
    told: Mapping[Node, Telling],
    people: Mapping[Node, str],
    labels: Mapping[Node, str],
    past: Past,
) -> dict[Node, str]:
    """The key of each event of each document; tellings of one event have one key, the one that it had if any.

    A killing is named after a person who died in it, any other event after where its first report tells it.
    ``people`` gives the keys of those who died, ``labels`` a readable name for each.
    """
    keys: dict[Node, str] = {}
    names = _Names(clusters, past)
    for cluster in clusters:
        key = names.choose(cluster[0], _event_keys([told[node] for node in cluster], people, labels))
        keys.update(dict.fromkeys(cluster, key))
    return keys


def _event_keys(tellings: Sequence[Telling], people: Mapping[Node, str], labels: Mapping[Node, str]) -> Iterator[str]:
    first = tellings[0]
    died = sorted((people[root], root) for root in first.killed if root in people)
    if died:
        person, root = died[0]
        yield local_name("event", f"killing of {labels.get(root, '')}", "killing", person, *_stage(first))
    else:
        yield _told_key(first)
    for telling in tellings:
        yield _told_key(telling, str(min((t.earliest for t in telling.times if t.earliest), default="")))


def _stage(telling: Telling) -> tuple[str, ...]:
    return () if telling.stage is Stage.ACCOMPLISHED else (telling.stage.value,)


def _told_key(telling: Telling, extra: str = "") -> str:
    kind = telling.types[0] if telling.types else "Event"
    where = (
        telling.document,
        str(telling.first_trigger.begin),
        str(telling.first_trigger.end),
        telling.node.key,
    )
    return local_name("event", f"{_spaced(kind)} {extra}", family(telling.types), *where, *_stage(telling))


def own_keys(source: Source, entity: Entity) -> set[str]:
    """The keys that an entity has or would have if its document were the only one."""
    return {_entity_key(source, entity), _own_key(source, entity)}


def own_event_keys(telling: Telling, people: Mapping[Node, str]) -> set[str]:
    """The keys that an event has or would have if its document were the only one."""
    return set(_event_keys([telling], people, {}))


def core(key: str) -> tuple[str, str]:
    """What tells a key from others: sort and digest; the readable words between them do not matter."""
    return key.split("-", 1)[0], key[-_DIGEST:]


def _spaced(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def names_of(clusters: Clusters, known: Census, roots: Iterable[Node]) -> dict[Node, str]:
    """The label of the first member that has a name of each of these clusters, which are given by their roots."""
    return {
        root: next((name for node in clusters.members(root) if (name := known[node].name)), known[root].label)
        for root in roots
    }
