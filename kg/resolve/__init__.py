"""Brings the readings of all documents together: one person, one event, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Graph, Reading
from kg.resolve.judgement import Judgement, Node, Verdict
from kg.resolve.resolution import Resolution, resolution

__all__ = ["Judgement", "Node", "Resolution", "Verdict", "judgements", "resolution", "resolve"]


def resolve(readings: Iterable[Reading]) -> Graph:
    """The graph of all readings: entities and events merged, every statement with its verdict.

    A pure function of the set of readings. Texts are not kept; the words of each claim are.
    """
    return resolution(readings).graph


def judgements(readings: Iterable[Reading]) -> tuple[Judgement, ...]:
    """Every decision on what is one thing and what may be, with its score and reasons."""
    return resolution(readings).judgements
