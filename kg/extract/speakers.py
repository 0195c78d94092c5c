"""Who speaks: claimants of event mentions, and the speakers of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.announced import Announced
from kg.extract.carried import Carried
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.incidents import Telling
from kg.extract.marks import DASHES
from kg.extract.mentions import Draft, EventMention
from kg.extract.phrases import is_heading
from kg.extract.quotes import Quotation, quotations
from kg.extract.quoting import QuotedSpeakers
from kg.extract.syntax import conjuncts, first_conjunct, forms_of, is_passive, possessors, sentence_of, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.tellers import Tellers
from kg.extract.triggers import POINTING
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Casualties, Certainty, ClaimKind, Count, EntityKind, Outcome, Predicate

NARRATOR = "narrator"
_OUTCOMES = {
    Predicate.FATAL_VICTIM: Outcome.KILLED,
    Predicate.INJURED_VICTIM: Outcome.INJURED,
    Predicate.CAPTIVE: Outcome.CAPTURED,
}
_SAID = frozenset({Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE})
_FIRST = frozenset({"i", "me", "we", "us"})
_MARKS = DASHES | {":"}
_LAST = 3  # sentences back in which those are sought whom a pronoun means
_LONGEST_SOURCE = 4  # words of a source at the end of a headline
_QUOTING = frozenset({"quote", "cite"})
_OURS = re.compile(r"\b[Oo]ur\b")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[“\"])")


class Speakers:
    """Finds the claimant of each telling of one document."""

    def __init__(self, doc: Doc, entities: Entities, fillers: Fillers, operators: Operators, frames: Frames) -> None:
        self._doc = doc
        self._entities = entities
        self._fillers = fillers
        self._utterances = operators.lists["utterances"]
        self._quotations = quotations(doc.text)
        self._tellers = Tellers(doc, entities, fillers, operators, frames, self._quotations)
        self._quoted = QuotedSpeakers(doc, self._tellers, fillers, operators)
        self._carried = Carried(doc, self._tellers, operators)
        self._announcements = Announced(doc, self._tellers, operators)
        self._known: dict[int, tuple[str, str | None]] = {}
        self._by_quotation: dict[Quotation, str | None] = {}
        last: str | None = None
        before: Quotation | None = None
        for quotation in self._quotations:
            speaker = self._quoted.speaker(quotation, last)
            if speaker is None and before is not None and (quotation.continued or self._goes_on(before, quotation)):
                speaker = self._by_quotation[before]
            self._by_quotation[quotation] = speaker
            last = speaker or last
            before = quotation if quotation.long or speaker is not None else before
            if speaker is not None:
                self._first_person(quotation, speaker)
        self._unquoted()

    def claimant(self, telling: Telling) -> tuple[str, str | None]:
        """Key of who says it (the narrator if nobody is credited) and of the group that person speaks for.

        "He added" and "the statement said" go on with the speaker before.
        """
        known = self._known.get(telling.trigger.index)
        if known is None:
            known = self._known[telling.trigger.index] = self._find(telling)
        return known

    def credited(self, word: Token, of: str) -> str | None:
        """Key of who is credited with words on somebody: by a long quotation around them or a verb of saying above.

        None if nobody is, or if it would be that somebody ("the spokesman X was killed, he added").
        """
        quotation = self._around(word)
        if quotation is not None and quotation.long:
            return self._by_quotation[quotation]
        below = word
        for above in word.ancestors:
            if dep(below) in _SAID and self._tellers.reports(above):
                named = (self._entities.at(subject) for subject in subjects(above))
                return next((k for k in named if k is not None and k != of and self._entities.is_actor(k)), None)
            below = above
        return None

    def voice(self, tokens: Iterable[Token], told: Token) -> tuple[str, str | None] | None:
        """The first of these words that names a speaker, and the group it speaks for; ``told`` is what is said."""
        return self._tellers.voice(tokens, told)

    def joint(self, telling: Telling) -> list[tuple[str, str | None]]:
        """Further claimants who say it together with the first, each with the group it speaks for."""
        return self._tellers.joint(telling.stance.claimants, telling.trigger.token)

    def teller_in(self, sentence: Span) -> str | None:
        """Key of who is credited somewhere in a sentence, empty if somebody whom the words do not name."""
        return self._carried.credited(sentence)

    def _find(self, telling: Telling) -> tuple[str, str | None]:
        voice = self._tellers.voice(telling.stance.claimants, telling.trigger.token)
        if voice is not None:
            return voice
        quotation = self._around(telling.trigger.token)
        if quotation is not None and (quotation.long or telling.trigger.frame.name in POINTING):
            if any(map(self._tellers.unnamed_others, telling.stance.claimants)):
                telling.stance.lower(Certainty.POSSIBLE)  # who speaks only says what unnamed others say
            speaker = self._by_quotation[quotation]
            if speaker is not None:
                return speaker, self._entities.organisation_of(speaker)
        headed = self._before_colon(telling.trigger.token)
        if headed is not None:
            return headed, self._entities.organisation_of(headed)
        cut = self._cut_off(telling.trigger.token)
        if cut is not None:
            return cut, self._entities.organisation_of(cut)
        announced = self._announcements.speaker(telling.trigger.token)
        if announced is not None:
            return announced, self._entities.organisation_of(announced)
        carried = self._carried.speaker(telling.trigger.token) if not telling.stance.claimants else None
        if carried is not None:
            return carried, self._entities.organisation_of(carried)
        return NARRATOR, None

    def _cut_off(self, token: Token) -> str | None:
        """ "43 died on Tuesday, | medics said, in the deadliest attack": a sentence that was cut at a comma goes on."""
        sentence = sentence_of(token)
        if not sentence.text.rstrip().endswith(",") or sentence.end >= len(self._doc):
            return None
        for verb in sentence_of(self._doc[sentence.end])[: _LONGEST_SOURCE + 2]:
            if verb.pos_ == "VERB" and self._tellers.reports(verb) and not is_passive(verb):
                return next((key for s in subjects(verb) if (key := self._tellers.key(s)) is not None), None)
        return None

    def _before_colon(self, token: Token) -> str | None:
        """ "Army: 20 insurgents killed": a headline's speaker stands before the colon."""
        if not is_heading(token):
            return None
        sentence = sentence_of(token)
        for at in sentence[:6]:
            if at.text == ":" and at.i < token.i and at.i > sentence.start:
                words = self._doc[sentence.start : at.i]
                heads = [t for t in words if t.head == t or not words.start <= t.head.i < words.end]
                before = heads[0] if len(heads) == 1 else words[-1]  # "Mayor of Kano: …" is the mayor
                return self._tellers.key(before) if self._fillers.sort(before) is Sort.ACTOR else None
        return self._behind(token)

    def _behind(self, token: Token) -> str | None:
        """ "20 insurgents killed in Kano: army": a speaker behind a colon or dash at the end of the headline."""
        words = [t for t in sentence_of(token) if not t.is_space]
        for at, mark in enumerate(words):
            rest = words[at + 1 :]
            tied = mark.text == "-" and not (words[at - 1].whitespace_ and mark.whitespace_)  # "al-Shabab"
            if mark.text in _MARKS and not tied and mark.i > token.i and 0 < len(rest) <= _LONGEST_SOURCE:
                named = all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET") for t in rest)
                actor = named and self._fillers.sort(rest[-1]) is Sort.ACTOR
                return self._tellers.key(rest[-1]) if actor else None
        return None

    def mend(self, mention: EventMention) -> None:
        """Nobody tells of his own death: a victim that came out as the speaker is somebody told of before.

        Nor is "they" in what families are quoted as saying whoever quotes them.
        """
        for draft in mention.drafts:
            quoters = self._quoters(draft.telling.trigger.token)
            if quoters:
                draft.parts = [p for p in draft.parts if p.token.pos_ != "PRON" or p.key not in quoters]
        speakers = {self.claimant(d.telling)[0] for d in mention.drafts} - {NARRATOR}
        for draft in mention.drafts:
            if draft.telling.stance.kind is ClaimKind.RESPONSIBILITY:
                self._done_to_others(draft, speakers)
        if not mention.keys(Predicate.FATAL_VICTIM):
            return
        telling = self._telling_in(mention.drafts[0].telling.trigger.token)
        speakers |= telling.keys()
        for draft in mention.drafts:
            if draft.telling.stance.kind is ClaimKind.DENIAL:
                continue  # "he denied that he had been killed"
            for part in list(draft.parts):
                if part.predicate is not Predicate.FATAL_VICTIM or part.key not in speakers:
                    continue
                speaker = telling.get(part.key)
                event = draft.telling.trigger.token
                if _told_of_before(event, part.token) or _once_said(event, part.token, speaker):
                    continue
                if part.token.pos_ != "PRON" and speaker is not None and speaker.pos_ == "PRON":
                    # "X was among the dead, he said": it is the pronoun that was taken for the wrong person
                    other = self._lately(draft.telling.trigger.token, part.key)
                    group = self._entities.organisation_of(other) if other is not None else None
                    self._known[draft.telling.trigger.index] = (other or NARRATOR, group)
                    continue
                draft.parts.remove(part)
                third = part.token.pos_ == "PRON" and part.token.lower_ not in _FIRST  # "they shot at us": nobody else
                other = self._before(part.token, speakers) if third else None
                if other is not None:
                    draft.parts.append(replace(part, key=other))

    def _done_to_others(self, draft: Draft, speakers: set[str]) -> None:
        """ "The army admitted that a patrol had shot them": who admits a deed is not "them"."""
        for at, part in enumerate(draft.parts):
            if part.predicate in _OUTCOMES and part.key in speakers and part.token.lower_ in ("them", "they"):
                other = self._many_before(part.token, speakers)
                if other is not None:
                    draft.parts[at] = replace(part, key=other)

    def _many_before(self, pronoun: Token, speakers: set[str]) -> str | None:
        """Which people were the subject of one of the last sentences and are none of these."""
        sentence = sentence_of(pronoun)
        for _ in range(_LAST):
            if sentence.start == 0:
                break
            sentence = sentence_of(self._doc[sentence.start - 1])
            many = (t for t in sentence if t.tag_ == "NNS" and dep(t) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT))
            key = next((k for t in many if (k := self._entities.at(t)) is not None and k not in speakers), None)
            if key is not None:
                return key
        return None

    def _quoters(self, token: Token) -> set[str | None]:
        """Keys of those who quote somebody as saying what a word tells of."""
        if forms_of(sentence_of(token)).isdisjoint(_QUOTING):
            return set()
        verbs = (v for v in token.ancestors if v.lemma_.lower() in _QUOTING and not is_passive(v))
        return {key for verb in verbs for s in subjects(verb) if (key := self._entities.at(s)) is not None}

    def _lately(self, token: Token, but: str) -> str | None:
        """Who else was named as saying something in the sentence before or the one before that."""
        sentence = sentence_of(token)
        for _ in range(2):
            if sentence.start == 0:
                return None
            sentence = sentence_of(self._doc[sentence.start - 1])
            key = self._tellers.named_in(sentence)
            if key and key != but and self._entities.kind(key) is EntityKind.PERSON:
                return key
        return None

    def _telling_in(self, token: Token) -> dict[str, Token]:
        """Persons that say something in a sentence, with the word that names them."""
        verbs = [t for t in sentence_of(token) if t.pos_ == "VERB" and self._tellers.tells(t) and not is_passive(t)]
        found = {self._entities.at(s): s for v in verbs if children(v, Dep.SUBJECT) for s in subjects(v)}
        return {k: s for k, s in found.items() if k is not None and self._entities.kind(k) is EntityKind.PERSON}

    def _before(self, pronoun: Token, speakers: set[str]) -> str | None:
        """Who was spoken of before a pronoun and is none of these: subjects of the last sentences first."""
        sentence = sentence_of(pronoun)
        for _ in range(4):
            if sentence.start == 0:
                break
            sentence = sentence_of(self._doc[sentence.start - 1])
            persons = [t for t in sentence if self._is_person(t, speakers)]
            persons.sort(key=lambda t: (dep(t) not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT), t.i))
            if persons:
                return self._entities.at(persons[0])
        return None

    def _is_person(self, token: Token, speakers: set[str]) -> bool:
        key = self._entities.at(token)
        if key is None or key in speakers or self._entities.kind(key) is not EntityKind.PERSON:
            return False
        return self._entities.form(token) in ("name", "pronoun") and dep(token) is not Dep.NAME

    def of_telling(self, telling: Telling) -> tuple[str, ...]:
        """Keys of who tells something and of the group it is told for, without the narrator."""
        return tuple(key for key in self.claimant(telling) if key is not None and key != NARRATOR)

    def of_mention(self, mention: EventMention) -> tuple[str, ...]:
        """Keys of all who speak in a mention and of the groups they speak for, without the narrator."""
        found: dict[str, None] = {}
        for draft in mention.drafts:
            key, group = self.claimant(draft.telling)
            if key != NARRATOR:
                found.setdefault(key)
            if group is not None:
                found.setdefault(group)
        return tuple(found)

    def zero(self, draft: Draft) -> list[Casualties]:
        """Counts of nobody, for a telling that says that nobody of its victims was harmed."""
        found = []
        for part in draft.parts:
            outcome = _OUTCOMES.get(part.predicate)
            if outcome is not None:
                found.append(Casualties(outcome, self._fillers.category(part.token), Count(0, 0, 0)))
        return found

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation without a speaker of its own, nothing but the quotation in its sentences, goes on with
        one that ended in the same paragraph or the one before."""
        between = self._doc.text[before.end : quotation.begin]
        if len(_PARAGRAPH.findall(between)) > 1:
            return False
        span = self._doc.char_span(quotation.begin, quotation.end)
        if span is None or not len(span):
            return False
        first, last = sentence_of(span[0]), sentence_of(span[len(span) - 1])
        text = self._doc.text
        around = text[first.start_char : quotation.begin] + text[quotation.end : last.end_char]
        return not any(c.isalnum() for c in around)

    def quoted(self, token: Token) -> bool:
        """Whether a word stands in a quotation of more than a few words."""
        quotation = self._around(token)
        return quotation is not None and quotation.long

    def _around(self, token: Token) -> Quotation | None:
        return next((q for q in self._quotations if q.begin <= token.idx < q.end), None)

    def _first_person(self, quotation: Quotation, speaker: str) -> None:
        if self._entities.label(speaker).split()[-1].lower() in self._utterances:
            return  # "“Our missile struck it,” a communique said": nobody tells whose
        group = self._entities.organisation_of(speaker) or speaker
        span = self._doc.char_span(quotation.begin, quotation.end)
        for token in span if span is not None else ():
            if token.lower_ in ("i", "me", "my", "mine"):
                self._entities.link(token, speaker)
            elif token.lower_ in ("we", "us", "our", "ours"):
                self._entities.link(token, group)

    def _unquoted(self) -> None:
        """ "Our forces shot down a helicopter, it went on": what a communique says without quotation marks."""
        for found in _OURS.finditer(self._doc.text):
            span = self._doc.char_span(found.start(), found.end())
            if span is None or not len(span) or self._around(span[0]) is not None:
                continue
            ours, whose = span[0], span[0].head
            if ours not in possessors(whose) or not self._fillers.armed(whose):
                continue
            speaker = self._announcements.speaker(ours) or self._carried.credited(sentence_of(ours))
            speaker = speaker or self._carried.speaker(ours)
            if speaker and self._entities.kind(speaker) is EntityKind.GROUP:
                self._entities.link(ours, speaker)


def _once_said(event: Token, victim: Token, speaker: Token | None) -> bool:
    """ "Gunmen killed X, who had accused them of theft": the clause beside the name tells what he had said."""
    clauses = [c for t in conjuncts(first_conjunct(victim)) for c in children(t, Dep.RELATIVE)]
    if victim.pos_ == "PRON" or not clauses or event in clauses or event not in victim.ancestors:
        return False
    return speaker is not None and (speaker == victim or any(c in speaker.ancestors for c in clauses))


def _told_of_before(event: Token, victim: Token) -> bool:
    """ "X, who was killed in May, had warned of it": the clause beside the name tells what came after the words."""
    below = event
    for above in event.ancestors:
        if above == victim:
            return dep(below) is Dep.RELATIVE
        below = above
    return False
