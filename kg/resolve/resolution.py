"""Puts the steps of resolution together."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kg.model import Attestation, Claim, Entity, EntityKind, Event, Graph, Reading, Ref, Statement, Status
from kg.resolve import merging
from kg.resolve.applying import Edits, draft
from kg.resolve.clusters import Clusters
from kg.resolve.containment import in_order
from kg.resolve.corrections import Correction
from kg.resolve.hierarchy import parts
from kg.resolve.intake import Source, copies, take
from kg.resolve.judgement import Judgement, Node
from kg.resolve.labels import Labels
from kg.resolve.memory import Memory, Past, pointers
from kg.resolve.ordering import in_groups
from kg.resolve.parties import Parties, narrators
from kg.resolve.partition import FREE, Partition, names, partition
from kg.resolve.rewriting import Rewriting
from kg.resolve.rivals import Rivals
from kg.resolve.twins import twinned
from kg.resolve.verdicts import Verdicts, judge

_NOTHING = Memory()
_OBJECTS, _ROUNDS, _NEVER = 50_000, 20, 1_000_000


@dataclass(frozen=True, slots=True)
class Resolution:
    """The graph of all readings, with the judgements that it rests on, sorted by what they are about.

    ``names`` gives the key of each entity and event of each document, ``past`` the keys that they had, ``unmet``
    the corrections that found nothing to correct, with the reason. Where nothing was to be explained, there are only
    the graph and ``unmet``.
    """

    graph: Graph
    judgements: tuple[Judgement, ...]
    sources: tuple[Source, ...]
    names: Mapping[Node, str]
    past: Past
    unmet: tuple[tuple[Correction, str], ...]


def resolution(
    readings: Iterable[Reading],
    corrections: Sequence[Correction] = (),
    memory: Memory = _NOTHING,
    explained: bool = True,
) -> Resolution:
    """One graph of many readings: a pure function of their set and of what is settled, in whatever order they come.

    If it is not to be ``explained``, what the documents themselves say and the judgements are let go of on the way: of
    a large archive they take a third of the memory.
    """
    with _rare_search_for_cycles():
        sources = take(readings)
    with _no_search_for_cycles():
        return _resolved(sources, corrections, memory, explained)


@contextmanager
def _rare_search_for_cycles() -> Iterator[None]:
    """While readings come in, whoever makes them may leave cycles behind; the readings taken in have none, and would be
    gone through whenever a quarter more of them has come: cycles are looked for among what is new.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _OBJECTS) if before[0] else 0, max(before[1], _ROUNDS), _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Millions of records, none of which points back, would be gone through again and again: of twice as many documents
    that took 2.4 times as long.

    Nor is all that was made meanwhile gone through when this ends, as what is new would be: it is put with what is old.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _resolved(
    sources: tuple[Source, ...], corrections: Sequence[Correction], memory: Memory, explained: bool
) -> Resolution:
    copy_of = copies(sources)
    for source in sources:
        source.forget_sketch()
    past: Past = memory.of(sources)
    found = partition(sources, copy_of, explained=explained)
    called = names(found, past)
    edits = Edits()
    unmet: list[tuple[Correction, str]] = []
    if corrections:
        drafted = draft(corrections, found, called, sources, past)
        past = drafted.past()
        if drafted.twins:
            sources = twinned(sources, drafted.twins)
            known = memory.of(sources)
            past = {**past, **{twin.node: known.get(twin.node, ()) for twin in drafted.twins}}
        bonds = drafted.bonds()
        if bonds != FREE:
            found = partition(sources, copy_of, bonds, explained)
        called = names(found, past)
        edits = drafted.edits(called)
        unmet = drafted.unmet
    left = {node: key for node, key in called.items() if key not in edits.dropped} if edits.dropped else called
    found = replace(found, told=())  # done with
    entities, events = _entities(found, left, edits), _events(sources, found.events, left, edits)
    judgements = found.judgements
    del found
    replaced = pointers(called, past, memory.replaced)
    said = _said(sources, copy_of, left, explained)
    if not explained:
        called, left, past = {}, {}, {}
    graph = _graph(sources, entities, events, said)
    kept = {entity.key for entity in graph.entities} | {event.key for event in graph.events}
    identifier = {source.mark: source.reading.document.id for source in sources}
    graph = replace(
        graph,
        replaced={old: new for old, new in replaced.items() if new in kept},
        copy_of={identifier[mark]: identifier[first] for mark, first in copy_of.items() if mark != first},
    )
    return Resolution(graph, judgements, sources if explained else (), called, past, tuple(unmet))


@dataclass(slots=True)
class _Said:
    """What all documents say, on the keys of the graph; ``voices`` gives the source that each narrator stands for."""

    voices: Mapping[str, str]
    claims: list[Claim] = field(default_factory=list)
    attributes: set[Statement] = field(default_factory=set)
    attested: list[Attestation] = field(default_factory=list)
    quotes: dict[str, str] = field(default_factory=dict)


