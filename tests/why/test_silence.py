"""What a report gave and what not, as text and as records."""

from __future__ import annotations

from kg.extract.account import EventWord, Seen, SentenceAccount
from kg.model import (
    Claim,
    ClaimKind,
    Document,
    Entity,
    EntityKind,
    Event,
    Predicate,
    Reading,
    Span,
    Stage,
    Statement,
)
from kg.why import ReportAccount, silence_as_records, silence_as_text, why_not

TEXT = "Rebels planned an attack. It rained\nin Kano."


class _Reader:
    """Knows one text."""

    def account(self, document: Document) -> tuple[Reading, tuple[SentenceAccount, ...]]:
        narrator = Entity("narrator", EntityKind.NARRATOR)
        attack = Span(18, 24)
        event = Event("v1", ("Attack",), stage=Stage.PLANNED, triggers=(attack,))
        occurred = Statement("v1", Predicate.OCCURRED, True)
        claim = Claim("c1", ClaimKind.ASSERTION, "narrator", (occurred,), document.id, Span(0, 25), triggers=(attack,))
        word = EventWord(attack, "attack", "attack", "v1", ("c1",))
        sentences = (
            SentenceAccount(Span(0, 25), (), (word,)),
            SentenceAccount(Span(26, 44), (Seen(Span(39, 43), "place", "Kano"),), (), "nothing"),
        )
        return Reading(document, (narrator,), (event,), (claim,)), sentences


def _report() -> ReportAccount:
    return why_not(Document("note", TEXT, "0"), _Reader())


def test_only_silent_sentences_unless_asked() -> None:
    text = silence_as_text([_report()])
    assert text.startswith("note · undated · 2 sentences, 1 tell of events\n")
    assert "characters 26 to 44: “It rained in Kano.”" in text
    assert "seen: Kano (place)" in text
    assert "attack" not in text


def test_all_sentences_with_what_they_gave() -> None:
    text = silence_as_text([_report()], everything=True)
    assert "“attack” (attack) tells of event v1 (Attack, planned)" in text
    assert "Assertion, certain: occurred" in text


def test_records() -> None:
    (record,) = silence_as_records([_report()], everything=True)
    assert record["document"] == "note"
    sentences = record["sentences"]
    assert isinstance(sentences, list)
    told, silent = sentences
    assert told["event_words"][0]["event"] == "v1"
    assert told["reason"] is None
    assert (silent["text"], silent["reason"]) == ("It rained\nin Kano.", "nothing")
    assert silent["seen"] == [{"begin": 39, "end": 43, "kind": "place", "label": "Kano", "text": "Kano"}]
