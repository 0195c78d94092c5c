"""Keeps what many documents have alike once: the same pieces of text positions, the same references.

Keys mean something inside their document only and are therefore few: ``Statement("event-1", occurred, True)`` is said
in nearly every report. Of a large archive this halves what the readings take.
"""

from __future__ import annotations

from kg.model import Attestation, Claim, Entity, Event, Predicate, Ref, Span, Statement


class Sharing:
    """Records by their content, each made once; to be let go when all readings have been taken in.

    They are looked up by numbers and texts, not by themselves: to hash and compare a record takes many times as long.
    Here and wherever every record of an archive is made anew it is so by its class: ``dataclasses.replace`` takes
    twice as long as that.
    """

    def __init__(self) -> None:
        self._spans: dict[int, tuple[Span]] = {}
        self._statements: dict[tuple[str, Predicate, str | bool], tuple[Statement]] = {}
        self._refs: dict[str, Ref] = {}
        self._types: dict[tuple[str, ...], tuple[str, ...]] = {}

    def claim(self, claim: Claim, document: str) -> Claim:
        """The same claim, as the document of this identifier makes it."""
        return Claim(
            key=claim.key,
            kind=claim.kind,
            claimant=claim.claimant,
            statements=self.statements(claim.statements),
            document=document,
            span=self._span(claim.span)[0],
            certainty=claim.certainty,
            on_behalf_of=claim.on_behalf_of,
            cue=claim.cue,
            said_at=claim.said_at,
            rule=claim.rule,
            confidence=claim.confidence,
            triggers=self._all_spans(claim.triggers),
        )

    def attestation(self, one: Attestation, document: str) -> Attestation:
        """The same attestation, as the document of this identifier makes it."""
        return Attestation(
            key=one.key,
            statements=self.statements(one.statements),
            document=document,
            span=self._span(one.span)[0],
            standing=one.standing,
            certainty=one.certainty,
            claimant=one.claimant,
            since=one.since,
            until=one.until,
            at=one.at,
        )

    def entity(self, entity: Entity) -> Entity:
        """The same entity."""
        return Entity(
            key=entity.key,
            kind=entity.kind,
            name=entity.name,
            aliases=entity.aliases,
            description=entity.description,
            mentions=self._all_spans(entity.mentions),
            actor=entity.actor,
            actor_type=entity.actor_type,
            count=entity.count,
            place=entity.place,
            same_as=entity.same_as,
        )

    def event(self, event: Event) -> Event:
        """The same event."""
        types = self._types.setdefault(event.types, event.types)
        return Event(event.key, types, event.label, event.stage, self._all_spans(event.triggers), event.days)

    def statements(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The same statements; those on a number, time or text are hardly ever made twice."""
        if len(statements) == 1:
            return self._statement(statements[0])
        return tuple(self._statement(statement)[0] for statement in statements)

    def _statement(self, statement: Statement) -> tuple[Statement]:
        value = statement.object
        if not isinstance(value, Ref | bool):
            return (statement,)
        said = value.key if isinstance(value, Ref) else value
        content = statement.subject, statement.predicate, said
        known = self._statements.get(content)
        if known is None:
            if isinstance(value, Ref):
                ref = self._refs.setdefault(value.key, value)
                statement = Statement(statement.subject, statement.predicate, ref)
            known = self._statements[content] = (statement,)
        return known

    def _span(self, span: Span) -> tuple[Span]:
        number = span.begin << 32 | span.end
        known = self._spans.get(number)
        if known is None:
            known = self._spans[number] = (span,)
        return known

    def _all_spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        if len(spans) == 1:
            return self._span(spans[0])
        return tuple(self._span(span)[0] for span in spans)
