"""Invented readings, as many as wanted: real readings of generated reports, put into a world that goes on.

What resolution and writing cost depends on how often the same things come again. Here something happens day after day.
Half of the reports tell of something new, the others of what one of the sixty reports before them told, and say a
quarter of it in their own way: most stories have a report or two, some have dozens. Who is hurt is somebody of whom
nobody else tells. Everybody else, the groups and the places come again as in newspapers: the rank of a name is drawn
evenly on a logarithmic scale. Who speaks and who fights changes every thousand days, three times in four; places stay.

An archive of more readings is a longer one as a rule: so many come out each day. Given the number of days, it is a
denser one: more reports tell of more that happens in the same time.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import gcd

from kg.model import Attestation, Claim, Document, Entity, EntityKind, Predicate, Reading, Ref, Statement, TimeSpan

PER_DAY = 20
"""Reports that come out on one day, if the archive grows in length."""

_ALL = "ba da fa ga ha ja ka la ma na ra sa ta wa ya za bel dor fen gor har kel lim mar nor par ros sel tor vel"
_SYLLABLES = _ALL.split()
_WORD = re.compile(r"[a-z]{5,}")
_FIRST_DAY = date(1990, 1, 1)
_ERA = 1000
_FOLLOWED = 60
_PLACES = 25_000
_GROUPS = 400
_HARMED = frozenset(
    {Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, Predicate.VICTIM, Predicate.TARGET}
)


@dataclass(frozen=True, slots=True)
class World:
    """How many reports there are, and over how many days they come out."""

    count: int
    days: int

    def day(self, position: int) -> int:
        """The day on which the report of this rank by date comes out."""
        return position * self.days // self.count

    @property
    def speakers(self) -> int:
        """People who are named in an era without being hurt: two for each report."""
        return max(2 * self.count * min(_ERA, self.days) // self.days, 20)


def readings(count: int, patterns: Sequence[Reading], days: int | None = None) -> Iterator[Reading]:
    """So many readings, in no order of time; the same number and days always give the same ones."""
    world = World(count, days or max(count // PER_DAY, 1))
    step = next(step for step in range(count * 5 // 8 + 1, 2 * count + 2) if gcd(step, count) == 1)
    for number in range(count):
        yield _varied(world, number * step % count, patterns)


def _story(position: int) -> int:
    """The report that was the first to tell what this one tells."""
    while position:
        chance = random.Random(f"story {position}")
        if chance.random() < 0.5:
            return position
        position = max(position - int(_FOLLOWED ** chance.random()), 0)
    return position


def _varied(world: World, position: int, patterns: Sequence[Reading]) -> Reading:
    story = _story(position)
    told, chance = random.Random(f"told {story}"), random.Random(f"report {position}")
    pattern = patterns[told.randrange(len(patterns))]
    assert pattern.document.issued is not None
    day = world.day(story)
    shift = _FIRST_DAY + timedelta(days=day) - pattern.document.issued
    text = _WORD.sub(lambda match: _word(chance, len(match[0])), pattern.document.text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    issued = pattern.document.issued + shift + timedelta(days=0 if story == position else chance.randrange(4))
    document = Document(f"report-{position:07}", text, digest, issued, pattern.document.issued_basis)
    harmed = {
        statement.object.key
        for claim in pattern.claims
        for statement in claim.statements
        if statement.predicate in _HARMED and isinstance(statement.object, Ref)
    }
    entities = []
    for place, entity in enumerate(pattern.entities):
        name = _called(entity, entity.key in harmed, world, day, told, f"{story} {place}")
        if story != position and chance.random() < 0.25:
            name = _called(entity, entity.key in harmed, world, day, chance, f"{position} {place} anew")
        entities.append(_renamed(entity, name, document.id))
    return replace(
        pattern,
        document=document,
        entities=tuple(entities),
        claims=tuple(_claimed(claim, document.id, shift) for claim in pattern.claims),
        attestations=tuple(_attested(one, document.id, shift) for one in pattern.attestations),
    )


def _called(entity: Entity, harmed: bool, world: World, day: int, chance: random.Random, alone: str) -> str | None:
    """Another name for what has one; None for narrators, known actors and what has none."""
    if entity.name is None or entity.actor is not None or entity.kind is EntityKind.NARRATOR:
        return None
    if entity.kind is EntityKind.PERSON and harmed:
        return _name(f"harmed {alone}", 2)
    era = day // _ERA if chance.random() < 0.75 else 0
    pools = {EntityKind.PERSON: world.speakers, EntityKind.PLACE: _PLACES, EntityKind.GROUP: _GROUPS}
    rank = int(pools.get(entity.kind, 100) ** chance.random())
    if entity.kind is EntityKind.PLACE:
        return _name(f"place {rank}", 1)
    return _name(f"{entity.kind} {era} {rank}", 2 if entity.kind is EntityKind.PERSON else 1)


def _renamed(entity: Entity, name: str | None, document: str) -> Entity:
    if entity.kind is EntityKind.NARRATOR:
        return replace(entity, description=f"the report {document}")
    return entity if name is None else replace(entity, name=name, aliases=())


def _name(seed: str, words: int) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3)))).capitalize() for _ in range(words))


def _word(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=length))[:length]


def _claimed(claim: Claim, document: str, shift: timedelta) -> Claim:
    statements = tuple(_shifted(statement, shift) for statement in claim.statements)
    said_at = _later(claim.said_at, shift) if claim.said_at else None
    return replace(claim, document=document, statements=statements, said_at=said_at)


def _attested(one: Attestation, document: str, shift: timedelta) -> Attestation:
    since, until, at = (_later(span, shift) if span else None for span in (one.since, one.until, one.at))
    return replace(one, document=document, since=since, until=until, at=at)


def _shifted(statement: Statement, shift: timedelta) -> Statement:
    value = statement.object
    return replace(statement, object=_later(value, shift)) if isinstance(value, TimeSpan) else statement


def _later(span: TimeSpan, shift: timedelta) -> TimeSpan:
    return replace(
        span,
        earliest=span.earliest + shift if span.earliest else None,
        latest=span.latest + shift if span.latest else None,
        instant=span.instant + shift if span.instant else None,
    )
