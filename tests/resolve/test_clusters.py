"""Sets of nodes against plain Python sets that do the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters
from kg.resolve.judgement import Node

NODES = [Node(f"document{number % 5}", f"thing{number}") for number in range(12)]
PAIRS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14)


@given(PAIRS, PAIRS, st.booleans())
def test_they_are_what_sets_would_be(
    walls: list[tuple[Node, Node]], unions: list[tuple[Node, Node]], look: bool
) -> None:
    clusters = Clusters(NODES)
    expected = {node: {node} for node in NODES}
    walls = [(one, other) for one, other in walls if one != other]
    for one, other in walls:
        clusters.keep_apart([one], [other])
    for one, other in unions:
        if look:  # what is remembered of sets must follow them when they grow
            assert clusters.meet(one, other) == bool(documents(expected[one]) & documents(expected[other]))
        both = expected[one] | expected[other]
        parted = expected[one] is not expected[other] and any(
            (a in expected[one] and b in expected[other]) or (b in expected[one] and a in expected[other])
            for a, b in walls
        )
        assert clusters.apart(one, other) == parted
        assert clusters.unite(one, other) == (not parted)
        if not parted:
            expected.update(dict.fromkeys(both, both))
    for node in NODES:
        members = tuple(sorted(expected[node], key=NODES.index))
        assert clusters.members(node) == members
        assert clusters.members(node, 2) == members[:2]
        assert clusters.size(node) == len(members)
        assert clusters.root(node) == members[0]
        assert clusters.place(node) == NODES.index(node)
    sets = {members for node in NODES if (members := tuple(sorted(expected[node], key=NODES.index)))}
    assert list(clusters) == sorted(sets, key=lambda members: NODES.index(members[0]))
    for one in NODES:
        for other in NODES:
            assert clusters.meet(one, other) == bool(documents(expected[one]) & documents(expected[other]))


def documents(nodes: set[Node]) -> set[str]:
    return {node.document for node in nodes}
