"""What verbs say of who leads a group, who belongs to it and what it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Chain
from kg.extract.entities.page import Page
from kg.extract.entities.standings import PLAIN, Stand
from kg.extract.entities.words import words
from kg.extract.syntax import Position, Slot
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.tokens import Token
from kg.model import Certainty, EntityKind, Predicate, Standing

_LEADING = words("lead head command chair")
_INCLUDING = words("include comprise incorporate contain encompass")
_MADE_UP = words("make compose consist comprise")
_PARTS = words("part component member branch wing arm faction affiliate offshoot subsidiary backbone core")
# Verbs with the prepositions of the group that somebody belongs to.
_BELONGING = {
    "belong": words("to"),
    "serve": words("with in under"),
    "assign": words("to"),
    "affiliate": words("with to"),
    "enlist": words("in with"),
    "defect": words("to"),
}
_JOINING = words("join")
_SOMEBODY = frozenset((EntityKind.PERSON, EntityKind.GROUP))
_CONTENT = frozenset({Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE})
_UNREAL = words("may might could would should must can will shall")
_CONDITIONS = frozenset(("if", "unless", "whether"))


class Tie(NamedTuple):
    """That a person or group stands so to a group, by the word at a token."""

    subject: Chain
    predicate: Predicate
    object: Chain
    at: int
    stand: Stand


def find_ties(page: Page, cast: Cast) -> Iterator[Tie]:
    """All that verbs say of groups with names, in the order of the text."""
    for mention in list(cast.mentions):
        chain = mention.chain
        if mention.form != "name" or chain is None or chain.kind not in _SOMEBODY:
            continue
        noun = page.tokens[mention.head]
        find = _of_group if chain.kind is EntityKind.GROUP else _led_by
        for subject, predicate, other, word in find(cast, noun, chain):
            held = held_so(word)
            if held is not None and subject is not other:
                yield Tie(subject, predicate, other, word.i, held)


Found = tuple[Chain, Predicate, Chain, Token]


def _of_group(cast: Cast, noun: Token, group: Chain) -> Iterator[Found]:
    verb = syntax.governor(noun)
    where, prep, lemma = syntax.position(noun), syntax.governed_by(noun), verb.lemma_.lower()
    if where is Position.COMPLEMENT and prep == "of" and lemma in _PARTS:
        for whole in _whose_part(cast, verb):
            yield whole, Predicate.PART_OF_GROUP, group, verb
        return
    if verb.pos_ != "VERB" or lemma not in _ALL:
        return
    slots = syntax.arguments(verb)
    if any(a.slot is Slot.OBJECT and a.token == noun for a in slots):
        for subject in _chains(cast, [a.token for a in slots if a.slot is Slot.SUBJECT]):
            if lemma in _LEADING and subject.kind is EntityKind.PERSON:
                yield subject, Predicate.LEADER_OF, group, verb
            elif lemma in _JOINING and subject.kind is EntityKind.PERSON and not _in_an_act(verb):
                yield subject, Predicate.MEMBER_OF, group, verb
            elif lemma in _INCLUDING and subject.kind is EntityKind.GROUP:
                yield group, Predicate.PART_OF_GROUP, subject, verb
    elif prep == "of" and lemma in _MADE_UP:
        owners = [a.token for a in slots if a.slot in (Slot.OBJECT, Slot.SUBJECT)]
        for whole in _chains(cast, owners):
            if whole.kind is EntityKind.GROUP:
                yield group, Predicate.PART_OF_GROUP, whole, verb
    elif prep in _BELONGING.get(lemma, ()):
        slot = Slot.OBJECT if lemma in ("assign", "affiliate") else Slot.SUBJECT
        for subject in _chains(cast, [a.token for a in slots if a.slot is slot]):
            if subject.kind not in (EntityKind.PERSON, EntityKind.GROUP):
                continue  # "the hill belongs to the army"
            belongs = Predicate.MEMBER_OF if subject.kind is EntityKind.PERSON else Predicate.PART_OF_GROUP
            if not (belongs is Predicate.MEMBER_OF and group.country):
                yield subject, belongs, group, verb


def _in_an_act(verb: Token) -> bool:
    """ "Joined the Union in condemning it": with them for once."""
    return any(child.i > verb.i and child.tag_ == "VBG" and "in" in syntax.markers(child) for child in verb.children)


def _led_by(cast: Cast, noun: Token, leader: Chain) -> Iterator[Found]:
    """ "X, led by Y": whom a participle behind a group's name has as leader."""
    verb = syntax.governor(noun)
    if syntax.position(noun) is not Position.AGENT or verb.lemma_.lower() not in _LEADING or verb.head.i >= verb.i:
        return
    for group in _chains(cast, [verb.head]):
        if group.kind is EntityKind.GROUP:
            yield leader, Predicate.LEADER_OF, group, verb


