"""For whom somebody claims a deed: "a caller claiming to speak for X", "on behalf of X", "a leaflet signed by X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax import Slot, arguments, complements, modifiers, negation, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators

_STANDING_IN = {"on": "behalf", "in": "name", "under": "name"}
_CALLERS = frozenset({"caller", "man", "woman", "voice", "person", "speaker", "somebody", "someone", "individual"})
_SPEAKING = frozenset({"speak", "call", "represent", "act", "claim", "say", "be", "identify", "purport", "profess"})
_SIGNING = frozenset({"sign", "attribute", "issue", "publish", "post", "release", "send", "distribute"})
_FROM = frozenset({"for", "of", "from", "with", "to", "on behalf of"})


def claimed_for(claiming: Token, speaker: Token, operators: Operators) -> list[Token]:
    """Whose claim it is, if not that of the speaker itself: of "a caller from X" that of X."""
    for argument in arguments(claiming):
        if argument.slot is Slot.OBLIQUE and _STANDING_IN.get(argument.prep) == argument.token.lemma_.lower():
            return [noun for prep, noun in complements(argument.token) if prep == "of"]
    lemma = speaker.lemma_.lower()
    if lemma in _CALLERS:
        return [*(t for prep, t in complements(speaker) if prep in ("from", "for")), *_spoken_for(speaker)][:1]
    if lemma.startswith("spokes") and any(m.lower_ in operators.hedge_adjectives for m in modifiers(speaker)):
        return [t for prep, t in complements(speaker) if prep in ("of", "for")][:1]  # "an alleged spokesman for X"
    if lemma in operators.lists["utterances"] | operators.lists["leaflets"]:
        return [*(t for prep, t in complements(speaker) if prep in ("from", "by", "of")), *_signed(speaker)][:1]
    return []


def _spoken_for(caller: Token) -> Iterator[Token]:
    """ "claiming to speak for X", "who said that he represented X", "identifying himself as a member of X"."""
    for clause in children(caller, Dep.NOUN_CLAUSE, Dep.RELATIVE):
        if clause.lemma_.lower() in _SPEAKING and negation(clause) is None:
            for word in clause.subtree:
                held = word.head.lemma_.lower() == "represent" and not preposition(word)
                if word.pos_ in ("NOUN", "PROPN") and (held or preposition(word) in _FROM) and not _goes_on(word):
                    yield word


def _goes_on(noun: Token) -> bool:
    """Whether what a noun is of is told behind it: "a spokesman for X" is for X."""
    return any(prep in _FROM for prep, _ in complements(noun))


def _signed(text: Token) -> Iterator[Token]:
    """ "signed by X", "signed in the name of X", "bearing the initials of X"."""
    for clause in children(text, Dep.NOUN_CLAUSE, Dep.RELATIVE):
        lemma = clause.lemma_.lower()
        for argument in arguments(clause):
            noun = argument.token
            if lemma in _SIGNING and argument.prep in ("by", "to"):
                yield noun
            elif (lemma in _SIGNING and noun.lemma_ == "name") or (lemma == "bear" and argument.slot is Slot.OBJECT):
                yield from (t for prep, t in complements(noun) if prep == "of")
    for prep, noun in complements(text):
        if prep == "in" and noun.lemma_ == "name":
            yield from (t for p, t in complements(noun) if p == "of")