def _said(sources: Iterable[Source], copy_of: Mapping[str, str], names: Mapping[Node, str], explained: bool) -> _Said:
    refs: dict[str, Ref] = {}
    said = _Said(
        narrators(
            (names[source.node(entity.key)], source.reading.document, copy_of[source.mark])
            for source in sources
            for entity in source.reading.entities
            if entity.kind is EntityKind.NARRATOR
        )
    )
    for source in sources:
        page = Rewriting(source, names, refs)
        rewritten, words = page.claims()
        said.claims += rewritten
        said.quotes |= words
        said.attributes.update(page.attributes())
        passing, words = page.attestations()
        said.attested += passing
        said.quotes |= words
        if not explained:
            source.let_go()
    return said


def _graph(sources: tuple[Source, ...], entities: tuple[Entity, ...], events: tuple[Event, ...], said: _Said) -> Graph:
    claims, attributes, attested = said.claims, said.attributes, said.attested
    attributes.update(parts(entities))
    judged, of_events, parties = _judged(sources, entities, events, said)
    labels = Labels(claims, {entity.key: entity for entity in entities}, judged, parties)
    documents = tuple(sorted((source.reading.document for source in sources), key=lambda d: (d.id, d.digest)))
    return Graph(
        documents=documents,
        entities=_spoken_of(entities, claims, attributes, attested),
        events=tuple(replace(e, label=e.label or labels.of(e, of_events[e.key])) for e in events),
        claims=in_groups(claims, _document, _place),
        attributes=in_groups(attributes, lambda st: st.subject, lambda st: (st.predicate.value, repr(st.object))),
        verdicts=judged,
        event_status=dict(sorted(of_events.items())),
        quotes=said.quotes,
        attestations=in_groups(attested, _document, _place),
    )


def _document(said: Claim | Attestation) -> str:
    return said.document


def _place(said: Claim | Attestation) -> tuple[int, int, str]:
    """What orders the words of one document."""
    return said.span.begin, said.span.end, said.key


def _judged(
    sources: Iterable[Source], entities: Iterable[Entity], events: Iterable[Event], said: _Said
) -> tuple[dict[Statement, Status], dict[str, Status], Parties]:
    """The verdict on every statement and every event, and the parties that were counted."""
    claims = said.claims
    actors = {entity.key: entity.actor for entity in entities if entity.actor}
    parties = Parties(_relations(said.attributes, claims), said.voices, actors)
    parties.hear(claims, said.quotes, {entity.key: entity.label for entity in entities if entity.name is None})
    documents = [source.reading.document for source in sources]
    verdicts = Verdicts(claims, events, parties, {document.id: document.issued for document in documents})
    judged, on_times, of_events = judge(verdicts, claims), verdicts.on_times(), verdicts.events
    del verdicts  # of all records that a graph takes to make, those of who stands where are the most
    Rivals(claims, documents, on_times, judged).settle()
    return judged, of_events, parties


def _spoken_of(
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    attributes: Iterable[Statement],
    attested: Iterable[Attestation],
) -> tuple[Entity, ...]:
    """The entities without those that have no name and of which nothing is said."""
    said = [*attributes, *(statement for claim in claims for statement in claim.statements)]
    used = {st.subject for st in said} | {st.object.key for st in said if isinstance(st.object, Ref)}
    used |= {key for claim in claims for key in (claim.claimant, claim.on_behalf_of) if key}
    used |= {one.claimant for one in attested if one.claimant}
    used |= {key for entity in entities if entity.place is not None for key in entity.place.within}
    return tuple(e for e in entities if e.name is not None or e.key in used or e.kind is EntityKind.NARRATOR)


def _relations(attributes: Iterable[Statement], claims: Iterable[Claim]) -> list[Statement]:
    """What belongs to what, said in passing or claimed."""
    return [*attributes, *(statement for claim in claims for statement in claim.statements)]


def _entities(found: Partition, names: Mapping[Node, str], edits: Edits) -> tuple[Entity, ...]:
    known = found.known
    merged = []
    for places in found.entities.places():
        key = names.get(found.entities.node(places[0]))
        if key is None:
            continue
        members = [known.at(place) for place in places]
        within = [
            _within(known.teller(place), member.place.within, names) if member.place and member.place.within else ()
            for place, member in zip(places, members, strict=True)
        ]
        merged.append(edits.entity(merging.merged_entity(key, members, within)))
    return tuple(sorted(in_order(merged), key=lambda entity: entity.key))


def _within(source: Source, keys: Iterable[str], names: Mapping[Node, str]) -> tuple[str, ...]:
    """What contains a place of a document, by the keys of the graph."""
    return tuple(dict.fromkeys(name for key in keys if (name := names.get(source.node(key))) is not None))


def _events(
    sources: Iterable[Source], clusters: Clusters, names: Mapping[Node, str], edits: Edits
) -> tuple[Event, ...]:
    known = {source.node(e.key): e for source in sources for e in source.reading.events}
    merged = [
        edits.event(merging.merged_event(names[cluster[0]], [known[node] for node in cluster]))
        for cluster in clusters
        if cluster[0] in names
    ]
    return tuple(sorted(merged, key=lambda event: event.key))
