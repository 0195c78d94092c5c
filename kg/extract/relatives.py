"""Mends relative clauses, whole and cut short: "in which nine people died", "a bomb dropped by a plane hit it".

Who died in what, and what hit whom, hang on them.
"""

from __future__ import annotations

from kg.extract.embedding_words import called
from kg.extract.entities import lexicon
from kg.extract.harms import HURT
from kg.extract.syntax import complements, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_PRONOUNS = frozenset({"which", "whom"})
_RELATIVE = frozenset({"who", "which", "that"})
_LEAVING = frozenset({"leave", "claim", "cost"})  # "that left nine dead"
_TOLD_ON = frozenset({Dep.OTHER, Dep.CONJUNCT, Dep.PARATAXIS, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE})
_LOOSE = frozenset({Dep.OTHER, Dep.PARATAXIS, Dep.OPEN_CLAUSE, Dep.NOUN_CLAUSE})
_KIN = frozenset({"family", "party", "household"})
_WOMEN = frozenset({"widow", "wife", "mother", "sister", "daughter", "girlfriend", "fiancee", "fiancée", "aunt"})
_SINGULAR = frozenset({"was", "is", "has"})
_CALLING = frozenset({"call", "describe", "term", "dub", "label", "brand"})
_PAST = frozenset({"VBD", "VBN"})


def relatives_mended(verb: Token) -> bool:
    """Mends, in place, a relative clause that a verb heads or takes its subject from; whether anything was wrong."""
    if verb.relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE) and _whom_given(verb):
        return True
    if verb.relation is Dep.RELATIVE and verb.head.lower_ == "what":
        return _so_called(verb)
    if verb.relation is Dep.RELATIVE:
        return _one_of_whom(verb) or _her_husband(verb) or _nearer(verb) or _preposition_given(verb)
    if verb.lower_ in HURT and _one_of_those(verb):
        return True
    if verb.relation is Dep.PARATAXIS and _some_of_whom(verb):
        return True
    return (verb.tag_ == "VBD" or bool(_auxiliaries(verb))) and _subject_given(verb)


def _her_husband(verb: Token) -> bool:
    """ "The widow of a member of the party, who was taken from his home": he was, not she."""
    widow = verb.head
    if widow.lemma_.lower() not in _WOMEN or not any(t.lower_ in ("his", "him", "himself") for t in verb.subtree):
        return False
    man = next((t for prep, t in complements(widow) if prep == "of" and t.i < verb.i), None)
    if man is None:
        return False
    verb.doc.hang(verb, man, verb.dep_)
    return True


