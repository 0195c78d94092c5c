"""A parsed text laid out for reading: words, sentences, paragraphs and capitals looked up once."""

from __future__ import annotations

from kg.extract.syntax.tokens import Doc, Token
from kg.model import Span

_STARTS = frozenset('“"‘«:;—–•*|]')


class Page:
    """Parallel lists over the tokens of a Doc, because asking spaCy for the same thing twice is slow.

    ``sentence`` and ``paragraph`` number each token's sentence and paragraph. ``shouted`` marks tokens of
    sentences in capitals throughout, ``titled`` those of headlines With Capitals, ``opens`` words at the
    start of a sentence or quotation: there the case of a letter says nothing. ``solid`` lists the tokens
    that are not white space.
    """

    __slots__ = (
        "_characters", "doc", "lower", "opens", "paragraph", "pos", "sentence", "shouted", "solid", "text",
        "titled", "tokens", "upper",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens: list[Token] = doc.tokens
        self.text = [t.text for t in self.tokens]
        self._characters = doc.text
        self.lower = [t.lower_ for t in self.tokens]
        self.pos = [t.pos_ for t in self.tokens]
        self.upper = [t[0].isupper() for t in self.text]
        self.solid = [i for i, t in enumerate(self.text) if not t.isspace()]
        self.sentence = [0] * len(self.tokens)
        self.shouted = [False] * len(self.tokens)
        self.titled = [False] * len(self.tokens)
        self.opens = [False] * len(self.tokens)
        self._mark_sentences()
        self.paragraph = self._paragraphs()

    def __len__(self) -> int:
        return len(self.tokens)

    def _mark_sentences(self) -> None:
        for number, sentence in enumerate(self.doc.sents):
            begin, end = sentence.start, sentence.end
            texts = self.text[begin:end]
            words = [t for t in texts if len(t) > 1 and t.isalpha()]
            shouted = len(words) > 2 and sum(map(str.isupper, words)) >= 0.8 * len(words)
            long = [] if shouted else [t for t in words if len(t) > 3]
            titled = len(long) > 2 and len([t for t in long if t[0].isupper()]) >= 0.7 * len(long)
            self.sentence[begin:end] = [number] * len(texts)
            if shouted or titled:
                self.shouted[begin:end] = [shouted] * len(texts)
                self.titled[begin:end] = [titled] * len(texts)
            # a capital after the start of a sentence, a quotation or a colon says nothing
            opening, only_here = True, _STARTS.isdisjoint(texts)
            for place, text in enumerate(texts, begin):
                if opening:
                    self.opens[place] = True
                    opening = not (text.isalnum() or len(text) > 1)
                elif only_here:
                    break
                elif text in _STARTS:
                    opening = True

    def _paragraphs(self) -> list[int]:
        # A blank line ends a paragraph; a single line break does too when the line before it ends a
        # sentence, because wrapped text breaks lines in the middle of sentences.
        found, number, last = [], 0, 0
        for i in sorted(set(range(len(self.text))).difference(self.solid)):
            text = self.text[i]
            if "\n\n" in text or (text.count("\n") and (i == 0 or self.text[i - 1] in '.!?"”')):
                found += [number] * (i - last)
                number, last = number + 1, i
        return found + [number] * (len(self.text) - last)

    def glued(self, i: int) -> bool:
        """Whether nothing separates a token from the next one."""
        return not self.tokens[i].whitespace_

    def words(self, begin: int, end: int) -> str:
        """The words of a token range as the text has them, on one line."""
        last = self.tokens[end - 1]
        return " ".join(self._characters[self.tokens[begin].idx : last.idx + len(last.text)].split())

    def span(self, begin: int, end: int) -> Span:
        """The characters of a token range."""
        last = self.tokens[end - 1]
        return Span(self.tokens[begin].idx, last.idx + len(last.text))
