"""Words in a clause that say that nobody did or suffered it: "or be killed", "neither was hurt", "and not civilians
killed"; and words for how it was done, which alone may be denied.
"""

from __future__ import annotations

from kg.extract.syntax import determiner, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators

_GOALS = frozenset({"to", "into", "from"})
_FIRED = frozenset({"shell", "shot", "bomb", "bullet", "rocket", "missile", "round", "mortar", "grenade", "torpedo"})
_SAFE = frozenset({"unscathed", "unhurt", "unharmed", "uninjured"})


def or_else(verb: Token) -> bool:
    """ "Told them to leave or be killed": what else will be done to them has not been done."""
    verb = verb.head if dep(verb) is Dep.OPEN_CLAUSE and verb.pos_ == "ADJ" else verb  # "be shot dead"
    if dep(verb) is not Dep.CONJUNCT or not any(c.lower_ == "or" for c in children(verb, Dep.COORDINATOR)):
        return False
    helped = [c.lower_ for c in children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)]
    return helped == ["be"] or (not helped and verb.tag_ == "VB" and not children(verb, Dep.OBJECT))


def neither(verb: Token) -> bool:
    """ "Neither the colonel nor his driver was hurt"."""
    own = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    return any(c.lower_ == "neither" for s in own for c in s.children)


def not_one_fired(verb: Token) -> bool:
    """ "Not one shell was fired by the army", "fired not a single shot": no count of people, but none was fired."""
    things = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.OBJECT)
    before = ([w.lower_ for w in verb.doc[t.left_edge.i : t.i]] for t in things if t.lemma_.lower() in _FIRED)
    return any(words[:1] == ["not"] and words[1] in ("one", "a") for words in before if len(words) > 1)


def none_of_these(participle: Token) -> bool:
    """ "Were fighters, and not civilians executed by police", whatever the parser hung on what."""
    if participle.tag_ != "VBN" or not participle.i or children(participle, Dep.PASSIVE_AUXILIARY, Dep.AUXILIARY):
        return False
    people = participle.nbor(-1)
    return people.pos_ == "NOUN" and determiner(people) == "" and any(c.lower_ == "not" for c in people.children)


def only_how(verb: Token, operators: Operators) -> bool:
    """ "Denied deliberately targeting the hospital": that it was hit may be so."""
    return any(c.lower_ in operators.lists["on_purpose"] for c in children(verb, Dep.ADVERB))


def unhurt(verb: Token) -> bool:
    """ "Emerged unscathed from the attack": who was its target."""
    return any(c.lower_ in _SAFE for c in children(verb, Dep.OPEN_CLAUSE, Dep.ADVERB, Dep.ATTRIBUTE, Dep.ADJECTIVE))


def about_to(verb: Token) -> bool:
    """ "Were going to kill the mayor": meant to be done, as yet by nobody."""
    return verb.tag_ == "VB" and verb.head.lower_ == "going" and verb.relation is Dep.OPEN_CLAUSE


def goes_somewhere(verb: Token) -> bool:
    """ "Came to the country to kill X": who comes to a place has a purpose, who "went on to kill X" did so."""
    if verb.lemma_.lower() not in ("go", "come", "return"):
        return False
    return any(preposition(t) in _GOALS for t in children(verb, Dep.OBLIQUE)) or any(
        t.lower_ in ("here", "there", "home", "abroad") for t in children(verb, Dep.ADVERB)
    )
