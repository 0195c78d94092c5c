"""Mends the trees of names: ranks before them, lists of them, and surnames that look like verbs.

"The dead were Sgt. Omar Reyes, Cpl. Dean West and Private Tom Vance": the parser makes a rank the head of what follows,
or one name of two people, and whoever the list names behind it is lost.
"""

from __future__ import annotations

from spacy.tokens import Span

from kg.extract.entities import lexicon
from kg.extract.marks import QUOTES
from kg.extract.syntax import determiner, head_of_name, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.extract.times.words import MONTHS, WEEKDAYS
from kg.knowledge import nouns, persons
from kg.model import EntityKind

_LONGEST = 5  # words and stops of a rank: "Sgt. 1st Class"
_CARRIED = frozenset({"was", "were", "is", "has", "had", ",", "who"})
_CALLED = frozenset({"know", "name", "identify", "call"})
_NICKNAME = 6  # words from the first part of a name to the end of what he is called
_PASSIVE = frozenset({"VBN", "VBD"})
_MISTAKEN = frozenset({"ADV", "ADJ", "NOUN", "PROPN", "NUM", "INTJ", "X"})
_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "tomorrow"})


def names_mended(name: Token) -> bool:
    """Mends, in place, what stands around the first word of a person's name; whether anything was wrong."""
    if _over_lines(name):
        return True
    if _nicknamed(name):
        return True
    mended = _titled_within(name) | _surname(name) | _ranked(name) | _two_people(name) | _below_a_part(name)
    mended |= _who_he_is(name) | _what_he_is(name) | _beside_the_known(name) | _second_office(name)
    mended |= _those_named(name)
    return mended | _many_beside(name) | _first_office(name) | _listed(name) | _goes_on(name)


def _those_named(name: Token) -> bool:
    """ "The men, A and B, were shot": two names between commas say who the men are, and are no further people."""
    people = name.head
    if name.relation not in (Dep.CONJUNCT, Dep.APPOSITION) or people.tag_ != "NNS" or name.i < people.i:
        return False
    if people.nbor(1).text != "," or people.i + 2 not in (name.i, name.left_edge.i):
        return False
    others = [t for t in children(people, Dep.CONJUNCT) if t.i > name.i]
    if determiner(people) != "the" or not others or any(t.ent_type_ != "PERSON" for t in others):
        return False
    end = others[-1].right_edge.i + 1
    if end >= len(name.doc) or name.doc[end].text != ",":
        return False
    name.doc.hang(name, people, "appos")
    for other in others:
        name.doc.hang(other, name, "conj")
    return True


def _over_lines(name: Token) -> bool:
    """ "Jon Kane, 61, baker / Tom Kane, 19": no name goes on in the next line; what begins small is none."""
    doc, last = name.doc, _last(name)
    broken = next((t.i for t in doc[name.i : last.i] if "\n" in t.text), None)
    if broken is None:
        return False
    pieces = ((name.i, broken), (broken + 1, last.i + 1))
    whole = [Span(doc.parsed, *piece, label="PERSON") for piece in pieces if doc[piece[0]].text[:1].isupper()]
    doc.parsed.set_ents([*(e for e in doc.parsed.ents if not e.start <= name.i < e.end), *whole])
    return True


def _nicknamed(name: Token) -> bool:
    """ "Carlos “El Negro” Mora": what stands in quotation marks is within the name."""
    doc, last = name.doc, _last(name)
    marks = [t for t in doc[name.i : min(last.i + _NICKNAME, name.sent.end)] if t.text in QUOTES]
    if len(marks) < 2 or not name.i < marks[0].i <= last.i + 1 or marks[1].i < last.i:
        return False
    end = marks[1].i + 1
    inside = doc[marks[0].i + 1 : marks[1].i]
    while end < name.sent.end and (doc[end].ent_type_ == "PERSON" or (doc[end].pos_ == "PROPN" and doc[end].is_title)):
        end += 1
    if end == marks[1].i + 1 or not inside or any(t.text.islower() or t.is_punct for t in inside):
        return False
    for word in doc[last.i + 1 : end]:
        doc.hang(word, name, "punct" if word.is_punct else "flat")
    whole = Span(doc.parsed, name.i, end, label="PERSON")
    doc.parsed.set_ents([*(e for e in doc.parsed.ents if not name.i <= e.start < end), whole])
    return True


def _titled_within(name: Token) -> bool:
    """ "Abdisalan Sheikh Hassan": what stands between two parts of a name is one as well."""
    if name.i + 2 >= len(name.doc):
        return False
    word, last = name.nbor(), name.nbor(2)
    inside = word.ent_iob_ == "I" and last.ent_iob_ == "I" and word.relation is Dep.TITLE
    if not inside or last.head != name or word.head != last:
        return False
    name.doc.hang(word, name, "flat")
    return True


