"""Who killed those who die in a clash: "Soldiers clashed with rebels. Nine villagers were killed" does not say.

Both sides took part. Only where all who were harmed fought against one of them has that one most likely done it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.clusters import HARM, Cluster
from kg.extract.surroundings import Surroundings
from kg.model import Predicate


def both_took_part(clusters: Iterable[Cluster], surroundings: Surroundings) -> None:
    """Has those who are only told to have clashed take part in events in which others than their foes were harmed."""
    for cluster in clusters:
        harmed = cluster.keys(*HARM)
        drafts = [d for m in cluster.mentions for d in m.drafts if d.telling.trigger.frame.name == "clash"]
        clashing = {k for d in drafts for k in d.keys(Predicate.PERPETRATOR)} if harmed else set()
        if not clashing:
            continue
        # "One guerrilla was killed and four wounded": of the four it is not said who they are
        told = [h for h in harmed if not surroundings.undescribed(h)]
        foes = {k for k in clashing if told and all(surroundings.opposed(h, k) for h in told)}
        for draft in drafts:
            draft.parts = [
                replace(p, predicate=Predicate.PARTICIPANT)
                if p.predicate is Predicate.PERPETRATOR and p.key not in foes
                else p
                for p in draft.parts
            ]
        cluster.settle()
