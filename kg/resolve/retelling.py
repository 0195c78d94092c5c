"""Reads the tellings out of what a document claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import (
    Casualties,
    Claim,
    ClaimKind,
    Concept,
    Entity,
    EntityKind,
    Event,
    Outcome,
    PlacePrecision,
    Predicate,
    Ref,
    Span,
    Statement,
    TimeSpan,
)
from kg.resolve.clusters import Clusters
from kg.resolve.hierarchy import side
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.tellings import PATIENTS, Telling, telling_words
from kg.resolve.times import Relation, exact, relate


def tellings(sources: Iterable[Source], clusters: Clusters) -> Iterator[Telling]:
    """All events of all documents, in the order of the documents and of their keys."""
    for source in sources:
        yield from _of(source, clusters)


def _of(source: Source, clusters: Clusters) -> list[Telling]:
    reading = source.reading
    entities = {entity.key: entity for entity in reading.entities}
    story = frozenset(
        clusters.root(source.node(e.key)) for e in reading.entities if e.name is not None and not _vast(e)
    )
    told = {event.key: _opened(source, event, story) for event in reading.events}
    for claim in reading.claims:
        for statement in claim.statements:
            telling = told.get(statement.subject)
            if telling is not None:
                _stance(telling, claim, statement)
                _content(telling, claim, statement, source, entities, clusters)
    found = [told[key] for key in sorted(told)]
    for telling in found:
        telling.lone = _is_lone(telling, found)
    return found


def _is_lone(telling: Telling, others: list[Telling]) -> bool:
    """Whether a document tells of one event only in which people were hurt on that day."""
    if not _hurts(telling) or not any(exact(span) for span in telling.times):
        return False
    return not any(
        other is not telling and _hurts(other) and relate(telling.times, other.times) >= Relation.NEAR
        for other in others
    )


def _hurts(telling: Telling) -> bool:
    return bool(telling.counts or telling.known)


def _vast(entity: Entity) -> bool:
    """Whether so many reports name it that sharing it means nothing."""
    if entity.kind is EntityKind.NARRATOR:
        return True
    return entity.place is not None and entity.place.precision is PlacePrecision.COUNTRY


def _opened(source: Source, event: Event, story: frozenset[Node]) -> Telling:
    trigger = min(event.triggers, default=Span(0, 0))
    issued = source.reading.document.issued
    return Telling(source.node(event.key), event.types, event.stage, trigger, issued, story=story)


def _stance(telling: Telling, claim: Claim, statement: Statement) -> None:
    core = statement.predicate in (Predicate.OCCURRED, Predicate.FATAL_VICTIM)
    if claim.kind is ClaimKind.DENIAL:
        telling.denied |= core
    elif claim.kind is not ClaimKind.DOUBT and claim.certainty in ("certain", "probable"):
        telling.flat = True


def _content(
    telling: Telling,
    claim: Claim,
    statement: Statement,
    source: Source,
    entities: dict[str, Entity],
    clusters: Clusters,
) -> None:
    value, predicate = statement.object, statement.predicate
    if isinstance(value, TimeSpan):
        if claim.kind is not ClaimKind.DENIAL and value not in telling.times:
            telling.times.append(value)
    elif isinstance(value, Casualties):
        number = value.count.best if value.count.best is not None else value.count.low
        if number:
            telling.counts.setdefault(value.outcome, set()).add(number)
    elif isinstance(value, Concept):
        telling.weapons.add(value.name)
    elif isinstance(value, Ref):
        if predicate in (Predicate.SUB_EVENT_OF, Predicate.CAUSED_BY):
            telling.parts_of.add(value.key)
        entity = entities.get(value.key)
        if entity is not None:
            _role(telling, predicate, entity, source, entities, clusters)


def _role(
    telling: Telling,
    predicate: Predicate,
    entity: Entity,
    source: Source,
    entities: dict[str, Entity],
    clusters: Clusters,
) -> None:
    root = clusters.root(source.node(entity.key))
    if predicate is Predicate.LOCATION:
        _place(telling, root, entity, source, entities, clusters)
        return
    if predicate is Predicate.PERPETRATOR:
        telling.actors.add(root)
        if entity.actor:
            telling.sides.add(side(entity.actor))
        return
    if predicate not in PATIENTS:
        return
    telling.patients.add(root)
    if entity.name is not None and entity.kind is EntityKind.PERSON:
        telling.known.setdefault(predicate, set()).add(root)
        telling.names[root] = tuple(dict.fromkeys((*telling.names.get(root, ()), entity.name)))
    else:
        telling.words |= telling_words(entity.label)
        if predicate in (Predicate.TARGET, Predicate.MATERIAL_LOSS):
            telling.aims |= telling_words(entity.label)
    number = _number(entity)
    outcome = {Predicate.FATAL_VICTIM: Outcome.KILLED, Predicate.INJURED_VICTIM: Outcome.INJURED}.get(
        predicate
    )
    if number and outcome is not None:
        telling.counts.setdefault(outcome, set()).add(number)


def _number(entity: Entity) -> int | None:
    if entity.count is None:
        return None
    return entity.count.best if entity.count.best is not None else entity.count.low


def _place(
    telling: Telling,
    root: Node,
    entity: Entity,
    source: Source,
    entities: dict[str, Entity],
    clusters: Clusters,
) -> None:
    telling.places[root] = entity
    if entity.place is None:
        return
    if entity.place.country:
        telling.countries.add(entity.place.country)
    for key in entity.place.within:
        if key in entities:
            telling.around.add(clusters.root(source.node(key)))