def _ranked(name: Token) -> bool:
    """ "Were Private Tom Vance": the rank is the name's, and what hangs on the rank is said of who bears the name."""
    doc, begin = name.doc, name.i
    if not begin or not (name.nbor(-1).text == "." or name.nbor(-1).text[:1].isupper()):
        return False
    titles = persons.titles()
    for at in range(max(begin - _LONGEST, name.sent.start), begin):
        if doc[at].text[:1].isupper() and titles.find(doc.text[doc[at].idx : name.idx].strip()) is not None:
            begin = at
            break
    rank = [t for t in doc[begin : name.i] if t.text != "."]
    if not rank or any(t.ent_type_ == "PERSON" for t in rank):
        return False
    inside = {t.i for t in rank}
    top = next((t for t in rank if t.head.i not in inside or t.head == t), rank[0])
    strays = [c for t in rank for c in t.children if c.i not in inside and c != name and c.text != "."]
    if top.head != name:
        above = name in top.ancestors or top.relation in (Dep.NAME, Dep.TITLE, Dep.COMPOUND)
        if above or not (name.head in rank or name.head in (name, top.head)):
            return False
        over, label = top.head, top.dep_
        doc.hang(name, name if over == top else over, label)
    elif not strays:
        return False
    for child in strays:
        doc.hang(child, name, child.dep_)
    for word in rank:
        doc.hang(word, name, "nmod:desc")
    return True


def _two_people(name: Token) -> bool:
    """ "Omar Reyes, Cpl. Dean West and a driver": no name goes on behind a comma, whoever comes next is another."""
    first, second = sorted((name, name.head), key=lambda t: t.i)
    if name.relation not in (Dep.NAME, Dep.PARATAXIS, Dep.OTHER) or name.head.ent_type_ != "PERSON" or first == second:
        return False
    between = name.doc[first.i + 1 : second.i]
    if not any(t.text in (",", ";") or t.lower_ == "and" for t in between):
        return False
    name.doc.hang(name, name.head, "conj")
    return True


def _below_a_part(name: Token) -> bool:
    """ "Corporal Ann Hill, 24, and Owen Lee": who is listed beside a name is so beside the whole of it."""
    if name.relation is not Dep.CONJUNCT or name.head.relation is not Dep.NAME:
        return False
    whole = head_of_name(name.head)
    if whole == name:
        return False
    name.doc.hang(name, whole, "conj")
    return True


def _who_he_is(name: Token) -> bool:
    """ "Ana Ruiz, 34, a teacher; Juan Ruiz, 9, her son; and a guard": between semicolons one person is told of."""
    changed = False
    for noun in children(name, Dep.CONJUNCT):
        first, last = next(t for t in noun.subtree if not t.is_punct), noun.right_edge
        if noun.tag_ != "NN" or noun.i < name.i or children(noun, Dep.COORDINATOR) or first.nbor(-1).text != ",":
            continue
        if first.tag_ not in ("PRP$", "DT") or last.i + 1 >= len(name.doc):
            continue
        if last.nbor().text == ";" or (
            last.nbor().text == "." and any(t.text == ";" for t in name.doc[name.sent.start : name.i])
        ):
            name.doc.hang(noun, name, "appos")
            changed = True
    return changed


def _what_he_is(name: Token) -> bool:
    """ "Killed Ana Ruiz, a nun, teacher and a friend of ours": one person; a list of people would say "a teacher"."""
    called = [a for a in children(name, Dep.APPOSITION) if a.tag_ == "NN" and a.pos_ == "NOUN" and a.i > name.i]
    more = [c for c in children(name, Dep.CONJUNCT) if called and c.i > called[0].i]
    if not more or called[0].nbor(-1).lower_ not in ("a", "an"):
        return False
    own = any(c.pos_ in ("DET", "NUM", "PRON") for c in more[0].children if c.i < more[0].i)
    if own or any(c.tag_ != "NN" or c.ent_type_ or c.pos_ != "NOUN" for c in more):
        return False
    for noun in more:
        name.doc.hang(noun, called[0], "conj")
    return True


def _beside_the_known(name: Token) -> bool:
    """ "Her driver, known only as Hamid, and two guards died": the guards are beside the driver."""
    called, head = name.head, name.head.head
    if name.relation is not Dep.OBLIQUE or called.lemma_ not in _CALLED or called.relation is not Dep.NOUN_CLAUSE:
        return False
    listed = [t for t in children(name, Dep.CONJUNCT) if t.i > name.i]
    first = min((c.left_edge for c in listed), default=None, key=lambda t: t.i)
    if first is None or first.nbor(-1).text != "," or head.pos_ not in ("NOUN", "PROPN"):
        return False
    for other in listed:
        name.doc.hang(other, head, "conj")
    return True


