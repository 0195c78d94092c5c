"""Relations in the scheme of re3d, from a reading: they hold between the nearest mentions of two entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from kg.evaluate.re3d_phrases import Relation, phrases
from kg.evaluate.re3d_things import Mention
from kg.model import Claim, ClaimKind, Entity, EntityKind, Predicate, Reading, Ref, Span

Named = dict[str, list[Span]]

_BESIDE = re.compile(r"[\s,(\[\"“‘–—-]{1,4}(?:(?:or|also known as|known as|aka)\s+(?:the\s+)?)?[(\"“‘]?")
_CUED = re.compile(
    r"[^.;\n]{0,80}\b(?:known as|nicknamed|called|alias|aka|dubbed|name was|nom de guerre)\b[^.;\n]{0,12}"
)
_TOGETHER = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*(?:the\s+)?")
_ATTRIBUTES = {
    Predicate.MEMBER_OF: "BelongsTo",
    Predicate.SPEAKS_FOR: "BelongsTo",
    Predicate.PART_OF_GROUP: "BelongsTo",
    Predicate.LEADER_OF: "InChargeOf",
}
_HARM = frozenset(
    {Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, Predicate.VICTIM, Predicate.TARGET}
)


def relations(reading: Reading, found: Sequence[Mention] = ()) -> list[Relation]:
    """All relations, sorted; ``found`` are the mentions that they may hold between."""
    text = reading.document.text
    own = {entity.key: _named(entity, text) for entity in reading.entities}
    groups = [m for e in reading.entities if e.kind is EntityKind.GROUP for m in own[e.key]]
    sides = {entity.key: own[entity.key] or _within(entity, groups) for entity in reading.entities}
    told = {*_synonyms(reading, own), *_attributes(reading, own), *_fights(reading, sides)}
    keys = {m.end: entity.key for entity in reading.entities for m in entity.mentions}
    said = {r for r in phrases(text, found) if r[2] == "IsSynonymOf" or _two(keys, r)}
    return sorted(told | said)


def _two(keys: dict[int, str], relation: Relation) -> bool:
    """Whether its ends are two entities, as far as reading knows."""
    left, right = (keys.get(end.end) for end in relation[:2])
    return left is None or left != right


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
            between = text[left.end : right.begin]
            beside = left.end <= right.begin and (_BESIDE.fullmatch(between) or _CUED.fullmatch(between))
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
                for ends in _between(named, agent, other, "FightingAgainst"):
                    left, right = sorted(ends[:2])
                    if not _side_by_side(reading.document.text, left, right):
                        yield left, right, ends[2]


def _side_by_side(text: str, left: Span, right: Span) -> bool:
    """ "X and Y joined the battle": two on one side, unless it is between them."""
    together = left.end <= right.begin and _TOGETHER.fullmatch(text[left.end : right.begin])
    return bool(together) and not text[: left.begin].rstrip().removesuffix(" the").endswith("between")


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
