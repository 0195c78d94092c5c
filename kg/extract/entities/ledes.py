"""The way of news: the first sentences describe ("a former minister"), a later one names ("X, a former
minister").
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Chain, Mention
from kg.model import EntityKind

_OPENING = 3  # sentences that may describe
_NAMING = 8  # sentences within which the name follows


def join_lede(cast: Cast) -> None:
    """Joins the description of one person at the start with the one name that is then described alike."""
    page = cast.page
    for mention in cast.mentions:
        if page.sentence[mention.head] >= _OPENING:
            break
        chain = mention.chain
        if (
            chain is None
            or mention.form != "nominal"
            or mention.kind is not EntityKind.PERSON
            or chain.named
            or mention.plural
            or syntax.determiner(page.tokens[mention.head]) in syntax.DEFINITE
            or chain.mentions[0] is not mention
        ):
            continue
        named = [c for c in cast.chains() if _described_alike(cast, mention, c)]
        if len(named) == 1:
            cast.join(named[0].mentions[0], mention)


def _described_alike(cast: Cast, mention: Mention, chain: Chain) -> bool:
    page = cast.page
    if chain.kind is not EntityKind.PERSON or not chain.named or mention.lemma not in chain.heads:
        return False
    first = chain.mentions[0]
    gap = page.sentence[first.head] - page.sentence[mention.head]
    if first.head <= mention.head or gap < 1 or gap > _NAMING:
        return False
    groups = _groups(cast, mention)
    return any(
        other.form == "nominal" and other.lemma == mention.lemma and _groups(cast, other) == groups
        for other in chain.mentions
    ) and bool(groups)


def _groups(cast: Cast, mention: Mention) -> set[int]:
    """The groups and countries in a description: "an X leader", "a leader of X"."""
    found: set[int] = set()
    for i in range(mention.begin, mention.end):
        other = cast.at[i]
        if other is None or other is mention or other.kind not in (EntityKind.GROUP, EntityKind.PLACE):
            continue
        if other.chain is not None:
            found.add(id(other.chain))
    return found
