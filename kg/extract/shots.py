"""Mends "shot dead" and "shot and killed", where the parser took "shot" for a noun or a part of the name before it."""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_NEAR = 7
_INNER = (Dep.COMPOUND, Dep.TITLE, Dep.NAME)
_NOMINAL = frozenset({"NOUN", "PROPN"})


def shot_mended(word: Token) -> bool:
    """ "A sniper shot dead a woman who …": taken for a noun, though a noun for people and "dead" stand around it."""
    doc = word.doc
    if word.i and (beside := _and_killed(word)) is not None:
        _two_verbs(word, *beside)
        return True
    if word.i == 0 or word.i + 2 >= len(doc) or word.nbor().lower_ != "dead":
        return word.i > 0 and (_whom_right_behind(word) or _from_a_thing(word))
    parsed = doc.parsed[word.i]
    whom = _behind_dead(word.nbor())
    if whom is None and word.pos_ == "NOUN" and word.nbor(-1).pos_ == "NUM" and word.nbor(-1).head == word:
        return _counted(word)
    acting = [c for c in children(word, Dep.SUBJECT) if c.i < word.i]
    if whom is not None and whom.head in (word, word.nbor()) and acting:  # only the word class is wrong
        parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
        for child in children(word, Dep.NOMINAL):
            doc.hang(child, word, "obl")
        doc.hang(whom, word, "obj")
        doc.hang(word.nbor(), word, "xcomp")
        thing = word.nbor(-1)
        if thing != acting[0] and thing.head == word and children(word, Dep.CASE):  # "two men on [a motorcycle shot]"
            for child in [c for c in word.children if acting[0].i < c.i < thing.i]:
                doc.hang(child, thing, child.dep_)
            doc.hang(thing, acting[0], "nmod")
        return True
    if whom is not None and _by_those_named(word, whom):
        return True
    doer = next((c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1), None)
    noun = lexicon.noun(doer.lemma_.lower()) if doer is not None else None
    if doer is None or (noun is None and doer.ent_type_ not in ("ORG", "NORP")):
        return False
    if whom is None or (whom != word.head and whom.head != word.head):
        return False
    over = whom if word.head == whom else word.nbor() if word.head == word.nbor() else word
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
    doc.hang(word, over.head if over.head != over else word, "ROOT" if over.head == over else over.dep_)
    doc.hang(whom, word, "obj")
    for child in [c for c in word.children if c.i < doer.i]:
        doc.hang(child, doer, child.dep_)
    doc.hang(doer, word, "nsubj")
    doc.hang(word.nbor(), word, "xcomp")
    return True


def _from_a_thing(word: Token) -> bool:
    """ "Two men on a motorcycle shot and killed a guard": no motorcycle shot."""
    doc, men = word.doc, word.head
    if word.relation is not Dep.NOMINAL or word.i + 2 >= len(doc) or word.nbor().lower_ != "and":
        return False
    thing = next((c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1), None)
    verb, known = word.nbor(2), lexicon.noun(men.lemma_.lower())
    if thing is None or known is None or verb.lower_ not in ("killed", "wounded", "injured"):
        return False
    if verb.relation is not Dep.CONJUNCT or not children(verb, Dep.OBJECT) or children(verb, Dep.SUBJECT):
        return False
    parsed = doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
    for child in [c for c in word.children if c.i < thing.i]:
        doc.hang(child, thing, child.dep_)
    doc.hang(thing, men, "nmod")
    top = men.head == men
    doc.hang(word, word if top else men.head, "ROOT" if top else "ccomp")
    doc.hang(men, word, "nsubj")
    doc.hang(verb, word, "conj")
    return True


def _whom_right_behind(word: Token) -> bool:
    """ "A sniper shot three boys": no sort of shot, where people stand around it and no verb is above it."""
    doer = next((c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1), None)
    known = lexicon.noun(doer.lemma_.lower()) if doer is not None and word.relation is Dep.ROOT else None
    if doer is None or known is None or not known.classes & lexicon.SHOOTING:
        return False
    doc = word.doc
    near = doc[word.i + 1 : min(word.i + _NEAR, word.sent.end)]
    whom = next((t for t in near if t.pos_ in _NOMINAL and t.relation not in _INNER), None)
    if whom is None or whom.left_edge.i != word.i + 1 or whom.head not in (word, whom):
        return False
    if whom.ent_type_ != "PERSON" and lexicon.noun(whom.lemma_.lower()) is None:
        return False
    parsed = doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
    for child in [c for c in word.children if c.i < doer.i]:
        doc.hang(child, doer, child.dep_)
    for child in [c for c in word.children if c.i > whom.i and c.relation is Dep.NOMINAL]:
        doc.hang(child, word, "obl")
    doc.hang(doer, word, "nsubj")
    doc.hang(whom, word, "obj")
    return True


