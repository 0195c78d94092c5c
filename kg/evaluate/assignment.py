"""Pairs two lists one to one so that the sum of weights is greatest."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row to column of the best pairing; pairs of weight zero are left out.

    The Hungarian method with potentials, on a square filled up with zeros. The same weights give the
    same pairs.
    """
    height, width = len(weights), max((len(row) for row in weights), default=0)
    if not height or not width:
        return {}
    size = max(height, width)
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, row in enumerate(weights, start=1):
        for j, weight in enumerate(row, start=1):
            cost[i][j] = -weight
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for i in range(1, size + 1):
        _augment(i, cost, row_potential, column_potential, row_of)
    pairs = ((row_of[j] - 1, j - 1) for j in range(1, size + 1))
    return {i: j for i, j in sorted(pairs) if i < height and j < len(weights[i]) and weights[i][j] > 0}


def _augment(start: int, cost: list[list[float]], rows: list[float], columns: list[float], row_of: list[int]) -> None:
    """Find the cheapest alternating path for one more row and flip it."""
    size = len(row_of) - 1
    least = [float("inf")] * (size + 1)
    came_from, visited = [0] * (size + 1), [False] * (size + 1)
    row_of[0], column = start, 0
    while True:
        visited[column] = True
        row, delta, following = row_of[column], float("inf"), 0
        for j in range(1, size + 1):
            if visited[j]:
                continue
            reduced = cost[row][j] - rows[row] - columns[j]
            if reduced < least[j]:
                least[j], came_from[j] = reduced, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(size + 1):
            if visited[j]:
                rows[row_of[j]] += delta
                columns[j] -= delta
            else:
                least[j] -= delta
        column = following
        if row_of[column] == 0:
            break
    while column:
        row_of[column], column = row_of[came_from[column]], came_from[column]
