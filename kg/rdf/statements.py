"""Collects the statements of all claims, and decides which of them may stand as plain facts.

**A plain triple needs three things**: an accepted verdict on the statement, a claim that asserts it as
certain or probable, and, where it tells of an event, an accepted event that went as far as it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import URIRef
from rdflib.term import Node

from kg import model
from kg.model import Certainty, ClaimKind, Predicate, Stage, Status
from kg.rdf import literals, wording
from kg.rdf.naming import Names, concept
from kg.vocab import KGC

_ASSERTIVE = frozenset({ClaimKind.ASSERTION, ClaimKind.ACCUSATION, ClaimKind.RESPONSIBILITY})
_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})

_EFFECTS = frozenset(
    {
        Predicate.OCCURRED,
        Predicate.FATAL_VICTIM,
        Predicate.INJURED_VICTIM,
        Predicate.CAPTIVE,
        Predicate.VICTIM,
        Predicate.MATERIAL_LOSS,
        Predicate.CASUALTIES,
        Predicate.CASUALTY_PART,
    }
)
"""What an attempt that failed did not bring about."""

_MOST_CAUTIOUS_FIRST = (
    Status.DISPUTED,
    Status.DISCOUNTED,
    Status.ADMITTED,
    Status.CORROBORATED,
    Status.SINGLE_SOURCE,
    Status.OPEN,
)


_FINEST_FIRST = tuple(model.TimePrecision)


@dataclass(slots=True)
class Proposition:
    """One statement node: everything that the claims say in the same three terms."""

    iri: URIRef
    subject: str
    predicate: Predicate
    object: Node
    values: list[model.Value] = field(default_factory=list)
    statuses: set[Status] = field(default_factory=set)
    claims: list[model.Claim] = field(default_factory=list)

    @property
    def status(self) -> Status:
        """The verdict; where wordings of the same content were judged apart, the most cautious one."""
        return next((s for s in _MOST_CAUTIOUS_FIRST if s in self.statuses), Status.OPEN)

    @property
    def vouched_for(self) -> bool:
        """Whether a claim asserts it as certain or probable."""
        return any(c.kind in _ASSERTIVE and c.certainty in _SURE for c in self.claims)

    @property
    def times(self) -> list[model.TimeSpan]:
        """The time spans it was read from, if it states a time."""
        return [v for v in self.values if isinstance(v, model.TimeSpan)]

    @property
    def inferred(self) -> bool:
        """Whether it states a time that no claim gives in so many words."""
        return bool(self.times) and all(span.inferred for span in self.times)

    @property
    def bases(self) -> list[str]:
        """How its time was derived, if it was."""
        return sorted({span.basis for span in self.times if span.inferred and span.basis})


class Statements:
    """All statements of a graph by their IRI, and the facts among them."""

    def __init__(self, graph: model.Graph, names: Names) -> None:
        self._names = names
        self._events = {event.key: event for event in graph.events}
        self._event_status = graph.event_status
        self.by_iri: dict[URIRef, Proposition] = {}
        self.of_claim: dict[str, list[URIRef]] = {}
        for claim in graph.claims:
            content = self.of_claim.setdefault(claim.key, [])
            for statement in claim.statements:
                found = self._collect(statement, claim, graph.verdicts.get(statement, Status.OPEN))
                if found is not None and found.iri not in content:
                    content.append(found.iri)

    def _collect(self, statement: model.Statement, claim: model.Claim, status: Status) -> Proposition | None:
        node = self.node(statement.subject, statement.object)
        if node is None:
            return None
        subject = self._names.thing(statement.subject)
        iri = self._names.statement(subject, KGC[statement.predicate.value], node)
        found = self.by_iri.get(iri)
        if found is None:
            found = Proposition(iri, statement.subject, statement.predicate, node)
            self.by_iri[iri] = found
        found.values.append(statement.object)
        found.statuses.add(status)
        found.claims.append(claim)
        return found

    def node(self, subject: str, value: model.Value) -> Node | None:
        """The RDF term of an object; None for a time of which nothing is known."""
        if isinstance(value, model.Ref):
            return self._names.thing(value.key)
        if isinstance(value, model.TimeSpan):
            return self._names.time(value) if value.label else None
        if isinstance(value, model.Casualties):
            return self._names.casualties(subject, value, wording.casualties(value))
        if isinstance(value, model.Concept):
            return concept(value.name)
        return literals.truth(value) if isinstance(value, bool) else literals.text(value)

    def facts(self) -> Iterator[Proposition]:
        """The statements that stand as plain triples, at most one time for each event."""
        times: dict[str, list[Proposition]] = {}
        for found in self.by_iri.values():
            if not self._is_fact(found):
                continue
            if found.predicate is Predicate.TIME:
                times.setdefault(found.subject, []).append(found)
            else:
                yield found
        for rivals in times.values():
            agreed = _agreed_time(rivals)
            if agreed is not None:
                yield agreed

    def _is_fact(self, found: Proposition) -> bool:
        if not (found.status.accepted and found.vouched_for) or found.object == literals.truth(False):
            return False
        event = self._events.get(found.subject)
        if event is None:
            return True
        if not self._event_status.get(event.key, Status.OPEN).accepted:
            return False
        if event.stage is Stage.ATTEMPTED:
            return found.predicate not in _EFFECTS
        return event.stage is Stage.ACCOMPLISHED


def _agreed_time(rivals: list[Proposition]) -> Proposition | None:
    """The one of several accepted times that lies within all others; None if they cannot all be true."""

    def bounds(found: Proposition) -> tuple[int, int]:
        span = found.times[0]
        first = 0 if span.earliest is None else span.earliest.toordinal()
        last = 10**7 if span.latest is None else span.latest.toordinal()
        return first, last

    def width(found: Proposition) -> tuple[int, int, str]:
        first, last = bounds(found)
        return last - first, _FINEST_FIRST.index(found.times[0].precision), str(found.iri)

    finest = min(rivals, key=width)
    first, last = bounds(finest)
    for other in rivals:
        start, end = bounds(other)
        if first < start or last > end:
            return None
    return finest
