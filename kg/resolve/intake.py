"""Takes readings in: puts them in an order of their own, keeps the words of claims and lets the texts go."""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from kg.ids import local_name
from kg.model import Attestation, Claim, Entity, EntityKind, Reading, Ref, Span, Value
from kg.resolve.judgement import Node
from kg.resolve.sharing import Sharing

_WORD = re.compile(r"\w+")
_ASCII_WORD = re.compile(rb"\w+")
_SHINGLE = 4
_KEPT = 128
_MARKS = 4096  # a power of two
_PROBES = 24
_SHARED = 5
_CROWD = 20
_SHORTEST = 24
_CACHED = 4096
COPY = 0.5
"""Texts that share at least this part of their runs of words are taken for copies of one report."""
EXCERPT = 0.8
"""A text of which the other holds at least this part is taken for an excerpt of it."""


class Nodes(dict[str, Node]):
    """The nodes of one document by their keys there, each made once."""

    __slots__ = ("_mark",)

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def __missing__(self, key: str) -> Node:
        node = self[key] = Node(self._mark, key)
        return node


@dataclass(slots=True)
class Source:
    """One reading without its text: the words of its claims by their keys, and a sketch to find copies by.

    ``mark`` tells the document from all others: the digest of its text, and its identifier.
    """

    reading: Reading
    mark: str
    quotes: dict[str, str]
    sketch: array[int]
    nodes: Nodes

    def node(self, key: str) -> Node:
        """One of its entities or events."""
        return self.nodes[key]

    def forget_sketch(self) -> None:
        """Let go of what is needed no more once copies have been found."""
        del self.sketch[:]

    def let_go(self) -> None:
        """Let go of all that a graph holds in its own terms once it is made: only document and narrator stay."""
        narrators = tuple(entity for entity in self.reading.entities if entity.kind is EntityKind.NARRATOR)
        self.reading = Reading(self.reading.document, narrators, (), ())
        self.quotes, self.nodes = {}, Nodes(self.mark)


def take(readings: Iterable[Reading]) -> tuple[Source, ...]:
    """The readings by the date of their documents, the undated last; a repeated reading counts once.

    The earlier a document, the more it decides about keys: reports that come in later seldom rename anything.
    """
    taken: dict[tuple[date, str, str], Source] = {}
    sharing = Sharing()
    for reading in readings:
        document = reading.document
        rank = document.issued or date.max, document.digest, document.id
        if rank not in taken:
            taken[rank] = _source(reading, sharing)
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
    attested = tuple(replace(one, document=name) for one in source.reading.attestations)
    reading = replace(source.reading, document=replace(document, id=name), claims=claims, attestations=attested)
    return replace(source, reading=reading)


def _source(reading: Reading, sharing: Sharing) -> Source:
    document = reading.document
    words: dict[Span, str] = {}
    quotes: dict[str, str] = {}
    for claim in reading.claims:
        quotes[claim.key] = words.setdefault(claim.span, claim.span.of(document.text))
    for attested in reading.attestations:
        quotes[attested.key] = words.setdefault(attested.span, attested.span.of(document.text))
    bare = Reading(
        document=replace(document, text=""),
        entities=tuple(map(sharing.entity, _spoken_of(reading))),
        events=tuple(map(sharing.event, reading.events)),
        claims=tuple(sharing.claim(claim, document.id) for claim in reading.claims),
        attributes=sharing.statements(reading.attributes),
        attestations=tuple(sharing.attestation(one, document.id) for one in reading.attestations),
    )
    mark = f"{document.digest[:16]}:{document.id}"
    return Source(bare, mark, quotes, sketch(document.text), Nodes(mark))


def _spoken_of(reading: Reading) -> tuple[Entity, ...]:
    """The entities without those that have no name and of which nothing is said: nothing could come of them."""
    said = [*reading.attributes, *(statement for claim in reading.claims for statement in claim.statements)]
    used = {st.subject for st in said} | {st.object.key for st in said if isinstance(st.object, Ref)}
    used |= {key for claim in reading.claims for key in (claim.claimant, claim.on_behalf_of) if key}
    used |= {one.claimant for one in reading.attestations if one.claimant}
    used |= {key for entity in reading.entities if entity.place is not None for key in entity.place.within}
    return tuple(e for e in reading.entities if e.name or e.actor or e.key in used or e.kind is EntityKind.NARRATOR)


