"""Who died in events that are told by their toll only: "the death toll rose to 21" is of 21 people."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import tolls
from kg.extract.clusters import Cluster
from kg.extract.entities import Entities
from kg.extract.mentions import Part
from kg.extract.phrases import some_of_the_wounded
from kg.model import EntityKind, Predicate


def name_the_tolled(clusters: Iterable[Cluster], entities: Entities) -> None:
    """Adds those counted as victims of events that have no others, or only some of those counted ("eight of the
    wounded"), or none that their source has not taken back; the last toll counts.
    """
    for cluster in clusters:
        parts = (p for m in cluster.mentions for d in m.drafts for p in d.parts)
        some = all(some_of_the_wounded(p.token) for p in parts if p.predicate is Predicate.FATAL_VICTIM)
        if not some and not _taken_back(cluster, entities):
            continue
        told = [
            (draft, number)
            for mention in cluster.mentions
            for draft in mention.drafts
            if draft.telling.trigger.frame.effect == "killed"
            and draft.telling.trigger.frame.name in tolls.FRAMES
            and any((c.count.best or c.count.low or 0) > 0 for c in draft.casualties)
            and (number := tolls.told_in(draft.telling.trigger.token)) is not None
        ]
        for draft, number in told[-1:]:
            draft.parts.append(Part(Predicate.FATAL_VICTIM, entities.ensure(number, EntityKind.GROUP), number))
            cluster.settle()


def _taken_back(cluster: Cluster, entities: Entities) -> bool:
    """ "20 people died, police said. They later revised the toll to 12": whether their number was taken back."""
    last = cluster.mentions[-1]
    dead = [m for m in cluster.mentions if m.keys(Predicate.FATAL_VICTIM)]
    if not last.speakers or last in dead or any(m.speakers != last.speakers for m in dead):
        return False
    unnamed = all(entities.name(key) is None for key in cluster.keys(Predicate.FATAL_VICTIM))
    return unnamed and any(tolls.revised(d.telling.trigger) for d in last.drafts)