def _two_verbs(word: Token, doer: Token, verb: Token) -> None:
    doc, strikers = word.doc, verb.head
    doc.parsed[word.i].tag_, doc.parsed[word.i].pos_, doc.parsed[word.i].lemma_ = "VBD", "VERB", "shoot"
    doc.hang(doer, word, "nsubj")
    town = next((c for c in children(word, Dep.COMPOUND) if c.ent_type_ == "LOC"), None)
    if town is not None:  # "in Kano police shot and wounded him"
        for case in children(word, Dep.CASE):
            doc.hang(case, town, "case")
        doc.hang(town, word, "obl")
    if verb.relation is Dep.ADJECTIVE:  # "shot and wounded nine strikers": no wounded strikers
        doc.parsed[verb.i].tag_, doc.parsed[verb.i].pos_ = "VBD", "VERB"
        doc.hang(verb, word, "conj")
        doc.hang(strikers, verb, "obj")


def _and_killed(word: Token) -> tuple[Token, Token] | None:
    """Who "police" are in "Police shot and killed a man", taken for one noun with "shot", and the second verb."""
    doer = next((c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1), None)
    if doer is None or word.relation is not Dep.ROOT or word.i + 3 >= len(word.doc) or word.nbor().lower_ != "and":
        return None
    verb = word.nbor(3) if word.nbor(2).pos_ == "ADV" else word.nbor(2)
    beside = verb.relation is Dep.CONJUNCT and verb.head == word and not children(verb, Dep.SUBJECT)
    beside = beside or (verb.relation is Dep.ADJECTIVE and verb.head.head == word)
    if verb.lower_ not in ("killed", "wounded", "injured") or not beside:
        return None
    known = lexicon.noun(doer.lemma_.lower()) is not None or doer.ent_type_ in ("ORG", "NORP", "PERSON")
    return (doer, verb) if known else None


def _counted(word: Token) -> bool:
    """ "Three shot dead in Kano": no three shots, but three people."""
    doc, dead, parsed = word.doc, word.nbor(), word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", "shoot"
    if dead.head != word:  # "three shot were dead"
        doc.hang(word, dead.head if dead.head != dead else word, "ROOT" if dead.head == dead else dead.dep_)
    doc.hang(word.nbor(-1), word, "nsubj:pass")
    for child in [c for c in (*word.children, *dead.children) if c.i > dead.i]:
        doc.hang(child, word, {Dep.NOMINAL: "obl", Dep.NOUN_CLAUSE: "advcl"}.get(child.relation, child.dep_))
    doc.hang(dead, word, "xcomp")
    return True


def _behind_dead(dead: Token) -> Token | None:
    """The noun phrase right behind "dead"."""
    for word in dead.doc[dead.i + 1 : dead.i + 6]:
        begins = word.left_edge.i in (dead.i, dead.i + 1) or dead.head == word
        if word.pos_ in _NOMINAL and word.relation is not Dep.COMPOUND and begins:
            return word
        if word.pos_ in ("VERB", "AUX", "ADP") or word.text in (",", ".", ";", ":"):
            return None
    return None


def _others_say(verb: Token, doer: Token) -> bool:
    """Whether a verb at the end has a subject of its own, besides the one that the parser gave it: ", police said"."""
    tellers = [t for t in children(verb, Dep.SUBJECT) if t != doer]
    return bool(tellers) and verb.relation is Dep.ROOT and tellers[0].left_edge.nbor(-1).text == ","


def _by_those_named(word: Token, whom: Token) -> bool:
    """ "Members of the Front shot dead nine farmers": the members did, whatever the parser hung on what."""
    doc, last = word.doc, word.nbor(-1)
    if last.pos_ not in _NOMINAL and last.tag_ != "NNP":
        return False
    doer = word.head if last.head == word and word.head != word else last
    while doer.head.i < doer.i and doer.head.pos_ in _NOMINAL and doer.head != word:
        doer = doer.head
    said, dead = doer.head if doer.relation is Dep.SUBJECT else doer, word.nbor()
    known = doer.relation is Dep.ROOT or said == dead or _others_say(said, doer)
    if doer == last or doer.i > last.i or not known:
        return False
    parsed = doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
    if last.head == word:
        for child in [c for c in word.children if c.i < last.i]:
            doc.hang(child, last, child.dep_)
        doc.hang(last, doer, "nmod")
    for child in [c for c in doer.children if c.i > word.i]:
        doc.hang(child, word, "obl" if child.relation is Dep.NOMINAL else child.dep_)
    if said == doer:
        doc.hang(word, word, "ROOT")
    elif said == dead:  # "two men on a motorcycle shot [were] dead"
        doc.hang(word, dead.head if dead.head != dead else word, "ROOT" if dead.head == dead else dead.dep_)
        for child in [c for c in dead.children if c.i > dead.i]:
            doc.hang(child, word, child.dep_)
    else:
        for child in [c for c in said.children if word.i < c.i < said.i and c.relation is Dep.OBLIQUE]:
            doc.hang(child, word, "obl")
        doc.hang(word, said, "ccomp")
    doc.hang(doer, word, "nsubj")
    doc.hang(whom, word, "obj")
    doc.hang(word.nbor(), word, "xcomp")
    return True
