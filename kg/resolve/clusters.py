"""Sets of nodes that are one thing, built by uniting them two by two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.resolve.judgement import Node


class Clusters:
    """Disjoint sets of nodes; each is known by its root, the node that comes first in the given order.

    The result depends on which nodes were united, not on when, unless some must be kept apart.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._parent: dict[Node, Node] = {}
        self._place: dict[Node, int] = {}
        self._members: dict[Node, list[Node]] = {}
        self._unsorted: set[Node] = set()
        self._sides: dict[Node, set[tuple[int, bool]]] = {}
        self._walls = 0
        for place, node in enumerate(nodes):
            self._parent[node] = node
            self._place[node] = place
            self._members[node] = [node]

    def __contains__(self, node: Node) -> bool:
        return node in self._parent

    def root(self, node: Node) -> Node:
        """The first member of the set that holds the node."""
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def keep_apart(self, one: Iterable[Node], other: Iterable[Node]) -> None:
        """From now on no set may hold both one of these and one of those; nodes that are not here do not matter."""
        for nodes, side in ((one, False), (other, True)):
            for node in nodes:
                if node in self._parent:
                    self._sides.setdefault(self.root(node), set()).add((self._walls, side))
        self._walls += 1

    def apart(self, first: Node, second: Node) -> bool:
        """Whether the sets of two nodes must not come together."""
        if not self._walls:
            return False
        left, right = self._sides.get(self.root(first), ()), self._sides.get(self.root(second), ())
        return any((wall, not side) in right for wall, side in left)

    def unite(self, first: Node, second: Node) -> bool:
        """Makes one set of the sets of two nodes unless they must be kept apart; whether they are one now."""
        a, b = self.root(first), self.root(second)
        if a == b:
            return True
        if self.apart(a, b):
            return False
        if self._place[b] < self._place[a]:
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._unsorted.add(a)
        if b in self._sides:
            self._sides.setdefault(a, set()).update(self._sides.pop(b))
        return True

    def members(self, node: Node) -> tuple[Node, ...]:
        """The set that holds a node, in the given order."""
        root = self.root(node)
        if root in self._unsorted:
            self._members[root].sort(key=self._place.__getitem__)
            self._unsorted.discard(root)
        return tuple(self._members[root])

    def __iter__(self) -> Iterator[tuple[Node, ...]]:
        """All sets, by their roots in the given order."""
        for root in sorted(self._members, key=self._place.__getitem__):
            yield self.members(root)
