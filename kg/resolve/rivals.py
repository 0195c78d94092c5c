"""Decides between times that cannot both be true of one event.

What agrees and differs in precision only stands. Between rivals decide, in this order: what else is known
of the people (nobody acts after dying, nobody is reported on before it happens); how many independent
parties give the time; which one lies among the other dates of the documents, where a slip of the pen seldom
does; which one is stated, not inferred, and by whom. If nothing decides, none is accepted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import Claim, ClaimKind, Document, Predicate, Ref, Statement, Status, TimePrecision, TimeSpan
from kg.resolve.stands import Key, Stand, content
from kg.resolve.times import bounds, gap, known

_ACTS = frozenset({Predicate.PERPETRATOR, Predicate.PARTICIPANT, Predicate.CAPTIVE, Predicate.INJURED_VICTIM})
_ROUNDS = 3
_STEPS = (2, 10, 50)


@dataclass(slots=True)
class Candidate:
    """One time that somebody gives for an event, with everybody who gives it."""

    key: Key
    span: TimeSpan
    stand: Stand
    parties: Set[str]
    statements: list[Statement] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    stated: bool = False

    @property
    def narrated(self) -> bool:
        """Whether a document gives it in its own words."""
        return not self.documents.isdisjoint(self.stand.tellers())

    def agrees(self, other: Candidate) -> bool:
        """Whether both may be true."""
        return gap(self.span, other.span) == 0


class Rivals:
    """The times of all events, and which of them can stand."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Iterable[Document],
        stands: dict[Key, Stand],
        verdicts: dict[Statement, Status],
    ) -> None:
        self._verdicts = verdicts
        self._issued = {document.id: document.issued for document in documents}
        self._times: defaultdict[str, dict[Key, Candidate]] = defaultdict(dict)
        self._dead: defaultdict[str, set[str]] = defaultdict(set)
        self._deaths: defaultdict[str, set[str]] = defaultdict(set)
        self._acting: defaultdict[str, set[str]] = defaultdict(set)
        self._cast: defaultdict[str, set[str]] = defaultdict(set)
        self._dates: defaultdict[str, list[tuple[str, TimeSpan]]] = defaultdict(list)
        for claim in claims:
            for statement in claim.statements:
                self._take(claim, statement, stands)

    def _take(self, claim: Claim, statement: Statement, stands: dict[Key, Stand]) -> None:
        value = statement.object
        if isinstance(value, TimeSpan) and statement.predicate is Predicate.TIME:
            if claim.kind is ClaimKind.DENIAL or not known(value):
                return
            self._dates[claim.document].append((statement.subject, value))
            key = content(statement)
            stand = stands[key]
            times = self._times[statement.subject]
            found = times.get(key)
            if found is None:
                found = times[key] = Candidate(key, value, stand, stand.asserting)
            found.statements.append(statement)
            found.documents.add(claim.document)
            found.stated |= not value.inferred
        elif isinstance(value, Ref) and self._verdicts[statement].accepted:
            if statement.predicate is Predicate.FATAL_VICTIM:
                self._dead[statement.subject].add(value.key)
                self._deaths[value.key].add(statement.subject)
            elif statement.predicate in _ACTS:
                self._acting[value.key].add(statement.subject)
                self._cast[statement.subject].add(value.key)

    def settle(self) -> None:
        """Takes acceptance from the times that cannot stand; what rests on a rejected time falls with it."""
        settled: set[str] = set()
        for _ in range(_ROUNDS):
            before = len(settled)
            for event in sorted(self._times):
                if event not in settled and self._settle(event):
                    settled.add(event)
            self._fell_with_their_anchor()
            if len(settled) == before:
                break

    def _standing(self, event: str) -> list[Candidate]:
        return [c for c in self._times.get(event, {}).values() if self._verdicts[c.statements[0]].accepted]

    def _settle(self, event: str) -> bool:
        """Decides between the times of one event; whether there was anything to decide."""
        candidates = self._standing(event)
        if all(a.agrees(b) for a in candidates for b in candidates):
            return False
        possible = [c for c in candidates if not self._impossible(event, c)] or candidates
        tests: tuple[Callable[[Candidate], int], ...] = (
            lambda c: len(set().union(*(o.parties for o in possible if o.agrees(c)))),
            lambda c: self._nearness(event, c),
            lambda c: int(c.stated),
            lambda c: int(c.narrated),
        )
        winners = _best(possible, tests)
        for candidate in candidates:
            if candidate not in winners:
                lost = Status.DISCOUNTED if winners else Status.DISPUTED
                self._mark(candidate, Status.DISCOUNTED if candidate not in possible else lost)
        return True

    def _mark(self, candidate: Candidate, status: Status) -> None:
        for statement in candidate.statements:
            self._verdicts[statement] = status

    def _impossible(self, event: str, candidate: Candidate) -> bool:
        """Whether something else that is known rules a time out."""
        first, last = bounds(candidate.span)
        for document in candidate.documents:
            issued = self._issued.get(document)
            if issued is not None and first > issued + timedelta(days=1):
                return True
        for person in self._dead.get(event, ()):
            for other in sorted(self._acting.get(person, set()) - {event}):
                start = self._sole(other, candidate)
                if start is not None and start[0] > last:
                    return True
        for person in self._cast.get(event, ()):
            for other in sorted(self._deaths.get(person, set()) - {event}):
                end = self._sole(other, candidate)
                if end is not None and end[1] < first:
                    return True
        return False

    def _sole(self, event: str, apart_from: Candidate) -> tuple[date, date] | None:
        """When another event happened, if its times agree and do not rest on the one in question."""
        times = [c for c in self._standing(event) if not _rests_on(c.span, apart_from.span)]
        if not times or not all(a.agrees(b) for a in times for b in times):
            return None
        return max(bounds(c.span)[0] for c in times), min(bounds(c.span)[1] for c in times)

    def _nearness(self, event: str, candidate: Candidate) -> int:
        """How near a time lies to the other dates of the documents: within 2 years, 10, 50, or more."""
        documents = {d for c in self._times[event].values() for d in c.documents}
        rivals = [c.span for c in self._times[event].values()]
        away: list[int] = []
        for document in sorted(documents):
            issued = self._issued.get(document)
            if issued is not None:
                away.append(gap(candidate.span, TimeSpan(issued, issued, TimePrecision.DAY)))
            for subject, span in self._dates[document]:
                if subject != event and not any(_rests_on(span, rival) for rival in rivals):
                    away.append(gap(candidate.span, span))
        nearest = min(away, default=0)
        return -sum(nearest > years * 366 for years in _STEPS)

    def _fell_with_their_anchor(self) -> None:
        """Discounts times that were counted from a time that has been discounted."""
        rejected: defaultdict[str, list[TimeSpan]] = defaultdict(list)
        for times in self._times.values():
            for candidate in times.values():
                if self._verdicts[candidate.statements[0]] is Status.DISCOUNTED:
                    for document in candidate.documents:
                        rejected[document].append(candidate.span)
        if not rejected:
            return
        for times in self._times.values():
            for candidate in times.values():
                anchors = (span for document in candidate.documents for span in rejected.get(document, ()))
                if any(_rests_on(candidate.span, anchor) for anchor in anchors):
                    self._mark(candidate, Status.DISCOUNTED)


def _rests_on(span: TimeSpan, anchor: TimeSpan) -> bool:
    """Whether a time was counted from another one, as its basis says."""
    return bool(anchor.text) and anchor.text in span.basis and span.text != anchor.text


def _best(candidates: Sequence[Candidate], tests: Sequence[Callable[[Candidate], int]]) -> list[Candidate]:
    """The candidates left when each test in turn has kept its best and those left agree; else none."""
    left = list(candidates)
    for test in (None, *tests):
        if test is not None:
            top = max(test(c) for c in left)
            left = [c for c in left if test(c) == top]
        if all(a.agrees(b) for a in left for b in left):
            return [c for c in candidates if all(c.agrees(b) for b in left)]
    return []
