"""Rolls of the dead: sentences that say who those are that others before them told of as harmed.

"The dead were named as A and B", "among those killed was C", "D was one of the six victims", "the victims included
E". The noun phrase for the harmed and the names are linked by a verb of naming, by "be" or by "include"; the clause
that links them carries the stance ("E may be among the dead").
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.syntax.arguments import subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.memory import forms_of, sentence_of
from kg.extract.syntax.nouns import appositions, conjuncts, preposition
from kg.extract.syntax.tokens import Token

_NAMING = frozenset({"name", "identify", "list"})
_NAMED = (Dep.PASSIVE_SUBJECT, Dep.SUBJECT, Dep.OBJECT, Dep.OPEN_CLAUSE)
_INCLUDING = frozenset({"include", "comprise", "number"})
_PARTS = frozenset({"one", "two", "three", "four", "five", "some", "several", "other"})
_AMONG = frozenset({"among", "amongst"})
_INCLUDED = frozenset({"including", "included"})
_BEFORE_THEM = _AMONG | _INCLUDED | {"one"}
_REACH = 24  # words from the event word to those among the harmed who are told behind it
_HARMED = frozenset({"victims", "dead", "wounded", "injured", "martyrs", "deceased", "killed", "slain"})
_THOSE = frozenset({"those"})
_NEXT = 6  # words from those harmed to "among them" right behind them
_LINE = 30  # words of a line of a list
_MARKED = 6  # words in which a line of a list comes to its name: "2.", "Sgt.", "Mrs"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is listed, and the word that heads the listing clause; ``whole`` if nobody else is left.

    ``number`` is the word for how many of those harmed the names stand for ("five of the dead were women").
    """

    clause: Token
    names: tuple[Token, ...]
    whole: bool
    number: Token | None = None
    counted: Token | None = None  # "the ten who died were": of so many


def roll_of(harmed: Token) -> Roll | None:
    """The roll that a noun phrase for people harmed ("the dead", "those killed") belongs to, None if it is in none."""
    for find in (_listed_below, _named, _whom_named, _equated, _included, _among, _numbered, _announced):
        roll = find(harmed)
        if roll is not None and roll.names and harmed not in roll.names:
            return roll
    return None


def _named(harmed: Token) -> Roll | None:
    """ "the dead were named as A", "police identified the victims as A", "one of the dead was identified as A"."""
    part = preposition(harmed) == "of" and harmed.head.lower_ in _PARTS
    named = harmed.head if part else harmed
    verb = named.head
    if verb.lemma_.lower() not in _NAMING or dep(named) not in _NAMED:
        return None
    found = [c for c in (*verb.children, *named.children) if c.i > harmed.i and preposition(c) == "as"]
    return _roll(verb, found, whole=not part)


def _whom_named(harmed: Token) -> Roll | None:
    """ "Four dead, whom they named as A, B, C and D"."""
    part = preposition(harmed) == "of" and harmed.head.pos_ == "NUM"  # "four of their dead, whom they named as"
    for verb in children(harmed.head if part else harmed, Dep.RELATIVE, Dep.NOUN_CLAUSE):
        if verb.lemma_.lower() in _NAMING and any(c.lower_ == "whom" for c in verb.children):
            found = [c for c in verb.children if preposition(c) == "as"]
            return _roll(verb, found, whole=True)
    return None


def _equated(harmed: Token) -> Roll | None:
    """ "the others killed were A and B"."""
    clause = harmed.head
    that_of = preposition(clause) == "of" and any(c.lower_ == "that" for c in children(clause, Dep.SUBJECT))
    if dep(harmed) is not Dep.SUBJECT or not children(clause, Dep.COPULA) or (preposition(clause) and not that_of):
        return None
    return _roll(clause, [clause], whole=True)  # also "the body was that of A"


def _included(harmed: Token) -> Roll | None:
    """ "the victims included A"."""
    verb = harmed.head
    if dep(harmed) is not Dep.SUBJECT or verb.lemma_.lower() not in _INCLUDING:
        return None
    return _roll(verb, children(verb, Dep.OBJECT), whole=False)


