"""The entities of a document as the other stages get them."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.model import Count, Document, Entity, EntityKind, PlaceInfo, Span

NARRATOR = "narrator"
BODIES = frozenset(("body", "corpse", "dead body", "remains"))


def narrator(document: Document) -> Entity:
    """The voice of the document itself, called by its source if that is known."""
    description = f"the report {document.id}" if document.source is None else f"{document.source}, {document.id}"
    return Entity(NARRATOR, EntityKind.NARRATOR, description=description)


class Recorder:
    """Makes entities of chains, anew only when a chain has changed: a document's entities are asked for several
    times while it is read. What is changed of a chain's mentions, other than that it gets more, has to be told.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[Chain, tuple[tuple[object, ...], Entity]] = {}

    def changed(self, *chains: Chain) -> None:
        """Mentions of these chains are no longer what they were."""
        for chain in chains:
            self._known.pop(chain, None)

    def record(self, chain: Chain, place: PlaceInfo | None = None, same_as: tuple[str, ...] = ()) -> Entity:
        """One chain as an entity; what the gazetteer knows of a place is given by whoever asked it."""
        state = (chain.kind, chain.actor, chain.country, len(chain.aliases), len(chain.mentions), place, same_as)
        known = self._known.get(chain)
        if known is None or known[0] != state:
            known = self._known[chain] = (state, _record(self._page, chain, place, same_as))
        return known[1]


def _record(page: Page, chain: Chain, place: PlaceInfo | None, same_as: tuple[str, ...]) -> Entity:
    name, aliases = names_of(page, chain)
    spans = [span_of(page, m) for m in chain.mentions]
    if len(spans) > 1:
        spans = sorted(set(spans))
    actor = lexicon.actor_by_id(chain.actor) if chain.actor else None
    return Entity(
        key=chain.key,
        kind=chain.kind,
        name=name,
        aliases=aliases,
        description=description_of(page, chain) if name is None else None,
        mentions=tuple(spans),
        actor=chain.actor or None,
        actor_type=actor.kind if actor is not None else None,
        count=count_of(chain),
        place=place,
        same_as=same_as if place is not None or actor is None else actor.same_as,
    )


def span_of(page: Page, mention: Mention) -> Span:
    """The characters of a mention."""
    return page.span(mention.begin, mention.end)


def names_of(page: Page, chain: Chain) -> tuple[str | None, tuple[str, ...]]:
    """The fullest name and the others, in the order in which the text first has them."""
    if not chain.aliases and not chain.named:
        return None, ()
    forms: dict[str, int] = {}
    for mention in chain.mentions:
        if mention.form == "name":
            text = shown(page, mention)
            forms[text] = forms.get(text, 0) + 1
    for text in chain.aliases:
        forms.setdefault(text, 0)
    country = lexicon.country_by_code(chain.country) if chain.country else None
    if country is not None:
        best = country.name
    else:
        best = max(forms, key=lambda t: (_fullness(chain, t), forms[t])) if len(forms) > 1 else next(iter(forms))
    return best, tuple(t for t in forms if t != best)


def _fullness(chain: Chain, text: str) -> int:
    if chain.kind is EntityKind.PERSON:
        return len(lexicon.name_parts(text))
    return 0 if text.replace(".", "").isupper() and " " not in text else min(len(text.split()), 8)


def shown(page: Page, mention: Mention) -> str:
    """A name as a reader wants it: as in the text, or with small letters where all around is in capitals.

    Acronyms stay: a single word of a group's name, and short words without a vowel.
    """
    text = mention.name
    if not page.shouted[mention.head] or not text.isupper():
        return text
    if mention.kind is EntityKind.GROUP and " " not in text:
        return text
    words = text.split(" ")
    return " ".join(_title_case(w, k) for k, w in enumerate(words))


_SMALL = words("of the and for de del la las los el y e al bin")


def _title_case(word: str, place: int) -> str:
    if place and word.lower() in _SMALL:
        return word.lower()
    if "." in word and len(word) <= 6:
        return word  # U.S.
    if len(word) <= 4 and not set(word) & set("AEIOUY"):
        return word
    parts = word.split("-")
    return "-".join(p[:1] + p[1:].lower() if "'" not in p[:2] else p[:3] + p[3:].lower() for p in parts)


_LESS_TELLING = BODIES | {"killer", "murderer", "assassin", "slayer", "perpetrator", "culprit"}


def description_of(page: Page, chain: Chain) -> str | None:
    """The first description in the text's words, else its first words.

    Rather one that says who it was: a dead man, not his body; two soldiers, not the killers.
    """
    described = [m for m in chain.mentions if m.form == "nominal"]
    if described:
        head = next((m for m in described if m.lemma not in _LESS_TELLING), described[0]).head
        return syntax.noun_phrase(page.tokens[head]) or page.text[head]
    return page.text[chain.mentions[0].head] if chain.mentions else None


def count_of(chain: Chain) -> Count | None:
    """The first number that the text gives."""
    for mention in chain.mentions:
        if mention.count is not None:
            return mention.count
    return None
