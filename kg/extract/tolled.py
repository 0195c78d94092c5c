"""Who died in events that are told by their toll only: "the death toll rose to 21" is of 21 people."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import tolls
from kg.extract.clusters import Cluster
from kg.extract.entities import Entities
from kg.extract.mentions import Part
from kg.model import EntityKind, Predicate


def name_the_tolled(clusters: Iterable[Cluster], entities: Entities) -> None:
    """Adds those counted as victims of events that have no others; the last toll counts."""
    for cluster in clusters:
        if cluster.keys(Predicate.FATAL_VICTIM):
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
