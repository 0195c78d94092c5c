"""Mends what parsers get wrong about who harms whom: headlines, "shot dead X", the second harm of a sentence.

"Gunmen kill 12, abduct 30": the second verb looks like a noun, and thirty would come out as killed. "Rebels buried 12
fighters killed in battle": the rebels would.
"""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.second_harms import second_mended
from kg.extract.syntax import is_passive, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.frames import Frames
from kg.model import EntityKind

_PAST = frozenset({"VBD", "VBN"})
_AROUND_THE_DEAD = frozenset({"body", "corpse", "family", "relative", "widow", "parent", "lawyer", "friend", "mourner"})
_STAFF = frozenset(
    {
        "driver",
        "bodyguard",
        "guard",
        "secretary",
        "aide",
        "escort",
        "chauffeur",
        "deputy",
        "interpreter",
        "cook",
        "housekeeper",
        "gardener",
        "nanny",
        "maid",
        "servant",
        "translator",
        "assistant",
        "pilot",
        "nurse",
    }
)
HURT = frozenset(
    {
        "killed",
        "slain",
        "murdered",
        "assassinated",
        "executed",
        "massacred",
        "wounded",
        "injured",
        "hurt",
        "shot",
        "abducted",
        "kidnapped",
        "captured",
        "arrested",
    }
)
#: What a house, a car or an outpost suffers before those in it do.
_STRUCK = frozenset(
    {"hit", "struck", "attacked", "bombed", "shelled", "destroyed", "ambushed", "torpedoed", "sunk", "knocked"}
)
_SLAIN = frozenset({"killed", "slain", "murdered", "assassinated", "executed", "massacred", "beheaded", "hanged"})
_BODIES = frozenset({"institution", "group"})
_HARM = frozenset({"killed", "injured"})
_HARM_OR_TAKE = _HARM | {"captured"}
_NOMINAL = frozenset({"NOUN", "PROPN"})


