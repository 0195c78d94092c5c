"""How present the things spoken of are in a reader's mind: the more, the sooner "he" or "the group" means them.

Salience follows Lappin and Leass (1994): a mention counts more as a subject than elsewhere, and half as much with
every sentence that passes.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.fates import REMAINS
from kg.extract.entities.mention import Chain, Mention
from kg.extract.syntax import Position
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

# Lappin & Leass 1994, table 1.
_RECENCY = 100.0
_WEIGHT = {
    Position.SUBJECT: 80.0 + 50.0 + 80.0,
    Position.UNDERGOER: 80.0 + 50.0 + 80.0,
    Position.AGENT: 50.0 + 80.0,
    Position.OBJECT: 50.0 + 50.0 + 80.0,
    Position.OBLIQUE: 40.0 + 80.0,
    Position.PREDICATE: 50.0,
    Position.APPOSITION: 30.0,
    Position.POSSESSOR: 40.0,
    Position.COMPLEMENT: 20.0,
    Position.MODIFIER: 0.0,
    Position.APART: 80.0 + 50.0 + 80.0,
}
_NAME_BONUS = 20.0


@dataclass(slots=True)
class Candidate:
    """Something spoken of before, where it was mentioned last, and how present it still is."""

    chain: Chain
    salience: float
    sentence: int
    last: Mention


def notice(cast: Cast, mention: Mention, stage: dict[Chain, Candidate], now: int) -> None:
    """Put a mention in sentence ``now`` on the stage, or what it is a mention of nearer to the front."""
    chain = mention.chain
    if chain is None or (mention.form == "pronoun" and len(chain.mentions) == 1):
        return
    token = cast.page.tokens[mention.head]
    first = cast.page.tokens[chain.mentions[0].head]
    if (mention.count is not None and mention.count.best == 0) or syntax.determiner(first) == "no":
        return  # "no group" is none that could be taken up
    if mention.lemma in REMAINS and any(p == "of" and cast.at[t.i] is not None for p, t in syntax.complements(token)):
        return  # "the bodies of three men were found": the men are who the clause is about
    position = syntax.position(token)
    while token.head is not token and (position is Position.APPOSITION or _whose_remains(token)):
        token = token.head  # "a guard, X, lost his life": X is who the clause is about
        position = syntax.position(token)
    filed = position is Position.APART and mention.kind is EntityKind.PLACE  # a dateline or a heading
    weight = _RECENCY + (0.0 if filed else _WEIGHT[position]) + (_NAME_BONUS if mention.form == "name" else 0.0)
    known = stage.get(chain)
    if known is None:
        stage[chain] = Candidate(chain, weight, now, mention)
    else:
        # several mentions in one sentence count once, by the best of them
        known.salience = max(known.salience, weight) if known.sentence == now else known.salience + weight
        known.sentence, known.last = now, mention


def _whose_remains(token: Token) -> bool:
    return token.head.lemma_.lower() in REMAINS and syntax.governed_by(token) == "of"
