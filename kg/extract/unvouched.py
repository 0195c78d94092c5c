"""Words above an event that take away who vouches for it: hearsay that goes round, proof that is wanting, and what
nobody can or will confirm.
"""

from __future__ import annotations

import re

from kg.extract.marks import QUOTES
from kg.extract.syntax import markers, negation, sentence_of, subjects
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators

_SCARE = re.compile(r"""(?:^|(?<=\s))['‘"“](?=\w)[^'’"”]*?\w(?:['’"”])(?=\W|$)""")
_MARKS = QUOTES | {"'", "‘", "’"}
_LONGEST = 16  # words of a headline
_FEW = 5  # words that are set apart; more are what somebody says


def going_round(verb: Token, operators: Operators) -> Token | None:
    """ "Rumours spread that ...", "no evidence has emerged that ...": the noun for what is going round."""
    if verb.lemma_.lower() not in operators.lists["spreading"]:
        return None
    nouns = (s for s in subjects(verb) if s.pos_ == "NOUN")
    return next((n for n in nouns if operators.of(n.lemma_.lower(), "NOUN")), None)


def in_scare_quotes(event: Token) -> bool:
    """ "Kano mayor 'killed in drone strike'": a headline leaves to others what it sets in quotation marks."""
    sentence = sentence_of(event)
    text = sentence.text.rstrip()
    if text[-1:] == "." or len(text.split()) > _LONGEST:
        return False
    at = event.idx - sentence.start_char
    quoted = (m for m in _SCARE.finditer(text) if m.start() < at < m.end() and text[m.start() - 2 : m.start()] != ": ")
    return any(len(m.group().split()) <= _FEW for m in quoted if m.group() != text)


def said_with_a_wink(verb: Token, operators: Operators) -> bool:
    """ "Everybody “knows” that the rebels killed him", "he “admitted” it": the report does not vouch for the word."""
    doc = verb.doc
    if not 0 < verb.i < len(doc) - 1 or verb.whitespace_ or verb.pos_ != "VERB":
        return False
    before, after = doc[verb.i - 1], doc[verb.i + 1]
    marked = before.text in _MARKS and not before.whitespace_ and after.text in _MARKS
    return marked and (verb.lemma_ == "know" or verb.lemma_.lower() in operators.reporting)


def wanting(noun: Token, operators: Operators) -> bool:
    """ "Insufficient evidence that": too little to show anything."""
    proof = noun.lemma_.lower() in operators.lists["proof"]
    return proof and any(m.lower_ in operators.lists["wanting"] for m in children(noun, Dep.ADJECTIVE))


def kept_back(verb: Token, operators: Operators) -> bool:
    """ "Was unable to confirm", "declined to say", "it was not possible to verify": it is not said."""
    if "to" not in markers(verb):
        return False
    over = verb.head
    able = over.lower_ == "possible" and negation(over) is not None
    return able or over.lemma_.lower() in operators.lists["unsaying"]
