"""What a rebuttal rejects: "the army dismissed the claim", "it is a lie" speak against what somebody else said last.

Whose words those were decides. After "X alleged that the bridge was mined" to call the allegation baseless speaks of
the bridge, not of the killing told before; who disputes a denial does not deny.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.marks import ACCOUNTS, COUNTING
from kg.extract.mentions import EventMention
from kg.extract.own_side import OwnSide
from kg.extract.pointing import INFLATED
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax import determiner, sentence_of, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Span
from kg.extract.triggers import Trigger
from kg.model import ClaimKind, Predicate

#: How many sentences back the words may lie that are rejected.
REACH = 5
_FAR = 8  # where they are of what the people of those who reject them have done
_ACCUSED = frozenset({"accusation", "charge", "allegation", "blame"})
_FOUND = frozenset({"finding", "conclusion"})
_TAKING_BACK = frozenset({"withdraw", "retract", "recant"})
_THESE = frozenset({"it", "this", "that"})  # stand for the words right before, or for a thing told of
_IMAGES = frozenset({"image", "photograph", "photo", "picture", "video", "footage", "film"})
_ALLEGING = frozenset({"allege", "charge", "claim", "accuse", "blame"})
_SPEAKING = _ALLEGING | {"say", "tell", "maintain", "insist", "declare", "assert", "state"}


def rejects_charge(trigger: Trigger) -> bool:
    """Whether a rebuttal is of an accusation."""
    return bool(_ACCUSED & _things(trigger))


def rejects_figure(trigger: Trigger) -> bool:
    """Whether a rebuttal is of a number alone: "called the toll an invention"."""
    return trigger.token.lower_ in INFLATED or bool(COUNTING & _things(trigger))


def rejects_account(trigger: Trigger) -> bool:
    """Whether a rebuttal is of how something came about: "disputed that version"."""
    return bool({"account", "version", "suggestion", "idea", "notion"} & _things(trigger))


def takes_back(trigger: Trigger) -> bool:
    """Whether somebody withdraws what he said himself."""
    return trigger.token.lemma_.lower() in _TAKING_BACK


def _things(trigger: Trigger) -> set[str]:
    objects = children(trigger.token, Dep.OBJECT, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    return {*trigger.extra, *(thing.lemma_.lower() for thing in objects)}


class Rebuttals:
    """Finds for the rebuttals of one document the mentions that they speak against."""

    def __init__(self, doc: Doc, speakers: Speakers, side: OwnSide) -> None:
        self._doc = doc
        self._speakers = speakers
        self._side = side

    def settle(self, here: Sequence[EventMention], before: Sequence[EventMention]) -> list[EventMention]:
        """The mentions of a sentence without rebuttals of something that is no event; the others know of which."""
        kept: list[EventMention] = []
        for mention in here:
            if _rebuts(mention) and _again(mention, kept):
                continue
            if not _rebuts(mention) or self._placed(mention, [*before, *kept]):
                kept.append(mention)
            if len(mention.drafts) == 1 and self._side.harmless(mention.drafts[0], set(mention.speakers)):
                mention.drafts[0].of_own = True
                told = self._told(mention, before, REACH)
                mention.about = next((m for m in reversed(told) if set(m.speakers) != set(mention.speakers)), None)
        return kept

    def _placed(self, mention: EventMention, before: Sequence[EventMention]) -> bool:
        """Notes what a rebuttal speaks against, if that is an event; whether it may be."""
        trigger = mention.drafts[0].telling.trigger
        denier = set(mention.speakers)
        near = bool((_THESE | _IMAGES) & _things(trigger))
        reach = REACH if trigger.token.lemma_.lower() == "deny" or not near else 1
        if (own := _own_words(mention, before)) is not None:
            mention.about = own
            return True
        if _pointed_at(trigger) and self._nothing_told(mention, before):
            return False
        if near and reach == REACH and self._other_talk(mention, before):
            return False
        told = self._told(mention, before, reach) or (
            self._told(mention, before, 2) if self._same_talk(mention) else []
        )
        others = [m for m in told if not denier or set(self._tellers(m)) - denier]
        if not denier or not told:
            return reach == REACH and not (near and denier)  # "the Front denies this", of what is no event
        if trigger.token.lemma_.lower() in _TAKING_BACK:
            mine = [m for m in told if set(m.speakers) & denier]
            mention.about = mine[-1] if mine else None
            return bool(mine) or not any(m.speakers for m in told)
        if not others:
            return not self._detour(told[-1], mention)
        if trigger.token.lemma_ == "contradict" and _owned(others[-1]):
            return False  # "witnesses contradicted this", of how the army says it came to fire
        charge = rejects_charge(trigger)
        accusing = [m for m in others if _accuses(m)] if charge else []
        accusing = [m for m in accusing if denier & set(m.keys(Predicate.PERPETRATOR))] or accusing
        only = near or _told_itself(trigger) or rejects_figure(trigger)
        far = [] if only else self._told(mention, before, _FAR)
        far = [m for m in far if set(self._tellers(m)) - denier and not self._detour(m, mention)]
        if theirs := [m for m in far if self._of_own(m, denier)]:
            accusing = theirs
            mention.drafts[0].of_own = bool(_FOUND & _things(trigger))
        counting = [m for m in others if any(d.casualties for d in m.drafts)] if rejects_figure(trigger) else []
        about = (accusing or counting or others)[-1]
        if self._detour(about, mention):
            return False
        if _denies(about):
            last = about
            same = [m for m in others if m.speakers == last.speakers and m.sentence >= last.sentence - 1]
            about = next((m for m in reversed(same) if not _denies(m)), last)
            if _denies(about):
                return False
        mention.about = about
        return True

    def _of_own(self, mention: EventMention, denier: set[str]) -> bool:
        """Whether a mention lays the deed at the door of those who reject it, or of their people."""
        agents = (p for d in mention.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR)
        return any(self._side.accused(p, denier) for p in agents)

    def _told(self, mention: EventMention, before: Sequence[EventMention], reach: int) -> list[EventMention]:
        """What was told in so many sentences before a rebuttal."""
        return [m for m in before if m.sentence >= mention.sentence - reach and not _rebuts(m) and m is not mention]

    def _nothing_told(self, mention: EventMention, before: Sequence[EventMention]) -> bool:
        """Whether somebody says something in the sentence before a rebuttal that is nothing of an event."""
        here = sentence_of(mention.drafts[0].telling.trigger.token)
        if here.start == 0 or any(m.sentence >= mention.sentence - 1 for m in before if not _rebuts(m)):
            return False
        last = sentence_of(self._doc[here.start - 1])
        return self._speakers.teller_in(last) is not None or any(t.lemma_.lower() in ACCOUNTS for t in last)

    def _other_talk(self, mention: EventMention, before: Sequence[EventMention]) -> bool:
        """ "The Front said that he was a spy. The family denied it": of somebody's words right before with no event."""
        if not self._nothing_told(mention, before) or not mention.speakers:
            return False
        last = sentence_of(self._doc[sentence_of(mention.drafts[0].telling.trigger.token).start - 1])
        told = self._told(mention, before, REACH)
        teller = self._speakers.teller_in(last)
        if not any(t.pos_ == "VERB" and t.lemma_.lower() in _SPEAKING for t in last):
            return False  # "analysis indicates that it came from the north"
        return bool(teller) and bool(told) and teller not in (*told[-1].speakers, *mention.speakers)

    def _same_talk(self, mention: EventMention) -> bool:
        """Whether in the two sentences before a rebuttal one and the same speaks."""
        here = sentence_of(mention.drafts[0].telling.trigger.token)
        keys = []
        for _ in range(2):
            if here.start == 0:
                return False
            here = sentence_of(self._doc[here.start - 1])
            keys.append(self._speakers.teller_in(here))
        return bool(keys[0]) and keys[0] == keys[1] and keys[0] not in mention.speakers

    def _tellers(self, mention: EventMention) -> tuple[str, ...]:
        return mention.speakers or (NARRATOR,)

    def _detour(self, about: EventMention, mention: EventMention) -> bool:
        """Whether somebody else has alleged something else in between, which is then what is rejected."""
        known = {*about.speakers, *mention.speakers}
        here = sentence_of(mention.drafts[0].telling.trigger.token)
        step = here
        for _ in range(mention.sentence - about.sentence - 1):
            step = sentence_of(self._doc[step.start - 1])
            key = self._speakers.teller_in(step)
            if key is not None and key not in known and _alleges(step):
                return True
        return False


