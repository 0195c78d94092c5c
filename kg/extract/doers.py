"""Mends what parsers get wrong about who acts: subjects taken for objects of a participle or of the verb before.

"Hired assassins killed the judge": taken for whom somebody hired, they would have killed nobody.
"""

from __future__ import annotations

from kg.extract.syntax import is_passive, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.times.words import DAY_PARTS, MONTHS, OTHER_CORES, UNITS, WEEKDAYS

_CLOSING = frozenset({'"', "”", "'", "’", "''"})
_PAST = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({*WEEKDAYS, *MONTHS, *UNITS, *DAY_PARTS, *OTHER_CORES})
_MEANWHILE = frozenset({"as", "while", "after", "before", "when"})
_PERPETRATED = frozenset({"perpetrate", "commit"})


def doers_mended(verb: Token) -> bool:
    """Hangs on a verb who does it, in place; whether it had to."""
    if (others := _not_by(verb)) is not None:
        for word in children(verb, Dep.COORDINATOR, Dep.ADVERB, Dep.NEGATION)[:2]:
            verb.doc.hang(word, others[1], word.dep_)
        verb.doc.hang(others[1], others[0], "conj")
        return True
    doers = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    if (bare := _bare_doer(verb, doers)) is not None:
        for behind in doers:  # "Gunmen shot dead two drivers"
            verb.doc.hang(behind, verb, "obj")
        verb.doc.hang(bare, verb, "nsubj")
        return True
    if not doers:
        return _subject_mended(verb)
    if (listed := _beside_heading(verb, doers[0])) is not None:
        verb.doc.hang(listed, verb, doers[0].dep_)
        verb.doc.hang(doers[0], verb, "obl")
        return True
    if (first := _first_of_them(verb, doers[0])) is not None:
        for conjunction in children(first, Dep.COORDINATOR):
            verb.doc.hang(conjunction, doers[0], "cc")
        verb.doc.hang(verb, verb, "ROOT")
        verb.doc.hang(first, verb, doers[0].dep_)
        verb.doc.hang(doers[0], first, "conj")
        return True
    if (name := _in_quotes(verb, doers[0])) is not None:
        verb.doc.hang(name, doers[0], "compound")
        return True
    gerund = verb.tag_ == "VBG" and not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
    undergoing = _behind_gerund(verb) if gerund else []
    for named in undergoing:
        whom = next((o for o in children(verb, Dep.OBJECT) if o.right_edge.i + 1 == named.left_edge.i), None)
        verb.doc.hang(named, whom or verb, "appos" if whom is not None else "obj")
    return bool(undergoing)


def _bare_doer(verb: Token, doers: list[Token]) -> Token | None:
    """ "Rebels attacked a post", behind a headline, and "as gunmen murder a judge": taken for a circumstance, as in
    "Police bayoneted students" for a part of the verb.

    A noun that stands right before a verb, with no preposition, and opens the sentence or its clause, acts, unless it
    is a time ("Monday saw more shelling").
    """
    doer = verb.nbor(-1) if verb.i else verb
    if (
        doer.dep_ not in ("obl", "compound")
        or doer.head != verb
        or verb.tag_ not in _FINITE
        or doer.pos_ not in _NOMINAL
    ):
        return None
    if children(doer, Dep.CASE) or any(t.i < verb.i for t in doers) or children(verb, Dep.EXPLETIVE):
        return None
    first = doer.left_edge
    if first.i > 0 and first.nbor(-1).pos_ == "DET" and first.nbor(-1).head == verb:
        first = first.nbor(-1)  # "[The] mob clubbed a policeman"
    opens = first.i == sentence_of(verb).start or first.nbor(-1).lower_ in _MEANWHILE
    return doer if opens and doer.lower_ not in _TIMES else None


def _beside_heading(verb: Token, doer: Token) -> Token | None:
    """ "Nariman House: A rabbi and his wife were killed": whom it happened to, behind where it did."""
    if doer.pos_ != "PROPN" or doer.i + 1 >= verb.i or doer.nbor(1).text != ":":
        return None
    return next((t for t in children(doer, Dep.APPOSITION) if t.left_edge.i <= doer.i + 2), None)


