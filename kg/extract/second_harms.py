"""Mends the second harm of a sentence: "killed 12, abducted 30", "killed two and wounded twenty others".

The parser makes the second verb a noun, or hangs it and those it is done to on those killed, so that they would come
out as killed, too.
"""

from __future__ import annotations

from itertools import pairwise

from kg.extract.syntax import is_passive
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.frames import Frames

_PAST = frozenset({"VBD", "VBN"})
_HARM = frozenset({"killed", "injured"})
_HARM_OR_TAKE = _HARM | {"captured"}
_NOMINAL = frozenset({"NOUN", "PROPN"})


def second_mended(verb: Token, frames: Frames) -> bool:
    """Finds the second harm behind the one that a verb tells of; whether there was any."""
    if not children(verb, Dep.OBJECT):
        return False  # each of these is told behind those harmed first
    doc, changed = verb.doc, False
    for harm, harmed in _counted_harms(verb, frames):
        word = doc.parsed[harm.i]
        word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", _singular(harm)
        doc.hang(harm, verb, "conj")
        doc.hang(harmed, harm, "obj")
        changed = True
    for harmed in _second_harms(verb, frames):
        harm = harmed.left_edge if harmed.left_edge.tag_ in _PAST else harmed.left_edge.nbor()
        doc.hang(harm, verb, "conj")
        doc.hang(harmed, harm, "obj")
        changed = True
    for harm, harmed in _harms_beside(verb, frames):
        for part in [t for t in harmed.head.children if t.i > harmed.i and t.relation is Dep.NOMINAL]:
            doc.hang(part, harmed, part.dep_)  # "including a reporter"
        doc.hang(harm, verb, "conj")
        doc.hang(harmed, harm, "obj")
        changed = True
    return changed


def _counted_harms(verb: Token, frames: Frames) -> list[tuple[Token, Token]]:
    """ "Gunmen kill 12, abduct 30": in a headline the second verb looks like a noun; it and the number behind it."""
    if verb.tag_ not in ("VBP", "VBZ", "VB") or not _harms(verb.lemma_.lower(), frames):
        return []
    found = []
    objects = children(verb, Dep.OBJECT)
    for word in (*objects, *(c for o in objects for c in children(o, Dep.CONJUNCT))):
        after = word.i + 1
        if word.pos_ not in _NOMINAL or after >= len(verb.doc) or verb.doc[word.i - 1].text not in (",", "and"):
            continue
        number = verb.doc[after]
        if number.pos_ == "NUM" and number.head is word and _harms(_singular(word), frames):
            found.append((word, number))
    return found


def _singular(word: Token) -> str:
    """A present tense that was taken for a noun, without its ending: "wounds"."""
    return word.lower_.removesuffix("s")


def _harms(lemma: str, frames: Frames) -> bool:
    """Whether a verb by itself says that somebody was killed, hurt or taken."""
    return any(p.frame.effect in _HARM_OR_TAKE and not p.extra for p in frames.verbs.get(lemma, ()))


def _second_harms(verb: Token, frames: Frames) -> list[Token]:
    """ "Killed 35 civilians and injured scores": behind a harm and its object, the participle is the next."""
    beside = [c for o in children(verb, Dep.OBJECT) for c in children(o, Dep.CONJUNCT)]
    if not beside or verb.lemma_.lower() not in frames.verbs or is_passive(verb):
        return []
    found = []
    for harmed in beside:
        first = harmed.left_edge
        if first.lower_ == "and" and first.head == harmed:
            first = first.nbor()
        hurts = any(p.frame.effect in _HARM and not p.extra for p in frames.verbs.get(first.lemma_.lower(), ()))
        if hurts and first.tag_ in _PAST and first.head == harmed and first != harmed:
            found.append(harmed)
    return found


def _harms_beside(verb: Token, frames: Frames) -> list[tuple[Token, Token]]:
    """ "Killed two people and wounded at least twenty others": the harm and those harmed, all hung on the two."""
    beside = [both for whom in children(verb, Dep.OBJECT) for both in pairwise(children(whom, Dep.CONJUNCT))]
    if not beside or is_passive(verb) or not _harms(verb.lemma_.lower(), frames):
        return []
    found = []
    for harm, harmed in beside:
        hurts = harm.tag_ in _PAST and _harms(harm.lemma_.lower(), frames)
        if hurts and harmed.pos_ in _NOMINAL and harmed.left_edge.i == harm.i + 1:
            found.append((harm, harmed))
    return found
