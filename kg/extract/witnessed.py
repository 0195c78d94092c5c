"""Whom somebody saw do something or found to be guilty of it.

"Omar Ali watched [soldiers] kill his father" has soldiers kill, "found [General Bello] guilty" has him found.
"""

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
    doers = [t for t in children(deed, Dep.OBJECT, Dep.COMPOUND) if seeing.i < t.i < deed.i]
    if not doers or children(deed, Dep.SUBJECT):
        return False
    for doer in doers:
        for word in children(deed, Dep.DETERMINER, Dep.ADJECTIVE):
            deed.doc.hang(word, doer, word.dep_)  # "seen [a sergeant strike] the prisoner"
        deed.doc.hang(doer, deed, "nsubj")
    deed.doc.hang(deed, seeing, "ccomp")
    return True


def found_guilty(finding: Token) -> bool:
    """Makes, in place, who is found guilty the object of the verb, whatever the parser took him for; whether it did."""
    guilty = next((t for t in finding.children if t.lower_ == "guilty" and t.i > finding.i), None)
    if guilty is None or guilty.relation is Dep.OPEN_CLAUSE:
        return False
    doc = finding.doc
    for whom in children(finding, Dep.SUBJECT, Dep.INDIRECT):
        if finding.i < whom.i < guilty.i:
            doc.hang(whom, finding, "obj")
    doc.hang(guilty, finding, "xcomp")
    return True
