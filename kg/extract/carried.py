"""Who is credited with a sentence that names nobody, after one that is credited to somebody.

"A rebel commander said that his men had ambushed a convoy. Thirteen soldiers were killed. Two trucks were burnt, he
said." What stands between two sentences of his is his word, too. After an attributed sentence alone reporters go on in
their own voice as often as not; it is still the speaker's where the words are set back in time as reported speech is
("They had fired first.") and say no time of their own, and where a document is retold ("the communique said") or an
account is given ("According to the villagers, …").
"""

from __future__ import annotations

from kg.extract.syntax import is_passive, sentence_of, subjects
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.tellers import Tellers
from kg.extract.times.words import MONTHS, WEEKDAYS
from kg.knowledge.operators import Operators

_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_FAR = 3  # sentences before and after that are looked at


class Carried:
    """Speakers of the sentences of one document."""

    def __init__(self, doc: Doc, tellers: Tellers, operators: Operators) -> None:
        self._doc = doc
        self._operators = operators
        self._tellers = tellers
        self._break = "\n\n" if "\n\n" in doc.text else "\n"
        self._known: dict[int, str | None] = {}

    def speaker(self, token: Token) -> str | None:
        """Key of who is credited with the sentences around that of a token, in its paragraph; None if nobody is."""
        sentence = sentence_of(token)
        if self.credited(sentence) is not None:
            return None
        between = self._to(sentence, -1)
        before = self.credited(between[-1]) if between else None
        if not before:
            return None
        after = self._to(sentence, 1)
        if after and self.credited(after[-1]) == before:
            return before
        own = self._tellers.private(before) and self._tellers.speaks_of(before, sentence)
        if own and all(self.credited(s) in (None, before) for s in between):
            return before  # what a witness lived through is his word
        if not self._tells(between[-1]):
            return None
        retold = self._retells(between[-1]) or _accounts(between[-1])
        return before if all(self._reported(s, retold) for s in (sentence, *between[:-1])) else None

    def _to(self, sentence: Span, step: int) -> list[Span]:
        """The sentences up to the nearest of the paragraph that names a speaker, in one direction; none without it."""
        here, found = sentence, []
        for _ in range(_FAR):
            at = here.start - 1 if step < 0 else here.end
            if not 0 <= at < len(self._doc):
                return []
            other = sentence_of(self._doc[at])
            first, second = (other, here) if step < 0 else (here, other)
            gap = first.text_with_ws[len(first.text.rstrip()) :] + second.text[: -len(second.text.lstrip()) or None]
            if self._break in gap:
                return []
            found.append(other)
            if self.credited(other) is not None:
                return found
            here = other
        return []

    def _reported(self, sentence: Span, retold: bool) -> bool:
        """Whether a sentence goes on with reported words, by the tense of its verb."""
        verb = next((t for t in sentence if t.head == t), None)
        if verb is None or any(t.lower_ in self._operators.lists["other_time"] or _year(t) for t in sentence):
            return False
        dated = any(t.lower_ in _DAYS for t in sentence)
        had = any(a.lower_ in ("had", "’d", "'d") for a in children(verb, Dep.AUXILIARY))
        if verb.tag_ == "VBN" and had:
            return not dated  # "had been killed on Sunday": reporters fill in what went before
        if dated and sentence[0].i + 2 > next(t.i for t in sentence if t.lower_ in _DAYS):
            return False  # "On Monday gunmen killed …" opens another story
        was = any(a.lower_ in ("was", "were") for a in children(verb, Dep.PASSIVE_AUXILIARY, Dep.COPULA))
        past = verb.tag_ == "VBD" or (was and not had and (verb.tag_ == "VBN" or verb.pos_ != "VERB"))
        return retold and past

    def _tells(self, sentence: Span) -> bool:
        """Whether a sentence says what somebody said: "issued a statement", "condemned it in a statement" do not."""
        told = (Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS, Dep.OPEN_CLAUSE, Dep.ADVERB_CLAUSE)
        reporting = [t for t in sentence if t.pos_ == "VERB" and self._tellers.reports(t)]
        beside = any(t.lower_ == "according" or (t.relation is Dep.PARATAXIS and t in reporting) for t in sentence)
        return beside or any(children(verb, *told) for verb in reporting)

    def _retells(self, sentence: Span) -> bool:
        """Whether a sentence credits a document: "the communique said", "said in a statement"."""
        return any(
            t.lemma_.lower() in self._operators.lists["retold"]
            and any(a.pos_ == "VERB" and self._tellers.reports(a) for a in t.ancestors)
            for t in sentence
        )

    def credited(self, sentence: Span) -> str | None:
        """Key of who is credited somewhere in a sentence, empty if somebody whom the words do not name."""
        if sentence.start not in self._known:
            self._known[sentence.start] = self._find(sentence)
        return self._known[sentence.start]

    def _find(self, sentence: Span) -> str | None:
        key = self._tellers.named_in(sentence)
        if key is not None:
            return key
        for verb in sentence:
            if verb.pos_ == "VERB" and self._tellers.reports(verb) and not is_passive(verb):
                for subject in subjects(verb):
                    voice = self._tellers.voice([subject], verb)
                    return voice[0] if voice is not None else ""
        return None


def _accounts(sentence: Span) -> bool:
    """Whether a sentence opens somebody's account: "According to the villagers, rebels had come the day before."""
    return sentence[0].lower_ == "according"


def _year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()