def _second_office(name: Token) -> bool:
    """ "The murder of Ana Ruiz, president of the union and mayor of Kano": an office behind an office is hers as well.

    Not where several are said to have died, or the second has an article, an owner or a name of its own.
    """
    offices = [a for a in children(name, Dep.APPOSITION) if a.i > name.i and _office(a)]
    seconds = [c for c in children(name, Dep.CONJUNCT) if offices and c.i > offices[0].i and _office(c)]
    if len(offices) != 1 or len(seconds) != 1 or children(name, Dep.CONJUNCT) != seconds:
        return False
    second, joint = seconds[0], seconds[0].left_edge
    if joint.lower_ != "and" or joint.nbor(-1).text == ",":
        return False
    if any(c.relation in (Dep.DETERMINER, Dep.POSSESSOR, Dep.NUMERAL, Dep.NAME) for c in second.children):
        return False
    if any(c.lower_ in ("were", "are") for c in name.head.children):
        return False
    name.doc.hang(second, offices[0], "conj")
    return True


def _first_office(name: Token) -> bool:
    """ "Senator and former minister Ana Ruiz was killed": the senator is she, too."""
    doc, second = name.doc, name
    if name.relation is Dep.APPOSITION and name.head.i == name.i - 1 and name.head.tag_ == "NN":
        second = name.head
    elif not any(_office(t) for t in children(name, Dep.TITLE)):
        return False
    first = second.head
    if second.relation is not Dep.CONJUNCT or first.i > second.i or not _office(first) or first.ent_type_:
        return False
    inside = (Dep.CONJUNCT, Dep.COORDINATOR, Dep.ADJECTIVE, Dep.COMPOUND, Dep.CASE, Dep.PUNCTUATION)
    if doc[first.i + 1].lower_ != "and" or any(c.relation not in inside for c in first.children):
        return False
    if any(c.lower_ in ("were", "are") for c in first.head.children) and first.relation is not Dep.CONJUNCT:
        return False
    doc.hang(second, second if first.head == first else first.head, first.dep_)
    for child in [c for c in first.children if c != second and c.relation in (Dep.CONJUNCT, Dep.CASE)]:
        doc.hang(child, second, child.dep_)
    doc.hang(first, second, "nmod:desc")
    return True


def _listed(name: Token) -> bool:
    """ "Ana Ruiz, 42; a boy known as Leo; Juan Ruiz, and a guard": between semicolons each is another."""
    doc, changed = name.doc, False
    first = name.head
    while first.relation is Dep.APPOSITION and first.ent_type_ != "PERSON":
        first = first.head
    if name.relation is Dep.APPOSITION and first.ent_type_ == "PERSON" and _behind_semicolon(name):
        doc.hang(name, first, "conj")
        changed = True
    for noun in (a for a in children(name, Dep.APPOSITION) if a.i > name.i and _behind_semicolon(a)):
        within = [t for t in noun.subtree if t.relation is Dep.CONJUNCT and t.head != noun and t.i > noun.i]
        later = next((t.i for t in within if _behind_semicolon(t)), len(doc))
        doc.hang(noun, name, "conj")
        for beside in (t for t in within if t.i >= later):
            doc.hang(beside, name, "conj")
        changed = True
    return changed


def _behind_semicolon(word: Token) -> bool:
    """Whether the phrase of a word begins behind a semicolon."""
    first = next(t for t in word.subtree if t.pos_ != "PUNCT" and t.lower_ != "and")
    return any(t.text == ";" for t in word.doc[max(first.i - 2, 0) : first.i])


def _many_beside(name: Token) -> bool:
    """ "Killed Bishop Omar Reyes, 90 peasants in Kura and a guard": one is not ninety, and none is lost behind them."""
    many = [a for a in children(name, Dep.APPOSITION) if a.tag_ == "NNS" and children(a, Dep.NUMERAL)]
    changed = False
    for noun in (a for a in many if nouns.people().find(a.lemma_.lower()) is not None):
        for beside in (noun, *children(noun, Dep.CONJUNCT)):
            name.doc.hang(beside, name, "conj")
        changed = True
    return changed


def _office(noun: Token) -> bool:
    """Whether a word is a singular noun for people and no kin: "president", "mayor"."""
    found = nouns.people().find(noun.lemma_.lower()) if noun.tag_ in ("NN", "NNP") else None
    return found is not None and not found.is_a("kin") and found.number != "collective"


