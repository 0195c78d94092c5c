"""Puts what the documents say into the terms of the resolved entities and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.model import Attestation, Claim, Predicate, Ref, Statement
from kg.resolve.intake import Source, attestation_key, signature, signed_key
from kg.resolve.judgement import Node


class Rewriting:
    """One document on the keys of the graph; ``refs`` holds the references that all documents share."""

    def __init__(self, source: Source, keys: Mapping[Node, str], refs: dict[str, Ref]) -> None:
        self._source = source
        self._keys = keys
        self._refs = refs
        self._done: dict[tuple[str, Predicate, str] | Statement, Statement | None] = {}

    def _key(self, key: str) -> str | None:
        return self._keys.get(self._source.node(key))

    def _rewritten(self, statement: Statement) -> Statement | None:
        """A statement on the keys of the graph; None if it says that a thing belongs to itself."""
        value = statement.object
        # By its parts it is found in half the time.
        content = (statement.subject, statement.predicate, value.key) if isinstance(value, Ref) else statement
        if content not in self._done:
            self._done[content] = self._anew(statement)
        return self._done[content]

    def _anew(self, statement: Statement) -> Statement | None:
        subject, predicate, value = self._key(statement.subject), statement.predicate, statement.object
        if subject is None:
            return None
        if not isinstance(value, Ref):
            return Statement(subject, predicate, value)
        key = self._key(value.key)
        if key is None or key == subject:
            return None
        ref = self._refs.get(key)
        if ref is None:
            ref = self._refs[key] = Ref(key)
        return Statement(subject, predicate, ref)

    def claims(self) -> tuple[list[Claim], dict[str, str]]:
        """The claims on the keys of the graph, each once, and their words by their new keys.

        A claim's key is made of what its document says and of nothing else.
        """
        source = self._source
        found: list[Claim] = []
        said: set[tuple[object, ...]] = set()
        quotes: dict[str, str] = {}
        signed = sorted(
            (claim.span.begin, claim.span.end, signature(claim), claim.key, claim) for claim in source.reading.claims
        )
        crowded = {at for at, told in Counter((begin, end) for begin, end, *_ in signed).items() if told > 1}
        for begin, end, sign, _, claim in signed:
            statements = tuple(
                dict.fromkeys(new for st in claim.statements if (new := self._rewritten(st)) is not None)
            )
            claimant = self._key(claim.claimant)
            if not statements or claimant is None:
                continue
            behalf = self._key(claim.on_behalf_of) if claim.on_behalf_of else None
            behalf = behalf if behalf != claimant else None
            key = signed_key(source, sign)
            if key in quotes:
                continue
            if (begin, end) in crowded:
                content = claim.kind, claimant, behalf, frozenset(statements), begin, end, claim.certainty
                if content in said:
                    continue
                said.add(content)
            found.append(_changed(claim, key, claimant, statements, behalf))
            quotes[key] = source.quotes[claim.key]
        return found, quotes

    def attributes(self) -> list[Statement]:
        """What the document says of its entities in passing, on the keys of the graph."""
        return [new for st in self._source.reading.attributes if (new := self._rewritten(st)) is not None]

    def attestations(self) -> tuple[list[Attestation], dict[str, str]]:
        """The sentences that say who somebody is, on the keys of the graph, and their words by their new keys."""
        source = self._source
        found: list[Attestation] = []
        quotes: dict[str, str] = {}
        for attested in source.reading.attestations:
            said = (self._rewritten(statement) for statement in attested.statements)
            statements = tuple(dict.fromkeys(new for new in said if new is not None))
            key = attestation_key(source, attested)
            if not statements or key in quotes:
                continue
            claimant = self._key(attested.claimant) if attested.claimant else None
            found.append(_attested(attested, key, statements, claimant))
            quotes[key] = source.quotes[attested.key]
        return found, quotes


def _changed(claim: Claim, key: str, claimant: str, statements: tuple[Statement, ...], behalf: str | None) -> Claim:
    return Claim(
        key=key,
        kind=claim.kind,
        claimant=claimant,
        statements=statements,
        document=claim.document,
        span=claim.span,
        certainty=claim.certainty,
        on_behalf_of=behalf,
        cue=claim.cue,
        said_at=claim.said_at,
        rule=claim.rule,
        confidence=claim.confidence,
        triggers=claim.triggers,
    )


def _attested(one: Attestation, key: str, statements: tuple[Statement, ...], claimant: str | None) -> Attestation:
    return Attestation(
        key=key,
        statements=statements,
        document=one.document,
        span=one.span,
        standing=one.standing,
        certainty=one.certainty,
        claimant=claimant,
        since=one.since,
        until=one.until,
        at=one.at,
    )
