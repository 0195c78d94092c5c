"""Couples: "they" and "them" for people who were named one by one.

"Gunmen took A and B from their homes and killed them", "A and her husband were abducted. They were shot": no one
description stands for the two, so the pronoun means each of them.
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.fates import DYING, SUFFERING, whose_death
from kg.extract.entities.mention import Mention
from kg.extract.syntax import Position
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_PRONOUNS = frozenset(("they", "them"))
_PEOPLE = frozenset((EntityKind.PERSON, EntityKind.GROUP))
_AIMED = SUFFERING | {Position.COMPLEMENT}


def couple(cast: Cast, mention: Mention, last: Mention | None) -> tuple[Mention, ...]:
    """The people whom a plural pronoun to whom something is done means, if they were named one by one right before.

    ``last`` is where whoever else may be meant was last spoken of.
    """
    pronoun = cast.page.tokens[mention.head]
    they = pronoun.lower_ in _PRONOUNS or mention.count is not None
    if not whose_death(pronoun) and not (they and _suffers(pronoun)):
        return ()
    people = _named_before(cast, pronoun, last)
    return people if mention.count is None or mention.count.best == len(people) else ()


def _named_before(cast: Cast, pronoun: Token, last: Mention | None) -> tuple[Mention, ...]:
    verb = syntax.governor(pronoun)
    for earlier in _steps_before(verb):
        found = _people(cast, [t for t in earlier.children if t.i < pronoun.i and syntax.position(t) in SUFFERING])
        if found:
            return found
        if children(earlier, Dep.OBJECT):
            return ()  # to somebody else
    sentence = pronoun.sent
    if not sentence.start or cast.page.paragraph[sentence.start - 1] != cast.page.paragraph[pronoun.i]:
        return ()
    before = pronoun.doc[sentence.start - 1].sent
    since = [t for t in sentence if t.i < pronoun.i and cast.at[t.i] is not None and t.pos_ != "PRON"]
    if since or (last is not None and last.head >= before.start and _dealt_with(cast.page.tokens[last.head])):
        return ()
    return _people(cast, [t for t in before if syntax.position(t) in SUFFERING and t.pos_ in ("NOUN", "PROPN")])


def _suffers(pronoun: Token) -> bool:
    where = syntax.position(pronoun)
    return where in SUFFERING or (where is Position.SUBJECT and syntax.governor(pronoun).lemma_.lower() in DYING)


def _dealt_with(token: Token) -> bool:
    return syntax.position(token) in _AIMED


def _steps_before(verb: Token) -> list[Token]:
    """The verbs that the same clause tells of before a verb, the nearest first: "took … and killed"."""
    first = syntax.first_conjunct(verb)
    steps = [v for v in (first, *children(first, Dep.CONJUNCT)) if v.i < verb.i and v.pos_ == "VERB"]
    if verb.relation is Dep.ADVERB_CLAUSE and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        steps.append(verb.head)  # "took A and B away before killing them"
    return sorted(steps, key=lambda v: -v.i)


def _people(cast: Cast, words: list[Token]) -> tuple[Mention, ...]:
    """The people of the first coordination among some words, if it is of people only, one of them single at least."""
    for word in words:
        listed = syntax.conjuncts(word)
        found = [cast.at[t.i] for t in listed]
        people = [m for m in found if m is not None and m.form != "pronoun" and m.kind in _PEOPLE]
        if len(people) == len(listed) > 1 and any(m.kind is EntityKind.PERSON for m in people):
            return tuple(people)
    return ()
