"""Which places of one name are one, where no gazetteer knows them: there is more than one Springfield.

What the texts say they lie in decides: a village of one province is none of another. What fits two of them ("in
Springfield") joins neither, as a man's short name that fits two longer ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.resolve.judgement import Node

Mark = tuple[str, ...]


class Spot(NamedTuple):
    """A place in one document, with what identifies the places around it, the nearest first."""

    node: Node
    around: tuple[Mark, ...]


def same_spots(spots: Sequence[Spot]) -> Iterator[tuple[Node, Node]]:
    """The pairs of places of one name that are one, each the first of them with another; nothing depends on the order
    in which they are given but which is the first.
    """
    if len(spots) < 2:
        return
    groups = _groups({spot.around for spot in spots})
    first: dict[int, Node] = {}
    for spot in spots:
        group = groups[spot.around]
        if group in first:
            yield first[group], spot.node
        else:
            first[group] = spot.node


def _groups(told: set[tuple[Mark, ...]]) -> dict[tuple[Mark, ...], int]:
    """The number of the place that each of several surroundings tells of; those told most closely come first."""
    holding: dict[Mark, set[int]] = {}
    nearest: dict[Mark, set[int]] = {}
    found: dict[tuple[Mark, ...], int] = {}
    places = 0
    for around in sorted(told, key=lambda marks: (-len(marks), marks)):
        if around:
            fitting = holding.get(around[0], set()).union(*(nearest.get(mark, ()) for mark in around))
        else:
            fitting = set(range(places))
        if len(fitting) == 1:
            found[around] = fitting.pop()
            continue
        found[around] = places
        for mark in around:
            holding.setdefault(mark, set()).add(places)
        if around:
            nearest.setdefault(around[0], set()).add(places)
        places += 1
    return found
