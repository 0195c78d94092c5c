"""Mends counts of dead and wounded: "14 dead and 22 wounded", "one terrorist dead", "sustained 12 killed".

Parsers rarely know what to do with a number and a word for an outcome and no noun: the number becomes a subject, the
wounded a verb that nobody acts with, the battalion that sustained them a victim.
"""

from __future__ import annotations

from kg.extract.numerals import read_cardinal
from kg.extract.syntax import preposition, sentence_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

OUTCOMES = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing"})
_HARMS = frozenset({"killed", "wounded", "injured", "hurt", "shot"})
_LEAVING = frozenset({"leave", "suffer", "sustain", "lose", "take", "report", "count", "put"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_BARE = frozenset({Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.OBLIQUE, Dep.NUMERAL, Dep.OTHER})
_HELPERS = (Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.COPULA)


def tally_mended(word: Token) -> bool:
    """Mends, in place, what hangs wrongly around a word for an outcome; whether anything did."""
    if word.i < 1:
        return False
    whole = word.head if word.nbor(-1) == word.head else word
    if whole.relation is Dep.NUMERAL and whole.head.i > word.i and preposition(whole) == "of":
        word.doc.hang(whole, whole.head.head, "obl")  # "of the nine wounded, three died": nine do not count the three
        return True
    return _headline(word) or _second_verb(word) or _counted_noun(word) or _number(word)


def list_mended(first: Token) -> bool:
    """ "Killed 300 guerrillas, 30 soldiers and 10 civilians": the soldiers are no other word for the guerrillas.

    Unless those behind come to the first number, which they then divide: "40 people, 30 soldiers and 10 civilians".
    """
    members = [t for t in _listed(first) if t.i > first.i]
    counted = [_count(t) for t in (first, *members)]
    if len(members) < 2 or any(n is None for n in counted) or _among(first, members[0]):
        return False
    whole, *parts = [n for n in counted if n is not None]
    relation = "appos" if whole == sum(parts) else "conj"
    if all(t.dep_ == relation and t.head == first for t in members):
        return False
    for member in members:
        first.doc.hang(member, first, relation)
    return True


def _listed(noun: Token) -> list[Token]:
    """The nouns that stand beside a noun or behind it in a list, at any depth."""
    beside = [t for t in children(noun, Dep.APPOSITION, Dep.CONJUNCT) if t.pos_ == "NOUN"]
    return [t for one in beside for t in (one, *_listed(one))]


def _among(first: Token, part: Token) -> bool:
    """ "45 people, among them 12 women", "45 people, including 12 women"."""
    return any(t.lower_ in ("among", "including", "them", "whom") for t in first.doc[first.i : part.i])


def _count(noun: Token) -> int | None:
    """The number that counts a noun, 1 for "a woman"; None where none does."""
    if any(t.lower_ in ("a", "an") for t in children(noun, Dep.DETERMINER)):
        return 1
    number = next((t.lower_ for t in children(noun, Dep.NUMERAL)), "")
    read = read_cardinal([number]) if number else None
    return read[0] if read is not None else None


def _number(word: Token) -> bool:
    """ "30 wounded", "leaves 12 dead": the number counts whoever is so, and no verb has it as its subject."""
    number = word.nbor(-1)
    if number.pos_ == "NUM" and number.head == word.head and _goes_on(word, number):
        for child in (number, *number.children):
            word.doc.hang(child, word, "nummod" if child == number else child.dep_)
        _adjective(word)
        return True
    if number.pos_ == "NUM" and word.head == number and word.relation in (Dep.ADJECTIVE, Dep.CONJUNCT):
        beside = [c for c in number.children if c != word]
        root = number.relation is Dep.ROOT
        word.doc.hang(word, word if root else number.head, number.dep_)
        for child in (number, *beside):
            word.doc.hang(child, word, "nummod" if child == number else child.dep_)
        _adjective(word)
        return True
    if _beside_number(word, number):
        return True
    if number.pos_ != "NUM" or number.head != word or number.relation not in _BARE or children(word, *_HELPERS):
        return False
    if number.relation in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        if word.relation is Dep.CONJUNCT and word.head.lemma_.lower() in _LEAVING:
            return _modified(word, number)
        return word.pos_ != "ADJ" and _suffered(word, number)
    if word.pos_ == "VERB" and word.relation is Dep.ROOT and number.relation is Dep.NUMERAL:
        for speaker in children(word, Dep.PASSIVE_SUBJECT, Dep.SUBJECT):
            if speaker.right_edge.nbor(1).text == ":":
                word.doc.hang(speaker, word, "parataxis")  # "UN: 93 killed"
        return _suffered(word, number, numeral=True)
    if word.relation is Dep.CONJUNCT and word.head.lower_ in _HARMS and word.head.pos_ == "VERB":
        return _suffered(word, number, numeral=True)  # "were killed and 48 wounded"
    return _modified(word, number)


def _goes_on(word: Token, number: Token) -> bool:
    """ "Of 176 killed and 300 wounded": whether a number and an outcome are both hung on the outcome told before."""
    first = word.head
    both = word.relation is Dep.CONJUNCT and number.relation is Dep.CONJUNCT
    return both and first.lower_ in OUTCOMES and first.relation is Dep.NOUN_CLAUSE and first.head.pos_ == "NUM"


def _beside_number(word: Token, number: Token) -> bool:
    """ "Left 14 dead", "suffered 14 killed and 40 wounded", where number and word hang on one verb side by side."""
    verb = next((t for t in word.ancestors if t.lemma_.lower() in _LEAVING), None)
    if number.pos_ != "NUM" or number.head == word or verb is None or verb not in (word.head, word.head.head):
        return False
    beside = word.head in (verb, number.head) and number.relation in (Dep.OBJECT, Dep.CONJUNCT, Dep.OPEN_CLAUSE)
    if not beside or children(word, *_HELPERS):
        return False
    relation, over = number.dep_, number.head
    for joint in [c for c in number.children if c.relation is Dep.COORDINATOR]:
        word.doc.hang(joint, word, "cc")
    word.doc.hang(number, word, "nummod")
    word.doc.hang(word, over, relation)
    _adjective(word)
    return True


def _suffered(word: Token, number: Token, numeral: bool = False) -> bool:
    """ "16 hurt in clash": nobody is hurt by the 16."""
    if word.tag_ == "JJ" and word.pos_ != "ADJ":
        _adjective(word)
        return True
    active = word.tag_ in _PARTICIPLES and number.relation is Dep.SUBJECT and not children(word, Dep.OBJECT)
    if active or numeral:
        word.doc.parsed[word.i].tag_ = "VBN"
        word.doc.hang(number, word, "nsubj:pass")
    return active or numeral


def _modified(word: Token, number: Token) -> bool:
    """ "Sustained 12 killed and 30 wounded": a number before a word for an outcome, like any noun."""
    changed = number.relation is not Dep.NUMERAL
    if changed:
        word.doc.hang(number, word, "nummod")
    verbal = word.tag_ in _PARTICIPLES or word.pos_ != "ADJ"
    if verbal and not children(word, Dep.OBJECT) and word.relation is not Dep.ROOT:
        _adjective(word)
        if word.relation is Dep.OPEN_CLAUSE:
            word.doc.hang(word, word.head, "obj")
        changed = True
    return changed


def _adjective(word: Token) -> None:
    parsed = word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "JJ", "ADJ", word.lower_


def _counted_noun(word: Token) -> bool:
    """ "One terrorist dead": the noun before the adjective is who is counted, and the adjective is said of it."""
    noun = word.nbor(-1)
    if word.tag_ != "JJ" or noun.pos_ != "NOUN" or noun.head != word or noun.relation is not Dep.COMPOUND:
        return False
    if not children(word, Dep.NUMERAL, Dep.DETERMINER):
        return False
    doc, moved = word.doc, [c for c in word.children if c != noun and (c.i < noun.i or c.relation is Dep.CONJUNCT)]
    root = word.relation is Dep.ROOT
    doc.hang(noun, noun if root else word.head, word.dep_)
    doc.hang(word, noun, "amod")
    for child in moved:
        doc.hang(child, noun, child.dep_)
    return True


def _headline(word: Token) -> bool:
    """ "One miner shot dead, 16 hurt": "shot" is no noun where "dead" stands behind it."""
    shot = word.nbor(-1)
    if word.lower_ != "dead" or shot.lower_ != "shot" or shot.pos_ != "NOUN" or shot.i < 1:
        return False
    whom = shot.nbor(-1)
    if whom.head != shot or whom.relation is not Dep.COMPOUND or sentence_of(word).text.rstrip()[-1:] == ".":
        return False
    doc = word.doc
    parsed = doc.parsed[shot.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", "shoot"
    for child in [c for c in shot.children if c.i < whom.i]:
        doc.hang(child, whom, child.dep_)
    doc.hang(whom, shot, "nsubj")
    doc.hang(word, shot, "xcomp")
    return True


def _second_verb(word: Token) -> bool:
    """ "Killed three and wounded five": two verbs with a number each, where the parser made one phrase of them."""
    if word.lower_ not in _HARMS or word.i < 3 or word.i + 1 >= len(word.doc):
        return False
    joint, number, first, behind = word.nbor(-1), word.nbor(-2), word.nbor(-3), word.nbor(1)
    if joint.lower_ not in ("and", ",") or number.pos_ != "NUM" or behind.pos_ != "NUM":
        return False
    if first.pos_ != "VERB" or first.lower_ not in _HARMS or (word.head == first and behind.head == word):
        return False
    doc = word.doc
    kept = [c for c in behind.children if c.i > behind.i]
    doc.hang(word, first, "conj")
    doc.hang(number, first, "obj")
    doc.hang(behind, word, "obj")
    for child in kept:
        doc.hang(child, first, "conj")
    return True
