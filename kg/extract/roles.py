"""Roles of an event word, filled from its grammar."""

from __future__ import annotations

from kg.extract.consequences import left_behind
from kg.extract.filler import FIRE, INSTRUMENTS, ORDERED, TOGETHER, Filler, counted, means, together
from kg.extract.noun_roles import of_noun
from kg.extract.rolls import Roll, names_below, roll_of
from kg.extract.stand_ins import the_ones
from kg.extract.syntax import (
    RANKS,
    Slot,
    appositions,
    arguments,
    complements,
    compounds,
    conjuncts,
    determiner,
    is_passive,
    markers,
    numerals,
    possessors,
    preposition,
    sentence_of,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.nouns import first_conjunct
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import POINTING, Trigger, part_alone
from kg.model import Stage

_ORDERS = frozenset({"order", "instruction", "behest", "command"})
_WHERE = frozenset({"on", "at", "in", "inside", "outside", "in front of"})
_WHO = frozenset({"who", "that"})


def fill(trigger: Trigger, by_token: dict[int, Trigger]) -> list[Filler]:
    """Every filler of an event word in the order of the text; what sort of thing it is, is judged later."""
    if trigger.form != "verb" and (trigger.frame.name in POINTING or part_alone(trigger)):
        return []  # "it is false" is said of what somebody told; who "was responsible" is read as its author
    found = (
        _of_verb(trigger)
        if trigger.form == "verb"
        else of_noun(trigger)
        if trigger.form == "noun"
        else _of_adjective(trigger)
    )
    roll = roll_in(trigger)
    if roll is not None:
        if roll.whole or preposition(trigger.token.head) == "of":  # "one of the men killed was A"
            found = [f for f in found if f.role != "victim" or numerals(f.token)]
        found = [f for f in found if f.role != "victim" or f.token not in roll.names]
        found += [Filler("victim", t, slot="listed") for t in roll.names]
    seen: set[tuple[str, int]] = set()
    kept: list[Filler] = []
    for filler in found:
        other = by_token.get(filler.token.i)
        if (
            (other is trigger and filler.slot not in ("self", "subject"))
            or (filler.role, filler.token.i) in seen
            or _of_another(filler, trigger, by_token)
            or (other is not None and other is not trigger and filler.role != "place" and not _of_people(other))
        ):
            continue
        seen.add((filler.role, filler.token.i))
        kept.append(filler)
    return sorted(kept, key=lambda f: (f.token.i, f.role))


def _of_another(filler: Filler, trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """ "The murder of X and an attack by rebels": the attack alone is theirs."""
    above = by_token.get(filler.token.head.i)
    if filler.prep != "by" or filler.slot != "complement" or above is None or above is trigger:
        return False
    return dep(above.token) is Dep.CONJUNCT and determiner(above.token) != ""


def roll_in(trigger: Trigger) -> Roll | None:
    """The roll of names that the people harmed are listed in, if the event word only says that they were."""
    token = trigger.token
    if trigger.frame.effect not in ("killed", "injured", "captured"):
        return None
    if dep(token) is Dep.ADJECTIVE and token.i < token.head.i:
        return roll_of(token.head)  # "the dead men were A and B", "identified the slain officers as"
    if trigger.form == "verb":
        dying = is_passive(token) or trigger.frame.subject == "victim" or trigger.frame.name == "claim_lives"
        if dying and dep(token) in (Dep.ROOT, Dep.RELATIVE, Dep.NOUN_CLAUSE) and (below := names_below(token)):
            counted = token.head if token.head.pos_ == "NUM" else None
            return Roll(token, below, whole=counted is None, counted=counted)
        if token.head.ent_type_ == "PERSON":
            return None  # "X, who was shot, was 17"
        ranked = token.head.lower_ in RANKS
        if not dying or not (ranked or dep(token) in (Dep.NOUN_CLAUSE, Dep.RELATIVE)):
            return None
        known = _WHO if not ranked else _WHO | {"to"}  # "the first to die was A"
        if any(t.lower_ not in known for t in children(token, Dep.MARKER, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)):
            return None  # "reports that a hostage was shot were ..." list nobody
        return roll_of(token.head)
    if trigger.form == "noun" and trigger.frame.name not in ("casualty", "body"):
        return None
    return roll_of(token)


def _of_people(trigger: Trigger) -> bool:
    """Whether an event word names people by a deed ("assassin", "the victims"), to whom anything can be done."""
    return trigger.frame.needs == "victim" or trigger.token.lemma_.lower() == "victim"


def _of_verb(trigger: Trigger) -> list[Filler]:
    frame, verb = trigger.frame, trigger.token
    found: list[Filler] = []
    if dep(verb) is Dep.ADJECTIVE and verb.tag_ in ("VBN", "VBD") and frame.object:
        found.append(Filler(frame.object, verb.head, slot="object"))
        part = verb.head.head
        if preposition(verb.head) == "of" and part.pos_ == "NUM":
            # "two of the murdered students, A and B"
            found += [Filler(frame.object, t, slot="object") for a in appositions(part) for t in conjuncts(a)]
    for argument in arguments(verb):
        token = argument.token
        if argument.slot is Slot.SUBJECT and frame.subject:
            found += [Filler(frame.subject, t, argument.prep, "subject") for t in the_ones(token, verb)]
        elif argument.slot is Slot.OBJECT and token.lemma_.lower() in trigger.extra:
            # "claimed the lives of 17 recruits", "took his life"; "fired rockets" names its weapon
            if frame.object.startswith("weapon"):
                found.append(Filler(frame.object, token, argument.prep, "object"))
            below = [
                Filler(role, t, prep, "complement")
                for prep, t in complements(token)
                if (role := frame.role(prep)) and frame.name != "injury"  # "sustained cuts to the head"
            ]
            if frame.name == "claim_lives" and numerals(token) and subjects(verb) and not below:
                # "claimed twelve lives", "claimed three lives: a baker, a sergeant and a schoolgirl"
                below = [Filler("victim", t, "", "object") for t in appositions(token) or [token]]
            if frame.name == "arrest" and numerals(token):
                below = [Filler("victim", token, "", "object")]  # "took three prisoners of war"
            found += below
            found += [
                Filler(frame.possessor, t, "'s", "possessor")
                for t in possessors(token)
                if frame.possessor and (t.pos_ != "PRON" or frame.name == "cut_throat")
            ]
        elif argument.slot is Slot.INDIRECT and frame.name == "claim_lives":
            found.append(Filler("victim", token, "", "object"))
        elif argument.slot is Slot.OBJECT and frame.object and token.lower_ == "fire" and token.head.lemma_ == "set":
            # "lynched and set fire to 13 men": whom they lynched stands behind the second verb
            found += [Filler(frame.object, t, "", "object") for t in _set_fire_to(token, verb)]
        elif argument.slot is Slot.OBJECT and frame.object:
            found.append(Filler(frame.object, token, argument.prep, "object"))
        elif argument.slot is Slot.OBLIQUE and argument.prep == "under" and token.lemma_.lower() in trigger.extra:
            # "came under fire from the hills", "under sniper fire"
            whose = [*complements(token), *(("by", t) for t in compounds(token))]
            found += [Filler(frame.role(p), t, p, "complement") for p, t in whose if frame.role(p)]
        elif argument.slot is Slot.OBLIQUE:
            found += _oblique(trigger, argument.prep, token)
    dying = "death" in trigger.extra and frame.stage is Stage.ACCOMPLISHED  # no "death threat"
    if dying and not is_passive(verb) and not any(f.slot == "object" for f in found):
        # "two brothers burned to death"
        found = [Filler("victim", f.token, f.prep, "object") if f.slot == "subject" else f for f in found]
    if frame.effect in ("killed", "injured", "captured"):
        found += [
            Filler("victim", t, "along with", f.slot) for f in found if f.role == "victim" for t in _beside(f.token)
        ]
    if any(f.slot == "object" and f.role in ("target", "loss", "victim") for f in found):
        # "blew up two bridges on the road", "was shot at a bus stop": to whom it was done is told, the rest is where
        found = [f for f in found if f.role != "target" or f.slot != "oblique" or f.prep not in _WHERE]
    found += means(verb)
    if frame.weak and frame.effect in ("killed", "injured"):
        found += _struck_by(verb)
    return _headline(trigger, found)


def _headline(trigger: Trigger, found: list[Filler]) -> list[Filler]:
    """ "Hostages executed", "Three killed in blast": a headline leaves the auxiliary of its passive out."""
    verb, frame = trigger.token, trigger.frame
    sentence = sentence_of(verb)
    if frame.needs != "animate" or frame.object != "victim" or verb.tag_ not in ("VBD", "VBN") or is_passive(verb):
        return found
    if any(f.role == "victim" for f in found) or sentence.text.rstrip()[-1:] in (".", "!", "?", "”", '"'):
        return found
    last, end = sentence[-1], sentence.end
    if end < len(verb.doc) and not last.is_space and "\n" not in verb.doc[end].text:
        return found  # the text goes on in the same line
    return [Filler("victim", f.token, f.prep, "object") if f.slot == "subject" else f for f in found]


def _oblique(trigger: Trigger, prep: str, token: Token) -> list[Filler]:
    if prep in ("at", "by", "in") and token.lemma_.lower() == "hand":
        return [Filler("perpetrator", t, "of") for p, t in complements(token) if p == "of"] + [
            Filler("perpetrator", t, "of") for t in possessors(token)
        ]
    if prep in ("on", "at", "by") and token.lemma_.lower() in _ORDERS:
        ordering = [t for p, t in complements(token) if p in ("of", "from")] or possessors(token)
        return [Filler("perpetrator", t, "of", ORDERED) for t in ordering]  # "shot on the orders of the general"
    if prep in ("under", "in", "from") and token.lemma_.lower() in FIRE:
        return [Filler("perpetrator", token, "by", "oblique")]  # "died under Russian fire": whose it was
    role = trigger.frame.role(prep)
    harms = trigger.frame.effect in ("killed", "injured", "captured")
    if harms and (together(prep, token) or (prep == "with" and is_passive(trigger.token) and counted(token))):
        return [Filler("victim", token, prep, "object")]
    if role == "victim" and prep == "of" and trigger.frame.name != "claim_lives":
        role = ""  # one dies of something; the death is of somebody
    found = [Filler(role, token, prep, "oblique")] if role else []
    if prep in INSTRUMENTS:
        found.append(Filler("weapon", token, prep, "oblique"))
    if not role or role == "target":
        found.append(Filler("place", token, prep, "oblique"))
    return found


def _beside(victim: Token) -> list[Token]:
    """The guards in "X, along with his two guards, was killed"."""
    with_them = [t for prep, t in complements(victim) if prep in TOGETHER]
    found = [t for w in children(victim, Dep.ADVERB) if w.lower_ in ("along", "together") for t in w.children]
    return with_them + [t for t in found if dep(t) is Dep.OBLIQUE and t.pos_ in ("NOUN", "PROPN")]


def _set_fire_to(fire: Token, verb: Token) -> list[Token]:
    behind = [t for prep, t in complements(fire) if prep == "to"]
    around = [a for v in (fire.head, verb) for a in arguments(v) if a.slot is Slot.OBLIQUE and a.prep == "to"]
    return behind + [a.token for a in around if a.token.i > fire.i]


def _struck_by(verb: Token) -> list[Filler]:
    """ "Died when a missile flattened the house": of what."""
    clauses = [c for c in children(verb, Dep.ADVERB_CLAUSE) if "when" in markers(c) or _when(c)]
    return [Filler("weapon", s, "from", "oblique") for c in clauses if not is_passive(c) for s in subjects(c)]


def _when(clause: Token) -> bool:
    return any(t.lower_ in ("when", "as") for t in children(clause, Dep.ADVERB, Dep.MARKER))


def _of_adjective(trigger: Trigger) -> list[Filler]:
    """ "ten people are dead", "left ten dead", "the dead": who is said to be so."""
    adjective = trigger.token
    victims = subjects(adjective)
    if dep(adjective) is Dep.ADVERB_CLAUSE and "as" in markers(adjective):
        victims = children(adjective.head, Dep.OBJECT, Dep.PASSIVE_SUBJECT)  # "listed 31 people as missing"
    if dep(adjective) is Dep.ADJECTIVE and adjective.i > adjective.head.i:
        victims = conjuncts(first_conjunct(adjective.head))
    elif children(adjective, Dep.NUMERAL) or (adjective.head.pos_ == "NUM" and dep(adjective) is Dep.ADJECTIVE):
        victims = [adjective]  # "six dead"
    elif not victims and children(adjective, Dep.DETERMINER) and dep(adjective) is Dep.SUBJECT:
        victims = conjuncts(adjective.head)  # "the dead were nine soldiers and a boy"
    if not victims and dep(adjective) is Dep.ATTRIBUTE:
        victims = subjects(adjective.head)
    if (
        dep(adjective) is Dep.OPEN_CLAUSE
        and adjective.head.lemma_.lower() == "shoot"
        and not is_passive(adjective.head)
    ):
        victims = children(adjective.head, Dep.OBJECT)  # "the mutineers shot dead ..." are not dead
    elif not victims and dep(adjective) in (Dep.OPEN_CLAUSE, Dep.ATTRIBUTE, Dep.OBJECT):
        victims = children(adjective.head, Dep.OBJECT)
    found = [Filler("victim", t, slot="subject") for t in victims]
    leaving = first_conjunct(adjective).head
    leaving = leaving if leaving.pos_ == "VERB" else leaving.head
    if leaving.lemma_ == "leave" and not left_behind(adjective):
        found += [
            Filler("weapon", t, slot="subject") for t in children(leaving, Dep.SUBJECT)
        ]  # "the bomb left 14 dead"
    found += [
        Filler("victim", t, slot="apposition") for v in victims for t in appositions(v) if t.ent_type_ == "PERSON"
    ]
    for argument in arguments(adjective):
        if argument.slot is Slot.OBLIQUE:
            found.append(Filler("place", argument.token, argument.prep, "oblique"))
    return found