def harms_mended(verb: Token, frames: Frames) -> bool:
    """Mends, in place, what a verb does to whom; whether anything was wrong."""
    doc, lemma, changed = verb.doc, verb.lemma_.lower(), False
    if verb.tag_ == "VBP" and lemma not in (verb.lower_, "be", "have"):  # "shot" is no present
        doc.parsed[verb.i].tag_ = "VBD"
        changed = True
    if verb.relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE) and (named := _who(verb)) is not None:
        doc.hang(verb, named, "acl" if verb.relation is Dep.NOUN_CLAUSE else "acl:relcl")
        changed = True
    for doer in _taken_for_its_sort(verb) if verb.tag_ == "VBD" and verb.lower_ in HURT else ():
        doc.hang(doer, verb, "nsubj")
        changed = True
    outcome = doc.tokens[verb.i + 1].lower_ if verb.i + 1 < len(doc.tokens) else ""
    if outcome == "dead" and (over := _dead_on_top(verb)) is not None:
        doc.hang(verb, verb, "ROOT")
        for child in [c for c in over.children if c.i < verb.i]:
            doc.hang(child, verb, "obl" if child.relation is Dep.NOMINAL else child.dep_)
        doc.hang(over, verb, "obj")
        changed = True
    for number in _about_so_many(verb, frames) if lemma in frames.verbs else ():
        doc.hang(number, verb, "obj")
        for about in children(number, Dep.CASE):
            doc.hang(about, number, "advmod")
        changed = True
    if outcome == "dead" and verb.lemma_ == "shoot" and _no_dead_people(verb.nbor(1)):
        doc.hang(verb.nbor(1), verb, "xcomp")
        changed = True
    if outcome == "to" and (both := _done_twice(verb)) is not None:
        doc.hang(both, verb, "obj")
        changed = True
    if outcome in ("dead", "to") and (shot := _shot_dead(verb)) is not None:
        doc.hang(shot, shot.head, "obj")
        for doer in children(verb, Dep.PASSIVE_SUBJECT):
            doc.hang(doer, doer.head, "nsubj")
        changed = True
    for dead in children(verb, Dep.OPEN_CLAUSE) if outcome == "dead" else ():
        if dead.i == verb.i + 1:
            for whom in children(dead, Dep.OBJECT):  # "shot dead the guard, Omar Sayed": nobody deads a guard
                doc.hang(whom, verb, "obj")
                changed = True
    if verb.relation is Dep.ROOT and (acts := _acts_on_the_dead(verb)) is not None:
        doer, whom = acts.head, verb.nbor(-1)
        doc.hang(acts, acts, "ROOT")
        doc.hang(doer, acts, "nsubj")
        doc.hang(verb, whom, "acl")
        changed = True
    if outcome in ("was", "were") and (told := _told_behind(verb)) is not None:
        rest = [c for c in told.children if c != verb and c.relation is not Dep.COPULA and c.i < verb.i]
        doc.hang(verb, verb, "ROOT")
        doc.hang(told, verb, "nsubj:pass")
        doc.hang(verb.nbor(1), verb, "aux:pass")
        for child in rest:
            doc.hang(child, verb, child.dep_)
        changed = True
    if verb.relation is Dep.CONJUNCT and _suffers(verb):
        for harmed in children(verb, Dep.SUBJECT):
            doc.hang(harmed, verb, "nsubj:pass")
        doc.parsed[verb.i].tag_ = "VBN"
        changed = True
    if verb.relation is Dep.ADJECTIVE and (whose := _owner_of_the_dead(verb)) is not None:
        doc.hang(verb, whose, "amod")
        changed = True
    for year in _years(verb) if doc.tokens[verb.sent.start].lower_ in ("in", "by", "since") else ():
        doc.hang(year, verb, "obl")
        doc.hang(year.nbor(-1), year, "case")
        changed = True
    for other, whom in _beside_the_apposed(verb) if verb.lower_ in HURT else ():
        doc.hang(other, whom, "conj")
        changed = True
    for kin in _kin_beside(verb) if verb.lower_ in HURT else ():
        doc.hang(kin, kin.head, "conj")
        changed = True
    if len(children(verb, Dep.SUBJECT)) > 1:
        changed |= _subjects_mended(verb)
    return second_mended(verb, frames) or changed if lemma in frames.verbs else changed


def _subjects_mended(verb: Token) -> bool:
    """Mends what a verb with several subjects has of others; whether anything was wrong."""
    doc, changed = verb.doc, False
    for speaker in _before_colon(verb):
        doc.hang(speaker, verb, "parataxis")
        changed = True
    for whom, name in _strayed_names(verb):
        doc.hang(name, whom, "appos")
        changed = True
    return changed


def killing_mended(word: Token) -> bool:
    """ "Strikes kill at least 12, medics say", "Police kill six men": a noun with what a verb has is the verb."""
    behind = [n for n in children(word, Dep.NUMERAL, Dep.NAME) if n.i > word.i and n.pos_ == "NUM"]
    doers = children(word, Dep.SUBJECT)
    if not doers and word.relation is Dep.ROOT and (behind or children(word, Dep.OBJECT)):
        doers = [c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1]
    if not doers or not (behind or children(word, Dep.OBJECT)) or children(word, Dep.COPULA, Dep.DETERMINER):
        return False
    parsed = word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBP", "VERB", word.lower_[:4]
    for doer in doers:
        word.doc.hang(doer, word, "nsubj")
    for number in behind[:1]:
        word.doc.hang(number, word, "obj")
    return True


def _who(verb: Token) -> Token | None:
    """ "The coffin of Jon Kane, who was killed": the name right before "who", where the clause hangs on a thing."""
    if verb.relation is Dep.NOUN_CLAUSE and verb.tag_ == "VBN" and verb.lower_ in HURT:
        return _slain(verb)
    if verb.relation is Dep.NOUN_CLAUSE:
        return None
    speaks = verb.lower_ in _SLAIN and _speaks(verb.head)
    if verb.head.ent_type_ == "PERSON" and not speaks:
        return None
    who = next((c for c in verb.children if c.lower_ == "who"), None)
    noun = lexicon.noun(verb.head.lemma_.lower())
    someone = noun is not None and noun.kind is not EntityKind.MATERIEL and not speaks
    if who is not None and (member := _member(verb.head)) is not None:
        return member
    if who is None or who.i < 2 or someone:
        return None
    last = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    if last.ent_type_ != "PERSON":
        return None
    while last.head.ent_type_ == "PERSON" and last.head is not last and last.relation is not Dep.APPOSITION:
        last = last.head
    return last if last is not verb.head else None


