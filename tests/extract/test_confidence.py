"""What the confidence of a reading rests on: how much is told of a killing; no number where nothing was measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import KnowledgeError
from kg.extract.reader import Reader
from kg.knowledge import confidence
from kg.model import Claim, ClaimKind, Document

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_more_is_told_the_surer() -> None:
    shares = confidence.default()
    assert list(shares.killed) == sorted(shares.killed)
    assert all(0 < share < 1 for share in (*shares.killed, shares.harmed))


@pytest.mark.parametrize(
    "text", ["killed = [0.5]\nharmed = 0.5", "killed = [0.5, 0.5, 0.5, 0.5, 2]\nharmed = 0.5", "x"]
)
def test_a_file_without_shares_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"confidence\.toml"):
        confidence.load(path)


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def _claims(reader: Reader, text: str) -> tuple[Claim, ...]:
    return reader.read(Document("text", text, "0", issued=date(2021, 3, 4))).claims


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A farmer was killed.", 0),
        ("A farmer was killed, police said.", 1),
        ("Rebels killed a farmer in Gao, police said.", 3),
        ("Rebels killed a farmer in Gao on Monday, police said.", 4),
    ],
)
def test_killings(reader: Reader, text: str, told: int) -> None:
    assert {c.confidence for c in _claims(reader, text)} == {confidence.default().killed[told]}


@pytest.mark.model
def test_wounded_people_are_right_less_often(reader: Reader) -> None:
    assert {c.confidence for c in _claims(reader, "Rebels wounded a farmer in Gao.")} == {confidence.default().harmed}


@pytest.mark.model
def test_what_was_not_measured_has_no_number(reader: Reader) -> None:
    claims = _claims(reader, "Rebels killed a farmer in Gao, police said. The rebels denied it.")
    assert {c.confidence for c in claims if c.kind is ClaimKind.DENIAL} == {None}
