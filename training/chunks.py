# mypy: ignore-errors
"""Batches: consecutive sentences of a document in chunks, disturbed a little, bucketed by length."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

import torch
from torch import Tensor

from kg.language.encoding import CASE_ID, Pieces, case_of
from training import lexicon
from training.data import CORPORA, MENTION_TYPES, NAMES, Sentence, hidden_types

IGNORE = -100


@dataclass(slots=True)
class Labels:
    """The inventories that the heads choose from."""

    xpos: list[str]
    upos: list[str]
    feats: list[str]
    deps: list[str]
    names: list[str] = field(default_factory=lambda: list(NAMES))
    mentions: list[str] = field(default_factory=lambda: list(MENTION_TYPES))

    @classmethod
    def of(cls, sentences: list[Sentence]) -> Labels:
        def known(attribute: str, at_least: int = 1) -> list[str]:
            count: dict[str, int] = {}
            for sentence in sentences:
                for value in getattr(sentence, attribute):
                    count[value] = count.get(value, 0) + 1
            return sorted(value for value, n in count.items() if n >= at_least)

        return cls(known("xpos"), known("upos"), known("feats", 3), known("deps", 3))


@dataclass(slots=True)
class Coded:
    """A sentence as numbers."""

    doc: str
    corpus: int
    pieces: list[tuple[int, ...]]
    cases: list[int]
    words: list[str]
    xpos: list[int] | None = None
    upos: list[int] | None = None
    feats: list[int] | None = None
    heads: list[int] | None = None
    deps: list[int] | None = None
    names: list[int] | None = None  # index into `allowed`
    mentions: list[int] | None = None
    domain: list[int] | None = None
    sentences: bool = True  # whether its boundaries are a document's own

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))


class Coder:
    """Sentences to numbers, by fixed inventories."""

    def __init__(self, labels: Labels, pieces: Pieces) -> None:
        self.labels, self.pieces = labels, pieces
        self.index = {
            key: {value: i for i, value in enumerate(getattr(labels, key))}
            for key in ("xpos", "upos", "feats", "deps", "names", "mentions")
        }
        #: Row n < len(NAMES): exactly that label. Row len(NAMES) + c: an O of corpus c, which may hide some
        #: types.
        size = len(labels.names)
        self.allowed = torch.zeros(size + len(CORPORA), size, dtype=torch.bool)
        self.allowed[:size] = torch.eye(size, dtype=torch.bool)
        for c, corpus in enumerate(CORPORA):
            hidden = hidden_types(corpus)
            for i, name in enumerate(labels.names):
                self.allowed[size + c, i] = name == "O" or name.split("-")[1] in hidden

    def __call__(self, s: Sentence) -> Coded:
        def codes(key: str, values: list[str] | None) -> list[int] | None:
            return None if values is None else [self.index[key].get(value, IGNORE) for value in values]

        corpus = CORPORA.index(s.corpus) if s.corpus in CORPORA else 0
        names = codes("names", s.names)
        if names is not None:
            names = [len(self.labels.names) + corpus if n == 0 else n for n in names]
        return Coded(
            s.doc,
            corpus,
            self.pieces.all(s.words),
            [case_of(word) for word in s.words],
            s.words,
            codes("xpos", s.xpos),
            codes("upos", s.upos),
            codes("feats", s.feats),
            s.heads,
            codes("deps", s.deps),
            names,
            codes("mentions", s.mentions),
            sentences=s.corpus in ("ewt", "gum") or s.corpus.startswith("re3d"),
        )


_SMALL_TEXT = "a an the of in on at to for and or but by with from as is are was were be"
_SMALL = frozenset(_SMALL_TEXT.split())


def renamed(s: Coded, rng: random.Random, labels: list[str], pieces: Pieces, share: float = 0.35) -> Coded:
    """A copy in which some names of people, bodies and places are others of their kind.

    In a sentence with a tree only single words take the place of single words, so that the tree stays right.
    """
    if s.names is None or s.domain is not None:
        return s
    kinds = [labels[n] if 0 <= n < len(labels) else "O" for n in s.names]
    columns = ("xpos", "upos", "feats", "heads", "deps", "mentions")
    words: list[str] = []
    names: list[int] = []
    keep: list[int] = []
    i = 0
    while i < len(kinds):
        kind = kinds[i].partition("-")[2]
        end = i + 1
        while kind and end < len(kinds) and kinds[end] == f"I-{kind}":
            end += 1
        old = s.words[i:end]
        new = None
        if kind in ("PER", "ORG", "LOC") and rng.random() < share and all(w[:1].isalpha() for w in old):
            new = re.findall(r"[^\s-]+|-", lexicon.name(kind, rng))
            if s.heads is not None and (len(new) != 1 or len(old) != 1):
                new = None
            elif old[0].islower():
                new = [w.lower() for w in new]
        if new is None:
            words.extend(old)
            names.extend(s.names[i:end])
            keep.extend(range(i, end))
        else:
            words.extend(new)
            names.extend([s.names[i]] + [labels.index(f"I-{kind}")] * (len(new) - 1))
            keep.extend([i] * len(new))
        i = end
    out = Coded(
        s.doc,
        s.corpus,
        pieces.all(words),
        [case_of(w) for w in words],
        words,
        names=names,
        sentences=s.sentences,
    )
    for key in columns:
        setattr(out, key, getattr(s, key))
    return out


def disturb(s: Coded, rng: random.Random, style: str, mask: int, word_drop: float) -> Coded:
    """A copy in another letter case, with some words hidden and now and then without its last full stop."""
    cases, pieces = list(s.cases), list(s.pieces)
    letters = CASE_ID["lower"], CASE_ID["title"], CASE_ID["single"], CASE_ID["upper"], CASE_ID["other"]
    for i, case in enumerate(cases):
        if case not in letters:
            continue
        if style == "upper":
            cases[i] = CASE_ID["single"] if len(s.words[i]) == 1 else CASE_ID["upper"]
        elif style == "lower":
            cases[i] = CASE_ID["lower"]
        elif style == "title" and case == CASE_ID["lower"] and s.words[i] not in _SMALL:
            cases[i] = CASE_ID["title"]
    for i in range(len(pieces)):
        if rng.random() < word_drop:
            pieces[i] = (mask,) * len(pieces[i])
    out = Coded(
        s.doc,
        s.corpus,
        pieces,
        cases,
        s.words,
        s.xpos,
        s.upos,
        s.feats,
        s.heads,
        s.deps,
        s.names,
        s.mentions,
        s.domain,
        s.sentences,
    )
    n = len(pieces)
    if s.heads is not None and n > 3 and s.words[-1] in ".!?" and n - 1 not in s.heads and rng.random() < 0.10:
        for key in (
            "pieces",
            "cases",
            "words",
            "xpos",
            "upos",
            "feats",
            "heads",
            "deps",
            "names",
            "mentions",
            "domain",
        ):
            value = getattr(out, key)
            setattr(out, key, None if value is None else value[:-1])
    return out


def chunk(sentences: list[Coded], limit: int) -> list[list[Coded]]:
    """Consecutive sentences of one document, up to `limit` pieces together."""
    out: list[list[Coded]] = []
    size, doc = 0, None
    for s in sentences:
        if not out or s.doc != doc or size + s.size > limit:
            out.append([])
            size = 0
        out[-1].append(s)
        size += s.size
        doc = s.doc
    return out


def collate(chunks: list[list[Coded]], pieces: Pieces, limit: int = 510) -> dict[str, Tensor]:
    """Chunks as one batch of tensors. Words that do not fit any more are left out."""
    rows = []
    for group in chunks:
        row: dict[str, list[int]] = {
            k: []
            for k in (
                "ids",
                "first",
                "last",
                "case",
                "sentence",
                "head",
                "start",
                "xpos",
                "upos",
                "feats",
                "deps",
                "names",
                "mentions",
                "domain",
            )
        }
        row["ids"].append(pieces.cls)
        for number, s in enumerate(group):
            base, n = len(row["first"]), len(s.pieces)
            if len(row["ids"]) + s.size > limit:
                break
            for ids in s.pieces:
                row["first"].append(len(row["ids"]))
                row["ids"].extend(ids)
                row["last"].append(len(row["ids"]) - 1)
            row["case"].extend(s.cases)
            row["sentence"].extend([number] * n)
            row["head"].extend([IGNORE] * n if s.heads is None else [base + h for h in s.heads])
            row["start"].extend([int(i == 0) for i in range(n)] if s.sentences else [IGNORE] * n)
            for key in ("xpos", "upos", "feats", "deps", "names", "mentions", "domain"):
                row[key].extend(getattr(s, key) or [IGNORE] * n)
        row["ids"].append(pieces.sep)
        row["corpus"] = [group[0].corpus]
        rows.append(row)

    def padded(key: str, fill: int) -> Tensor:
        width = max(len(r[key]) for r in rows)
        return torch.tensor([r[key] + [fill] * (width - len(r[key])) for r in rows])

    batch = {key: padded(key, 0) for key in ("ids", "first", "last", "case")}
    batch["sentence"] = padded("sentence", -1)
    for key in ("head", "start", "xpos", "upos", "feats", "deps", "names", "mentions", "domain"):
        batch[key] = padded(key, IGNORE)
    batch["length"] = torch.tensor([len(r["ids"]) for r in rows])
    batch["corpus"] = torch.tensor([r["corpus"][0] for r in rows])
    return batch


def bucket(chunks: list[list[Coded]], budget: int, rng: random.Random) -> list[list[list[Coded]]]:
    """Batches of chunks of about one length, `budget` padded pieces each, in random order."""
    sized = sorted(chunks, key=lambda c: sum(s.size for s in c) + rng.random() * 8)
    batches: list[list[list[Coded]]] = []
    longest = 0
    for c in sized:
        size = sum(s.size for s in c) + 2
        if not batches or max(longest, size) * (len(batches[-1]) + 1) > budget:
            batches.append([])
            longest = 0
        batches[-1].append(c)
        longest = max(longest, size)
    rng.shuffle(batches)
    return batches
