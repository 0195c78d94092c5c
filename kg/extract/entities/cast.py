"""Who and what is on stage: the mentions of one text and the chains that they form."""

from __future__ import annotations

from kg.extract.entities.lexicon import same_part, title_words
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.model import Count, EntityKind


class Cast:
    """The mentions of a text in order, which token belongs to which, and how chains are joined."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mentions: list[Mention] = []
        self.at: list[Mention | None] = [None] * len(page)
        self.couples: dict[int, tuple[Mention, ...]] = {}  # whom a pronoun means that were named one by one

    def add(self, mention: Mention) -> None:
        """Take in a mention; its words (of a name) or its head word (of anything else) lead to it from now
        on.
        """
        begin = mention.lead if mention.lead >= 0 else mention.begin
        places = range(begin, mention.end) if mention.form == "name" else (mention.head,)
        if mention.form == "name":
            # "the Damascus army" speaks of no Damascus
            swallowed = {id(m) for i in places if (m := self.at[i]) is not None}
            if swallowed:
                self.mentions = [m for m in self.mentions if id(m) not in swallowed]
        self.mentions.append(mention)
        for i in places:
            self.at[i] = mention

    def settle(self) -> None:
        """Sort the mentions by place and give each a chain of its own."""
        self.mentions.sort(key=lambda m: (m.head, m.begin))
        for mention in self.mentions:
            if mention.chain is None:
                self.start(mention)

    def start(self, mention: Mention) -> Chain:
        """A new chain for a mention."""
        chain = Chain(mention.kind, gender=mention.gender, plural=mention.plural)
        chain.actor = mention.actor
        if mention.form == "name" and mention.kind is not EntityKind.PERSON:
            chain.country = mention.country
        chain.mentions.append(mention)
        mention.chain = chain
        if mention.form == "name":
            chain.full = mention.parts
            chain.heads |= {word for title in mention.titles for word in title_words(title)}
        if mention.lemma and mention.form == "nominal":
            chain.heads.add(mention.lemma)
        return chain

    def chains(self) -> list[Chain]:
        """All chains by their first mention."""
        return list(dict.fromkeys([mention.chain for mention in self.mentions if mention.chain is not None]))

    def join(self, first: Mention, second: Mention, alias: bool = False) -> bool:
        """Let two mentions speak of one thing, unless something rules it out; says whether they now do.

        ``alias`` says that the text itself equates two different names.
        """
        kept, gone = first.chain, second.chain
        if kept is None or gone is None:
            return False
        if kept is gone:
            return True
        if not compatible(kept, gone, alias):
            return False
        if gone.mentions[0].head < kept.mentions[0].head:
            kept, gone = gone, kept
        for mention in gone.mentions:
            mention.chain = kept
        kept.mentions = sorted(kept.mentions + gone.mentions, key=lambda m: m.head)
        kept.full = max(kept.full, gone.full, key=len)
        kept.gender = kept.gender or gone.gender
        kept.plural = gone.plural if kept.plural is None else kept.plural
        kept.actor = kept.actor or gone.actor
        kept.country = kept.country or gone.country
        kept.heads |= gone.heads
        kept.aliases += [name for name in gone.aliases if name not in kept.aliases]
        return True


def compatible(one: Chain, two: Chain, alias: bool = False) -> bool:
    """Whether nothing in the words says that two chains speak of different things."""
    if one.kind is not two.kind:
        return False
    if one.gender and two.gender and one.gender != two.gender:
        return False
    if one.plural is not None and two.plural is not None and one.plural != two.plural:
        return False
    if one.actor and two.actor and one.actor != two.actor:
        return False
    if one.kind is EntityKind.GROUP and _counted(one) and _counted(two) and _counted(one) != _counted(two):
        return False
    if one.kind is EntityKind.PLACE and one.country and two.country and one.country != two.country:
        return False
    if alias or one.kind is not EntityKind.PERSON:
        return True
    return not different_names(one.full, two.full)


def _counted(chain: Chain) -> Count | None:
    return next((m.count for m in chain.mentions if m.count is not None and m.plural), None)


def different_names(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names, word by word, cannot be one name and a part of it."""
    if not one or not two:
        return False
    short, long = sorted((one, two), key=len)
    return not all(any(same_part(a, b) for b in long) for a in short)
