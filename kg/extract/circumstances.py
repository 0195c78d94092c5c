"""When: gives the time expressions of a sentence to the event words they belong to (and has places given likewise).

An expression belongs to the first event word met on the way up from it; on a reporting verb it is the time of
speaking; on another verb between an event and its sentence it is the event's unless the event has a time of
its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from kg.extract import tolls
from kg.extract.consequences import since_when
from kg.extract.dating import NEAR, is_counted_from_event
from kg.extract.entities import Entities
from kg.extract.marks import IN_RETURN
from kg.extract.mentions import Draft, EventMention
from kg.extract.placing import Placing
from kg.extract.pointing import takes_a_stand
from kg.extract.recalling import CAME_OF
from kg.extract.spoken import reported_below, spoken_of
from kg.extract.syntax import complements, embedding, markers, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.times import Bound, BoundKind, CalendarDate, Range, Relative, TimeExpression, resolve
from kg.extract.triggers import CLASSIFIERS, POINTING
from kg.extract.whereabouts import of_a_life
from kg.model import EntityKind, TimePrecision, TimeSpan

_CLAUSE = 12  # words of "in which 129 hostages died"
_SUPERLATIVE = 9  # words of "the bloodiest single day of fighting since"
_REASON = 9  # words of "for sending troops to X in 2011"
_NEWS = 31  # days before a report in which its own news lies
_JUDGING = frozenset({"convict", "sentence", "acquit", "jail", "imprison", "indict", "condemn"})
_CLAUSES_ASIDE = frozenset({Dep.APPOSITION, Dep.PARATAXIS})


class Circumstances:
    """Times and places of the event mentions of one document."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        expressions: Sequence[TimeExpression],
        times: Mapping[TimeExpression, TimeSpan],
        issued: date | None = None,
    ) -> None:
        self._doc = doc
        self._issued = issued
        self._entities = entities
        self._times = times
        relative = (e for e in expressions if isinstance(e, Relative))
        self._counted = [(e.span.begin, e.event_at) for e in relative if e.event_at is not None]
        self._heads = {
            e: head
            for e in expressions
            if (not is_counted_from_event(e) or e in times) and (head := _head(doc, e.span.begin, e.span.end))
        }
        spans = (doc.char_span(e.span.begin, e.span.end) for e in expressions)
        self._timed = {t.i for span in spans if span is not None for t in span}
        self.said: dict[int, TimeSpan] = {}
        self._placing = Placing(doc, entities, self._timed)

    def attach(self, mentions: Sequence[EventMention]) -> None:
        """Adds times and places to the drafts of one sentence's mentions."""
        drafts = [d for m in mentions for d in m.drafts]
        if not drafts:
            return
        sentence = sentence_of(drafts[0].telling.trigger.token)
        owners = {i: d for d in drafts for i in d.telling.trigger.words}
        reporting = {d.telling.stance.reporting.i for d in drafts if d.telling.stance.reporting is not None}
        loose: list[tuple[EventMention, Draft, TimeSpan, int]] = []
        for expression, head in self._heads.items():
            if not sentence.start <= head.i < sentence.end or _from_one_of(expression, drafts):
                continue
            if self._of_a_role(expression, head):
                continue
            if isinstance(expression, Bound) and expression.kind is BoundKind.SINCE:
                self._began(expression.of, owners, sentence)
                if self._best_since(head):
                    continue
            elif isinstance(expression, Range) and self._since(expression):
                self._began(expression, owners, sentence)
            span = self._times.get(expression)
            draft, direct = self._owner(head, owners, reporting, drafts, span)
            if draft is None or _told_later(draft) or (not direct and self._counted_to(draft, head)):
                continue
            found = _found(draft, head)
            span = _not_later(span) if span is not None and found else span
            mention = next(m for m in mentions if draft in m.drafts)
            if not found:
                mention.time_words.add(" ".join(expression.text.lower().split()))
                mention.days |= _of_a_year(expression)
            if span is not None and direct:
                draft.times.append(span)
            elif span is not None:
                loose.append((mention, draft, span, abs(head.i - draft.telling.trigger.index)))
        # of several times on a clause above, the one told nearest to the event is its own
        loose.sort(key=lambda found: found[3])
        for mention, draft, span, _ in loose:
            if not mention.times:
                draft.times.append(span)
        self._placing.attach(mentions, owners, sentence)

    def _counted_to(self, draft: Draft, head: Token) -> bool:
        """ "Began a sweep on Tuesday, three days after nine men were shot": Tuesday is not when they were."""
        begin = draft.telling.trigger.token.idx
        return any(head.idx < words < begin and 0 <= begin - event <= NEAR for words, event in self._counted)

    def _since(self, expression: Range) -> bool:
        """ "Since April and May 2007", which is no time that goes on."""
        words = self._doc.char_span(expression.span.begin, expression.span.end)
        return words is not None and words.start > 0 and self._doc[words.start - 1].lower_ == "since"

    def _best_since(self, head: Token) -> bool:
        """ "The bloodiest day of fighting since the 2002 truce": what nothing has come up to, no time of the event."""
        before = self._doc[max(0, head.i - _SUPERLATIVE) : head.i]
        return any(t.tag_ in ("JJS", "RBS") and t.lower_ not in ("least", "most") for t in before)

    def _began(self, when: TimeExpression, owners: Mapping[int, Draft], sentence: Span) -> None:
        """ "Since 7 October, when gunmen attacked": the attack was that day."""
        clause = since_when(sentence)
        first = min((i for i in owners if i in clause), default=None)
        span = resolve(when, issued=self._issued) if first is not None else None
        if span is not None and first is not None and not owners[first].times:
            owners[first].times.append(span)

    def _owner(
        self,
        head: Token,
        owners: Mapping[int, Draft],
        reporting: set[int],
        drafts: Sequence[Draft],
        span: TimeSpan | None,
    ) -> tuple[Draft | None, bool]:
        if self._when_it_was_earned(head, owners):
            return None, False
        beside = self._beside_noun(head, owners) or self._avenged(head, owners)
        if beside is not None:
            return beside, True
        inside = _in_which(head, self._timed, owners)
        if inside is not None:
            return inside, True
        step = head
        for _ in range(60):
            if step.i in owners and step != head:
                return owners[step.i], True
            tried = _verdict(step) and [d for d in drafts if step.i < d.telling.trigger.index < head.i]
            if tried and not self._lately(span):
                return tried[-1], False  # "was jailed for life for the murder of X in 2009"
            if step.i in reporting:
                told = _told_before(step, head, drafts)
                if told is not None:
                    return told, False
                if span is not None:
                    self.said.setdefault(step.i, span)
                return None, False
            if step != head and step.pos_ in ("VERB", "AUX"):
                if _verdict(step):
                    return None, False
                below = [d for d in drafts if step.i in d.telling.stance.path and not reported_below(d, step.i)]
                below = [d for d in below if not _apart(d, step.i, head.i)]
                meant = [d for d in below if not spoken_of(d, step, head)]
                if meant:
                    return meant[0], False
                if below:
                    return None, False  # when it was spoken of is no time of another event either
            if step.head == step:
                break
            if step != head and preposition(step) == "according to":
                return None, False  # "according to people who arrived on Monday"
            if dep(step) is Dep.ADVERB_CLAUSE and (self._at_another_time(step) or step.head.relation is Dep.RELATIVE):
                return None, False  # "killing officials who scattered after they lost X in 2019"
            if (dep(step) in _CLAUSES_ASIDE or of_a_life(step) or _of_a_motive(step)) and step != head:
                return None, False
            step = step.head
        # the expression heads the clause itself, or hangs beside it: the only event of the sentence has it
        one = len(drafts) == 1 or (step == head and all(step.i in d.telling.stance.path for d in drafts))
        only = drafts[0] if one and not reporting else None
        if only is None or _apart(only, step.i, head.i) or spoken_of(only, step, head):
            return None, False
        return only, False

    def _lately(self, span: TimeSpan | None) -> bool:
        """Whether a time lies in the weeks before the report, as what is its news does."""
        if span is None or span.latest is None or self._issued is None:
            return False
        return 0 <= (self._issued - span.latest).days <= _NEWS

    def _of_a_role(self, expression: TimeExpression, head: Token) -> bool:
        """ "X, a minister from 2002 to 2006, was abducted": how long somebody was what he was."""
        if not isinstance(expression, Range | Bound) or head.relation is not Dep.NOMINAL:
            return False
        bearer = self._entities.at(head.head)
        return bearer is not None and self._entities.kind(bearer) is EntityKind.PERSON

    def _at_another_time(self, clause: Token) -> bool:
        """ "eight days after he took office on 1 June", "before troops left on Monday": what is told aside, and when.

        What happened just "after" something did mostly shares its day.
        """
        before = [t for t in children(clause, Dep.MARKER, Dep.CASE) if t.lower_ in _BEFORE_AFTER]
        return any(t.lower_ != "after" or t.i in self._timed for t in before)

    def _when_it_was_earned(self, head: Token, owners: Mapping[int, Draft]) -> bool:
        """ "Killed nine in revenge for invading X in 2011": the year behind the deed that is answered is its own."""
        for at in range(head.i - 1, max(0, head.i - _REASON), -1):
            word = self._doc[at]
            if at in owners or word.text in (",", ";", "and"):
                return False
            if word.tag_ == "VBG":
                return self._doc[at - 1].lower_ in ("for", "over") and self._doc[at - 2].pos_ != "VERB"
        return False

    def _avenged(self, head: Token, owners: Mapping[int, Draft]) -> Draft | None:
        """ "In retaliation for the killing of X on Sunday", "followed the killing of X on Sunday": that killing's."""
        begin = head.i
        while begin - 1 in self._timed or (begin > 0 and self._doc[begin - 1].lower_ in ("on", "in", "last")):
            begin -= 1
        if begin == 0:
            return None
        verb = head.head
        if verb.lemma_.lower() in CAME_OF and verb.pos_ == "VERB":
            return next((owners[o.i] for o in children(verb, Dep.OBJECT) if o.i in owners and o.i < head.i), None)
        before = self._doc[begin - 1]
        known = next((t for t in (before, *before.ancestors) if t.i in owners), None)
        done = known is not None and known.head.lemma_.lower() in IN_RETURN | CAME_OF and known.i > known.head.i
        return owners[known.i] if known is not None and done else None

    def _beside_noun(self, head: Token, owners: Mapping[int, Draft]) -> Draft | None:
        """ "the execution four years ago of X": a time between an event noun and what it governs is the noun's."""
        begin = head.i
        while begin - 1 in self._timed or (begin > 0 and self._doc[begin - 1].lower_ in ("on", "in", "last")):
            begin -= 1
        draft = owners.get(begin - 1)
        if draft is None or draft.telling.trigger.form != "noun":
            return None
        end = head.i
        while end in self._timed:
            end += 1
        behind = end < len(self._doc) and self._doc[end].lower_ in ("of", "against")
        return draft if behind and any(t.i > end for _, t in complements(self._doc[begin - 1])) else None


