"""Roles of an event noun ("the murder of X by Y", "their attack on the town") and of the light verb that carries it."""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.filler import INSTRUMENTS, Filler, a_person, means, together
from kg.extract.stand_ins import against, aimed_at, hands, owner
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    conjuncts,
    modifiers,
    possessors,
    preposition,
)
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import Trigger

_NAMED_BY_PLACE = frozenset({"massacre", "bloodbath", "slaughter"})
_FELT = frozenset({"rock", "shake", "rip", "tear"})


def of_noun(trigger: Trigger) -> list[Filler]:
    frame, noun = trigger.frame, trigger.token
    found: list[Filler] = []
    by_phrase = False
    told = _told_of(noun)
    for prep, token in told:
        role = "" if prep == "of" and _worst(noun) else frame.role(prep)
        by_phrase |= prep == "by"
        if role == "object-or-perpetrator":
            role = "target"
        harmed = frame.effect in ("killed", "injured", "captured") and not role
        if harmed and together(prep, token) and a_person(token):
            role = "victim"  # "the murder of X, along with his wife"
        if role:
            found.append(Filler(role, token, prep, "complement"))
        if prep in INSTRUMENTS:
            found.append(Filler("weapon", token, prep, "complement"))
        if not role or role == "target":
            found.append(Filler("place", token, prep, "complement"))
    if frame.effect == "killed":
        found += [Filler("perpetrator", t, "of") for hand in hands(noun) for p, t in complements(hand) if p == "of"]
    if not by_phrase and frame.effect in ("killed", "captured") and "of" in {p for p, _ in told}:
        found += [Filler("perpetrator", t, "by", "complement") for t in _by_below(noun)]
    if frame.effect == "killed" and "of" not in {p for p, _ in told}:
        found += [Filler("victim", t, "against", "complement") for t in against(noun, told)]
    if trigger.frame.needs == "found" and not any(f.role == "victim" for f in found) and not possessors(noun):
        found.append(Filler("victim", noun, "", "self"))
    if trigger.frame.needs == "victim":
        found.append(Filler("perpetrator", noun, "", "self"))
    # "the army's massacre of villagers", "an army massacre of villagers": whose it is beside its victims did it
    done = any(f.role == "victim" for f in found)
    whose, before = ("perpetrator", "side") if done and frame.effect == "killed" else (frame.possessor, frame.compound)
    found += [Filler(whose, owner(token), "'s", "possessor") for token in possessors(noun) if whose]
    for token in [*compounds(noun), *modifiers(noun)]:
        if any("\n" in t.text for t in noun.doc[token.i : noun.i]) or (
            token.pos_ == "ADJ" and lexicon.is_title(token.lower_)
        ):
            continue  # the last word of a line above a headline; "a major attack" is no officer's
        found.append(Filler("weapon", token, "", "compound"))
        if token.pos_ == "PROPN" and noun.lemma_.lower() in _NAMED_BY_PLACE:
            found.append(Filler("place", token, "in", "compound"))
        elif before and (token.pos_ in ("NOUN", "PROPN", "ADJ") or before == "victim"):
            found.append(Filler(before, token, "", "compound"))
        if not (frame.weak and before == "victim"):  # "the first U.S. fatalities" are dead Americans
            found.append(Filler("operator", token, "", "compound"))
        if frame.people:
            found += [Filler("nation", t, "", "compound") for t in conjuncts(token)]
        if before == "side":
            found += [Filler("side", t, "", "compound") for t in compounds(token)]  # "a rebel rocket attack"
    found += [Filler(role, t, "of", "complement") for role, t in aimed_at(noun, frame.effect)]
    found += _of_carrier(trigger)
    return found


def _worst(noun: Token) -> bool:
    """ "The worst atrocity of the war", "the first attack of the year": of all in it, not by it."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return any(m.tag_ in ("JJS", "RBS") or m.lower_ in ("first", "last", "latest") for m in before)


def _told_of(noun: Token) -> list[tuple[str, Token]]:
    """Its complements, also those that the parser gives to the first of two: "the kidnapping and murder of X"."""
    own = list(complements(noun))
    if noun.lemma_.lower() == "damage" and dep(noun) is Dep.OBJECT:
        # "caused heavy damage to the bank": the parser hangs the bank on the verb
        return own + [(a.prep, a.token) for a in arguments(noun.head) if a.slot is Slot.OBLIQUE and a.prep == "to"]
    if not own and (whose := _behind_the_day(noun)) is not None:
        return [("of", whose)]
    if own or dep(noun) is not Dep.CONJUNCT or possessors(noun) or noun.head.pos_ != "NOUN":
        return own
    return [(prep, token) for prep, token in complements(noun.head) if token.i > noun.i]


def _behind_the_day(noun: Token) -> Token | None:
    """ "The murder on 15 September of X": the parser hangs X on the day, and the day on the verb."""
    words = noun.doc[noun.i + 1 : noun.i + 7]
    for word in words:
        if word.lower_ == "of" and word.i > noun.i + 1:
            return word.head if word.relation is Dep.CASE and word.head.ent_type_ == "PERSON" else None
        if word.pos_ not in ("ADP", "NUM", "PROPN", "DET"):
            break
    return None


def _by_below(noun: Token) -> list[Token]:
    """ "the murder of X, director of Y, by Z": the parser hangs the agent on the last noun that stands before it."""
    below = (t for t in noun.subtree if preposition(t) == "by" and t.head != noun)
    return [t for t in below if t.head.pos_ in ("NOUN", "PROPN") and noun.i < t.head.i < t.i and not _verbs(t, noun)]


def _verbs(token: Token, top: Token) -> bool:
    """Whether a verb stands between a word and one above it."""
    between = []
    for above in token.ancestors:
        if above == top:
            break
        between.append(above)
    return any(t.pos_ == "VERB" for t in between)


def _of_carrier(trigger: Trigger) -> list[Filler]:
    """Arguments of the light verb: "US forces carried out the strike with drones in X"."""
    verb, frame = trigger.carrier, trigger.frame
    if verb is None:
        return []
    found: list[Filler] = []
    if trigger.carrier_kind == "do":
        for argument in arguments(verb):
            if argument.slot is Slot.SUBJECT:
                found.append(Filler("perpetrator", argument.token, argument.prep, "subject"))
    if trigger.carrier_kind == "undergo":
        found += [Filler("target", a.token, "", "object") for a in arguments(verb) if a.slot is Slot.SUBJECT]
    if trigger.carrier_kind in ("do", "occur", "use", "undergo"):
        for argument in arguments(verb):
            if argument.slot is Slot.OBJECT and verb.lemma_.lower() in _FELT and frame.effect == "none":
                found.append(Filler("target", argument.token, "", "object"))  # "the blast shook a hotel"
            if argument.slot is Slot.OBLIQUE and argument.token != trigger.token:
                role = frame.role(argument.prep) if argument.prep != "by" or trigger.carrier_kind == "undergo" else ""
                if role:
                    found.append(Filler(role, argument.token, argument.prep, "oblique"))
                if argument.prep in INSTRUMENTS:
                    found.append(Filler("weapon", argument.token, argument.prep, "oblique"))
                found.append(Filler("place", argument.token, argument.prep, "oblique"))
        found += means(verb)
    return found
