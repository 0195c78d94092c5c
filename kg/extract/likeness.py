"""What speaks for one of several events that a mention could tell of: what it points back at, kinds, sides, weapons."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import tolls
from kg.extract.alone import in_general
from kg.extract.clusters import HARM, PATIENTS, Cluster
from kg.extract.continuing import Continuing
from kg.extract.mentions import EventMention
from kg.extract.recalling import there
from kg.extract.retold import charges_with_known
from kg.extract.syntax import Slot, arguments, determiner
from kg.model import ClaimKind, Predicate

_BROAD = frozenset(
    {"Attack", "Killing", "Injuring", "Captivity", "Event", "Execution", "GunAttack", "Harassment", "Arrest"}
)


class Likeness(Continuing):
    """Weighs how well a mention goes with an event, beside what both say of people, days and places."""

    def _alike(self, mention: EventMention, cluster: Cluster) -> float:
        """Small signs that settle between several events that a mention could point at."""
        score = min(0.1 * len(cluster.mentions), 0.5)
        score += self._same_kind(mention, cluster)
        if set(mention.keys(Predicate.WEAPON)) & set(cluster.keys(Predicate.WEAPON)):
            score += 0.5
        if mention.time_words & {w for m in cluster.mentions for w in m.time_words}:
            score += 1.0
        mine, theirs = mention.keys(Predicate.LOCATION), cluster.keys(Predicate.LOCATION)
        if any(self._surroundings.near(a, b) for a in mine for b in theirs):
            score += 0.5
        if mention.setting & cluster.setting:
            score += 1.0
        heads = {p.token.lemma_.lower() for d in mention.drafts for p in d.parts if p.predicate in HARM}
        others = {
            p.token.lemma_.lower() for m in cluster.mentions for d in m.drafts for p in d.parts if p.predicate in HARM
        }
        if heads & others:
            score += 0.5
        if mention.definite and of_death(mention):
            score += 1.0 if cluster.keys(Predicate.FATAL_VICTIM) else -1.0  # "the murder" is one that killed somebody
        score += self._same_sides(mention, cluster)
        if mention.definite and mention.plural:
            counted = any((c.count.low or 0) > 1 for m in cluster.mentions for d in m.drafts for c in d.casualties)
            several = counted or len(cluster.keys(*HARM)) > 1 or len(cluster.mentions) > 1
            score += 1.0 if several else 0.0
        if set(mention.speakers) & {k for m in cluster.mentions for k in m.speakers}:
            near = mention.sentence - cluster.mentions[-1].sentence <= 1
            score += 1.0 if near else 0.0
        if self._owns_up(mention, cluster):
            score += 2.0
        if self._stance_points_back(mention):
            speakers = set(mention.speakers)
            if speakers & set(cluster.keys(Predicate.PERPETRATOR)):
                score += 2.0
            if any(k is not ClaimKind.ASSERTION for m in cluster.mentions for k in m.kinds):
                score += 0.5
        return score

    def _owns_up(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The Front claimed responsibility" right after a deed with no named author yet, with no word on which."""
        if set(mention.kinds) != {ClaimKind.RESPONSIBILITY} or self._named(cluster.keys(Predicate.PERPETRATOR)):
            return False
        which = mention.times or mention.keys(Predicate.LOCATION, *PATIENTS)
        return not which and mention.sentence - cluster.mentions[-1].sentence == 1

    def _same_kind(self, mention: EventMention, cluster: Cluster) -> float:
        """For or against: "the bombing" is what was done with a bomb, and rather not what was done with rifles."""
        mine, theirs = self._both_kinds(mention, cluster)
        words = {d.telling.trigger.token.lemma_.lower() for d in mention.drafts}
        mine |= {c for w in words if mention.definite for c in self._frames.also.get(w, ()) if c in theirs}
        if any(a in self._frames.ancestors(b) or b in self._frames.ancestors(a) for a in mine for b in theirs):
            return 1.0
        return -1.0 if mine and theirs and mention.definite else 0.0

    def _both_kinds(self, mention: EventMention, cluster: Cluster) -> tuple[set[str], set[str]]:
        return self._kinds(mention.classes, mention), self._kinds(cluster.classes, *cluster.mentions)

    def _kinds(self, classes: Iterable[str], *mentions: EventMention) -> set[str]:
        """Classes that say how it was done, from the event words and from the weapons."""
        return {*classes, *(c for m in mentions for c in m.ways)} - _BROAD

    def _its_bombs(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The bombs fell at dusk", right after a raid from the air that named none: those that were dropped then."""
        if cluster is not self._latest or mention.sentence - cluster.mentions[-1].sentence > 1:
            return False
        if mention.keys(Predicate.PERPETRATOR) or not _weapon_words(mention, known=True):
            return False
        remote = [
            any("RemoteAttack" in self._frames.ancestors(c) for c in kinds)
            for kinds in self._both_kinds(mention, cluster)
        ]
        return all(remote)

    def _points_back(self, mention: EventMention) -> bool:
        """A definite event noun, a denial or a claim of responsibility speaks of something told before."""
        if mention.listing or (there(mention) and _charged(mention)):
            return True
        if mention.times and all(d.telling.trigger.frame.name == "losses" for d in mention.drafts):
            return False  # "admitted the loss of seven men in April": of more than the deed told before
        if any(tolls.counts_known(d.telling.trigger) for d in mention.drafts):
            return True
        own = mention.keys(Predicate.PERPETRATOR) and (mention.times or mention.keys(Predicate.LOCATION))
        own = own or (mention.times and mention.keys(Predicate.LOCATION) and mention.keys(Predicate.WEAPON))
        alone = bool(
            self._persons(self._named(mention.keys(Predicate.TARGET)))
        )  # "X narrowly escaped death": he and nobody else
        if mention.definite or (mention.weak and not (own or alone or mention.introduced or mention.keys(*HARM))):
            # "the execution of several hostages" brings victims of its own and points at nothing
            return not self._own_victims(mention)
        if any(d.zero for d in mention.drafts):
            # "it fired rockets at X, causing no casualties" tells of an act of its own
            return not mention.keys(Predicate.PERPETRATOR, Predicate.WEAPON)
        return self._stance_points_back(mention)

    def _stance_points_back(self, mention: EventMention) -> bool:
        if in_general(mention):
            return False
        stances = [d.telling.stance for d in mention.drafts]
        if {s.kind for s in stances} == {ClaimKind.ASSERTION, ClaimKind.DOUBT} and mention.keys(Predicate.LOCATION):
            return False  # "Rebels overran a camp in X; it is not known how many died": an event of its own
        if any(s.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT) or s.denies_agent or not s.positive for s in stances):
            return True
        return charges_with_known(mention)

    def _own_victims(self, mention: EventMention) -> bool:
        return any(
            d.telling.trigger.form == "noun" and d.telling.trigger.frame.effect != "none" and d.keys(*HARM)
            for d in mention.drafts
        )

    def _same_sides(self, mention: EventMention, cluster: Cluster) -> float:
        """Targets and perpetrators told in other words ("the army's positions", "the army"): shared names count.

        A denial or claim that names a target or victim of its own is about an event with that target.
        """
        score = 0.0
        for predicates in ((Predicate.TARGET, Predicate.LOCATION, *HARM), (Predicate.PERPETRATOR,)):
            if set(mention.keys(*predicates)) & set(cluster.keys(*predicates)):
                continue
            if self._words(mention.keys(*predicates)) & self._words(cluster.keys(*predicates)):
                score += 1.5 if predicates[0] is Predicate.TARGET else 0.5
        if self._stance_points_back(mention) and not self._nobody(mention) and not charges_with_known(mention):
            mine, theirs = mention.keys(*PATIENTS), cluster.keys(*PATIENTS)
            if mine and theirs and not set(mine) & set(theirs) and not self._words(mine) & self._words(theirs):
                score -= 3.0
        return score

    def _nobody(self, mention: EventMention) -> bool:
        """Says that nobody of some kind was harmed, in whatever event it speaks of."""
        return any(d.zero or (not d.telling.stance.positive and d.keys(*HARM)) for d in mention.drafts)


