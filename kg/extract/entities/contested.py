"""Names that several known actors bear ("ADF", "SLA", "National Liberation Army"): whom this text means.

What stands beside the acronym in brackets decides, else the countries that the text speaks of.
"""

from __future__ import annotations

from itertools import pairwise

from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.consistency import glossed
from kg.extract.entities.mention import Mention
from kg.model import EntityKind


def decide_contested(cast: Cast) -> None:
    """Gives names of groups that are several actors' the one that is meant, before names are brought together."""
    groups = [m for m in cast.mentions if m.form == "name" and m.kind is EntityKind.GROUP]
    contested = [m for m in groups if lexicon.contested(m.name)]
    if not contested:
        return
    groups.sort(key=lambda m: m.begin)
    told = _spelt_out(cast, groups)
    countries = _countries(cast)
    for mention in contested:
        if mention.name in told:
            mention.actor = told[mention.name]
        else:
            found = lexicon.actor_at_home(mention.name, countries, cast.page.shouted[mention.head])
            mention.actor = found.id if found is not None else ""


def _spelt_out(cast: Cast, groups: list[Mention]) -> dict[str, str]:
    """The actors of acronyms that the text spells out ("Allied Democratic Forces (ADF)"), empty for an unknown one."""
    found: dict[str, str] = {}
    for before, after in pairwise(groups):
        if glossed(cast.page, before, after):
            short, long = sorted((before, after), key=lambda m: len(m.name))
            found.setdefault(short.name, "" if lexicon.contested(long.name) else long.actor)
    return found


def _countries(cast: Cast) -> frozenset[str]:
    """The states that the text names, by country or by adjective."""
    page = cast.page
    named = [lexicon.country_by_code(m.country) for m in cast.mentions if m.country]
    named += [
        lexicon.demonym(page.text[i], page.shouted[i]) for i in page.solid if page.upper[i] and page.pos[i] == "ADJ"
    ]
    return frozenset(code for country in named if country is not None and country.is_polity for code in country.states)