_ALL = frozenset([*_LEADING, *_INCLUDING, *_MADE_UP, *_JOINING, *_BELONGING])


def _whose_part(cast: Cast, part: Token) -> list[Chain]:
    """Who is said to be part of something: "X is part of Y", "X, as part of Y, …", "X attacked as part of Y"."""
    found = list(syntax.copular_subjects(part)) if not syntax.negation(part) else []
    if not found and syntax.governed_by(part) == "as":
        above = syntax.governor(part)
        found = syntax.subjects(above) if above.pos_ in ("VERB", "AUX") else [above]
    return [chain for chain in _chains(cast, found) if chain.kind is EntityKind.GROUP]


def _chains(cast: Cast, tokens: list[Token]) -> list[Chain]:
    """The people and groups with names that the words stand for."""
    found: list[Chain] = []
    for token in tokens:
        mention = cast.at[token.i] or cast.at[syntax.head_of_name(token).i]
        if mention is not None and mention.chain is not None and mention.chain.named and not mention.plural:
            found.append(mention.chain)
    return found


@remembered
def held_so(word: Token) -> Stand | None:
    """How sure the text is of what a word says; None if it is denied, asked, wished or on a condition."""
    held, clause = PLAIN, word
    if _unreal(word):
        return None
    for relation, lower, upper in syntax.embedding(word):
        if relation is Dep.NOUN_CLAUSE and "that" in syntax.markers(lower):
            if _belied(upper):
                return None  # "rumours that he led them were false"
            held, clause = Stand(certainty=Certainty.POSSIBLE), upper
            continue
        if relation not in _CONTENT and not (relation is Dep.ADVERB_CLAUSE and lexicon.suspects(upper.lemma_.lower())):
            break
        if lower is clause and relation is Dep.ADVERB_CLAUSE and set(syntax.markers(lower)) - {"of", "with", "for"}:
            break
        if _unreal(upper) or lexicon.undoes(upper.lemma_.lower()):
            return None
        if lexicon.suspects(upper.lemma_.lower()):
            held = Stand(certainty=Certainty.POSSIBLE)
        clause = upper
    if held is PLAIN and word.pos_ == "VERB" and _over(word):
        held = Stand(Standing.FORMER)
    return held


def _belied(noun: Token) -> bool:
    """Whether what a noun tells is said to be untrue, or nobody's: "claims that … were denied", "no proof that …"."""
    if syntax.negation(noun) or syntax.determiner(noun) == "no" or lexicon.undoes(noun.lemma_.lower(), "NOUN"):
        return True
    above = syntax.governor(noun)
    return above.lower_ in _UNTRUE or lexicon.undoes(above.lemma_.lower())


_UNTRUE = words("false untrue wrong baseless unfounded fabricated fictitious nonsense lie lies")


def _unreal(word: Token) -> bool:
    modal = word.pos_ in ("VERB", "AUX") and syntax.has_auxiliary(word, _UNREAL)
    if modal is None and word.pos_ == "VERB" and any(c.lower_ == "had" and c.i < _first(word) for c in word.children):
        return True  # "had he led them, …"
    return bool(modal or syntax.negation(word) or _CONDITIONS & set(syntax.markers(word)) or syntax.is_question(word))


def _first(verb: Token) -> int:
    """Where the first subject of a verb begins."""
    return min((s.i for s in syntax.subjects(verb)), default=0)


def _over(verb: Token) -> bool:
    """ "Had led": over when the rest is told."""
    return any(child.lower_ in ("had", "'d") for child in verb.children if child.pos_ == "AUX")
