"""Puts what the documents say into the terms of the resolved entities and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.model import Claim, Ref, Statement
from kg.resolve.intake import Source, claim_key, signature
from kg.resolve.judgement import Node


class Rewriting:
    """One document on the keys of the graph; ``refs`` holds the references that all documents share."""

    def __init__(self, source: Source, keys: Mapping[Node, str], refs: dict[str, Ref]) -> None:
        self._source = source
        self._keys = keys
        self._refs = refs
        self._done: dict[Statement, Statement | None] = {}

    def _key(self, key: str) -> str | None:
        return self._keys.get(self._source.node(key))

    def _rewritten(self, statement: Statement) -> Statement | None:
        """A statement on the keys of the graph; None if it says that a thing belongs to itself."""
        if statement not in self._done:
            self._done[statement] = self._anew(statement)
        return self._done[statement]

    def _anew(self, statement: Statement) -> Statement | None:
        subject = self._key(statement.subject)
        if subject is None:
            return None
        if not isinstance(statement.object, Ref):
            return replace(statement, subject=subject)
        value = self._key(statement.object.key)
        if value is None or value == subject:
            return None
        return replace(statement, subject=subject, object=self._refs.setdefault(value, Ref(value)))

    def claims(self) -> tuple[list[Claim], dict[str, str]]:
        """The claims on the keys of the graph, each once, and their words by their new keys.

        A claim's key is made of what its document says and of nothing else.
        """
        source = self._source
        found: dict[tuple[object, ...], Claim] = {}
        quotes: dict[str, str] = {}
        signed = sorted((claim.span, signature(claim), claim.key, claim) for claim in source.reading.claims)
        for _, _, _, claim in signed:
            statements = tuple(
                dict.fromkeys(new for st in claim.statements if (new := self._rewritten(st)) is not None)
            )
            claimant = self._key(claim.claimant)
            if not statements or claimant is None:
                continue
            behalf = self._key(claim.on_behalf_of) if claim.on_behalf_of else None
            key = claim_key(source, claim)
            changed = replace(
                claim,
                key=key,
                claimant=claimant,
                statements=statements,
                on_behalf_of=behalf if behalf != claimant else None,
            )
            content = (
                changed.kind,
                claimant,
                changed.on_behalf_of,
                frozenset(statements),
                changed.span,
                changed.certainty,
            )
            if content not in found and key not in quotes:
                found[content] = changed
                quotes[key] = source.quotes[claim.key]
        return list(found.values()), quotes

    def attributes(self) -> list[Statement]:
        """What the document says of its entities in passing, on the keys of the graph."""
        return [new for st in self._source.reading.attributes if (new := self._rewritten(st)) is not None]