def _first_of_them(verb: Token, doer: Token) -> Token | None:
    """ "The envoy, Jon Kane, and 16 others died": the envoy did, too, whom the parser put at the top by himself."""
    first = verb.head
    if verb.relation is not Dep.CONJUNCT or first.relation is not Dep.ROOT or first.pos_ not in _NOMINAL:
        return None
    if children(first, Dep.COPULA, Dep.SUBJECT):
        return None  # "X was a camp for refugees, and soldiers killed nine"
    joined = doer.left_edge.i and doer.left_edge.nbor(-1).lower_ == "and"
    joined = joined or any(c.lower_ == "and" and c.i < doer.i for c in doer.children)
    return first if joined and first.i < doer.i < verb.i and verb.tag_ in ("VBD", "VBN") else None


def _in_quotes(verb: Token, doer: Token) -> Token | None:
    """ "“Blue Path” rebels killed nine": what the rebels are called, whom the parser has them kill."""
    if doer.i > verb.i or doer.i < 2 or doer.nbor(-1).text not in _CLOSING:
        return None
    name = doer.nbor(-2)
    return name if name.relation is Dep.OBJECT and name.head == verb and name.pos_ == "PROPN" else None


def _subject_mended(verb: Token) -> bool:
    """Gives a verb without a subject the one that it has; whether it could."""
    doc, changed = verb.doc, False
    if (behind := _behind_participle(verb)) is not None:
        participle = behind.head
        doc.hang(behind, verb, "nsubj")
        doc.hang(participle, behind, "amod")
        changed = True
    for doer in _behind_what_followed(verb):
        doc.hang(doer, verb, "nsubj")
        changed = True
    if (taken := _subject_taken_for_object(verb)) is not None:
        for conjunction in children(taken, Dep.COORDINATOR):
            doc.hang(conjunction, verb, "cc")
        doc.hang(taken, verb, "nsubj")
        changed = True
    if (noun := _under_participle(verb)) is not None:
        top = noun.head == noun
        doc.hang(verb, verb if top else noun.head, "ROOT" if top else noun.dep_)
        doc.hang(noun, verb, "nsubj")
        changed = True
    for subject in _lost_subject(verb):
        doc.hang(subject, verb, "nsubj:pass" if is_passive(verb) else "nsubj")
        changed = True
    for doer in _before_the_verb(verb):
        doc.hang(doer, verb, "nsubj")
        changed = True
    for doer in _by_whom(verb):
        doc.hang(doer, verb, "obl:agent")
        changed = True
    return changed


def _by_whom(verb: Token) -> list[Token]:
    """ "The murder was politically motivated and perpetrated by rebels": they did not motivate it."""
    after = verb.i + 1
    if verb.lemma_ not in _PERPETRATED or verb.relation is not Dep.CONJUNCT or after >= len(verb.doc):
        return []
    by = verb.doc[after]
    return [by.head] if by.lower_ == "by" and by.head.relation is Dep.AGENT and by.head.head == verb.head else []


def _lost_subject(verb: Token) -> list[Token]:
    """ "At least 108 people, 40 of them children, were killed": "at" is of the number, they are the subject.

    So is a name right before a passive that has none, whatever the parser took it for: "X, an editor, was shot dead".
    """
    if verb.tag_ not in _PAST or children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE, Dep.CLAUSAL_SUBJECT):
        return []
    for noun in reversed(
        [c for c in verb.children if c.i < verb.i and c.pos_ in _NOMINAL and not children(c, Dep.CASE)]
    ):
        first = noun.left_edge
        if first.lower_ == "at" and first.nbor(1).lower_ in ("least", "most") and children(noun, Dep.NUMERAL):
            return [noun]
        between = verb.doc[noun.right_edge.i + 1 : verb.i]
        apart = dep(noun) is Dep.PARATAXIS and noun.ent_type_ == "PERSON"
        if apart and is_passive(verb) and all(t.head == verb and t.pos_ in ("AUX", "ADV", "PUNCT") for t in between):
            return [noun]
    return _behind_the_setting(verb)


def _behind_the_setting(verb: Token) -> list[Token]:
    """ "In the shelling of the town by rebels, a civilian was killed": no other word for the rebels.

    Whom the parser set beside a noun of the phrase that opens the sentence is the subject of a passive that has none.
    """
    if not is_passive(verb):
        return []
    for opening in (c for c in children(verb, Dep.OBLIQUE) if c.left_edge.i == sentence_of(verb).start):
        last = opening.right_edge.i - (opening.right_edge.text == ",")
        between = verb.doc[last + 1 : verb.i]
        if not all(t.pos_ in ("AUX", "ADV", "PUNCT") for t in between):
            continue
        beside = (t for t in opening.subtree if t.relation is Dep.APPOSITION and t.right_edge.i == last)
        new = (t for t in beside if t.head.pos_ != "PROPN" and any(c.lower_ in ("a", "an") for c in t.children))
        return [t for t in new if t.left_edge.nbor(-1).text == "," or t.left_edge.text == ","][:1]
    return []