def _goes_on(name: Token) -> bool:
    """ "The murder of Medgar Evers", "of Ruth First": a capital right behind a name is of the name, whatever the tagger
    took it for; not a weekday ("shot Jon Kane Monday"), nor in headlines."""
    doc, last = name.doc, _last(name)
    if last.i + 2 >= len(doc):
        return False
    word, after = last.nbor(), last.nbor(2)
    if not word.text.istitle() or not word.text.isalpha() or word.ent_type_ or word.pos_ not in _MISTAKEN:
        return False
    if word.children or word.sent != name.sent or word.lower_ in _DAYS or after.text[:1].isupper() or after.is_digit:
        return False
    if word.lower_ in MONTHS and last != name:
        return False
    if not any(t.pos_ in ("VERB", "AUX") and t.text.islower() for t in name.sent):
        return False
    if word.relation in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT) and word.head.i > word.i:
        doc.hang(name, word.head, word.dep_)  # "and President Ana | Ruiz called it a bluff"
    _one_name(name, word)
    return True


def _one_name(name: Token, word: Token) -> None:
    """Makes a word the last part of a name."""
    doc, parsed = name.doc, name.doc.parsed
    doc.hang(word, name, "flat")
    parsed[word.i].tag_, parsed[word.i].pos_, parsed[word.i].lemma_ = "NNP", "PROPN", word.text
    whole = Span(parsed, name.i, word.i + 1, label="PERSON")
    parsed.set_ents([*(e for e in parsed.ents if not e.start <= name.i < e.end), whole])


def _last(name: Token) -> Token:
    """The last word of the name that begins with a word."""
    tokens, last = name.doc.tokens, name.i
    while last + 1 < len(tokens) and tokens[last + 1].ent_iob_ == "I" and tokens[last + 1].ent_type_ == "PERSON":
        last += 1
    return tokens[last]


def _surname(name: Token) -> bool:
    """ "Governor Hassan Said was killed": a capital and another verb behind it show that nobody said anything."""
    doc, last = name.doc, _last(name).i
    if last + 2 >= len(doc) or doc[last + 2].lower_ not in _CARRIED:
        return False
    word = doc[last + 1]
    if word.pos_ != "VERB" or not word.text.istitle() or word.ent_type_:
        return False
    told = next((c for c in children(word, Dep.COMPLEMENT_CLAUSE) if c.i > word.i), None)
    if told is None or not told.text.islower():
        return False
    doc.hang(told, told if word.head == word else word.head, word.dep_)
    passive = told.tag_ in _PASSIVE and bool(children(told, Dep.PASSIVE_AUXILIARY))
    for child in [c for c in word.children if c != told]:
        subject = child.relation in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
        if subject and child.i > word.i:
            doc.hang(child, name, "appos")  # "Hassan Said, a reporter, was"
        else:
            doc.hang(child, told, ("nsubj:pass" if passive else "nsubj") if subject else child.dep_)
    _one_name(name, word)
    return True


def apposed_mended(name: Token) -> bool:
    """Hangs a name that stands beside a noun on the noun that it names, in place; whether it hung elsewhere."""
    return _named_within(name) or _of_whom(name) or _beside_them(name)


def _named_within(name: Token) -> bool:
    """ "The leader of the Red Band, Jon Kane", "a driver for a paper, Jon Kane": the name is not the Band's; hangs it
    on the noun, if it hung within."""
    inner = name.head
    outer = inner.head
    noun = lexicon.noun(outer.lemma_.lower()) if outer.pos_ == "NOUN" else None
    if noun is None or noun.kind is not EntityKind.PERSON or outer.tag_ != "NN" or inner.relation is not Dep.NOMINAL:
        return False
    prep, body = preposition(inner), lexicon.noun(inner.lemma_.lower())
    nobody = body is not None and body.kind is EntityKind.GROUP and prep in ("of", "for", "at", "from", "with")
    named = name.ent_type_ == "PERSON" or (name.ent_type_ == "LOC" and children(name, Dep.NAME))
    if not (nobody and named) and (name.ent_type_ != "PERSON" or inner.pos_ != "PROPN" or prep != "of"):
        return False
    name.doc.hang(name, outer, "appos")
    return True


def _beside_them(name: Token) -> bool:
    """ "The murder of the priests Omar Bello and Musa Sani": they are the priests, and no murder."""
    first = name.left_edge
    people = first.nbor(-1) if first.i else name
    if name.ent_type_ != "PERSON" or people.head != name.head or preposition(people) != "of" or people.pos_ != "NOUN":
        return False
    noun = lexicon.noun(people.lemma_.lower())
    over = lexicon.noun(name.head.lemma_.lower())
    if noun is None or noun.kind is not EntityKind.PERSON or over is not None:
        return False
    name.doc.hang(name, people, "appos")
    return True


def _of_whom(name: Token) -> bool:
    """ "Staff of the charity Nour Relief": no other word for the staff, but whose they are."""
    first = name.left_edge
    if first.lower_ != "of" or first.i != name.head.i + 1 or name.head.pos_ not in ("NOUN", "PROPN"):
        return False
    name.doc.hang(first, name, "case")
    name.doc.hang(name, name.head, "nmod")
    return True
