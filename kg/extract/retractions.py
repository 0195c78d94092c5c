"""What was said before something else was: numbers taken back ("first said nine had died, but later spoke of
seven", "they revised the toll to 12"),
denials told as past ("had denied", "at first denied").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.extract import tolls
from kg.extract.clusters import Cluster
from kg.extract.mentions import Draft, EventMention
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators
from kg.model import Casualties, ClaimKind, TimePrecision, TimeSpan

_REACH = 8  # sentences back in which the count is told that replaces an earlier one


def superseded(draft: Draft, cluster: Cluster, speakers: Speakers, operators: Operators) -> bool:
    """Whether a draft counts people as its speaker first did, and the same speaker counts them otherwise later."""
    claimant = speakers.claimant(draft.telling)[0]
    if claimant == NARRATOR or not draft.casualties:
        return False
    others = [d for m in cluster.mentions for d in m.drafts if d is not draft]
    if _at_first(draft, operators):
        others = [d for d in others if not _at_first(d, operators)]
    else:  # "they later revised the toll to 12"
        begin = draft.telling.trigger.index
        others = [d for d in others if d.telling.trigger.index > begin and tolls.revised(d.telling.trigger)]
    return any(
        _contradict(one, two)
        for other in others
        if speakers.claimant(other.telling)[0] == claimant
        for one in draft.casualties
        for two in other.casualties
    )


def earlier_count(mention: EventMention, before: Sequence[EventMention], operators: Operators) -> EventMention | None:
    """ "Police had earlier said that 12 people were killed": of those dead of whom was told shortly before."""
    counts = [c for d in mention.drafts for c in d.casualties if c.count.high != 0]
    apart = any(d.times or any(p.token.pos_ == "PROPN" for p in d.parts) for d in mention.drafts)
    if not counts or apart or not all(_at_first(d, operators) for d in mention.drafts):
        return None
    near = (m for m in reversed(before) if m.sentence >= mention.sentence - _REACH)
    outcomes = {c.outcome for c in counts}
    return next((m for m in near if any(c.outcome in outcomes and c.count.high != 0 for c in _counts(m))), None)


def _counts(mention: EventMention) -> list[Casualties]:
    return [c for draft in mention.drafts for c in draft.casualties]


def _contradict(one: Casualties, two: Casualties) -> bool:
    return one.outcome is two.outcome and one.count != two.count


def _at_first(draft: Draft, operators: Operators) -> bool:
    """ "Initially said", "at first put the toll at": words that tell of something said before something else was."""
    verb = draft.telling.stance.reporting
    return verb is not None and _initially(verb, operators)


def said_before(draft: Draft, operators: Operators, issued: date | None) -> TimeSpan | None:
    """When a denial or a count of nobody was made of which the text says only that it came before what else is told.

    None for all else.

    It has no first day, and no last one either where the report has no date.
    """
    verb, stance = draft.telling.stance.reporting, draft.telling.stance
    if verb is None or (stance.kind is not ClaimKind.DENIAL and not draft.zero):
        return None
    past = verb.tag_ == "VBN" and any(c.lower_ in ("had", "'d", "’d") for c in children(verb, Dep.AUXILIARY))
    if not (past or _initially(verb, operators)):
        return None
    return TimeSpan(None, issued, TimePrecision.BOUND, verb.text, inferred=True, basis="said before what else is told")


def _initially(verb: Token, operators: Operators) -> bool:
    beside = [
        *children(verb, Dep.ADVERB, Dep.OBLIQUE),
        *([verb.nbor(-1)] if verb.i else []),
    ]  # "the army at first said"
    return any(c.lower_ in operators.lists["initial"] for c in beside)
