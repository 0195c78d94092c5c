"""Days: when an event took place that is told without a time, right behind a sentence with a day.

"On 4 September a convoy came under fire near X. A driver was hit and died": the same day, unless the event is set
apart, told as a memory or in another place. An inference, marked as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.clusters import HARM, Cluster
from kg.extract.dating import is_counted_from_event
from kg.extract.entities import Entities
from kg.extract.mentions import EventMention
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import has_auxiliary, markers
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.theatre import Theatre, begins_paragraph
from kg.extract.times import TimeExpression
from kg.extract.whereabouts import speaks
from kg.model import Predicate, Span, Stage, TimePrecision, TimeSpan

_HARMFUL = frozenset({"killed", "injured", "captured"})
_APART = frozenset(("meanwhile", "separately", "elsewhere", "earlier", "previously", "ago", "ever", "another"))
_OPENING = 8  # words of "In the northern town of X,"
_OPENERS = frozenset({"In", "At", "Near", "Outside"})
_PEOPLE = (*HARM, Predicate.PERPETRATOR)
_HAD = frozenset({"had"})
_SINCE = frozenset({"after", "because", "since", "for", "that"})
# What stands behind the day of an item: a dash, a colon, a stop, or nothing more in its line.
_MARK = re.compile(r"[ \t]*[.)]?[ \t]*(?:--?|—|–|―|:)[ \t]*\n?|\.?[ \t]*\n|\.[ \t]+(?=[A-Z“\"])")
_ITEMS_BACK = 3  # sentences
_FEWEST = 2  # items of a timeline
_STORY = 6  # sentences in which a story is still of the day told last
_DAYS = (TimePrecision.DAY, TimePrecision.MINUTE)
_ASIDE = (Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.ADVERB_CLAUSE, Dep.NOMINAL, Dep.APPOSITION)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with the words from which it was drawn."""

    time: TimeSpan
    span: Span