def _member(body: Token) -> Token | None:
    """ "Two members of an organisation who were held": it is its members who are somebody."""
    over, institution = body.head, lexicon.noun(body.lemma_.lower())
    if body.relation is not Dep.NOMINAL or institution is None or not institution.classes & _BODIES:
        return None
    people = lexicon.noun(over.lemma_.lower()) if over.pos_ == "NOUN" else None
    single = people is not None and people.number != "collective" and not people.classes & _BODIES
    return over if single and people is not None and people.kind is not EntityKind.MATERIEL else None


def _about_so_many(verb: Token, frames: Frames) -> list[Token]:
    """ "Killed 37 and wounded around 90": a number of people, and no place that is around."""
    if verb.tag_ not in ("VBD", "VBN", "VBG") or children(verb, Dep.OBJECT, Dep.PASSIVE_AUXILIARY):
        return []
    harms = any(p.frame.effect in _HARM_OR_TAKE for p in frames.verbs[verb.lemma_.lower()])
    behind = [t for t in children(verb, Dep.OBLIQUE) if t.pos_ == "NUM" or children(t, Dep.NUMERAL)] if harms else []
    return [t for t in behind if preposition(t) in ("around", "about", "over") and t.left_edge.i == verb.i + 1]


def _speaks(noun: Token) -> bool:
    """ "The lawyer for the family of X, who was killed, said": it is not the lawyer who died."""
    return noun.relation is Dep.SUBJECT and lexicon.speaks(noun.head.lemma_.lower())


def _kin_beside(verb: Token) -> list[Token]:
    """ "Killed the mayor, his wife Maria and a maid", "six priests, their cook": she is no other word for them."""
    harmed = [c for o in children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT, Dep.SUBJECT) for c in (o, *o.children)]
    beside = [a for t in harmed for a in children(t, Dep.APPOSITION)]
    return [a for a in beside if _someone_elses(a) and any(c.lower_ in ("his", "her", "their") for c in a.children)]


def _taken_for_its_sort(verb: Token) -> list[Token]:
    """ "Police shot Jon Kane": no sort of shot, but who did it."""
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.PASSIVE_AUXILIARY) or not children(verb, Dep.OBJECT):
        return []
    before = [c for c in children(verb, Dep.COMPOUND) if c.i == verb.i - 1]
    return [c for c in before if lexicon.noun(c.lemma_.lower()) is not None]


def _beside_the_apposed(verb: Token) -> list[tuple[Token, Token]]:
    """ "Killed a civilian, a grocer called X, and two policemen": they stand beside the civilian, who is the grocer."""
    harmed = [o for o in children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT, Dep.SUBJECT) if o.tag_ in ("NN", "NNP")]
    apposed = [(o, a) for o in harmed for a in children(o, Dep.APPOSITION) if a.tag_ in ("NN", "NNP")]
    beside = [(c, o) for o, a in apposed for c in children(a, Dep.CONJUNCT)]
    return [(c, o) for c, o in beside if _after_comma(c) and _told_of(c)]


def _after_comma(noun: Token) -> bool:
    """Whether "and" with a comma before it opens a phrase."""
    linked = [c for c in noun.children if c.lower_ == "and"]
    return bool(linked) and linked[0].i > 0 and linked[0].nbor(-1).text == ","


def _someone_elses(noun: Token) -> bool:
    """Whether a noun is for somebody's family or staff, who is another than whose he is."""
    found = lexicon.noun(noun.lemma_.lower())
    return found is not None and ("kin" in found.classes or noun.lemma_.lower() in _STAFF)


