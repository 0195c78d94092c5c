"""Mends what is said of others without the deed: "The judge was shot dead. So was his clerk", "met the same fate".

The deed is the one of the sentence before; without its word nothing would be seen to have happened.
"""

from __future__ import annotations

from kg.extract.harms import HURT
from kg.extract.syntax import is_passive, negation
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_DYING = frozenset({"die", "perish"})
_PASSIVE = frozenset({"was", "were"})
_MEETING = frozenset({"meet", "suffer", "share"})
_LONGEST = 6  # words from "so" to the auxiliary: "So, too, were"
_DEAD = frozenset({"dead", "death"})


def so_did(word: Token) -> bool:
    """ "So was his clerk", "So, too, did two nurses": gives the auxiliary the verb of the sentence before, in place."""
    doc, end = word.doc, min(word.i + _LONGEST, word.sent.end)
    auxiliary = next((t for t in doc[word.i + 1 : end] if t.pos_ == "AUX" or t.lower_ == "did"), None)
    if not word.is_sent_start or (deed := _deed(word)) is None:
        return False
    if auxiliary is None:
        return _so_died(word)
    if any(t.lower_ not in (",", "too", "also") for t in doc[word.i + 1 : auxiliary.i]):
        return False
    passive = auxiliary.lower_ in _PASSIVE
    if passive != is_passive(deed) or not (passive or auxiliary.lower_ == "did") or negation(auxiliary) is not None:
        return False
    if (others := _behind(auxiliary)) is None:
        return False
    parsed, dead = doc.parsed[auxiliary.i], _DEAD & {t.lower_ for t in deed.sent}
    parsed.pos_, parsed.tag_, parsed.lemma_ = "VERB", "VBN" if passive else "VBD", "kill" if dead else deed.lemma_
    doc.hang(auxiliary, auxiliary, "ROOT")
    for other in doc[word.i : auxiliary.i]:
        doc.hang(other, auxiliary, "advmod")
    doc.hang(others, auxiliary, "nsubj:pass" if passive else "nsubj")
    return True


def same_fate(noun: Token) -> bool:
    """ "Three guards met the same fate": they died, where the sentence before told of somebody's death."""
    verb = noun.head
    if noun.relation is not Dep.OBJECT or verb.lemma_.lower() not in _MEETING or negation(verb) is not None:
        return False
    later = any(t.lower_ == "later" for t in verb.sent)  # an event of its own
    if later or not any(c.lower_ in ("same", "similar", "that") for c in noun.children):
        return False
    deed = _deed(verb.sent[0])
    if deed is None or not (deed.lemma_ in ("kill", "murder", *_DYING) or _DEAD & {t.lower_ for t in deed.sent}):
        return False
    verb.doc.parsed[verb.i].lemma_ = "die"
    verb.doc.hang(noun, verb, "obl")
    return True


def _so_died(word: Token) -> bool:
    """ "So too died his two daughters": who stands behind the verb died, and was nobody's doing."""
    verb = word.head
    died = verb.lemma_ in _DYING and not children(verb, Dep.SUBJECT)
    whom = children(verb, Dep.OBJECT) if died else []
    for each in whom:
        verb.doc.hang(each, verb, "nsubj")
    return bool(whom)


def _behind(auxiliary: Token) -> Token | None:
    """The noun phrase behind an auxiliary."""
    behind = auxiliary.doc[auxiliary.i + 1 : min(auxiliary.i + _LONGEST, auxiliary.sent.end)]
    nouns = (t for t in behind if t.pos_ in ("NOUN", "PROPN", "NUM"))
    return next((t for t in nouns if t.head == t or t.head.i <= auxiliary.i), None)


def _deed(opening: Token) -> Token | None:
    """The verb of harm or death that heads the sentence before the one that opens with a word."""
    if not opening.i:
        return None
    before = opening.nbor(-1).sent
    heads = (t for t in before if t.relation is Dep.ROOT or (t.relation is Dep.CONJUNCT and t.pos_ == "VERB"))
    return next((t for t in heads if (t.lower_ in HURT or t.lemma_ in _DYING) and negation(t) is None), None)
