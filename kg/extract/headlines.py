"""Mends what parsers get wrong in headlines, which leave out "was", "the" and the rest of the small words.

"Sergeant cleared of prisoner's murder": nobody is cleared by a sergeant. "UN accuses army of Kano massacre": of the
massacre.
"""

from __future__ import annotations

from kg.extract.blaming import CHARGED
from kg.extract.syntax import markers, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.operators import Operators

_LONGEST = 16  # words
_STOPS = frozenset({".", "!", "?", ":", "”", '"'})
_HELPERS = (Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
_REPORTS = frozenset({"report", "claim", "rumour", "rumor"})
_PAST = frozenset({"VBD", "VBN"})


def headline_mended(sentence: Span, operators: Operators) -> bool:
    """Mends the words of one headline in place; whether anything was wrong."""
    if not 3 < sentence.end - sentence.start <= _LONGEST:
        return False
    last = sentence.end - 1
    while last > sentence.start and sentence.doc.tokens[last].is_space:
        last -= 1
    if sentence.doc.tokens[last].text in _STOPS:
        return False
    words = [t for t in sentence if not t.is_space]
    held = operators.accusing | operators.lists["holding"]
    verbs = [t for t in words if t.pos_ == "VERB" and t.lemma_.lower() in held]
    mended = [_charge(verb) or _charged(verb) for verb in verbs]
    mended += [_reported(t) for t in words if t.lemma_.lower() in _REPORTS and t.pos_ == "NOUN"]
    return any(mended)


def _reported(noun: Token) -> bool:
    """ "Rebels reject reports leader killed": what the reports say, not what a leader killed."""
    for clause in children(noun, Dep.RELATIVE, Dep.NOUN_CLAUSE):
        doers = children(clause, Dep.SUBJECT)
        if clause.tag_ not in _PAST or len(doers) != 1 or doers[0].i < noun.i:
            continue
        if children(clause, Dep.OBJECT, *_HELPERS) or doers[0].tag_ in ("WDT", "WP"):
            continue
        noun.doc.hang(clause, noun, "acl")
        noun.doc.hang(doers[0], clause, "nsubj:pass")
        noun.doc.parsed[clause.i].tag_ = "VBN"
        return True
    return False


def _charge(verb: Token) -> bool:
    """ "UN accuses army of Kano massacre", "charged over 1982 massacre": the deed behind "of" is not who is accused."""
    for deed in children(verb, Dep.OBJECT):
        case = next((c for c in children(deed, Dep.CASE) if c.lower_ in CHARGED), None)
        if case is None:
            continue
        accused = [c for c in children(deed, Dep.COMPOUND) if c.i < case.i]
        verb.doc.hang(deed, verb, "obl")
        for word in accused[-1:]:
            verb.doc.hang(word, verb, "obj")
        if not accused:
            _charged(verb)
        return True
    return False


def _charged(verb: Token) -> bool:
    """ "Sergeant cleared of murder", "ex-general charged over massacre": who stands before it is accused or cleared."""
    if verb.tag_ not in _PAST or children(verb, Dep.OBJECT, *_HELPERS):
        return False
    of = [t for t in children(verb, Dep.OBLIQUE) if t.i > verb.i and preposition(t) in CHARGED]
    of += [t for t in children(verb, Dep.ADVERB_CLAUSE) if t.tag_ == "VBG" and CHARGED.intersection(markers(t))]
    accused = children(verb, Dep.SUBJECT)
    if not of or len(accused) != 1 or accused[0].i > verb.i:
        return False
    verb.doc.hang(accused[0], verb, "nsubj:pass")
    verb.doc.parsed[verb.i].tag_ = "VBN"
    return True
