"""Suspects: people arrested, charged, tried or wanted over a deed, as the words between the two say."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.blaming import withheld
from kg.extract.marks import IN_RETURN
from kg.extract.meaning import of_a_crime
from kg.extract.mentions import Draft, EventMention
from kg.extract.syntax import Slot, arguments, complements, embedding, markers, negation, preposition, subjects
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators
from kg.model import ClaimKind

#: Between a verb of arrest and the deed: "over the killing", "on suspicion of murder", "in connection with the attack".
_OVER = frozenset(
    {"over", "for", "because of", "due to", "in connection with", "in relation to", "on suspicion of", "on charges of"}
)
_OF = frozenset({"of", "with", "in", "to", "for", "over"})
_NOUNS = {
    "connection": {"in"},
    "relation": {"in"},
    "suspicion": {"on", "under"},
    "charge": {"on"},
    "trial": {"on", "for"},
}
_PARTS = frozenset({"involvement", "part", "role", "participation", "complicity", "hand", "connection", "link"})
_PUT_TO_DEATH = frozenset({"hang", "execute"})  # "hanged for the bombing"
_ABOVE = 5
_CLAUSES = (Dep.ADVERB_CLAUSE, Dep.PREPOSITIONAL_CLAUSE, Dep.NOUN_CLAUSE, Dep.OPEN_CLAUSE, Dep.COMPLEMENT_CLAUSE)


def suspects(mention: EventMention, operators: Operators) -> Iterator[tuple[Draft, list[Token]]]:
    """Each telling of a deed with those whom its sentence says to be held or sought over it."""
    for draft in mention.drafts:
        trigger = draft.telling.trigger
        if (trigger.frame.weak and not of_a_crime(draft, operators)) or trigger.frame.effect == "captured":
            continue  # "arrested over the death of X" has them cause it
        if trigger.form == "verb":
            agents = _held_for(trigger.token, operators)
            if agents:
                yield draft, agents
            continue
        if trigger.form != "noun":
            continue
        verb = _held_over(trigger.token, operators)
        if verb is not None and negation(verb) is None and not withheld(verb, operators):
            agents = _held(verb)
            if agents:
                yield draft, agents


def _held_for(deed: Token, operators: Operators) -> list[Token]:
    """Who is arrested or tried "for killing X", "on charges of killing X", or whose arrest or trial for it is told.

    Whoever is convicted of it is found to have done it by those who convict him; that is another matter.
    """
    relation, _, above = next(embedding(deed), (Dep.ROOT, deed, deed))
    before = {*markers(deed), deed.nbor(-1).lower_} if deed.i else set()  # "held over" is no phrasal verb here
    if deed.tag_ != "VBG" or relation not in _CLAUSES or before.isdisjoint(("for", "of", "over")):
        return []
    if above.lemma_.lower() in _NOUNS and preposition(above) in _NOUNS[above.lemma_.lower()]:
        above = above.head  # "on charges of killing"
    lemma = above.lemma_.lower()
    if above.pos_ == "NOUN" and lemma in operators.lists["holdings"]:
        return _held(above)
    if above.pos_ != "VERB" or lemma not in operators.lists["holding"] or negation(above) is not None:
        return []
    found = any(o.agent == "object" and o.kind is ClaimKind.ASSERTION for o in operators.of(lemma, "VERB"))
    return [] if found else _held(above)


def _held_over(deed: Token, operators: Operators) -> Token | None:
    """The verb (or "on trial") that says why somebody is held, if the deed is the reason."""
    begin = deed.left_edge.i
    if any(t.lower_ in IN_RETURN for t in deed.doc[max(begin - 2, 0) : begin + 1]):
        return None  # "executed in reprisal for the hanging of X"
    step, link = deed, False
    for _ in range(_ABOVE):
        prep, above = preposition(step), step.head
        if above == step:
            return None
        if above.lemma_.lower() in _NOUNS and prep in _OF:
            link = True
            if preposition(above) not in _NOUNS[above.lemma_.lower()]:
                return None
            if above.lemma_.lower() == "trial":
                return above
        elif above.lemma_.lower() in _PARTS and prep in _OF:
            pass
        elif above.pos_ == "NOUN" and above.lemma_.lower() in operators.lists["holdings"]:
            return above if link or prep in _OVER else None
        elif above.pos_ == "VERB":
            over = link or prep in _OVER
            wanted = operators.lists["holding"] | _PUT_TO_DEATH if over else operators.lists["suspecting"]
            fits = over or prep in ("of", "with")
            return above if fits and above.lemma_.lower() in wanted else None
        else:
            return None
        step = above
    return None


def _held(verb: Token) -> list[Token]:
    if verb.pos_ == "NOUN" and (of := [t for prep, t in complements(verb) if prep == "of"]):
        return of  # "the arrest of two soldiers"
    if verb.pos_ != "VERB":
        return subjects(verb)
    if verb.lemma_ == "want":
        return subjects(verb) if verb.tag_ == "VBN" else []
    return [a.token for a in arguments(verb) if a.slot is Slot.OBJECT]
