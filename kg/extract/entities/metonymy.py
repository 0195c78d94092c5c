"""Whether the name of a country or capital stands for its government ("Moscow denied it")."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.extract.syntax import Position, Slot
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

# Verbs that say of a country, as of any place, that it is somewhere or looks somehow; all others take it as
# an actor.
_OF_PLACES = words("be lie border have see face suffer experience become remain include contain sit")
# Verbs whose object is somebody who acts; of all others a country is a place.
_TO_ACTORS = words(
    "accuse blame condemn criticise criticize denounce warn urge tell ask call invite press pressure "
    "support back help arm assist aid thank praise threaten inform notify sanction punish defeat fight "
    "oppose confront provoke target supply fund finance sponsor allow force let persuade convince remind enable "
    "pay challenge sue charge deter counter weaken isolate join represent rebuke slam implicate suspect oblige"
)
_WITH_ACTORS = frozenset(("by", "against", "with", "like", "via", "according to", "despite", "without"))
# What only somebody who acts is said to be.
_MINDED = words(
    "committed ready willing able unable determined opposed prepared responsible concerned confident grateful proud "
    "eager reluctant convinced guilty capable engaged involved unwilling entitled obliged accountable complicit bent "
    "adamant sceptical skeptical alarmed outraged worried furious hostile hopeful loyal keen"
)
_KEEPING = words("remain be become stay stand seem appear")
# What only somebody who acts has or does.
_DOINGS = words(
    "commitment support response refusal role decision policy position message effort intention promise pledge demand "
    "request offer proposal threat warning stance view intervention involvement obligation membership help assistance "
    "backing cooperation co-operation claim denial accusation allegation consent reply reaction responsibility right "
    "duty willingness readiness determination ally partner adversary rival enemy"
)
_HAVING = words("responsibility right duty obligation intention interest role policy plan")
_SIDES = words(
    "ally partner neighbour neighbor rival foe enemy backer sponsor aggressor adversary supporter donor signatory power"
)
_COMMUNITIES = words("community coalition alliance")
_SUCH_AS = words("including notably especially particularly namely")
# What two states have with each other; a border is of two places.
_DEALINGS = words(
    "war talk negotiation relation relationship conflict clash agreement treaty alliance dispute tension cooperation "
    "co-operation partnership truce ceasefire pact friendship rivalry summit dialogue deal"
)
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
        return _is_minded(above, verb) or (above.pos_ in ("VERB", "AUX") and verb not in _OF_PLACES)
    if where is Position.AGENT:
        return True
    if _is_named_side(page, syntax.first_conjunct(token)) or _deals(page, begin, end, above):
        return True
    if where is Position.POSSESSOR:
        return verb in _DOINGS
    prep = syntax.governed_by(token)
    if prep == "between":
        return verb in _DEALINGS
    if prep == "with" and verb in ("border", "frontier", "boundary"):
        return False
    if prep:
        return prep in _WITH_ACTORS or (prep == "on" and verb in ("blame", "call", "blamed"))
    if where is Position.MODIFIER:
        # used like an adjective ("US drones") it says whose; "the Iraq war" says where
        return page.words(begin, end).replace(".", "").isupper() and not page.shouted[head]
    if where is Position.UNDERGOER and above.lower_ in _MINDED:
        return True  # "is committed", read as a passive
    return where in (Position.OBJECT, Position.UNDERGOER) and verb in _TO_ACTORS


def _is_minded(predicate: Token, lemma: str) -> bool:
    """ "France is committed", "remains ready", "has a right to": said of a government alone."""
    if predicate.lower_ in _MINDED:
        return True
    if lemma in _KEEPING:
        return any(child.lower_ in _MINDED for child in predicate.children)
    if lemma == "have":
        return any(a.slot is Slot.OBJECT and a.token.lemma_.lower() in _HAVING for a in syntax.arguments(predicate))
    if lemma == "one":  # "is one of our partners"
        return any(prep == "of" and noun.lemma_.lower() in _SIDES for prep, noun in syntax.complements(predicate))
    return False


def _is_named_side(page: Page, token: Token) -> bool:
    """ "Our ally Jordan", "the regime's backers, notably Russia"."""
    i = token.i - 1
    while i >= 0 and page.lower[i] in ("the", ","):
        i -= 1
    if i < 1 or page.sentence[i] != page.sentence[token.i]:
        return False
    if page.lower[i] in _SIDES:
        return page.lower[token.i - 1] == page.lower[i]
    if page.lower[i] not in _SUCH_AS:
        return False
    return any(t.lemma_.lower() in _SIDES or t.lower_ in _COMMUNITIES for t in page.tokens[max(0, i - _NEAR) : i])


_NEAR = 5


def _deals(page: Page, begin: int, end: int, above: Token) -> bool:
    """ "India-Pakistan talks": two states that a hyphen ties, with something that they have with each other."""
    tied = (end < len(page) and page.text[end] == "-") or (begin > 0 and page.text[begin - 1] == "-")
    return tied and any(noun.lemma_.lower() in _DEALINGS for noun in (above, above.head))
