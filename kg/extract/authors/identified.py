"""Who those were that did what was told before: "the attackers were soldiers", "the three belonged to X".

So may a weapon be told of again: "the mine had been laid by X" says who laid the one that went off.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.authors.blame import Laid
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    conjuncts,
    heads_of,
    is_passive,
    negation,
    preposition,
    words_of,
)
from kg.extract.syntax import subjects as subjects_of
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import phrase_matches
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty

_NAMING = frozenset({"identify", "name", "describe", "recognise", "recognize"})
_MEMBER = frozenset({"member", "people", "one", "part", "fighter", "man"})


def identified(sentence: Span, operators: Operators, frames: Frames) -> Iterator[Laid]:
    """All that a sentence says of who they were, in the order of the text."""
    wielding, said = frames.light.get("wield", {}), heads_of(sentence.doc, Dep.COPULA)
    for word, lemma, pos in words_of(sentence):
        if pos == "VERB":
            if lemma in _NAMING:
                yield from _called(word)
            elif lemma in ("belong", "come"):
                yield from _belonging(word, "to" if lemma == "belong" else "from")
            elif lemma in wielding and phrase_matches(word, wielding):
                yield from _wielded(word)
        elif word.i in said and pos in ("NOUN", "PROPN"):
            yield from _being(word, operators)


def _being(word: Token, operators: Operators) -> Iterator[Laid]:
    """ "The attackers were soldiers", "the gunmen were members of X", "were from X"."""
    prep = preposition(word)
    if negation(word) is not None or prep not in ("", "from", "with"):
        return
    if word.lemma_.lower() in operators.lists["outsiders"]:
        return  # "has been an ally of X"
    below = complements(word) if not prep else ()
    groups = [t for prep, t in below if prep in ("of", "from") and _named(t, operators)]
    if word.lemma_.lower() in operators.lists["fighting"]:
        groups += [t for t in compounds(word) if t.pos_ == "PROPN"]  # "he was an Ansar fighter"
    agents = tuple(groups) or tuple(conjuncts(word))
    yield from (Laid(word, agents, Certainty.CERTAIN, None, who=who) for who in subjects_of(word)[:1])


def _named(group: Token, operators: Operators) -> bool:
    """Whether a noun names a group or force that members act for, not a family or a crowd."""
    return group.pos_ == "PROPN" or group.lemma_.lower() in operators.lists["forces"]


def _belonging(verb: Token, to: str) -> Iterator[Laid]:
    """ "The killers belonged to X", "came from X"."""
    found = arguments(verb)
    groups = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep == to]
    doers = [a.token for a in found if a.slot is Slot.SUBJECT]
    if groups and doers and negation(verb) is None:
        yield Laid(verb, tuple(groups), Certainty.CERTAIN, None, who=doers[0])


def _called(verb: Token) -> Iterator[Laid]:
    """ "Police identified the gunmen as members of X", "the killer was named as Y"."""
    found = arguments(verb)
    who = next((a.token for a in found if a.slot is Slot.OBJECT), None)
    called = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep == "as"]
    if who is None or not called or negation(verb) is not None:
        return
    said = [a.token for a in found if a.slot is Slot.SUBJECT]
    groups = [
        t
        for c in called
        if c.lemma_.lower() in _MEMBER
        for prep, t in complements(c)
        if prep in ("of", "from") and t.pos_ == "PROPN"
    ]
    yield Laid(verb, tuple(groups) or tuple(called), Certainty.CERTAIN, None, tuple(said), who=who)


def _wielded(verb: Token) -> Iterator[Laid]:
    """ "The mine had been planted by X", "the shells were fired by Y", "planes dropped the bombs"."""
    if negation(verb) is not None or verb.tag_ not in ("VBD", "VBN"):
        return
    found = arguments(verb)
    things = [a.token for a in found if a.slot is Slot.OBJECT and not a.shared]
    agents = tuple(a.token for a in found if a.slot is Slot.SUBJECT and (a.prep == "by" or not is_passive(verb)))
    if things and agents:
        yield Laid(verb, agents, Certainty.CERTAIN, None, weapon=things[0])
