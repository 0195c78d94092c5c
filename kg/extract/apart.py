"""What keeps two tellings apart: other dates, places, victims, sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kg.extract.clusters import HARM, PATIENTS, Cluster, adds, same
from kg.extract.entities import Entities
from kg.extract.groups import groups_named
from kg.extract.mentions import EventMention
from kg.extract.otherwise import elsewise, instead, losses, lost_and_won, since_when, suffered_before
from kg.extract.parties import Parties
from kg.extract.phrases import count_of
from kg.extract.rumours import of_another_time
from kg.extract.sums import adding_up
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import determiner, is_passive, numerals, possessors
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.extract.timing import campaign, elsewhen
from kg.extract.triggers import POINTING
from kg.knowledge.frames import Frames
from kg.model import EntityKind, Predicate, Stage, TimePrecision, TimeSpan

LEDE = 3  # sentences that tell again what the headline said
_PAST_LEDE = 60  # words from a caption to where its people are no longer told of as new
_MANY = 10  # dead of another event than the killing of somebody named
_DAYS = (TimePrecision.DAY, TimePrecision.MINUTE, TimePrecision.DAYS)
_RECENT = timedelta(days=60)
_ONESELF = frozenset({"himself", "herself", "who", "whom"})


class Apart(Parties):
    """Judges whether a mention can belong to a cluster at all; the merger weighs what speaks for it."""

    def __init__(
        self,
        entities: Entities,
        frames: Frames,
        surroundings: Surroundings,
        issued: date | None = None,
        opening: int = 0,
        items: Sequence[int] = (),
    ) -> None:
        self._issued = issued
        self._opening = opening  # the sentence with which the report begins, behind headlines and captions
        self._items = items  # of a roundup or timeline, by sentence
        super().__init__(entities, surroundings)
        self._frames = frames
        self._dead: set[str] = set()
        self._recent = False  # whether an event has been told of that is not long past

    def _other_item(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether a mention stands in another item of a roundup than an event whose named dead it does not name."""
        if not self._items:
            return False
        theirs = {self._items[m.sentence] for m in cluster.mentions if not m.title}
        if not theirs or self._items[mention.sentence] in theirs:
            return False
        return not set(self._named(mention.keys(*HARM))) & set(cluster.keys(*HARM))

    def _compatible(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether the words of one may speak of what those of the other do."""
        if all(t.trigger.frame.name in POINTING for t in mention.incident.tellings):
            return True  # what is denied or laid at somebody's door may be an act of any kind
        owned_up = all(t.trigger.frame.name == "responsibility" for t in mention.incident.tellings)
        if owned_up and any("Killing" in self._frames.ancestors(c) for c in cluster.classes):
            return True  # for an assassination as well
        words = {t.trigger.token.lemma_.lower() for t in mention.incident.tellings}
        allowed = {c for w in words for c in self._frames.also.get(w, ())}
        if self._only_fighting(mention) and (not mention.definite or self._assaults(cluster.classes)):
            return False
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
                    "Captivity",
                    "Harassment",
                }:
                    return True
        return False

    def _only_fighting(self, mention: EventMention) -> bool:
        """ "Fighters for the war in Syria", "the fighting in Iraq": names no clash, let alone an attack told before."""
        clashes = all("ArmedClash" in self._frames.ancestors(c) for c in mention.classes)
        return clashes and not mention.times and not mention.keys(Predicate.PERPETRATOR, Predicate.WEAPON, *PATIENTS)

    def _assaults(self, classes: Iterable[str]) -> bool:
        """Whether any of these classes is a kind of attack."""
        return any("Attack" in self._frames.ancestors(c) for c in classes)

    def _conflict(self, mention: EventMention, cluster: Cluster) -> bool:
        if mention.apart and mention.apart & {i for m in cluster.mentions for i in m.incident.words}:
            return True
        if instead(mention, cluster) or suffered_before(mention, cluster) or since_when(mention):
            return True
        stage = {m.drafts[0].telling.stance.stage for m in cluster.mentions}
        mine = mention.drafts[0].telling.stance.stage
        if mine is not Stage.ACCOMPLISHED and Stage.ACCOMPLISHED in stage and not mention.definite:
            return True
        if mine is Stage.ACCOMPLISHED and Stage.ACCOMPLISHED not in stage:
            return True
        if (
            self._long_ago(mention.times)
            and not cluster.times
            and not set(mention.keys(*PATIENTS)) & set(cluster.keys(*PATIENTS))
        ):
            return True
        if campaign(mention.times) != campaign(cluster.times):
            return True
        if self._other_way_round(mention, cluster) or self._own_losses(mention, cluster) or elsewise(mention):
            return True
        if lost_and_won(mention, cluster) or losses(mention, cluster, self._surroundings.side):
            return True
        victims = set(self._named(mention.keys(*HARM)))
        others = set(self._named(cluster.keys(*HARM)))
        shared = victims & others
        if not shared and elsewhen(mention, cluster.mentions) and not self._misdated(mention, cluster):
            return True
        if shared:
            return of_another_time(mention, cluster.mentions, self._issued)
        if (
            victims
            and others
            and not adds(mention)
            and not same(mention)
            and not mention.listing
            and mention.sentence != cluster.mentions[-1].sentence
            and not self._room(mention, cluster, len(others))
            and not self._companions(mention, others)
            and not groups_named(mention, cluster.mentions, self._entities)
        ):
            return True
        if self._at_another(mention, cluster):
            return True
        if self._says_which(mention, cluster) or self._many_more(mention, cluster):
            return True
        if self._of_others(mention, cluster) or self._series(mention, cluster):
            return True
        if not mention.definite and (self._other_side(mention, cluster) or self._other_target(mention, cluster)):
            return True
        if not self._elsewhere(mention, cluster):
            return False
        lede = mention.sentence - self._opening <= LEDE and all(m.title for m in cluster.mentions)
        if lede and self._same_count(mention, cluster):
            return False
        places = (mention.keys(Predicate.LOCATION), cluster.keys(Predicate.LOCATION))
        unplaced = any(all(map(self._surroundings.unplaced, keys)) for keys in places)
        return not (unplaced and self._by_the_attacker(mention, cluster))

    def _at_another(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The attack on Senator X": not the murder of Colonel Y, with whom nobody has told X to be."""
        aimed = self._named(mention.keys(Predicate.TARGET))
        aimed = [key for key in aimed if self._entities.kind(key) is EntityKind.PERSON]
        if not aimed or mention.keys(*HARM) or not self._named(cluster.keys(Predicate.FATAL_VICTIM)):
            return False
        return set(aimed).isdisjoint(cluster.keys(Predicate.TARGET, *HARM))

    def _by_the_attacker(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The bomber walked into the tent": who is called after what he did then, did it then."""
        told = [p for d in mention.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
        if not told or mention.times or mention.plural:
            return False
        known = set(cluster.keys(Predicate.PERPETRATOR))
        called = self._surroundings.after_the_deed
        return all(
            p.key in known and p.token.tag_ == "NN" and determiner(p.token) == "the" and called(p.token) for p in told
        )

    def _room(self, mention: EventMention, cluster: Cluster, named: int) -> bool:
        """ "The bomb killed two. A died at once. B died in hospital": fewer are named so far than were counted."""
        if not mention.weak or mention.times or mention.keys(Predicate.PERPETRATOR, Predicate.LOCATION):
            return False
        counted = [c.count for m in cluster.mentions for d in m.drafts for c in d.casualties]
        return max((c.low or c.best or 0 for c in counted), default=0) > named

    def _same_count(self, mention: EventMention, cluster: Cluster) -> bool:
        """The same number of dead told twice, when it is large enough not to be chance, and no mere "dozens"."""
        told = [c for d in mention.drafts for c in d.casualties if c.count.best is not None]
        mine = {(c.outcome, c.count) for c in told if (c.count.low or 0) > 2}
        theirs = {(c.outcome, c.count) for m in cluster.mentions for d in m.drafts for c in d.casualties}
        return bool(mine & theirs) or bool(adding_up([mention], cluster.mentions, self._entities))

    def _says_which(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "64 died in the raids on X": with victims and a place of its own it is none told without a place."""
        harmed, others = set(mention.keys(*HARM)), set(cluster.keys(*HARM))
        placed = mention.definite and mention.keys(Predicate.LOCATION)
        alone = bool(placed and harmed and others) and not harmed & others and not self._same_count(mention, cluster)
        headline = all(m.title for m in cluster.mentions)
        return alone and not (headline or cluster.times or cluster.keys(Predicate.LOCATION))

    def _of_others(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The deaths of two engineers": not the killing of one man with a name, beside whom nobody was counted."""
        dead = cluster.keys(Predicate.FATAL_VICTIM)
        murder = any(d.telling.trigger.frame.needs == "victim" for d in mention.drafts)
        if murder and dead and set(mention.keys(Predicate.FATAL_VICTIM)).isdisjoint(dead):
            return True  # "the murderers of a policeman"
        if not dead or len(self._named(dead)) < len(dead) or self._assaults(cluster.classes):
            return False
        if any((c.count.low or 0) > len(dead) for m in cluster.mentions for d in m.drafts for c in d.casualties):
            return False
        told = [d for d in mention.drafts if d.telling.trigger.form == "noun" and d.telling.trigger.frame.name == "die"]
        return any((c.count.low or 0) > len(dead) for d in told for c in d.casualties) or any(
            (count := count_of(p.token)) is not None and (count.low or 0) > len(dead)
            for d in told
            for p in d.parts
            if p.predicate is Predicate.FATAL_VICTIM
        )

    def _series(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The June 15 strikes": a day's strikes are more than the one that killed a man, told of in the singular."""
        if not (mention.definite and mention.plural and mention.times) or mention.keys(*HARM):
            return False
        dead = cluster.keys(Predicate.FATAL_VICTIM)
        return len(dead) == len(self._persons(dead)) == 1 and not any(m.plural for m in cluster.mentions)

    def _many_more(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The attacks of 2001, which killed 3,000": not the killing of a man named before, which was no attack."""
        dead = cluster.keys(Predicate.FATAL_VICTIM)
        if not dead or len(self._named(dead)) < len(dead) or self._assaults(cluster.classes):
            return False
        counted = max((c.count.low or c.count.best or 0 for d in mention.drafts for c in d.casualties), default=0)
        told = any((c.count.low or 0) > 1 for m in cluster.mentions for d in m.drafts for c in d.casualties)
        return counted >= _MANY and not told and bool(mention.times) and self._assaults(mention.classes)

    def _misdated(self, mention: EventMention, cluster: Cluster) -> bool:
        """Years recalled in passing disagree easily; a day never does."""
        if any(t.precision in _DAYS for t in (*mention.times, *cluster.times)):
            return False
        agents = set(mention.keys(Predicate.PERPETRATOR)) & set(cluster.keys(Predicate.PERPETRATOR))
        return bool(agents) and self._continues(mention, cluster)

    def _elsewhere(self, mention: EventMention, cluster: Cluster) -> bool:
        mine, theirs = mention.keys(Predicate.LOCATION), cluster.keys(Predicate.LOCATION)
        if not mine or not theirs:
            return False
        near, site, lies = self._surroundings.near, self._surroundings.site, self._surroundings.may_lie_in
        return not any(near(a, b) or site(a) != site(b) or lies(a, b) for a in mine for b in theirs)

    def _long_ago(self, times: list[TimeSpan]) -> bool:
        latest = [t.latest for t in times if t.latest is not None]
        if not latest:
            return False
        if self._issued is None:
            return all(t.precision is TimePrecision.YEAR for t in times)  # news is dated by the day
        return max(latest) < self._issued - _RECENT

    def _background(self, cluster: Cluster) -> bool:
        """An event recalled from long before the report: "the strike" without a date rather means today's.

        A report that has told of nothing else so far is about that event.
        """
        return self._recent and self._long_ago(cluster.times)

    def _continues(self, mention: EventMention, cluster: Cluster) -> bool:
        """An unnamed victim told next to a named one of the same event: "an IS leader ... Osama X, IS
        leader"."""
        if mention.sentence - cluster.mentions[-1].sentence > 3:
            return False
        mine, theirs = (self._persons(told.keys(Predicate.FATAL_VICTIM)) for told in (mention, cluster))
        if len(theirs) > 1 and self._in_other_words(cluster, theirs):
            theirs = theirs[-1:]
        if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
            return False
        one, two = mine[0], theirs[0]
        if len(mention.keys(Predicate.FATAL_VICTIM)) > 1 and self._entities.name(one) is None:
            return False  # "killed 53 soldiers and a civilian": he is one of those
        if (self._entities.name(one) is None) == (self._entities.name(two) is None):
            return False
        unnamed, named = (one, two) if self._entities.name(one) is None else (two, one)
        if unnamed == one and self._introduced(mention, one):
            return False
        if named == one and len(cluster.keys(Predicate.FATAL_VICTIM)) > 1 and self._nameless(cluster, two):
            return False  # of four men and a woman found dead, the woman is not who is named next
        if named == one and self._named_before(named, cluster, two):
            return False
        killers, others = set(mention.keys(Predicate.PERPETRATOR)), set(cluster.keys(Predicate.PERPETRATOR))
        if (killers | others) & {named, unnamed}:
            return False  # "police killed the man who had killed X"
        means, before = set(mention.keys(Predicate.WEAPON)), set(cluster.keys(Predicate.WEAPON))
        if named == one and others and not killers and means and not means & before:
            return False  # "The man was lynched by soldiers. A chief, X, died when he hit a mine"
        more = len(mention.keys(Predicate.FATAL_VICTIM)) > 1
        if named == one and more and killers and others and not killers & others:
            return False  # "The man was lynched by soldiers. Another chief, X, was executed with six men by a patrol"
        if unnamed == one and killers and others and not killers & others and not self._alike_killers(killers, others):
            return False  # "X was killed by villagers. A student was shot dead by the police"
        return named not in self._dead - set(theirs) and self._surroundings.alike(unnamed, named)

    def _alike_killers(self, some: set[str], others: set[str]) -> bool:
        """Whether two tellings may name the same killers in other words: "the US", "American forces", "a drone"."""
        named = self._named(some) and self._named(others)
        return bool(named or self._words(some) & self._words(others) or self._one_side(some, others))

    def _in_other_words(self, cluster: Cluster, keys: list[str]) -> bool:
        """Whether the dead are one and the same, told anew: "Strike Kills Commander", and then of "an operative".

        Only headlines speak of somebody without an article.
        """
        told = [mention.keys(Predicate.FATAL_VICTIM) for mention in cluster.mentions]
        if any(len(dead) > 1 for dead in told) or any(self._entities.name(key) is not None for key in keys):
            return False
        tokens = [p.token for m in cluster.mentions for d in m.drafts for p in d.parts if p.key in keys[:-1]]
        bare = all(not determiner(token) and not possessors(token) for token in tokens)
        return bare and all(self._surroundings.alike(keys[-1], key) for key in keys[:-1])

    def _nameless(self, cluster: Cluster, key: str) -> bool:
        """Whether nothing is said of who somebody is."""
        tokens = [p.token for m in cluster.mentions for d in m.drafts for p in d.parts if p.key == key]
        return bool(tokens) and all(self._surroundings.anybody(token) for token in tokens)

    def _named_before(self, named: str, cluster: Cluster, unnamed: str) -> bool:
        """ "X died in A. … Drones killed a civilian in B. … the murder of X": who had a name was no "civilian".

        The lede that tells again of a man whom a caption named calls him anew.
        """
        tokens = (p.token for m in cluster.mentions for d in m.drafts for p in d.parts if p.key == unnamed)
        return any(determiner(t) in ("a", "an") and t.i - self._entities.first(named) > _PAST_LEDE for t in tokens)

    def _introduced(self, mention: EventMention, key: str) -> bool:
        """Whether a mention brings somebody in as new: "another officer", "a man" of whom it says no more."""
        tokens = [p.token for d in mention.drafts for p in d.parts if p.key == key]
        if any(determiner(token) == "another" or _did(token) for token in tokens):
            return True
        elsewhere = mention.keys(Predicate.LOCATION, Predicate.TARGET)
        if elsewhere and any(determiner(token) in ("a", "an") for token in tokens):
            return True  # "X died in the shelling. Drones struck a bus in Y, killing a civilian"
        new = [token for token in tokens if determiner(token) in ("a", "an") or _one(token)]
        return any(self._surroundings.anybody(token) or _one(token) for token in new)


def _did(token: Token) -> bool:
    """ "The man who threw it", "the soldier who had killed her": called after what he did to what was told before."""
    active = (c for c in children(token, Dep.RELATIVE) if not is_passive(c))
    told = [o for c in active if any(s.lower_ == "who" for s in c.children) for o in children(c, Dep.OBJECT)]
    return any(o.pos_ == "PRON" and o.lower_ not in _ONESELF for o in told)


def _one(token: Token) -> bool:
    """ "One demonstrator was shot dead": somebody who is counted is brought in as new."""
    return any(n.lower_ == "one" for n in numerals(token))