def _among(harmed: Token) -> Roll | None:
    """ "among the dead was A", "A was among those killed", "A was one of those killed"."""
    words = preposition(harmed)
    if words in _AMONG:
        if children(harmed, Dep.COPULA) or any(s.i > harmed.i for s in children(harmed, Dep.SUBJECT)):
            behind = [t for t in children(harmed, Dep.OTHER) if t.i > harmed.i]  # as parsers call an inverted subject
            return _roll(harmed, subjects(harmed) or behind, whole=False)
        clause = harmed.head
        if children(clause, Dep.COPULA) and harmed.i < clause.i and clause.pos_ in _NOMINAL:
            return _roll(clause, [clause], whole=False)
        if clause.lemma_ == "be":
            return _roll(clause, children(clause, Dep.SUBJECT, Dep.ATTRIBUTE), whole=False)
    elif words == "of" and harmed.head.lower_ in _PARTS and children(harmed.head, Dep.COPULA):
        return _roll(harmed.head, children(harmed.head, Dep.SUBJECT), whole=False)
    elif words == "of" and harmed.head.lower_ == "one" and dep(harmed.head) is Dep.APPOSITION:
        return _roll(harmed.head, [harmed.head.head], whole=False)  # "A, one of the men killed, was a student"
    elif words == "of" and harmed.head.lower_ == "one" and dep(harmed.head) is Dep.SUBJECT:
        clause = harmed.head.head
        if clause.pos_ in _NOMINAL and children(clause, Dep.COPULA):
            return _roll(clause, [clause], whole=False)  # "one of the men killed was A"
    return None


def _numbered(harmed: Token) -> Roll | None:
    """ "five of the dead were women"."""
    number = harmed.head.head if harmed.head.pos_ == "ADP" else harmed.head
    if preposition(harmed) != "of" or number.pos_ != "NUM" or dep(number) is not Dep.SUBJECT:
        return None
    clause = number.head
    if clause.pos_ != "NOUN" or not children(clause, Dep.COPULA) or preposition(clause):
        return None
    return Roll(clause, (clause,), whole=False, number=number)


def _announced(harmed: Token) -> Roll | None:
    """ "the names of the victims: A, 29; B, 31; and C": told behind a colon."""
    if harmed.lower_ not in _HARMED:
        return None
    sentence = sentence_of(harmed)
    colon = next((t.i for t in sentence if t.text == ":" and t.i > harmed.i), None)
    naming = harmed.head.lemma_.lower() in _NAMING and dep(harmed) in _NAMED  # "were named as follows: A, 29; B, 31"
    if colon is None or (not naming and any(t.pos_ == "AUX" for t in harmed.doc[harmed.i : colon - 1])):
        return None
    behind = harmed.doc[colon + 1 : sentence.end]
    names = [t for t in behind if t.ent_type_ == "PERSON" and t.ent_iob_ == "B"]
    told = any(t.pos_ in ("VERB", "AUX") and t.head.i <= colon for t in behind)  # "the dead: A said B had fled"
    return Roll(harmed, tuple(names), whole=True) if names and not told else None


def _listed_below(harmed: Token) -> Roll | None:
    """ "Those killed were:" with a name in each line below."""
    names = names_below(harmed) if harmed.lower_ in _HARMED | _THOSE else ()
    return Roll(harmed, names, whole=True) if names else None