def _charged(mention: EventMention) -> bool:
    """ "Accused the coalition of carrying out air strikes there": of what was told to have happened there."""
    return any(d.telling.stance.agent_kind is ClaimKind.ACCUSATION for d in mention.drafts)


def of_death(mention: EventMention) -> bool:
    """ "The murder", "the massacre": a noun that says that somebody died."""
    triggers = [d.telling.trigger for d in mention.drafts]
    return any(t.form == "noun" and t.frame.effect == "killed" and not t.frame.weak for t in triggers)


def known_weapon(mention: EventMention, cluster: Cluster) -> bool:
    """ "The shell was fired from X": the one that was told of before."""
    known = {w for m in cluster.mentions for w in _weapon_words(m, known=False)}
    return bool(known & _weapon_words(mention, known=True))


def _weapon_words(mention: EventMention, known: bool) -> set[str]:
    parts = [p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.WEAPON]
    for trigger in (d.telling.trigger for d in mention.drafts if known):  # "planted the bomb"
        objects = (a.token for a in arguments(trigger.token) if a.slot is Slot.OBJECT and trigger.form == "verb")
        parts += [t for t in objects if t.lemma_.lower() in trigger.extra]
    return {t.lemma_.lower() for t in parts if t.pos_ == "NOUN" and (not known or determiner(t) in ("the", "this"))}
