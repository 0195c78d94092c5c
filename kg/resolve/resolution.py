"""Puts the steps of resolution together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model import Claim, Entity, EntityKind, Event, Graph, Reading, Ref, Statement
from kg.resolve import keys, merging, rewriting
from kg.resolve.bystanders import unite_bystanders
from kg.resolve.clusters import Clusters
from kg.resolve.containment import in_order
from kg.resolve.dossier import dossiers
from kg.resolve.incidents import unite_tellings
from kg.resolve.intake import Source, copies, take
from kg.resolve.judgement import Judgement, Node, Verdict
from kg.resolve.labels import Labels
from kg.resolve.parties import Parties, narrators
from kg.resolve.people import unite_people
from kg.resolve.retelling import tellings
from kg.resolve.rivals import Rivals
from kg.resolve.shortnames import unite_short_names
from kg.resolve.tellings import Telling
from kg.resolve.things import unite_things
from kg.resolve.verdicts import Verdicts, judge


@dataclass(frozen=True, slots=True)
class Resolution:
    """The graph of all readings, with the judgements that it rests on, sorted by what they are about."""

    graph: Graph
    judgements: tuple[Judgement, ...]


def resolution(readings: Iterable[Reading]) -> Resolution:
    """One graph of many readings: a pure function of their set, whatever order they come in."""
    sources = take(readings)
    copy_of = copies(sources)
    entities = Clusters(source.node(entity.key) for source in sources for entity in source.reading.entities)
    judgements = unite_things(entities, sources)
    judgements += unite_people(entities, dossiers(sources, entities, copy_of))
    told = list(tellings(sources, entities))
    events = Clusters(telling.node for telling in told)
    judgements += unite_tellings(events, told)
    judgements += unite_bystanders(entities, events, sources)
    judgements += unite_short_names(entities, events, sources)
    names = _keys(sources, entities, events, told)
    graph = _graph(sources, copy_of, entities, events, names)
    return Resolution(graph, tuple(sorted(_lasting(judgements, entities, events), key=lambda j: j.order)))


def _lasting(judgements: Iterable[Judgement], *clusters: Clusters) -> Iterator[Judgement]:
    """The judgements without doubts that something else has settled."""
    for found in judgements:
        settled = any(
            found.left in known and found.right in known and known.root(found.left) == known.root(found.right)
            for known in clusters
        )
        if found.verdict is Verdict.SAME or not settled:
            yield found


def _keys(
    sources: tuple[Source, ...], entities: Clusters, events: Clusters, told: Iterable[Telling]
) -> dict[Node, str]:
    found = keys.entity_keys(entities, sources)
    labels = keys.names_of(entities, sources)
    by_node = {telling.node: telling for telling in told}
    final = {node: entities.root(node) for node in found}
    for telling in by_node.values():
        telling.known = {role: {final[node] for node in roots} for role, roots in telling.known.items()}
    found.update(keys.event_keys(events, by_node, found, labels))
    return found


def _graph(
    sources: tuple[Source, ...],
    copy_of: dict[str, str],
    entity_clusters: Clusters,
    event_clusters: Clusters,
    names: dict[Node, str],
) -> Graph:
    claims: list[Claim] = []
    quotes: dict[str, str] = {}
    attributes: set[Statement] = set()
    for source in sources:
        found, words = rewriting.claims(source, names)
        claims += found
        quotes |= words
        attributes.update(rewriting.attributes(source, names))
    entities = _entities(sources, entity_clusters, names)
    events = _events(sources, event_clusters, names)
    voices = narrators(
        (names[source.node(entity.key)], source.reading.document, copy_of[source.mark])
        for source in sources
        for entity in source.reading.entities
        if entity.kind is EntityKind.NARRATOR
    )
    actors = {entity.key: entity.actor for entity in entities if entity.actor}
    parties = Parties(_relations(attributes, claims), voices, actors)
    verdicts = Verdicts(claims, events, parties)
    judged = judge(verdicts, claims)
    documents = tuple(sorted((source.reading.document for source in sources), key=lambda d: (d.id, d.digest)))
    Rivals(claims, documents, verdicts.stands, judged).settle()
    labels = Labels(claims, {entity.key: entity for entity in entities}, judged, parties)
    return Graph(
        documents=documents,
        entities=_spoken_of(entities, claims, attributes),
        events=tuple(replace(event, label=labels.of(event, verdicts.events[event.key])) for event in events),
        claims=tuple(sorted(claims, key=lambda claim: (claim.document, claim.span, claim.key))),
        attributes=tuple(sorted(attributes, key=lambda st: (st.subject, st.predicate.value, repr(st.object)))),
        verdicts=judged,
        event_status=dict(sorted(verdicts.events.items())),
        quotes=quotes,
    )


def _spoken_of(
    entities: Iterable[Entity], claims: Iterable[Claim], attributes: Iterable[Statement]
) -> tuple[Entity, ...]:
    """The entities without those that have no name and of which nothing is said."""
    said = [*attributes, *(statement for claim in claims for statement in claim.statements)]
    used = {st.subject for st in said} | {st.object.key for st in said if isinstance(st.object, Ref)}
    used |= {key for claim in claims for key in (claim.claimant, claim.on_behalf_of) if key}
    used |= {key for entity in entities if entity.place is not None for key in entity.place.within}
    return tuple(e for e in entities if e.name is not None or e.key in used or e.kind is EntityKind.NARRATOR)


def _relations(attributes: Iterable[Statement], claims: Iterable[Claim]) -> list[Statement]:
    """What belongs to what, said in passing or claimed."""
    return [*attributes, *(statement for claim in claims for statement in claim.statements)]


def _entities(sources: Iterable[Source], clusters: Clusters, names: dict[Node, str]) -> tuple[Entity, ...]:
    known = {source.node(e.key): (source, e) for source in sources for e in source.reading.entities}
    found = []
    for cluster in clusters:
        members = [known[node][1] for node in cluster]
        within = [
            tuple(
                dict.fromkeys(
                    names[known[node][0].node(key)]
                    for key in (member.place.within if member.place else ())
                    if known[node][0].node(key) in names
                )
            )
            for node, member in zip(cluster, members, strict=True)
        ]
        found.append(merging.merged_entity(names[cluster[0]], members, within))
    return tuple(sorted(in_order(found), key=lambda entity: entity.key))


def _events(sources: Iterable[Source], clusters: Clusters, names: dict[Node, str]) -> tuple[Event, ...]:
    known = {source.node(e.key): e for source in sources for e in source.reading.events}
    merged = [merging.merged_event(names[cluster[0]], [known[node] for node in cluster]) for cluster in clusters]
    return tuple(sorted(merged, key=lambda event: event.key))
