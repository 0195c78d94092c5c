"""One name is one sort of thing in one text: the surest of its mentions decides for the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.model import EntityKind


def agree(page: Page, names: Sequence[Mention]) -> None:
    """Gives all mentions of a name the kind for which most speaks; countries and known actors stay what
    they are.
    """
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    people: dict[str, float] = defaultdict(float)
    for mention in names:
        if mention.form != "name" or mention.country:
            continue
        weight = 3.0 if mention.titles or mention.actor else 1.0 if mention.sure else 0.4
        votes[_key(mention)][mention.kind] += weight
        if mention.kind is EntityKind.PERSON and len(mention.parts) > 1:
            people[mention.parts[-1]] += weight
    for before, after in pairwise(names):
        if glossed(page, before, after):
            short, long = sorted((before, after), key=lambda m: len(m.name))
            if long.kind is EntityKind.GROUP:
                votes[_key(short)][EntityKind.GROUP] += 3.0
    for mention in names:
        if mention.form != "name" or mention.country or mention.actor:
            continue
        kinds = votes[_key(mention)]
        parts = lexicon.name_parts(mention.name)
        named = people.get(parts[0], 0.0) if len(parts) == 1 else 0.0
        somebody = named and mention.kind in _PERSON_OR_PLACE and _nowhere(page, names, mention)
        if named > kinds[mention.kind] or somebody:
            kind = EntityKind.PERSON  # "Mehsud" after "Hakimullah Mehsud"
        else:
            kind = max(kinds, key=lambda k: (kinds[k], k.value))
        if kind is not mention.kind:
            mention.kind = kind
            mention.parts = parts if kind is EntityKind.PERSON else (lexicon.fold(mention.name),)


def _nowhere(page: Page, names: Sequence[Mention], mention: Mention) -> bool:
    """Whether nothing is ever told to be in or near what bears a name: "the attack on Galan", "Galan's death"."""
    same = (m for m in names if m.form == "name" and _key(m) == _key(mention))
    return not any(syntax.governed_by(page.tokens[m.head]) in _WHERE or m.sort for m in same)


_BETWEEN = 3  # tokens that may stand between a name and its gloss: a genitive, a bracket, a quotation mark
_OPENING = frozenset(("(", "[", '"', "“"))
_PERSON_OR_PLACE = (EntityKind.PERSON, EntityKind.PLACE)
_WHERE = frozenset(("in", "at", "near", "from", "to", "outside", "inside", "around", "toward", "towards", "into"))


def glossed(page: Page, before: Mention, after: Mention) -> bool:
    """Whether the second name stands in brackets after the first and one is an acronym: "Name (ABC)", "ABC
    [Name]".
    """
    mark = page.text[after.begin - 1] if after.begin > before.end else ""
    if mark not in _OPENING and not mark.isspace():
        return False
    solid = (page.lower[i] for i in range(before.end, after.begin) if not page.text[i].isspace())
    between = list(islice(solid, _BETWEEN + 1))
    if between and between[0] in ("'s", "’s", "'", "’"):
        between = between[1:]
    if between not in (["("], ["["], ["(", '"'], ["(", "“"]):
        return False
    short, long = sorted((before.name, after.name), key=len)
    if short == before.name and between[0] == "(" and short[:1] not in {w[0] for w in long.split()}:
        return False  # a dateline with its agency
    return short.replace(".", "").isupper() and " " not in short and len(long) > len(short) + 1


def _key(mention: Mention) -> str:
    return lexicon.fold(mention.name)