def _auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a participle: "were" in "were buried"."""
    return children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY) if verb.tag_ == "VBN" else []


def _whom_given(verb: Token) -> bool:
    """ "The major, [whom] the president accused of it": the president accuses, and is not accused."""
    accused = children(verb, Dep.PASSIVE_SUBJECT, Dep.SUBJECT)
    first = min((t.left_edge.i for t in accused), default=0)
    whom = verb.doc[first - 1] if first else verb
    if whom.lower_ != "whom" or children(whom, Dep.CASE) or verb.tag_ not in _PAST or _auxiliaries(verb):
        return False
    if whom.head == verb and whom.relation is Dep.OBJECT and not children(verb, Dep.PASSIVE_SUBJECT):
        return False
    for subject in accused:
        verb.doc.hang(subject, verb, "nsubj")
    verb.doc.hang(whom, verb, "obj")
    verb.doc.hang(verb, verb.head, "acl:relcl")
    verb.doc.parsed[verb.i].tag_ = "VBD"
    return True


def _so_called(verb: Token) -> bool:
    """ "The army carried out what officials called a raid near Jos, killing two": it carried out a raid."""
    what, doc = verb.head, verb.doc
    if verb.lemma_.lower() not in _CALLING or what.relation is not Dep.OBJECT:
        return False
    named = [t for t in (*called(verb), *children(verb, Dep.OBJECT)) if t.i > verb.i and t.pos_ == "NOUN"]
    if not named:
        return False
    noun, above = named[0], what.head
    behind = [t for t in verb.children if t.i > noun.i]
    for case in children(noun, Dep.CASE):
        doc.hang(case, verb, "mark")
    doc.hang(noun, above, "obj")
    doc.hang(verb, noun, "acl:relcl")
    doc.hang(what, verb, "obj")
    for token in behind:
        if token.relation is Dep.OBLIQUE:
            doc.hang(token, noun, "nmod")
        elif token.relation is Dep.ADVERB_CLAUSE:
            doc.hang(token, above, "advcl")
    return True


def _some_of_whom(verb: Token) -> bool:
    """ "Denied having fired on the strikers, four of whom were killed": that is said of them, and not denied."""
    some = next(iter(children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
    if some is None or not any(t.lower_ in _PRONOUNS and preposition(t) == "of" for t in some.children):
        return False
    first = some.left_edge.i
    noun = verb.doc[first - 2] if first > 1 and verb.doc[first - 1].text == "," else verb
    if noun.pos_ not in ("NOUN", "PROPN") or verb.i in {t.i for t in noun.ancestors}:
        return False
    verb.doc.hang(verb, noun, "acl:relcl")
    return True


def _one_of_whom(verb: Token) -> bool:
    """ "The family of X, who was arrested", "colleagues of a reporter, who was shot": one was, and not they."""
    several = verb.head
    if several.tag_ != "NNS" and several.lemma_.lower() not in _KIN:
        return False
    who = next((t for t in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT) if t.lower_ == "who"), None)
    auxiliaries = children(verb, Dep.PASSIVE_AUXILIARY, Dep.AUXILIARY, Dep.COPULA)
    if who is None or who.nbor(-1).text != "," or not any(t.lower_ in _SINGULAR for t in auxiliaries):
        return False
    last = [t for t in several.children if preposition(t) in ("of", "for") and t.i > several.i and t.i < who.i]
    one = last[-1] if last else None
    if one is None or one.tag_ not in ("NN", "NNP") or children(one, Dep.CONJUNCT):
        return False
    verb.doc.hang(verb, one, "acl:relcl")
    return True


def _nearer(verb: Token) -> bool:
    """Hangs a relative clause on the noun right before it where it can be of that noun only; whether it hung elsewhere.

    "The envoy of a regime that killed X": no envoy is a "that". "The case of the priests who were killed": no case is a
    "who". "The party, who replaced X, who was killed": a name and a comma before "who". "Those who made an attack today
    that left nine dead": the attack did.
    """
    head = verb.head
    pronoun = next((c for c in verb.children if c.lower_ in _RELATIVE and c.i < verb.i and c.i), None)
    if pronoun is None or pronoun.relation not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return False
    before = pronoun.nbor(-1)
    wanted: Token | None = None
    if pronoun.lower_ == "who":
        thing = head.pos_ == "NOUN" and not _is(head, EntityKind.PERSON) and not _is(head, EntityKind.GROUP)
        if thing and before.head == head and preposition(before) == "of" and _is(before, EntityKind.PERSON):
            wanted = before
        elif before.text == "," and before.i and before.nbor(-1).ent_type_ == "PERSON":
            name = before.nbor(-1)
            name = name.head if name.dep_ == "flat" else name
            person = head.ent_type_ == "PERSON" or (_is(head, EntityKind.PERSON) and head.i < name.i)
            wanted = name if name != head and not person and name.i > head.i else None
    elif _is(head, EntityKind.PERSON):
        if head.tag_ == "NN" and before.head == head and preposition(before) == "of" and _is(before, EntityKind.GROUP):
            wanted = before
        else:
            deeds = [r for r in children(head, Dep.RELATIVE) if r.i < pronoun.i and r != verb]
            objects = [o for r in deeds for o in children(r, Dep.OBJECT) if r.i < o.i < pronoun.i]
            joint = children(verb, Dep.COORDINATOR) or before.text == ","
            wanted = objects[-1] if objects and not joint and verb.lemma_ in _LEAVING else None
    if wanted is None:
        return False
    verb.doc.hang(verb, wanted, "acl:relcl")
    return True


def _is(word: Token, kind: EntityKind) -> bool:
    noun = lexicon.noun(word.lemma_.lower())
    return noun is not None and noun.kind is kind


def _one_of_those(verb: Token) -> bool:
    """ "One of the six priests murdered in May, X, had founded the school": they were murdered, and he founded it."""
    beside = children(verb, Dep.SUBJECT, Dep.OBJECT)
    if len(beside) != 2 or not verb.i or verb.tag_ not in _PAST or _auxiliaries(verb):
        return False
    one, name = beside
    those = verb.nbor(-1)
    if name.i < verb.i or name.nbor(-1).text != ",":
        return False
    behind = [c for c in verb.children if c.i > name.i and c.pos_ == "VERB" and c.relation in _TOLD_ON]
    if those.head != one or preposition(those) != "of" or name.ent_type_ != "PERSON" or not behind:
        return False
    doc, told = verb.doc, behind[0]
    doc.hang(told, told if verb.head == verb else verb.head, verb.dep_)
    doc.hang(one, told, "nsubj")
    doc.hang(name, one, "appos")
    doc.hang(verb, those, "acl")
    doc.parsed[verb.i].tag_ = "VBN"
    return True


def _preposition_given(verb: Token) -> bool:
    """ "The raid, [in which] at least nine people died": the preposition is not the number's."""
    for pronoun in verb.children:
        if pronoun.lower_ in _PRONOUNS and pronoun.i:
            before = pronoun.nbor(-1)
            if before.tag_ == "IN" and before.relation is Dep.CASE and before.head != pronoun:
                verb.doc.hang(before, pronoun, "case")
                return True
    return False


