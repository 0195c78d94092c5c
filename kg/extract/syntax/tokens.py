"""A parsed text in plain Python: what spaCy found, read off once and laid out word by word.

Extraction asks each text hundreds of thousands of questions. spaCy answers each with a new object and looks the strings
up anew; here a word is one object that holds its strings, its head and its dependents. Attributes mean what they mean
in spaCy and are called the same, so that what is said of ``spacy.tokens`` elsewhere holds here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import count, pairwise, repeat
from typing import Any, overload

from spacy import tokens as spacy_tokens
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, POS, SENT_START, SPACY, TAG  # type: ignore[import-not-found]
from spacy.lang.lex_attrs import is_punct
from spacy.strings import StringStore

from kg.extract.syntax.relations import RELATIONS, Dep

_COLUMNS = [IDX, LENGTH, SPACY, LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD, ENT_IOB, SENT_START]
_IOB = ("", "I", "O", "B")
_REMEMBERED = 50_000  # strings


class Token:
    """One word, sign or stretch of white space.

    ``relation`` is what ``dep_`` says in either scheme of labels, ``answers`` what was found out about the word.
    """

    __slots__ = (
        "answers", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_sent_start", "lemma_",
        "lower_", "pos_", "relation", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    def __init__(
        self, doc: Doc, i: int, idx: int, text: str, whitespace: str, lemma: str, pos: str, tag: str, label: str,
        kind: str, iob: str, opens: bool,
    ) -> None:  # fmt: skip
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.whitespace_ = whitespace
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = label
        self.relation: Dep = RELATIONS[label]
        self.ent_type_ = kind
        self.ent_iob_ = iob
        self.is_sent_start = opens
        self.head = self
        self.sent: Span
        self.children: list[Token] = []
        self.answers: dict[Callable[[Token], Any], Any] = {}

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, steps: int = 1) -> Token:
        """The token so many steps on.

        Raises:
            IndexError: the text does not reach so far.
        """
        if self.i + steps < 0:
            raise IndexError(f"no token stands {-steps} before the one at {self.i}")
        return self.doc.tokens[self.i + steps]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, up to the top of its sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list[Token]:
        """The word and all below it: what hangs on it from the left, itself, what hangs on it from the right."""
        if not self.children:
            return [self]
        before = [token for child in self.children if child.i < self.i for token in child.subtree]
        return [*before, self, *(token for child in self.children if child.i > self.i for token in child.subtree)]

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        first, below = self, [*self.children]
        while below:
            token = below.pop()
            first = token if token.i < first.i else first
            below += token.children
        return first

    @property
    def right_edge(self) -> Token:
        """The last word of its subtree."""
        last, below = self, [*self.children]
        while below:
            token = below.pop()
            last = token if token.i > last.i else last
            below += token.children
        return last

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it consists of digits."""
        return self.text.isdigit()

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        """Whether it begins with its only capital."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it consists of punctuation."""
        return is_punct(self.text)


