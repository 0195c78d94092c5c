"""Words that say which of several events told before is meant: "that attack", "both bombings", "strikes there"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clusters import HARM, Cluster
from kg.extract.mentions import EventMention
from kg.extract.syntax import determiner
from kg.extract.syntax.labels import Dep, children
from kg.model import Predicate

_BATTLES = frozenset({"fighting", "offensive", "battle", "clash", "war", "campaign", "operation", "violence"})
_THAT = frozenset({"that", "this", "those", "these"})


def that(mention: EventMention) -> bool:
    """ "That attack too was blamed on X": the one told right before, however long ago it was."""
    triggers = (d.telling.trigger for d in mention.drafts)
    return any(t.form == "noun" and determiner(t.token) in _THAT for t in triggers)


def both(mention: EventMention) -> bool:
    """ "Claimed responsibility for both bombings": what is said is said of two events."""
    triggers = (d.telling.trigger for d in mention.drafts)
    return mention.plural and any(t.form == "noun" and determiner(t.token) == "both" for t in triggers)


def there(mention: EventMention) -> bool:
    """ "Accused X of carrying out air strikes there": in the place told of right before."""
    words = [w for d in mention.drafts for w in (d.telling.trigger.token, d.telling.trigger.carrier) if w is not None]
    return any(c.lower_ == "there" for w in words for c in children(w, Dep.ADVERB))


def twin(mention: EventMention) -> EventMention:
    """The same words once more, for the second of two events that they speak of."""
    drafts = [replace(d, parts=list(d.parts), times=list(d.times)) for d in mention.drafts]
    return replace(mention, drafts=drafts)


def other_deed(mention: EventMention, cluster: Cluster) -> bool:
    """ "His men took 1,200 prisoners in the offensive", "X was killed in the fighting by rebels", told after a death.

    The battle is where it happened, and no word for the death told before: others did this, to others.
    """
    nouns = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"]
    if not nouns or any(noun.lemma_.lower() not in _BATTLES for noun in nouns):
        return False
    for predicates in ((Predicate.PERPETRATOR,), HARM):
        mine = set(mention.keys(*predicates))
        if not mine or mine & set(cluster.keys(*predicates)):
            return False
    return bool(cluster.keys(*HARM))
