"""What a graph says of each event in each document, in a form that can be laid beside an annotation.

A role of an event is a *part*: who or what fills it, how the document's claims stand to it, who makes them,
and whether the graph accepts it as plain fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.evaluate.belonging import groups_of
from kg.model import (
    Casualties,
    Certainty,
    Claim,
    ClaimKind,
    Concept,
    Entity,
    EntityKind,
    Event,
    Graph,
    PlacePrecision,
    Predicate,
    Ref,
    Stage,
    Statement,
    Status,
    TimeSpan,
)

# All names of each group that somebody belongs to.
Groups = tuple[tuple[str, ...], ...]


class Polarity(StrEnum):
    """How somebody stands to a piece of content."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    NEGATED = "negated"
    DOUBTED = "doubted"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"


REJECTED = frozenset({Polarity.DENIED, Polarity.NEGATED})
TOLD = frozenset({Polarity.ASSERTED, Polarity.ALLEGED})
HARM = {
    Predicate.FATAL_VICTIM: "killed",
    Predicate.INJURED_VICTIM: "wounded",
    Predicate.CAPTIVE: "captured",
    Predicate.VICTIM: "none",
    Predicate.TARGET: "none",
    Predicate.MATERIAL_LOSS: "none",
}
OUTCOMES = {"killed": "killed", "injured": "wounded", "captured": "captured", "missing": "none"}
_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_STAGES = {
    Stage.PLANNED: Polarity.PLANNED,
    Stage.THREATENED: Polarity.THREATENED,
    Stage.ATTEMPTED: Polarity.ATTEMPTED,
}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in a role. ``names`` are proper names, ``number`` says how many at least.

    ``within`` are the names of what a place lies in, nearest first, ``groups`` all names of each
    group that people belong to; ``town`` is the widest settlement of the gazetteer among a place and what it lies in.
    """

    key: str
    names: tuple[str, ...] = ()
    description: str = ""
    number: int | None = None
    kind: EntityKind = EntityKind.GROUP
    within: tuple[str, ...] = ()
    groups: Groups = ()
    actor_type: str | None = None
    town: str | None = None
    country: str | None = None

    @property
    def label(self) -> str:
        """What to call it."""
        return self.names[0] if self.names else self.description or self.key

    @property
    def wordings(self) -> tuple[str, ...]:
        """Everything it is called."""
        return (*self.names, self.description) if self.description else self.names


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim's word on a part. ``speakers`` are all names of who says it; "" is the narrator; ``rule`` found it."""

    polarity: Polarity
    speakers: tuple[str, ...]
    quote: str
    rule: str = ""
    confidence: float | None = None


@dataclass(slots=True)
class Part:
    """A party in a role of one event, as one document tells it."""

    party: Party
    sayings: list[Saying] = field(default_factory=list)
    accepted: bool = False

    @property
    def polarities(self) -> set[Polarity]:
        """How those who speak of it stand to it."""
        return {saying.polarity for saying in self.sayings}

    @property
    def speakers(self) -> set[str]:
        """All names of those who speak of it; "" is the narrator."""
        return {name for saying in self.sayings for name in saying.speakers}

    @property
    def told(self) -> bool:
        """Whether somebody says that it is so, or may be."""
        return bool(self.polarities & TOLD)


@dataclass(slots=True)
class Harm(Part):
    """People that something happened to; a count of people without a party stands as a party of its own.

    ``lost`` marks things that were damaged or destroyed, rather than aimed at.
    """

    effect: str = "killed"
    counted: bool = False
    stage: Stage = Stage.ACCOMPLISHED
    lost: bool = False


@dataclass(slots=True)
class PartOfCount(Part):
    """How many of those harmed were of some kind; nobody beside them."""

    value: Casualties | None = None


@dataclass(slots=True)
class Account:
    """One event as one document tells it."""

    event: Event
    document: str
    status: Status
    harms: list[Harm] = field(default_factory=list)
    perpetrators: list[Part] = field(default_factory=list)
    places: list[Part] = field(default_factory=list)
    times: list[tuple[TimeSpan, set[Polarity], bool]] = field(default_factory=list)
    weapons: list[Part] = field(default_factory=list)
    shares: list[PartOfCount] = field(default_factory=list)
    occurred: Part | None = None

    def spans(self) -> list[TimeSpan]:
        """When it happened: what is accepted, else what anybody says."""
        accepted = [span for span, _, accepted in self.times if accepted]
        return accepted or [span for span, polarities, _ in self.times if polarities & TOLD]


def accounts(graph: Graph, document: str | None = None) -> list[Account]:
    """The events of a graph as each document (or one) tells them, in the order of the graph."""
    known = {entity.key: entity for entity in graph.entities}
    events = {event.key: event for event in graph.events}
    groups = groups_of(graph, known)
    found: dict[tuple[str, str], _Builder] = {}
    for claim in graph.claims:
        if document is not None and claim.document != document:
            continue
        for statement in claim.statements:
            event = events.get(statement.subject)
            if event is None:
                continue
            place = (claim.document, event.key)
            if place not in found:
                status = graph.event_status.get(event.key, Status.OPEN)
                found[place] = _Builder(Account(event, claim.document, status), known, groups)
            verdict = graph.verdicts.get(statement, Status.OPEN)
            found[place].take(claim, statement, verdict, graph.quotes.get(claim.key, ""))
    return [builder.account for builder in found.values()]


