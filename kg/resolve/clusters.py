"""Sets of nodes that are one thing, built by uniting them two by two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.resolve.judgement import Node


class Clusters:
    """Disjoint sets of nodes; each is known by its root, the node that comes first in the given order.

    The result depends on which nodes were united, not on when.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._parent: dict[Node, Node] = {}
        self._place: dict[Node, int] = {}
        self._members: dict[Node, list[Node]] = {}
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

    def unite(self, first: Node, second: Node) -> Node:
        """Makes one set of the sets of two nodes and gives its root."""
        a, b = self.root(first), self.root(second)
        if a == b:
            return a
        if self._place[b] < self._place[a]:
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        return a

    def members(self, node: Node) -> tuple[Node, ...]:
        """The set that holds a node, in the given order."""
        return tuple(sorted(self._members[self.root(node)], key=self._place.__getitem__))

    def __iter__(self) -> Iterator[tuple[Node, ...]]:
        """All sets, by their roots in the given order."""
        for root in sorted(self._members, key=self._place.__getitem__):
            yield self.members(root)
