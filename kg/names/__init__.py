"""Names of persons: their parts, what their spellings share, and whether two of them are one.

Nothing here looks at a text or at anything but the names. ``variants.txt`` lists spellings of common names,
and ``particles.txt`` titles, articles and links; both are meant to be extended.
"""

from __future__ import annotations

from kg.names.compare import SAME, Score, blocks, compare, key, weight
from kg.names.sound import alike, common
from kg.names.text import fold, tokens

__all__ = ["SAME", "Score", "alike", "blocks", "common", "compare", "fold", "key", "tokens", "weight"]
