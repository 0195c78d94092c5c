"""Reads the tellings out of what a document claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.model import (
    Casualties,
    Claim,
    ClaimKind,
    Concept,
    Count,
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
from kg.resolve.hierarchy import known_name, side
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.tellings import PATIENTS, Telling, telling_words
from kg.resolve.times import Relation, exact, when

_BELONGS = (Predicate.MEMBER_OF, Predicate.LEADER_OF, Predicate.SPEAKS_FOR)
_COUNTED = {Predicate.FATAL_VICTIM: Outcome.KILLED, Predicate.INJURED_VICTIM: Outcome.INJURED}


def tellings(sources: Iterable[Source], clusters: Clusters) -> Iterator[Telling]:
    """All events of all documents, in the order of the documents and of their keys."""
    alike: dict[object, object] = {}
    for source in sources:
        for notes in _Page(source, clusters).notes():
            yield notes.telling(alike)


@dataclass(slots=True)
class _Notes:
    """A telling while it is put together."""

    node: Node
    event: Event
    issued: date | None
    story: frozenset[Node]
    times: list[TimeSpan] = field(default_factory=list)
    places: dict[Node, Entity] = field(default_factory=dict)
    around: set[Node] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    actors: set[Node] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    patients: set[Node] = field(default_factory=set)
    known: dict[Predicate, set[Node]] = field(default_factory=dict)
    names: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    counts: dict[Outcome, set[tuple[int, int | None]]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    aims: set[str] = field(default_factory=set)
    profile: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    weapons: set[str] = field(default_factory=set)
    parts_of: set[str] = field(default_factory=set)
    flat: bool = False
    denied: bool = False
    blamed: bool = False
    identified: bool = False
    lone: bool = False

    @property
    def days(self) -> tuple[str, ...]:
        """Days of a year that nothing tells, where it has no times."""
        return () if self.times else self.event.days

    def telling(self, alike: dict[object, object]) -> Telling:
        """The telling, without what is empty; what tellings have alike is kept once, in ``alike``.

        There are as many tellings at a time as events in all documents, and most of what each could hold is empty or
        comes again.
        """
        event = self.event
        found = Telling(self.node, event.types, event.stage, min(event.triggers, default=Span(0, 0)), self.issued)
        for name in _SETS:
            value = getattr(self, name)
            if value:
                kept = frozenset(value)
                setattr(found, name, alike.setdefault(kept, kept))
        for name in _GROUPED:
            if groups := getattr(self, name):
                packed = {key: frozenset(values) for key, values in groups.items()}
                setattr(found, name, {key: alike.setdefault(values, values) for key, values in packed.items()})
        found.times = tuple(self.times)
        found.days = self.days
        if self.places:
            found.places = self.places
        if self.names:
            found.names = self.names
        found.flat, found.denied, found.blamed, found.lone = self.flat, self.denied, self.blamed, self.lone
        found.identified = self.identified
        return found


_SETS = (
    *("around", "countries", "actors", "sides", "patients", "words", "aims", "profile", "described", "weapons"),
    *("parts_of", "story"),
)
_GROUPED = ("known", "counts")


class _Page:
    """One document while its tellings are put together."""

    def __init__(self, source: Source, clusters: Clusters) -> None:
        self._source = source
        self._clusters = clusters
        self._entities = {entity.key: entity for entity in source.reading.entities}
        self._groups: dict[str, list[Entity]] = {}
        self._roles: dict[str, set[str]] = {}
        for statement in source.reading.attributes:
            value = statement.object
            if statement.predicate in _BELONGS and isinstance(value, Ref) and value.key in self._entities:
                self._groups.setdefault(statement.subject, []).append(self._entities[value.key])
            elif statement.predicate is Predicate.ROLE_TEXT and isinstance(value, str):
                self._roles.setdefault(statement.subject, set()).update(telling_words(value))

    def notes(self) -> list[_Notes]:
        """Its events by their keys."""
        reading = self._source.reading
        story = frozenset(self._root(e) for e in reading.entities if e.name is not None and not _vast(e))
        told = {event.key: self._opened(event, story) for event in reading.events}
        for claim in reading.claims:
            for statement in claim.statements:
                telling = told.get(statement.subject)
                if telling is not None:
                    _stance(telling, claim, statement)
                    self._content(telling, claim, statement)
        found = [told[key] for key in sorted(told)]
        for telling in found:
            telling.lone = _is_lone(telling, found)
        return found

    def _root(self, entity: Entity) -> Node:
        return self._clusters.root(self._source.node(entity.key))

    def _opened(self, event: Event, story: frozenset[Node]) -> _Notes:
        return _Notes(self._source.node(event.key), event, self._source.reading.document.issued, story)

    def _content(self, telling: _Notes, claim: Claim, statement: Statement) -> None:
        value, predicate = statement.object, statement.predicate
        if isinstance(value, TimeSpan):
            if claim.kind is not ClaimKind.DENIAL and value not in telling.times:
                telling.times.append(value)
        elif isinstance(value, Casualties):
            if predicate is Predicate.CASUALTIES:  # a part says nothing of how many there were
                _count(telling, value.outcome, value.count)
        elif isinstance(value, Concept):
            telling.weapons.add(value.name)
        elif isinstance(value, Ref):
            if predicate in (Predicate.SUB_EVENT_OF, Predicate.CAUSED_BY):
                telling.parts_of.add(value.key)
            entity = self._entities.get(value.key)
            if entity is not None:
                self._role(telling, predicate, entity)

    def _role(self, telling: _Notes, predicate: Predicate, entity: Entity) -> None:
        if predicate is Predicate.LOCATION:
            self._place(telling, entity)
        elif predicate is Predicate.PERPETRATOR:
            telling.actors.add(self._root(entity))
            telling.identified |= entity.name is not None or entity.actor is not None
            groups = [entity, *self._groups.get(entity.key, ())]
            telling.sides.update(side(group.actor) for group in groups if group.actor)
        elif predicate in PATIENTS:
            self._patient(telling, predicate, entity)

    def _patient(self, telling: _Notes, predicate: Predicate, entity: Entity) -> None:
        root = self._root(entity)
        telling.patients.add(root)
        if entity.name is not None and entity.kind is EntityKind.PERSON:
            telling.known.setdefault(predicate, set()).add(root)
            telling.names[root] = tuple(dict.fromkeys((*telling.names.get(root, ()), entity.name)))
        else:
            telling.words |= telling_words(entity.label)
        if predicate in (Predicate.TARGET, Predicate.MATERIAL_LOSS) and entity.name is None:
            telling.aims |= telling_words(entity.label)
        if predicate is Predicate.FATAL_VICTIM and entity.kind is EntityKind.PERSON:
            (telling.described if entity.name is None else telling.profile).update(self._said_of(entity))
        if predicate in _COUNTED and entity.count is not None:
            _count(telling, _COUNTED[predicate], entity.count)

    def _said_of(self, entity: Entity) -> set[str]:
        """The telling words of what a document says of a person: role, groups, description."""
        words = set(self._roles.get(entity.key, ()))
        for group in self._groups.get(entity.key, ()):
            for name in (group.name, known_name(group.actor) if group.actor else None, *group.aliases):
                words |= telling_words(name or "")
        return words | (telling_words(entity.description or "") if entity.name is None else set())

    def _place(self, telling: _Notes, entity: Entity) -> None:
        telling.places[self._root(entity)] = entity
        if entity.place is None:
            return
        if entity.place.country:
            telling.countries.add(entity.place.country)
        for key in entity.place.within:
            if key in self._entities:
                telling.around.add(self._root(self._entities[key]))


def _count(telling: _Notes, outcome: Outcome, count: Count) -> None:
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else None
    if low:
        telling.counts.setdefault(outcome, set()).add((low, high))


def _stance(telling: _Notes, claim: Claim, statement: Statement) -> None:
    core = statement.predicate in (Predicate.OCCURRED, Predicate.FATAL_VICTIM)
    if claim.kind is ClaimKind.DENIAL:
        telling.denied |= core
        return
    telling.blamed |= statement.predicate is Predicate.PERPETRATOR
    if claim.kind is not ClaimKind.DOUBT and claim.certainty in ("certain", "probable"):
        telling.flat = True


def _is_lone(telling: _Notes, others: list[_Notes]) -> bool:
    """Whether a document tells of one event only in which people were hurt on that day."""
    if not _hurts(telling) or not (telling.days or any(exact(span) for span in telling.times)):
        return False
    return not any(other is not telling and _hurts(other) and when(telling, other) >= Relation.NEAR for other in others)


def _hurts(telling: _Notes) -> bool:
    return bool(telling.counts or telling.known)


def _vast(entity: Entity) -> bool:
    """Whether so many reports name it that sharing it means nothing."""
    if entity.kind is EntityKind.NARRATOR:
        return True
    return entity.place is not None and entity.place.precision is PlacePrecision.COUNTRY