def sketch(text: str) -> array[int]:
    """The smallest hashes of a text's runs of four words, sorted: equal runs have equal hashes."""
    if text.isascii():
        words = _ASCII_WORD.findall(text.lower().encode("ascii"))
    else:
        words = [word.lower().encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    runs = {zlib.crc32(b" ".join(run)) for run in zip(*(words[start:] for start in range(_SHINGLE)), strict=False)}
    return array("I", sorted(runs)[:_KEPT])


def is_copy(one: array[int], other: array[int], first: frozenset[int], second: frozenset[int]) -> bool:
    """Whether two texts are one report: much of both is the same, or nearly all of the shorter is in the longer.

    The latter is what papers make of a wire report: cut from the end, with lines of their own around it. Both shares
    are estimated from the hashes of the sketches, each given in its order and as a set; texts too short to tell are no
    copies.
    """
    shared = first & second
    if len(shared) < COPY * _SHORTEST or min(len(first), len(second)) < _SHORTEST:
        return False
    union = len(first) + len(second) - len(shared)
    # More alike than this they cannot be; most pairs end here, at a fraction of the cost.
    if len(shared) >= COPY * min(_KEPT, union):
        least = sorted(first | second)[:_KEPT]
        if sum(value in shared for value in least) >= COPY * len(least):
            return True
    if len(shared) < EXCERPT * _SHORTEST:
        return False
    shorter = _shorter(one, other)
    return shorter >= _SHORTEST and len(shared) >= EXCERPT * shorter


def _shorter(one: array[int], other: array[int]) -> int:
    """The hashes of the shorter of two texts up to the last one that both sketches reach: all runs of both so far."""
    reach = min((side[-1] for side in (one, other) if len(side) == _KEPT), default=max(one[-1], other[-1]))
    return min(bisect_right(one, reach), bisect_right(other, reach))


def marks(sketch: array[int]) -> int:
    """A sketch as the bits of one number, in which several of its hashes may meet."""
    places = bytearray(_MARKS // 8)
    for value in sketch:
        places[value >> 3 & _MARKS // 8 - 1] |= 1 << (value & 7)
    return int.from_bytes(places, "little")


def may_be_copy(one: array[int], other: array[int], first: int, second: int) -> bool:
    """Whether two texts may be one report by the marks of their sketches, which is told a tenth as fast.

    No more hashes are shared than marks, and as many as met another of their text on its mark.
    """
    most = (first & second).bit_count() + len(one) - first.bit_count()
    if most >= COPY * min(_KEPT, max(len(one), len(other))):
        return True
    return most >= EXCERPT * _SHORTEST and most >= EXCERPT * _shorter(one, other)


def copies(sources: Iterable[Source]) -> dict[str, str]:
    """For each document's mark the mark of the first document that it is a copy of, its own if of none."""
    ordered = tuple(sources)

    @lru_cache(maxsize=_CACHED)
    def hashes(place: int) -> frozenset[int]:
        return frozenset(ordered[place].sketch)

    @lru_cache(maxsize=_CACHED)
    def marked(place: int) -> int:
        return marks(ordered[place].sketch)

    first = {source.mark: source.mark for source in ordered}
    by_hash: defaultdict[int, list[int]] = defaultdict(list)
    for place, source in enumerate(ordered):
        probed = [by_hash[value] for value in source.sketch[:_PROBES]]
        met = Counter(chain.from_iterable(probed))
        for known in probed:
            if len(known) < _CROWD:
                known.append(place)
        for other in sorted([other for other, shared in met.items() if shared >= _SHARED]):
            told = ordered[other].sketch
            if not may_be_copy(source.sketch, told, marked(place), marked(other)):
                continue
            if is_copy(source.sketch, told, hashes(place), hashes(other)):
                first[source.mark] = first[ordered[other].mark]
                break
    return first


def signature(claim: Claim) -> tuple[str, ...]:
    """What makes a claim itself within its document, so that its key never depends on other documents.

    Nor does it depend on people having parted what the document confuses.
    """
    contents = sorted(f"{original(st.subject)}\t{st.predicate}\t{_plain(st.object)!r}" for st in claim.statements)
    stance = (original(claim.claimant), original(claim.on_behalf_of or ""), claim.kind, claim.certainty)
    return (str(claim.span.begin), str(claim.span.end), *stance, *contents)


def claim_key(source: Source, claim: Claim) -> str:
    """The key that a claim of a document has in every graph."""
    return signed_key(source, signature(claim))


def signed_key(source: Source, signed: tuple[str, ...]) -> str:
    """The key that the claim of a document with this signature has in every graph."""
    return local_name("claim", "", source.mark, *signed)


def attestation_key(source: Source, attested: Attestation) -> str:
    """The key that an attestation of a document has in every graph: made of what the document says, as a claim's is."""
    contents = sorted(f"{original(st.subject)}\t{st.predicate}\t{_plain(st.object)!r}" for st in attested.statements)
    held = (attested.standing, attested.certainty, original(attested.claimant or ""))
    when = (span.label if span is not None else "" for span in (attested.since, attested.until, attested.at))
    return local_name("attestation", "", source.mark, str(attested.span.begin), *held, *when, *contents)


def speaks_of(claim: Claim, key: str) -> bool:
    """Whether a claim is about an entity or event of its document, or is its claimant's."""
    if key in (claim.claimant, claim.on_behalf_of):
        return True
    return any(st.subject == key or (isinstance(st.object, Ref) and st.object.key == key) for st in claim.statements)


TWIN = "~"
"""Stands in the key of what people have parted from a thing of one document, between that one's key and a number."""


def original(key: str) -> str:
    """The key in the document's reading."""
    return key.partition(TWIN)[0]


def _plain(value: Value) -> Value:
    return Ref(original(value.key)) if isinstance(value, Ref) and TWIN in value.key else value
