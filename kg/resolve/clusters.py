"""Sets of nodes that are one thing, built by uniting them two by two."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence, Set

from kg.resolve.judgement import Node


class Clusters:
    """Disjoint sets of nodes; each is known by its root, the node that comes first in the given order.

    The result depends on which nodes were united, not on when, unless some must be kept apart. Most nodes of a large
    archive stay alone; they cost their place in the order and nothing else.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._place: dict[Node, int] = {}
        for node in nodes:
            self._place.setdefault(node, len(self._place))
        self._nodes = list(self._place)
        self._parent = array("l", range(len(self._nodes)))
        self._joined: dict[int, list[int]] = {}
        self._unsorted: set[int] = set()
        self._documents: dict[int, set[str]] = {}
        self._sides: dict[int, set[tuple[int, bool]]] = {}
        self._walls = 0

    def __contains__(self, node: Node) -> bool:
        return node in self._place

    def __len__(self) -> int:
        return len(self._nodes)

    def place(self, node: Node) -> int:
        """Where the node stands in the given order."""
        return self._place[node]

    def node(self, place: int) -> Node:
        """The node that stands at a place in the given order."""
        return self._nodes[place]

    def root(self, node: Node) -> Node:
        """The first member of the set that holds the node."""
        return self._nodes[self._top(self._place[node])]

    def _top(self, place: int) -> int:
        parent = self._parent
        top = place
        while parent[top] != top:
            top = parent[top]
        while parent[place] != top:
            parent[place], place = top, parent[place]
        return top

    def keep_apart(self, one: Iterable[Node], other: Iterable[Node]) -> None:
        """From now on no set may hold both one of these and one of those; nodes that are not here do not matter."""
        for nodes, side in ((one, False), (other, True)):
            for node in nodes:
                if node in self._place:
                    self._sides.setdefault(self._top(self._place[node]), set()).add((self._walls, side))
        self._walls += 1

    def apart(self, first: Node, second: Node) -> bool:
        """Whether the sets of two nodes must not come together."""
        return bool(self._walls) and self._walled(self._top(self._place[first]), self._top(self._place[second]))

    def _walled(self, one: int, other: int) -> bool:
        left, right = self._sides.get(one, ()), self._sides.get(other, ())
        return any((wall, not side) in right for wall, side in left)

    def unite(self, first: Node, second: Node) -> bool:
        """Makes one set of the sets of two nodes unless they must be kept apart; whether they are one now."""
        a, b = sorted((self._top(self._place[first]), self._top(self._place[second])))
        if a == b:
            return True
        if self._walled(a, b):
            return False
        self._parent[b] = a
        self._joined.setdefault(a, [a]).extend(self._joined.pop(b, (b,)))
        self._unsorted.add(a)
        self._join_documents(a, b)
        if b in self._sides:
            self._sides.setdefault(a, set()).update(self._sides.pop(b))
        return True

    def _join_documents(self, top: int, other: int) -> None:
        mine, theirs = self._documents.pop(top, None), self._documents.pop(other, None)
        if mine is None and theirs is None:
            return
        mine = {self._nodes[top].document} if mine is None else mine
        theirs = {self._nodes[other].document} if theirs is None else theirs
        if len(mine) < len(theirs):
            mine, theirs = theirs, mine
        mine |= theirs
        self._documents[top] = mine

    def meet(self, first: Node, second: Node) -> bool:
        """Whether some document tells of both sets; takes as long as the smaller of them is large."""
        one, other = (self._told_in(self._top(self._place[node])) for node in (first, second))
        return not one.isdisjoint(other) if len(one) < len(other) else not other.isdisjoint(one)

    def _told_in(self, top: int) -> Set[str]:
        places = self._joined.get(top)
        if places is None:
            return {self._nodes[top].document}
        found = self._documents.get(top)
        if found is None:
            found = self._documents[top] = {self._nodes[place].document for place in places}
        return found

    def size(self, node: Node) -> int:
        """How many nodes the set has that holds this one."""
        return len(self._joined.get(self._top(self._place[node]), (node,)))

    def members(self, node: Node, most: int | None = None) -> tuple[Node, ...]:
        """The set that holds a node, or so many of it, in the given order."""
        return self._members(self._top(self._place[node]), most)

    def _members(self, top: int, most: int | None = None) -> tuple[Node, ...]:
        return tuple(self._nodes[place] for place in self._sorted(top)[:most])

    def _sorted(self, top: int) -> Sequence[int]:
        places = self._joined.get(top)
        if places is None:
            return (top,)
        if top in self._unsorted:
            places.sort()
            self._unsorted.discard(top)
        return places

    def __iter__(self) -> Iterator[tuple[Node, ...]]:
        """All sets, by their roots in the given order."""
        for places in self.places():
            yield tuple(self._nodes[place] for place in places)

    def places(self) -> Iterator[Sequence[int]]:
        """All sets in the same order, each by the places of its nodes, the first of which is the root's."""
        for place, above in enumerate(self._parent):
            if place == above:
                yield self._sorted(place)