class Days:
    """Days of the events of one document that are told without any."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        surroundings: Surroundings,
        expressions: Sequence[TimeExpression],
        resolved: Mapping[TimeExpression, TimeSpan],
    ) -> None:
        self._doc = doc
        self._entities = entities
        self._surroundings = surroundings
        self._resolved = resolved
        self._heads = [(e, s) for e, s in resolved.items() if _begins_item(doc.text, e)]
        self._open = [e.span.begin for e in expressions if is_counted_from_event(e) and e not in resolved]
        self._found: dict[int, TimeSpan] = {}

    def of(self, cluster: Cluster, clusters: list[Cluster]) -> Day | None:
        """The day of an event; None where it has a time of its own or nothing tells one."""
        number = cluster.mentions[0].sentence
        if any(m.times or m.time_words for m in cluster.mentions):
            return None
        day = self._of_item(cluster)
        if day is not None:
            return day
        sentence = self._doc.sents[number]
        if number == 0 or not self._wanting(cluster) or any(t.lower_ in _APART for t in sentence):
            return None
        if any(sentence.start_char <= begin < sentence.end_char for begin in self._open):
            return None  # "died on the second day of the battle": some day, which nothing tells
        day = self._of_sentence_before(cluster, clusters) or self._of_story(cluster, clusters)
        if day is not None:
            self._found[id(cluster)] = day.time
        return day

    def _of_item(self, cluster: Cluster) -> Day | None:
        """The day under which an item of a timeline stands: "26 December 1982 - Hundreds march. Police fire"."""
        mention, heads = cluster.mentions[0], self._heads
        head = next((h for h in reversed(heads) if h[0].span.begin < mention.begin), None)
        if head is None or len(heads) < _FEWEST or _told_back(mention):
            return None
        begin, end = head[0].span.begin, self._doc.sents[mention.sentence].end_char
        mark = _MARK.match(self._doc.text, head[0].span.end)
        assert mark is not None
        known = (t for e, t in self._resolved.items() if head[0].span.end <= e.span.begin < end)
        if "\n" in self._doc.text[mark.end() : mention.begin] or any(not _within(t, head[1]) for t in known):
            return None
        time = replace(head[1], inferred=True, basis=f"{head[1].basis}; the day of the item".lstrip("; "))
        return Day(time, Span(begin, end))

    def _of_story(self, cluster: Cluster, clusters: list[Cluster]) -> Day | None:
        """The day of what was told a few sentences before of the same place or by and to the same people.

        No other time may have been told since, nor another day of that place or those people.
        """
        number, sentences = cluster.mentions[0].sentence, self._doc.sents
        places = cluster.keys(Predicate.LOCATION)
        people = {k for p in _PEOPLE for k in cluster.keys(p)}
        found: dict[tuple[object, object], tuple[int, TimeSpan]] = {}
        for other in clusters:
            at = max((m.sentence for m in other.mentions if m.sentence <= number), default=-1)
            if other is cluster or at < 0 or not other.times or other.mentions[0].begin > cluster.mentions[0].begin:
                continue
            theirs = other.keys(Predicate.LOCATION)
            here = any(self._surroundings.near(a, b) for a in places for b in theirs if not self._wide(a, b))
            if here or (not (places and theirs) and people & {k for p in _PEOPLE for k in other.keys(p)}):
                found.update({(t.earliest, t.latest): (at, t) for t in other.times})
        if len(found) != 1:
            return None
        at, day = next(iter(found.values()))
        since = sentences[at].end_char, sentences[number].end_char
        told = [s for e, s in self._resolved.items() if since[0] <= e.span.begin < since[1]]
        if day.precision not in _DAYS or number - at > _STORY or any(not _within(s, day) for s in told):
            return None
        inferred = replace(day, inferred=True, basis=f"{day.basis}; the day of what was told before".lstrip("; "))
        return Day(inferred, Span(sentences[at].start_char, since[1]))

    def _wide(self, one: str, other: str) -> bool:
        """Whether two places are known to have in common no more than a country."""
        return self._surroundings.country(one) or self._surroundings.country(other)

    def _of_sentence_before(self, cluster: Cluster, clusters: list[Cluster]) -> Day | None:
        """The day of what the sentence before told, in one paragraph; in a list of towns that of the items before."""
        mention = cluster.mentions[0]
        number, sentences = mention.sentence, self._doc.sents
        if begins_paragraph(sentences, self._doc.text, number):
            return None
        listed = self._opens_with_place(cluster)
        before = self._item_before(number, clusters) if listed else number - 1
        told = [c for c in clusters if c is not cluster and any(m.sentence == before for m in c.mentions)]
        if not listed and any(self._elsewhere(cluster, other) for other in told):
            return None
        if not told and not self._same_people(mention):
            return None
        known = [t for c in told for m in c.mentions if m.sentence == before for t in m.times]
        known = known or [t for c in told if _of_one_day(c) for t in c.times[:1]]
        known += [self._found[id(c)] for c in told if listed and id(c) in self._found]
        if len({(t.earliest, t.latest) for t in known}) > 1 or (told and not known and any(c.times for c in told)):
            return None
        day = known[0] if known else self._day(before)
        if day is None or day.precision not in _DAYS:
            return None
        inferred = replace(day, inferred=True, basis=f"{day.basis}; the day of the sentence before".lstrip("; "))
        return Day(inferred, Span(sentences[before].start_char, sentences[number].end_char))

    def _item_before(self, number: int, clusters: list[Cluster]) -> int:
        """The sentence with the last item of a list that has a day: one may have none, and speak of no other time."""
        sentences = self._doc.sents
        for at in range(number - 1, max(-1, number - 1 - _ITEMS_BACK), -1):
            begin, end = sentences[at].start_char, sentences[at].end_char
            here = [c for c in clusters if any(m.sentence == at for m in c.mentions)]
            if any(c.times or id(c) in self._found for c in here):
                return at
            if any(begin <= e.span.begin < end for e in self._resolved) or begins_paragraph(
                sentences, self._doc.text, at
            ):
                break
        return number - 1

    def _opens_with_place(self, cluster: Cluster) -> bool:
        """ "On Monday gunmen killed two in X. In Y, a bomb killed a policeman": a list of what one day brought."""
        words = [t for t in self._doc.sents[cluster.mentions[0].sentence][:_OPENING] if not t.is_space]
        comma = next((k for k, t in enumerate(words) if t.text == ","), 0)
        if not comma and len(words) > 1 and self._entities.is_place(words[1]):  # "In Y two policemen were shot dead"
            comma = next((k for k, t in enumerate(words) if k > 1 and not self._entities.is_place(t)), 0)
        if not comma or words[0].text not in _OPENERS or not any(self._entities.is_place(t) for t in words[1:comma]):
            return False
        if any(t.lower_ in ("where", "when") for t in words[comma + 1 : comma + 2]):
            return False  # "In Y, where he was born, the mafia killed his father"
        return not any(self._surroundings.country(k) for k in cluster.keys(Predicate.LOCATION))

    def _wanting(self, cluster: Cluster) -> bool:
        """Whether an event is told as something that happened, with no word on when."""
        mention = cluster.mentions[0]
        if mention.rumoured is not None:
            return False
        drafts = [d for m in cluster.mentions for d in m.drafts]
        if Stage.ACCOMPLISHED not in {d.telling.stance.stage for d in drafts}:
            return False
        return any(d.telling.trigger.frame.effect in _HARMFUL for d in mention.drafts) and self._plain(mention)

    def _same_people(self, mention: EventMention) -> bool:
        """Whether the sentence before has those who take part in the event for its subject."""
        keys = {k for d in mention.drafts for k in d.keys(*HARM, Predicate.PERPETRATOR)}
        words = self._doc.sents[mention.sentence - 1]
        return any(dep(t) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT) and self._entities.at(t) in keys for t in words)

    @staticmethod
    def _plain(mention: EventMention) -> bool:
        return Theatre.happened(mention) and not mention.definite

    def _elsewhere(self, cluster: Cluster, other: Cluster) -> bool:
        """Whether two events are told of two places; of a street or hall nobody knows in which town it is."""
        mine = [k for k in cluster.keys(Predicate.LOCATION) if self._surroundings.known(k)]
        theirs = other.keys(Predicate.LOCATION)
        return bool(mine and theirs) and not any(self._surroundings.near(a, b) for a in mine for b in theirs)

    def _day(self, number: int) -> TimeSpan | None:
        """The only day that a sentence names, as that of what its main clause tells."""
        sentence = self._doc.sents[number]
        begin, end = sentence.start_char, sentence.end_char
        found = [(e, s) for e, s in self._resolved.items() if begin <= e.span.begin < end]
        days = {(s.earliest, s.latest) for _, s in found}
        if len(days) != 1:
            return None
        words = self._doc.char_span(found[0][0].span.begin, found[0][0].span.end)
        return found[0][1] if words is not None and len(words) and _of_main_clause(words.root) else None


def _within(time: TimeSpan, day: TimeSpan) -> bool:
    """Whether a time is one of a day, or none that could be another: "at noon"."""
    return time.earliest is None or (time.earliest == day.earliest and time.latest == day.latest)


def _of_main_clause(time: Token) -> bool:
    """Whether a time belongs to what a sentence tells, not to a clause aside or to somebody's speaking."""
    step = time
    while step.head != step:
        if step != time and dep(step) in _ASIDE:
            return False
        step = step.head
        if step.pos_ == "VERB" and speaks(step):
            return False
    return step.pos_ == "VERB" and step.tag_ in ("VBD", "VBN")


