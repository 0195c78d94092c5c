"""Events that a sentence only speaks of: the time and place of its verb are those of speaking, not the event's."""

from __future__ import annotations

from kg.extract.mentions import Draft
from kg.extract.pointing import takes_a_stand
from kg.extract.syntax import complements, embedding, is_definite, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token

#: Verbs that say, with "in", that somebody had a part in what is named behind them.
_SHARING = frozenset({"take", "participate", "involve", "implicate", "share", "assist", "help"})
_AFTER = frozenset({"after", "following", "since"})


def reported_below(draft: Draft, index: int) -> bool:
    """Whether somebody's speech stands between the event and this verb."""
    reporting = draft.telling.stance.reporting
    if reporting is None:
        return False
    path = draft.telling.stance.path
    return reporting.i in path and path.index(reporting.i) <= path.index(index)


def spoken_of(draft: Draft, verb: Token, head: Token) -> bool:
    """Whether the verb above only takes a known event for its object: "condemned on Tuesday the killing of X".

    ``head`` is the word for the time or place; behind the event word it is rather the event's.
    """
    trigger = draft.telling.trigger
    noun = trigger.token
    if trigger.form != "noun" or verb.i in trigger.words:
        return False
    if head.i > trigger.index and not (takes_a_stand(verb) and _of_another_verb(head, verb)):
        return False
    if verb.lemma_ in _SHARING and any(p == "in" for p in map(preposition, children(verb, Dep.OBLIQUE))):
        return False  # "took part in March in the killing of X"
    return (_known(noun) or takes_a_stand(verb)) and _below(noun, verb)


def judged(draft: Draft, verb: Token, head: Token) -> bool:
    """Whether the verb above takes a stand on the event, or follows on it: no place of theirs is the event's.

    "In X, the minister condemned attacks on civilians", "condemned the killing and flew to talks in X", "people in X
    rose after the killing of their elder".
    """
    trigger = draft.telling.trigger
    if trigger.form != "noun" or not _below(trigger.token, verb):
        return False
    if takes_a_stand(verb):
        return head.i < trigger.index or _of_another_verb(head, verb)
    if preposition(trigger.token) not in _AFTER or not _known(trigger.token):
        return False
    return any(head in subject.subtree for subject in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT))


def _known(event: Token) -> bool:
    """Whether an event noun stands for an event that is told apart from others: "the killing", "killing of X"."""
    return is_definite(event) or any(prep == "of" for prep, _ in complements(event))


def _of_another_verb(word: Token, verb: Token) -> bool:
    """Whether a word hangs on a further verb coordinated with this one: "condemned the raid and left on Monday"."""
    return any(t.relation is Dep.CONJUNCT and t.head == verb and t.pos_ == "VERB" for t in (word, *word.ancestors))


def _below(noun: Token, verb: Token) -> bool:
    """Whether an event noun is no subject of a verb above it."""
    top = next((lower for _, lower, upper in embedding(noun) if upper == verb), noun)
    return dep(top) not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT) or top.i > verb.i
