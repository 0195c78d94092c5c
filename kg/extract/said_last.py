"""Who speaks at the end of a sentence, where something is said of him between his name and the verb.

"Troops killed 12 people, a nun who runs the clinic said", "…, killing three, the governor, Ali Musa, wrote": the parser
makes the nun or the governor one more of those who killed, another name of the place, or hangs what was said on the
clause about the speaker.
"""

from __future__ import annotations

from kg.extract.marks import AFTER_TOLD, DASHES
from kg.extract.syntax import is_passive
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DATELINE = 14  # words of a dateline
_LONGEST = 24  # words from the comma to the verb
_BEHIND = 10  # words behind the verb
_SHORTEST = 3  # words of what was told
_TOP = frozenset(
    {Dep.ROOT, Dep.PARATAXIS, Dep.ADVERB_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.RELATIVE, Dep.CONJUNCT, Dep.OTHER}
)


def said_last(verb: Token) -> bool:
    """Hangs on a verb of saying near the end of its sentence who says it, in place; whether he hung elsewhere."""
    if verb.tag_ not in _FINITE or dep(verb) not in _TOP:
        return False
    if is_passive(verb) or not _ends(verb):
        return False
    speaker = _apposed(verb) if verb.nbor(-1).text == "," else _with_clause(verb) or _bare(verb)
    if speaker is None:
        return False
    doc = verb.doc
    told = next((t for t in (speaker, *speaker.ancestors) if t.pos_ == "VERB" and t.i < speaker.i), None)
    if told is None:
        return False
    for wrong in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        if wrong.i < speaker.i:
            doc.hang(wrong, told, "dep")  # the town or a number of the dateline
            continue
        over = next((t for t in reversed(doc[speaker.i : wrong.i]) if t.pos_ == "VERB"), None)
        if over is None:
            return False
        doc.hang(wrong, over, "obl" if children(wrong, Dep.CASE) else "obj")
    if dep(verb) is not Dep.ROOT:
        top = next(t for t in (told, *told.ancestors) if t.head is t or t.head.i > verb.i)
        doc.hang(verb, top, "parataxis")
    doc.hang(speaker, verb, "nsubj")
    return True


def _ends(verb: Token) -> bool:
    """Whether all that stands behind a verb is to whom, where or when it was said."""
    end = verb.sent.end
    if verb.i - verb.sent.start <= _SHORTEST or end - verb.i > _BEHIND:
        return False
    if children(verb, Dep.MARKER, Dep.AUXILIARY, Dep.COORDINATOR) or any(
        c.i > verb.i for c in children(verb, Dep.COMPLEMENT_CLAUSE, Dep.SUBJECT, Dep.CONJUNCT)
    ):
        return False
    return not any(t.tag_ in _FINITE for t in verb.doc[verb.i + 1 : end])


def _apposed(verb: Token) -> Token | None:
    """The governor in ", the governor of X, Ali Musa, wrote": commas around a second word for him, and no subject."""
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE):
        return None
    doc, end = verb.doc, verb.i - 1
    found: Token | None = None
    for at in range(end - 1, max(verb.sent.start + _SHORTEST - 1, verb.i - _LONGEST), -1):
        if doc[at].text != ",":
            if doc[at].tag_ in _FINITE:
                break
            continue
        heads = [t for t in doc[at + 1 : end] if not at < t.head.i < end and t.text != ","]
        if len(heads) != 1 or heads[0].pos_ not in _NOMINAL or children(heads[0], Dep.CASE):
            break
        if found is not None:
            return heads[0]
        found = heads[0]
    return None


def _bare(verb: Token) -> Token | None:
    """The mission in ", the mission in X said", of which nothing more is told and which the parser hung elsewhere."""
    if not all(map(_in_dateline, children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE))):
        return None
    doc, begin = verb.doc, verb.i
    first = max(verb.sent.start + _SHORTEST, verb.i - _LONGEST)
    while begin > first and doc[begin - 1].text not in AFTER_TOLD:
        begin -= 1
        if doc[begin].tag_ in _FINITE:
            return None
    if begin == verb.i or doc[begin - 1].text not in AFTER_TOLD:
        return None
    heads = [t for t in doc[begin : verb.i] if not begin <= t.head.i < verb.i]
    only = len(heads) == 1 and heads[0].pos_ in _NOMINAL and not children(heads[0], Dep.CASE)
    return heads[0] if only else None


def _with_clause(verb: Token) -> Token | None:
    """The nun in ", a nun who runs a clinic said": the noun behind the comma, of which a clause tells more."""
    doc, first = verb.doc, max(verb.sent.start + _SHORTEST, verb.i - _LONGEST)
    who = next((t for t in reversed(doc[first : verb.i]) if t.lower_ == "who"), None)
    if who is None or who.nbor(-1).pos_ not in _NOMINAL:
        return None
    begin = who.i - 1
    while begin > first and doc[begin - 1].text not in AFTER_TOLD:
        begin -= 1
        if doc[begin].tag_ in _FINITE:
            return None
    if doc[begin - 1].text not in AFTER_TOLD or any(t.text == "," for t in doc[who.i : verb.i]):
        return None
    heads = [t for t in doc[begin : who.i] if not begin <= t.head.i < who.i]
    if not heads or any(t.pos_ not in _NOMINAL or children(t, Dep.CASE) for t in heads):
        return None
    speaker = heads[0]
    clause = next((t for t in (who.head, *who.ancestors) if who.i < t.i < verb.i and _finite(t)), None)
    if clause is None or any(s in heads for s in children(verb, Dep.SUBJECT)):
        return None
    for other in heads[1:]:
        doc.hang(other, speaker, "conj")
    if clause.head not in doc[begin : who.i]:
        doc.hang(clause, speaker, "acl:relcl")
    return speaker


def _in_dateline(word: Token) -> bool:
    """ "KANO, May 2 (agency) - …": words before the dash that opens a report."""
    start = word.sent.start
    if word.i - start > _DATELINE or word.pos_ not in ("PROPN", "NUM"):
        return False
    return any(t.text in DASHES for t in word.doc[word.i + 1 : word.i + _DATELINE])


def _finite(verb: Token) -> bool:
    return verb.pos_ == "VERB" and (verb.tag_ in _FINITE or bool(children(verb, Dep.AUXILIARY)))