def _in_which(time: Token, timed: Set[int], owners: Mapping[int, Draft]) -> Draft | None:
    """ "The siege in October 2002, in which 129 people died": the time before "in which", or "when", is its own."""
    doc, at = time.doc, time.i + 1
    while at < len(doc) and (at in timed or doc[at].text == ","):
        at += 1
    behind = [t.lower_ for t in doc[at : at + 2]]
    since = any(t.lower_ in ("since", "until") for t in doc[max(0, time.i - 3) : time.i])
    if behind != ["in", "which"] and (since or not (behind[:1] == ["when"] and doc[at - 1].text == ",")):
        return None
    return next((owners[i] for i in range(at, min(at + _CLAUSE, len(doc))) if i in owners), None)


def _found(draft: Draft, time: Token) -> bool:
    """Whether a time is that of the finding: "the body was found on Sunday", "was found dead on Sunday"."""
    trigger = draft.telling.trigger
    word = trigger.token
    if word.head == time or time.head == word or trigger.frame.effect != "killed":
        return False
    if trigger.frame.needs == "found":
        return trigger.found or trigger.handed
    return trigger.form == "adjective" and word.head.lemma_.lower() in ("find", "discover")


def _of_a_year(expression: TimeExpression) -> frozenset[str]:
    """The day and month of "June 15" and "June 15, 2015"; nothing for other words."""
    if not isinstance(expression, CalendarDate) or expression.month is None or expression.day is None:
        return frozenset()
    return frozenset({f"--{expression.month:02}-{expression.day:02}"})


