"""Which nodes are one thing: all steps that decide it, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kg.resolve import keys
from kg.resolve.bystanders import unite_acquaintances, unite_bystanders
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.dossier import dossiers
from kg.resolve.incidents import unite_tellings
from kg.resolve.intake import Source
from kg.resolve.judgement import Judgement, Node, Verdict, in_order, judgement
from kg.resolve.memory import Past
from kg.resolve.people import unite_people
from kg.resolve.retelling import tellings
from kg.resolve.shortnames import unite_short_names
from kg.resolve.tellings import Telling
from kg.resolve.things import unite_things


@dataclass(frozen=True, slots=True)
class Bonds:
    """What is settled before anything is weighed: nodes that are one, nodes that are two, each with the reason."""

    together: tuple[tuple[tuple[Node, ...], str], ...] = ()
    apart: tuple[tuple[tuple[Node, ...], tuple[Node, ...], str], ...] = ()


FREE = Bonds()


@dataclass(frozen=True, slots=True)
class Partition:
    """The entities and events of all documents in sets that are one thing each, and why.

    ``known`` finds the records of the entities.
    """

    entities: Clusters
    events: Clusters
    known: Census
    told: tuple[Telling, ...]
    judgements: tuple[Judgement, ...]


def partition(
    sources: tuple[Source, ...], copy_of: dict[str, str], bonds: Bonds = FREE, explained: bool = True
) -> Partition:
    """What is one thing, by what the documents say and by what is settled; without the judgements if not explained."""
    entities = Clusters(source.node(entity.key) for source in sources for entity in source.reading.entities)
    events = Clusters(source.node(event.key) for source in sources for event in source.reading.events)
    settled = [*_bind(entities, bonds), *_bind(events, bonds)]
    settled += unite_things(entities, sources, explained)
    people = unite_people(entities, dossiers(sources, entities, copy_of))
    told = tuple(tellings(sources, entities))
    found = unite_tellings(events, told, explained)
    for telling in told:
        telling.let_go()
    known = Census(sources, entities)
    found += unite_bystanders(entities, events, known, sources)
    found += unite_acquaintances(entities, events, sources, people)
    found += unite_short_names(entities, events, known, sources)
    lasting = in_order(_lasting(chain(settled, people, found), entities, events)) if explained else ()
    return Partition(entities, events, known, told, lasting)


def _bind(clusters: Clusters, bonds: Bonds) -> Iterator[Judgement]:
    for nodes, reason in bonds.together:
        here = [node for node in nodes if node in clusters]
        for other in here[1:]:
            if clusters.root(here[0]) != clusters.root(other) and clusters.unite(here[0], other):
                yield judgement(here[0], other, Verdict.SAME, 1.0, reason)
    for left, right, reason in bonds.apart:
        clusters.keep_apart(left, right)
        if left[0] in clusters and right[0] in clusters:
            yield judgement(left[0], right[0], Verdict.DIFFERENT, 1.0, reason)


def _lasting(judgements: Iterable[Judgement], *clusters: Clusters) -> Iterator[Judgement]:
    """The judgements without doubts that something else has settled."""
    for found in judgements:
        if found.verdict is not Verdict.UNSURE or not any(
            known.root(found.left) == known.root(found.right) or known.apart(found.left, found.right)
            for known in clusters
            if found.left in known and found.right in known
        ):
            yield found


def names(found: Partition, past: Past) -> dict[Node, str]:
    """The key of each entity and event of each document; what is one has one key."""
    every = keys.entity_keys(found.entities, found.known, past)
    told = {telling.node: telling for telling in found.told}
    for telling in found.told:
        telling.known = {role: {found.entities.root(node) for node in roots} for role, roots in telling.known.items()}
    died = dict.fromkeys(root for telling in found.told for root in telling.killed)
    labels = keys.names_of(found.entities, found.known, died)
    every.update(keys.event_keys(found.events, told, every, labels, past))
    return every
