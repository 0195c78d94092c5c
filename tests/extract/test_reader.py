"""Files, the language model and the rules take turns of some pages, not of a document each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import spacy
from spacy.tokens import Doc

from kg.extract.reader import Reader
from kg.model import Document


def test_documents_are_fetched_and_parsed_some_pages_ahead() -> None:
    """Each would else find the others' code and data in the processor's caches."""
    steps: list[str] = []
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    tokenize = pipeline.tokenizer

    def parse(text: str) -> Doc:
        steps.append("parsed")
        return tokenize(text)

    def fetch() -> Iterator[Document]:
        for number in range(100):
            steps.append("fetched")
            yield Document(str(number), "Nothing happened. " * 100, "0")

    pipeline.tokenizer = parse
    first = next(Reader(pipeline).pipe(fetch()))
    assert first.document.id == "0"
    turns = [(step, len(list(group))) for step, group in groupby(steps)]
    assert [step for step, _ in turns] == ["fetched", "parsed"]
    assert all(4 <= size < 100 for _, size in turns)


def test_no_documents_give_no_readings() -> None:
    assert list(Reader(spacy.blank("en")).pipe(iter(()))) == []
