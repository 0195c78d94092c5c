"""Which mentions of a document tell of the same event.

Mentions are taken in the order of the text. Each joins the event that it fits best, or starts one. A definite
event noun ("the strike", "Friday's attack") looks for an event to point back at; a named victim who dies
twice dies once; but differing dates, places or named victims keep events apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.extract.entities import Entities
from kg.extract.mentions import EventMention
from kg.extract.surroundings import Surroundings
from kg.extract.timing import apart, campaign, same_day, told_apart
from kg.knowledge.frames import Frames
from kg.model import ClaimKind, EntityKind, Predicate, Stage, TimePrecision, TimeSpan

_HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE)
_SIDES = (Predicate.PERPETRATOR, Predicate.TARGET, *_HARM, Predicate.MATERIAL_LOSS)
_PATIENTS = (Predicate.TARGET, *_HARM, Predicate.MATERIAL_LOSS)
_THRESHOLD = 3.0
_RECENT = timedelta(days=60)
_BROAD = frozenset(
    {"Attack", "Killing", "Injuring", "Captivity", "Event", "Execution", "GunAttack", "Harassment", "Arrest"}
)
_EMPTY = frozenset(
    [
        "people",
        "forces",
        "group",
        "members",
        "several",
        "other",
        "least",
        "more",
        "than",
        "international",
        "military",
        "armed",
        "the",
        "some",
        "from",
        "with",
        "men",
    ]
)


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one event; ``aliases`` maps unnamed participants to the named ones they turned out to
    be."""

    mentions: list[EventMention]
    aliases: dict[str, str] = field(default_factory=dict)

    def keys(self, *predicates: Predicate) -> list[str]:
        """Keys of its parts with these predicates, unnamed ones replaced by the named."""
        found = [k for m in self.mentions for k in m.keys(*predicates)]
        return list(dict.fromkeys(self.aliases.get(k, k) for k in found))

    @property
    def classes(self) -> list[str]:
        """Classes of all its mentions; words that tell no class of their own ("incident") count only if alone."""
        own = [d.event_class for m in self.mentions for d in m.drafts if not d.telling.trigger.frame.weak]
        return list(dict.fromkeys(own or [c for m in self.mentions for c in m.classes]))

    @property
    def times(self) -> list[TimeSpan]:
        """All times told of it."""
        return [t for m in self.mentions for t in m.times]