def names_below(word: Token) -> tuple[Token, ...]:
    """The names in the lines below a line that ends in a colon, one in each: "- A, 44, teacher", "2. B (31)"."""
    line = word.doc.tokens[word.i : word.i + _REACH]
    colon = next((t for t in line if t.text == ":" or t.is_space), word)
    if colon.text != ":":
        return ()
    names: list[Token] = []
    doc, begin = word.doc, colon.i + 1
    while begin < len(doc) and doc[begin].is_space:
        begin += 1
    while begin < len(doc) and "\n" in doc[begin - 1].text:
        end = next((t.i for t in doc.tokens[begin : begin + _LINE] if "\n" in t.text), min(begin + _LINE, len(doc)))
        near = doc[begin : min(begin + _MARKED, end)]
        opening = [t for t in near if t.ent_type_ == "PERSON" and t.ent_iob_ == "B"]
        if not opening or any(t.tag_ in _FINITE for t in doc[begin:end]):
            break
        names.append(opening[0])
        if end < len(doc) and doc[end].text.count("\n") > 1:
            break
        begin = end + 1
    return tuple(names)


def _roll(clause: Token, heads: list[Token], whole: bool) -> Roll:
    names: list[Token] = []
    meant = [t for head in heads for t in (_whose(head) if head.lower_ == "that" else [head])]
    for head in meant:
        if head.pos_ not in _NOMINAL:
            continue
        for each in conjuncts(head):
            beside = [a for a in appositions(each) if a.ent_type_ == "PERSON" and each.ent_type_ != "PERSON"]
            # "a captain, A": the name says it better, where one is meant; "two sisters, A and B" are counted, too
            named = beside[0] if beside else each
            several = conjuncts(named) if each.tag_ == "NNS" and beside else []
            names += beside if beside and each.tag_ in ("NN", "NNP") else [each, *(several if len(several) > 1 else [])]
    return Roll(clause, tuple(dict.fromkeys(n for n in names if n.pos_ in _NOMINAL)), whole)


def _whose(that: Token) -> list[Token]:
    """ "The body was identified as that of A": A's."""
    return [t for t in children(that, Dep.NOMINAL) if preposition(t) == "of"]


def among_them(verb: Token) -> list[Token]:
    """ "Twenty were killed in a blast, among them a Jordanian, A", "including A": some of the twenty, told behind.

    So are those told between the twenty and the verb: "Nine people, among them the mayor, A, were killed". Read from
    the order of the words, for the parser hangs the phrase on the blast as often as on the twenty.
    """
    doc, end = verb.doc, sentence_of(verb).end
    if forms_of(sentence_of(verb)).isdisjoint(_BEFORE_THEM):
        return []
    undergone = () if children(verb, Dep.OBJECT) else children(verb, Dep.PASSIVE_SUBJECT, Dep.SUBJECT)
    for people in undergone:
        before = doc[people.i + 1 : min(people.i + 1 + _NEXT, verb.i)]
        for word, them in pairwise(before):
            if word.lower_ in _AMONG and them.lower_ in ("them", "whom"):
                named = (t for t in doc[them.i + 1 : verb.i] if t.pos_ in _NOMINAL and t.head.i <= people.i)
                named = (t for t in named if t.relation is Dep.APPOSITION)
                head = next(named, None) or next((t for t in doc[them.i + 1 : verb.i] if t.head is verb), None)
                return list(_roll(verb, [head], whole=False).names) if head is not None else []
    for at in range(verb.i + 1, min(verb.i + _REACH, end - 1)):
        word = doc[at]
        if (word.pos_ in ("VERB", "AUX") and word.lower_ not in _INCLUDED) or word.text == ";":
            break
        begin = at + 1 if word.lower_ in _INCLUDED else 0
        if word.lower_ in _AMONG and doc[at + 1].lower_ in ("them", "whom"):
            begin = at + 2
        if word.lower_ == "one" and at + 3 < end and [t.lower_ for t in doc[at + 1 : at + 3]] == ["of", "them"]:
            begin = at + 3 if doc[at + 3].text == "," or doc[at + 3].ent_type_ == "PERSON" else 0
        if begin:
            heads = (t for t in doc[begin:end] if t.pos_ in _NOMINAL and not begin <= t.head.i < end)
            heads = (t for t in heads if t.lower_ not in ("them", "whom"))
            head = next(heads, None) or next((t for t in doc[begin:end] if t.head.i == t.i), None)
            return list(_roll(verb, [head], whole=False).names) if head is not None else []
    return []
