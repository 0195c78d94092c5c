"""Who is credited with a sentence that names nobody, between two of the same speaker.

"A rebel commander said that his men had ambushed a convoy. Thirteen soldiers were killed. Two trucks were burnt, he
said." What stands between is his word, too. After an attributed sentence alone nothing is carried on: reporters go on
in their own voice as often as not.
"""

from __future__ import annotations

from kg.extract.syntax import is_passive, sentence_of, subjects
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.tellers import Tellers

_FAR = 3  # sentences before and after that are looked at


class Carried:
    """Speakers of the sentences of one document."""

    def __init__(self, doc: Doc, tellers: Tellers) -> None:
        self._doc = doc
        self._tellers = tellers
        self._break = "\n\n" if "\n\n" in doc.text else "\n"
        self._known: dict[int, str | None] = {}

    def speaker(self, token: Token) -> str | None:
        """Key of who speaks on both sides of the sentence of a token, in its paragraph; None if nobody does."""
        sentence = sentence_of(token)
        if self.credited(sentence) is not None:
            return None
        before = self._next_to(sentence, -1)
        return before if before and self._next_to(sentence, 1) == before else None

    def _next_to(self, sentence: Span, step: int) -> str | None:
        """Who is credited with the nearest sentence of the paragraph that names a speaker, in one direction."""
        here = sentence
        for _ in range(_FAR):
            at = here.start - 1 if step < 0 else here.end
            if not 0 <= at < len(self._doc):
                return None
            other = sentence_of(self._doc[at])
            first, second = (other, here) if step < 0 else (here, other)
            gap = first.text_with_ws[len(first.text.rstrip()) :] + second.text[: -len(second.text.lstrip()) or None]
            if self._break in gap:
                return None
            if (key := self.credited(other)) is not None:
                return key
            here = other
        return None

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
