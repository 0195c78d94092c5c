"""Mends words for who did not survive: he died.

"None of the crew survived", "neither survived", "the judge did not survive the attack": of these "survive" is read as
"die", said of all whom the negation takes in. "The colonel survived, but his driver did not" is read so of the driver.
"""

from __future__ import annotations

from collections.abc import Container

from kg.extract.syntax import determiner, has_auxiliary, negation, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_NONE = frozenset({"none", "neither"})
_UNREAL = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "'d", "'ll", "wo", "ca"})
#: What survives no vote and no war without being anybody.
_BODIES = frozenset(
    {"government", "regime", "cabinet", "coalition", "administration", "party", "alliance", "state", "republic"}
    | {"empire", "monarchy", "truce", "ceasefire", "deal", "marriage", "company", "plan", "hope"}
)
_GONE = "discourse"  # no part of the clause any more


def survival_mended(verb: Token, deeds: Container[str]) -> bool:
    """Has those die, in place, who did not survive; whether anybody did. ``deeds`` are nouns for acts of violence."""
    auxiliaries = [other for other in children(verb, Dep.CONJUNCT) if other.lemma_ in ("do", "have")]
    changed = sum(map(_so_did, auxiliaries)) > 0
    subject = next(iter(children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
    if subject is None or subject.lemma_.lower() in _BODIES or has_auxiliary(verb, _UNREAL) is not None:
        return changed
    if any(thing.lemma_.lower() not in deeds for thing in children(verb, Dep.OBJECT)):
        return changed
    no, nobody = negation(verb), _of_nobody(subject)
    if (no is not None) == nobody:
        return changed
    if nobody:
        _all_of(subject, verb)
    elif no is not None:
        verb.doc.hang(no, verb, _GONE)
    verb.doc.parsed[verb.i].lemma_ = "die"
    return True


def _of_nobody(subject: Token) -> bool:
    one = subject.lower_ == "one" and any(c.lower_ == "not" for c in subject.children)
    return subject.lower_ in _NONE or one or (determiner(subject) == "no" and subject.lower_ != "one")


def _all_of(subject: Token, verb: Token) -> None:
    """ "None of the crew": the crew; "no hostage": the hostages; "neither": both."""
    doc = verb.doc
    whole = next((t for t in subject.children if preposition(t) == "of"), None)
    if whole is not None:
        for case in children(whole, Dep.CASE):
            doc.hang(case, subject, _GONE)
        doc.hang(whole, verb, "nsubj")
        doc.hang(subject, verb, _GONE)
    elif subject.lower_ == "neither":
        doc.parsed[subject.i].lemma_ = "both"
    for word in children(subject, Dep.DETERMINER) if whole is None else ():
        doc.hang(word, verb, _GONE)


def _so_did(verb: Token) -> bool:
    """ "[The colonel survived, but] his driver did not"."""
    no = negation(verb)
    if no is None or children(verb, Dep.OBJECT, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE):
        return False
    if not children(verb, Dep.SUBJECT):
        return False
    verb.doc.hang(no, verb, _GONE)
    parsed = verb.doc.parsed[verb.i]
    parsed.lemma_, parsed.pos_ = "die", "VERB"
    return True
