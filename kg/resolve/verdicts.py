"""The verdict on each statement and event, over all claims, by independent parties.

The words are Airwars', roughly: admitted, corroborated, single-source, disputed, discounted, open. Articles
do not count: three articles that quote one command are one source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date

from kg.model import (
    Certainty,
    Claim,
    ClaimKind,
    Event,
    Predicate,
    Ref,
    Stage,
    Statement,
    Status,
)
from kg.resolve.parties import Parties
from kg.resolve.reversals import reversed_denials
from kg.resolve.stands import Key, Stand, added, content
from kg.resolve.zeros import answered

_CERTAIN = frozenset({Certainty.CERTAIN})
_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_NOT_BEGUN = frozenset({Stage.PLANNED, Stage.THREATENED})
_AGAINST = frozenset({ClaimKind.DENIAL, ClaimKind.DOUBT})
_ADMITTED_WITH = frozenset(
    {
        Predicate.OCCURRED,
        Predicate.PERPETRATOR,
        Predicate.FATAL_VICTIM,
        Predicate.INJURED_VICTIM,
        Predicate.CAPTIVE,
        Predicate.VICTIM,
        Predicate.MATERIAL_LOSS,
    }
)
_HARM = _ADMITTED_WITH - {Predicate.OCCURRED, Predicate.PERPETRATOR}


class Verdicts:
    """Judges statements and events from all claims on them; ``issued`` has the date of each document."""

    def __init__(
        self,
        claims: Iterable[Claim],
        events: Iterable[Event],
        parties: Parties,
        issued: Mapping[str, date | None],
    ) -> None:
        self._parties = parties
        self._events = {event.key: event for event in events}
        self._claims = tuple(claims)
        self._reversed = reversed_denials(self._claims, issued, parties)
        self.stands: dict[Key, Stand] = {}
        self._alone: dict[str, frozenset[str]] = {}
        self._telling: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
        self._perpetrators: defaultdict[str, set[str]] = defaultdict(set)
        self._said_to_be: defaultdict[str, set[str]] = defaultdict(set)  # without those of whom it is only denied
        for claim in self._claims:
            for statement in claim.statements:
                if statement.predicate is Predicate.PERPETRATOR and isinstance(statement.object, Ref):
                    self._perpetrators[statement.subject].add(statement.object.key)
                    if claim.kind is not ClaimKind.DENIAL:
                        self._said_to_be[statement.subject].add(statement.object.key)
        self._blaming = frozenset(self._blamed_others())
        for claim in self._claims:
            admits = self._admits(claim)
            for statement in claim.statements:
                self._take(claim, statement, admits)
        self._deny_parts()
        self._unharmed: defaultdict[str, set[str]] = defaultdict(set)
        self._deny_harm()
        self.events = {key: self._event(key, stand) for key, stand in self._of_events().items()}

    def status(self, statement: Statement) -> Status:
        """The verdict on a statement, rivals left aside; never better than its event's verdict allows."""
        stand = self.stands[content(statement)]
        status = self._plain(stand)
        event = self._events.get(statement.subject)
        if event is None:
            return status
        if statement.predicate is Predicate.OCCURRED and statement.object is True:
            return self.events[event.key]
        if statement.predicate is Predicate.OCCURRED:
            return status if self.events[event.key] is Status.DISCOUNTED else Status.DISPUTED
        if event.stage in _NOT_BEGUN:
            return status if not status.accepted else Status.OPEN
        if event.stage is Stage.ATTEMPTED and statement.predicate in _HARM and status.accepted:
            return Status.OPEN
        overall = self.events[event.key]
        if status.accepted and overall in (Status.DISPUTED, Status.DISCOUNTED):
            return overall
        return status

    def _take(self, claim: Claim, statement: Statement, admits: bool) -> None:
        if (claim.key, content(statement)) in self._reversed:
            self._stand(statement)
            return
        if statement.predicate is Predicate.OCCURRED and statement.object is False:
            self._record(self._stand(statement), claim, statement.predicate)
            statement = replace(statement, object=True)
            claim = replace(claim, kind=_opposite(claim.kind))
        stand = self._stand(statement)
        self._record(stand, claim, statement.predicate)
        if admits and self._own(claim, statement):
            stand.admitting = self._with(stand.admitting, self._parties.of(claim))

    def _stand(self, statement: Statement) -> Stand:
        key = content(statement)
        stand = self.stands.get(key)
        if stand is None:
            stand = self.stands[key] = Stand()
        return stand

    def on_times(self) -> dict[Key, Stand]:
        """Who stands where on when events were: what is needed once every statement has its verdict."""
        return {key: stand for key, stand in self.stands.items() if not isinstance(key, Statement)}

    def _with(self, parties: Set[str], party: str) -> Set[str]:
        """The parties with one more of them; one alone is one object wherever it stands alone."""
        if not parties:
            return self._alone.setdefault(party, frozenset((party,)))
        return parties if party in parties else added(parties, party)

    def _record(self, stand: Stand, claim: Claim, predicate: Predicate) -> None:
        party = self._parties.of(claim)
        # a wrong "killed by" does real harm: accepted only where somebody says it without a hedge
        sure = claim.certainty in (_CERTAIN if predicate is Predicate.PERPETRATOR else _SURE)
        against = claim.kind in _AGAINST
        if against and sure and claim.kind is ClaimKind.DENIAL:
            stand.denying = self._with(stand.denying, party)
        elif against:
            stand.doubting = self._with(stand.doubting, party)
        elif not sure:
            stand.unsure = self._with(stand.unsure, party)
        elif claim.kind is ClaimKind.ACCUSATION and predicate is Predicate.PERPETRATOR:
            stand.accusing = self._with(stand.accusing, party)
        elif self._parties.is_narrator(claim):
            self._tell(stand, (party, claim.document))
        else:
            stand.sure = self._with(stand.sure, party)
        # What somebody only suspects does not take the narrator's own word from what he tells flatly.
        if sure and not against and not self._parties.is_narrator(claim):
            stand.credited = self._with(stand.credited, claim.document)

    def _tell(self, stand: Stand, teller: tuple[str, str]) -> None:
        if not stand.told:
            stand.told = self._telling.setdefault(teller, frozenset((teller,)))
        elif teller not in stand.told:
            stand.told = added(stand.told, teller)

    def _deny_parts(self) -> None:
        """Lets the denial of a whole count for its parts: a state denies an act for its air force, too.

        What the part is accused of, the whole is accused of.
        """
        for event, agents in self._perpetrators.items():
            stands = {
                agent: self.stands.get(Statement(event, Predicate.PERPETRATOR, Ref(agent))) for agent in sorted(agents)
            }
            for whole, denied in stands.items():
                if denied is None or not denied.denying:
                    continue
                for part, alleged in stands.items():
                    if alleged is not None and part != whole and whole in self._parties.circle(part):
                        denied.accusing |= alleged.alleging
                        alleged.denying |= denied.denying - alleged.sure

    def _deny_harm(self) -> None:
        """Lets who says that nobody was harmed deny what others tell of people harmed, and the other way round."""
        for zero, harm in list(answered(self._claims)):
            party, stand = self._parties.of(zero), self.stands[content(harm)]
            if zero.said_at is not None and zero.said_at.earliest is None:
                continue  # "had said that nobody was hurt": before what else is told
            if party in stand.alleging:
                continue  # who counts nobody first and somebody later goes on, and does not disagree
            stand.denying = self._with(stand.denying, party)
            if _harm_alone(self._events.get(harm.subject)):
                self._unharmed[harm.subject].add(zero.key)
            for statement in zero.statements:
                if statement.subject == harm.subject and statement.predicate is Predicate.CASUALTIES:
                    against = self.stands[content(statement)]
                    for other in sorted(stand.asserting - {party}):
                        against.denying = self._with(against.denying, other)

    def _blamed_others(self) -> Iterator[tuple[str, str]]:
        """Each event with the parties that accuse somebody else of it."""
        for claim in self._claims:
            if claim.kind is not ClaimKind.ACCUSATION or self._parties.is_narrator(claim):
                continue
            for st in claim.statements:
                named = st.object if st.predicate is Predicate.PERPETRATOR else None
                if isinstance(named, Ref) and not self._parties.own_act(claim, named.key):
                    yield st.subject, self._parties.of(claim)

    def _admits(self, claim: Claim) -> bool:
        return (
            claim.kind in (ClaimKind.RESPONSIBILITY, ClaimKind.ASSERTION)
            and claim.certainty in _SURE
            and not self._parties.is_narrator(claim)
        )

    def _own(self, claim: Claim, statement: Statement) -> bool:
        """Whether the claimant speaks of its own act, as somebody else or itself says it is."""
        if statement.predicate not in _ADMITTED_WITH or statement.subject not in self._events:
            return False
        if statement.predicate is Predicate.PERPETRATOR:
            return isinstance(statement.object, Ref) and self._parties.own_act(claim, statement.object.key)
        if claim.kind is ClaimKind.RESPONSIBILITY:
            return True
        if (statement.subject, self._parties.of(claim)) in self._blaming:
            return False  # whoever lays it at somebody else's door does not own up to it
        return any(self._parties.own_act(claim, agent) for agent in self._said_to_be[statement.subject])

    def _of_events(self) -> dict[str, Stand]:
        """Who says that each event happened, in so many words or by telling of it."""
        found: dict[str, Stand] = {key: Stand() for key in self._events}
        for claim in self._claims:
            for key in dict.fromkeys(st.subject for st in claim.statements if st.subject in found):
                about = [st for st in claim.statements if st.subject == key]
                stand = found[key]
                if any((claim.key, content(s)) in self._reversed for s in about if s.predicate is Predicate.OCCURRED):
                    continue
                if claim.key in self._unharmed.get(key, ()):
                    self._record(stand, replace(claim, kind=ClaimKind.DENIAL), Predicate.OCCURRED)
                elif claim.kind in _AGAINST:
                    if any(st.predicate is Predicate.OCCURRED and st.object is True for st in about):
                        self._record(stand, claim, Predicate.OCCURRED)
                elif any(st.predicate is Predicate.OCCURRED and st.object is False for st in about):
                    self._record(stand, replace(claim, kind=ClaimKind.DENIAL), Predicate.OCCURRED)
                else:
                    self._record(stand, claim, Predicate.OCCURRED)
                    if self._admits(claim) and any(self._own(claim, st) for st in about):
                        stand.admitting = self._with(stand.admitting, self._parties.of(claim))
        return found

    def _event(self, key: str, stand: Stand) -> Status:
        status = self._plain(stand)
        if self._events[key].stage in (Stage.PLANNED, Stage.THREATENED) and status.accepted:
            return Status.OPEN
        return status

    def _plain(self, stand: Stand) -> Status:
        if stand.denying:
            return Status.DISPUTED if stand.alleging or stand.admitting else Status.DISCOUNTED
        if stand.admitting:
            return Status.ADMITTED
        asserting = stand.asserting
        if len(asserting) > 1:
            return Status.CORROBORATED
        return Status.SINGLE_SOURCE if asserting else Status.OPEN


def _harm_alone(event: Event | None) -> bool:
    """Whether an event is nothing but that people were harmed: without it there was none."""
    return event is not None and set(event.types) <= {"Killing", "Injuring"}


def _opposite(kind: ClaimKind) -> ClaimKind:
    return {ClaimKind.DENIAL: ClaimKind.ASSERTION, ClaimKind.DOUBT: ClaimKind.DOUBT}.get(kind, ClaimKind.DENIAL)


def judge(verdicts: Verdicts, claims: Iterable[Claim]) -> dict[Statement, Status]:
    """The verdict on every statement of the claims."""
    found: dict[Statement, Status] = {}
    for claim in claims:
        for statement in claim.statements:
            if statement not in found:
                found[statement] = verdicts.status(statement)
    return found
