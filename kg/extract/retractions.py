"""Numbers that a speaker has taken back by giving another one: "first said nine had died, but later spoke of seven"."""

from __future__ import annotations

from kg.extract.clusters import Cluster
from kg.extract.mentions import Draft
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax.labels import Dep, children
from kg.knowledge.operators import Operators
from kg.model import Casualties


def superseded(draft: Draft, cluster: Cluster, speakers: Speakers, operators: Operators) -> bool:
    """Whether a draft counts people as its speaker first did, and the same speaker counts them otherwise later."""
    claimant = speakers.claimant(draft.telling)[0]
    if claimant == NARRATOR or not draft.casualties or not _at_first(draft, operators):
        return False
    others = [d for m in cluster.mentions for d in m.drafts if d is not draft and not _at_first(d, operators)]
    return any(
        _contradict(one, two)
        for other in others
        if speakers.claimant(other.telling)[0] == claimant
        for one in draft.casualties
        for two in other.casualties
    )


def _contradict(one: Casualties, two: Casualties) -> bool:
    return one.outcome is two.outcome and one.count != two.count


def _at_first(draft: Draft, operators: Operators) -> bool:
    """ "Initially said", "at first put the toll at": words that tell of something said before something else was."""
    verb = draft.telling.stance.reporting
    if verb is None:
        return False
    return any(c.lower_ in operators.lists["initial"] for c in children(verb, Dep.ADVERB, Dep.OBLIQUE))
