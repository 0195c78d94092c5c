"""Whether the name of a country or capital stands for its government ("Moscow denied it")."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.extract.syntax import Position
from kg.model import EntityKind

# Verbs that say of a country, as of any place, that it is somewhere or looks somehow; all others take it as
# an actor.
_OF_PLACES = words("be lie border have see face suffer experience become remain include contain sit")
# Verbs whose object is somebody who acts; of all others a country is a place.
_TO_ACTORS = words(
    "accuse blame condemn criticise criticize denounce warn urge tell ask call invite press pressure "
    "support back help arm assist aid thank praise threaten inform notify sanction punish defeat fight "
    "oppose confront provoke target supply fund finance sponsor allow force let persuade convince remind "
    "pay challenge sue charge deter counter weaken isolate join represent rebuke slam implicate suspect"
)
_WITH_ACTORS = frozenset(("by", "against", "with", "like", "via", "according to", "despite", "without"))
# What follows the place at the head of a report.
_AFTER_DATELINE = frozenset(":-–—(") | {"--"}


def acts(page: Page, begin: int, end: int, head: int) -> bool:
    """Whether the name of a place stands for its government at this place in the sentence."""
    token = page.tokens[head]
    if page.opens[begin] and end < len(page) and page.text[end] in _AFTER_DATELINE:
        return False
    where = syntax.position(token)
    above = syntax.governor(token)
    verb = above.lemma_.lower()
    if where is Position.SUBJECT:
        if above.pos_ in ("NOUN", "PROPN"):
            noun = lexicon.noun(above.lower_)  # "Damascus and Tehran are allies"
            return noun is not None and noun.kind in (EntityKind.PERSON, EntityKind.GROUP)
        return above.pos_ in ("VERB", "AUX") and verb not in _OF_PLACES
    if where is Position.AGENT:
        return True
    prep = syntax.governed_by(token)
    if prep == "with" and verb in ("border", "frontier", "boundary"):
        return False
    if prep:
        return prep in _WITH_ACTORS or (prep == "on" and verb in ("blame", "call", "blamed"))
    if where is Position.MODIFIER:
        # used like an adjective ("US drones") it says whose; "the Iraq war" says where
        return page.words(begin, end).replace(".", "").isupper() and not page.shouted[head]
    return where in (Position.OBJECT, Position.UNDERGOER) and verb in _TO_ACTORS
