"""Whether an event word means what its frame says: one kills people, not bills, and shoots down aircraft."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.consequences import left_behind
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.mentions import HARMED, OUTCOMES, Draft
from kg.extract.syntax import (
    complements,
    compounds,
    determiner,
    first_conjunct,
    is_passive,
    modifiers,
    numerals,
    possessors,
    preposition,
    sentence_of,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import POINTING
from kg.knowledge.operators import Operators
from kg.model import ClaimKind, EntityKind, Predicate

_FIRE = frozenset({"friendly", "enemy", "hostile", "heavy", "indirect"})  # shots, not flames
_BEHIND = 10  # words in which it is told how somebody was shot
_SHOT = frozenset({"bullet", "gunshot", "stab", "shrapnel", "throat"})
_STRIKING = frozenset({"hit", "strike", "catch", "wound"})
_SIDE = frozenset({"our", "their", "its", "enemy"})
_LOSING = frozenset({"lose", "suffer", "sustain", "take"})
_ANYBODY = frozenset({"anyone", "anybody"})
_BATTLES = frozenset({"clash", "fighting"})

_LADEN = ("explosive", "suicide", "bomb", "dynamite", "tnt")


def meant(draft: Draft, joined: bool, entities: Entities, fillers: Fillers) -> bool:
    """Whether the participants are of the sort that the frame needs; ``joined`` words are held up by each other."""
    needs, form = draft.telling.trigger.frame.needs, draft.telling.trigger.form
    has = {p.predicate for p in draft.parts}
    if denies_any(draft):
        return Predicate.PERPETRATOR in has
    if needs == "count":
        # who only "disappeared" need not have done so in what was told before
        return bool(draft.casualties) and (joined or form != "verb" or draft.telling.trigger.frame.effect != "missing")
    if draft.telling.trigger.frame.name in POINTING:
        return True
    if needs == "found":
        trigger = draft.telling.trigger
        listed = draft.telling.roll is not None and draft.telling.roll.whole  # "the body was that of A"
        return ((trigger.found or trigger.handed or listed) and bool(has)) or (
            trigger.counted and bool(draft.casualties)
        )
    if needs == "victim":
        return Predicate.FATAL_VICTIM in has
    if draft.telling.trigger.frame.name == "lose_people":
        # "lost five men", "lost her husband"; not "was lost in the desert", "loses a veteran"
        whose = [p.token for p in draft.parts if p.predicate is Predicate.FATAL_VICTIM and possessors(p.token)]
        return bool(draft.casualties) or (bool(whose) and not is_passive(draft.telling.trigger.token))
    if form == "noun" and not joined and _practice(draft):
        return False
    if form == "verb" and not joined and draft.telling.trigger.frame.effect in OUTCOMES and _mishap(draft, fillers):
        return False
    if form == "noun" or (joined and needs in ("violent", "any", "animate-or-none")):
        return True
    harm = has & set(HARMED.values()) or draft.casualties or draft.shares
    armed = Predicate.WEAPON in has or Predicate.PERPETRATOR in has
    match needs:
        case "animate" | "person":
            return bool(harm)
        case "lasting":
            verb = draft.telling.trigger.token
            since = any(f.slot == "oblique" and f.prep in ("since", "for") for f in draft.telling.fillers)
            return bool(harm) and (verb.tag_ == "VBG" or is_passive(verb) or since)
        case "violent":
            return (
                Predicate.WEAPON in has
                or any(fillers.armed(p.token) for p in draft.parts if p.predicate is Predicate.PERPETRATOR)
                or _hit_as_told(draft, entities)
            )
        case "fired-upon":
            # "the car came under fire", "villagers came under fire"; a minister does so in the press
            sides = [p for p in draft.parts if p.predicate in (Predicate.PERPETRATOR, Predicate.TARGET)]
            things = (EntityKind.MATERIEL, EntityKind.PLACE)
            return any(fillers.armed(p.token) or p.token.tag_ == "NNS" or entities.kind(p.key) in things for p in sides)
        case "weapon":
            return Predicate.WEAPON in has
        case "laden":
            # "a suicide driver crashed a truck into", "drove a car full of explosives into"
            into = any(t.lower_ == "into" for t in draft.telling.trigger.token.subtree)
            told = (t.lower_ for f in draft.telling.fillers if f.slot in ("subject", "object") for t in f.token.subtree)
            return into and any(word.startswith(_LADEN) for word in told)
        case "aircraft":
            return any(
                fillers.flies(p.token) or (p.token.lower_ == "it" and entities.kind(p.key) is EntityKind.MATERIEL)
                for p in draft.parts
                if p.predicate in (Predicate.MATERIAL_LOSS, Predicate.TARGET)
            )
        case "aircraft-subject":
            return any(fillers.flies(p.token) for p in draft.parts if p.predicate is Predicate.MATERIAL_LOSS)
        case "platform":
            return any(
                entities.kind(p.key) is EntityKind.MATERIEL for p in draft.parts if p.predicate is Predicate.TARGET
            ) or (Predicate.WEAPON in has)
        case "materiel":
            # "burned the village": a place that somebody destroys
            burnt = any(f.role == "loss" and fillers.sort(f.token) is Sort.PLACE for f in draft.telling.fillers)
            # "a bomb damaged the Harbour Bank": a body by its building; "the war destroyed the party" tells of none
            housed = {Predicate.TARGET, Predicate.WEAPON} <= has
            return Predicate.MATERIAL_LOSS in has or housed or (burnt and armed)
        case "target-or-weapon":
            # "fired on the Central Hotel"
            hit = any(f.role == "target" and fillers.sort(f.token) is Sort.PLACE for f in draft.telling.fillers)
            return Predicate.WEAPON in has or Predicate.TARGET in has or (hit and Predicate.PERPETRATOR in has)
        case "animate-or-none":
            objects = [f for f in draft.telling.fillers if f.slot == "object"]
            return not objects or Predicate.TARGET in has or bool(harm)
        case _:
            return bool(armed or has or draft.mutual or not draft.telling.fillers)


def by_itself(draft: Draft) -> bool:
    """ "The ferry sank, killing 90", with no word on who or what sank it: no violence, and it makes the deaths none."""
    has = {p.predicate for p in draft.parts}
    done = Predicate.MATERIAL_LOSS in has and bool(has & {Predicate.PERPETRATOR, Predicate.WEAPON})
    return draft.telling.trigger.frame.needs == "done-to-it" and not done


def found_hanged(draft: Draft) -> bool:
    """ "Were found hanged in their cells": nobody says that they were put to death."""
    verb = draft.telling.trigger.token
    return verb.lemma_.lower() == "hang" and found(verb) and not draft.keys(Predicate.PERPETRATOR)


def denies_any(draft: Draft) -> bool:
    """ "The group denied killing anybody", "targeting civilians": of what was told before, of nobody in particular."""
    telling = draft.telling
    if telling.stance.kind is not ClaimKind.DENIAL or telling.trigger.form != "verb":
        return False
    verb = telling.trigger.token
    whom = [f.token for f in telling.fillers if f.role in ("victim", "target") and f.token.head == verb]
    if not whom or (is_passive(verb) and telling.trigger.frame.name != "target"):
        return False
    own = verb.tag_ == "VBG" or telling.trigger.frame.name == "target"  # not "denied that the strike killed civilians"
    return any(t.lower_ in _ANYBODY or (own and _in_general(t)) for t in whom)


def _in_general(people: Token) -> bool:
    """ "Civilians", "any civilians": no particular ones."""
    if any(complements(people)) or modifiers(people) or numerals(people) or possessors(people):
        return False
    return determiner(people) == "any" or (people.tag_ == "NNS" and not determiner(people))


def _hit_as_told(draft: Draft, entities: Entities) -> bool:
    """ "The children were on a market when the bus was hit": the bus that was told of before."""
    verb = draft.telling.trigger.token
    if not is_passive(verb) or dep(verb) not in (Dep.ADVERB_CLAUSE, Dep.ROOT, Dep.COMPLEMENT_CLAUSE):
        return False
    struck = [p for p in draft.parts if p.predicate is Predicate.TARGET and p.token.tag_ == "NN"]
    begin = sentence_of(verb).start
    return any(determiner(p.token) == "the" and entities.first(p.key) < begin for p in struck)


def in_battle(drafts: list[Draft]) -> bool:
    """ "died in combat": each of the two words alone may mean anything, both together mean violence."""
    frames = [d.telling.trigger.frame for d in drafts]
    return any(f.name == "fighting" for f in frames) and any(f.effect in OUTCOMES for f in frames)


def suffered(drafts: list[Draft], fillers: Fillers) -> bool:
    """ "The battalion suffered 12 killed", "the rebels lost 30 men": of those who fight, these tell of violence."""
    for draft in drafts:
        word = draft.telling.trigger.token
        whose = [t.lower_ for t in (*possessors(word), *compounds(word), *modifiers(word))]
        if draft.casualties and draft.telling.trigger.frame.name == "losses" and _SIDE.intersection(whose):
            return True  # "our losses were nine killed"
        verb = word if word.lemma_.lower() == "lose" else first_conjunct(word).head
        if draft.telling.trigger.frame.effect not in OUTCOMES:
            continue
        if draft.casualties and any(o.lemma_ == "loss" for o in children(verb, Dep.OBJECT)):
            return True  # "put its losses at 18 dead"
        if draft.casualties and left_behind(word):
            return True
        if verb.lemma_.lower() not in _LOSING:
            continue
        if draft.casualties and any(fillers.armed(t) for t in subjects(verb)):
            return True
        if draft.casualties and any(_own_fighter(fillers.whole(p.token), fillers) for p in draft.parts):
            return True
    return False


def _own_fighter(noun: Token, fillers: Fillers) -> bool:
    """ "[Lost eleven of] its fighters"."""
    return bool(possessors(noun)) and fillers.armed(noun)


def struck_down(drafts: list[Draft], body: Collection[str]) -> bool:
    """ "Was hit in the neck and died in hospital": of a wound. ``body`` are words for parts of it."""
    for draft in drafts:
        word = draft.telling.trigger.token
        if draft.telling.trigger.form == "adjective" and found(word) and _SHOT & {t.lemma_ for t in right_of(word)}:
            return True  # "was found dead with 13 bullets in his head"
        hit = first_conjunct(word)
        if draft.telling.trigger.frame.effect == "killed" and hit != word and hit.lemma_.lower() in _STRIKING:
            where = (t for t in children(hit, Dep.OBLIQUE) if preposition(t) in ("in", "on"))
            if is_passive(hit) and any(t.lemma_.lower() in body for t in where):
                return True
    return False


def right_of(word: Token) -> Span:
    """The words behind one in which a sentence tells how somebody was shot."""
    return word.doc[word.i + 1 : min(word.i + _BEHIND, sentence_of(word).end)]


def of_a_crime(draft: Draft, operators: Operators) -> bool:
    """ "Responsible for the death of X", "charged in", "avenge the death of X": it was brought about."""
    noun, lists = draft.telling.trigger.token, operators.lists
    if draft.telling.trigger.form != "noun" or draft.telling.trigger.frame.name != "die":
        return False
    over = first_conjunct(noun).head
    word, prep = over.lemma_.lower(), preposition(first_conjunct(noun))
    if word in ("avenge", "revenge", "retaliation"):
        return True
    held = word in lists["holding"] or word in lists["holdings"] or word in lists["suspecting"]
    if held and prep in ("over", "in", "of", "for", "with"):
        return True
    owed = word in ("responsible", "responsibility", "blame", "link", "connect", "implicate", "involve", "guilty")
    return owed and prep in ("for", "to", "with", "in", "of", "on")


def _practice(draft: Draft) -> bool:
    """ "An end to the killings of journalists": of nobody in particular, and nothing says where or by whom."""
    noun = draft.telling.trigger.token
    harmed = [p.token for p in draft.parts if p.predicate is Predicate.FATAL_VICTIM]
    if noun.tag_ != "NNS" or not harmed or draft.telling.trigger.frame.needs != "animate" or draft.casualties:
        return False
    vague = all(t.tag_ == "NNS" and not (determiner(t) or possessors(t) or numerals(t)) for t in harmed)
    return vague and all(p.predicate is Predicate.FATAL_VICTIM for p in draft.parts)


def _mishap(draft: Draft, fillers: Fillers) -> bool:
    """Killed by what neither acts nor is a weapon: an illness, the heat, a bus that fell into a ravine.

    Only somebody murders or stabs, whatever the word that he is called by.
    """
    if draft.telling.trigger.token.lemma_.lower() in _BY_SOMEBODY:
        return False
    if {Predicate.PERPETRATOR, Predicate.WEAPON} & {p.predicate for p in draft.parts}:
        return False
    agents = [f.token for f in draft.telling.fillers if f.role == "perpetrator" and f.slot == "subject"]
    agents = [t for t in agents if not (t.lemma_.lower() == "fire" and any(m.lower_ in _FIRE for m in modifiers(t)))]
    agents = [t for t in agents if t.lemma_.lower() not in _BURSTS]  # "by a burst of fire", "by a hail of bullets"
    return any(t.pos_ in ("NOUN", "PROPN") and fillers.sort(t) in (Sort.OTHER, Sort.MATERIEL) for t in agents)


_BY_SOMEBODY = frozenset(
    {
        "abduct", "assassinate", "bayonet", "behead", "decapitate", "execute", "hack", "hang", "kidnap", "knife",
        "lynch", "massacre", "murder", "shoot", "stab",
    }
)  # fmt: skip
_BURSTS = frozenset({"burst", "crossfire", "cross-fire", "hail", "volley", "salvo", "fusillade"})


def found(verb: Token) -> bool:
    """ "Was found shot": dead, that is."""
    over = verb.head
    return dep(verb) is Dep.OPEN_CLAUSE and over.lemma_.lower() in ("find", "discover") and is_passive(over)
