"""What to show a person who is to decide whether two things are one: what each document says of it, in its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Event, Predicate, Ref, Statement
from kg.resolve.intake import Source, claim_key, speaks_of
from kg.resolve.judgement import Node

_QUOTES = 3
_PASSING = {
    Predicate.ROLE_TEXT: "",
    Predicate.MEMBER_OF: "of ",
    Predicate.LEADER_OF: "leads ",
    Predicate.SPEAKS_FOR: "speaks for ",
    Predicate.PART_OF_GROUP: "part of ",
    Predicate.NATIONALITY: "from ",
    Predicate.WITHIN: "in ",
}


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the two: the thing's key and name, the document, what that says in passing, and sentences about it.

    ``claims`` are the keys of the document's claims that speak of it.
    """

    thing: str
    label: str
    document: str
    issued: str = ""
    facts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Witness:
    """Finds the evidence for nodes of one document."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._entities = {entity.key: entity for entity in source.reading.entities}
        self._events = {event.key: event for event in source.reading.events}

    def side(self, node: Node, thing: str, label: str) -> Side:
        """What the document says of one of its entities or events; ``label`` is what the thing is called, if known."""
        document = self._source.reading.document
        issued = document.issued.isoformat() if document.issued else ""
        label = label or self._called(node.key)
        claims = [claim_key(self._source, c) for c in self._source.reading.claims if speaks_of(c, node.key)]
        facts, words = tuple(self._facts(node.key)), tuple(self._words(node.key))
        return Side(thing, label, document.id, issued, facts, words, tuple(sorted(claims)))

    def _called(self, key: str) -> str:
        event = self._events.get(key)
        return self._entities[key].label if event is None else event.label or self._kind(event)

    def _facts(self, key: str) -> Iterable[str]:
        if key in self._events:
            return [self._kind(self._events[key])]
        entity = self._entities[key]
        found = [f"also {alias}" for alias in entity.aliases if alias != entity.label]
        found += [entity.description] if entity.description and entity.description != entity.label else []
        said = [*self._source.reading.attributes, *(st for c in self._source.reading.claims for st in c.statements)]
        found += [
            f"{_PASSING[statement.predicate]}{self._name(statement)}"
            for statement in said
            if statement.subject == key and statement.predicate in _PASSING
        ]
        return dict.fromkeys(found)

    def _kind(self, event: Event) -> str:
        return ", ".join(event.types)

    def _name(self, statement: Statement) -> str:
        value = statement.object
        entity = self._entities.get(value.key) if isinstance(value, Ref) else None
        return entity.label if entity is not None else str(value)

    def _words(self, key: str) -> Iterable[str]:
        """The first sentences that speak of it; of an event those that say most of it."""
        about = [claim for claim in self._source.reading.claims if speaks_of(claim, key)]
        if key in self._events:
            about.sort(key=lambda claim: -len(claim.statements))
        quotes = dict.fromkeys(" ".join(self._source.quotes[claim.key].split()) for claim in about)
        whole = [quote for quote in quotes if not any(quote != other and quote in other for other in quotes)]
        return whole[:_QUOTES]
