"""Keeps what many documents have alike once: the same pieces of text positions, the same references.

Keys mean something inside their document only and are therefore few: ``Statement("event-1", occurred, True)`` is said
in nearly every report. Of a large archive this halves what the readings take.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kg.model import Claim, Entity, Event, Ref, Span, Statement

T = TypeVar("T")


class Sharing:
    """Records by their content, each made once; to be let go when all readings have been taken in."""

    def __init__(self) -> None:
        self._spans: dict[Span, Span] = {}
        self._statements: dict[Statement, Statement] = {}
        self._refs: dict[Ref, Ref] = {}
        self._tuples: dict[tuple[object, ...], tuple[object, ...]] = {}

    def claim(self, claim: Claim, document: str) -> Claim:
        """The same claim, as the document of this identifier makes it."""
        return replace(
            claim,
            document=document,
            span=self._span(claim.span),
            triggers=self._all_spans(claim.triggers),
            statements=self._same(tuple(map(self.statement, claim.statements))),
        )

    def entity(self, entity: Entity) -> Entity:
        """The same entity."""
        return replace(entity, mentions=self._all_spans(entity.mentions))

    def event(self, event: Event) -> Event:
        """The same event."""
        return replace(event, triggers=self._all_spans(event.triggers), types=self._same(event.types))

    def statement(self, statement: Statement) -> Statement:
        """The same statement; one on a number, time or text is hardly ever made twice."""
        value = statement.object
        if isinstance(value, Ref):
            known = self._statements.get(statement)
            if known is not None:
                return known
            statement = replace(statement, object=self._refs.setdefault(value, value))
        elif not isinstance(value, bool):
            return statement
        return self._statements.setdefault(statement, statement)

    def _span(self, span: Span) -> Span:
        return self._spans.setdefault(span, span)

    def _all_spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return self._same(tuple(map(self._span, spans)))

    def _same(self, values: tuple[T, ...]) -> tuple[T, ...]:
        # Of one element: more are hardly ever alike, and each that is looked up costs its hash.
        if len(values) != 1:
            return values
        return self._tuples.setdefault(values, values)  # type: ignore[return-value]