def _of_one_day(cluster: Cluster) -> bool:
    """Whether an event has one time, which is not that of somebody's death of wounds."""
    timed = [d for m in cluster.mentions for d in m.drafts if d.times]
    if any(d.telling.trigger.frame.name == "die" for d in timed):
        return False
    return len({(t.earliest, t.latest) for t in cluster.times}) == 1


def _begins_item(text: str, time: TimeExpression) -> bool:
    """Whether a time stands at the beginning of a line with a dash or colon behind it."""
    line = text.rfind("\n", 0, time.span.begin) + 1
    return not text[line : time.span.begin].strip(" \t*•") and _MARK.match(text, time.span.end) is not None


def _told_back(mention: EventMention) -> bool:
    """ "Troops arrest two men who had killed nine", "the army denies that it killed nine": what lay before."""
    triggers = [d.telling.trigger.token for d in mention.drafts]
    aside = any(dep(t) in (Dep.RELATIVE, Dep.NOUN_CLAUSE) and t.tag_ != "VBG" for t in triggers)
    clauses = (c for t in triggers for c in (t, *t.ancestors) if dep(c) is Dep.ADVERB_CLAUSE)
    before = any(_SINCE.intersection(markers(c)) for c in clauses)
    return aside or before or any(has_auxiliary(t, _HAD) is not None for t in triggers)
