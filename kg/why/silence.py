"""Why a report gave no event, or not the one expected: an account of each of its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.model import Claim, Document, Event, Reading, Stage

if TYPE_CHECKING:
    from kg.extract.account import SentenceAccount


class Accounting(Protocol):
    """Reads a document and can say what came of each of its sentences."""

    def account(self, document: Document) -> tuple[Reading, tuple[SentenceAccount, ...]]:
        """The reading, and the account of each sentence in the order of the text."""


@dataclass(frozen=True, slots=True)
class ReportAccount:
    """What one report gave: its events and claims by the keys that its sentences refer to."""

    document: Document
    sentences: tuple[SentenceAccount, ...]
    events: dict[str, Event]
    claims: dict[str, Claim]

    @property
    def silent(self) -> tuple[SentenceAccount, ...]:
        """The sentences that made no event."""
        return tuple(s for s in self.sentences if s.reason)


def accounting(model: str | None = None) -> Accounting:
    """The extraction on top of the bundled language model, or of an installed spaCy pipeline by its name.

    Raises:
        ModelError: there is no such model, or it lacks what the extraction needs.
    """
    from kg.extract.reader import Reader
    from kg.language import load

    return Reader(load(model))


def why_not(document: Document, reader: Accounting) -> ReportAccount:
    """Reads a report and says of each of its sentences what was seen and why it made no event."""
    reading, sentences = reader.account(document)
    return ReportAccount(
        reading.document,
        sentences,
        {event.key: event for event in reading.events},
        {claim.key: claim for claim in reading.claims},
    )


def silence_as_text(reports: Iterable[ReportAccount], everything: bool = False) -> str:
    """For people: the sentences that made no event; ``everything`` shows the others, too."""
    return "\n".join("".join(f"{line}\n" for line in _lines(r, everything)) for r in reports)


def silence_as_records(reports: Iterable[ReportAccount], everything: bool = False) -> list[dict[str, object]]:
    """For programs: the same, ready to be written as JSON."""
    return [
        {
            "document": report.document.id,
            "issued": str(report.document.issued) if report.document.issued else None,
            "sentences": [_record(report, s) for s in (report.sentences if everything else report.silent)],
        }
        for report in reports
    ]


def _record(report: ReportAccount, sentence: SentenceAccount) -> dict[str, object]:
    text = report.document.text
    return {
        "begin": sentence.span.begin,
        "end": sentence.span.end,
        "text": sentence.span.of(text),
        "seen": [
            {"begin": s.span.begin, "end": s.span.end, "kind": s.kind, "label": s.label, "text": s.span.of(text)}
            for s in sentence.seen
        ],
        "event_words": [
            {
                "begin": w.span.begin,
                "end": w.span.end,
                "text": w.text,
                "frame": w.frame,
                "event": w.event,
                "types": list(report.events[w.event].types) if w.event else [],
                "reason": w.reason or None,
            }
            for w in sentence.words
        ],
        "reason": sentence.reason or None,
    }


def _lines(report: ReportAccount, everything: bool) -> list[str]:
    total, silent = len(report.sentences), len(report.silent)
    issued = f"dated {report.document.issued} ({report.document.issued_basis})" if report.document.issued else "undated"
    lines = [f"{report.document.id} · {issued} · {total} sentences, {total - silent} tell of events"]
    for sentence in report.sentences if everything else report.silent:
        quote = _one_line(sentence.span.of(report.document.text))
        lines += ["", f"  characters {sentence.span.begin} to {sentence.span.end}: “{quote}”"]
        if sentence.seen:
            lines.append("      seen: " + "; ".join(dict.fromkeys(f"{s.label} ({s.kind})" for s in sentence.seen)))
        for word in sentence.words:
            if word.event is not None:
                lines.append(f"      “{word.text}” ({word.frame}) tells of {_event(report.events[word.event])}")
                lines += [f"          {_claim(report, key)}" for key in word.claims]
            if word.reason:
                lines.append(f"      “{word.text}” ({word.frame}): {word.reason}")
        if not sentence.words:
            lines.append(f"      {sentence.reason}")
    return lines


def _event(event: Event) -> str:
    stage = "" if event.stage is Stage.ACCOMPLISHED else f", {event.stage.value}"
    return f"event {event.key} ({', '.join(event.types)}{stage})"


def _claim(report: ReportAccount, key: str) -> str:
    claim = report.claims[key]
    said = ", ".join(dict.fromkeys(statement.predicate.value for statement in claim.statements))
    return f"{claim.kind.value}, {claim.certainty.value}: {said}"


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
