"""Whom "they" and "them" mean beyond salience: the two just named, those told of or harmed, whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.fates import (
    ACTING,
    ARGUMENTS,
    DEADLY,
    DYING,
    REMAINS,
    SUFFERING,
)
from kg.extract.entities.mention import Mention
from kg.extract.entities.salience import Candidate
from kg.extract.entities.turns import armed, of_a_trade, on_either_side, struck_at, unarmed
from kg.extract.entities.words import words
from kg.extract.syntax import Position
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_FAR = 12  # words behind a verb in which a colon may say that it announces something
_ONLOOKERS = frozenset(("witness", "eyewitness", "bystander", "onlooker", "passer-by"))
_DEALT = SUFFERING | {Position.COMPLEMENT}
_FREEING = frozenset({"release", "free", "liberate", "rescue"})
_PUT_TO_DEATH = words(
    "bayonet beat behead blindfold bludgeon burn butcher club decapitate execute hack hang kill knife line lynch "
    "massacre murder mutilate rape shoot slaughter stab stone strangle torture"
)
_BY_HAND = _PUT_TO_DEATH - {"kill", "shoot", "execute", "murder"}
_LEADING = frozenset(("take", "lead", "drive", "march", "drag", "bundle", "herd", "haul", "carry"))


def in_turn(
    tokens: Sequence[Token], pronoun: Token, best: Candidate, scored: list[tuple[float, Candidate]]
) -> Candidate | None:
    """Who shoots: not the unarmed where armed men were told of as well; None where it may be either of two sides.

    So it is where it could only be people of whom it was said what trade they followed.
    """
    last = tokens[best.last.head]
    if on_either_side(last, pronoun):
        return None
    doers = [tokens[m.head] for m in best.chain.mentions]
    for _, other in scored:
        if other is not best and armed(other.chain) and struck_at(tokens[other.last.head], doers, pronoun):
            return other
    trade = of_a_trade(last) and not (best.chain.named or best.chain.actor or armed(best.chain))
    if not (trade or unarmed(best.chain, last)):
        return best
    others = [(score, c) for score, c in scored if c is not best and armed(c.chain)]
    return max(others, key=lambda pair: pair[0])[1] if others else None if trade else best


def two_before(tokens: Sequence[Token], best: Candidate, pronoun: Token) -> bool:
    """ "A planter and his wife were speared. … they": the two, told of since those who would be meant otherwise."""
    sentence = pronoun.sent
    if not sentence.start:
        return False
    last = pronoun.doc[sentence.start - 1].sent
    if best.last.head >= last.start:
        return False
    first = (t for t in last if syntax.position(t) in ARGUMENTS and t.tag_ in ("NN", "NNP") and t.pos_ != "PRON")
    people = (t for t in first if (noun := lexicon.noun(t.lemma_.lower())) and noun.kind is EntityKind.PERSON)
    return any(len(syntax.conjuncts(t)) > 1 for t in people)


def told_of(
    cast: Cast,
    mention: Mention,
    best: Candidate,
    scored: list[tuple[float, Candidate]],
    stage: Iterable[Candidate],
) -> Candidate | None:
    """ "Witnesses said that soldiers had come. They shot …": those who are told of go on, not those who tell.

    So do planes that came; None where it is something that has no record of its own.
    """
    page = cast.page
    teller = page.tokens[best.last.head]
    verb = syntax.governor(teller)
    if syntax.position(teller) is not Position.SUBJECT:
        return best
    last = max(verb.i, teller.i)
    announces = any(t.text == ":" for t in verb.doc[last : last + _FAR])
    if not (announces or lexicon.speaks(verb.lemma_.lower())):
        return best
    pronoun = page.tokens[mention.head]
    whose = next((o for o in syntax.possessors(teller) if o.lower_ == "their"), None)
    if whose is not None and syntax.position(pronoun) in SUFFERING and _kin(teller):
        owner = cast.at[whose.i]  # "Their wives said that rebels had shot them"
        return next((c for _, c in scored if owner is not None and c.chain is owner.chain), best)
    if teller.lemma_.lower() in _ONLOOKERS and syntax.position(pronoun) in SUFFERING:
        others = [(score, c) for score, c in scored if c is not best and c.sentence >= best.sentence - 2]
        return max(others, key=lambda pair: pair[0])[1] if others else best  # "witnesses said that they were shot"
    acts = syntax.position(pronoun) is Position.SUBJECT and syntax.governor(pronoun).lemma_.lower() not in DYING
    wanted = ACTING if acts else SUFFERING
    found = [
        (score, candidate)
        for score, candidate in scored
        if candidate.sentence == best.sentence
        and candidate is not best
        and syntax.position(token := page.tokens[candidate.last.head]) in wanted
        and syntax.governor(token) != verb
    ]
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    if not acts:
        return best
    came = [
        t
        for t in syntax.sentence_of(teller)
        if t.tag_ in ("NNS", "NNPS") and syntax.position(t) is Position.SUBJECT and syntax.governor(t) != verb
    ]
    if not came:
        return best
    return next((c for c in stage if c.chain.kind is EntityKind.MATERIEL and c.last.head == came[0].i), None)


def _kin(noun: Token) -> bool:
    known = lexicon.noun(noun.lemma_.lower())
    return known is not None and "kin" in known.classes


def _how(pronoun: Token) -> bool:
    """Whether a verb says how people were put to death by hand, and not only that they were killed or shot."""
    return syntax.governor(pronoun).lemma_.lower() in _BY_HAND


def of_the_harmed(pronoun: Token) -> bool:
    """Whether a pronoun means people led off, killed or dead: "their bodies", "they were driven away", "… beheaded"."""
    if syntax.position(pronoun) is Position.POSSESSOR:
        return pronoun.head.lemma_.lower() in REMAINS
    verb = syntax.governor(pronoun)
    led = verb.lemma_.lower() in _LEADING and any(c.lower_ in ("away", "off", "out", "to") for c in verb.children)
    # "They were killed by police": rather those who attacked
    dead = verb.lemma_.lower() in _PUT_TO_DEATH and all(syntax.preposition(t) != "by" for t in verb.children)
    return syntax.position(pronoun) is Position.UNDERGOER and (led or dead)


def set_free(liberator: Token, pronoun: Token) -> bool:
    """ "Rebels freed two priests. They had been seized …": not who lets somebody go has been held."""
    free = syntax.position(liberator) in ACTING and syntax.governor(liberator).lemma_.lower() in _FREEING
    return free and syntax.position(pronoun) is Position.UNDERGOER


def dealt_with(cast: Cast, best: Candidate, scored: list[tuple[float, Candidate]], pronoun: Token) -> Candidate | None:
    """ "Soldiers took five men. Their bodies …": whom somebody did something to, not who did it or tells of it.

    "Marines killed 23 settlers. They were strangled" says how those died.
    """
    page = cast.page
    here = [page.tokens[m.head] for m in best.chain.mentions if page.sentence[m.head] == best.sentence]
    doer = next((t for t in here if syntax.position(t) in ACTING), None)
    if doer is None:
        return best
    found = [
        (score, candidate)
        for score, candidate in scored
        if candidate.sentence == best.sentence
        and syntax.position(token := page.tokens[candidate.last.head]) in _DEALT
        and (syntax.governor(token).lemma_.lower() not in DEADLY or _how(pronoun))
    ]
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    verb = syntax.governor(doer)
    if verb.lemma_.lower() in DEADLY:
        return best
    others = [n for t in children(verb, Dep.OBJECT) if (n := lexicon.noun(t.lemma_.lower())) is not None]
    return None if any(n.kind is not EntityKind.MATERIEL for n in others) else best  # "dragged a couple out. They were"