class Merger:
    """Clusters the mentions of one document."""

    def __init__(
        self, entities: Entities, frames: Frames, surroundings: Surroundings, issued: date | None = None
    ) -> None:
        self._issued = issued
        self._entities = entities
        self._frames = frames
        self._surroundings = surroundings
        self._dead: set[str] = set()

    def merge(self, mentions: list[EventMention]) -> list[Cluster]:
        """The events of a document in the order of their first mention; mentions that point at nothing are
        dropped."""
        clusters: list[Cluster] = []
        self._dead.clear()
        aliases: dict[str, str] = {}
        for mention in mentions:
            if mention.empty:
                continue
            mention.rename(aliases)
            scored = [(self._score(mention, c), -n, c) for n, c in enumerate(reversed(clusters))]
            best = max(scored, key=lambda s: s[:2], default=None)
            if best is not None and best[0] >= _THRESHOLD:
                self._join(best[2], mention)
                self._dead.update(best[2].keys(Predicate.FATAL_VICTIM))
            elif self._stands_alone(mention):
                self._dead.update(mention.keys(Predicate.FATAL_VICTIM))
                clusters.append(Cluster([mention], aliases))
        return clusters

    # -- scores -----------------------------------------------------------------------------------------------

    def _score(self, mention: EventMention, cluster: Cluster) -> float:
        if not self._compatible(mention, cluster) or self._conflict(mention, cluster):
            return 0.0
        score = 0.0
        names = set(self._named(mention.keys(*_HARM)))
        shared_victims = names & set(cluster.keys(*_HARM))
        if shared_victims:
            score += 6.0
        elif set(mention.keys(*_HARM)) & set(cluster.keys(*_HARM)):
            score += 4.0
        elif set(mention.keys(Predicate.TARGET, *_HARM)) & set(cluster.keys(Predicate.TARGET, *_HARM)):
            score += 2.5
        if set(mention.keys(Predicate.PERPETRATOR)) & set(cluster.keys(Predicate.PERPETRATOR)):
            score += 1.0
        if set(mention.keys(Predicate.MATERIAL_LOSS)) & set(cluster.keys(Predicate.MATERIAL_LOSS, Predicate.TARGET)):
            score += 3.0
        if set(mention.keys(Predicate.LOCATION)) & set(cluster.keys(Predicate.LOCATION)):
            score += 1.0
        if same_day(mention.times, cluster.times):
            score += 1.5
        if self._same_count(mention, cluster):
            score += 3.0
        if self._points_back(mention):
            score += 3.0
            distance = mention.sentence - cluster.mentions[-1].sentence
            score += max(0.0, 1.0 - 0.1 * distance)
            if self._background(cluster) and not mention.times:
                score -= 1.5
        elif self._continues(mention, cluster):
            score += 3.0
        elif self._headline(mention, cluster):
            score += 2.5
        score += self._alike(mention, cluster)
        return score

    def _alike(self, mention: EventMention, cluster: Cluster) -> float:
        """Small signs that settle between several events that a mention could point at."""
        score = min(0.1 * len(cluster.mentions), 0.5)
        if set(mention.classes) & set(cluster.classes) - _BROAD:
            score += 1.0
        if set(mention.keys(Predicate.WEAPON)) & set(cluster.keys(Predicate.WEAPON)):
            score += 0.5
        if mention.time_words & {w for m in cluster.mentions for w in m.time_words}:
            score += 1.0
        mine, theirs = mention.keys(Predicate.LOCATION), cluster.keys(Predicate.LOCATION)
        if any(self._surroundings.near(a, b) for a in mine for b in theirs):
            score += 0.5
        heads = {p.token.lemma_.lower() for d in mention.drafts for p in d.parts if p.predicate in _HARM}
        others = {
            p.token.lemma_.lower() for m in cluster.mentions for d in m.drafts for p in d.parts if p.predicate in _HARM
        }
        if heads & others:
            score += 0.5
        score += self._same_sides(mention, cluster)
        if mention.definite and mention.plural:
            several = len(cluster.keys(*_HARM)) > 1 or len(cluster.mentions) > 1
            score += 1.0 if several else 0.0
        if set(mention.speakers) & {k for m in cluster.mentions for k in m.speakers}:
            near = mention.sentence - cluster.mentions[-1].sentence <= 1
            score += 1.0 if near else 0.0
        if self._stance_points_back(mention):
            speakers = set(mention.speakers)
            if speakers & set(cluster.keys(Predicate.PERPETRATOR)):
                score += 2.0
            if any(k is not ClaimKind.ASSERTION for m in cluster.mentions for k in m.kinds):
                score += 0.5
        return score

    def _background(self, cluster: Cluster) -> bool:
        """An event recalled from long before the report: "the strike" without a date rather means today's."""
        return self._long_ago(cluster.times)

    def _long_ago(self, times: list[TimeSpan]) -> bool:
        latest = [t.latest for t in times if t.latest is not None]
        if self._issued is None or not latest:
            return False
        return max(latest) < self._issued - _RECENT

    def _named(self, keys: list[str]) -> list[str]:
        return [k for k in keys if self._entities.name(k) is not None]

    def _points_back(self, mention: EventMention) -> bool:
        """A definite event noun, a denial or a claim of responsibility speaks of something told before."""
        if mention.definite or (mention.weak and not mention.introduced and not mention.keys(*_HARM)):
            # "the execution of several hostages" brings victims of its own and points at nothing
            return not self._own_victims(mention)
        if any(d.zero for d in mention.drafts):
            return True
        return self._stance_points_back(mention)

    def _stance_points_back(self, mention: EventMention) -> bool:
        stances = [d.telling.stance for d in mention.drafts]
        return any(s.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT) or s.denies_agent or not s.positive for s in stances)

    def _own_victims(self, mention: EventMention) -> bool:
        return any(
            d.telling.trigger.form == "noun" and d.telling.trigger.frame.effect != "none" and d.keys(*_HARM)
            for d in mention.drafts
        )

    def _continues(self, mention: EventMention, cluster: Cluster) -> bool:
        """An unnamed victim told next to a named one of the same event: "an IS leader ... Osama X, IS
        leader"."""
        if mention.sentence - cluster.mentions[-1].sentence > 3:
            return False
        mine, theirs = (
            self._persons(mention.keys(Predicate.FATAL_VICTIM)),
            self._persons(cluster.keys(Predicate.FATAL_VICTIM)),
        )
        if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
            return False
        one, two = mine[0], theirs[0]
        if (self._entities.name(one) is None) == (self._entities.name(two) is None):
            return False
        unnamed, named = (one, two) if self._entities.name(one) is None else (two, one)
        agents = {*mention.keys(Predicate.PERPETRATOR), *cluster.keys(Predicate.PERPETRATOR)}
        return (
            named not in agents and named not in self._dead - set(theirs) and self._surroundings.alike(unnamed, named)
        )

    def _headline(self, mention: EventMention, cluster: Cluster) -> bool:
        """The first sentences of a report tell again what its headline said."""
        if mention.sentence > 4 or not all(m.title for m in cluster.mentions):
            return False
        return bool(set(mention.classes) & set(cluster.classes)) or bool(
            mention.keys(Predicate.FATAL_VICTIM) and cluster.keys(Predicate.FATAL_VICTIM)
        )

    def _persons(self, keys: list[str]) -> list[str]:
        return [k for k in keys if self._entities.kind(k) is EntityKind.PERSON]

    def _same_count(self, mention: EventMention, cluster: Cluster) -> bool:
        """The same number of dead told twice, when it is large enough not to be chance."""
        mine = {(c.outcome, c.count) for d in mention.drafts for c in d.casualties if (c.count.low or 0) > 2}
        theirs = {(c.outcome, c.count) for m in cluster.mentions for d in m.drafts for c in d.casualties}
        return bool(mine & theirs)

    # -- what keeps events apart ------------------------------------------------------------------------------

    def _compatible(self, mention: EventMention, cluster: Cluster) -> bool:
        words = {t.trigger.token.lemma_.lower() for t in mention.incident.tellings}
        allowed = {c for w in words for c in self._frames.also.get(w, ())}
        for one in mention.classes:
            for two in cluster.classes:
                if one in self._frames.ancestors(two) or two in self._frames.ancestors(one) or two in allowed:
                    return True
                if "Killing" in self._frames.ancestors(one) and "Killing" in self._frames.ancestors(two):
                    return True
                if {one, two} & {"Killing", "Injuring"} and not {one, two} & {
                    "Release",
                    "Arrest",
                    "Abduction",
                    "Harassment",
                }:
                    return True
        return False

    def _conflict(self, mention: EventMention, cluster: Cluster) -> bool:
        stage = {m.drafts[0].telling.stance.stage for m in cluster.mentions}
        mine = mention.drafts[0].telling.stance.stage
        if mine is not Stage.ACCOMPLISHED and Stage.ACCOMPLISHED in stage and not mention.definite:
            return True
        if mine is Stage.ACCOMPLISHED and Stage.ACCOMPLISHED not in stage:
            return True
        if (
            self._long_ago(mention.times)
            and not cluster.times
            and not set(mention.keys(*_PATIENTS)) & set(cluster.keys(*_PATIENTS))
        ):
            return True
        if campaign(mention.times) != campaign(cluster.times):
            return True
        if self._other_way_round(mention, cluster):
            return True
        victims = set(self._named(mention.keys(*_HARM)))
        others = set(self._named(cluster.keys(*_HARM)))
        shared = victims & others
        words = {w for m in cluster.mentions for w in m.time_words}
        elsewhen = apart(mention.times, cluster.times) or told_apart(mention.time_words, words)
        if not shared and elsewhen and not self._misdated(mention, cluster):
            return True
        if shared:
            return False
        if victims and others and not _adds(mention) and mention.sentence != cluster.mentions[-1].sentence:
            return True
        if not mention.definite and (self._other_side(mention, cluster) or self._other_target(mention, cluster)):
            return True
        return self._elsewhere(mention, cluster)

    def _other_way_round(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Five of the attackers were shot dead": their death is another event than the attack that they made."""
        return self._of_attackers([mention]) != self._of_attackers(cluster.mentions)

    def _of_attackers(self, mentions: list[EventMention]) -> bool:
        """Whether all who are killed in these mentions are called attackers, and somebody is."""
        dead = [p.token for m in mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
        return bool(dead) and all(self._surroundings.attacks(token) for token in dead)

    def _misdated(self, mention: EventMention, cluster: Cluster) -> bool:
        """Years recalled in passing disagree easily; a day never does."""
        days = (TimePrecision.DAY, TimePrecision.MINUTE, TimePrecision.DAYS)
        if any(t.precision in days for t in (*mention.times, *cluster.times)):
            return False
        agents = set(mention.keys(Predicate.PERPETRATOR)) & set(cluster.keys(Predicate.PERPETRATOR))
        return bool(agents) and self._continues(mention, cluster)

    def _other_target(self, mention: EventMention, cluster: Cluster) -> bool:
        mine, theirs = mention.keys(Predicate.TARGET), cluster.keys(Predicate.TARGET)
        if not mine or not theirs or set(mine) & set(theirs):
            return False
        return not self._words(mine) & self._words(theirs)

    def _other_side(self, mention: EventMention, cluster: Cluster) -> bool:
        mine = set(self._named(mention.keys(Predicate.PERPETRATOR)))
        theirs = set(self._named(cluster.keys(Predicate.PERPETRATOR)))
        denied = any(d.telling.stance.denies_agent for d in mention.drafts)
        return bool(mine and theirs and not mine & theirs and not denied)

    def _elsewhere(self, mention: EventMention, cluster: Cluster) -> bool:
        mine, theirs = mention.keys(Predicate.LOCATION), cluster.keys(Predicate.LOCATION)
        if not mine or not theirs:
            return False
        return not any(self._surroundings.near(a, b) for a in mine for b in theirs)

    # -- joining ----------------------------------------------------------------------------------------------

    def _join(self, cluster: Cluster, mention: EventMention) -> None:
        for predicate in _HARM:
            mine, theirs = self._persons(mention.keys(predicate)), self._persons(cluster.keys(predicate))
            if not mine and predicate is Predicate.FATAL_VICTIM and mention.definite:
                # "the attack on X" after "the attack killed a leader"
                mine = self._persons(mention.keys(Predicate.TARGET))
            if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
                continue
            one, two = mine[0], theirs[0]
            if not self._surroundings.alike(one, two):
                continue
            if self._entities.name(one) is None and self._entities.name(two) is not None:
                cluster.aliases[one] = two
            elif self._entities.name(two) is None and (
                self._entities.name(one) is not None or self._headline(mention, cluster)
            ):
                # two descriptions of one victim where the headline has the first
                cluster.aliases[two] = one
        cluster.mentions.append(mention)

    def _same_sides(self, mention: EventMention, cluster: Cluster) -> float:
        """Targets and perpetrators told in other words ("the army's positions", "the army"): shared names count.

        A denial or claim that names a target or victim of its own is about an event with that target.
        """
        score = 0.0
        for predicates in ((Predicate.TARGET, Predicate.LOCATION, *_HARM), (Predicate.PERPETRATOR,)):
            if set(mention.keys(*predicates)) & set(cluster.keys(*predicates)):
                continue
            if self._words(mention.keys(*predicates)) & self._words(cluster.keys(*predicates)):
                score += 1.5 if predicates[0] is Predicate.TARGET else 0.5
        if self._stance_points_back(mention) and not self._nobody(mention):
            mine, theirs = mention.keys(*_PATIENTS), cluster.keys(*_PATIENTS)
            if mine and theirs and not set(mine) & set(theirs) and not self._words(mine) & self._words(theirs):
                score -= 3.0
        return score

    def _nobody(self, mention: EventMention) -> bool:
        """Says that nobody of some kind was harmed, in whatever event it speaks of."""
        return any(d.zero or (not d.telling.stance.positive and d.keys(*_HARM)) for d in mention.drafts)

    def _words(self, keys: list[str]) -> set[str]:
        """Stems of the words of labels: "Russia" and "Russian forces" share one."""
        labels = (self._entities.label(k).lower().replace("-", " ").split() for k in keys)
        return {w.strip("’'s.,")[:5] for words in labels for w in words if len(w) > 3 and w not in _EMPTY}

    def _stands_alone(self, mention: EventMention) -> bool:
        """A mention that says enough to be an event of its own."""
        stances = [d.telling.stance for d in mention.drafts]
        if any(d.zero for d in mention.drafts) and not mention.keys(*_SIDES):
            return False
        if mention.heading and not self._named(mention.keys(*_SIDES)):
            return False
        if mention.weak:
            return self._violent(mention)
        participants = mention.keys(*_SIDES)
        if participants or any(d.casualties for d in mention.drafts):
            return True
        noun = all(d.telling.trigger.form == "noun" for d in mention.drafts)
        if all(s.stage is not Stage.ACCOMPLISHED for s in stances):
            return False
        return bool(not noun or mention.times or mention.keys(Predicate.LOCATION))

    def _violent(self, mention: EventMention) -> bool:
        """A weak word ("died", "hit") tells of violence if a weapon or an armed actor stands with it."""
        if mention.keys(Predicate.WEAPON):
            return True
        names = {d.telling.trigger.frame.name for d in mention.drafts}
        if names & {"responsibility", "operation"}:
            return False
        return any(self._surroundings.armed(k) for k in mention.keys(Predicate.PERPETRATOR))


def _adds(mention: EventMention) -> bool:
    """ "The strike also killed Y": a further named victim of the same event."""
    tokens = [d.telling.trigger.token for d in mention.drafts]
    return any(child.lower_ in ("also", "too", "alongside", "likewise") for token in tokens for child in token.children)
