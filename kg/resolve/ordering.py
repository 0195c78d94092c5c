"""Sorts what a large archive has in as many small steps as there are documents or things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")


def in_groups(items: Iterable[T], group: Callable[[T], str], key: Callable[[T], Any]) -> tuple[T, ...]:
    """The items by their groups, and by a key within each.

    To compare what a few documents have is a fraction of comparing what all have with each other.
    """
    shelves: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        shelves[group(item)].append(item)
    for shelf in shelves.values():
        if len(shelf) > 1:
            shelf.sort(key=key)
    return tuple(chain.from_iterable(shelves[name] for name in sorted(shelves)))
