"""Mends what parsers hang across a semicolon: what stands behind it is another clause.

"Drone hits wedding, killing 19; army and rebels blame each other": neither the army nor the rebels were killed.
"""

from __future__ import annotations

from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST = 10  # words of such a subject


def semicolon_mended(mark: Token) -> bool:
    """Gives back its subject to the clause behind a semicolon, in place; whether it had lost it."""
    doc, end = mark.doc, mark.sent.end
    lost: Token | None = None
    for word in doc[mark.i + 1 : min(end, mark.i + _LONGEST)]:
        if word.tag_ in _FINITE and word.pos_ in ("VERB", "AUX"):
            taken = children(word, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
            if lost is None or taken or lost in word.ancestors:
                return False
            doc.hang(lost, word, "nsubj")
            return True
        if lost is None and word.head.i < mark.i and word.pos_ in _NOMINAL:
            if word.left_edge.i != mark.i + 1 or children(word, Dep.CASE):
                return False  # "A, a driver; and B, a sergeant, were shot"
            lost = word
    return False
