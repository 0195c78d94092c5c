"""Mends participles that the parser takes for an adjective, a verb with a subject of its own or the sentence's verb.

"The slain journalist", "the brothers, shot dead by police", "a man believed to be Omar Sayed was killed": each says
what was done to the noun beside it.
"""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.harms import HURT
from kg.extract.syntax import is_passive, markers, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.nouns import things
from kg.model import EntityKind

_NOMINAL = frozenset({"NOUN", "PROPN"})
_PAST = frozenset({"VBD", "VBN"})
_OWN = (Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
_TAKEN = frozenset({"believed", "thought", "suspected", "said", "presumed", "alleged", "known"})
#: Adjectives for the dead, with the verb that each is a participle of.
SLAIN = {"slain": "slay", "murdered": "murder", "assassinated": "assassinate", "riddled": "riddle"}


def participles_mended(verb: Token) -> bool:
    """Mends, in place, a participle taken for something else; whether it had to."""
    doc, changed = verb.doc, False
    if verb.relation is Dep.COMPLEMENT_CLAUSE and (taken := _taken_to_be(verb)) is not None:
        whom = next(iter(children(taken, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)))
        doc.hang(verb, verb if taken.head == taken else taken.head, taken.dep_)
        doc.hang(whom, verb, "nsubj:pass")
        doc.hang(taken, whom, "acl")
        changed = True
    if verb.lower_ == "work" and verb.tag_ == "VB" and (way := _way_to_work(verb)) is not None:
        over = verb.head if verb.head.pos_ == "VERB" else way.head
        for child in [c for c in verb.children if c.i > verb.i]:
            doc.hang(child, over, child.dep_)
        for to in children(verb, Dep.MARKER):
            doc.hang(to, verb, "case")
        doc.hang(verb, way, "nmod")
        doc.parsed[verb.i].tag_, doc.parsed[verb.i].pos_ = "NN", "NOUN"
        changed = True
    if (doers := _called_by(verb)) is not None:
        by, over = verb.nbor(-1), verb.head
        for child in [c for c in verb.children if c.i > doers.i]:
            doc.hang(child, over, child.dep_)
        doc.hang(doers, over, "obl:agent")
        doc.hang(verb, doers, "amod")
        doc.hang(by, doers, "case")
        changed = True
    for whom in _undergone(verb):
        doc.hang(whom, verb, "nsubj:pass")
        changed = True
    if verb.lower_ not in HURT:
        return changed
    if _behind_apposition(verb):
        return True
    if (main := _fronted(verb)) is not None:
        doc.hang(main, main, "ROOT")
        doc.hang(verb, main, "advcl")
        return True
    if (whose := _whose_bodies(verb)) is not None:
        doc.hang(verb, whose, "acl")
        changed = True
    if (harmed := _behind_how(verb)) is not None:
        doc.hang(harmed, verb, "obj")
        changed = True
    if _done_second(verb):
        doc.hang(verb, verb.head.head, "conj")
        doc.parsed[verb.i].tag_ = "VBN"
        changed = True
    if (first := _others_behind(verb)) is not None:
        whom = verb.head
        for conjunction in children(whom, Dep.COORDINATOR):
            doc.hang(conjunction, verb, "cc")
        doc.hang(verb, first, "conj")
        doc.hang(whom, verb, "nsubj:pass")
        changed = True
    if _passive_too(verb):
        doc.parsed[verb.i].tag_ = "VBN"
        changed = True
    if _reduced(verb):
        doc.hang(verb, verb.head, "acl")
        doc.parsed[verb.i].tag_ = "VBN"
        changed = True
    return changed


def _called_by(verb: Token) -> Token | None:
    """The gunmen of "were murdered by hired gunmen": nobody is murdered by hiring them, it says what sort they are."""
    if verb.tag_ != "VBN" or not verb.i or verb.nbor(-1).lower_ != "by" or verb.nbor(-1).head != verb:
        return None
    doers = children(verb, Dep.OBJECT)
    bare = not children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
    over = verb.head
    if len(doers) != 1 or not bare or over.i > verb.i or not is_passive(over) or doers[0].pos_ not in _NOMINAL:
        return None
    return doers[0] if doers[0].i > verb.i and doers[0].left_edge.i == verb.i + 1 else None


def _undergone(verb: Token) -> list[Token]:
    """ "Found with their throats slit", "with two men killed": what was done to them, and nothing that they did."""
    if verb.tag_ != "VBN" or verb.relation is not Dep.ADVERB_CLAUSE or "with" not in markers(verb):
        return []
    return [] if children(verb, Dep.AUXILIARY, Dep.OBJECT) else children(verb, Dep.SUBJECT)


def _way_to_work(verb: Token) -> Token | None:
    """The way in "was shot on his way to work on Monday by two men": nobody works by two men."""
    if verb.i < 2 or verb.nbor(-1).lower_ != "to" or children(verb, Dep.SUBJECT, Dep.OBJECT):
        return None
    way = verb.nbor(-2)
    return way if way.lower_ == "way" and way.head.pos_ == "VERB" else None


def _others_behind(word: Token) -> Token | None:
    """ "Were killed by the rebels and nine wounded": nine more, of whom none killed; the verb before it."""
    whom = word.head
    if word.relation is not Dep.ADJECTIVE or word.i != whom.i + 1 or whom.relation is not Dep.CONJUNCT:
        return None
    counted = whom.pos_ == "NUM" or bool(children(whom, Dep.NUMERAL))
    verb = whom.head.head if whom.head.relation is Dep.AGENT else whom.head
    return verb if counted and verb.lower_ in HURT and is_passive(verb) else None


def slain_mended(word: Token) -> bool:
    """ "The slain journalist": taken for an adjective, it still says what was done to him."""
    undergone = word.lower_ == "riddled" and bool(children(word, Dep.PASSIVE_SUBJECT, Dep.PASSIVE_AUXILIARY))
    if word.tag_ != "JJ" or not (undergone or (word.relation is Dep.ADJECTIVE and word.i <= word.head.i)):
        return False
    parsed = word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", SLAIN[word.lower_]
    return True


def shot_too(word: Token) -> bool:
    """ "Were stopped at a roadblock and shot": nobody is stopped at a shot; it is the second thing done to them."""
    if word.relation is Dep.CONJUNCT and word.nbor(-1).lower_ == "and" and children(word.head, Dep.PASSIVE_AUXILIARY):
        parsed = word.doc.parsed[word.i]
        parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", "shoot"  # "was taken out and shot"
        return True
    if not _done_second(word):
        return False
    parsed, doc = word.doc.parsed[word.i], word.doc
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", "shoot"
    for child in children(word, Dep.NOMINAL):
        doc.hang(child, word, "obl")
    doc.hang(word, word.head.head, "conj")
    return True


def shot_at(word: Token) -> bool:
    """ "Men on a motorcycle shot at Ana Ruiz": no shot of a motorcycle; the men shot, as no other verb tells."""
    doc, parsed = word.doc, word.doc.parsed[word.i]
    thing = next((c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1), None)
    whom = next((c for c in children(word, Dep.NOMINAL) if preposition(c) == "at" and c.i > word.i), None)
    above = list(word.ancestors)
    if thing is None or whom is None or not above or word.nbor().lower_ != "at":
        return False
    doer = above[-1] if above[-1].relation is Dep.ROOT else above[0]
    doer = next((t for t in above if t.relation in (Dep.ROOT, Dep.COMPLEMENT_CLAUSE) and t.pos_ == "NOUN"), doer)
    noun = lexicon.noun(doer.lemma_.lower()) if doer.pos_ == "NOUN" else None
    if noun is None or noun.kind is not EntityKind.PERSON or children(doer, Dep.COPULA, Dep.SUBJECT):
        return False
    for child in [c for c in word.children if c.i < word.i and c != thing]:
        doc.hang(child, thing, child.dep_)
    doc.hang(thing, word.head, word.dep_)
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBD", "VERB", "shoot"
    doc.hang(word, word if doer.head == doer else doer.head, doer.dep_)
    for mark in children(doer, Dep.MARKER):
        doc.hang(mark, word, "mark")
    doc.hang(doer, word, "nsubj")
    doc.hang(whom, word, "obl")
    return True


def town_mended(verb: Token) -> bool:
    """ "CHINESE TOWN BOMBED": towns and buildings bomb nothing, so the headline leaves out "was"."""
    doer = next(iter(children(verb, Dep.SUBJECT)), None)
    if verb.tag_ != "VBD" or doer is None or doer.pos_ != "NOUN" or children(verb, Dep.OBJECT, Dep.COMPLEMENT_CLAUSE):
        return False
    thing = things().find(doer.lemma_.lower())
    if thing is None or thing.kind not in ("settlement", "building", "facility", "infrastructure"):
        return False
    verb.doc.parsed[verb.i].tag_ = "VBN"
    verb.doc.hang(doer, verb, "nsubj:pass")
    return True


def those_shot(word: Token) -> bool:
    """ "Among those shot was X": people, not shots."""
    those = word.nbor(-1) if word.i else word
    if those.lower_ != "those" or those.head != word:
        return False
    doc, rest = word.doc, [c for c in word.children if c != those]
    doc.hang(those, those if word.head == word else word.head, word.dep_)
    for child in rest:
        doc.hang(child, those, child.dep_)
    doc.hang(word, those, "acl")
    doc.parsed[those.i].pos_ = "PRON"
    parsed = doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBN", "VERB", "shoot"
    return True


def _fronted(verb: Token) -> Token | None:
    """ "[Shot by a rival], the leader bled to death": the main verb, which the parser set beside the participle."""
    if verb.relation is not Dep.ROOT or verb.tag_ != "VBN" or verb.i != verb.sent.start or children(verb, *_OWN):
        return None
    beside = [c for c in children(verb, Dep.PARATAXIS) if c.pos_ == "VERB" and c.tag_ in _PAST]
    if len(beside) != 1 or not children(beside[0], Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return None
    first = children(beside[0], Dep.SUBJECT, Dep.PASSIVE_SUBJECT)[0].left_edge
    return beside[0] if first.i and first.nbor(-1).text == "," else None


def _behind_apposition(verb: Token) -> bool:
    """ "Four men, apparently rebels, kidnapped farmer Juan Ruiz": no kidnapped farmer, as no other verb is there."""
    doc = verb.doc
    top = next((t for t in verb.ancestors if t.relation is Dep.ROOT), None)
    if verb.relation is not Dep.ADJECTIVE or top is None or top.i >= verb.i or verb.nbor(-1).text != ",":
        return False
    noun = lexicon.noun(top.lemma_.lower()) if top.pos_ == "NOUN" else None
    called = [a for a in children(top, Dep.APPOSITION) if a.i < verb.i]
    if noun is None or not called or children(top, Dep.COPULA, Dep.SUBJECT) or verb.i + 1 >= len(doc):
        return False
    whom = doc[verb.i + 1]
    while whom.head != whom and whom.head.i > verb.i:
        whom = whom.head
    if whom.pos_ not in _NOMINAL:
        return False
    behind = [c for c in top.children if c.i > verb.i and c not in (whom, verb)]
    first = next((c.i for c in top.children if c.pos_ in ("DET", "NUM") and c.i < top.i), top.i)
    behind += [c for c in top.children if c.i < first and not c.is_punct]  # "Early on Monday, four men"
    doc.parsed[verb.i].tag_ = "VBD"
    doc.hang(verb, verb, "ROOT")
    doc.hang(top, verb, "nsubj")
    doc.hang(whom, verb, "obj")
    for child in behind:
        doc.hang(child, verb, "obl" if child.relation is Dep.NOMINAL else child.dep_)
    return True


def _behind_how(verb: Token) -> Token | None:
    """ "Murdered, at gunpoint, a soldier": the soldier is not what the gunpoint is called."""
    if verb.i + 1 == len(verb.doc) or verb.nbor().text != "," or children(verb, Dep.OBJECT) or is_passive(verb):
        return None
    how = next((t for t in children(verb, Dep.OBLIQUE) if t.left_edge.i in (verb.i + 1, verb.i + 2)), None)
    whom = next(iter(children(how, Dep.APPOSITION)), None) if how is not None else None
    noun = lexicon.noun(whom.lemma_.lower()) if whom is not None else None
    people = whom is not None and (whom.ent_type_ == "PERSON" or (noun is not None and noun.kind is EntityKind.PERSON))
    known = lexicon.noun(how.lemma_.lower()) if how is not None else None
    return whom if people and known is None and how is not None and not how.ent_type_ else None


def _done_second(word: Token) -> bool:
    """Whether what was done to somebody hangs on where the first thing was done to him."""
    noun, over = word.head, word.head.head
    if word.relation is not Dep.CONJUNCT or noun.relation is not Dep.OBLIQUE or noun.pos_ not in _NOMINAL:
        return False
    inside = (Dep.COORDINATOR, Dep.PUNCTUATION, Dep.NOMINAL, Dep.OBLIQUE, Dep.ADVERB, Dep.OPEN_CLAUSE)
    return noun.i < word.i and is_passive(over) and all(c.relation in inside for c in word.children)


def _passive_too(verb: Token) -> bool:
    """ "Were stopped and shot in the head": they shot nobody."""
    if verb.relation is not Dep.CONJUNCT or verb.tag_ != "VBD" or not is_passive(verb.head):
        return False
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.OBJECT, Dep.AUXILIARY, Dep.COMPLEMENT_CLAUSE):
        return False
    return not any(preposition(t) in ("at", "on", "upon", "back") for t in children(verb, Dep.OBLIQUE))


def _taken_to_be(verb: Token) -> Token | None:
    """ "A man believed to be Omar Sayed was killed": the man was killed, nobody's belief is told."""
    over = verb.head
    if over.i > verb.i or over.lower_ not in _TAKEN:
        return None
    own = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT) or not children(verb, Dep.PASSIVE_AUXILIARY)
    if own or children(over, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY) or not children(over, Dep.OPEN_CLAUSE):
        return None
    return over if children(over, Dep.SUBJECT, Dep.PASSIVE_SUBJECT) else None


