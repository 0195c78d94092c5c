"""What goes on from what was told before without pointing back at it: the next harm, the next step of an attack.

"Gunmen stormed the inn. They opened fire. Two men died. Five others were wounded" is one event in four sentences. What
speaks against it: a time, place, weapon or author of its own, a word that sets it apart ("elsewhere"), somebody
harmed who is of the side that attacked.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.clusters import HARM, Cluster, adds
from kg.extract.mentions import OUTCOMES, Draft, EventMention
from kg.extract.phrases import of_wounds
from kg.extract.retold import Retold, drafts_of, further, plainly
from kg.extract.syntax import determiner, embedding, markers, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.timing import campaign
from kg.model import Predicate

_MEANS = (Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.LOCATION, Predicate.TARGET)
_ELSEWISE = (Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.TARGET)
_SETTLEMENTS = frozenset({"village", "town", "hamlet", "settlement", "camp", "community", "checkpoint", "post"})
_OTHERWISE = frozenset({"earlier", "previously", "elsewhere", "separately"})  # at another time or place
_NEAR = 3
_RUINS = frozenset({"rubble", "debris", "wreckage", "ruin"})
_HARMS = frozenset({"killed", "injured"})
_WHEN = frozenset({"after", "before", "since"})


class Continuing(Retold):
    """Judges what a mention goes on from; lives while the mentions of one document are merged."""

    _anchored = False
    _told_last: Cluster | None = None
    _only_deadly: Cluster | None = None
    _passing: Sequence[Cluster] = ()  # told in the sentence before, but not as what it is about

    def _look_back(self, mention: EventMention, clusters: list[Cluster]) -> None:
        """Notes, before a mention is scored, what it could go on from: "died in the cafe" from what hit the cafe."""
        self._told_last = max(clusters, key=lambda c: c.mentions[-1].begin, default=None)
        self._opens = all(m.title for c in clusters for m in c.mentions)
        self._recent = any(not self._long_ago(c.times) for c in clusters)
        told = [c for c in clusters if not self._background(c) and not all(m.title for m in c.mentions)]
        told = [c for c in told if not campaign(c.times)]
        deadly = [c for c in clusters if self._deadly(c)]
        self._only_deadly = deadly[0] if len(deadly) == 1 else None
        near = [c for c in told if mention.sentence - c.mentions[-1].sentence <= _NEAR and mention.setting & c.setting]
        self._anchored = bool(near)
        self._latest = max(near or told, key=lambda c: c.mentions[-1].begin, default=None)
        self._only = told[0] if len(told) == 1 else None
        here = [c for c in clusters if c.mentions[-1].sentence == mention.sentence - 1]
        passing = [c for c in here if _in_passing(c.mentions[-1])] if len(here) > 1 else []
        self._passing = passing if len(passing) < len(here) else []

    def _goes_on(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether a mention tells more of what an event's last sentence told, though no word of it says so."""
        if cluster is not self._latest or not plainly(mention) or self._partial(mention, cluster):
            return False
        if self._told_apart(mention, cluster) or self._freeing(mention, cluster):
            return False
        if self._next_act(mention, cluster) or self._to_those_told_of(mention, cluster):
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
            or not harms <= {*_HARMS, "lost", "captured"}
            or not any(d.keys(*HARM) or d.casualties for d in mention.drafts)
        ):
            return False
        if any(d.zero or _found(d) for d in mention.drafts) or cluster.keys(Predicate.CAPTIVE):
            return False
        wide = self._anchored or adds(mention) or further(mention)
        named = bool(self._named(mention.keys(*HARM))) and _one_paragraph(mention, cluster)
        reach = _NEAR if wide else 2 if named else 1
        near = 0 < mention.sentence - cluster.mentions[-1].sentence <= reach
        if not near or not _acts(cluster):
            return False
        return self._companions(mention, set(cluster.keys(*HARM))) or not self._of_the_authors(mention, cluster)

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

    def _other_losses(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Troops shot four rebels. A soldier died in the clash": of the other side, and in no clash told earlier."""
        latest = self._latest
        if latest is None or cluster is latest or mention.sentence - latest.mentions[-1].sentence > 1:
            return False
        return self._own_losses(mention, latest)

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

    def _told_apart(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether somebody else, in another paragraph, tells of somebody with a name: "the daily said X had died"."""
        told, tells = set(cluster.mentions[-1].speakers), set(mention.speakers)
        apart = bool(told) and bool(tells) and not told & tells and not _one_paragraph(mention, cluster)
        return apart and bool(self._named(mention.keys(*HARM)))

    def _partial(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether its author speaks, or an armed group: what it says of further dead may lay them at another's door."""
        agents = cluster.keys(Predicate.PERPETRATOR)
        speakers = list(mention.speakers)
        known = {*speakers} & {*agents} or self._words(speakers) & self._words(agents)
        dead = mention.keys(Predicate.FATAL_VICTIM)
        if known and dead and self._words(dead) & self._words(cluster.keys(Predicate.TARGET)):
            return False  # "The army attacked a rebel camp. Twenty rebels were killed, it said"
        return bool(known) or any(self._surroundings.insurgent(key) for key in speakers)

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
            or self._told_apart(mention, cluster)
            or any(t.lower_ in _OTHERWISE for d in mention.drafts for t in d.telling.trigger.token.children)
        ):
            return False
        harms = {d.telling.trigger.frame.effect for d in mention.drafts}
        told = any(d.telling.trigger.frame.effect in OUTCOMES for d in drafts_of(cluster))
        acts = _acts(cluster, "none", "lost")
        return harms <= OUTCOMES.keys() and acts and not told


def _in_passing(mention: EventMention) -> bool:
    """ "The governor was killed hours after he had accused the rebels of killing civilians": what was before it."""
    steps = (lower for d in mention.drafts[:1] for _, lower, _ in embedding(d.telling.trigger.token))
    words = (mention.drafts[0].telling.trigger.token, *steps)
    clauses = [w for w in words if dep(w) in (Dep.ADVERB_CLAUSE, Dep.NOUN_CLAUSE)]
    return any(not _WHEN.isdisjoint(markers(clause)) for clause in clauses)


def _then(mention: EventMention) -> bool:
    """ "Then the soldiers threw grenades": the next step of what the sentence before told."""
    act = mention.incident.main.trigger.token
    return act.tag_ == "VBD" and any(t.lower_ == "then" for t in children(act, Dep.ADVERB))


def _of_several_places(cluster: Cluster) -> bool:
    """ "Attacked two villages": what then happened "in Nam Kho" was a part of it."""
    drafts = [d for d in drafts_of(cluster) if d.telling.trigger.frame.effect == "none"]
    struck = [f.token for d in drafts for f in d.telling.fillers if f.role in ("target", "place")]
    return any(t.tag_ == "NNS" and t.lemma_.lower() in _SETTLEMENTS for t in struck)


def _acts(cluster: Cluster, *effects: str) -> bool:
    """Whether something was done or somebody harmed in an event, beyond a word that only may tell of violence."""
    wanted = effects or ("none", "killed", "injured")
    frames = [d.telling.trigger.frame for d in drafts_of(cluster)]
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
