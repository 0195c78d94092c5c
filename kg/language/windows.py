"""Reads a text of any length through the network, window by window, and joins what it says.

A window holds whole paragraphs where they fit, else whole sentences as far as a full stop tells. Where neither is
to be had, its last sentence is cut by the end of the window, so it is thrown away and read again as the first one of
the next window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from kg.language.network import SURE, Floats, Ints, Network, Reading
from kg.language.slips import mend_colons, mend_subjects
from kg.language.tree import trees

#: Word pieces in a window. The network was trained on up to 192; attention makes longer windows slower for each word,
#: and what one call costs makes shorter ones slower.
WINDOW = 126
#: Word pieces in the window of a sentence that is longer than that; a still longer one is cut.
LONGEST = 448
_STOPS = frozenset([".", "!", "?"])
_CLOSING = frozenset(["”", "’", "''", ")", "]", '"', "'"])


@dataclass(slots=True)
class Read:
    """One joined reading of a text; heads count from the start of the text."""

    xpos: Ints
    upos: Ints
    feats: Ints
    names: Floats
    mentions: Floats
    domain: Floats
    heads: Ints
    deps: Ints


def read_text(network: Network, words: Sequence[str], starts: Sequence[int]) -> Read:
    """Read tokens; `starts` says of each: 1 begins a sentence, -1 does not, 0 is for the network to
    decide."""
    sizes = [len(pieces) for pieces in network.pieces.all(words)]
    forced = [i for i, start in enumerate(starts) if start == 1]
    parts: list[Read] = []
    begin = 0
    while begin < len(words):
        reading, length = _window(network, words, starts, sizes, forced, begin)
        parts.append(_decoded(network, words[begin : begin + length], reading, begin))
        begin += length
    return _join(network, parts)


def _fit(sizes: Sequence[int], begin: int, limit: int) -> int:
    """The end of the words from `begin` that have at most `limit` pieces; at least one word."""
    total, end = 0, begin
    while end < len(sizes) and (total + sizes[end] <= limit or end == begin):
        total += sizes[end]
        end += 1
    return end


def _full_stop(words: Sequence[str], starts: Sequence[int], least: int, end: int) -> int:
    """The last place up to `end` that surely begins a sentence, 0 if there is none from `least` on.

    Sure is: after a full stop behind a word of four letters or more, which no initial and hardly an abbreviation
    is, before a word that does not begin small.
    """
    for i in range(end, max(least, 2) - 1, -1):
        if starts[i] == -1 or words[i] in _CLOSING or words[i] in _STOPS or words[i][0].islower():
            continue
        last = i - 1
        while last > 1 and words[last] in _CLOSING:
            last -= 1
        if words[last] in _STOPS and len(words[last - 1]) >= 4 and words[last - 1].isalpha():
            return i
    return 0


def _window(
    network: Network,
    words: Sequence[str],
    starts: Sequence[int],
    sizes: Sequence[int],
    forced: Sequence[int],
    begin: int,
) -> tuple[Reading, int]:
    """A reading of the words from `begin`, and how many of them to keep: whole sentences."""
    for limit in (WINDOW, LONGEST):
        end = _fit(sizes, begin, limit)
        whole = end == len(words) or starts[end] == 1
        if not whole:
            least = _fit(sizes, begin, limit // 2)
            # End with a paragraph, else with a sentence, if the window stays at least half full.
            at = int(np.searchsorted(forced, end)) - 1
            stop = forced[at] if at >= 0 and forced[at] >= least else _full_stop(words, starts, least, end)
            end, whole = stop or end, bool(stop)
        bias = np.array(starts[begin:end], dtype=np.float32) * SURE
        bias[0] = SURE
        reading = network.read(words[begin:end], bias)
        if whole:
            return reading, end - begin
        last = int(np.flatnonzero(reading.starts)[-1])
        if last > 0:
            return reading, last
    return reading, end - begin


def _decoded(network: Network, words: Sequence[str], reading: Reading, begin: int) -> Read:
    """The reading of its first words, every sentence a tree."""
    length = len(words)
    heads = trees(reading.arcs[:length, :length], np.flatnonzero(reading.starts[:length]))
    deps = network.relations(reading, heads)
    mend_subjects(heads, deps, network.labels.deps)
    mend_colons(words, heads, deps, network.labels.deps)
    keep = slice(length)
    return Read(
        reading.xpos[keep],
        reading.upos[keep],
        reading.feats[keep],
        reading.names[keep],
        reading.mentions[keep],
        reading.domain[keep],
        heads + begin,
        deps,
    )


def _join(network: Network, parts: list[Read]) -> Read:
    if len(parts) == 1:
        return parts[0]
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        sizes = (len(kind) for kind in (network.labels.names, network.labels.mentions, network.labels.domain))
        names, mentions, domain = (np.zeros((0, size), dtype=np.float32) for size in sizes)
        return Read(none, none, none, names, mentions, domain, none, none)
    return Read(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Read)))