def _reduced(verb: Token) -> bool:
    """ "The brothers, shot dead on Tuesday by police": no subject of its own, and nobody whom they shot."""
    if verb.relation is not Dep.RELATIVE or verb.tag_ not in _PAST or verb.i < verb.head.i:
        return False
    own = (Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.OBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.MARKER)
    return not children(verb, *own) and not any(c.tag_ in ("WP", "WDT", "WRB") for c in verb.children)


def counted_behind(verb: Token) -> list[Token]:
    """The civilians in "the army summarily executed at least 223 civilians", of whom the parser makes an adverbial."""
    loose = [t for t in children(verb, Dep.OBLIQUE) if t.i > verb.i and t.pos_ == "NOUN" and not children(t, Dep.CASE)]
    counted = [t for t in loose if children(t, Dep.NUMERAL)][:1]
    noun = lexicon.noun(counted[0].lemma_.lower()) if counted else None
    return counted if noun is not None and noun.kind is EntityKind.PERSON else []


def _whose_bodies(verb: Token) -> Token | None:
    """ "Police found the bodies of three men, shot in the head": the men, not the police."""
    if verb.tag_ not in _PAST or verb.relation not in (Dep.PARATAXIS, Dep.ADVERB_CLAUSE) or verb.i < 2:
        return None
    if verb.nbor(-1).text != "," or any(c.i < verb.i and not c.is_punct for c in verb.children):
        return None
    last = verb.nbor(-2)
    named = last if last.pos_ == "NOUN" else last.head
    bodies = named.head if preposition(named) == "of" else named
    return named if bodies.lemma_.lower() in ("body", "corpse") and bodies.relation is Dep.OBJECT else None
