"""Mends what hangs around nouns for deeds: who perpetrated them, for which somebody is blamed, whose murderers who was.

"The murder of the minister and his driver perpetrated by rebels": rebels perpetrated the murder, and the driver was
murdered.
"""

from __future__ import annotations

from kg.extract.syntax import preposition, sentence_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators

_DONE = frozenset(
    {"perpetrated", "committed", "staged", "carried", "orchestrated", "masterminded", "conducted", "launched"}
)
_KILLERS = frozenset({"murderers", "killers", "assassins", "slayers"})
_BURNED = frozenset({"burned", "burnt", "burn", "burning", "burns"})
_TIMES = frozenset({"hour", "day", "week", "month", "year", "weekend"})
_OWNERS = frozenset({"his", "her", "their"})
_PAST = frozenset({"VBD", "VBN"})
_HARMFUL = frozenset({"killed", "injured", "captured"})
_LOOSE = frozenset({Dep.CONJUNCT, Dep.ADVERB_CLAUSE, Dep.PARATAXIS, Dep.OTHER, Dep.OPEN_CLAUSE})
_AUXILIARIES = (Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.MARKER)
_SUBJECTS = (Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
_NEAR = 12  # words between those who killed somebody and one of them
_FURTHEST = 25  # words between a deed and who did it


def deeds_mended(verb: Token, frames: Frames) -> bool:
    """Hangs on a deed, in place, the clause cut short or relative clause that says who did it; whether it had to."""
    if verb.lower_ in _DONE and verb.tag_ in _PAST and (deed := _perpetrated(verb, frames)) is not None:
        verb.doc.hang(verb, deed, "acl")
        verb.doc.parsed[verb.i].tag_ = "VBN"
        for other in children(verb, *_SUBJECTS):
            _joined(other, deed, children(verb, Dep.COORDINATOR))
        return True
    if verb.dep_ in ("advcl:relcl", "acl:relcl") and (noun := _for_which(verb, frames)) is not None:
        verb.doc.hang(verb, noun, "acl:relcl")
        return True
    if verb.relation is Dep.CONJUNCT and verb.head.relation is not Dep.RELATIVE:
        first = next((t for t in children(verb, Dep.OBLIQUE) if t.lower_ == "which"), None)
        before = verb.doc[sentence_of(verb).start : verb.i] if first is not None else ()
        clause = next((t for t in reversed(before) if t.relation is Dep.RELATIVE), None)
        if clause is not None:
            verb.doc.hang(verb, clause, "conj")  # "in which he was wounded and for which rebels claimed credit"
            return True
    return False


def harmed_together(noun: Token, frames: Frames) -> bool:
    """ "The murder of X and his driver": the driver was murdered with him, and is no second deed."""
    patterns = frames.nouns.get(noun.lemma_.lower(), ())
    if not any(pattern.frame.effect in _HARMFUL and not pattern.extra for pattern in patterns):
        return False
    whom = [t for t in children(noun, Dep.NOMINAL) if preposition(t) == "of"]
    changed = False
    for other in (*children(noun, Dep.CONJUNCT), *_second_subject(noun)) if len(whom) == 1 else ():
        people = any(t.lower_ in _OWNERS for t in other.children) or other.ent_type_ == "PERSON" or other.tag_ == "CD"
        if people and whom[0].i < other.i and not children(other, Dep.CASE):
            noun.doc.hang(other, whom[0], "conj")
            changed = True
    return changed


_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SPANS = _WEEKDAYS | {"today", "yesterday", "hour", "day", "week", "morning", "night", "evening", "month"}


def over_a_time(hours: Token, frames: Frames) -> bool:
    """ "The killings during the past 72 hours of a judge": the judge is of the killings."""
    deed = hours.head
    if hours.lemma_.lower() not in _TIMES or deed.pos_ != "NOUN" or deed.lemma_.lower() not in frames.nouns:
        return False
    whom = next((t for t in children(hours, Dep.NOMINAL) if preposition(t) == "of" and t.i > hours.i), None)
    if whom is None or any(preposition(t) == "of" for t in children(deed, Dep.NOMINAL)):
        return False
    hours.doc.hang(whom, deed, "nmod")
    return True


def of_the_author(author: Token, frames: Frames, operators: Operators) -> bool:
    """ "The mastermind of the bombing of X in 2000, in which 17 died": the year and the dead are the bombing's."""
    if author.lemma_.lower() not in operators.lists["author_nouns"]:
        return False
    deeds = (t for t in children(author, Dep.NOMINAL) if t.lemma_.lower() in frames.nouns and preposition(t) == "of")
    deed = next(deeds, None)
    if deed is None:
        return False
    when = [t for t in children(author, Dep.OBLIQUE) if t.i > deed.i and preposition(t) in ("in", "on")]
    who = [t for t in children(author, Dep.RELATIVE) if t.i > deed.i and any(c.lower_ == "which" for c in t.children)]
    for word in when:
        author.doc.hang(word, deed, "nmod")
    for clause in who:
        author.doc.hang(clause, deed, clause.dep_)
    return bool(when or who)


def day_of(on: Token, frames: Frames) -> bool:
    """ "Were held yesterday over the murder of X on 16 July": who was held yesterday was not held on 16 July."""
    day = on.head
    verb = day.head
    if on.relation is not Dep.CASE or day.relation is not Dep.OBLIQUE or verb.pos_ != "VERB" or day.i < verb.i:
        return False
    dated = day.pos_ == "NUM" and any(c.pos_ == "PROPN" and c.i == day.i + 1 for c in day.children)
    if not (dated or day.lower_ in _WEEKDAYS):
        return False
    other = [t for t in children(verb, Dep.OBLIQUE, Dep.ADVERB, Dep.NOMINAL) if t.lemma_.lower() in _SPANS]
    if not any(t.i < on.i for t in other):
        return False
    deed = on.nbor(-1)
    while deed != verb and deed.head != deed and deed.lemma_.lower() not in frames.nouns:
        deed = deed.head
    if deed == verb or deed.pos_ != "NOUN" or deed.lemma_.lower() not in frames.nouns or verb not in deed.ancestors:
        return False
    on.doc.hang(day, deed, "nmod")
    return True


def _second_subject(noun: Token) -> list[Token]:
    """The driver of "the murder of X and his driver was condemned", of which the parser makes a subject beside it."""
    if noun.relation not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return []
    joined = {t.i for t in children(noun.head, Dep.COORDINATOR)}
    return [t for t in children(noun.head, noun.relation) if t.i > noun.i and t.left_edge.i - 1 in joined]


def among_killers(noun: Token) -> bool:
    """ "The murderers of the priest, including Major X": X is one of them; one man cannot include another."""
    if noun.lower_ not in _KILLERS:
        return False
    behind = noun.doc[noun.i + 1 : min(noun.i + _NEAR, sentence_of(noun).end)]
    including = next((t for t in behind if t.lower_ == "including" and t.relation is Dep.CASE), None)
    if including is None or including.head.i < including.i or behind[0].lower_ != "of":
        return False
    victim = noun.doc[noun.i + 2 : including.i]
    if any(t.tag_ in ("NNS", "NNPS", "CD", "CC") for t in victim):
        return False
    noun.doc.hang(including.head, noun, "nmod")
    return True


def _perpetrated(verb: Token, frames: Frames) -> Token | None:
    """The deed that a clause cut short with a doer of its own must be of: the last one told before it."""
    if children(verb, *_AUXILIARIES) or not children(verb, Dep.AGENT):
        return None
    if verb.relation is Dep.NOUN_CLAUSE and verb.head.pos_ in ("NOUN", "PROPN"):
        return _over(verb.head, frames)
    if verb.relation not in _LOOSE:
        return None
    if bool(children(verb, *_SUBJECTS)) != bool(children(verb, Dep.COORDINATOR)):
        return None
    for word in reversed(verb.doc[max(sentence_of(verb).start, verb.i - _FURTHEST) : verb.i]):
        if word.pos_ in ("VERB", "AUX") or word.text in (";", ":"):
            return None
        if word.pos_ == "NOUN" and word.lemma_.lower() in frames.nouns and word.relation is not Dep.COMPOUND:
            return word
    return None


def _over(noun: Token, frames: Frames) -> Token | None:
    """The deed of "attacks on pipelines conducted by rebels", which are not the pipelines."""
    if noun.lemma_.lower() in frames.nouns:
        return None
    for above in noun.ancestors:
        if above.pos_ == "NOUN" and above.lemma_.lower() in frames.nouns:
            return above
        if above.relation not in (Dep.NOMINAL, Dep.CONJUNCT, Dep.COMPOUND):
            return None
    return None


def _joined(other: Token, deed: Token, conjunctions: list[Token]) -> None:
    """ "The murder of X and two of his guards perpetrated by": the guards, taken for a subject, are murdered with X."""
    whom = next((t for t in children(deed, Dep.NOMINAL) if preposition(t) == "of"), None)
    if whom is not None:
        other.doc.hang(other, whom, "conj")
        for conjunction in conjunctions:
            other.doc.hang(conjunction, other, "cc")


def _for_which(verb: Token, frames: Frames) -> Token | None:
    """ "No deaths in the bombing, for which rebels are blamed": the deed before the comma."""
    which = next((t for t in verb.children if t.lower_ == "which" and preposition(t) == "for"), None)
    first = which.left_edge.i if which is not None else 0
    if first < 2 or verb.doc[first - 1].text != ",":
        return None
    noun = verb.doc[first - 2]
    return noun if noun != verb.head and noun.pos_ == "NOUN" and noun.lemma_.lower() in frames.nouns else None


def fire_mended(fire: Token) -> bool:
    """ "Set two trucks loaded with ore on fire", "burned down the village": what was set, and what burned."""
    doc = fire.doc
    if fire.lower_ == "down":
        return _burned_down(fire)
    if not fire.i or fire.nbor(-1).lower_ != "on" or fire.relation not in (Dep.OBLIQUE, Dep.NOMINAL):
        return False
    verb = next((t for t in fire.ancestors if t.lemma_.lower() == "set"), None)
    if verb is None or verb == fire.head or not children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT):
        return False
    doc.hang(fire, verb, "obl")
    return True


def _burned_down(down: Token) -> bool:
    doc, burned = down.doc, down.nbor(-1) if down.i else down
    if burned.lower_ not in _BURNED or children(burned, Dep.OBJECT):
        return False
    whole = (t for t in children(burned, Dep.OBLIQUE) if t.i > down.i)
    village = next((t for t in whole if t.left_edge.i in (down.i, down.i + 1)), None)
    if village is None or (preposition(village) not in ("", "down")):
        return False
    doc.hang(down, burned, "compound:prt")
    doc.hang(village, burned, "obj")
    return True
