"""Takes readings in: puts them in an order of their own, keeps the words of claims and lets the texts go."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.model import Claim, Entity, EntityKind, Reading, Ref
from kg.resolve.judgement import Node

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_KEPT = 128
_PROBES = 24
_SHARED = 5
_CROWD = 20
_SHORTEST = 24
COPY = 0.5
"""Texts that share at least this part of their runs of words are taken for copies of one report."""


class Nodes(dict[str, Node]):
    """The nodes of one document by their keys there, each made once."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def __missing__(self, key: str) -> Node:
        node = self[key] = Node(self._mark, key)
        return node


@dataclass(frozen=True, slots=True)
class Source:
    """One reading without its text: the words of its claims by their keys, and a sketch to find copies by.

    ``mark`` tells the document from all others: the digest of its text, and its identifier.
    """

    reading: Reading
    mark: str
    quotes: dict[str, str]
    sketch: tuple[int, ...]
    nodes: Nodes

    def node(self, key: str) -> Node:
        """One of its entities or events."""
        return self.nodes[key]


def take(readings: Iterable[Reading]) -> tuple[Source, ...]:
    """The readings by the date of their documents, the undated last; a repeated reading counts once.

    The earlier a document, the more it decides about keys: reports that come in later seldom rename anything.
    """
    taken: dict[tuple[date, str, str], Source] = {}
    for reading in readings:
        document = reading.document
        taken.setdefault((document.issued or date.max, document.digest, document.id), _source(reading))
    used: set[str] = set()
    found = []
    for rank in sorted(taken):
        name = taken[rank].reading.document.id
        found.append(taken[rank] if name not in used else _renamed(taken[rank]))
        used.add(name)
    return tuple(found)


def _renamed(source: Source) -> Source:
    """Gives a document whose identifier another one has (one file name in two folders) one of its own."""
    document = source.reading.document
    name = f"{document.id}-{document.digest[:8]}"
    claims = tuple(replace(claim, document=name) for claim in source.reading.claims)
    return replace(source, reading=replace(source.reading, document=replace(document, id=name), claims=claims))


def _source(reading: Reading) -> Source:
    document = reading.document
    quotes = {claim.key: claim.span.of(document.text) for claim in reading.claims}
    claims = tuple(replace(claim, document=document.id) for claim in reading.claims)
    bare = replace(reading, document=replace(document, text=""), claims=claims, entities=_spoken_of(reading))
    mark = f"{document.digest[:16]}:{document.id}"
    return Source(bare, mark, quotes, sketch(document.text), Nodes(mark))


def _spoken_of(reading: Reading) -> tuple[Entity, ...]:
    """The entities without those that have no name and of which nothing is said: nothing could come of them."""
    said = [*reading.attributes, *(statement for claim in reading.claims for statement in claim.statements)]
    used = {st.subject for st in said} | {st.object.key for st in said if isinstance(st.object, Ref)}
    used |= {key for claim in reading.claims for key in (claim.claimant, claim.on_behalf_of) if key}
    used |= {key for entity in reading.entities if entity.place is not None for key in entity.place.within}
    return tuple(e for e in reading.entities if e.name or e.actor or e.key in used or e.kind is EntityKind.NARRATOR)


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of a text's runs of four words, sorted: equal runs have equal hashes."""
    words = [word.lower() for word in _WORD.findall(text)]
    runs = {
        zlib.crc32(" ".join(words[start : start + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for start in range(len(words) - _SHINGLE + 1)
    }
    return tuple(sorted(runs)[:_KEPT])


def resemblance(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Estimated share of the runs of words of two texts that both have; 0 for texts too short to tell."""
    if min(len(first), len(second)) < _SHORTEST:
        return 0.0
    union = sorted({*first, *second})[:_KEPT]
    shared = set(first) & set(second)
    return sum(value in shared for value in union) / len(union)


def copies(sources: Iterable[Source]) -> dict[str, str]:
    """For each document's mark the mark of the first document that it is a copy of, its own if of none."""
    ordered = tuple(sources)
    hashes = [frozenset(source.sketch) for source in ordered]
    first = {source.mark: source.mark for source in ordered}
    by_hash: defaultdict[int, list[int]] = defaultdict(list)
    for place, source in enumerate(ordered):
        met: dict[int, int] = {}
        for value in source.sketch[:_PROBES]:
            known = by_hash[value]
            for other in known:
                met[other] = met.get(other, 0) + 1
            if len(known) < _CROWD:
                known.append(place)
        for other in sorted(other for other, shared in met.items() if shared >= _SHARED):
            mine, theirs = hashes[place], hashes[other]
            shared = len(mine & theirs)
            # More alike than this they cannot be; most pairs end here, at a fraction of the cost.
            if shared < COPY * min(_KEPT, len(mine) + len(theirs) - shared):
                continue
            if resemblance(source.sketch, ordered[other].sketch) >= COPY:
                first[source.mark] = first[ordered[other].mark]
                break
    return first


def signature(claim: Claim) -> tuple[str, ...]:
    """What makes a claim itself within its document, so that its key never depends on other documents."""
    contents = sorted(f"{st.subject}\t{st.predicate}\t{st.object!r}" for st in claim.statements)
    stance = (claim.claimant, claim.on_behalf_of or "", claim.kind, claim.certainty)
    return (str(claim.span.begin), str(claim.span.end), *stance, *contents)
