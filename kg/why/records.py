"""What an explanation consists of; the same records for the command line and for pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``begin`` to ``end`` (exclusive) of a quote and what they were read as.

    ``role`` is ``event``, ``cue``, ``claimant`` or the predicate of a statement (``fatalVictim``, ``time`` ...).
    """

    begin: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document that a claim was read from; offsets count from the start of the kept text."""

    document: str
    begin: int
    end: int
    quote: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimReason:
    """One claim on a statement: who takes which stance, in which words, and what read it from them.

    ``rule`` names the frames or the model that read it, ``confidence`` how far that reading is to be trusted in
    [0, 1]; ``certainty`` is the claimant's own.
    """

    iri: str
    kind: str
    certainty: str
    claimant: str
    claimant_iri: str
    narrator: bool
    on_behalf_of: str | None
    cue: str | None
    said_at: str | None
    rule: str | None
    confidence: float | None
    words: Words


@dataclass(frozen=True, slots=True)
class StatementReason:
    """One statement with its verdict, the claims on it and the steps that lead from these to the verdict.

    ``relation`` is the predicate in words. ``fact`` tells whether it stands in the graph as a plain triple.
    ``value_iri`` is None for literals.
    """

    iri: str
    predicate: str
    relation: str
    value: str
    value_iri: str | None
    status: str
    fact: bool
    claims: tuple[ClaimReason, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event, or anything else that statements are about, with what is said of it and why it is believed or not.

    ``types`` are local names of classes, the most specific first; ``status`` and ``steps`` concern an event as a
    whole and are empty for anything else.
    """

    iri: str
    label: str
    types: tuple[str, ...]
    status: str
    stage: str
    steps: tuple[str, ...]
    statements: tuple[StatementReason, ...]
