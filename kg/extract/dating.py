"""Dates that events give each other: "died two days after the raid", "on Friday, a week after troops took the town".

An expression that counts from an event waits until the mentions of one event are together. Then the event with a date
dates the other, in either direction, and what is dated so may date a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.extract.clusters import Cluster
from kg.extract.mentions import Draft, EventMention
from kg.extract.syntax import sentence_of, subjects
from kg.extract.times import Relative, TimeExpression, resolve, resolve_anchor
from kg.knowledge.frames import Frames
from kg.model import TimePrecision, TimeSpan

NEAR = 100  # characters from the first word for an event to the one that tells of it
_INCIDENTS = frozenset({"incident", "tragedy", "violence", "bloodshed"})
_ROUNDS = 5  # of dates handed on from event to event
_FINEST = tuple(TimePrecision)


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance in time between two events that one sentence gives: ``told`` lies that far from ``anchor``."""

    expression: Relative
    told: Draft | None
    anchor: Draft


def distances(expressions: Sequence[TimeExpression], mentions: Sequence[EventMention]) -> tuple[Distance, ...]:
    """The distances between events of a document; ``told`` is None where that is no event of ours."""
    drafts = [d for m in mentions for d in m.drafts]
    return tuple(_distances(expressions, drafts))


def keep_apart(found: Sequence[Distance], mentions: Sequence[EventMention]) -> None:
    """Marks mentions as other events than those that they lie days from; one dies days after the attack itself."""
    of = {id(d): m for m in mentions for d in m.drafts}
    for distance in found:
        told = distance.told
        if told is not None and told.telling.trigger.frame.name != "die":
            of[id(told)].apart |= {distance.anchor.telling.trigger.index}
            of[id(distance.anchor)].apart |= {told.telling.trigger.index}


class Dating:
    """Dates the events of a document by each other."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        frames: Frames,
        resolved: Mapping[TimeExpression, TimeSpan],
        issued: date | None,
    ) -> None:
        self._clusters = clusters
        self._frames = frames
        self._resolved = resolved
        self._issued = issued
        self._of = {id(d): c for c in clusters for m in c.mentions for d in m.drafts}

    def run(self, found: Sequence[Distance], stated: Mapping[int, TimeSpan]) -> None:
        """Adds times to the drafts of events that are dated by other events only.

        ``stated`` are times of events by the offset of their first word, as ``times.event_times`` gives them.
        """
        for distance in found:
            anchor = self._anchor(distance)
            span = stated.get(distance.expression.event_at or 0)
            if distance.told is None and anchor is not None and span is not None and not anchor.times:
                anchor.mentions[0].drafts[0].times.append(span)
        between = [(d, anchor) for d in found if d.told is not None and (anchor := self._anchor(d)) is not None]
        for _ in range(_ROUNDS):
            learned = [self._hand_on(distance, anchor) for distance, anchor in between]
            if not any(learned):
                return

    def _anchor(self, distance: Distance) -> Cluster | None:
        """The event that a distance counts from; words that only point back mean the last one of their kind."""
        known = self._of.get(id(distance.anchor))
        if known is not None:
            return known
        begin = distance.anchor.telling.trigger.token.idx
        lemma = distance.anchor.telling.trigger.token.lemma_.lower()
        mine = {distance.anchor.event_class, *self._frames.ancestors(distance.anchor.event_class)}
        mine |= self._frames.also.get(lemma, frozenset())
        for cluster in reversed(self._clusters):
            kinds = {a for c in cluster.classes for a in self._frames.ancestors(c)}
            alike = distance.anchor.event_class in kinds or bool(set(cluster.classes) & mine)
            if alike and cluster.mentions[0].begin < begin and cluster is not self._of.get(id(distance.told)):
                return cluster
        return None

    def _hand_on(self, distance: Distance, anchor: Cluster) -> bool:
        """Dates one end by the other; whether anything was learned."""
        told = self._of.get(id(distance.told))
        if told is None or told is anchor or distance.told is None:
            return False
        mine, theirs = _time(told), _time(anchor)
        if not told.times:
            span = self._resolved.get(distance.expression)
            if span is None and theirs is not None:
                span = resolve(distance.expression, issued=self._issued, anchor=theirs)
            if span is not None:
                distance.told.times.append(span)
            return span is not None
        if not anchor.times and mine is not None:
            found = resolve_anchor(distance.expression, mine)
            if found is not None:
                anchor.mentions[0].drafts[0].times.append(found)
            return found is not None
        return False


def is_counted_from_event(expression: TimeExpression) -> bool:
    """Whether an expression dates nothing before the event is dated that it counts from."""
    return isinstance(expression, Relative) and expression.event_at is not None


def _distances(expressions: Sequence[TimeExpression], drafts: Sequence[Draft]) -> Iterator[Distance]:
    for expression in expressions:
        if not isinstance(expression, Relative) or expression.event_at is None:
            continue
        begin = expression.event_at
        near = [d for d in drafts if 0 <= d.telling.trigger.token.idx - begin <= NEAR]
        anchor = min(near, key=lambda d: d.telling.trigger.token.idx, default=None)
        if anchor is None or sentence_of(anchor.telling.trigger.token).start_char > expression.span.begin:
            continue
        above = [t.i for t in anchor.telling.trigger.token.ancestors]
        told = [d for d in drafts if d is not anchor and d.telling.trigger.words & set(above)]
        told.sort(key=lambda d: above.index(min(d.telling.trigger.words & set(above), key=above.index)))
        unnamed = not told or told[0].telling.trigger.token.lemma_.lower() in _INCIDENTS
        before = _pointed_at(anchor, above, drafts) if unnamed else None
        yield Distance(expression, before or (told[0] if told else None), anchor)


def _pointed_at(anchor: Draft, above: Sequence[int], drafts: Sequence[Draft]) -> Draft | None:
    """The event that "the incident comes three days after X was shot" is about: the one told last."""
    sentence = sentence_of(anchor.telling.trigger.token)
    subject = next((s for at in above for s in subjects(sentence.doc[at])), None)
    if subject is None or subject.lemma_.lower() not in _INCIDENTS:
        return None
    before = [d for d in drafts if d.telling.trigger.index < sentence.start]
    return max(before, key=lambda d: d.telling.trigger.index, default=None)


def _time(cluster: Cluster) -> TimeSpan | None:
    """The time of an event if its mentions agree on one: the finest, within all others."""
    known = [t for t in cluster.times if t.earliest is not None and t.latest is not None]
    if not known:
        return None
    finest = min(known, key=lambda t: _FINEST.index(t.precision))
    for other in known:
        if _days(finest)[0] < _days(other)[0] or _days(finest)[1] > _days(other)[1]:
            return None
    return finest


def _days(span: TimeSpan) -> tuple[date, date]:
    return span.earliest or date.min, span.latest or date.max
