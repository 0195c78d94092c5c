"""Where a document says who somebody is: each role, group and country with its sentence, its day and who says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.extract import times
from kg.extract.entities import Entities
from kg.extract.entities.attributes import Said
from kg.extract.speakers import Speakers
from kg.extract.syntax import sentence_of
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.times import Bound, BoundKind, CalendarDate, Range, TimeExpression
from kg.model import Attestation, Claim, Predicate, Ref, Span, Standing, TimeSpan

_STEPS = 4


class _Period(NamedTuple):
    since: TimeSpan | None = None
    until: TimeSpan | None = None
    at: TimeSpan | None = None


class Attesting:
    """Puts the attributes of one document together with the sentences that give them."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        speakers: Speakers,
        expressions: Iterable[TimeExpression],
        resolved: Mapping[TimeExpression, TimeSpan],
        issued: date | None,
    ) -> None:
        self._doc = doc
        self._entities = entities
        self._speakers = speakers
        self._issued = issued
        self._resolved = resolved
        periods = (e for e in expressions if isinstance(e, Range | CalendarDate) or _bounds(e))
        spans = ((e, doc.char_span(e.span.begin, e.span.end)) for e in periods)
        self._periods = [(e, span.root) for e, span in spans if span is not None and len(span)]

    def attestations(self, document: str, claims: Sequence[Claim]) -> tuple[Attestation, ...]:
        """One for every different thing that the document says of somebody, where it first does so."""
        grouped: dict[tuple[str, int, bool], list[Said]] = {}
        for said in self._entities.said():
            statement = said.statement
            place = (statement.subject, said.at, statement.predicate is Predicate.NATIONALITY)
            grouped.setdefault(place, []).append(said)
        found: dict[tuple[object, ...], Attestation] = {}
        for (subject, at, _), together in grouped.items():
            statements = tuple(dict.fromkeys(said.statement for said in together))
            word, held = self._doc.tokens[at], together[0].stand
            since, until, time = self._period(word)
            if held.standing is Standing.THEN:
                time = time or _told_in(claims, subject, word)
            credited = self._speakers.credited(word, subject)
            claimant = self._entities.canonical(credited) if credited is not None else None
            content = (statements, held, claimant, since, until, time)
            if content not in found:
                key, span = f"a{len(found) + 1}", self._sentence(word)
                found[content] = Attestation(key, statements, document, span, *held, claimant, since, until, time)
        return tuple(found.values())

    def _sentence(self, word: Token) -> Span:
        sentence = sentence_of(word)
        text = self._doc.text[sentence.start_char : sentence.end_char]
        begin = sentence.start_char + len(text) - len(text.lstrip())
        return Span(begin, begin + len(text.strip()))

    def _period(self, role: Token) -> _Period:
        """What times stand with a role: "since 2012", "from 2002 to 2006", "minister in 2005"."""
        for expression, word in self._periods:
            steps = _up(word, role)
            if steps is None:
                continue
            if isinstance(expression, Range):
                return _Period(self._day(expression.first), self._day(expression.last))
            if isinstance(expression, Bound):
                day = self._day(expression.of)
                return _Period(since=day) if expression.kind is BoundKind.SINCE else _Period(until=day)
            if steps == 1:
                return _Period(at=self._resolved.get(expression))
        return _Period()

    def _day(self, expression: TimeExpression) -> TimeSpan | None:
        return times.resolve(expression, issued=self._issued)


def _bounds(expression: TimeExpression) -> bool:
    return isinstance(expression, Bound) and expression.kind in (BoundKind.SINCE, BoundKind.UNTIL)


def _up(word: Token, role: Token) -> int | None:
    """How many nouns lie between a time and the role behind which it stands; None if it belongs to something else."""
    if word.i <= role.i:
        return None
    steps = 0
    for above in word.ancestors:
        steps += above.pos_ not in ("ADP", "SCONJ")
        if above == role:
            return steps
        if above.i < role.i:
            # the parser may hang the years of "X, minister from 2002 to 2006" on the name
            between = role.doc.tokens[role.i + 1 : word.i]
            beside = above == role.head and not any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in between)
            return steps if beside else None
        if above.pos_ in ("VERB", "AUX") or steps >= _STEPS:
            return None
    return None


def _told_in(claims: Iterable[Claim], subject: str, word: Token) -> TimeSpan | None:
    """When the event was in which somebody has a part in this sentence, if it tells one time."""
    here = (claim for claim in claims if claim.span.begin <= word.idx < claim.span.end)
    events = {s.subject for claim in here for s in claim.statements if s.object == Ref(subject)}
    of_events = (s.object for claim in claims for s in claim.statements if s.subject in events)
    found = list(dict.fromkeys(value for value in of_events if isinstance(value, TimeSpan)))
    return found[0] if len(found) == 1 else None
