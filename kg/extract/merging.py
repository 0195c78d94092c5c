"""Which mentions of a document tell of the same event.

Mentions are taken in the order of the text. Each joins the event that it fits best, or starts one. A definite
event noun ("the strike", "Friday's attack") looks for an event to point back at; a named victim who dies
twice dies once; but differing dates, places or named victims keep events apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from kg.extract.alone import Alone, in_general
from kg.extract.clusters import HARM, Cluster, adds, same
from kg.extract.entities import Entities
from kg.extract.joining import Joining, counted_again
from kg.extract.jointly import killed
from kg.extract.likeness import Likeness, known_weapon, of_death
from kg.extract.mentions import Draft, EventMention
from kg.extract.numbers import parse_count
from kg.extract.other_dead import (
    his_fate,
    named_by_calling,
    of_its_own,
    of_the_other_side,
    of_the_wounded,
    settle_shot,
)
from kg.extract.phrases import count_of, of_wounds, some_of_the_wounded
from kg.extract.recalling import at_large, both, by_its_foes, in_the_wake, other_deed, over_years, that, there, twin
from kg.extract.retold import further
from kg.extract.syntax import complements, has_auxiliary
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Token
from kg.extract.timing import same_day
from kg.extract.triggers import POINTING
from kg.model import ClaimKind, Predicate, Stage

_STRUCK = (Predicate.MATERIAL_LOSS, Predicate.TARGET)
_THRESHOLD = 3.0
_BOTH = 6  # sentences back that the first of "both attacks" may be told
_OF_WOUNDS, _WEEK = timedelta(days=60), timedelta(days=7)
_TOLD_FIRST = 2  # sentences in which people were dead before it is told who killed them
_FATE = 6.0  # what became of those who were hurt, however many days later
_HARMED = frozenset({"killed", "injured"})
_DEADLY = frozenset({"shoot", "stab"})
_PLUPERFECT = frozenset({"had"})


class Merger(Alone, Likeness, Joining):
    """Clusters the mentions of one document."""

    def merge(self, mentions: list[EventMention]) -> list[Cluster]:
        """The events of a document in the order of their first mention; mentions that point at nothing are
        dropped."""
        clusters: list[Cluster] = []
        self._dead.clear()
        self._gone: list[EventMention] = []  # those who died, of what nothing told yet
        aliases: dict[str, str] = {}
        for mention in mentions:
            if mention.empty:
                settle_shot(clusters, mention)
            if (
                mention.empty
                or at_large(mention)
                or (ClaimKind.RESPONSIBILITY in mention.kinds and in_general(mention))
            ):
                continue
            mention.rename(aliases)
            self._clear_the_dead(mention, clusters)
            mention.settle()
            about = next((c for c in clusters if mention.about in c.mentions), None)
            if about is not None:
                self._join(about, mention, False)
            if about is not None or (mention.about is not None and not mention.pointing):
                continue
            self._look_back(mention, clusters)
            scored = [(self._score(mention, c), -n, c) for n, c in enumerate(reversed(clusters))]
            best = max(scored, key=lambda s: s[:2], default=None)
            if best is not None and best[0] >= _THRESHOLD:
                second = self._second(mention, scored, best) if both(mention) else None
                if second is not None:
                    self._join(second, twin(mention))
                if self._called_alike(mention, best[2]):
                    told = named_by_calling(mention, best[2], self._entities, self._surroundings)
                    best[2].alias(told or "", mention.keys(Predicate.FATAL_VICTIM)[0])
                adding = self._adds_people(mention, best[2])
                if best[2].times and self._died_later(mention, best[2]):
                    for draft in mention.drafts:
                        draft.times = []  # the day on which somebody died of it is not that of the attack
                self._join(best[2], mention, adding)
                self._dead.update(best[2].keys(Predicate.FATAL_VICTIM))
            elif self._stands_alone(mention) or self._fate(mention, clusters):
                self._dead.update(mention.keys(Predicate.FATAL_VICTIM))
                clusters.append(Cluster([*self._died_of_it(mention), mention], aliases))
            else:
                settle_shot(clusters, mention)
                self._gone.append(mention)
        return clusters

    def _second(
        self, mention: EventMention, scored: list[tuple[float, int, Cluster]], best: tuple[float, int, Cluster]
    ) -> Cluster | None:
        """The second of the two events that "both attacks" speaks of; None where no other one is near enough."""
        near = [s for s in scored if s is not best and s[0] >= _THRESHOLD]
        found = max((s for s in near if mention.sentence - s[2].mentions[0].sentence <= _BOTH), default=None)
        return found[2] if found is not None else None

    def _clear_the_dead(self, mention: EventMention, clusters: list[Cluster]) -> None:
        """Seven pupils had died. "They were shooting at us": of "they" nothing is known then."""
        for draft in mention.drafts:
            hurt = draft.keys(Predicate.INJURED_VICTIM) if draft.telling.trigger.frame.name in _DEADLY else []
            if hurt and not mention.times and _surely_dead(self._told_by_same(mention, clusters), hurt):
                killed(draft)  # "Three bodies were found. All three had been shot"
            draft.parts = [
                p
                for p in draft.parts
                if not (
                    p.predicate is Predicate.PERPETRATOR
                    and p.token.lower_ in ("they", "them")
                    and p.key in self._dead
                    and not self._surroundings.side(p.key)
                    and p.token not in draft.telling.stance.agents  # "they had been convicted of it", before they died
                )
            ]

    def _died_of_it(self, mention: EventMention) -> list[EventMention]:
        """ "By morning forty people were dead. Troops had carried out the killings": whom these killed, told before."""
        if mention.times or mention.time_words or mention.keys(*HARM):
            return []
        if not (of_death(mention) or _recalled(mention)):
            return []
        dead = [m for m in self._gone if 0 < mention.sentence - m.sentence <= _TOLD_FIRST and _harms(m) == {"killed"}]
        found = [m for m in dead if self._several(Cluster([m])) and not self._named(m.keys(*HARM))]
        self._gone = [m for m in self._gone if m not in found]
        return found

    def _told_by_same(self, mention: EventMention, clusters: list[Cluster]) -> list[EventMention]:
        """What was told before, except by others than those who tell this."""
        told, mine = [*self._gone, *(m for c in clusters for m in c.mentions)], set(mention.speakers)
        return [m for m in told if not (m.speakers and mine) or mine & set(m.speakers)]

    def _score(self, mention: EventMention, cluster: Cluster) -> float:
        if self._other_item(mention, cluster):
            return 0.0
        if self._died_later(mention, cluster) or his_fate(mention, cluster):
            return _FATE
        if self._conflict(mention, cluster):
            return 0.0
        goes_on = self._goes_on(mention, cluster)
        if not (goes_on or self._compatible(mention, cluster)):
            return 0.0
        if over_years(mention) or over_years(cluster.mentions[0]) or in_the_wake(mention, cluster):
            return 0.0
        side = self._surroundings.side
        if by_its_foes(mention, cluster, side) or of_its_own(mention, cluster, side):
            return 0.0
        if there(mention) and mention.sentence - cluster.mentions[-1].sentence > 1:
            return 0.0
        several = _harms(mention) & _harms(*cluster.mentions) and self._several(cluster)
        if of_the_other_side(mention, cluster, self._surroundings.side):
            return 0.0
        counted = any(d.telling.roll is not None and d.telling.roll.counted for d in mention.drafts)
        if counted and not any(self._of_so_many(d, cluster) for d in mention.drafts):
            return 0.0
        if mention.listing and not (several or counted or self._whose_dead(mention, cluster)):
            return 0.0
        score = 4.0 if counted else 0.0
        names = set(self._named(mention.keys(*HARM)))
        shared_victims = names & set(cluster.keys(*HARM))
        if not shared_victims and self._other_losses(mention, cluster):
            return 0.0
        if shared_victims or cluster.summed.intersection(mention.keys(*HARM)):
            score += 6.0
        elif counted_again(mention, cluster) or set(mention.keys(*HARM)) & set(cluster.keys(*HARM)):
            score += 4.0
        elif set(mention.keys(Predicate.TARGET, *HARM)) & set(cluster.keys(Predicate.TARGET, *HARM)):
            score += 2.5
        if set(mention.keys(Predicate.PERPETRATOR)) & set(cluster.keys(Predicate.PERPETRATOR)):
            score += 0.0 if _disowned(cluster) and not mention.pointing else 1.0
            score += 2.0 if self._by_the_attacker(mention, cluster) else 0.0
        lost = set(mention.keys(Predicate.MATERIAL_LOSS)) & set(cluster.keys(*_STRUCK))
        if lost or self._fallen(mention, cluster):
            score += 3.0
        if set(mention.keys(Predicate.LOCATION)) & set(cluster.keys(Predicate.LOCATION)):
            score += 1.0
        if same_day(mention.times, cluster.times):
            score += 1.5
        if self._same_count(mention, cluster):
            score += 3.0
        if self._points_back(mention) and not other_deed(mention, cluster, side, self._assaults):
            score += 3.0
            distance = mention.sentence - cluster.mentions[-1].sentence
            score += max(0.0, 1.0 - 0.1 * distance)
            # "Bombs killed 200. … the bombings", "… The gunmen were rebels"
            told_now = distance <= 1 and (self._same_kind(mention, cluster) > 0 or mention.weak)
            if distance <= 1 and (_recalled(mention) or (that(mention) and cluster is self._told_last)):
                score += 1.5
            elif self._background(cluster) and not mention.times and not told_now:
                score -= 1.5
            if cluster is self._latest and (mention.listing or distance <= 1):
                score += 1.0 if mention.listing else 0.5
            harmed = mention.keys(*HARM) and not set(mention.keys(*HARM)) & set(cluster.keys(*HARM))
            if (
                harmed
                and mention.times
                and mention.keys(Predicate.LOCATION)
                and not (cluster.times or cluster.keys(Predicate.LOCATION))
            ):
                score -= 1.5  # "the shelling of X on Thursday" says itself which one
            if same(mention) and cluster is self._latest:
                score += 1.5
            if cluster in self._passing and all(d.telling.trigger.frame.name in POINTING for d in mention.drafts):
                score -= 2.0  # "the army blamed the rebels": for what the sentence before is about
        elif self._continues(mention, cluster) or known_weapon(mention, cluster) or self._its_bombs(mention, cluster):
            score += 3.0
        elif self._headline(mention, cluster):
            score += 3.0 if self._opens else 2.5  # the first event of the text is rather that of the headline
        elif (
            self._aftermath(mention, cluster)
            or self._counts_dead(mention, cluster)
            or self._more_bodies(mention, cluster)
            or self._among_its_dead(mention, cluster)
            or goes_on
            or self._own_account(mention, cluster)
            or self._called_alike(mention, cluster)
        ):
            score += 3.0
        score += self._alike(mention, cluster)
        return score

    def _called_alike(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Gunmen shot a journalist and his guard. X, a correspondent, died at once": he is the journalist."""
        near = cluster is self._latest and 0 < mention.sentence - cluster.mentions[-1].sentence <= 2
        return near and named_by_calling(mention, cluster, self._entities, self._surroundings) is not None

    def _whose_dead(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "A bomb went off. Among the dead were": those of the attack told right before."""
        near = cluster is self._latest and mention.sentence - cluster.mentions[-1].sentence == 1
        plain = not mention.times and not mention.keys(Predicate.LOCATION, Predicate.PERPETRATOR)
        return near and plain and not _harms(*cluster.mentions) and self._assaults(cluster.classes)

    def _died_later(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether somebody died of what an event had done to him, on whatever day."""
        return self._of_those_harmed(mention, cluster) or (cluster is self._latest and of_the_wounded(mention, cluster))

    def _of_those_harmed(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Three of the wounded died overnight", "two of them died": of those told to be hurt, whenever it was."""
        dead = {p.key: p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM}
        weak = all(d.telling.trigger.frame.weak for d in mention.drafts)
        if not weak or not dead or mention.sentence <= cluster.mentions[0].sentence:
            return bool(dead) and self._in_the_toll(mention, cluster, dead.values())
        wounded = set(cluster.keys(Predicate.INJURED_VICTIM))
        if wounded.issuperset(dead) and not mention.pointing:
            return _soon_after(mention, cluster)  # "a bomb wounded the mayor on Monday. He died on Friday"
        hurt = {*wounded, *cluster.keys(Predicate.CAPTIVE)}
        if not hurt and (cluster is not self._latest or not _HARMED & _harms(*cluster.mentions)):
            return False  # "eight of the wounded died" is of an attack told by its dead alone, too
        return all(some_of_the_wounded(t) or _out_of(t, self._entities) & hurt for t in dead.values())

    def _in_the_toll(self, mention: EventMention, cluster: Cluster, dead: Iterable[Token]) -> bool:
        """ "The toll from Friday's attack rose to 62 after five of the injured died": they are of the 62."""
        here = [d for m in cluster.mentions if m.sentence == mention.sentence for d in m.drafts]
        if cluster is not self._latest or not any(d.telling.trigger.frame.name == "toll" for d in here):
            return False
        wounds = (of_wounds(d.telling) for d in mention.drafts if d.keys(Predicate.FATAL_VICTIM))
        return all(map(some_of_the_wounded, dead)) or all(wounds)

    def _of_so_many(self, draft: Draft, cluster: Cluster) -> bool:
        """ "The ten who died were": of an event in which ten were told to have died."""
        roll = draft.telling.roll
        if roll is None or roll.counted is None or (count := count_of(roll.counted)) is None:
            return False
        labels = (self._entities.label(key).lower().split() for key in cluster.keys(Predicate.FATAL_VICTIM))
        return any((c := parse_count(words[:1])) is not None and c.best == count.best for words in labels)

    def _adds_people(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether those harmed in a mention are others than those that the event was told to have harmed."""
        if adds(mention) or further(mention) or self._died_later(mention, cluster):
            return True
        return self._goes_on(mention, cluster) and not self._continues(mention, cluster)


def _out_of(people: Token, entities: Entities) -> set[str]:
    """Keys of those of whom some are told of: "two of the guards"."""
    return {entities.at(whole) or "" for prep, whole in complements(people) if prep == "of"}


def _soon_after(death: EventMention, wound: Cluster) -> bool:
    """Whether somebody died so few days after he was hurt that he died of it, as far as the days are told."""
    died = [t.earliest for t in death.times if t.earliest is not None]
    hurt = [t.latest for t in wound.times if t.latest is not None]
    return (
        not died or not hurt or -_WEEK < min(died) - max(hurt) <= _OF_WOUNDS
    )  # weekdays may be taken for the last ones


def _surely_dead(mentions: list[EventMention], people: list[str]) -> bool:
    """Whether people are told to have died, as it happened and for certain."""
    told = (d for m in mentions for d in m.drafts)
    sure = (d for d in told if d.telling.stance.positive and d.telling.stance.stage is Stage.ACCOMPLISHED)
    certain = (d for d in sure if d.telling.stance.kind is ClaimKind.ASSERTION)
    return {k for d in certain for k in d.keys(Predicate.FATAL_VICTIM)}.issuperset(people)


def _recalled(mention: EventMention) -> bool:
    """ "Had condemned the raid": told in the pluperfect, as what lay before the report's own events is.

    "Said that it had carried out the raid" is only the past tense of reported speech.
    """
    verbs = [v for d in mention.drafts for v in (d.telling.trigger.token, d.telling.trigger.token.head)]
    return any(has_auxiliary(v, _PLUPERFECT) and dep(v) is not Dep.COMPLEMENT_CLAUSE for v in verbs)


def _disowned(cluster: Cluster) -> bool:
    """Whether an event is known so far only from those who deny that they did it."""
    laid = [d for m in cluster.mentions for d in m.drafts if d.keys(Predicate.PERPETRATOR)]
    return all(d.telling.stance.denies_agent for d in laid)


def _harms(*mentions: EventMention) -> set[str]:
    """What befell people in these mentions: killed, injured, captured."""
    drafts = [d for m in mentions for d in m.drafts if d.keys(*HARM) or d.casualties or d.shares]
    return {d.telling.trigger.frame.effect for d in drafts}
