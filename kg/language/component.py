"""The spaCy component that puts the network's reading on a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language import mentions, names
from kg.language.boundaries import starts_of, words_of
from kg.language.lemmas import Lemmas, load_lemmas
from kg.language.network import BUNDLED, Network
from kg.language.slips import spelled_apart
from kg.language.windows import Read, read_text

FACTORY = "kg_parser"


class Reader:
    """Tags, tree, lemmas, names and mentions for any `Doc`, in one step.

    A sentence start that is already set on a token stays as it is. Blank lines end sentences. A text gets the
    same annotations alone as in `Language.pipe`.
    """

    def __init__(self, vocab: Vocab, network: Network, lemmas: Lemmas) -> None:
        self.network = network
        self._lemmas = lemmas
        labels = network.labels
        add = vocab.strings.add
        self._tags = np.array([add(label) for label in labels.xpos], dtype=np.uint64)
        self._deps = np.array([add("ROOT" if label == "root" else label) for label in labels.deps], dtype=np.uint64)
        self._pos = np.array([add(label) for label in labels.upos], dtype=np.uint64)
        self._feats = np.array([vocab.morphology.add(_features(label)) for label in labels.feats], dtype=np.uint64)
        self._root, self._dep = np.uint64(add("ROOT")), np.uint64(add("dep"))
        self._space = [0, add("dep"), add("_SP"), add("SPACE"), vocab.morphology.add(""), 0]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate in place."""
        places = words_of(doc)
        words = [doc[i].text for i in places]
        read = read_text(self.network, spelled_apart(words), starts_of(doc, places))
        self._write(doc, places, words, read)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate a stream; each text is read by itself, so the batch size changes nothing."""
        for doc in stream:
            yield self(doc)

    def _write(self, doc: Doc, places: list[int], words: list[str], read: Read) -> None:
        if not len(doc):
            doc.spans["mentions"] = doc.spans["times"] = []
            return
        table: Any = self._table(doc, places, words, read)
        doc.from_array([HEAD, DEP, TAG, POS, MORPH, LEMMA], table)
        labels = self.network.labels
        kept = list(doc.ents)
        taken = {i for ent in kept for i in range(ent.start, ent.end)}
        found = names.names(doc, places, read.names, labels.names)
        free = [span for span in found if taken.isdisjoint(range(span.start, span.end))]
        doc.set_ents(sorted([*kept, *free], key=lambda span: span.start))
        domain = mentions.domain_mentions(doc, places, read, labels)
        doc.spans["mentions"] = mentions.mentions(doc, places, read, labels, domain)
        doc.spans["times"] = mentions.times(doc, domain)

    def _table(self, doc: Doc, places: list[int], words: list[str], read: Read) -> npt.NDArray[np.uint64]:
        """One row for each token: head (relative), relation, tag, part of speech, features, lemma."""
        table = np.zeros((len(doc), 6), dtype=np.uint64)
        table[:] = self._space
        at = np.array(places, dtype=np.int64)
        heads = np.full(len(doc), -1, dtype=np.int64)
        heads[at] = at[read.heads]
        roots = heads[at] == at
        # Each arc is labelled by itself: only the root of a tree may be called one.
        deps = np.where(self._deps[read.deps] == self._root, self._dep, self._deps[read.deps])
        table[at, 1] = np.where(roots, self._root, deps)
        table[at, 2] = self._tags[read.xpos]
        table[at, 3] = self._pos[read.upos]
        table[at, 4] = self._feats[read.feats]
        labels = self.network.labels
        add = doc.vocab.strings.add
        tags = zip(words, read.upos.tolist(), read.xpos.tolist(), strict=True)
        table[at, 5] = [add(self._lemmas(word, labels.upos[pos], labels.xpos[tag])) for word, pos, tag in tags]
        for i in np.flatnonzero(heads < 0).tolist():
            table[i, 5] = doc[i].orth
        heads = _with_spaces(heads, places)
        if not places:
            table[0, 1] = self._root
        table[:, 0] = (heads - np.arange(len(doc))).astype(np.uint64)
        return table


def _features(label: str) -> str:
    return "" if label == "_" else label


def _with_spaces(heads: npt.NDArray[np.int64], places: list[int]) -> npt.NDArray[np.int64]:
    """White space hangs on the word before it; at the start of a text, on the first word."""
    previous = places[0] if places else 0
    for i in range(len(heads)):
        if heads[i] < 0:
            heads[i] = previous
        else:
            previous = i
    return heads


@Language.factory(
    FACTORY,
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.dep",
        "token.head",
        "token.lemma",
        "token.is_sent_start",
        "doc.sents",
        "doc.ents",
        "doc.spans",
    ],
    requires=[],
    default_config={"model": None, "threads": 1},
)
def make_reader(nlp: Language, name: str, model: str | None, threads: int) -> Reader:
    """The component for a pipeline; `model` is a folder with model files, None for the bundled one."""
    folder = Path(model) if model else BUNDLED
    return Reader(nlp.vocab, Network(folder, threads), load_lemmas(folder))
