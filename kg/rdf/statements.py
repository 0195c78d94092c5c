"""Collects the statements of all claims, and decides which of them may stand as plain facts.

**A plain triple needs three things**: an accepted verdict on the statement, a claim that asserts it as
certain or probable, and, where it tells of an event, an accepted event that went as far as it says.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

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
        if len(self.statuses) == 1:
            return next(iter(self.statuses))
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
    """All statements of a graph, subject by subject, and the facts among them.

    Put together anew whenever they are asked for: at one time they would take more memory than the graph itself.
    """

    def __init__(self, graph: model.Graph, names: Names) -> None:
        self._names = names
        self._graph = graph
        self._events = {event.key: event for event in graph.events}

    def by_subject(self) -> Iterator[list[Proposition]]:
        """What all claims say of each thing that they speak of."""
        ranks: dict[str, int] = {}
        pairs = array("Q")
        for number, claim in enumerate(self._graph.claims):
            for subject in dict.fromkeys(statement.subject for statement in claim.statements):
                pairs.append(ranks.setdefault(subject, len(ranks)) << 32 | number)
        subjects = list(ranks)
        for rank, group in groupby(sorted(pairs), lambda pair: pair >> 32):
            yield self._about(subjects[rank], (self._graph.claims[pair & 0xFFFFFFFF] for pair in group))

    def _about(self, subject: str, claims: Iterable[model.Claim]) -> list[Proposition]:
        found: dict[URIRef, Proposition] = {}
        about = self._names.thing(subject)
        for claim in claims:
            for statement in claim.statements:
                if statement.subject != subject:
                    continue
                node = self.node(subject, statement.object)
                if node is None:
                    continue
                iri = self._names.statement(about, KGC[statement.predicate], node)
                proposition = found.get(iri)
                if proposition is None:
                    proposition = found[iri] = Proposition(iri, subject, statement.predicate, node)
                proposition.values.append(statement.object)
                proposition.statuses.add(self._graph.verdicts.get(statement, Status.OPEN))
                proposition.claims.append(claim)
        return list(found.values())

    def says_something(self, claim: model.Claim) -> bool:
        """Whether any of the claim's statements can be written; a time of which nothing is known cannot."""
        return any(not isinstance(st.object, model.TimeSpan) or st.object.label for st in claim.statements)

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

    def facts(self, propositions: Iterable[Proposition]) -> Iterator[Proposition]:
        """Those of the statements on one thing that stand as plain triples, at most one time among them."""
        times: list[Proposition] = []
        for found in propositions:
            if not self._is_fact(found):
                continue
            if found.predicate is Predicate.TIME:
                times.append(found)
            else:
                yield found
        agreed = _agreed_time(times) if times else None
        if agreed is not None:
            yield agreed

    def _is_fact(self, found: Proposition) -> bool:
        if not (found.status.accepted and found.vouched_for) or found.object == literals.truth(False):
            return False
        event = self._events.get(found.subject)
        if event is None:
            return True
        if not self._graph.event_status.get(event.key, Status.OPEN).accepted:
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