def polarity(claim: Claim, stage: Stage, narrated: bool) -> Polarity:
    """How a claim stands to its content."""
    if claim.kind is ClaimKind.DENIAL:
        return Polarity.NEGATED if narrated else Polarity.DENIED
    if claim.kind is ClaimKind.DOUBT or claim.certainty is Certainty.UNKNOWN:
        return Polarity.DOUBTED
    if stage is not Stage.ACCOMPLISHED:
        return _STAGES[stage]
    if claim.kind is ClaimKind.ACCUSATION or claim.certainty is not Certainty.CERTAIN:
        return Polarity.ALLEGED
    return Polarity.ASSERTED


def party(entity: Entity, known: Mapping[str, Entity], groups: Mapping[str, Groups] | None = None) -> Party:
    """An entity as a party, among all entities of its graph."""
    around = entity.place.within if entity.place is not None else ()
    within = tuple(outer.label for key in around if (outer := known.get(key)) is not None)
    size = entity.count
    number = next((n for n in (size.low, size.best, size.high) if n is not None), None) if size else None
    names = (entity.name, *entity.aliases) if entity.name else entity.aliases
    settled = [e.label for k in (entity.key, *around) if (e := known.get(k)) is not None and _settled(e)]
    belonging = (groups or {}).get(entity.key, ())
    return Party(
        entity.key,
        names,
        entity.description or "",
        number,
        entity.kind,
        within,
        belonging,
        entity.actor_type,
        settled[-1] if settled and entity.place is not None else None,
        _country(entity, known),
    )


def _country(entity: Entity, known: Mapping[str, Entity]) -> str | None:
    """The name of the country that a place is or lies in."""
    if entity.place is None:
        return None
    around = [entity, *(e for key in entity.place.within if (e := known.get(key)) is not None)]
    found = (e.label for e in around if e.place is not None and e.place.precision is PlacePrecision.COUNTRY)
    return next(found, None)


def _settled(place: Entity) -> bool:
    """Whether the gazetteer knows a place as a spot on the map."""
    return (
        place.place is not None
        and place.place.gazetteer_id is not None
        and place.place.precision is PlacePrecision.EXACT
    )


class _Builder:
    """Collects the statements on one event in one document."""

    def __init__(self, account: Account, known: dict[str, Entity], groups: Mapping[str, Groups]) -> None:
        self.account = account
        self._known = known
        self._groups = groups
        self._parts: dict[tuple[Predicate, str], Part] = {}

    def take(self, claim: Claim, statement: Statement, status: Status, quote: str) -> None:
        """Add what a claim says of the event."""
        account = self.account
        speaker = self._known.get(claim.claimant)
        narrated = speaker is None or speaker.kind is EntityKind.NARRATOR
        stance = polarity(claim, account.event.stage, narrated)
        sure = claim.certainty in _SURE and claim.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)
        accepted = status.accepted and sure
        if isinstance(statement.object, TimeSpan):
            self._time(statement.object, stance, accepted)
            return
        part = self._part(statement)
        if part is None:
            return
        if isinstance(part, Harm) and part.counted and part.party.number == 0 and stance in TOLD:
            stance, accepted = Polarity.NEGATED, False
        part.sayings.append(Saying(stance, tuple(self._speakers(claim)), quote, claim.rule, claim.confidence))
        part.accepted = part.accepted or accepted

    def _speakers(self, claim: Claim) -> Iterable[str]:
        for key in (claim.claimant, claim.on_behalf_of):
            if key is None:
                continue
            speaker = self._known.get(key)
            if speaker is None or speaker.kind is EntityKind.NARRATOR:
                yield ""
            else:
                yield from party(speaker, self._known).wordings

    def _time(self, span: TimeSpan, stance: Polarity, accepted: bool) -> None:
        times = self.account.times
        for number, (known, polarities, before) in enumerate(times):
            if (known.earliest, known.latest) == (span.earliest, span.latest):
                polarities.add(stance)
                times[number] = (known, polarities, before or accepted)
                return
        times.append((span, {stance}, accepted))

    def _part(self, statement: Statement) -> Part | None:
        predicate, value = statement.predicate, statement.object
        known = self._parts.get((predicate, repr(value)))
        if known is not None:
            return known
        part = self._new(predicate, value)
        if part is not None:
            self._parts[predicate, repr(value)] = part
        return part

    def _new(self, predicate: Predicate, value: object) -> Part | None:
        account = self.account
        if isinstance(value, Casualties) and predicate is Predicate.CASUALTY_PART:
            share = PartOfCount(Party(""), value=value)
            account.shares.append(share)
            return share
        if isinstance(value, Casualties):
            number = next((n for n in (value.count.low, value.count.best, value.count.high) if n is not None), None)
            people = "people" if value.category == "all-people" else value.category.value
            harm = Harm(Party("", (), people, number), effect=OUTCOMES[value.outcome], counted=True)
            account.harms.append(harm)
            return harm
        if isinstance(value, Concept):
            weapon = Part(Party(value.name, (), value.name))
            account.weapons.append(weapon)
            return weapon
        if predicate is Predicate.OCCURRED:
            account.occurred = account.occurred or Part(Party("occurred"))
            return account.occurred
        entity = self._known.get(value.key) if isinstance(value, Ref) else None
        if entity is None:
            return None
        if predicate in HARM:
            harm = Harm(
                party(entity, self._known, self._groups),
                effect=HARM[predicate],
                stage=account.event.stage,
                lost=predicate is Predicate.MATERIAL_LOSS,
            )
            account.harms.append(harm)
            return harm
        roles = {
            Predicate.PERPETRATOR: account.perpetrators,
            Predicate.LOCATION: account.places,
            Predicate.WEAPON: account.weapons,
        }
        if predicate not in roles:
            return None
        part = Part(party(entity, self._known, self._groups))
        roles[predicate].append(part)
        return part
