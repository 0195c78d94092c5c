"""Gives an account of a reading, sentence by sentence: what was seen, and what became of every event word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.extract.incidents import Telling
from kg.extract.mentions import EventMention
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.times import TimeExpression
from kg.knowledge.frames import Frames
from kg.model import ClaimKind, Entity, EntityKind, Reading, Span, TimeSpan

_NEEDS = {
    "animate": "it is said of nobody: no person or group stands where its victim would",
    "person": "it is said of nobody: no person stands where its victim would",
    "violent": "alone it need not be violence: no weapon and no armed actor stands with it",
    "laden": "nobody says that what is driven into something carries a bomb",
    "aircraft": "no aircraft stands where it would name one",
    "aircraft-subject": "no aircraft stands where it would name one",
    "platform": "no weapon, vehicle or vessel stands with it",
    "materiel": "nothing that could be lost stands with it",
    "done-to-it": "nobody and nothing is told to have done it",
    "fired-upon": "nobody armed, no vehicle and no place stands with it",
    "target-or-weapon": "neither a weapon nor a target stands with it",
    "animate-or-none": "what it is done to is no person, group or target",
    "found": "it counts only where somebody finds it",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """Something a sentence names: a person, group, place, thing or time, as the whole document knows it."""

    span: Span
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that can tell of an event. Either ``event`` is the key of the event that it tells of, with the keys of
    the ``claims`` read from it, or ``reason`` says why it tells of none."""

    span: Span
    text: str
    frame: str
    event: str | None = None
    claims: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """One sentence: its characters, what it names, its event words, and why it made no event (empty if it did)."""

    span: Span
    seen: tuple[Seen, ...]
    words: tuple[EventWord, ...]
    reason: str = ""


@dataclass(slots=True, eq=False)
class Trail:
    """What the stages of a reading leave behind for the account: filled by the reader on its way."""

    game: bool = False
    tellings: list[Telling] = field(default_factory=list)
    mentions: list[EventMention] = field(default_factory=list)
    times: Mapping[TimeExpression, TimeSpan] = field(default_factory=dict)


def account(doc: Doc, reading: Reading, trail: Trail, frames: Frames) -> tuple[SentenceAccount, ...]:
    """The account of a reading, one record for each sentence in the order of the text."""
    accountant = _Accountant(doc, reading, trail, frames)
    return tuple(accountant.sentence(s.start, s.end) for s in doc.sents if s.text.strip())


class _Accountant:
    def __init__(self, doc: Doc, reading: Reading, trail: Trail, frames: Frames) -> None:
        self._doc = doc
        self._trail = trail
        self._frames = frames
        self._telling = {t.trigger.index: t for t in trail.tellings}
        self._mention = {d.telling.trigger.index: m for m in trail.mentions for d in m.drafts}
        self._event = {span: event.key for event in reading.events for span in event.triggers}
        self._claims: dict[Span, list[str]] = {}
        for claim in reading.claims:
            for span in claim.triggers:
                self._claims.setdefault(span, []).append(claim.key)
        self._kinds = {claim.key: claim.kind for claim in reading.claims}
        self._seen = sorted((*_named(reading.entities), *_timed(trail.times)), key=lambda s: (s.span, s.kind, s.label))

    def sentence(self, start: int, end: int) -> SentenceAccount:
        tokens = self._doc[start:end]
        begin = tokens.start_char + len(tokens.text) - len(tokens.text.lstrip())
        span = Span(begin, begin + len(tokens.text.strip()))
        seen = tuple(s for s in self._seen if span.begin <= s.span.begin and s.span.end <= span.end)
        words = tuple(w for w in map(self._word, tokens) if w is not None)
        return SentenceAccount(span, seen, words, self._reason(words))

    def _reason(self, words: tuple[EventWord, ...]) -> str:
        if any(w.event for w in words):
            return ""
        if self._trail.game:
            return "the report is about a game, in which shots and attacks are figures of speech"
        if not words:
            return "no word of it tells of an event of a kind that kg knows"
        return "; ".join(f"“{w.text}”: {w.reason}" for w in words)

    def _word(self, token: Token) -> EventWord | None:
        telling = self._telling.get(token.i)
        frame = telling.trigger.frame.name if telling is not None else self._could_tell(token)
        if frame is None:
            return None
        span = Span(token.idx, token.idx + len(token.text))
        event = self._event.get(span)
        if event is not None:
            claims = tuple(self._claims.get(span, ()))
            return EventWord(span, token.text, frame, event, claims, "" if claims else _SAID_ALREADY)
        return EventWord(span, token.text, frame, reason=self._why_not(token, telling))

    def _could_tell(self, token: Token) -> str | None:
        """The frame that lists a word that was taken for none of its meanings here."""
        lemma = token.lemma_.lower()
        for pos, index in (("VERB", self._frames.verbs), ("NOUN", self._frames.nouns), ("PROPN", self._frames.nouns)):
            plain = [p.frame.name for p in index.get(lemma, ()) if not p.extra]
            if token.pos_ == pos and plain:
                return plain[0]
        found = self._frames.adjectives.get(lemma) if token.pos_ == "ADJ" else None
        return found[0].frame.name if found else None

    def _why_not(self, token: Token, telling: Telling | None) -> str:
        if self._trail.game:
            return "the report is about a game"
        if telling is None:
            if any(t.trigger.token.i != token.i and t.trigger.token == token.head for t in self._trail.tellings):
                return f"it only says more of “{token.head.text}”"
            return "by the words beside it, it is part of a name or has another meaning here"
        if telling.stance.cancelled:
            return f"it tells of nothing that happened: {telling.stance.cancelled}"
        mention = self._mention.get(token.i)
        if mention is None:
            return _NEEDS.get(telling.trigger.frame.needs, "nobody and nothing that it could be done to stands with it")
        if mention.empty:
            return "it only points back at an event, and says nothing new of it"
        if mention.weak:
            return _NEEDS["violent"]
        if any(d.zero or d.telling.stance.kind is not ClaimKind.ASSERTION for d in mention.drafts):
            return "it fits no event told of elsewhere in the report that it could be said of"
        return "it says too little: nobody and nothing harmed, no side, no day, no place"


_SAID_ALREADY = "what it says is said by another word of the sentence"
_KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.GROUP: "group",
    EntityKind.PLACE: "place",
    EntityKind.MATERIEL: "thing",
}


def _named(entities: Iterable[Entity]) -> Iterator[Seen]:
    for entity in entities:
        if entity.kind in _KINDS:
            yield from (Seen(span, _KINDS[entity.kind], entity.label) for span in entity.mentions)


def _timed(times: Mapping[TimeExpression, TimeSpan]) -> Iterator[Seen]:
    for expression, span in times.items():
        yield Seen(expression.span, "time", span.label or "not known")
