"""Who those were that did what was told before: "the attackers were soldiers", "the three belonged to X".

So may a weapon be told of again: "the mine had been laid by X" says who laid the one that went off.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.extract.authors.blame import Laid
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    conjuncts,
    forms_of,
    heads_of,
    is_passive,
    negation,
    preposition,
    words_of,
)
from kg.extract.syntax import subjects as subjects_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import phrase_matches
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind

_NAMING = frozenset({"identify", "name", "describe", "recognise", "recognize", "point", "single", "finger"})
_SAYING_WHO = _NAMING | {"belong", "come"}
_ANYBODY = frozenset({"people", "person", "man", "woman", "one", "individual", "perpetrator", "culprit"})
_MEMBER = frozenset({"member", "people", "one", "part", "fighter", "man"})


def identified(sentence: Span, operators: Operators, frames: Frames) -> Iterator[Laid]:
    """All that a sentence says of who they were, in the order of the text."""
    wielding, said = frames.light.get("wield", {}), heads_of(sentence.doc, Dep.COPULA)
    deeds, forms = frames.verbs, forms_of(sentence)
    if (
        forms.isdisjoint(_SAYING_WHO)
        and forms.isdisjoint(wielding)
        and said.isdisjoint(range(sentence.start, sentence.end))
    ):
        return
    for word, lemma, pos in words_of(sentence):
        if pos == "VERB":
            if lemma in _NAMING:
                yield from _called(word, deeds)
            elif lemma in ("belong", "come"):
                yield from _belonging(word, "to" if lemma == "belong" else "from")
            elif lemma in wielding and phrase_matches(word, wielding):
                yield from _wielded(word)
        elif word.i in said and pos in ("NOUN", "PROPN"):
            yield from _being(word, operators, deeds)


def _being(word: Token, operators: Operators, deeds: Container[str]) -> Iterator[Laid]:
    """ "The attackers were soldiers", "those who killed X were members of Y", "were from Y"."""
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
    called = word.pos_ == "PROPN" or word.lemma_.lower() in operators.lists["fighting"]  # no "heroes", no "cowards"
    for who in subjects_of(word)[:1]:
        yield Laid(
            word, agents, Certainty.CERTAIN, None, who=who, about=_deeds_of(who, deeds) if called or groups else ()
        )


def _deeds_of(who: Token, deeds: Container[str]) -> tuple[Token, ...]:
    """What people are only told to have done: "those responsible for the massacre", "the men who killed X"."""
    if who.lower_ != "those" and who.lemma_.lower() not in _ANYBODY:
        return ()
    of = [
        noun
        for adjective in children(who, Dep.ADJECTIVE, Dep.NOUN_CLAUSE)
        if adjective.lemma_.lower() == "responsible"
        for noun in children(adjective, Dep.OBLIQUE, Dep.NOMINAL)
        if preposition(noun) == "for"
    ]
    done = [c for c in children(who, Dep.RELATIVE) if c.lemma_.lower() in deeds and not is_passive(c)]
    return tuple(of or (c for c in done if negation(c) is None))


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


def _called(verb: Token, deeds: Container[str]) -> Iterator[Laid]:
    """ "Police identified the gunmen as members of X", "the killer was named as Y", "X as the man responsible"."""
    found = arguments(verb)
    who = next((a.token for a in found if a.slot is Slot.OBJECT), None)
    who = who or next(iter(children(verb, Dep.OPEN_CLAUSE)), None)  # the parser's "named [X] as"
    called = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep == "as"]
    if who is None or not called or negation(verb) is not None:
        return
    said = [a.token for a in found if a.slot is Slot.SUBJECT]
    if about := _deeds_of(called[0], deeds):
        yield Laid(verb, tuple(conjuncts(who)), Certainty.POSSIBLE, ClaimKind.ACCUSATION, tuple(said), about)
        return
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
