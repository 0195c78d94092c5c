"""Mends relative clauses, whole and cut short: "in which nine people died", "a bomb dropped by a plane hit it".

Who died in what, and what hit whom, hang on them.
"""

from __future__ import annotations

from kg.extract.syntax import preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_PRONOUNS = frozenset({"which", "whom"})
_LOOSE = frozenset({Dep.OTHER, Dep.PARATAXIS, Dep.OPEN_CLAUSE, Dep.NOUN_CLAUSE})
_PAST = frozenset({"VBD", "VBN"})


def relatives_mended(verb: Token) -> bool:
    """Mends, in place, a relative clause that a verb heads or takes its subject from; whether anything was wrong."""
    if verb.relation is Dep.RELATIVE:
        return _preposition_given(verb)
    return verb.tag_ == "VBD" and _subject_given(verb)


def _preposition_given(verb: Token) -> bool:
    """ "The raid, [in which] at least nine people died": the preposition is not the number's."""
    for pronoun in verb.children:
        if pronoun.lower_ in _PRONOUNS and pronoun.i:
            before = pronoun.nbor(-1)
            if before.tag_ == "IN" and before.relation is Dep.CASE and before.head != pronoun:
                verb.doc.hang(before, pronoun, "case")
                return True
    return False


def _subject_given(verb: Token) -> bool:
    """ "A bomb [dropped by a plane] hit their house": what was dropped is what hit; the parser had the bomb drop it.

    It hangs either verb on the other.
    """
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return False
    cuts = children(verb, Dep.ADVERB_CLAUSE)
    if verb.head.i < verb.i and verb.relation in _LOOSE:
        cuts = [*cuts, verb.head]
    return any(_cut_short(cut, verb) for cut in cuts)


def _cut_short(cut: Token, verb: Token) -> bool:
    """Makes one verb a clause cut short on its own subject, and that the subject of the other, if they are such."""
    doc = verb.doc
    if cut.i > verb.i or cut.tag_ not in _PAST or any(t.text == "," for t in doc[cut.i : verb.i]):
        return False
    subject = next((t for t in children(cut, Dep.SUBJECT, Dep.PASSIVE_SUBJECT) if t.i == cut.i - 1), None)
    by = [t for t in cut.children if cut.i < t.i < verb.i and preposition(t) == "by"]
    if subject is None or not by:
        return False
    if verb.head == cut:
        doc.hang(verb, verb if cut.head == cut else cut.head, cut.dep_)
    for other in [t for t in cut.children if (t.i < cut.i or t.i > verb.i) and t != subject]:
        doc.hang(other, verb, other.dep_)
    doc.hang(subject, verb, "nsubj")
    doc.hang(cut, subject, "acl")
    doc.parsed[cut.i].tag_ = "VBN"
    for agent in by:
        doc.hang(agent, cut, "obl:agent")
    return True
