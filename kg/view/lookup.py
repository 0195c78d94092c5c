"""Finds things by their names, however they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from pyoxigraph import Store

from kg.errors import UsageError
from kg.view.records import Thing
from kg.view.selection import plain
from kg.view.sparql import rows

_ALL_ALIASES = """SELECT ?node ?alias { ?node skos:altLabel ?alias }"""


class Lookup:
    """All names of a graph in plain form. ``known`` tells in how many events something has a part."""

    def __init__(self, store: Store, things: Iterable[Thing], known: Callable[[Thing], int]) -> None:
        aliases: dict[str, list[str]] = defaultdict(list)
        for iri, alias in rows(store, _ALL_ALIASES):
            aliases[iri].append(plain(alias))
        self._names = [(thing, (plain(thing.label), *aliases.get(thing.id, ()))) for thing in things]
        self._known = known

    def named(self, name: str, *kinds: str) -> list[Thing]:
        """Things of these kinds by a name, an alias or a part of one; exact names first, then the best known."""
        return [thing for _, thing in self._ranked(name, kinds)]

    def _ranked(self, name: str, kinds: tuple[str, ...]) -> list[tuple[bool, Thing]]:
        """The things with whether they have just this name."""
        wanted = plain(name)
        if not wanted:
            return []
        found = [
            (wanted in names, thing)
            for thing, names in self._names
            if thing.kind in kinds and any(wanted in candidate for candidate in names)
        ]
        return sorted(found, key=lambda pair: (not pair[0], -self._known(pair[1]), pair[1].label, pair[1].id))

    def one(self, name: str, *kinds: str) -> Thing:
        """The one thing meant by a name.

        Whoever has just this name is meant, else the only one with it as a part of theirs; people, groups and
        places come before the events that are called after them.

        Raises:
            UsageError: there is none, or several of that name; lists them.
        """
        ranked = self._ranked(name, kinds)
        found = [thing for _, thing in ranked]
        exact = [thing for is_exact, thing in ranked if is_exact]
        for candidates in (exact, [thing for thing in found if thing.kind != "Event"], found):
            if len(candidates) == 1:
                return candidates[0]
        if not found:
            raise UsageError(f"no {' or '.join(kind.lower() for kind in kinds)} is called {name!r} in this graph")
        listed = "".join(f"\n  {thing.key}  {thing.label}" for thing in found[:12])
        more = f"\n  and {len(found) - 12} more" if len(found) > 12 else ""
        raise UsageError(f"{name!r} fits {len(found)}; say which by its key:{listed}{more}")
