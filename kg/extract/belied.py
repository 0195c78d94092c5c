"""What a report is said to be: "was false", "proved to be untrue", "had no basis", "was dismissed as propaganda"."""

from __future__ import annotations

from kg.extract.embedding_words import operator_of
from kg.extract.syntax import Slot, arguments, complements, determiner, is_passive, negation, parts, predicate
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Effect, Operators

_WHAT = (Dep.OPEN_CLAUSE, Dep.ATTRIBUTE, Dep.ADJECTIVE, Dep.COMPLEMENT_CLAUSE, Dep.OBJECT, Dep.OBLIQUE)


def said_of(head: Token, operators: Operators) -> Token | None:
    """What a subject is said to be, given the word that the subject depends on; None where that is a full verb.

    "Proved (to be) untrue", "turned out to be wrong", "was shown to be a hoax" say it as well as "was false" does; who
    has no basis is baseless.
    """
    found = predicate(head)
    if found is not None or head.pos_ not in ("VERB", "AUX"):
        return found
    lemma = head.lemma_.lower()
    if lemma == "have":
        grounds = (t for t in children(head, Dep.OBJECT) if t.lemma_.lower() in operators.lists["grounds"])
        return next((t for t in grounds if determiner(t) == "no"), None)
    if lemma in operators.lists["proving"] and (lemma != "turn" or "out" in parts(head)):
        return next((t for t in children(head, *_WHAT) if t.pos_ in ("ADJ", "NOUN", "VERB")), None)
    return None


def belied(speaker: Token, operators: Operators) -> bool:
    """ "A statement which said that ... was a forgery": what is told as somebody's word is rejected with it."""
    if speaker.lemma_.lower() not in operators.lists["utterances"] or dep(speaker) is not Dep.SUBJECT:
        return False
    said = predicate(speaker.head)
    operator = operator_of(said, speaker, operators) if said is not None else None
    return operator is not None and operator.effect is Effect.DENY and negation(speaker.head) is None


def rejecters(word: Token) -> list[Token]:
    """Whose rejection it is where the parser hangs the agent on what it is rejected as: "dismissed as lies by X"."""
    if not is_passive(word):
        return []
    found = arguments(word)
    if any(a.slot is Slot.SUBJECT and a.prep == "by" for a in found):
        return []
    called = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep == "as"]
    return [t for noun in called for prep, t in complements(noun) if prep == "by"]
