"""What the documents say of each person beside the name, as far as it tells whether two are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.model import (
    Certainty,
    Claim,
    ClaimKind,
    Entity,
    EntityKind,
    Predicate,
    Ref,
    Stage,
    Statement,
    TimeSpan,
)
from kg.names import tokens, weight
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Node
from kg.resolve.times import bounds, exact

_BELONGS = frozenset({Predicate.MEMBER_OF, Predicate.LEADER_OF, Predicate.SPEAKS_FOR})
_ACTS = frozenset({Predicate.PERPETRATOR, Predicate.PARTICIPANT, Predicate.CAPTIVE, Predicate.INJURED_VICTIM})
_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_SAME_DEATH = 31
"""Days by which reports of one death may differ before they speak of two people."""


@dataclass(slots=True)
class Dossier:
    """One person of one document, or several taken for one.

    ``called`` holds the main name in each document, ``names`` the noms de guerre, too. ``marks`` are facts
    that two namesakes hardly share: the group, the day of death. ``deaths`` and ``acts`` are first and last
    possible days of what is flatly asserted.
    """

    nodes: list[Node]
    names: list[str]
    called: list[str]
    marks: set[tuple[str, str]] = field(default_factory=set)
    nations: frozenset[Node] = frozenset()
    deaths: tuple[tuple[date, date], ...] = ()
    acts: tuple[tuple[date, date], ...] = ()

    _documents: set[str] | None = None

    def told_with(self, other: Dossier) -> bool:
        """Whether some document tells of both."""
        few, many = sorted((self, other), key=lambda dossier: len(dossier.nodes))
        documents = many.documents()
        return any(node.document in documents for node in few.nodes)

    def documents(self) -> set[str]:
        """The marks of the documents that tell of the person; remembered once there are several."""
        if len(self.nodes) < 2:
            return {node.document for node in self.nodes}
        if self._documents is None:
            self._documents = {node.document for node in self.nodes}
        return self._documents

    @property
    def name(self) -> str:
        """The name by which the first document knows the person."""
        return self.names[0]

    def add(self, other: Dossier) -> None:
        """Takes over what is known of the other: from now on the two are one person."""
        self.nodes += other.nodes
        if self._documents is not None:
            self._documents.update(node.document for node in other.nodes)
        self.names += [name for name in other.names if name not in self.names]
        self.called += [name for name in other.called if name not in self.called]
        self.marks |= other.marks
        self.nations |= other.nations
        self.deaths += tuple(death for death in other.deaths if death not in self.deaths)
        self.acts += tuple(act for act in other.acts if act not in self.acts)

    def shared(self, other: Dossier) -> list[str]:
        """Facts that speak for one person, in words."""
        return sorted(f"same {kind}: {value}" for kind, value in self.marks & other.marks)

    def contradiction(self, other: Dossier) -> str:
        """Why the two cannot be one person, empty if nothing speaks against it."""
        if self.nations and other.nations and not self.nations & other.nations:
            return "different nationality"
        for first, last in self.deaths:
            for start, end in other.deaths:
                if (start - last).days > _SAME_DEATH or (first - end).days > _SAME_DEATH:
                    return f"died at different times: {first}, {start}"
        for one, two in ((self, other), (other, self)):
            for _, last in one.deaths:
                for start, _ in two.acts:
                    if (start - last).days > _SAME_DEATH:
                        return f"dead by {last}, acting in {start}"
        return ""


def dossiers(sources: Iterable[Source], clusters: Clusters, copy_of: dict[str, str]) -> Iterator[Dossier]:
    """The dossier of each named person of each document; groups and places must have been united before."""
    for source in sources:
        persons = {
            entity.key: _opened(source, entity)
            for entity in source.reading.entities
            if entity.kind is EntityKind.PERSON and entity.name and tokens(entity.name)
        }
        for dossier in persons.values():
            dossier.marks.add(("report, printed twice", copy_of[source.mark]))
        _fill(source, persons, clusters)
        yield from persons.values()


def _opened(source: Source, entity: Entity) -> Dossier:
    full = [alias for alias in entity.aliases if len(alias.split()) > 1 and weight(alias) >= 1 and alias != entity.name]
    name = entity.name or ""
    return Dossier([source.node(entity.key)], [name, *sorted(full)], [name])


def _fill(source: Source, persons: dict[str, Dossier], clusters: Clusters) -> None:
    reading = source.reading
    for statement in (*reading.attributes, *(st for claim in reading.claims for st in claim.statements)):
        person = persons.get(statement.subject)
        if person is None or not isinstance(statement.object, Ref) or source.node(statement.object.key) not in clusters:
            continue
        root = clusters.root(source.node(statement.object.key))
        if statement.predicate in _BELONGS:
            person.marks.add(("group", str(root)))
        elif statement.predicate is Predicate.NATIONALITY:
            person.nations |= {root}
    for claim in reading.claims:
        if claim.claimant in persons and claim.on_behalf_of and source.node(claim.on_behalf_of) in clusters:
            root = clusters.root(source.node(claim.on_behalf_of))
            persons[claim.claimant].marks.add(("group", str(root)))
    events = {event.key: event for event in reading.events}
    flat, rejected = _polarity(reading.claims)
    when: defaultdict[str, list[TimeSpan]] = defaultdict(list)
    for statement in flat:
        if isinstance(statement.object, TimeSpan):
            when[statement.subject].append(statement.object)
    for statement in flat:
        event = events.get(statement.subject)
        person = persons.get(statement.object.key) if isinstance(statement.object, Ref) else None
        if event is None or person is None or event.stage is not Stage.ACCOMPLISHED or statement in rejected:
            continue
        for span in when[event.key][:1] if len(when[event.key]) == 1 else ():
            if statement.predicate is Predicate.FATAL_VICTIM:
                person.deaths += (bounds(span),)
                if exact(span):
                    person.marks.add(("day of death", str(span.earliest)))
            elif statement.predicate in _ACTS:
                person.acts += (bounds(span),)


def _polarity(claims: Iterable[Claim]) -> tuple[list[Statement], set[Statement]]:
    """What somebody states flatly, and what somebody denies or doubts."""
    flat: dict[Statement, None] = {}
    rejected: set[Statement] = set()
    for claim in claims:
        if claim.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT):
            rejected.update(claim.statements)
        elif claim.certainty in _SURE:
            flat.update(dict.fromkeys(claim.statements))
    return list(flat), rejected
