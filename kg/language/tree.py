"""Trees from arc scores: the best tree with one root where the best heads by themselves are none, and without
crossing arcs where another head is nearly as good.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

#: Arcs whose scores differ by less may be exchanged to keep a tree from crossing itself.
NEARLY = 3.0
_MOVES = 3


def trees(scores: npt.NDArray[np.floating], starts: Ints) -> Ints:
    """The heads of several sentences, counted through; `starts` has the first word of each.

    Most sentences are trees without crossing arcs if every word takes its best head, which is looked at for all of
    them in one step.
    """
    size = len(scores)
    words = np.arange(size)
    heads = np.empty(size, dtype=np.int64)
    bounds = [*starts.tolist(), size]
    for low, high in pairwise(bounds):
        heads[low:high] = scores[low:high, low:high].argmax(1) + low
    roots = np.add.reduceat(heads == words, starts, dtype=np.int64)
    up = _ancestors(heads)
    stray = np.add.reduceat(heads[up] != up, starts, dtype=np.int64)
    crossings = np.add.reduceat(_crossings(heads), starts)
    for number in np.flatnonzero((roots != 1) | (stray > 0) | (crossings > 0)).tolist():
        low, high = bounds[number], bounds[number + 1]
        square = scores[low:high, low:high]
        heads[low:high] = uncrossed(best_tree(square), square) + low
    return heads


def is_tree(heads: Ints) -> bool:
    """Whether these heads form a tree; its root is the one word that is its own head."""
    words = np.arange(len(heads))
    if int((heads == words).sum()) != 1:
        return False
    up = _ancestors(heads)
    return bool((heads[up] == up).all())


def _ancestors(heads: Ints) -> Ints:
    """A word so far above each word that in a tree it is the root."""
    # Each round doubles the steps taken upwards.
    up = heads
    for _ in range(max(1, len(heads).bit_length())):
        up = up[up]
    return up


def best_tree(scores: npt.NDArray[np.floating]) -> Ints:
    """Heads of the best tree with one root; `scores[i, j]` is word j as head of word i, the diagonal is the
    root.

    Where the best heads by themselves, or with the one root that costs least, are a tree, there is no better one. Else
    Chu-Liu/Edmonds on the words and an artificial root, whose arcs are made so dear that one is used.
    """
    size = len(scores)
    words = np.arange(size)
    heads: Ints = scores.argmax(1)
    if np.count_nonzero(heads == words) != 1:
        others = scores.copy()
        np.fill_diagonal(others, -np.inf)
        heads = others.argmax(1)
        root = int((scores.diagonal() - others[words, heads]).argmax())
        heads[root] = root
    if is_tree(heads):
        return heads
    full = np.full((size + 1, size + 1), -np.inf)
    full[1:, 1:] = scores
    np.fill_diagonal(full, -np.inf)
    spread = float(np.ptp(scores)) + 1.0
    full[1:, 0] = np.diagonal(scores) - spread * size
    heads = _edmonds(full)[1:] - 1
    return np.where(heads < 0, words, heads)


def uncrossed(heads: Ints, scores: npt.NDArray[np.floating]) -> Ints:
    """The tree with crossing arcs moved to heads that score nearly as well and cross nothing.

    English hardly crosses: of the sentences in which the best tree does, a sixth do in the treebanks. The
    cheapest move comes first; an arc that no other head comes near (`NEARLY`) stays as it is.
    """
    heads = heads.copy()
    for _ in range(_MOVES):
        crossings = _crossings(heads)
        move = min(
            (found for word in np.flatnonzero(crossings).tolist() if (found := _move(heads, scores, word))),
            default=None,
        )
        if move is None:
            break
        heads[move[1]] = move[2]
    return heads


def _crossings(heads: Ints) -> Ints:
    """How many other arcs the arc of each word crosses."""
    words = np.arange(len(heads))
    low, high = np.minimum(words, heads), np.maximum(words, heads)
    into = (low[:, None] < low) & (low < high[:, None]) & (high[:, None] < high)
    crossings: Ints = (into | into.T).sum(1)
    return crossings


def _move(heads: Ints, scores: npt.NDArray[np.floating], word: int) -> tuple[float, int, int] | None:
    """The loss, the word and its new head: the best head near the old one's score whose arc crosses nothing."""
    floor = scores[word, heads[word]] - NEARLY
    candidates = np.flatnonzero(scores[word] >= floor)
    for head in candidates[np.argsort(-scores[word, candidates], kind="stable")].tolist():
        if head in (word, heads[word]) or _is_below(heads, head, word):
            continue
        moved = heads.copy()
        moved[word] = head
        if not _crossings(moved)[word]:
            return float(scores[word, heads[word]] - scores[word, head]), word, head
    return None


def _is_below(heads: Ints, word: int, above: int) -> bool:
    while heads[word] != word and word != above:
        word = int(heads[word])
    return word == above


def _edmonds(scores: Floats) -> Ints:
    """Best heads below node 0, contracting one cycle after another."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    size = len(scores)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    # The cycle becomes the last node of a smaller problem.
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(1)
    leaves_from = cycle[leaving.argmax(1)]
    lost = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - lost[:, None]
    small[-1, :-1] = entering.max(0)
    enters_at = cycle[entering.argmax(0)]
    small[0] = -np.inf
    found = _edmonds(small)
    result: Ints = heads.copy()
    last = len(outside)
    for i, node in enumerate(outside):
        if i:
            result[node] = leaves_from[i] if found[i] == last else outside[found[i]]
    result[enters_at[found[last]]] = outside[found[last]]
    return result


def _cycle(heads: Ints) -> Ints | None:
    state = np.zeros(len(heads), dtype=np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            members = [node]
            step = int(heads[node])
            while step != node:
                members.append(step)
                step = int(heads[step])
            return np.array(sorted(members), dtype=np.int64)
        node = start
        while state[node] == start:
            state[node] = -1
            node = int(heads[node])
    return None
