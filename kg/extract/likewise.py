"""Mends what is said of others in few words: "the colonel was killed, as was his driver", "died, and so did his wife".

The parser makes all kinds of clauses of them; they are told of with who stands before.
"""

from __future__ import annotations

from kg.extract.syntax import is_passive, negation
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_WORDS = frozenset({"as", "so"})
_PASSIVE = frozenset({"was", "were"})
_ACTIVE = frozenset({"did"})
_LONGEST = 6  # words before the noun: "as were at least two of his"
_GONE = "discourse"  # no part of the clause any more


def likewise_mended(word: Token) -> bool:
    """Makes those of whom a clause is said as well its subjects beside the first, in place; whether there are any."""
    if word.lower_ not in _WORDS or word.i + 2 >= word.sent.end or word.i < 1:
        return False
    auxiliary, before = word.nbor(), word.nbor(-1)
    if auxiliary.lower_ not in _PASSIVE | _ACTIVE or (before.text != "," and before.lower_ != "and"):
        return False
    behind = word.doc[auxiliary.i + 1 : min(auxiliary.i + _LONGEST, word.sent.end)]
    others = next((t for t in behind if t.pos_ in ("NOUN", "PROPN") and t.head.i <= auxiliary.i), None)
    if others is None or any(
        t.pos_ in ("VERB", "PRON") and t.tag_ != "PRP$" for t in behind[: others.i - behind.start]
    ):
        return False
    verb = next((t for t in (*word.ancestors, *others.ancestors) if t.pos_ == "VERB" and t.i < word.i), None)
    if verb is None or negation(verb) is not None or is_passive(verb) != (auxiliary.lower_ in _PASSIVE):
        return False
    first = next(iter(children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
    if first is None:
        return False
    doc = word.doc
    for gone in (word, auxiliary):
        doc.hang(gone, others, _GONE)
    doc.hang(others, first, "conj")
    return True
