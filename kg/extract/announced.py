"""What follows an announcement: "The General Staff reported today:", "The following statement was issued by X:".

Where a line ends with such a colon, or is a heading "Text of statement by X", all that comes below it is the speaker's;
where the colon stands within a paragraph, the rest of the paragraph is. It ends where somebody else is credited with
something.
"""

from __future__ import annotations

import re

from kg.extract.syntax import arguments, is_passive, sentence_of
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.tellers import Tellers
from kg.knowledge.operators import Operators

_COLON = re.compile(r":(?=\s+[^\s\"“„«'‘])")
_FOLLOWING = re.compile(r"[Ff]ollowing [^.\n]*\.?[ \t]*\n")
_HEADING = re.compile(r"(?im)^(?:(?:full|unofficial|complete|excerpts? from) )*text of [^\n]*(?=\n)")
_FEW = 3  # words before the colon of a headline ("Army: 20 killed"), which announces one sentence alone


class Announced:
    """Who announces the rest of a text or paragraph, for the words of one document."""

    def __init__(self, doc: Doc, tellers: Tellers, operators: Operators) -> None:
        self._doc = doc
        self._tellers = tellers
        self._operators = operators
        self._scopes: list[tuple[int, int, str]] | None = None

    def speaker(self, token: Token) -> str | None:
        """Key of who announced what a word stands in; None if nobody did."""
        if self._scopes is None:
            self._scopes = [scope for at in self._ends() if (scope := self._scope(*at)) is not None]
        return next((key for begin, end, key in reversed(self._scopes) if begin <= token.idx < end), None)

    def _ends(self) -> list[tuple[int, bool]]:
        """Characters behind what may announce something, and whether the line ends there."""
        text = self._doc.text
        found = [(m.end(), text[m.end() :].lstrip(" \t")[:1] == "\n") for m in _COLON.finditer(text)]
        headed = ((m.end(), True) for m in _HEADING.finditer(text) if self._states(m.group()))
        return sorted({*found, *((m.end() - 1, True) for m in _FOLLOWING.finditer(text)), *headed})

    def _states(self, heading: str) -> bool:
        """ "Text of statement by X": not "of report by X radio", whose words are the report's own."""
        words = set(heading.lower().split())
        return bool(words & self._operators.lists["statements"]) and "report" not in words

    def _scope(self, begin: int, whole: bool) -> tuple[int, int, str] | None:
        text = self._doc.text
        clause = self._clause(begin)
        if clause is None or len(clause) < _FEW:
            return None
        key = self._announcer(clause)
        if key is None:
            return None
        end = len(text) if whole else text.find("\n", begin)
        end = len(text) if end < 0 else end
        if not whole and not text[begin:].lstrip()[:1].isupper():
            return None  # "gave three reasons: the mayor was killed, …" is one sentence
        return begin, self._until(begin, end, key), key

    def _clause(self, end: int) -> Span | None:
        """The words of a line, or of its last sentence, up to a character."""
        begin = self._doc.text.rfind("\n", 0, end - 1) + 1
        first = next((t for t in self._doc if t.idx >= begin), None)
        last = next((t for t in self._doc if t.idx + len(t.text) >= end), None)
        if first is None or last is None or last.i <= first.i:
            return None
        return self._doc[max(first.i, sentence_of(last).start if last.idx < end else first.i) : last.i + 1]

    def _announcer(self, clause: Span) -> str | None:
        utterance = any(t.lemma_.lower() in self._operators.lists["utterances"] for t in clause)
        for verb in reversed(list(clause)):
            if verb.pos_ != "VERB":
                continue
            issued = utterance and verb.lemma_.lower() in self._operators.lists["issuing"]
            if is_passive(verb):
                tellers = [a.token for a in arguments(verb) if a.prep == "by"] if issued else []
            else:
                tellers = self._tellers.speaking(verb) if issued or self._tellers.reports(verb) else []
            within = (t for t in tellers if clause.start <= t.i < clause.end)
            key = next((k for k in map(self._tellers.key, within) if k is not None), None)
            if key is not None:
                return key
        owners = (owner for noun in clause if (owner := self._tellers.whose(noun)) != noun)
        return next((k for k in map(self._tellers.key, owners) if k is not None), None)

    def _until(self, begin: int, end: int, key: str) -> int:
        """Where somebody else is first credited with something."""
        for sentence in self._doc.sents:
            if begin < sentence.start_char < end:
                other = self._tellers.named_in(sentence)
                if other and other != key:
                    return sentence.start_char
        return end