def _years(verb: Token) -> list[Token]:
    """ "In 1982 soldiers killed 200 villagers": the year counts no soldiers."""
    found = []
    for doer in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        for number in children(doer, Dep.NUMERAL):
            opens = number.i > 0 and number.nbor(-1).is_sent_start
            if opens and len(number.text) == 4 and number.text.isdigit() and number.text[:2] in ("18", "19", "20"):
                found.append(number)
    return found


def _owner_of_the_dead(verb: Token) -> Token | None:
    """ "Murdered MP's widow speaks out": the MP is dead, not the widow."""
    noun = verb.head
    if verb.tag_ not in _PAST or not verb.i < noun.i:
        return None
    return next((p for p in children(noun, Dep.POSSESSOR) if verb.i < p.i < noun.i), None)


def _told_behind(verb: Token) -> Token | None:
    """ "Also killed was the driver": who is told behind the verb, where the parser made a noun the verb's head."""
    if verb.lower_ not in HURT:
        return None
    whom, behind = verb.head, verb.i + 1
    opens = verb.i - sentence_of(verb).start <= 1 and whom.relation is Dep.ROOT and whom.i > behind
    return whom if opens and whom.pos_ in _NOMINAL and whom != verb else None


def _suffers(verb: Token) -> bool:
    """ "A policeman was killed and a woman hurt": the auxiliary is left out the second time."""
    first = verb.head
    if verb.tag_ not in _PAST or not is_passive(first) or is_passive(verb):
        return False
    if children(verb, Dep.OBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.COMPLEMENT_CLAUSE):
        return False
    return verb.lower_ in HURT and first.lower_ in HURT | _STRUCK and bool(children(verb, Dep.SUBJECT))


def _slain(verb: Token) -> Token | None:
    """ "The funeral of Jon Kane and his wife, slain on Sunday": nobody slays a funeral."""
    word = verb.head.lemma_.lower()
    noun = lexicon.noun(word)
    someone = noun is not None and noun.kind is not EntityKind.MATERIEL and "kin" not in noun.classes
    if verb.head.pos_ not in _NOMINAL or verb.head.ent_type_ == "PERSON" or (someone and word not in _AROUND_THE_DEAD):
        return None
    of = [c for c in children(verb.head, Dep.NOMINAL) if preposition(c) in ("of", "for") and c.i < verb.i]
    return next((c for c in of if c.ent_type_ == "PERSON" or lexicon.noun(c.lemma_.lower()) is not None), None)


def _dead_on_top(verb: Token) -> Token | None:
    """ "Gunmen with pistols shot dead Omar Sayed": whom the parser took for the top of the sentence."""
    if verb.tag_ not in _PAST or dep(verb) is Dep.ROOT:
        return None
    over = next((t for t in verb.ancestors if dep(t) is Dep.ROOT), None)
    if over is None or over.pos_ not in _NOMINAL or over.i <= verb.i or children(verb, Dep.OBJECT):
        return None
    first = min([over.i, *(c.i for c in over.children if c.i > verb.i + 1)])
    doers = [s for s in children(over, Dep.SUBJECT) if s.i < verb.i]
    return over if first == verb.i + 2 and doers else None


