"""Gives entities and events the local names of their IRIs.

A name is made from the first document that speaks of the thing, by date: reports that come in later do not
rename it. It never depends on how many documents there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.ids import local_name
from kg.model import Entity, EntityKind, Stage
from kg.names import key as name_key
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.kinds import family
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


def entity_keys(clusters: Clusters, sources: Iterable[Source]) -> dict[Node, str]:
    """The key of each entity of each document; what is one thing has one key."""
    known = {source.node(e.key): (source, e) for source in sources for e in source.reading.entities}
    keys: dict[Node, str] = {}
    used: set[str] = set()
    for cluster in clusters:
        members = [known[node] for node in cluster]
        source, entity = next((m for m in members if _telling(m[1])), members[0])
        key = _entity_key(source, entity)
        if key in used:  # a namesake: the one told of first keeps the plain name
            source, entity = members[0]
            key = local_name(_SLUG[entity.kind], entity.label, *own_identity(source, entity))
        used.add(key)
        keys.update(dict.fromkeys(cluster, key))
    return keys


def _telling(entity: Entity) -> bool:
    """Whether the entity is known by more than its document."""
    if entity.kind is EntityKind.PERSON:
        return entity.name is not None and not alone(entity.name) and bool(name_key(entity.name))
    return identity(entity) is not None


def _entity_key(source: Source, entity: Entity) -> str:
    kind = _SLUG[entity.kind]
    if entity.kind is EntityKind.NARRATOR:
        return local_name(kind, source.reading.document.id, *own_identity(source, entity))
    if not _telling(entity):
        return local_name(kind, entity.label, *own_identity(source, entity))
    if entity.kind is EntityKind.PERSON and entity.name is not None:
        return local_name(kind, entity.name, "name", name_key(entity.name))
    mark = identity(entity) or ()
    return local_name(kind, mark[1] if mark[0] == "actor" else entity.label, *mark)


def event_keys(
    clusters: Clusters, told: Mapping[Node, Telling], people: Mapping[Node, str], labels: Mapping[Node, str]
) -> dict[Node, str]:
    """The key of each event of each document; tellings of one event have one key.

    A killing is named after a person who died in it, any other event after where its first report tells it.
    ``people`` gives the keys of those who died, ``labels`` a readable name for each.
    """
    keys: dict[Node, str] = {}
    used: set[str] = set()
    for cluster in clusters:
        first = told[cluster[0]]
        key = _event_key(first, people, labels)
        if key in used:
            key = _event_key(first, {}, labels, str(min((t.earliest for t in first.times if t.earliest), default="")))
        used.add(key)
        keys.update(dict.fromkeys(cluster, key))
    return keys


def _event_key(telling: Telling, people: Mapping[Node, str], labels: Mapping[Node, str], extra: str = "") -> str:
    died = sorted((people[root], root) for root in telling.killed if root in people)
    stage = () if telling.stage is Stage.ACCOMPLISHED else (telling.stage.value,)
    if died:
        person, root = died[0]
        return local_name("event", f"killing of {labels.get(root, '')}", "killing", person, *stage)
    kind = telling.types[0] if telling.types else "Event"
    where = (
        telling.document,
        str(telling.first_trigger.begin),
        str(telling.first_trigger.end),
        telling.node.key,
    )
    return local_name("event", f"{_spaced(kind)} {extra}", family(telling.types), *where, *stage)


def _spaced(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def names_of(clusters: Clusters, sources: Sequence[Source]) -> dict[Node, str]:
    """The label of the first member of each cluster that has a name, by the cluster's root."""
    known = {source.node(e.key): e for source in sources for e in source.reading.entities}
    return {
        cluster[0]: next((known[node].name or "" for node in cluster if known[node].name), known[cluster[0]].label)
        for cluster in clusters
    }
