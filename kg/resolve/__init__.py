"""Brings the readings of all documents together: one person, one event, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model import Graph, Reading
from kg.resolve.corrections import Action, Correction
from kg.resolve.judgement import Judgement, Node, Verdict
from kg.resolve.memory import Memory
from kg.resolve.resolution import Resolution, resolution

__all__ = [
    "Action",
    "Correction",
    "Judgement",
    "Memory",
    "Node",
    "Resolution",
    "Verdict",
    "judgements",
    "resolution",
    "resolve",
]


def resolve(readings: Iterable[Reading], corrections: Sequence[Correction] = (), memory: Memory | None = None) -> Graph:
    """The graph of all readings: entities and events merged, every statement with its verdict.

    A pure function of the set of readings, of people's corrections and of the names that things had before.
    Texts are not kept; the words of each claim are.
    """
    return resolution(readings, corrections, memory or Memory(), explained=False).graph


def judgements(readings: Iterable[Reading]) -> tuple[Judgement, ...]:
    """Every decision on what is one thing and what may be, with its score and reasons."""
    return resolution(readings).judgements