def _under_participle(verb: Token) -> Token | None:
    """ "Men dressed as police attacked the post": the verb of a whole sentence hangs on no participle in it."""
    if verb.tag_ != "VBD" or dep(verb) is not Dep.ADVERB_CLAUSE or verb.head.tag_ != "VBN" or verb.head.i > verb.i:
        return None
    participle = verb.head
    noun = participle.head
    whole = dep(participle) is Dep.NOUN_CLAUSE and dep(noun) is Dep.ROOT and noun.pos_ in _NOMINAL
    if not whole or children(verb, Dep.MARKER, Dep.EXPLETIVE):
        return None
    return noun if children(verb, Dep.OBJECT) and sentence_of(verb).text.rstrip()[-1:] == "." else None


def _not_by(verb: Token) -> tuple[Token, Token] | None:
    """ "Fired by the rebels and not, as widely believed, by the army": nobody was believed by the army."""
    if verb.tag_ != "VBN" or dep(verb) is not Dep.ADVERB_CLAUSE or not any(c.lower_ == "as" for c in verb.children):
        return None
    first = verb.left_edge
    joined = first.lower_ in ("and", "but") and first.i + 1 < verb.i and first.nbor(1).lower_ == "not"
    done = [t for t in children(verb.head, Dep.AGENT) if t.i < first.i]
    others = [t for t in (*children(verb, Dep.AGENT), *children(verb.head, Dep.AGENT)) if t.i > verb.i]
    return (done[0], others[0]) if joined and done and others else None


def _behind_gerund(verb: Token) -> list[Token]:
    """ "Taking as hostages engineers A and B": nobody who acts stands behind a gerund."""
    return [t for t in children(verb, Dep.SUBJECT) if t.i > verb.i and t.head == verb and t.pos_ in _NOMINAL]


def _subject_taken_for_object(verb: Token) -> Token | None:
    """ "The army attacked the village and rebels killed four": no further verb lacks an "and" of its own."""
    if dep(verb) is not Dep.CONJUNCT or verb.tag_ not in _FINITE or verb.head.i > verb.i or not verb.i:
        return None
    noun = verb.nbor(-1)
    taken = noun.pos_ in _NOMINAL and dep(noun) is Dep.CONJUNCT and noun.head.head == verb.head
    if not taken or not children(noun, Dep.COORDINATOR):
        return None
    return None if children(verb, Dep.COORDINATOR, Dep.AUXILIARY) else noun


def _behind_what_followed(verb: Token) -> list[Token]:
    """ "In the battle that followed three policemen died": nothing followed the policemen."""
    if verb.tag_ not in _PAST or children(verb, Dep.EXPLETIVE):
        return []
    before = (o for o in children(verb, Dep.OBLIQUE) if o.i < verb.i)
    clauses = (c for o in before for c in children(o, Dep.RELATIVE) if c.lemma_.lower() in ("follow", "ensue"))
    return [t for c in clauses for t in children(c, Dep.OBJECT) if t.left_edge.i == c.i + 1 and t.i < verb.i][:1]


def _before_the_verb(verb: Token) -> list[Token]:
    """ "Hired assassins killed the judge": of two objects of a verb without subject, the one before it acts."""
    objects = children(verb, Dep.OBJECT)
    if len(objects) < 2 or verb.tag_ not in _FINITE or dep(verb) is Dep.RELATIVE:
        return []
    if children(verb, Dep.EXPLETIVE) or objects[-1].i < verb.i:
        return []
    return [o for o in objects if o.i < verb.i and o.pos_ in _NOMINAL][:1]


def _behind_participle(verb: Token) -> Token | None:
    """ "Hired assassins killed the judge": with no subject but the noun behind a participle, that noun acts."""
    if verb.tag_ not in _FINITE or children(verb, Dep.EXPLETIVE):
        return None
    for clause in children(verb, Dep.ADVERB_CLAUSE):
        first = clause.tag_ in ("VBN", "VBG") and clause.i == sentence_of(verb).start
        for noun in children(clause, Dep.OBJECT) if first else ():
            bare = noun.i == clause.i + 1 and noun.tag_ in ("NNS", "NNPS")
            if bare and not any(t.text == "," for t in verb.doc[noun.i : verb.i]):
                return noun
    return None
