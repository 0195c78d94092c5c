"""Puts what the documents say into the terms of the resolved entities and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.ids import local_name
from kg.model import Claim, Ref, Statement
from kg.resolve.intake import Source, signature
from kg.resolve.judgement import Node


def rewritten(source: Source, statement: Statement, keys: Mapping[Node, str]) -> Statement | None:
    """A statement on the keys of the graph; None if it says that a thing belongs to itself."""
    subject = keys.get(source.node(statement.subject))
    if subject is None:
        return None
    if not isinstance(statement.object, Ref):
        return replace(statement, subject=subject)
    value = keys.get(source.node(statement.object.key))
    if value is None or value == subject:
        return None
    return replace(statement, subject=subject, object=Ref(value))


def claims(source: Source, keys: Mapping[Node, str]) -> tuple[list[Claim], dict[str, str]]:
    """The claims of a document on the keys of the graph, each once, and their words by their new keys.

    A claim's key is made of what its document says and of nothing else.
    """
    found: dict[tuple[object, ...], Claim] = {}
    quotes: dict[str, str] = {}
    signed = sorted((claim.span, signature(claim), claim.key, claim) for claim in source.reading.claims)
    for _, signs, _, claim in signed:
        changed = (rewritten(source, statement, keys) for statement in claim.statements)
        statements = tuple(dict.fromkeys(statement for statement in changed if statement is not None))
        claimant = keys.get(source.node(claim.claimant))
        if not statements or claimant is None:
            continue
        behalf = keys.get(source.node(claim.on_behalf_of)) if claim.on_behalf_of else None
        key = local_name("claim", "", source.mark, *signs)
        new = replace(
            claim,
            key=key,
            claimant=claimant,
            statements=statements,
            on_behalf_of=behalf if behalf != claimant else None,
        )
        content = (new.kind, claimant, new.on_behalf_of, frozenset(statements), new.span, new.certainty)
        if content not in found and key not in quotes:
            found[content] = new
            quotes[key] = source.quotes[claim.key]
    return list(found.values()), quotes


def attributes(source: Source, keys: Mapping[Node, str]) -> list[Statement]:
    """What a document says of its entities in passing, on the keys of the graph."""
    new = (rewritten(source, statement, keys) for statement in source.reading.attributes)
    return [statement for statement in new if statement is not None]
