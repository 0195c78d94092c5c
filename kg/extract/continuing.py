"""What goes on from what was told before without pointing back at it: the next harm, the next step of an attack.

"Gunmen stormed the inn. They opened fire. Two men died. Five others were wounded" is one event in four sentences. What
speaks against it: a time, place, weapon or author of its own, a word that sets it apart ("elsewhere"), somebody
harmed who is of the side that attacked.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.apart import LEDE, Apart
from kg.extract.clusters import HARM, Cluster, adds
from kg.extract.mentions import OUTCOMES, Draft, EventMention
from kg.extract.phrases import of_wounds
from kg.extract.syntax import determiner, embedding, has_auxiliary, modifiers, sentence_of
from kg.extract.syntax.labels import Dep, children
from kg.model import ClaimKind, Predicate, Stage

_MEANS = (Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.LOCATION, Predicate.TARGET)
_ELSEWISE = (Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.TARGET)
_SETTLEMENTS = frozenset({"village", "town", "hamlet", "settlement", "camp", "community", "checkpoint", "post"})
_FURTHER = frozenset({"other", "others", "another", "more", "further", "additional", "second"})
_OTHERWISE = frozenset({"earlier", "previously", "elsewhere", "separately"})  # at another time or place
_SETTING_APART = frozenset(
    [
        "already",
        "another",
        "earlier",
        "elsewhere",
        "meanwhile",
        "next",
        "previous",
        "previously",
        "recently",
        "separate",
        "separately",
        "similar",
        "since",
        "so-called",
        "subsequent",
        "subsequently",
        "unrelated",
    ]
)
_OWNING = frozenset({"confirm", "acknowledge", "admit", "concede"})
_IN_RETURN = frozenset(
    {"response", "retaliation", "retaliatory", "retaliated", "revenge", "reprisal", "return", "responded", "after"}
)
_BROAD = frozenset({"Attack", "Killing", "Injuring", "Event", "RemoteAttack"})
_RETOLD_WITHIN = 8  # sentences from the lede to the story of how it came about
_NEAR = 3
_RUINS = frozenset({"rubble", "debris", "wreckage", "ruin"})
_BESIDE = (Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.ADJECTIVE, Dep.ADVERB_CLAUSE)
_HARMS = frozenset({"killed", "injured"})
_PAST = frozenset({"have", "had"})


class Continuing(Apart):
    """Judges what a mention goes on from; lives while the mentions of one document are merged."""

    _latest: Cluster | None = None
    _anchored = False
    _only: Cluster | None = None
    _only_deadly: Cluster | None = None

    def _look_back(self, mention: EventMention, clusters: list[Cluster]) -> None:
        """Notes, before a mention is scored, what it could go on from: "died in the cafe" from what hit the cafe."""
        self._recent = any(not self._long_ago(c.times) for c in clusters)
        told = [c for c in clusters if not self._background(c) and not all(m.title for m in c.mentions)]
        deadly = [c for c in clusters if self._deadly(c)]
        self._only_deadly = deadly[0] if len(deadly) == 1 else None
        near = [c for c in told if mention.sentence - c.mentions[-1].sentence <= _NEAR and mention.setting & c.setting]
        self._anchored = bool(near)
        self._latest = max(near or told, key=lambda c: c.mentions[-1].begin, default=None)
        self._only = told[0] if len(told) == 1 else None

    def _goes_on(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether a mention tells more of what an event's last sentence told, though no word of it says so."""
        if cluster is not self._latest or not _plainly(mention) or self._partial(mention, cluster):
            return False
        if self._next_act(mention, cluster):
            return True
        return self._compatible(mention, cluster) and (
            self._next_harm(mention, cluster) or self._retold(mention, cluster)
        )

    def _next_harm(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Ten others were injured", "The driver died on the spot": who else came to harm, with no word on how."""
        means = _MEANS if not _of_several_places(cluster) else _ELSEWISE
        if mention.keys(*means) or mention.times or mention.time_words or mention.apart or mention.definite:
            return False
        harms = {d.telling.trigger.frame.effect for d in mention.drafts}
        if (
            not harms & _HARMS
            or not harms <= {*_HARMS, "lost"}
            or not any(d.keys(*HARM) or d.casualties for d in mention.drafts)
        ):
            return False
        if any(d.zero or _found(d) for d in mention.drafts) or cluster.keys(Predicate.CAPTIVE):
            return False
        wide = self._anchored or adds(mention) or further(mention)
        named = bool(self._named(mention.keys(*HARM))) and _one_paragraph(mention, cluster)
        reach = _NEAR if wide else 2 if named else 1
        near = 0 < mention.sentence - cluster.mentions[-1].sentence <= reach
        return near and _acts(cluster) and not self._of_the_authors(mention, cluster)

    def _next_act(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "They opened fire on the guests": those who acted in the sentence before, now called only "they"."""
        if not 0 < mention.sentence - cluster.mentions[-1].sentence <= 1 or mention.times or adds(mention):
            return False
        if not self._compatible(mention, cluster) and not (
            self._assaults(mention.classes) and self._assaults(cluster.classes)
        ):
            return False
        before = set(cluster.keys(Predicate.PERPETRATOR))
        parts = [p for d in mention.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
        meant = [p for p in parts if p.token.pos_ == "PRON" or determiner(p.token) == "the"]
        if not parts or len(meant) < len(parts):
            return False
        # "The patrol opened fire. Then the soldiers threw grenades"
        return all(p.key in before for p in parts) or _then(mention)

    def _retold(self, mention: EventMention, cluster: Cluster) -> bool:
        """How it came about, after a lede that only told what came of it: "Gunmen stormed the inn at nine".

        So only where the report has told of one event so far, and not yet of any act.
        """
        if cluster is not self._only or mention.sentence > _RETOLD_WITHIN or cluster.mentions[0].sentence > LEDE:
            return False
        if not self._deadly(cluster) or any(d.telling.trigger.frame.effect == "none" for d in _drafts(cluster)):
            return False
        acts = [
            d for d in mention.drafts if d.telling.trigger.frame.effect == "none" and not d.telling.trigger.frame.weak
        ]
        told = any(d.telling.trigger.form == "verb" and d.telling.trigger.token.tag_ == "VBD" for d in acts)
        agents = mention.keys(Predicate.PERPETRATOR)
        if not told or not agents or mention.plural or mention.times:
            return False
        return not self._of_the_authors(mention, cluster) and not self._victims_attack(mention, cluster)

    def _own_account(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The army confirmed that it had carried out a strike there", right after a strike by nobody told: that one.

        Not what it says it did in return, nor an attack of another kind, nor one on its own side.
        """
        agents = mention.keys(Predicate.PERPETRATOR)
        told = (p for d in _drafts(cluster) if d.telling.stance.agent_kind is None for p in d.parts)
        if cluster is not self._latest or not agents or any(p.predicate is Predicate.PERPETRATOR for p in told):
            return False
        if not 0 < mention.sentence - cluster.mentions[-1].sentence <= 2 or mention.plural or mention.keys(*HARM):
            return False
        reporting = [d.telling.stance.reporting for d in mention.drafts]
        there = mention.setting & cluster.setting or set(mention.keys(Predicate.LOCATION)) & set(
            cluster.keys(Predicate.LOCATION)
        )
        owned = any(r and r.lemma_.lower() in _OWNING for r in reporting)
        if (
            not (owned or (there and set(mention.speakers) & set(agents)))
            or mention.times
            or not _plainly(mention, _IN_RETURN)
        ):
            return False
        kinds = {*cluster.classes, *(w for m in cluster.mentions for w in m.ways)} - _BROAD
        words = {d.telling.trigger.token.lemma_.lower() for d in mention.drafts}
        mine = {*mention.classes, *mention.ways, *(c for w in words for c in self._frames.also.get(w, ()))} - _BROAD
        return bool(kinds & mine) and not self._one_side(agents, cluster.keys(Predicate.FATAL_VICTIM))

    def _victims_attack(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether those who act are of the side whose dead the event is told of."""
        return self._one_side(mention.keys(Predicate.PERPETRATOR), cluster.keys(Predicate.FATAL_VICTIM))

    def _of_the_authors(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether those harmed may be of the side that attacked, or not the ones it was after.

        "Troops killed twenty rebels. Three soldiers also died": not at the hands of the troops.
        """
        agents = cluster.keys(Predicate.PERPETRATOR)
        harmed = [key for key in mention.keys(*HARM) if key not in agents] or mention.keys(*HARM)
        if not agents or not harmed:
            return False
        freed = any(self._surroundings.side(key) == "state" for key in agents)
        if freed and any(map(self._surroundings.held, harmed)):
            return True  # "Troops stormed the school. Hostages died": by whose hand is left open
        side = self._surroundings.side
        aimed = self._words(cluster.keys(Predicate.TARGET)) & self._words(harmed)
        fighters = any(side(key) == "irregular" for key in harmed)
        if fighters and not aimed and not any(side(key) == "state" for key in agents):
            return True  # "X attacked the base. Thirty rebels died": of whom X is of, nothing is told
        before = [s for s in map(side, cluster.keys(Predicate.FATAL_VICTIM)) if s]
        fight = bool(before) and not any(side(key) for key in harmed)
        return self._one_side(harmed, agents) or fight

    def _other_losses(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Troops shot four rebels. A soldier died in the clash": of the other side, and in no clash told earlier."""
        latest = self._latest
        if latest is None or cluster is latest or mention.sentence - latest.mentions[-1].sentence > 1:
            return False
        return self._own_losses(mention, latest)

    def _deadly(self, cluster: Cluster) -> bool:
        """Whether several people died in an event that is no memory of long ago."""
        return bool(cluster.keys(Predicate.FATAL_VICTIM)) and self._several(cluster) and not self._background(cluster)

    def _more_bodies(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Rescuers recovered two more bodies, bringing the toll to 11": of the dead of the last deadly event."""
        bodies = [d for d in mention.drafts if d.telling.trigger.frame.needs == "found"]
        if cluster is not self._latest or not bodies or not self._deadly(cluster) or mention.keys(*_MEANS):
            return False
        tolls = [d for d in mention.drafts if d not in bodies and not d.casualties]
        nobody = all(p.token == d.telling.trigger.token for d in bodies for p in d.parts)
        many = mention.plural and 0 <= mention.sentence - cluster.mentions[-1].sentence <= _NEAR
        return nobody and many and not tolls and all(t.earliest is None for t in mention.times)

    def _among_its_dead(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "A woman's body was pulled from the rubble", "a man had died of his wounds": of the deadly event before."""
        near = 0 < mention.sentence - cluster.mentions[-1].sentence <= _NEAR
        if cluster is not self._latest or not near or not self._deadly(cluster) or mention.keys(*_MEANS):
            return False
        if mention.times or self._of_the_authors(mention, cluster):
            return False
        dead = [d for d in mention.drafts if d.keys(Predicate.FATAL_VICTIM)]
        ruins = any(t.lemma_.lower() in _RUINS for d in dead[:1] for t in sentence_of(d.telling.trigger.token))
        return bool(dead) and all(of_wounds(d.telling) or (_found(d) and ruins) for d in dead)

    def _counts_dead(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Twelve women lost their lives", with no word on how: in a report of one deadly event, the dead of that."""
        dead = mention.keys(Predicate.FATAL_VICTIM)
        if cluster is not self._only_deadly or not dead or self._named(dead):
            return False
        if not mention.weak and not all(_found(d) for d in mention.drafts):
            return False
        if cluster is not self._latest:
            return False
        if mention.times or mention.keys(*_MEANS) or self._partial(mention, cluster):
            return False
        if self._of_the_authors(mention, cluster):
            return False
        return any(c.count.low for d in mention.drafts for c in d.casualties)

    def _partial(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether its author speaks, or an armed group: what it says of further dead may lay them at another's door."""
        agents = cluster.keys(Predicate.PERPETRATOR)
        speakers = list(mention.speakers)
        known = {*speakers} & {*agents} or self._words(speakers) & self._words(agents)
        dead = mention.keys(Predicate.FATAL_VICTIM)
        if known and dead and self._words(dead) & self._words(cluster.keys(Predicate.TARGET)):
            return False  # "The army attacked a rebel camp. Twenty rebels were killed, it said"
        return bool(known) or any(self._surroundings.insurgent(key) for key in speakers)

    def _several(self, cluster: Cluster) -> bool:
        """Whether an event may have victims beyond those it names: "among the dead was X" is not of a murder of Y."""
        harmed = cluster.keys(*HARM)
        counted = any((c.count.low or 0) > 1 for d in _drafts(cluster) for c in d.casualties)
        return counted or not harmed or len(harmed) > len(self._named(harmed))

    def _aftermath(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "A bomb exploded in X. Four people died": harm told right after an act that harmed nobody so far.

        "His son was also found dead" goes on from a death, not from the act that stands between the two.
        """
        if (
            adds(mention)
            or self._partial(mention, cluster)
            or not 0 < mention.sentence - cluster.mentions[-1].sentence <= 1
            or mention.keys(*_MEANS)
            or self._of_the_authors(mention, cluster)
            or any(t.lower_ in _OTHERWISE for d in mention.drafts for t in d.telling.trigger.token.children)
        ):
            return False
        harms = {d.telling.trigger.frame.effect for d in mention.drafts}
        told = any(d.telling.trigger.frame.effect in OUTCOMES for d in _drafts(cluster))
        acts = _acts(cluster, "none", "lost")
        return harms <= OUTCOMES.keys() and acts and not told


def _then(mention: EventMention) -> bool:
    """ "Then the soldiers threw grenades": the next step of what the sentence before told."""
    act = mention.incident.main.trigger.token
    return act.tag_ == "VBD" and any(t.lower_ == "then" for t in children(act, Dep.ADVERB))


def _of_several_places(cluster: Cluster) -> bool:
    """ "Attacked two villages": what then happened "in Nam Kho" was a part of it."""
    drafts = [d for d in _drafts(cluster) if d.telling.trigger.frame.effect == "none"]
    struck = [f.token for d in drafts for f in d.telling.fillers if f.role in ("target", "place")]
    return any(t.tag_ == "NNS" and t.lemma_.lower() in _SETTLEMENTS for t in struck)


def _drafts(cluster: Cluster) -> Iterable[Draft]:
    return (d for m in cluster.mentions for d in m.drafts)


def _acts(cluster: Cluster, *effects: str) -> bool:
    """Whether something was done or somebody harmed in an event, beyond a word that only may tell of violence."""
    wanted = effects or ("none", "killed", "injured")
    frames = [d.telling.trigger.frame for d in _drafts(cluster)]
    return any(frame.effect in wanted or frame.event_class == "ShootDown" for frame in frames)


def _found(draft: Draft) -> bool:
    """ "Was found dead": of what he died is another matter."""
    word = draft.telling.trigger.token
    return draft.telling.trigger.frame.needs == "found" or any(
        t.lemma_.lower() in ("find", "discover") for t in (word.head, *word.children)
    )


def _one_paragraph(mention: EventMention, cluster: Cluster) -> bool:
    """Whether no line ends between the last word of an event and a mention a few sentences behind it."""
    begin = max(cluster.mentions[-1].incident.words)
    words = mention.incident.words
    return not words or not any("\n" in t.text for t in mention.drafts[0].telling.trigger.token.doc[begin : min(words)])


def further(mention: EventMention) -> bool:
    """ "Ten others", "another man": more people of whom the same is told as of those before."""
    harmed = [p.token for d in mention.drafts for p in d.parts if p.predicate in HARM]
    return any(w.lower_ in _FURTHER for t in harmed for w in (t, *modifiers(t), *t.children))


def _plainly(mention: EventMention, but: frozenset[str] = frozenset()) -> bool:
    """Whether a mention is told as what happened next, in a main clause and not as a memory ("who had been killed")."""
    words = {t.lower_ for t in sentence_of(mention.drafts[0].telling.trigger.token)}
    if words & but or words & _SETTING_APART - ({"another"} if further(mention) else set()):
        return False
    for draft in mention.drafts:
        stance = draft.telling.stance
        if stance.kind is not ClaimKind.ASSERTION or not stance.positive or stance.stage is not Stage.ACCOMPLISHED:
            return False
    main = mention.incident.main
    token = main.trigger.token
    if any(relation in _BESIDE for relation, _, _ in embedding(token)):
        return False
    return main.stance.reporting is not None or has_auxiliary(token, _PAST) is None
