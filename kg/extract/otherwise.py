"""Words that set a telling apart from those before: "another", "since March, when", what is told instead."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.clusters import HARM, Cluster
from kg.extract.mentions import EventMention
from kg.extract.syntax import determiner, sentence_of
from kg.extract.syntax.labels import Dep, dep
from kg.model import Certainty, Predicate


def surely_by(mentions: Iterable[EventMention]) -> list[str]:
    """Those who are plainly said to have done it, and not only to be linked to those who did."""
    parts = (p for m in mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR)
    return [p.key for p in parts if p.certainty is Certainty.CERTAIN]


def instead(mention: EventMention, cluster: Cluster) -> bool:
    """ "Was not killed by rebels but died in a crash": what a sentence tells in place of what it says was not."""
    if mention.sentence != cluster.mentions[-1].sentence:
        return False
    happened = [d.telling.stance.positive for d in mention.drafts]
    return all(happened) and not any(d.telling.stance.positive for m in cluster.mentions for d in m.drafts)


def since_when(mention: EventMention) -> bool:
    """ "The worst attack since March, when 43 people died": those of another time."""
    token = mention.drafts[0].telling.trigger.token
    when = next((c for c in token.children if c.lower_ == "when" and c.i < token.i), None)
    if when is None or dep(token) not in (Dep.ADVERB_CLAUSE, Dep.RELATIVE):
        return False
    return any(t.lower_ == "since" for t in token.doc[max(sentence_of(token).start, when.i - 6) : when.i])


def elsewise(mention: EventMention) -> bool:
    """ "Another soldier was killed in a grenade attack": somebody else, in an event that is brought in as new."""
    triggers = [d.telling.trigger for d in mention.drafts]
    if not any(t.form == "noun" and determiner(t.token) in ("a", "an") for t in triggers):
        return False
    return any(
        p.predicate in HARM and determiner(p.token) == "another" for draft in mention.drafts for p in draft.parts
    )


def lost_and_won(mention: EventMention, cluster: Cluster) -> bool:
    """ "The army lost nine men and killed 40 rebels in the battle": the nine are not among those whom it killed."""
    told = [m for m in cluster.mentions if m.sentence == mention.sentence and m.keys(Predicate.FATAL_VICTIM)]
    if not mention.keys(Predicate.FATAL_VICTIM):
        return False
    losses = ["lose_people" in {d.telling.trigger.frame.name for d in m.drafts} for m in (mention, *told)]
    return any(losses) and not all(losses)