def _told_itself(trigger: Trigger) -> bool:
    """ "Denied charges that she was tortured": what is rejected is said beside it."""
    return any(children(t, Dep.NOUN_CLAUSE, Dep.RELATIVE) for t in children(trigger.token, Dep.OBJECT))


def _pointed_at(trigger: Trigger) -> bool:
    """ "That finding", "these reports": what was said right before."""
    things = [*children(trigger.token, Dep.OBJECT, Dep.SUBJECT, Dep.PASSIVE_SUBJECT), *subjects(trigger.token)]
    return any(determiner(t) in ("this", "that", "these", "those") for t in things if t.lemma_.lower() in ACCOUNTS)


def _own_words(mention: EventMention, before: Sequence[EventMention]) -> EventMention | None:
    """ "Admitted that they had killed him, after first denying it": of what the same people tell in the sentence."""
    verb = mention.drafts[0].telling.trigger.token
    if not any(t.lower_ in _THESE for t in children(verb, Dep.OBJECT)) or not (mention.speakers or verb.tag_ == "VBG"):
        return None
    same = [m for m in before if m.sentence == mention.sentence and not _rebuts(m) and m.speakers == mention.speakers]
    return same[-1] if same else None


def _alleges(sentence: Span) -> bool:
    return any(t.pos_ == "VERB" and t.lemma_.lower() in _ALLEGING for t in sentence)


def _rebuts(mention: EventMention) -> bool:
    return all(d.telling.trigger.frame.name == "rebuttal" for d in mention.drafts)


def _again(mention: EventMention, before: Sequence[EventMention]) -> bool:
    """ "Denied that X had been killed, contradicting reports": one denial in two words."""
    verb = mention.drafts[0].telling.trigger.token
    return verb.tag_ == "VBG" and dep(verb) is Dep.ADVERB_CLAUSE and any(map(_denies, before))


def _denies(mention: EventMention) -> bool:
    return all(
        d.telling.stance.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT) or not d.telling.stance.positive
        for d in mention.drafts
    )


def _owned(mention: EventMention) -> bool:
    return any(d.telling.stance.kind is ClaimKind.RESPONSIBILITY for d in mention.drafts) or bool(
        set(mention.speakers) & set(mention.keys(Predicate.PERPETRATOR))
    )


def _accuses(mention: EventMention) -> bool:
    kinds = {k for d in mention.drafts for k in (d.telling.stance.kind, d.telling.stance.agent_kind)}
    return ClaimKind.ACCUSATION in kinds or (bool(mention.speakers) and bool(mention.keys(Predicate.PERPETRATOR)))
