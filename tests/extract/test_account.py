"""The account of a reading: what each sentence names, and what became of its event words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from spacy.tokens import Doc

from kg.extract.account import SentenceAccount
from kg.extract.reader import Reader
from kg.model import Document
from tests.extract.test_robustness import READER, misparsed

if TYPE_CHECKING:
    from spacy.language import Language


@settings(max_examples=150)
@given(misparsed())
def test_every_sentence_has_an_event_or_a_reason(parsed: Doc) -> None:
    reading, accounts = READER.account(Document("text", parsed.text, "0"), parsed)
    for one in accounts:
        told = [w for w in one.words if w.event is not None]
        assert bool(told) != bool(one.reason)
        assert all(w.reason for w in one.words if w.event is None)
        assert all(one.span.begin <= w.span.begin < w.span.end <= one.span.end for w in one.words)
        assert all(one.span.begin <= s.span.begin <= s.span.end <= one.span.end for s in one.seen)
    words = {(w.span, w.event) for one in accounts for w in one.words if w.event is not None}
    assert words == {(span, event.key) for event in reading.events for span in event.triggers}


TEXT = (
    "The singer of the opera died at the age of 87. "
    "The ministry said that Colonel Omar Sayed was killed in a drone strike near Kano on Monday. "
    "If the rebels attack, the army will respond. "
    "The minister opened a bridge."
)


@pytest.fixture(scope="module")
def sentences(nlp: Language) -> tuple[SentenceAccount, ...]:
    return Reader(nlp).account(Document("text", TEXT, "0"))[1]


@pytest.mark.model
def test_a_sentence_that_tells_of_an_event(sentences: tuple[SentenceAccount, ...]) -> None:
    told = sentences[1]
    assert told.reason == ""
    assert {w.text for w in told.words if w.claims} == {"killed", "strike"}
    assert {("Omar Sayed", "person"), ("Kano", "place")} <= {(s.label, s.kind) for s in told.seen}


@pytest.mark.model
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (2, "“attack”: it tells of nothing that happened: conditional"),
        (0, "“died”: alone it need not be violence: no weapon and no armed actor stands with it"),
        (3, "no word of it tells of an event of a kind that kg knows"),
    ],
)
def test_why_a_sentence_made_no_event(sentences: tuple[SentenceAccount, ...], number: int, reason: str) -> None:
    assert sentences[number].reason == reason


@pytest.mark.model
def test_a_report_about_a_game(nlp: Language) -> None:
    text = "The striker shot past the goalkeeper, but the referee gave a penalty in the second half of the match."
    (only,) = Reader(nlp).account(Document("text", text, "0"))[1]
    assert only.reason.startswith("the report is about a game")
