"""Mends on whom blame is laid, and what is done in return, where the parser hangs it on the wrong noun.

"Blamed both attacks on the Front", "was accused of the murder by the bishop", "answered the attack with strikes".
"""

from __future__ import annotations

from kg.extract.syntax import has_auxiliary, is_passive, markers, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators

CHARGED = frozenset({"of", "in", "over", "for", "with"})
MEANT = {"blame": "on", "identify": "as", "name": "as"}
LAYING = frozenset({"lay", "put", "place", "pin", "cast", "heap", "shift"})
LAID = frozenset({"blame", "responsibility"})
LAID_ON = frozenset({"on", "upon", "to", "onto"})
_ANSWERABLE = frozenset({"responsible", "accountable"})
ANSWERING = frozenset({"answer", "avenge", "counter", "repay"})
_DUTY = frozenset({"should", "must", "ought", "shall"})
_HAVING_TO = frozenset({"have", "need"})
_OURSELVES = frozenset({"i", "we"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def accusers(verb: Token) -> list[Token]:
    """ "Was accused of the murder of X by the bishop": who accused him, where the parser made it the murder's doer."""
    if not is_passive(verb) or children(verb, Dep.AGENT):
        return []
    charges = [t for t in children(verb, Dep.OBLIQUE) if t.pos_ == "NOUN" and preposition(t) in CHARGED]
    return [t for charge in charges for t in charge.subtree if preposition(t) == "by" and t.head.pos_ in _NOMINAL][:1]


def of_the_accused(verb: Token, frames: Frames) -> list[tuple[Token, Token]]:
    """ "Accused rebels of shelling the village, killing nine": the rebels killed them, not who accuses."""
    results = [c for c in children(verb, Dep.ADVERB_CLAUSE) if c.tag_ == "VBG" and not children(c, Dep.MARKER)]
    harming = [c for c in results if any(p.frame.effect != "none" for p in frames.verbs.get(c.lemma_.lower(), ()))]
    if not harming:
        return []
    below = [t for t in verb.subtree if preposition(t) in CHARGED or CHARGED.intersection(m.lower_ for m in t.children)]
    charges = [t for t in below if t.i > verb.i and (t.tag_ == "VBG" or t.lemma_.lower() in frames.nouns)]
    return [(c, charges[0]) for c in harming if charges and c.i > charges[0].i and c.nbor(-1).text == ","]


def blamed(verb: Token) -> Token | None:
    """ "Blamed by the press on X", "identified by police as X": who is meant, where the parser made X the press's."""
    if not is_passive(verb):
        return None
    prep = MEANT[verb.lemma_.lower()]
    by = [t for t in verb.children if preposition(t) == "by"]
    return next((t for who in by for t in children(who, Dep.NOMINAL) if preposition(t) == prep), None)


def blamed_on(verb: Token, frames: Frames) -> Token | None:
    """ "Blamed both attacks on the Front": on whom, where the parser has the Front attacked."""
    if verb.lemma_.lower() != "blame" or is_passive(verb):
        return None
    if any(preposition(t) in ("on", "for", "over") for t in children(verb, Dep.OBLIQUE, Dep.NOMINAL)):
        return None
    things = (o for o in children(verb, Dep.OBJECT) if o.lemma_.lower() in frames.nouns)
    below = [t for thing in things for t in thing.subtree if t.i > thing.i and preposition(t) in ("on", "upon")]
    return below[-1] if below else None


def held_to_answer(verb: Token) -> Token | None:
    """ "Held Colonel X, who led the unit, responsible": the word for it, where the parser has X's clause say so."""
    people = children(verb, Dep.OBJECT)
    below = (t for t in verb.subtree if t.lower_ in _ANSWERABLE and t.head != verb and t.head.pos_ == "VERB")
    return next((t for t in below if people and t.i > people[0].i and t.nbor(-1).is_punct), None)


def blame_laid_on(verb: Token) -> Token | None:
    """ "Put the blame for the murder of X on the army": on whom, where the parser has X or the murder on the army."""
    blame = next((o for o in children(verb, Dep.OBJECT) if o.lower_ in LAID), None)
    if blame is None or any(preposition(t) in LAID_ON for t in children(verb, Dep.OBLIQUE)):
        return None
    below = [t for t in blame.subtree if t.i > blame.i and preposition(t) in LAID_ON]
    return below[-1] if below else None


def answered_with(verb: Token, frames: Frames) -> list[Token]:
    """ "Answered the attack with strikes on X": two deeds, where the parser has the attack made with strikes."""
    below = (t for o in children(verb, Dep.OBJECT) for t in children(o, Dep.NOMINAL) if preposition(t) == "with")
    return [t for t in below if t.lemma_.lower() in frames.nouns]


def withheld(verb: Token, operators: Operators) -> bool:
    """Whether nobody is accused by a verb that would: "refused to blame X", "stopped short of accusing X"."""
    above = verb.head
    words = (above, *children(above, Dep.ADVERB)) if above != verb else ()
    return any(word.lemma_.lower() in operators.lists["withholding"] for word in words)


def to_blame(verb: Token) -> bool:
    """ "The army is to blame for it": its subject accuses nobody, but is accused."""
    return "to" in markers(verb) and (bool(children(verb, Dep.COPULA)) or verb.head.lemma_ == "be")


def asked_for(verb: Token, operators: Operators) -> bool:
    """Whether somebody is only asked to claim or admit a deed: "urged the army to assume responsibility for it"."""
    asking = verb.head if verb.head != verb and "to" in markers(verb) else None
    return asking is not None and asking.lemma_.lower() in operators.lists["asking"]


def called_upon(admitting: Token) -> bool:
    """Whether somebody is told to admit a deed: "the army should admit" does not; "I must admit" does."""
    due = has_auxiliary(admitting, _DUTY) is not None
    due = due or (dep(admitting) is Dep.OPEN_CLAUSE and admitting.head.lemma_ in _HAVING_TO)
    return due and all(s.lower_ not in _OURSELVES for s in subjects(admitting))
