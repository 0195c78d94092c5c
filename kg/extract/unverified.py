"""What nobody could confirm: "the claim could not be verified", "Reuters was unable to confirm the report".

No word of such a sentence tells of an event. It leaves open what somebody else told in the sentences before, or the
number that he gave; that the event happened is neither told nor denied by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.incidents import Incident, Telling
from kg.extract.marks import COUNTING
from kg.extract.mentions import Draft, EventMention
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.stance import of as stance_of
from kg.extract.syntax import (
    complements,
    determiner,
    forms_of,
    is_passive,
    negation,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import POINTING, Trigger
from kg.extract.unvouched import kept_back
from kg.knowledge.frames import Frame, Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind, Stage

#: How many sentences back the words may lie that are left open.
REACH = 2
_CHECKING = frozenset({"confirm", "verify", "corroborate", "substantiate", "authenticate"})
_CHECKS = frozenset({"confirmation", "verification", "corroboration"})
_FORMS = _CHECKS.union(*((v, f"{v}ed", f"{v}d") for v in _CHECKING), ("verified", "verifying", "confirming"))
#: Who looks into a report does not vouch for it.
_LOOKING = frozenset({"investigate", "examine", "probe", "check", "assess", "study", "review"})
_REPORTS = frozenset({"claim", "report", "allegation", "accusation", "authenticity", "veracity", "accuracy"})
_FORMS = _FORMS.union(*((v, f"{v.removesuffix('e')}ing", f"{v}d", f"{v}ed") for v in _LOOKING), {"studied"})
_TOLD = COUNTING.union(
    ("claim", "report", "account", "version", "information", "allegation", "accusation", "statement", "story", "news"),
    ("rumour", "rumor", "assertion", "detail", "incident", "authenticity", "veracity", "accuracy", "it", "this"),
    ("that", "these", "them", "which", "charge", "testimony"),
)
_AGAINST = frozenset({ClaimKind.DENIAL, ClaimKind.DOUBT})


class Unverified:
    """Finds in one document what is said to be unconfirmed."""

    def __init__(self, speakers: Speakers, frames: Frames, operators: Operators) -> None:
        self._speakers = speakers
        self._operators = operators
        self._frame: Frame | None = next((p.frame for p in frames.nouns.get("responsibility", ()) if not p.extra), None)

    def add(
        self, sentence: Span, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> list[EventMention]:
        """The mention that leaves open what was told in a sentence or shortly before it, if there is one."""
        if self._frame is None or _FORMS.isdisjoint(forms_of(sentence)):
            return []
        read = {i for m in here for d in m.drafts for i in (*d.telling.stance.path, *m.incident.words)}
        for word in sentence:
            if word.lower_ not in _FORMS or word.i in read:
                continue
            things = self._unchecked(word)
            if things is None:
                continue
            found = self._mention(word, things, number, [*before, *here])
            if found is not None:
                return [found]
        return []

    def _unchecked(self, word: Token) -> set[str] | None:
        """What is not confirmed, by its nouns; None where a word says no such thing."""
        if word.lower_ in _CHECKS:
            over = word.head
            lacking = determiner(word) == "no" or negation(over) is not None or over.lower_ == "impossible"
            things = [t for prep, t in complements(word) if prep in ("of", "for")]
        elif word.pos_ == "VERB" and word.lemma_.lower() in _CHECKING:
            lacking = self._not_done(word)
            things = subjects(word) if is_passive(word) else children(word, Dep.OBJECT)
            if not things:
                return None
        elif word.tag_ == "VBG" and word.lemma_.lower() in _LOOKING:
            things = [t for t in children(word, Dep.OBJECT) if t.lemma_.lower() in _REPORTS]
            lacking = bool(things)
        else:
            return None
        named = any(children(t, Dep.NOUN_CLAUSE) or (word.i > t.i and children(t, Dep.NOMINAL)) for t in things)
        words = {t.lower_ if t.pos_ in ("PRON", "DET") else t.lemma_.lower() for t in things}
        if not lacking or named or not words <= _TOLD:
            return None
        if dep(word) is Dep.RELATIVE and {"that", "which"} & words:
            return {word.head.lemma_.lower()} if word.head.lemma_.lower() in _TOLD else None
        return words

    def _not_done(self, verb: Token) -> bool:
        if negation(verb) is not None or any(determiner(s) == "no" for s in subjects(verb)):
            return True
        return kept_back(verb, self._operators)

    def _mention(self, word: Token, things: set[str], number: int, told: Sequence[EventMention]) -> EventMention | None:
        assert self._frame is not None
        trigger = Trigger(word, self._frame, "verb", {word.i})
        stance = stance_of(trigger, self._operators)
        if stance.stage is not Stage.ACCOMPLISHED:
            return None
        beside = word.lower_ in _CHECKS or dep(word) is Dep.RELATIVE  # not what those before it say
        stance.claimants = self._checkers(word) or ([] if beside else stance.claimants)
        telling = Telling(trigger, stance)
        speaker, group = self._speakers.claimant(telling) if dep(word) is not Dep.RELATIVE else (NARRATOR, None)
        voices = {key for key in (speaker, group) if key is not None}
        earlier = [m for m in told if m.begin < word.idx and m.sentence >= number - REACH and _told_by_some(m, voices)]
        figure = bool(things & COUNTING)
        about = next((m for m in reversed(earlier) if not figure or any(d.casualties for d in m.drafts)), None)
        if about is None:
            return None
        stance.kind, stance.certainty, stance.positive, stance.cancelled = ClaimKind.DOUBT, Certainty.UNKNOWN, True, ""
        draft = Draft(telling, self._frame.event_class, contradicts=True)
        if figure:
            draft.casualties += [c for d in about.drafts for c in d.casualties if c.count.high != 0]
        return EventMention(
            Incident([telling]),
            [draft],
            word.idx,
            number,
            definite=True,
            weak=True,
            speakers=() if speaker == NARRATOR else self._speakers.of_telling(telling),
            about=about,
        )

    def _checkers(self, verb: Token) -> list[Token]:
        """ "Reuters could not verify it": who could not; "no independent source" is nobody."""
        if verb.pos_ != "VERB" or is_passive(verb) or dep(verb) is Dep.RELATIVE:
            return []
        return [s for s in subjects(verb) if determiner(s) != "no" and s.lower_ != "it"]


def _told_by_some(mention: EventMention, voices: set[str]) -> bool:
    """Whether a mention tells of something in the words of somebody else than those who could not confirm it."""
    if all(d.telling.trigger.frame.name in POINTING for d in mention.drafts):
        return False
    stances = [d.telling.stance for d in mention.drafts]
    if not any(s.positive and s.kind not in _AGAINST for s in stances):
        return False
    hedged = any(s.certainty is not Certainty.CERTAIN for s in stances)
    return bool(set(mention.speakers) - voices) or (not mention.speakers and hedged)
