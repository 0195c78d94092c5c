"""Earlier reports of a death: "in 2012 he was reported to have died in an air strike", in the report of another death.

Those who lead a war are often declared dead before they die. Such a report is no word on how and when they died in the
end, and what the text tells of it must not be laid to the death that it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.mentions import Draft, EventMention
from kg.extract.syntax import has_auxiliary, is_passive
from kg.extract.triggers import POINTING
from kg.model import Certainty, ClaimKind, Predicate, TimePrecision, TimeSpan

_FAR = timedelta(days=60)
_PLUPERFECT = frozenset({"had"})
_KINDS = frozenset({ClaimKind.ASSERTION, ClaimKind.RESPONSIBILITY})


def mark_old_reports(mentions: Iterable[EventMention], said: Mapping[int, TimeSpan]) -> None:
    """Notes of mentions that only pass on an old report of a killing until when that was made, at the latest.

    ``said`` are the times of verbs of speaking by the index of the verb.
    """
    for mention in mentions:
        if any(d.telling.trigger.frame.effect == "killed" for d in mention.drafts):
            found = [_reported(draft, said) for draft in _telling(mention)]
            days = [span for spans in found for span in spans or () if span.latest is not None]
            if days and all(spans is not None for spans in found):
                mention.rumoured = max(days, key=_until)


def of_another_time(mine: EventMention, others: Iterable[EventMention], issued: date | None) -> bool:
    """Whether one is an old report of a death and the others are not, or are one of another time."""
    others = list(others)
    rumoured = [_until(m.rumoured) for m in others if m.rumoured is not None]
    if mine.rumoured is None:
        return _only_rumoured(others) and not mine.pointing and _later([mine], max(rumoured), issued)
    if rumoured:
        return all(abs(_until(mine.rumoured) - day) > _FAR for day in rumoured)
    return _later(others, _until(mine.rumoured), issued)


def _until(span: TimeSpan) -> date:
    return span.latest or date.max


def doubt_old_reports(events: Sequence[Sequence[EventMention]]) -> None:
    """Lowers the certainty of old reports of a death that the same text also tells of at another time.

    What was reported then happened before, if it did. All others are no mere rumours. ``events`` are the mentions of
    each event.
    """
    events = [list(mentions) for mentions in events]
    told = [(_reported_until(mentions), _dead(mentions)) for mentions in events]
    for mentions, (until, dead) in zip(events, told, strict=True):
        doubted = until is not None and any(
            dead & others and (when is None or when - until > _FAR) for when, others in told
        )
        for mention in mentions:
            if not doubted:
                mention.rumoured = None
            elif mention.rumoured is not None:
                _doubt(mention, mention.rumoured)


def _doubt(mention: EventMention, reported: TimeSpan) -> None:
    for draft in _telling(mention):
        draft.telling.stance.lower(Certainty.POSSIBLE)
    if not mention.times:
        before = replace(reported, earliest=None, precision=TimePrecision.BOUND, instant=None)
        mention.drafts[0].times.append(before)


def _telling(mention: EventMention) -> list[Draft]:
    """What tells of the death; not what rejects it in passing (", which the group denied")."""
    return [draft for draft in mention.drafts if draft.telling.trigger.frame.name not in POINTING]


def _reported_until(mentions: Iterable[EventMention]) -> date | None:
    """When an event was last reported that is known from reports only; None for one that is told, too."""
    days = [_until(m.rumoured) for m in mentions if m.rumoured is not None]
    return max(days) if days and _only_rumoured(mentions) else None


def _only_rumoured(mentions: Iterable[EventMention]) -> bool:
    """Whether an event is known from an old report only, and from what was said against it."""
    rumoured = [m.rumoured is not None for m in mentions if m.rumoured is not None or not m.pointing]
    return bool(rumoured) and all(rumoured)


def _dead(mentions: Iterable[EventMention]) -> set[str]:
    return {key for mention in mentions for key in mention.keys(Predicate.FATAL_VICTIM)}


def _later(mentions: list[EventMention], told: date, issued: date | None) -> bool:
    """Whether these tell of something long after that day: by its own date, or as news, which needs no year."""
    days = [t.earliest for m in mentions for t in m.times if t.earliest is not None]
    if days:
        return min(days) - told > _FAR
    if issued is not None:
        return issued - told > _FAR
    return any(not _year(words) for m in mentions for words in m.time_words)


def _year(words: str) -> bool:
    return any(word.strip(".,").isdigit() and len(word.strip(".,")) == 4 for word in words.split())


def _reported(draft: Draft, said: Mapping[int, TimeSpan]) -> list[TimeSpan] | None:
    """When it was reported what a telling passes on; None if it is told, or reported by those who speak now."""
    stance = draft.telling.stance
    cue = stance.cue
    if cue is None or stance.kind not in _KINDS or not stance.positive or cue.pos_ != "VERB":
        return None
    if cue.i in said:
        return [said[cue.i]]
    if has_auxiliary(cue, _PLUPERFECT) or is_passive(cue):
        return draft.times
    return None
