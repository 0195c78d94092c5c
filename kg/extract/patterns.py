"""Which pattern of the frames a verb or noun meets: with its particles, objects and what rules it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.embedding_words import called
from kg.extract.pointing import stood_for, withheld
from kg.extract.syntax import (
    Argument,
    Slot,
    arguments,
    complements,
    compounds,
    conjuncts,
    determiner,
    first_conjunct,
    forms_of,
    modifiers,
    parts,
    preposition,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge import nouns
from kg.knowledge.frames import Pattern

_FIRING = frozenset({"sniper", "mortar", "artillery", "tank", "rocket", "rifle", "gun", "shell", "gunship", "arm"})
_CAUSES = frozenset({"of", "from", "with", "by", "to"})
# Nouns that only measure what their "of" complement names: "5 kg of dynamite".
AMOUNTS = frozenset(
    {"kg", "kilo", "kilogram", "gram", "ton", "tonne", "pound", "lb", "stick", "charge", "quantity", "load"}
)
_PARTICLES = frozenset({"off", "out", "back", "over", "away", "through", "up"})
_DOWNING_TOOLS = frozenset({"call", "hold", "observe", "declare", "join"})
_UNSPOKEN = frozenset({"self", "somebody"})  # words of patterns that stand for others
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself", "oneself", "themself"})


def verb_pattern(verb: Token, patterns: Sequence[Pattern]) -> Pattern | None:
    """The first of the patterns of a verb that its sentence meets, None if it meets none."""
    if not patterns:
        return None
    forms = forms_of(verb.sent)
    # all of their words stand in the sentence, wherever they belong; the longest come first
    possible = [p for p in patterns if forms.issuperset(p.extra) or not _UNSPOKEN.isdisjoint(p.extra)]
    if not possible:
        return None
    args = arguments(verb)
    selves = [a.token for a in args if a.slot is Slot.OBJECT and a.token.lower_ in REFLEXIVES]
    alone = bool(selves) and all(len(conjuncts(first_conjunct(t))) == 1 for t in selves)
    objects = [a.token for a in args if a.slot is Slot.OBJECT]
    particles = set(parts(verb))
    near = _near(verb, args, patterns[0].frame.name == "rebuttal") if possible[0].extra else set()
    if selves:
        near.add("self")
    for pattern in possible:
        if missing := [word for word in pattern.extra if word not in near]:
            # "received [death] threats"
            whole = {c.lemma_.lower() for o in objects if o.lemma_.lower() in pattern.extra for c in compounds(o)}
            if not whole.issuperset(missing):
                continue
        if pattern.frame.name == "strike" and not objects and _of_civilians(subjects(verb)):
            continue  # "teachers strike over a killing"
        if pattern.frame.name == "kill" and pattern.extra == ("somebody",) and not _at_their_hands(args):
            continue  # "nine men were drowned", "the flood drowned nine"
        if pattern.frame.name == "claim_lives" and any(m.lower_ == "own" for o in objects for m in modifiers(o)):
            continue  # "took his own life"
        if pattern.frame.name == "explode" and pattern.extra == ("up",) and objects:
            continue  # what somebody blows up is no bomb
        if pattern.frame.name == "rebuttal" and withheld(verb):
            continue
        if pattern.frame.name == "rebuttal" and not stood_for(verb, pattern.extra):
            continue
        if alone and "self" not in pattern.extra and pattern.frame.effect in ("killed", "injured"):
            continue  # "he shot himself"
        if not pattern.extra and particles & _PARTICLES:
            # "set off", "fire off", "kill off": another verb, unless the file lists it
            continue
        if particles & _PARTICLES and _PARTICLES.issuperset(pattern.extra) and not particles & {*pattern.extra}:
            continue  # "picked up survivors off the coast" is not "picked off"
        if not forms.isdisjoint(pattern.frame.not_with):
            others = _company(args) | particles
            if pattern.frame.not_with & (others - set(pattern.extra)):
                continue
        if not forms.isdisjoint(pattern.frame.not_in):
            settings = {a.token.lemma_.lower() for a in args if a.slot is Slot.OBLIQUE}
            if pattern.frame.not_in & settings.union(c.lower_ for c in children(verb, Dep.ADVERB)):
                continue
        if pattern.frame.not_object and pattern.frame.not_object & {o.lemma_.lower() for o in objects}:
            continue
        return pattern
    return None


def _at_their_hands(args: Sequence[Argument]) -> bool:
    """Whether people are told to do it: "the rebels drowned nine villagers"."""
    acting = (a.token for a in args if a.slot is Slot.SUBJECT)
    return any(t.pos_ in ("PROPN", "PRON") or nouns.people().find(t.lemma_.lower()) is not None for t in acting)


def _company(args: Sequence[Argument]) -> set[str]:
    """The words for who acts and whom and what it is done to, in which a verb may mean something else."""
    core = [a for a in args if (a.slot is not Slot.OBLIQUE or a.prep in _CAUSES) and not _by_the_time(a)]
    # "a column of militiamen attacked" is no newspaper's
    of_people = {a.token.i for a in core if a.slot is Slot.SUBJECT and _of_people(a.token)}
    others = {
        a.token.lemma_.lower()
        for a in core
        if a.token.i not in of_people
        and not (a.token.pos_ == "PROPN" and a.token.ent_type_ == "ORG")
        and not (a.token.lower_ == "fire" and _of_arms(a.token))
    }  # "murdered by the Red Cells": a group's name is no such word
    # of who acts the whole counts: a "time bomb" kills no time
    return others | {
        c.lemma_.lower()
        for a in core
        if a.slot is not Slot.SUBJECT
        for c in compounds(a.token)
        if not c.i or c.nbor(-1).text != "-"  # a part-time soldier
    }


def _near(verb: Token, args: Sequence[Argument], rebuts: bool) -> set[str]:
    """The words that belong to a verb and what it is done to, as a pattern may ask for them."""
    near = {a.token.lemma_.lower() for a in args if a.slot is not Slot.SUBJECT}
    near.update(parts(verb))
    # "shot a man dead": the parser may hang the outcome on the object
    objects = [a.token for a in args if a.slot is Slot.OBJECT]
    near.update(("somebody",) if objects else ())
    near.update(c.lemma_.lower() for o in objects for c in children(o, Dep.ADJECTIVE) if c.i > o.i or c.i == verb.i + 1)
    near.update(c.lower_ for o in objects for c in children(o, Dep.CASE) if c.tag_ == "RP")  # "cut [off the head]"
    near.update(c.lemma_.lower() for c in children(verb, Dep.OPEN_CLAUSE, Dep.ADVERB, Dep.ATTRIBUTE, Dep.ADJECTIVE))
    near.update(
        t.lemma_.lower() for o in objects if o.lemma_.lower() in AMOUNTS for p, t in complements(o) if p == "of"
    )
    ends = [t.lemma_ for o in objects for p, t in complements(o) if p == "to"]
    near.update(ends)  # "starved 42 prisoners to death", as the parser may hang it
    if rebuts:
        near.update(t.lemma_.lower() for c in called(verb) for p, t in complements(c) if p == "of")
    # "a mine hit the vehicle" is no vehicle that hit a mine
    near.update([a.prep for a in args], [c.lower_ for c in verb.children if c.relation is not Dep.SUBJECT])
    near.update(("to",) if ends else ())
    return near


def _by_the_time(argument: Argument) -> bool:
    """ "Were killed by the time help came": when it was, not what did it."""
    return argument.prep == "by" and argument.token.lemma_.lower() == "time"


def _of_arms(fire: Token) -> bool:
    """ "Sniper fire", "mortar fire": nothing burns."""
    return any(c.lemma_.lower() in _FIRING for c in compounds(fire))


def _of_people(column: Token) -> bool:
    """ "A rebel column", "a “Red Path” column", "a column of militiamen": no newspaper's."""
    if any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in compounds(column)):
        return True
    people = (nouns.people().find(t.lemma_.lower()) for t in (*compounds(column), *modifiers(column)))
    return any(noun is not None and noun.is_a("combatant") for noun in people) or any(
        prep == "of" for prep, _ in complements(column)
    )


