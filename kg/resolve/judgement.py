"""What resolution decides about two things, kept beside the graph so that every merge can be inspected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kg.resolve.ordering import in_groups


class Verdict(StrEnum):
    """Whether two tellings are of one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Node(NamedTuple):
    """An entity or event as one document knows it: the document's mark and the key there."""

    document: str
    key: str

    def __str__(self) -> str:
        return f"{self.document[:12]}/{self.key}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two nodes, whether they are one thing, how sure that is from 0 to 1, and why in plain words."""

    left: Node
    right: Node
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def judgement(left: Node, right: Node, verdict: Verdict, score: float, *reasons: str) -> Judgement:
    """A judgement with its nodes in order, so that it is the same whichever side came first."""
    first, second = (left, right) if left <= right else (right, left)
    return Judgement(first, second, verdict, *_shared(round(score, 3), reasons))


def in_order(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements by what they are about."""
    return in_groups(
        judgements,
        lambda found: found.left.document,
        lambda found: (found.left.key, found.right, found.verdict.value),
    )


@lru_cache(maxsize=65536)
def _shared(score: float, reasons: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """One object for what many judgements have alike; most say no more than that a place is the same."""
    return score, reasons
