"""Mentions and relations in the scheme of re3d, from a reading and from the language model's mentions.

A mention is what the model marks, with the type that reading gave the entity it belongs to. Relations hold
between the nearest mentions of two entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.extract.times import find
from kg.model import Claim, ClaimKind, Entity, EntityKind, Predicate, Reading, Ref, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Mention = tuple[int, int, str]
Relation = tuple[Span, Span, str]

_MODEL = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
    "WEAPON": "Weapon",
    "VEHICLE": "MilitaryPlatform",
}
_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.GROUP: "Organisation",
    EntityKind.PLACE: "Location",
}
_ATTRIBUTES = {
    Predicate.MEMBER_OF: "BelongsTo",
    Predicate.SPEAKS_FOR: "BelongsTo",
    Predicate.PART_OF_GROUP: "BelongsTo",
    Predicate.LEADER_OF: "InChargeOf",
}
_HARM = frozenset(
    {Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, Predicate.VICTIM, Predicate.TARGET}
)


def mentions(doc: Doc, reading: Reading) -> list[Mention]:
    """All mentions with their types, in the order of the text."""
    text = reading.document.text
    times = [(t.span.begin, t.span.end, "Temporal") for t in find(text)]
    marked = [
        (span.start_char, span.end_char, _MODEL[span.label_])
        for spans in (doc.spans.get("mentions") or doc.ents,)
        for span in spans
        if span.label_ in _MODEL
    ]
    known = [
        (mention.begin, mention.end, _KINDS[entity.kind])
        for entity in reading.entities
        if entity.kind in _KINDS
        for mention in entity.mentions
        if _capital(mention.of(text))
    ]
    kinds = {(begin, end): kind for begin, end, kind in known}
    found = [(begin, end, kinds.get((begin, end), kind)) for begin, end, kind in marked]
    covered = [(begin, end) for begin, end, _ in found]
    found += [m for m in known if not any(b < m[1] and m[0] < e for b, e in covered)]
    return sorted({*found, *times})


def _capital(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


def relations(reading: Reading) -> list[Relation]:
    """All relations, sorted."""
    entities = {entity.key: entity for entity in reading.entities}
    found = {*_synonyms(reading), *_attributes(reading, entities), *_fights(reading, entities)}
    return sorted(found)


def _synonyms(reading: Reading) -> Iterator[Relation]:
    """Each pair of different names that one entity goes by, at the places where they stand nearest."""
    text = reading.document.text
    for entity in reading.entities:
        if entity.kind is EntityKind.NARRATOR or entity.name is None:
            continue
        forms: dict[str, list[Span]] = {}
        for span in entity.mentions:
            if _capital(span.of(text)):
                forms.setdefault(_plain(span.of(text)), []).append(span)
        for left, right in combinations(sorted(forms), 2):
            if left and right:
                yield (*_nearest(forms[left], forms[right], ordered=True), "IsSynonymOf")


def _plain(text: str) -> str:
    words = text.lower().replace("’s", "").replace("'s", "").split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _attributes(reading: Reading, entities: dict[str, Entity]) -> Iterator[Relation]:
    claimed = (statement for claim in reading.claims if _positive(claim) for statement in claim.statements)
    for statement in (*reading.attributes, *claimed):
        kind = _ATTRIBUTES.get(statement.predicate)
        if kind is not None and isinstance(statement.object, Ref):
            yield from _between(entities, statement.subject, statement.object.key, kind)


def _fights(reading: Reading, entities: dict[str, Entity]) -> Iterator[Relation]:
    """Whoever does harm fights those who suffer it, and so do the sides of a clash among themselves."""
    sides: dict[str, tuple[set[str], set[str]]] = {}
    clashes = {event.key for event in reading.events if "ArmedClash" in event.types}
    for claim in filter(_positive, reading.claims):
        for statement in claim.statements:
            if isinstance(statement.object, Ref):
                agents, others = sides.setdefault(statement.subject, (set(), set()))
                if statement.predicate in (Predicate.PERPETRATOR, Predicate.PARTICIPANT):
                    agents.add(statement.object.key)
                elif statement.predicate in _HARM:
                    others.add(statement.object.key)
    for event, (agents, others) in sides.items():
        pairs = [(agent, other) for agent in sorted(agents) for other in sorted(others)]
        if event in clashes:
            pairs += combinations(sorted(agents), 2)
        for agent, other in pairs:
            if agent != other:
                for left, right, kind in _between(entities, agent, other, "FightingAgainst"):
                    yield (min(left, right), max(left, right), kind)


def _positive(claim: Claim) -> bool:
    return claim.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)


def _between(entities: dict[str, Entity], subject: str, obj: str, kind: str) -> Iterator[Relation]:
    left, right = entities.get(subject), entities.get(obj)
    if left is not None and right is not None and left.mentions and right.mentions:
        yield (*_nearest(list(left.mentions), list(right.mentions)), kind)


def _nearest(left: list[Span], right: list[Span], ordered: bool = False) -> tuple[Span, Span]:
    a, b = min(((a, b) for a in left for b in right), key=lambda p: (abs(p[0].begin - p[1].begin), p))
    return (b, a) if ordered and b < a else (a, b)


def record(identifier: str, found: Iterable[Mention], related: Iterable[Relation]) -> dict[str, Any]:
    """One document in the prediction format of the scorer."""
    return {
        "docid": identifier,
        "entities": [{"begin": begin, "end": end, "type": kind} for begin, end, kind in found],
        "relations": [
            {
                "source_begin": a.begin,
                "source_end": a.end,
                "target_begin": b.begin,
                "target_end": b.end,
                "type": kind,
            }
            for a, b, kind in related
        ],
    }