class Span:
    """Tokens ``start`` to ``end`` (exclusive) of a text; ``label_`` is the sort of name of a named entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self))
            return Span(self.doc, self.start + first, self.start + max(first, last))
        if not -len(self) <= place < len(self):
            raise IndexError(f"no token {place} in a stretch of {len(self)}")
        return self.doc.tokens[(self.start if place >= 0 else self.end) + place]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The character with which it begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The character after its last."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters, without white space behind the last token."""
        if self.start >= self.end:
            return ""
        tokens = self.doc.tokens
        last = tokens[self.end - 1]
        return self.doc.text[tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def text_with_ws(self) -> str:
        """Its characters and the blank behind the last token, if there is one."""
        return self.text + self.doc.tokens[self.end - 1].whitespace_ if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The word of it that stands highest in the sentence, the first of several."""
        top = next((token for token in self if token.head is token), None)
        if top is not None:
            return top
        outer = [token for token in self if not self.start <= token.head.i < self.end]
        return min(outer, key=_depth, default=self[0])


def _depth(token: Token) -> int:
    """Steps to the top of the sentence; signs and white space on which nothing hangs come last."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text. ``parsed`` is spaCy's, ``memory`` what the questions of this package have found, by their kind.

    ``text`` spares putting it together from its tokens where it is at hand.
    """

    def __init__(self, parsed: spacy_tokens.Doc, text: str | None = None) -> None:
        self.parsed = parsed
        self.text: str = parsed.text if text is None else text
        self.memory: defaultdict[str, dict[Any, Any]] = defaultdict(dict)
        self.tokens = self._laid_out()
        starts = [i for i, token in enumerate(self.tokens) if i == 0 or token.is_sent_start]
        self.sents = [Span(self, *ends) for ends in pairwise((*starts, len(self.tokens)))]
        for sentence in self.sents:
            for token in self.tokens[sentence.start : sentence.end]:
                token.sent = sentence
        self.ents = self._entities()
        self._people: frozenset[int] | None = None

    @property
    def people(self) -> frozenset[int]:
        """Numbers of the words that the language model takes for the heads of phrases for people; none of a model that
        marks no such phrases."""
        if self._people is None:
            marked = self.parsed.spans.get("mentions", ())
            phrases = (Span(self, span.start, span.end) for span in marked if span.label_ == "PERSON")
            self._people = frozenset(phrase.root.i for phrase in phrases)
        return self._people

    def _laid_out(self) -> list[Token]:
        text, strings = self.text, _strings(self.parsed.vocab.strings)
        columns = self.parsed.to_array(_COLUMNS).astype("int64").T.tolist()
        begins, lengths, blanks, *names, heads, iobs, starts = columns
        lemmas, parts, tags, labels, kinds = (map(strings.__getitem__, column) for column in names)
        words = [text[begin : begin + length] for begin, length in zip(begins, lengths, strict=True)]
        spaces = [" " if blank else "" for blank in blanks]
        inside = [_IOB[iob] for iob in iobs]
        opens = [start == 1 for start in starts]
        self._begins = begins
        made = map(
            Token, repeat(self), count(), begins, words, spaces, lemmas, parts, tags, labels, kinds, inside, opens
        )  # fmt: skip
        tokens = list(made)
        for place, step in enumerate(heads):
            if step:
                token = tokens[place]
                token.head = head = tokens[place + step]
                head.children.append(token)
        return tokens

    def _entities(self) -> list[Span]:
        """The named entities, as the marks of the words tell them; spaCy makes objects of them first."""
        found: list[Span] = []
        begin = -1
        for place, token in enumerate(self.tokens):
            mark = token.ent_iob_
            if mark == "I":
                continue
            if begin >= 0:
                found.append(Span(self, begin, place, self.tokens[begin].ent_type_))
            begin = place if mark == "B" and token.ent_type_ else -1
        if begin >= 0:
            found.append(Span(self, begin, len(self.tokens), self.tokens[begin].ent_type_))
        return found

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if not isinstance(place, slice):
            return self.tokens[place]
        first, last, _ = place.indices(len(self.tokens))
        return Span(self, first, max(first, last))

    def char_span(self, begin: int, end: int) -> Span | None:
        """The tokens that characters ``begin`` to ``end`` (exclusive) lie in; None if they lie outside of the text."""
        if not 0 <= begin < len(self.text) or not 0 < end <= len(self.text):
            return None
        first, last = self._at(begin), self._at(end - 1)
        if begin == self.tokens[first].idx + len(self.tokens[first].text):
            first += 1  # the blank behind a token is none of it
        return Span(self, first, last + 1)

    def _at(self, character: int) -> int:
        return bisect_right(self._begins, character) - 1

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hangs a word on another (or on itself: at the top), here and in what spaCy parsed.

        Its old and new dependents show when the text is laid out anew. A word that hung below takes the place of the
        one that now hangs on it: words never hang on each other in a circle.
        """
        for word in self.tokens:
            word.answers.clear()
        if head is not token and _below(head, token):
            top = token.head is token
            self._hang(head, head if top else token.head, "ROOT" if top else token.dep_)
        self._hang(token, head, label)

    def _hang(self, token: Token, head: Token, label: str) -> None:
        parsed = self.parsed[token.i]
        parsed.head = self.parsed[head.i]
        parsed.dep_ = label
        token.head, token.dep_, token.relation = head, label, RELATIONS[label]

    def forget(self) -> None:
        """Cuts the circles in which words hold each other: the text goes when its reading is done, not at some later
        round of the garbage collector.
        """
        self.memory.clear()
        for token in self.tokens:
            del token.head, token.children, token.answers
        self.tokens, self.sents, self.ents = [], [], []


def _below(token: Token, other: Token) -> bool:
    """Whether a word hangs, at some remove, on another."""
    while token.head is not token:
        token = token.head
        if token is other:
            return True
    return False


class _Strings(dict[int, str]):
    """Strings of a vocabulary by their hashes, each looked up once: news repeats its words."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = self._store[key & 0xFFFFFFFFFFFFFFFF]
        return found


@lru_cache(maxsize=1)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)
