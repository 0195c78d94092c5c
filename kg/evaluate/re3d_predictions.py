"""Mentions and relations in the scheme of re3d, from a reading and from the language model's mentions.

A mention is what the model marks, with the type that reading gave the entity it belongs to. Relations hold
between the nearest mentions of two entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from kg.extract.times import find
from kg.language.scoring import head_of
from kg.model import Claim, ClaimKind, Entity, EntityKind, Predicate, Reading, Ref, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Mention = tuple[int, int, str]
Relation = tuple[Span, Span, str]
Named = dict[str, list[Span]]

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
_NAMED = frozenset({"Person", "Organisation", "Location"})
_LITTLE_WORDS = "the a an this these those that our their his her its we they he she it i you all both"
_LITTLE = frozenset(_LITTLE_WORDS.split())
_BESIDE = re.compile(r"[\s,(\[\"“‘–—-]{1,4}(?:(?:or|also known as|known as|aka)\s+(?:the\s+)?)?[(\"“‘]?")
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
    """All mentions with their types, in the order of the text.

    The scheme has groups of people as organisations, and no mention inside another. Of people, groups and
    places only those are given that a name stands in.
    """
    text = reading.document.text
    times = [(t.span.begin, t.span.end, "Temporal") for t in find(text)]
    known = [
        (mention.begin, mention.end, _KINDS[entity.kind])
        for entity in reading.entities
        if entity.kind in _KINDS
        for mention in entity.mentions
    ]
    kinds = {end: kind for _, end, kind in known}
    marked = [
        (span.start_char, span.end_char, _MODEL[span.label_])
        for span in doc.spans.get("mentions") or doc.ents
        if span.label_ in _MODEL
    ]
    found = [(b, e, kinds.get(e, kind) if kind in _NAMED else kind) for b, e, kind in marked]
    found += [m for m in known if not any(b < m[1] and m[0] < e for b, e, _ in found)]
    named = [m for m in found if m[2] not in _NAMED or _capital(text[m[0] : m[1]])]
    return sorted({*_flat(text, named), *times})


def _flat(text: str, found: list[Mention]) -> list[Mention]:
    """Mentions without those inside others; of two with the same head the shorter one stays."""
    inner = {m for m in found for outer in found if _inside(m, outer) and m[1] <= head_of(text, *outer[:2])[0]}
    rest = [m for m in found if m not in inner]
    return [m for m in rest if not any(_inside(other, m) for other in rest)]


def _inside(part: Mention, whole: Mention) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1] and part[:2] != whole[:2]


def _capital(text: str) -> bool:
    words = text.split()
    return any(word[:1].isupper() for word in words if word.lower() not in _LITTLE)


def relations(reading: Reading) -> list[Relation]:
    """All relations, sorted."""
    text = reading.document.text
    own = {entity.key: _named(entity, text) for entity in reading.entities}
    groups = [m for e in reading.entities if e.kind is EntityKind.GROUP for m in own[e.key]]
    sides = {entity.key: own[entity.key] or _within(entity, groups) for entity in reading.entities}
    return sorted({*_synonyms(reading, own), *_attributes(reading, own), *_fights(reading, sides)})


def _named(entity: Entity, text: str) -> list[Span]:
    """The mentions that name an entity."""
    if entity.kind is EntityKind.NARRATOR:
        return []
    last = {words[-1] for name in (entity.name, *entity.aliases) if name and (words := _plain(name).split())}
    return [m for m in entity.mentions if last & set(_plain(m.of(text)).split()[-1:])]


def _within(entity: Entity, groups: list[Span]) -> list[Span]:
    """The groups whose people or things an unnamed entity is: "ISIL" of "ISIL fighters"."""
    return [g for m in entity.mentions for g in groups if m.begin <= g.begin and g.end < m.end]


def _synonyms(reading: Reading, named: Named) -> Iterator[Relation]:
    """Two names side by side: "Syrian Democratic Forces (SDF)"."""
    text = reading.document.text
    for spans in named.values():
        for left, right in pairwise(sorted(spans)):
            beside = left.end <= right.begin and _BESIDE.fullmatch(text[left.end : right.begin])
            if beside and _plain(left.of(text)) != _plain(right.of(text)):
                yield left, right, "IsSynonymOf"


def _plain(text: str) -> str:
    words = text.lower().replace("’s", "").replace("'s", "").split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _attributes(reading: Reading, named: Named) -> Iterator[Relation]:
    claimed = (statement for claim in reading.claims if _positive(claim) for statement in claim.statements)
    for statement in (*reading.attributes, *claimed):
        kind = _ATTRIBUTES.get(statement.predicate)
        if kind is not None and isinstance(statement.object, Ref):
            yield from _between(named, statement.subject, statement.object.key, kind)


def _fights(reading: Reading, named: Named) -> Iterator[Relation]:
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
                for left, right, kind in _between(named, agent, other, "FightingAgainst"):
                    yield (min(left, right), max(left, right), kind)


def _positive(claim: Claim) -> bool:
    return claim.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)


def _between(named: Named, subject: str, obj: str, kind: str) -> Iterator[Relation]:
    """The relation at the place where the two names stand nearest."""
    pairs = [(a, b) for a in named.get(subject, ()) for b in named.get(obj, ())]
    if pairs:
        left, right = min(pairs, key=lambda pair: (abs(pair[0].begin - pair[1].begin), pair))
        yield left, right, kind


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
