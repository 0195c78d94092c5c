"""Syndicated copies: found whatever a paper has done to them, and never between reports that only share phrases."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from datetime import date

import pytest

from benchmarks import reports
from kg.model import Document, Entity, EntityKind, Reading
from kg.resolve import resolve
from kg.resolve.intake import copies, is_copy, marks, may_be_copy, sketch, take

COUNT = 120
Change = Callable[[str, random.Random], str]


def reading(identifier: str, text: str) -> Reading:
    document = Document(identifier, text, hashlib.sha256(text.encode()).hexdigest(), date(2020, 1, 1))
    return Reading(document, (Entity("narrator", EntityKind.NARRATOR),), (), ())


def body(number: int) -> str:
    return reports.report(number).split(" ", 3)[3]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.”]) ", text)


def longer(text: str, chance: random.Random) -> str:
    return f"{text} {' '.join(sentences(body(chance.randrange(9000)))[:3])}"


def first_part(share: float) -> Change:
    return lambda text, _: " ".join(sentences(text)[: round(len(sentences(text)) * share)])


def reworded(every: int) -> Change:
    return lambda text, chance: " ".join(word if chance.randrange(every) else "other" for word in text.split())


CHANGES: dict[str, tuple[Change, float]] = {
    "dateline and credits": (lambda text, _: f"DORSA, March 3 (AP) - {text} (Reporting by A. Writer)", 1.0),
    "cut by a fifth": (first_part(0.8), 1.0),
    "cut by half": (first_part(0.5), 0.95),
    "three sentences more": (
        lambda text, chance: f"{text} {' '.join(sentences(body(chance.randrange(9000)))[:3])}",
        1.0,
    ),
    "every twentieth word another": (reworded(20), 0.9),
}


@pytest.mark.parametrize("change", CHANGES)
def test_copies_are_found_and_nothing_else(change: str) -> None:
    edit, lowest = CHANGES[change]
    chance = random.Random(7)
    originals = [reading(f"{n}", body(n)) for n in range(COUNT)]
    edited = [reading(f"{n} copy", edit(body(n), chance)) for n in range(COUNT)]
    sources = take([*originals, *edited])
    name = {source.mark: source.reading.document.id.removesuffix(" copy") for source in sources}
    found = {mark: first for mark, first in copies(sources).items() if mark != first}
    assert all(name[mark] == name[first] for mark, first in found.items())
    assert len(found) >= lowest * COUNT


def test_copies_stay_documents_of_their_own() -> None:
    text = body(1)
    graph = resolve([reading("wire", text), reading("paper", f"From our wires. {text}")])
    assert [document.id for document in graph.documents] == ["paper", "wire"]
    assert list(graph.copy_of) in (["paper"], ["wire"])


def test_short_texts_are_never_copies() -> None:
    line = "Rebels killed a man in the town on Monday, police said."
    sources = take([reading("a", line), reading("b", f"{line} Nobody else was hurt.")])
    assert all(mark == first for mark, first in copies(sources).items())


@pytest.mark.parametrize("change", CHANGES)
def test_no_copy_is_passed_over_for_its_marks(change: str) -> None:
    """What the marks rule out is no copy, be the texts short, cut or of two reports."""
    edit, _ = CHANGES[change]
    chance = random.Random(8)
    texts = [" ".join(sentences(body(n))[: chance.randrange(1, 30)]) for n in range(40)]
    sketches = [sketch(text) for text in (*texts, *(edit(text, chance) for text in texts))]
    sketches = [found for found in sketches if found]
    for one in sketches:
        for other in sketches:
            if is_copy(one, other, frozenset(one), frozenset(other)):
                assert may_be_copy(one, other, marks(one), marks(other))
