"""Whose words a quotation is, by the verb beside it: "“They did it,” he said", "The mayor wept: “They did it”"."""

from __future__ import annotations

from kg.extract.fillers import Fillers, Sort
from kg.extract.marks import AFTER_TOLD
from kg.extract.quotes import Quotation
from kg.extract.syntax import sentence_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.tellers import Tellers
from kg.knowledge.operators import Operators

_LONGEST = 4  # words of who stands before a colon
_BESIDE = 60  # characters between the end of a quotation and the verb behind it that says whose words they are
_NOMINAL = frozenset({"NOUN", "PROPN"})
_GOES_ON = frozenset(",?!")
_OPENING = frozenset({':"', ":“", ',"', ",“"})


class QuotedSpeakers:
    """Finds who is said to speak beside the quotations of one document."""

    def __init__(self, doc: Doc, tellers: Tellers, fillers: Fillers, operators: Operators) -> None:
        self._doc = doc
        self._tellers = tellers
        self._fillers = fillers
        self._quoting = operators.lists["quoting_verbs"]

    def speaker(self, quotation: Quotation, before: str | None) -> str | None:
        """The subject of a reporting verb beside the quotation, in the sentences that it touches.

        A pronoun there ("he added") goes on with the speaker before, if there is one.
        """
        span = self._doc.char_span(quotation.begin, quotation.end)
        if span is None or not len(span):
            return None
        first, last = sentence_of(span[0]), sentence_of(span[len(span) - 1])
        # "... ," he said. -- the parser may have cut the words after the closing mark into a sentence of their own
        tail = last.end
        cut = self._doc.text[quotation.end - 1] == "," and last.end_char <= quotation.end + 2
        if tail < len(self._doc) and (cut or self._doc[tail].text.islower()) and not self._doc[tail].is_punct:
            tail = sentence_of(self._doc[tail]).end
        outside = [t for t in self._doc[first.start : tail] if not quotation.begin <= t.idx < quotation.end]
        verbs = [t for t in outside if t.pos_ in ("VERB", "AUX") and self._says(t, quotation)]
        verbs.sort(key=lambda t: min(abs(t.idx - quotation.end), abs(quotation.begin - t.idx)))
        for verb in verbs:
            for subject in self._tellers.speaking(verb) or self._set_behind(verb, quotation):
                if quotation.begin <= subject.idx < quotation.end:
                    continue
                if subject.lower_ in ("he", "she", "they"):
                    named = self._tellers.last(min(subject.idx, quotation.begin), subject.lower_)
                    if (named or before) is not None:
                        return named or before
                key = self._tellers.again(subject, quotation.begin) or self._tellers.key(subject)
                if key is not None:
                    return key
        return self._announced(span[0])

    def _says(self, verb: Token, quotation: Quotation) -> bool:
        """Whether a verb beside a quotation says whose words it is: also "continued", right behind the mark or before
        the colon, and any verb behind a quotation that ends as if it went on ("“They did this,” stormed the mayor").
        """
        if self._tellers.reports(verb):
            return True
        text = self._doc.text
        behind = 0 < verb.idx - quotation.end < _BESIDE
        if verb.lemma_.lower() in self._quoting:
            colon = text[verb.idx + len(verb) : quotation.begin].split()
            return behind or (verb.idx < quotation.begin and "".join(colon) in _OPENING)
        open_ended = text[quotation.end - 1] in _GOES_ON or text[quotation.end + 1 : quotation.end + 2] == ","
        return behind and quotation.long and open_ended and verb.tag_ in ("VBD", "VBZ")

    def _set_behind(self, verb: Token, quotation: Quotation) -> list[Token]:
        """ "“They did this,” raged the mayor": who speaks, whom the parser took for what is raged."""
        if not verb.i or not 0 < verb.idx - quotation.end < _BESIDE or verb.nbor(-1).text not in AFTER_TOLD:
            return []
        return [t for t in children(verb, Dep.OBJECT, Dep.INDIRECT, Dep.OTHER) if t.i > verb.i and t.pos_ in _NOMINAL]

    def _announced(self, first: Token) -> str | None:
        """ "General Bello: “We killed ten.”": who stands before the colon of a sentence speaks."""
        colon = first.doc[first.i - 2] if first.i > 2 and first.doc[first.i - 1].is_punct else None
        if colon is None or colon.text != ":":
            return None
        named = first.doc[sentence_of(colon).start : colon.i]
        last = first.doc[colon.i - 1]
        only = 0 < len(named) <= _LONGEST and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET") for t in named)
        return self._tellers.key(last) if only and self._fillers.sort(last) is Sort.ACTOR else None