def noun_pattern(noun: Token, patterns: list[Pattern] | tuple[()]) -> Pattern | None:
    """The first of the patterns of an event noun that the words around it meet, None if they meet none."""
    if not patterns:
        return None
    # of participles the form counts: a "planned attack" is none on a plan
    if preposition(noun) == "to" and noun.head.lemma_.lower() in ("sentence", "condemn"):
        return None  # "sentenced to death"
    before = {c.lemma_.lower() for c in compounds(noun)} | {m.lower_ for m in modifiers(noun)}
    before |= {m.lemma_.lower() for m in modifiers(noun) if m.tag_ not in ("VBN", "VBG")}
    behind = [t for _, t in complements(noun)]
    behind = [t for t in behind if t.lemma_.lower() != "column" or not _of_people(t)]
    after = {word for t in behind for word in (t.lemma_.lower(), t.lower_)}
    for pattern in patterns:
        if not all(word in before or word in after or word == "of" for word in pattern.extra):
            continue
        context = before | after
        if dep(noun) in (Dep.COMPOUND, Dep.TITLE):
            context = context | {noun.head.lemma_.lower()}
        if pattern.frame.not_with & (context - set(pattern.extra)):
            continue
        if pattern.frame.name == "strike" and not before and _of_workers(noun):
            continue
        return pattern
    return None


def _of_workers(noun: Token) -> bool:
    """ "The strike by the judges", "teachers staged a strike": people who bear no arms and strike do not work."""
    both = (noun, noun.head) if dep(noun) is Dep.CONJUNCT else (noun,)
    by = [nouns.people().find(t.lemma_.lower()) for n in both for prep, t in complements(n) if prep == "by"]
    if any(n is not None and n.number != "collective" and not _bears_arms(n) for n in by):
        return True
    verb = noun.head
    if noun.tag_ != "NN" or determiner(noun) not in ("a", "an", ""):
        return False
    if dep(noun) is not Dep.OBJECT:
        return preposition(noun) == "on" and not determiner(noun)  # "workers on strike"
    if verb.lemma_.lower() in _DOWNING_TOOLS and "in" not in parts(verb):
        return True
    return _of_civilians(subjects(verb))


def _of_civilians(people: list[Token]) -> bool:
    found = (nouns.people().find(t.lemma_.lower()) for t in people)
    return any(n is not None and n.is_a("civilian") for n in found)


def _bears_arms(noun: nouns.PersonNoun) -> bool:
    return any(noun.is_a(kind) for kind in ("combatant", "security-force", "perpetrator"))
