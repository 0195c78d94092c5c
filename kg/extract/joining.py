"""Who is who when two tellings are one event: the name stands for the description, a count tells of the same people."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.apart import Apart
from kg.extract.clusters import HARM, Cluster, adds
from kg.extract.groups import groups_named, one_group
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.phrases import count_of
from kg.extract.sums import added, adding_up, share
from kg.extract.syntax import complements, determiner, possessors, sentence_of
from kg.extract.syntax.tokens import Token
from kg.model import ClaimKind, Predicate


class Joining(Apart):
    """Adds mentions to the events that they tell of."""

    def _join(self, cluster: Cluster, mention: EventMention, others: bool = False) -> None:
        """Adds a mention to an event; ``others`` if whom it tells of are further people."""
        for predicate in HARM:
            mine, theirs = self._persons(mention.keys(predicate)), self._persons(cluster.keys(predicate))
            if not mine and predicate is Predicate.FATAL_VICTIM and mention.definite:
                # "the attack on X" after "the attack killed a leader"; not "X survived" after "a guard was killed"
                mine = [k for k in self._persons(_targets(mention)) if self._surroundings.described_alike(k, theirs)]
            if len(mine) == 1 and mine[0] not in theirs and not others:
                named = self._entities.name(mine[0]) is not None
                if len(theirs) == 1 or (named and theirs and self._in_other_words(cluster, theirs)):
                    for other in theirs:
                        self._same_person(cluster, mention, mine[0], other)
            if not others or not adds(mention):
                self._same_group(cluster, mention, predicate)
        self._same_attackers(cluster, mention)
        share(adding_up([mention], cluster.mentions, self._entities) or added(mention, cluster.mentions))
        for group in groups_named(mention, cluster.mentions, self._entities):
            cluster.summed.add(group.key)
            for draft in (d for m in cluster.mentions for d in m.drafts):
                draft.parts = [p for p in draft.parts if p is not group]
            cluster.settle()
        self._those_counted(cluster, mention)
        self._counted_bodies(cluster, mention)
        self._named_in_full(cluster, mention)
        cluster.mentions.append(mention)

    def _same_person(self, cluster: Cluster, mention: EventMention, one: str, two: str) -> None:
        """Puts the name for the description where two tellings of one event have one victim each."""
        if not self._surroundings.alike(one, two) or self._whose(mention, one, two):
            return
        if not self._entities.may_be_one(one, two):
            return
        if not all(d.telling.stance.positive for d in mention.drafts if one in d.keys(*HARM)):
            return  # "His wife was not hurt": somebody else than whoever was
        if self._entities.name(one) is None and self._entities.name(two) is not None:
            cluster.alias(one, two)
        elif self._entities.name(two) is None and (
            self._entities.name(one) is not None or self._headline(mention, cluster)
        ):
            # two descriptions of one victim where the headline has the first
            cluster.alias(two, one)

    def _whose(self, mention: EventMention, one: str, two: str) -> bool:
        """ "His driver was killed": whose driver he was is somebody else."""
        tokens = [p.token for d in mention.drafts for p in d.parts if p.key == one]
        return any(self._entities.at(owner) == two for token in tokens for owner in possessors(token))

    def _headline(self, mention: EventMention, cluster: Cluster) -> bool:
        """The first sentences of a report tell again what its headline said."""
        if mention.sentence - self._opening > 4 or not all(m.title for m in cluster.mentions):
            return False
        beside = (m.keys(*HARM) for m in cluster.mentions if m.sentence == mention.sentence)
        if any(set(dead).isdisjoint(harmed) for dead in beside if dead and (harmed := mention.keys(*HARM))):
            return False  # "Students protest killing of colleague; police kill two": what a headline tells besides
        mine, theirs = (
            {side for key in told.keys(Predicate.PERPETRATOR) if (side := self._surroundings.side(key))}
            for told in (mention, cluster)
        )
        if mine and theirs and not mine & theirs:
            return False  # the army's deed and the rebels'
        if mention.plural and not any(m.plural for m in cluster.mentions) and not mention.keys(*HARM):
            return False  # "day three of the air strikes" is not of the one that the headline tells of
        return bool(set(mention.classes) & set(cluster.classes)) or bool(
            mention.keys(Predicate.FATAL_VICTIM) and cluster.keys(Predicate.FATAL_VICTIM)
        )

    def _same_group(self, cluster: Cluster, mention: EventMention, predicate: Predicate) -> None:
        """ "Blast kills 21 ... killing 21 passengers": a number told twice of one event counts the same people."""
        known = [p for m in cluster.mentions for d in m.drafts for p in d.parts if self._counted(p, predicate)]
        for part in [p for d in mention.drafts for p in d.parts if self._counted(p, predicate)]:
            twin = next((p for p in known if p.key != part.key and _as_many(p.token, part.token)), None)
            if twin is not None and (_bare(twin.token) or _bare(part.token)):
                bare, told = (twin, part) if _bare(twin.token) else (part, twin)
                cluster.alias(bare.key, told.key)
            elif twin is not None and sentence_of(twin.token) != sentence_of(part.token) and one_group(twin, part):
                cluster.alias(part.key, twin.key)

    def _same_attackers(self, cluster: Cluster, mention: EventMention) -> None:
        """ "Gunmen killed a judge … Two men opened fire on his car": those who attacked, told twice."""
        mine = self._unknown_attacker([mention])
        theirs = self._unknown_attacker(cluster.mentions) if mine is not None else None
        if mine is None or theirs is None or mine.key == theirs.key:
            return
        counts = [c for c in (count_of(mine.token), count_of(theirs.token)) if c is not None]
        if len(counts) == 2 and counts[0] != counts[1]:
            return
        telling = self._surroundings.after_the_deed(mine.token) and not self._surroundings.after_the_deed(theirs.token)
        less, more = (theirs, mine) if telling else (mine, theirs)
        cluster.alias(less.key, more.key)

    def _unknown_attacker(self, mentions: Sequence[EventMention]) -> Part | None:
        """The only ones told to have done it, if no word says who they are: "gunmen", "two men".

        Whom somebody only blames is not known to be those who were seen.
        """
        told_so = (d for m in mentions for d in m.drafts if not _only_alleged(d))
        parts = (p for d in told_so for p in d.parts if p.predicate is Predicate.PERPETRATOR)
        told = {p.key: p for p in parts if self._entities.name(p.key) is None}
        part = next(iter(told.values()), None)
        if part is None or len(told) > 1 or part.token.pos_ != "NOUN":
            return None
        known = self._surroundings.anybody(part.token) or self._surroundings.after_the_deed(part.token)
        return part if known and not any(p in ("of", "from") for p, _ in complements(part.token)) else None

    def _those_counted(self, cluster: Cluster, mention: EventMention) -> None:
        """ "The 13 were shot", where 13 people died: they, and nobody hurt besides."""
        for draft in mention.drafts:
            draft.parts = [p for p in draft.parts if p.predicate not in HARM or p.key not in cluster.summed]
        for part, dead in counted_again(mention, cluster):
            cluster.alias(part.key, dead.key)
        mention.settle()

    def _counted(self, part: Part, predicate: Predicate) -> bool:
        """Whether a part is an unnamed group with a number."""
        if part.predicate is not predicate or self._entities.name(part.key) is not None:
            return False
        count = count_of(part.token)
        return count is not None and (count.low or count.best or 0) > 1

    def _named_in_full(self, cluster: Cluster, mention: EventMention) -> None:
        """ "Three people were killed. They were A, B and C": the three are no further dead, and each described is one.

        A reporter and her cameraman are named in the order in which they were described.
        """
        if not any(d.telling.roll is not None and d.telling.roll.whole for d in mention.drafts):
            return
        names = mention.keys(Predicate.FATAL_VICTIM)
        dead = [p for m in cluster.mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
        counts = {p.key: count_of(p.token) for p in dead}
        if not all(map(self._entities.name, names)) or any(map(self._entities.name, counts)):
            return
        if mention.about is not None and len(counts) == len(names) > 1 and not any(counts.values()):
            for described, name in zip(counts, names, strict=True):
                cluster.alias(described, name)
        elif len(names) > 1 and sum(1 if c is None else c.best or 0 for c in counts.values()) == len(names):
            cluster.summed.update(counts)
            for draft in (d for m in cluster.mentions for d in m.drafts):
                draft.parts = [p for p in draft.parts if p.predicate is not Predicate.FATAL_VICTIM]
            cluster.settle()

    def _counted_bodies(self, cluster: Cluster, mention: EventMention) -> None:
        """ "Eight bodies were pulled from the rubble", where people are told to have died: theirs, and none besides."""
        if not any(m.keys(Predicate.FATAL_VICTIM) for m in cluster.mentions):
            return
        for draft in mention.drafts:
            if draft.telling.trigger.frame.needs == "found":
                word = draft.telling.trigger.token
                draft.parts = [p for p in draft.parts if p.predicate is not Predicate.FATAL_VICTIM or p.token != word]
        mention.settle()


def counted_again(mention: EventMention, cluster: Cluster) -> list[tuple[Part, Part]]:
    """Those harmed whom only a number with an article stands for ("the 13"), each with the dead of that number."""
    told = [p for d in mention.drafts for p in d.parts if p.predicate in HARM and p.token.pos_ == "NUM"]
    told = [p for p in told if determiner(p.token) == "the"]
    dead = [p for m in cluster.mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
    pairs = [(p, next((q for q in dead if q.key != p.key and _as_many(p.token, q.token)), None)) for p in told]
    return [(p, q) for p, q in pairs if q is not None]


def _as_many(one: Token, two: Token) -> bool:
    """Whether two phrases tell the same number: "135" in a headline are the "at least 135 people" of the text."""
    first, second = count_of(one), count_of(two)
    if first is None or second is None:
        return False
    return first == second or (first.low is not None and (first.low, first.best) == (second.low, second.best))


def _bare(number: Token) -> bool:
    """Whether a number stands without those it counts: "21", not "fourteen of the soldiers"."""
    return number.pos_ == "NUM" and not any(prep == "of" for prep, _ in complements(number))


def _targets(mention: EventMention) -> list[str]:
    """Keys of those whom it was aimed at, those left out who survived it or were only to be hit."""
    return [
        part.key
        for draft in mention.drafts
        for part in draft.parts
        if part.predicate is Predicate.TARGET and part.token not in draft.telling.stance.targets
    ]


def _only_alleged(draft: Draft) -> bool:
    """Whether those who did it are only blamed for it, or said not to have done it."""
    stance = draft.telling.stance
    blamed = ClaimKind.ACCUSATION in (stance.kind, stance.agent_kind)
    return blamed or stance.denies_agent or not stance.positive or stance.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT)
