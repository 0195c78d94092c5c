"""Who stands on which side of two tellings: the dead of one's own side, other attackers, other targets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.extract.clusters import HARM, Cluster
from kg.extract.craft import one_craft
from kg.extract.entities import Entities
from kg.extract.entities.words import words
from kg.extract.mentions import EventMention
from kg.extract.otherwise import surely_by
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import possessors
from kg.model import EntityKind, Predicate

_EMPTY = words(
    "people forces group members several other least more than international military armed the some from with men "
    "and for its his her who one two three four five six seven eight nine ten"
)


class Parties:
    """Judges by who takes part whether two tellings can be of one event."""

    def __init__(self, entities: Entities, surroundings: Surroundings) -> None:
        self._entities = entities
        self._surroundings = surroundings

    def _other_way_round(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Five of the attackers were shot dead": their death is another event than the attack that they made."""
        if set(mention.keys(Predicate.PERPETRATOR)) & set(cluster.keys(Predicate.PERPETRATOR)):
            return False
        return self._of_attackers([mention]) != self._of_attackers(cluster.mentions)

    def _own_losses(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Two soldiers also died in the battle": not by the hand of their own side, of which the event is told."""
        agents = cluster.keys(Predicate.PERPETRATOR)
        dead = [key for key in mention.keys(Predicate.FATAL_VICTIM) if key not in agents]  # the bomber died as well
        if not (dead and agents) or mention.keys(Predicate.PERPETRATOR) or not self._one_side(dead, agents):
            return False
        if self._companions(mention, set(cluster.keys(*HARM))):
            return False  # "His bodyguard died with him": whose bodyguard he was says on which side he was
        lost = cluster.keys(Predicate.FATAL_VICTIM)
        irregular = all(self._surroundings.side(key) == "irregular" for key in dead)
        if not lost and irregular and not any(self._surroundings.described_alike(key, agents) for key in dead):
            return False  # gunmen and the commander that they waited for may be of two groups
        return not set(dead) & set(lost) and not self._one_side(lost, agents)

    def _one_side(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether some are of the side that others fight on, as far as their words tell, and not of another country."""
        some, others = list(some), list(others)
        if ("enemy" in self._words(some)) != ("enemy" in self._words(others)):
            return False  # "our comrades ambushed a company. Fifteen of the enemy were killed"
        sides = {s for s in map(self._surroundings.side, some) if s} & {
            s for s in map(self._surroundings.side, others) if s
        }
        alike = bool(sides or self._words(some) & self._words(others) or set(some) & set(others))
        return alike and not self._surroundings.of_two_countries(some, others)

    def _of_attackers(self, mentions: list[EventMention]) -> bool:
        """Whether all who are killed in these mentions are called attackers, and somebody is."""
        dead = [p.token for m in mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
        return bool(dead) and all(self._surroundings.attacks(token) for token in dead)

    def _companions(self, mention: EventMention, harmed: set[str]) -> bool:
        """ "His driver, X, was wounded": told to be whose he is, and of nothing else."""
        if mention.times or mention.keys(Predicate.LOCATION, Predicate.PERPETRATOR, Predicate.WEAPON):
            return False
        tokens = [p.token for d in mention.drafts for p in d.parts if p.predicate in HARM]
        return all(any(self._entities.at(o) in harmed for o in possessors(t)) for t in tokens)

    def _other_target(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether it was aimed at something else of the same sort: a wedding and its tents may both be hit."""
        mine, theirs = mention.keys(Predicate.TARGET), cluster.keys(Predicate.TARGET)
        if not mine or not theirs or set(mine) & set(theirs):
            return False
        sorts = {self._sort(key) for key in mine} & {self._sort(key) for key in theirs}
        if not sorts or self._words(mine) & self._words(theirs):
            return False
        label = self._entities.label
        return not any(one_craft(label(a), label(b)) for a in mine for b in theirs)

    def _sort(self, key: str) -> str:
        """Whether a target is people, an occasion, a line of vehicles or a thing of another sort."""
        if self._entities.kind(key) in (EntityKind.PERSON, EntityKind.GROUP):
            return "people"
        return self._surroundings.gathering_or_train(key) or "thing"

    def _other_side(self, mention: EventMention, cluster: Cluster) -> bool:
        mine = set(self._named(surely_by([mention])))
        theirs = set(self._named([cluster.aliases.get(key, key) for key in surely_by(cluster.mentions)]))
        denied = any(d.telling.stance.denies_agent or d.telling.trigger.frame.name == "blame" for d in mention.drafts)
        if not mine or not theirs or mine & theirs or denied:
            return False
        return not any(self._surroundings.of_one_force(a, b) for a in mine for b in theirs)

    def _named(self, keys: Iterable[str]) -> list[str]:
        return [k for k in keys if self._entities.name(k) is not None]

    def _persons(self, keys: Iterable[str]) -> list[str]:
        return [k for k in keys if self._entities.kind(k) is EntityKind.PERSON]

    def _words(self, keys: Iterable[str]) -> set[str]:
        """Stems of the words of labels: "Russia" and "Russian forces" share one."""
        return {stem for key in keys for stem in _stems(self._entities.label(key))}


@lru_cache(maxsize=1 << 12)  # a mention is weighed against every event so far, each time by the same labels
def _stems(label: str) -> frozenset[str]:
    words = label.lower().replace("-", " ").split()
    return frozenset(w.strip("’'s.,")[:5] for w in words if len(w) > 2 and w not in _EMPTY)
