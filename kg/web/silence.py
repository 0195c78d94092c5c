"""Why nothing was taken from a passage of a report: what ``kg why-not`` says of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.report.passages import Passage
from kg.web.rereading import Sentence

_ELSEWHERE = "these words belong to a sentence from whose other words something was read"
_OTHERWISE = "read again now, it tells of an event; the graph was built by another version, or with other settings"
_NOTHING = "it holds no sentence: a heading, a line of dots, or the like"


@dataclass(frozen=True, slots=True)
class Silence:
    """A passage from which nothing was taken, what was seen in it, and the reasons."""

    begin: int
    end: int
    text: str
    seen: tuple[str, ...]
    reasons: tuple[str, ...]


def silences(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[Silence]:
    """The passages from which nothing was read, each with the reasons of the sentences that it holds."""
    told = [(p.begin, p.end) for p in passages if p.told]
    return [_silence(p, sentences, told) for p in passages if not p.told and not p.blank]


def _silence(passage: Passage, sentences: Sequence[Sentence], told: Iterable[tuple[int, int]]) -> Silence:
    text = "".join(piece.text for piece in passage.pieces)
    begin = passage.begin + len(text) - len(text.lstrip())
    end = begin + len(text.strip())
    held = [s for s in sentences if s["begin"] < end and begin < s["end"]]
    seen = [f"{s['label']} ({s['kind']})" for h in held for s in h["seen"] if begin <= s["begin"] and s["end"] <= end]
    reasons = [reason for sentence in held for reason in _reasons(sentence, told)]
    return Silence(
        passage.begin,
        passage.end,
        text.strip(),
        tuple(dict.fromkeys(seen)),
        tuple(dict.fromkeys(reasons)) or (_NOTHING,),
    )


def _reasons(sentence: Sentence, told: Iterable[tuple[int, int]]) -> Iterator[str]:
    if not sentence["reason"]:
        here = any(sentence["begin"] < end and begin < sentence["end"] for begin, end in told)
        yield _ELSEWHERE if here else _OTHERWISE
        return
    words = [word for word in sentence["event_words"] if word["reason"]]
    for word in words:
        yield f"“{word['text']}” ({word['frame']}): {word['reason']}"
    if not words:
        yield sentence["reason"]
