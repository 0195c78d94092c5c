"""One-line records for the tests of resolution.

A story is a document under construction: it names entities, tells events, lets people claim things, and
gives the reading at the end. Every entity has a key made of its kind and number, as an extractor would give.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import (
    Attestation,
    Casualties,
    Category,
    Certainty,
    Claim,
    ClaimKind,
    Concept,
    Coordinates,
    Count,
    Document,
    Entity,
    EntityKind,
    Event,
    Outcome,
    PlaceInfo,
    PlacePrecision,
    Predicate,
    Reading,
    Ref,
    Span,
    Stage,
    Standing,
    Statement,
    TimePrecision,
    TimeSpan,
    Value,
)


def day(text: str, *, inferred: bool = False, words: str = "", basis: str = "") -> TimeSpan:
    """A time from an ISO date, month or year: ``2015-11``."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        first = last = date(*parts)
        precision = TimePrecision.DAY
    elif len(parts) == 2:
        first = date(parts[0], parts[1], 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        precision = TimePrecision.MONTH
    else:
        first, last = date(parts[0], 1, 1), date(parts[0], 12, 31)
        precision = TimePrecision.YEAR
    return TimeSpan(first, last, precision, words or text, inferred, basis)


@dataclass
class Story:
    """A document under construction; ``text`` grows with every claim so that spans differ."""

    id: str
    issued: str | None = None
    text: str = ""
    source: str | None = None
    entities: list[Entity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    attributes: list[Statement] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.text or f"Report {self.id}."
        self.entities.append(Entity("narrator", EntityKind.NARRATOR, name=f"the report {self.id}"))

    def _write(self, words: str) -> Span:
        begin = len(self.text) + 1
        self.text += f" {words}"
        return Span(begin, begin + len(words))

    def _entity(self, kind: EntityKind, name: str | None, **more: object) -> str:
        key = f"{kind.value.lower()}{len(self.entities)}"
        words = name or str(more.get("description") or "somebody")
        mention = self._write(words)
        self.entities.append(Entity(key, kind, name, mentions=(mention,), **more))  # type: ignore[arg-type]
        return key

    def person(self, name: str | None, *aliases: str, **more: object) -> str:
        """A person by name, or None with a description."""
        return self._entity(EntityKind.PERSON, name, aliases=aliases, **more)

    def group(self, name: str | None, *aliases: str, **more: object) -> str:
        """A group by name, or None with a description."""
        return self._entity(EntityKind.GROUP, name, aliases=aliases, **more)

    def people(self, description: str, count: int | None = None, at_least: bool = False) -> str:
        """Unnamed people, so many of them or more."""
        return self._entity(
            EntityKind.GROUP,
            None,
            description=description,
            count=Count(count, count, None if at_least else count) if count else None,
        )

    def thing(self, description: str) -> str:
        """A drone, building or other thing without a name of its own."""
        return self._entity(EntityKind.MATERIEL, None, description=description)

    def place(
        self,
        name: str,
        gazetteer: str | None = None,
        country: str | None = None,
        within: tuple[str, ...] = (),
        precision: PlacePrecision = PlacePrecision.EXACT,
        at: tuple[float, float] | None = None,
    ) -> str:
        """A place, with its entry in the gazetteer if there is one."""
        info = PlaceInfo(precision, Coordinates(*at) if at else None, within, gazetteer, country)
        return self._entity(EntityKind.PLACE, name, place=info)

    def country(self, name: str, code: str) -> str:
        """A country as a place."""
        return self.place(name, f"country:{code}", code, precision=PlacePrecision.COUNTRY)

    def is_(self, subject: str, predicate: Predicate, value: str, standing: Standing = Standing.HELD) -> None:
        """Says in passing what somebody is."""
        statement = Statement(subject, predicate, Ref(value))
        self.attributes.append(statement)
        span = self._write(f"{subject} {predicate} {value}.")
        self.attestations.append(Attestation(f"a{len(self.attestations)}", (statement,), self.id, span, standing))

    def event(self, *types: str, stage: Stage = Stage.ACCOMPLISHED, days: tuple[str, ...] = ()) -> str:
        """An event that is told of; ``days`` are told without a year, ``--06-15``."""
        key = f"event{len(self.events)}"
        self.events.append(Event(key, types, stage=stage, triggers=(self._write(types[0]),), days=days))
        return key

    def says(
        self,
        event: str,
        *roles: tuple[Predicate, Value | str],
        by: str = "narrator",
        behalf: str | None = None,
        kind: ClaimKind = ClaimKind.ASSERTION,
        certainty: Certainty = Certainty.CERTAIN,
        words: str = "",
        said_at: TimeSpan | None = None,
        cue: str | None = None,
    ) -> Claim:
        """Lets somebody claim that the event happened with these roles; keys may be given for entities."""
        known = {entity.key for entity in self.entities} | {told.key for told in self.events}
        statements = tuple(
            Statement(event, predicate, Ref(value) if isinstance(value, str) and value in known else value)
            for predicate, value in roles
        )
        span = self._write(words or f"{by} {kind.value} {event} {len(self.claims)}.")
        key = f"claim{len(self.claims)}"
        claim = Claim(key, kind, by, statements, self.id, span, certainty, behalf, cue, said_at)
        self.claims.append(claim)
        return claim

    def reading(self) -> Reading:
        """What the document says."""
        issued = date.fromisoformat(self.issued) if self.issued else None
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        document = Document(self.id, self.text, digest, issued, "given" if issued else "", self.source)
        return Reading(
            document,
            tuple(self.entities),
            tuple(self.events),
            tuple(self.claims),
            tuple(self.attributes),
            tuple(self.attestations),
        )


OCCURRED = (Predicate.OCCURRED, True)
Role = tuple[Predicate, Value | str]


def by(who: str) -> Role:
    """Perpetrator."""
    return Predicate.PERPETRATOR, who


def killed(whom: str) -> Role:
    """Fatal victim."""
    return Predicate.FATAL_VICTIM, whom


def seized(whom: str) -> Role:
    """Captive."""
    return Predicate.CAPTIVE, whom


def hit(what: str) -> Role:
    """Target."""
    return Predicate.TARGET, what


def lost(what: str) -> Role:
    """Material loss."""
    return Predicate.MATERIAL_LOSS, what


def when(text: str, *, inferred: bool = False, words: str = "", basis: str = "") -> Role:
    """Time."""
    return Predicate.TIME, day(text, inferred=inferred, words=words, basis=basis)


def where(place: str) -> Role:
    """Location."""
    return Predicate.LOCATION, place


def with_(weapon: str) -> Role:
    """Weapon."""
    return Predicate.WEAPON, Concept(weapon)


def toll(number: int, outcome: Outcome = Outcome.KILLED, category: Category = Category.ALL_PEOPLE) -> Role:
    """So many dead, or otherwise harmed."""
    return Predicate.CASUALTIES, Casualties(outcome, category, Count(number, number, number))