def _shot_dead(verb: Token) -> Token | None:
    """ "Gunmen shot dead Omar Sayed", "hacked to death nine men": who stands there is whom it is done to.

    Not where an auxiliary stands before it.
    """
    if verb.tag_ not in ("VBD", "VBN") or children(verb, Dep.OBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        return None
    after, lower = verb.i + 1, [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    if lower == ["to", "death"]:
        after += 1
        behind = [c for c in verb.children if c.i > after and c.pos_ == "NOUN" and _told_of(c)]
        return next((c for c in behind if c.left_edge.i == after + 1 and dep(c) is Dep.OBLIQUE), None)
    if after + 1 >= len(verb.doc) or lower[:1] != ["dead"]:
        return None
    behind = [c for c in verb.children if c.i > after and c.pos_ in _NOMINAL]
    return next((c for c in behind if c.left_edge.i == after + 1 and dep(c) is Dep.OPEN_CLAUSE), None)


def _no_dead_people(dead: Token) -> bool:
    """ "Shot dead nine farmers": no dead farmers were shot, as the parser may have it."""
    return dead.relation is Dep.ADJECTIVE and dead.head.i > dead.i


def _done_twice(verb: Token) -> Token | None:
    """ "Rebels hacked and stabbed to death nine farmers": whom the parser gave to the first verb only."""
    first, behind = verb.head, [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    if verb.relation is not Dep.CONJUNCT or behind != ["to", "death"] or children(verb, Dep.OBJECT, Dep.SUBJECT):
        return None
    near = [*children(first, Dep.OBJECT), *(c for c in children(first, Dep.PARATAXIS) if c.pos_ in _NOMINAL)]
    return next((t for t in near if t.left_edge.i == verb.i + 3), None)


def _acts_on_the_dead(verb: Token) -> Token | None:
    """ "Rebels buried 12 fighters killed in battle.": no auxiliary makes "killed" the verb of the sentence; who did
    something to the noun before it are not the dead."""
    if verb.tag_ != "VBN" or verb.i == 0:
        return None
    if children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY) or sentence_of(verb).text.rstrip()[-1:] != ".":
        return None
    clauses = [c for s in children(verb, Dep.PASSIVE_SUBJECT) for c in children(s, Dep.NOUN_CLAUSE)]
    return next((c for c in clauses if any(o.i == verb.i - 1 for o in children(c, Dep.OBJECT))), None)


def _before_colon(verb: Token) -> list[Token]:
    """ "Governor: NATO strike killed 14": who stands before the colon says it and does not do it."""
    doers = children(verb, Dep.SUBJECT)
    return [d for d in doers[:-1] if d.i + 1 < len(verb.doc) and d.nbor().text == ":" and doers[-1].i < verb.i]


def _strayed_names(verb: Token) -> list[tuple[Token, Token]]:
    """ "The group beheaded a hostage, Jon Kane.": no verb has a subject behind its object, the name is the object's."""
    found, subjects = [], children(verb, Dep.SUBJECT)
    if len(subjects) > 1 and subjects[0].i < verb.i:
        for whom in children(verb, Dep.OBJECT):
            found += [(whom, n) for n in subjects[1:] if n.i > whom.i > verb.i and n.pos_ == "PROPN" and _set_off(n)]
    return found


def _set_off(name: Token) -> bool:
    """Whether a comma stands before a name and its phrase."""
    begin = name.left_edge.i
    return "," in (name.doc[begin].text, name.doc[max(begin - 1, 0)].text)


def _told_of(noun: Token) -> bool:
    """Whether a noun has no preposition and is told with an article or number: whom it happened to, not when."""
    return not preposition(noun) and bool(children(noun, Dep.NUMERAL, Dep.DETERMINER))


def done_to(verb: Token) -> Token | None:
    """ "Gunmen assassinated in less than two days, Omar Reyes and Ana Ruiz.": whom the subject before the verb did it
    to, where the verb has no auxiliary and no object."""
    past = verb.tag_ in _PAST or (verb.tag_ == "VBP" and verb.lower_ != verb.lemma_.lower())  # "shot" is no present
    if not past or children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.OBJECT):
        return None
    around = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.PARATAXIS)
    behind = [t for t in around if t.i > verb.i and t.pos_ in _NOMINAL and not children(t, Dep.COPULA, Dep.SUBJECT)]
    acting = any(t.i < verb.i and dep(t) is not Dep.PARATAXIS for t in around)
    dead = any(t.lower_ == "dead" for t in children(verb, Dep.OPEN_CLAUSE))
    for noun in children(verb, Dep.OPEN_CLAUSE) if dead and acting else ():  # "shot dead an activist of the party, X"
        known = lexicon.noun(noun.lemma_.lower()) if noun.pos_ == "NOUN" and not children(noun, Dep.CASE) else None
        if known is not None and known.kind is EntityKind.PERSON:
            return noun
    return behind[0] if acting and behind and behind[0].ent_type_ == "PERSON" else None
