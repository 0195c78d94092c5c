"""How many, where a sentence tells the number apart from those counted: "the death toll rose to 45"."""

from __future__ import annotations

from calendar import month_name
from itertools import pairwise

from kg.extract.counting import UNITS
from kg.extract.marks import COUNTING
from kg.extract.phrases import count_of
from kg.extract.syntax import Slot, arguments, complements, determiner, has_auxiliary, markers, negation, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import Trigger
from kg.model import Count

FRAMES = frozenset({"toll", "toll_injured", "missing", "losses"})
"""Frames of words that tell of a number of people harmed in an event told elsewhere."""


def counts_known(trigger: Trigger) -> bool:
    """Whether a word tells of a number of people harmed in an event told elsewhere."""
    return trigger.frame.name in FRAMES or witnessed(trigger)


def witnessed(trigger: Trigger) -> bool:
    """ "He had counted 50 bodies", "put the losses at 15 dead": a number for the dead of an event told before."""
    if trigger.frame.needs == "found":
        return trigger.counted and not trigger.found
    verb, word = trigger.token.head, trigger.token
    rated = trigger.form == "adjective" and verb.pos_ == "VERB" and verb.lemma_.lower() in _RATING
    return rated and any(t.lower_ == "at" for t in word.doc[max(word.left_edge.i, verb.i) : word.i])


_MODALS = frozenset({"may", "might", "could", "would", "should", "will", "can", "must", "'ll", "shall"})
_REVISING = frozenset(
    {"revise", "correct", "lower", "raise", "cut", "reduce", "increase", "update", "change", "bring", "push"}
)
_CORRECTING = frozenset({"revise", "correct", "lower", "cut", "reduce"})
_RATING = frozenset({"put", "estimate", "place", "set", "rate", "reckon"})
_THIS = frozenset({"this", "past", "last"})
_PERIODS = frozenset({"week", "month", "year", "decade", "season", "weeks", "months", "years"})
_MONTHS = frozenset(month_name)
_BEGINNINGS = frozenset(
    {
        "war",
        "start",
        "beginning",
        "outbreak",
        "uprising",
        "conflict",
        "invasion",
        "revolution",
        "campaign",
        "insurgency",
    }
)
_REACHING = frozenset({"reach", "hit", "exceed", "pass", "top", "be", "total", "climb", "number"})


def number_told(noun: Token) -> Count | None:
    """The number that a counting noun is said to be, None where none is told or it is only expected."""
    number = told_in(noun)
    return _count(number) if number is not None else None


def told_in(noun: Token) -> Token | None:
    """The word for the number that a counting noun is said to be, None where none is told or it is only expected.

    "A toll of 30"; "rose (from 20) to 45", "stands at 45", "has reached 45"; "put the toll at 45"; "revised the toll
    of 30 to 12".
    """
    verb, below = noun.head, complements(noun)
    revised = verb.lemma_.lower() in _REVISING and dep(noun) in (Dep.OBJECT, Dep.PASSIVE_SUBJECT)
    for prep, token in below:
        if prep == ("to" if revised else "of") and _count(token) is not None:
            return token
    if dep(noun) is Dep.SUBJECT and children(verb, Dep.COPULA) and negation(verb) is None:
        told = has_auxiliary(verb, _MODALS) is None and _count(verb) is not None
        return verb if told else None  # "the toll was three"
    if verb.pos_ not in ("VERB", "AUX") or negation(verb) is not None or has_auxiliary(verb, _MODALS) is not None:
        return None
    if "to" in markers(verb) or dep(noun) not in (Dep.SUBJECT, Dep.OBJECT, Dep.PASSIVE_SUBJECT):
        return None
    around = arguments(verb)
    for wanted in ("to", "at"):
        for argument in around:
            if argument.slot is Slot.OBLIQUE and argument.prep == wanted and _count(argument.token) is not None:
                return argument.token
    if dep(noun) is Dep.SUBJECT and verb.lemma_.lower() in _REACHING:
        for token in children(verb, Dep.OBJECT, Dep.ATTRIBUTE):
            if _count(token) is not None:
                return token
    return None


def revised(trigger: Trigger) -> bool:
    """Whether a number is told in place of another one: "revised the toll to 12", "the figure was corrected to 12"."""
    noun = trigger.token
    return (
        trigger.frame.name in FRAMES
        and noun.head.lemma_.lower() in _CORRECTING
        and dep(noun) in (Dep.OBJECT, Dep.PASSIVE_SUBJECT)
    )


def running(noun: Token) -> bool:
    """Whether a number is of more than one event: "the number killed this month", "the toll since 1990"."""
    over = next((t for t in noun.ancestors if t.lemma_.lower() in _REVISING), noun)
    words = [t for t in noun.doc[min(over.i, noun.left_edge.i) : noun.sent.end] if not t.is_punct]
    for word, after in pairwise(words):
        owns = after.i + 1 < noun.sent.end and after.nbor().lower_ in ("'s", "’s")
        if after.lemma_.lower() in _PERIODS and (word.lower_ in _THIS or (word.lower_ == "the" and owns)):
            return True
    for at, word in enumerate(words):
        if word.lower_ == "since":
            began = words[at + 1 : at + 4]
            return any(t.is_digit or t.text.title() in _MONTHS or t.lemma_.lower() in _BEGINNINGS for t in began)
    return False


def counting(noun: Token) -> Token | None:
    """The word that counts people: "number" of "the number killed", "the number of people killed"; None without one."""
    above = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    told = [noun, above] if preposition(noun) == "of" else [noun]
    told = [t for t in told if t.lemma_.lower() in COUNTING and t.pos_ == "NOUN"]
    return next((t for t in told if determiner(t) == "the"), None)  # "a number of its members" are people


def counted_above(noun: Token) -> Count | None:
    """The number of people spoken of in "the number of people killed has risen to 31"."""
    over = counting(noun)
    return number_told(over) if over is not None and over != noun else None


def _count(token: Token) -> Count | None:
    if token.lower_ in UNITS:
        return None  # "losses exceed 3 million pesos"
    if token.pos_ == "NUM" or children(token, Dep.NUMERAL):
        return count_of(token)
    return None
