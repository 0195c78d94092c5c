"""How harm and acts told in one sentence hang together: what came of what, and what only stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.syntax import Slot, arguments, complements, is_passive, markers, possessors, preposition, subjects
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.extract.times.words import MONTHS, WEEKDAYS
from kg.extract.triggers import Trigger
from kg.knowledge import nouns

# Prepositions under which an event noun is the setting, means or cause of the clause's own event.
WITHIN = frozenset(
    {
        "in",
        "by",
        "during",
        "from",
        "of",
        "with",
        "through",
        "at",
        "via",
        "under",
        "when",
        "as part of",
        "as a result of",
        "as result of",
        "as consequence of",
        "in wake of",
        "because of",
        "due to",
        "on",
    }
)
# What goes on around an act and is no act that harms by itself: "killed in a siege after gunmen stormed the hotel".
_LEAVING = frozenset({"leave", "claim", "take"})
_DEAD = frozenset({"dead", "life", "lives"})
_HARM = frozenset({"killed", "captured"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CROWDS = frozenset({"crowd", "family", "group", "convoy", "patrol", "people", "dozen", "score"})
_DATED = 5  # words of "since 7 October 2023,"
_TELLING = frozenset({"say", "report", "announce", "state", "claim", "declare", "confirm", "tell"})
_STORMING = frozenset({"Raid", "Attack", "Release"})
HELD = frozenset({"hostage", "captive"})
RESCUERS = frozenset({"commando"})  # rather of a state where hostages are held
_STATES = frozenset({"siege", "violence", "clash", "fighting", "unrest", "incident"})
_BY_HAND = frozenset(
    {
        "stab",
        "shoot",
        "behead",
        "hack",
        "lynch",
        "hang",
        "beat",
        "stone",
        "club",
        "knife",
        "gun",
        "bludgeon",
        "strangle",
    }
)
_TOWNS = frozenset({"LOC", "GPE", "FAC"})
_IN_TOWN = frozenset({"in", "at", "near", "outside"})
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "ago", "yesterday", "today", "day", "eve"})
_ON_THE_FIELD = frozenset({"behind", "field", "battlefield", "front", "wire"})
EFFECTS = frozenset({"killed", "injured", "captured", "lost", "released"})


def left_behind(dead: Token) -> bool:
    """ "The rebels fled, leaving 20 dead behind", "left 600 dead in front of the wire": their own dead."""
    over = dead.head if dead.head.pos_ == "VERB" else dead.head.head
    if over.lemma_ != "leave" or dead.lower_ not in ("dead", "killed", "body", "corpse"):
        return False
    near = [
        c for t in (over, dead, *children(over, Dep.OBJECT)) for c in children(t, Dep.OBLIQUE, Dep.ADVERB, Dep.NOMINAL)
    ]
    return any(t.i > over.i and t.lemma_.lower() in _ON_THE_FIELD for t in near)


def told_when(harm: Trigger, act: Trigger) -> bool:
    """ "was killed when forces carried out what they described as a strike": the clause of time tells of the act."""
    for clause in children(harm.token, Dep.ADVERB_CLAUSE):
        if clause.lemma_.lower() in _TELLING and subjects(clause) and not same_subject(clause, harm.token):
            continue  # "while the police reported that an attack had been foiled": another one
        if set(markers(clause)) & {"when", "as", "while"} and act.index in {t.i for t in clause.subtree}:
            return not _leaves_others(clause)
    return False


def _leaves_others(clause: Token) -> bool:
    """ "Ten rebels were killed as an ambush left two marines dead": others, of whom the clause tells itself."""
    if clause.lemma_.lower() not in _LEAVING:
        return False
    dead = children(clause, Dep.OPEN_CLAUSE, Dep.OBJECT)
    left = (t for d in dead for t in (d, *d.children))
    return any(t.lower_ in _DEAD for t in left) and any(
        t.pos_ in ("NOUN", "PROPN") for t in children(clause, Dep.OBJECT)
    )


def two_killings(one: Trigger, two: Trigger) -> bool:
    """ "Two are killed in Kano as gunmen murder a judge in Jos": each clause has its own dead or taken, and they are in
    two towns or one of them is a single man whom somebody killed.

    "Dozens died as troops massacred villagers" is one killing.
    """
    first, second = sorted((one, two), key=lambda t: t.index)
    if first.frame.effect not in _HARM or second.frame.effect not in _HARM or second.form != "verb":
        return False
    suffered = [a.token for a in arguments(second.token) if a.slot is Slot.OBJECT and a.token.pos_ in _NOMINAL]
    if not suffered or first.form == "noun" or is_passive(second.token):
        return False
    if _placed(first.token) and (_placed(second.token) or any(map(_placed, suffered))):
        return True
    killed = first.frame.effect == second.frame.effect == "killed"
    return killed and all(
        t.tag_ in ("NN", "NNP") and t.lemma_.lower() not in _CROWDS and not possessors(t) for t in suffered
    )


def since_when(sentence: Span) -> frozenset[int]:
    """Words of clauses that say what began it: "32,000 have been killed since 7 October, when gunmen attacked"."""
    found: set[int] = set()
    for word in sentence:
        if word.lower_ != "when" or word.i == sentence.start:
            continue
        comma = word.nbor(-1)
        before = [t.lower_ for t in sentence.doc[max(comma.i - _DATED, sentence.start) : comma.i]]
        if comma.text != "," or "since" not in before:
            continue
        clause = word.head
        if clause.i > word.i and clause.pos_ in ("VERB", "AUX"):
            found.update(t.i for t in clause.subtree)
            # "since 3 May, when riots broke out, leaving 90 dead", where the parser hangs the outcome higher up
            outcomes = (t for t in clause.head.children if t.tag_ == "VBG" and t.i > clause.i)
            found.update(t.i for outcome in outcomes for t in outcome.subtree)
    return frozenset(found)


def each_harms(one: Trigger, two: Trigger) -> bool:
    """ "Gunmen killed a mayor while a bomb killed a judge": each clause has whom it harms and what harms him."""
    verbs = [t.token for t in (one, two) if t.form == "verb" and t.frame.effect in ("killed", "injured")]
    whole = [v for v in verbs if subjects(v) and children(v, Dep.OBJECT) and not is_passive(v)]
    return len(whole) == 2 and not same_subject(*whole)


def in_a_rescue(one: Trigger, two: Trigger) -> bool:
    """ "Two hostages died when commandos stormed the plane", "in a raid by police": by whose hand is left open."""
    harm, act = (one, two) if one.frame.effect in ("killed", "injured") else (two, one)
    if harm.frame.effect not in ("killed", "injured") or act.frame.event_class not in _STORMING:
        return False
    suffered = arguments(harm.token) if harm.form == "verb" else ()
    whom = [n for a in suffered if a.slot is Slot.OBJECT or harm.frame.subject == "victim" for n in and_whose(a.token)]
    if not any(t.lemma_.lower() in HELD for t in whom):
        return False
    doers = [*subjects(act.token), *possessors(act.token), *(t for prep, t in complements(act.token) if prep == "by")]
    known = (nouns.people().find(d.lemma_.lower()) for d in (*doers, *children(act.token, Dep.COMPOUND)))
    return any(n is not None and n.is_a("security-force") for n in known) or any(
        d.lemma_.lower() in RESCUERS for d in doers
    )


def and_whose(token: Token) -> list[Token]:
    """A noun, and the one that it is some of: "one of the hostages"."""
    return [token, *(t for prep, t in complements(token) if prep == "of")]


def in_a_fight(noun: Trigger, by_token: Mapping[int, Trigger]) -> bool:
    """ "Troops killed nine in a gunfight that left four soldiers dead": of the fight, not of those whom they killed."""
    killing = by_token.get(noun.token.head.i)
    if noun.form != "noun" or noun.frame.event_class != "ArmedClash" or preposition(noun.token) not in ("in", "during"):
        return False
    if killing is None or killing.form != "verb" or killing.frame.effect != "killed" or is_passive(killing.token):
        return False
    return killing.frame.subject == "perpetrator"


def own_doers(one: Trigger, two: Trigger) -> bool:
    """ "Hostage-takers killed a guard as troops stormed the house": two sentences in one, each with people who act."""
    doers = [_people_who_act(t) for t in (one, two)]
    return all(doers) and not doers[0] & doers[1]


def _people_who_act(trigger: Trigger) -> set[int]:
    if trigger.form != "verb" or trigger.frame.subject != "perpetrator" or is_passive(trigger.token):
        return set()
    known = nouns.people()
    acting = (s for s in subjects(trigger.token) if s.pos_ in ("NOUN", "PROPN"))
    return {s.i for s in acting if known.find(s.lemma_.lower()) or known.find(s.lower_) or _hyphened(s)}


def _hyphened(noun: Token) -> bool:
    """ "hostage-takers" in three tokens."""
    if noun.i < 2 or noun.nbor(-1).text != "-":
        return False
    return nouns.people().find(f"{noun.nbor(-2).lower_}-{noun.lemma_.lower()}") is not None


def of_victim(trigger: Trigger) -> bool:
    """ "the murder of X kidnapped the year before": nobody kidnaps a murder, the parser missed X."""
    return is_passive(trigger.token) and trigger.frame.object == "victim"


def brought_about(act: Trigger, harm: Trigger, by_token: dict[int, Trigger]) -> bool:
    """ "Ten people were killed after gunmen stormed the hotel": how it came about, where nothing else says it.

    Not so "killed in an air strike after rebels attacked", "two days after …", "shot dead after he attacked a guard".
    """
    token = act.token
    if act.frame.effect != "none" or harm.frame.effect not in ("killed", "injured") or harm.form == "noun":
        return False
    burned = "death" in harm.extra and not any(a.slot is Slot.OBJECT for a in arguments(harm.token))
    passive = is_passive(harm.token) or harm.frame.subject == "victim" or burned
    if not passive or any(a.slot is Slot.SUBJECT and a.prep == "by" for a in arguments(harm.token)):
        return False
    setting = [by_token.get(a.token.i) for a in arguments(harm.token) if a.slot is Slot.OBLIQUE and a.prep in WITHIN]
    if any(t is not None and t.frame.effect == "none" and t.token.lemma_.lower() not in _STATES for t in setting):
        return False
    mark = next((m for m in children(token, Dep.MARKER, Dep.CASE) if m.lower_ == "after"), token)
    doers = subjects(token)
    before = any(child.i < mark.i and not child.is_punct for child in token.children) or bool(children(mark))
    return not before and bool(doers) and all(t.pos_ != "PRON" for t in doers) and not same_subject(token, harm.token)


def patient_only(trigger: Trigger) -> bool:
    if trigger.frame.effect not in EFFECTS or trigger.form == "noun":
        return False
    if trigger.form == "adjective":
        return True
    if not is_passive(trigger.token) and trigger.frame.subject != "victim":
        return False
    return not any(
        (a.slot is Slot.SUBJECT and a.prep == "by")
        or (a.slot is Slot.OBLIQUE and a.prep in ("by", "in", "of", "from", "at", "near"))
        for a in arguments(trigger.token)
    )


def same_subject(one: Token, two: Token) -> bool:
    return {t.i for t in subjects(one)} == {t.i for t in subjects(two)}


def turned_upon(harm: Trigger, act: Trigger) -> bool:
    """ "A gunman shot the mayor and was killed by his guards": who did the one thing is whom others did the next to."""
    if act.form != "verb" or act.frame.subject != "perpetrator" or is_passive(act.token) or harm.form != "verb":
        return False
    if harm.frame.effect not in EFFECTS or not is_passive(harm.token) or not same_subject(act.token, harm.token):
        return False
    if act.frame.effect in EFFECTS or harm.frame.effect == "captured":
        return True
    return any(a.slot is Slot.SUBJECT and a.prep == "by" for a in arguments(harm.token))


def of_itself(harm: Trigger, beside: list[Trigger]) -> bool:
    """ "Two were killed by sniper fire, and a soldier died when his car hit a mine": a death with a cause of its own.

    ``beside`` are the event words of what is told before, by which others died.
    """
    alike = any(t.frame.effect == harm.frame.effect for t in beside)
    causes = children(harm.token, Dep.ADVERB_CLAUSE)
    return alike and any({"when", "as", "after"} & set(markers(c)) and subjects(c) for c in causes)


def _dated(verb: Token) -> bool:
    """Whether a clause says on which day it was: "on Sunday", "a week ago"."""
    near = children(verb, Dep.OBLIQUE, Dep.ADVERB, Dep.NOMINAL)
    return any(w.lower_ in _DAYS for t in near for w in (t, *t.children))


def _placed(verb: Token) -> bool:
    """Whether a clause says in which town it was: "in Kano"."""
    near = children(verb, Dep.OBLIQUE, Dep.NOMINAL)
    return any(t.pos_ == "PROPN" and t.ent_type_ in _TOWNS and preposition(t) in _IN_TOWN for t in near)


def follows(trigger: Trigger, other: Trigger) -> bool:
    """A harm told right after an act or another harm, with no agent of its own.

    "A bomber attacked the mosque and 32 people were killed"; "ten were killed and twenty wounded".
    """
    if other.frame.effect in EFFECTS and trigger.frame.effect == other.frame.effect:
        return False
    if other.frame.name == "set_fire" and _BY_HAND & {trigger.token.doc[i].lemma_.lower() for i in trigger.words}:
        return False  # "Youths set fire to the mosque, and a trader was stabbed to death": who did that is not told
    if other.frame.effect in EFFECTS and _dated(trigger.token) and _dated(other.token):
        return False  # "Two were murdered on Sunday, and a week ago a chief was shot"
    if other.frame.effect in EFFECTS and _placed(trigger.token) and _placed(other.token):
        return False  # "One was killed in Kano and two wounded in Jos"
    patient = is_passive(trigger.token) or trigger.frame.subject == "victim"
    agent = any(a.slot is Slot.SUBJECT and a.prep == "by" for a in arguments(trigger.token))
    return patient and not agent
