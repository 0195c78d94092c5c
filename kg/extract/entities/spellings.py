"""Spellings of one name in one document: "al-Mansour" and "al-Mansoor", a copyist's slip or two
transliterations.
"""

from __future__ import annotations

from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Mention
from kg.model import EntityKind
from kg.names import blocks, compare


def join_spellings(cast: Cast) -> None:
    """Joins persons whose full names are spellings of one another.

    Only names that share a block and compare as the same by themselves: a text that tells two brothers
    apart gives them different first names.
    """
    held: dict[str, list[Mention]] = {}
    for mention in cast.mentions:
        if mention.form != "name" or mention.kind is not EntityKind.PERSON or len(mention.name.split()) < 2:
            continue
        for block in blocks(mention.name):
            others = held.setdefault(block, [])
            for other in others:
                if (
                    other.chain is not mention.chain
                    and other.name != mention.name
                    and compare(other.name, mention.name).same
                ):
                    cast.join(other, mention, alias=True)
                    break
            others.append(mention)