def _subject_given(verb: Token) -> bool:
    """ "A bomb [dropped by a plane] hit their house": what was dropped is what hit; the parser had the bomb drop it.

    It hangs either verb on the other.
    """
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return False
    cuts = children(verb, Dep.ADVERB_CLAUSE)
    if verb.head.i < verb.i and verb.relation in _LOOSE:
        cuts = [*cuts, verb.head]
    return any(_cut_short(cut, verb) for cut in cuts)


def _cut_short(cut: Token, verb: Token) -> bool:
    """Makes one verb a clause cut short on its own subject, and that the subject of the other, if they are such.

    So it is with "the bodies of priests murdered by soldiers were buried".
    """
    doc, told = verb.doc, min([verb.i, *(t.i for t in _auxiliaries(verb))])
    if cut.i > verb.i or cut.tag_ not in _PAST or any(t.text == "," for t in doc[cut.i : verb.i]) or _auxiliaries(cut):
        return False
    subjects = children(cut, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    subject = next((t for t in subjects if t.i == cut.i - 1 or (t.i < cut.i and t.right_edge.i == cut.i - 1)), None)
    by = [t for t in (*cut.children, *verb.children) if cut.i < t.i < told and preposition(t) == "by"]
    if subject is None or not by:
        return False
    whose = doc[cut.i - 1] if doc[cut.i - 1].pos_ in ("NOUN", "PROPN") else subject
    if verb.head == cut:
        doc.hang(verb, verb if cut.head == cut else cut.head, cut.dep_)
    for other in [t for t in cut.children if (t.i < cut.i or t.i > verb.i) and t != subject]:
        doc.hang(other, verb, other.dep_)
    doc.hang(subject, verb, "nsubj:pass" if children(verb, Dep.PASSIVE_AUXILIARY) else "nsubj")
    doc.hang(cut, whose, "acl")
    doc.parsed[cut.i].tag_ = "VBN"
    for agent in by:
        doc.hang(agent, cut, "obl:agent")
    return True
