"""Parts what one report confuses: claims on a thing that are about another one get an entity or event of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.ids import local_name
from kg.model import Claim, Ref, Statement
from kg.resolve.corrections import Correction
from kg.resolve.intake import TWIN, Source, claim_key, speaks_of
from kg.resolve.judgement import Node


@dataclass(frozen=True, slots=True)
class Twin:
    """What is parted from an entity or event of one document, and the claims there, by their keys, that mean it."""

    node: Node
    of: Node
    claims: frozenset[str]


class Parting:
    """What the claims and words that a correction names mean in the documents."""

    def __init__(self, sources: Sequence[Source], correction: Correction) -> None:
        self._sources = {source.mark: source for source in sources}
        self._chosen: defaultdict[str, set[str]] = defaultdict(set)
        claims, mentions = frozenset(correction.claims), frozenset(correction.mentions)
        for source in sources:
            identifier = source.reading.document.id
            names = (identifier, local_name("document", identifier, identifier))
            for claim in source.reading.claims:
                places = {f"{name}_{span.begin}_{span.end}" for name in names for span in (claim.span, *claim.triggers)}
                if not places.isdisjoint(mentions) or (claims and claim_key(source, claim) in claims):
                    self._chosen[source.mark].add(claim.key)

    def parted(self, nodes: Iterable[Node], twins: Sequence[Twin]) -> tuple[list[Node], list[Node], list[Twin]]:
        """The nodes that stay, those that go, and what has to be parted from a node of which some claims go."""
        stay: list[Node] = []
        go: list[Node] = []
        new: list[Twin] = []
        for node in nodes:
            source = self._sources[node.document]
            about = {claim.key for claim in source.reading.claims if speaks_of(claim, node.key)}
            going = about & self._chosen[node.document]
            if going == about and about:
                go.append(node)
                continue
            stay.append(node)
            if going:
                number = sum(twin.of == node for twin in (*twins, *new)) + 1
                new.append(Twin(Node(node.document, f"{node.key}{TWIN}{number}"), node, frozenset(going)))
        return stay, [*go, *(twin.node for twin in new)], new


def twinned(sources: Sequence[Source], twins: Iterable[Twin]) -> tuple[Source, ...]:
    """The documents with what has been parted as things of their own."""
    by_document: defaultdict[str, list[Twin]] = defaultdict(list)
    for twin in twins:
        by_document[twin.of.document].append(twin)
    return tuple(
        _with(source, by_document[source.mark]) if source.mark in by_document else source for source in sources
    )


def _with(source: Source, twins: Iterable[Twin]) -> Source:
    reading = source.reading
    for twin in twins:
        old, new = twin.of.key, twin.node.key
        reading = replace(
            reading,
            # Where it is told of stays with the thing that it was parted from, so that that one is found again.
            entities=(*reading.entities, *(replace(e, key=new, mentions=()) for e in reading.entities if e.key == old)),
            events=(*reading.events, *(replace(e, key=new, triggers=()) for e in reading.events if e.key == old)),
            claims=tuple(
                _renamed(claim, {old: new}) if claim.key in twin.claims else claim for claim in reading.claims
            ),
        )
    return replace(source, reading=reading)


def _renamed(claim: Claim, keys: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        claimant=keys.get(claim.claimant, claim.claimant),
        on_behalf_of=keys.get(claim.on_behalf_of, claim.on_behalf_of) if claim.on_behalf_of else None,
        statements=tuple(_said(statement, keys) for statement in claim.statements),
    )


def _said(statement: Statement, keys: Mapping[str, str]) -> Statement:
    value = statement.object
    return replace(
        statement,
        subject=keys.get(statement.subject, statement.subject),
        object=Ref(keys.get(value.key, value.key)) if isinstance(value, Ref) else value,
    )