def _not_later(span: TimeSpan) -> TimeSpan:
    """Who is found dead on a day died then or before."""
    return replace(span, earliest=None, precision=TimePrecision.BOUND, instant=None)


def _of_a_motive(verb: Token) -> bool:
    """ "Killed nine to punish them for sending troops in 2011", "because they had voted in 2011": why it was done."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    marks = markers(verb)
    return "because" in marks or ("for" in marks and verb.tag_ == "VBG")


def _verdict(verb: Token) -> bool:
    """ "Were found guilty of murder on Thursday", "was sentenced on Monday for": the day of the verdict."""
    guilty = verb.lemma_.lower() == "find" and any(t.lower_ == "guilty" for t in verb.children)
    return guilty or verb.lemma_.lower() in _JUDGING


def _apart(draft: Draft, index: int, head: int) -> bool:
    """Whether a time on this verb above the event is not the event's.

    The event may stand in a clause with a time of its own ("six weeks after he was killed"), or inside a noun
    phrase behind the time ("today raised the number of people killed"); a time behind such a noun phrase may
    well be the event's.
    """
    trigger = draft.telling.trigger
    for relation, lower, upper in embedding(trigger.token):
        if relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE) or set(markers(lower)) & _OTHER_TIME:
            return True  # "the judge who is to look into the killing was threatened on Monday"
        if upper.i == index:
            return False
        if takes_a_stand(upper) and trigger.form == "noun":
            return True  # "those who look into the killing were threatened on Monday"
        nominal = upper.pos_ in ("NOUN", "PROPN") and upper.lemma_.lower() not in CLASSIFIERS
        if nominal and head < trigger.index:
            return True
    return False


def _told_before(verb: Token, head: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The event of "27 people died in X on Saturday, medics said", where the parser hung the day on the speaking.

    So it does in "A week earlier, soldiers had shot the headman, medics said".
    """
    speaker = next((s.i for s in children(verb, Dep.SUBJECT) if head.i < s.i < verb.i), None)
    if speaker is None:
        return None
    said = [d for d in drafts if d.telling.stance.reporting == verb]
    before = [d for d in said if d.telling.trigger.index < head.i]
    if before:
        return max(before, key=lambda d: d.telling.trigger.index)
    between = [d for d in said if head.i < d.telling.trigger.index < speaker and d.telling.trigger.token.head == verb]
    return min(between, key=lambda d: d.telling.trigger.index, default=None)


def _from_one_of(expression: TimeExpression, drafts: Sequence[Draft]) -> bool:
    """Whether a time is counted from one of these events; ``dating`` sees to those."""
    begin = expression.event_at if isinstance(expression, Relative) else None
    return begin is not None and any(0 <= d.telling.trigger.token.idx - begin <= NEAR for d in drafts)


_BEFORE_AFTER = frozenset({"after", "before", "since", "until"})
_OTHER_TIME = frozenset({"after", "before", "since", "until", "once", "because", "although", "though"})


def _head(doc: Doc, begin: int, end: int) -> Token | None:
    """The word of a stretch of characters on which the others depend."""
    span = doc.char_span(begin, end)
    return span.root if span is not None and len(span) else None


def _told_later(draft: Draft) -> bool:
    """ "On Tuesday the toll stood at 14", "denied it on Tuesday": the day of the count or denial, not of the deaths."""
    trigger = draft.telling.trigger
    return trigger.frame.name in POINTING or tolls.counts_known(trigger)
