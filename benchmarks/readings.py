"""Invented readings, as many as wanted: real readings of generated reports with other people, groups, towns and days.

What resolution and writing cost depends on how often the same names come again. Here most people are named in a few
reports and some in many (the rank of a name is drawn evenly on a logarithmic scale), as in newspapers.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kg.model import Document, Entity, EntityKind, Reading, Statement, TimeSpan

_ALL = "ba da fa ga ha ja ka la ma na ra sa ta wa ya za bel dor fen gor har kel lim mar nor par ros sel tor vel"
_SYLLABLES = _ALL.split()
_WORD = re.compile(r"[a-z]{5,}")


def readings(count: int, patterns: Sequence[Reading]) -> Iterator[Reading]:
    """So many readings; a number always gives the same one."""
    for number in range(count):
        yield _varied(number, count, patterns[number % len(patterns)])


def _varied(number: int, count: int, pattern: Reading) -> Reading:
    chance = random.Random(number)
    shift = timedelta(days=chance.randrange(-3000, 3000))
    text = _WORD.sub(lambda match: _word(chance, len(match[0])), pattern.document.text)
    issued = pattern.document.issued
    document = Document(
        f"report-{number:07}",
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        issued + shift if issued else None,
        pattern.document.issued_basis,
    )
    claims = tuple(
        replace(
            claim,
            document=document.id,
            statements=tuple(_shifted(statement, shift) for statement in claim.statements),
            said_at=_later(claim.said_at, shift) if claim.said_at else None,
        )
        for claim in pattern.claims
    )
    entities = tuple(_renamed(entity, chance, count, document.id) for entity in pattern.entities)
    return replace(pattern, document=document, entities=entities, claims=claims)


def _renamed(entity: Entity, chance: random.Random, count: int, document: str) -> Entity:
    if entity.kind is EntityKind.NARRATOR:
        return replace(entity, description=f"the report {document}")
    if entity.name is None or entity.actor is not None:
        return entity
    pools = {EntityKind.PERSON: 2 * count, EntityKind.PLACE: count // 4 + 20, EntityKind.GROUP: count // 50 + 20}
    rank = int(pools.get(entity.kind, 100) ** chance.random())
    return replace(
        entity, name=_name(f"{entity.kind}-{rank}", 2 if entity.kind is EntityKind.PERSON else 1), aliases=()
    )


def _name(seed: str, words: int) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3)))).capitalize() for _ in range(words))


def _word(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=length))[:length]


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
