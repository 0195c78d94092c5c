"""Whom somebody saw do something: "Omar Ali watched [soldiers] kill his father" has soldiers kill, not killed."""

from __future__ import annotations

from kg.extract.syntax import markers
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators


def seen_doing(deed: Token, operators: Operators) -> bool:
    """Makes, in place, whom the parser took for a second object of a deed those who do it; whether it did."""
    seeing = deed.head
    if seeing.lemma_.lower() not in operators.lists["witnessing"] or "to" in markers(deed):
        return False
    doers = [t for t in children(deed, Dep.OBJECT) if seeing.i < t.i < deed.i]
    if not doers or children(deed, Dep.SUBJECT):
        return False
    for doer in doers:
        deed.doc.hang(doer, deed, "nsubj")
    deed.doc.hang(deed, seeing, "ccomp")
    return True
