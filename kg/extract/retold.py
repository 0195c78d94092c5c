"""What is told again, or told on by those who did it: how it came about after a first sentence that told its harm.

"Ten people died in Kano. Gunmen stormed the inn at nine": one event. Whoever fights on the side of those who attacked
is not among those whom it harmed.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.apart import LEDE, Apart
from kg.extract.clusters import HARM, Cluster
from kg.extract.consequences import HELD, RESCUERS, and_whose
from kg.extract.craft import one_craft, spoken_of
from kg.extract.mentions import Draft, EventMention
from kg.extract.phrases import besides
from kg.extract.syntax import (
    complements,
    determiner,
    embedding,
    has_auxiliary,
    markers,
    modifiers,
    possessors,
    sentence_of,
)
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Token
from kg.extract.timing import same_day
from kg.extract.triggers import Trigger
from kg.model import ClaimKind, Predicate, Stage

_CRAFT = (Predicate.MATERIAL_LOSS, Predicate.TARGET)
_AIMED = (Predicate.TARGET, Predicate.WEAPON)
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
_BESIDE = (Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.ADJECTIVE, Dep.ADVERB_CLAUSE)
_PAST = frozenset({"have", "had"})
_WAS = frozenset({"was", "were"})
_UNSAID = _BROAD | {"Killing", "Injuring", "Raid"}


class Retold(Apart):
    """Judges whether a mention tells again of the event told last, or of the only one."""

    _opens = False  # nothing but headlines has been told so far
    _latest: Cluster | None = None
    _only: Cluster | None = None

    def _to_those_told_of(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Seven died when a patrol came under fire. The patrol was attacked near X": what the sentences before name.

        An attack on what was hit before may be a further one, unless nothing but the harm has been told so far.
        """
        struck = [p for d in mention.drafts for p in d.parts if p.predicate is Predicate.TARGET]
        if not struck or mention.times or cluster.keys(Predicate.TARGET) or not self._assaults(mention.classes):
            return False
        if not all(determiner(p.token) == "the" and self._entities.name(p.key) is None for p in struck):
            return False
        before = [sentence_of(m.drafts[0].telling.trigger.token) for m in cluster.mentions if not m.title]
        keys = {self._entities.at(t) for s in before for t in s if t.pos_ in ("NOUN", "PROPN")}
        return self._deadly(cluster) and all(p.key in keys for p in struck)

    def _retold(self, mention: EventMention, cluster: Cluster) -> bool:
        """How it came about, after a lede that only told what came of it: "Gunmen stormed the inn at nine".

        So only where the report has told of one event so far, and not yet of who acted. What did it may be told again
        ("An air strike hit a wedding … Two missiles ripped through the tents"), if it is of that kind.
        """
        if cluster is not self._only or mention.sentence - self._opening > _RETOLD_WITHIN:
            return False
        if cluster.mentions[0].sentence - self._opening > LEDE:
            return False
        acts = [d for d in mention.drafts if _act(d)]
        told = any(_in_the_past(d.telling.trigger) for d in acts)
        agents, means = mention.keys(Predicate.PERPETRATOR), mention.keys(Predicate.WEAPON)
        acted = any(d.telling.trigger.frame.effect == "none" for d in drafts_of(cluster))
        if not told or mention.plural or (acted and (agents or not means or mention.keys(*HARM))):
            return False
        unarmed = (self._surroundings.peaceful(a) or self._entities.label(a).split()[-1:] == ["people"] for a in agents)
        if any(unarmed) and cluster.keys(Predicate.PERPETRATOR):
            return False  # "the people threw stones": those who were attacked
        told_late = not (cluster.times or mention.keys(Predicate.LOCATION) or self._long_ago(mention.times))
        if mention.times and not told_late and not same_day(mention.times, cluster.times):
            return False
        alike = self._of_one_kind(mention, cluster)
        if alike is False or not (self._tells_of_dead(mention, cluster) or (alike and means and not agents)):
            return False
        return not self._of_the_authors(mention, cluster) and not self._victims_attack(mention, cluster)

    def _tells_of_dead(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether an event killed several, or somebody of whom the mention's sentence speaks ("fired at his car")."""
        dead = cluster.keys(Predicate.FATAL_VICTIM)
        if self._deadly(cluster):
            return True
        if self._background(cluster):
            return False
        sentence = sentence_of(mention.drafts[0].telling.trigger.token)
        return any(self._entities.at(t) in dead for t in sentence if t.pos_ in ("PRON", "PROPN", "NOUN"))

    def _of_one_kind(self, mention: EventMention, cluster: Cluster) -> bool | None:
        """Whether both were done in one way, None if the words of one do not tell: rockets may be of an air strike."""
        theirs = {*cluster.classes, *(w for m in cluster.mentions for w in m.ways)} - _UNSAID
        words = {d.telling.trigger.token.lemma_.lower() for d in mention.drafts}
        mine = {*mention.classes, *mention.ways} - _UNSAID
        if not mine or not theirs:
            return None
        mine |= {c for w in words for c in self._frames.also.get(w, ())}
        return any(a in self._frames.ancestors(b) or b in self._frames.ancestors(a) for a in mine for b in theirs)

    def _own_account(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The army confirmed that it had carried out a strike there", right after a strike by nobody told: that one.

        Not what it says it did in return, nor an attack of another kind, nor one on its own side.
        """
        agents = mention.keys(Predicate.PERPETRATOR)
        told = (p for d in drafts_of(cluster) if d.telling.stance.agent_kind is None for p in d.parts)
        known = {p.key for p in told if p.predicate is Predicate.PERPETRATOR}
        if cluster is not self._latest or not agents or known - set(agents) or (known and mention.keys(*_AIMED)):
            return False
        if not 0 < mention.sentence - cluster.mentions[-1].sentence <= 2 or mention.plural or mention.keys(*HARM):
            return False
        reporting = [d.telling.stance.reporting for d in mention.drafts]
        where = set(mention.keys(Predicate.LOCATION))
        there = mention.setting & cluster.setting or where & set(cluster.keys(Predicate.LOCATION))
        if known:
            there = there or where  # "it had struck near X", where it was told to have done so near Y
        owned = any(r and r.lemma_.lower() in _OWNING for r in reporting)
        if (
            not (owned or (there and set(mention.speakers) & set(agents)))
            or mention.times
            or not plainly(mention, _IN_RETURN)
        ):
            return False
        kinds = {*cluster.classes, *(w for m in cluster.mentions for w in m.ways)} - _BROAD
        words = {d.telling.trigger.token.lemma_.lower() for d in mention.drafts}
        mine = {*mention.classes, *mention.ways, *(c for w in words for c in self._frames.also.get(w, ()))} - _BROAD
        alike = bool(kinds & mine) or bool(there and not kinds)
        return alike and not self._one_side(agents, cluster.keys(Predicate.FATAL_VICTIM))

    def _victims_attack(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether those who act are of the side whose dead the event is told of."""
        return self._one_side(mention.keys(Predicate.PERPETRATOR), cluster.keys(Predicate.FATAL_VICTIM))

    def _freeing(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "Two hostages died. Commandos stormed the plane": by whose hand those died whom others held is left open."""
        parts = [p for d in mention.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
        state = (self._surroundings.side(p.key) == "state" or p.token.lemma_.lower() in RESCUERS for p in parts)
        dead = (p for d in drafts_of(cluster) for p in d.parts if p.predicate is Predicate.FATAL_VICTIM)
        return any(t.lemma_.lower() in HELD for p in dead for t in and_whose(p.token)) and any(state)

    def _of_the_authors(self, mention: EventMention, cluster: Cluster) -> bool:
        """Whether those harmed may be of the side that attacked, or not the ones it was after.

        "Troops killed twenty rebels. Three soldiers also died": not at the hands of the troops.
        """
        agents = cluster.keys(Predicate.PERPETRATOR)
        harmed = [key for key in mention.keys(*HARM) if key not in agents] or mention.keys(*HARM)
        if not agents or not harmed:
            return False
        if "enemy" in self._words(harmed):
            return "enemy" in self._words(agents)
        if _ours(mention) and not cluster.keys(Predicate.TARGET):
            return True  # "300 terrorists were killed by X. Four of our heroes fell": not by X
        freed = any(self._surroundings.side(key) == "state" for key in agents)
        if freed and any(map(self._surroundings.held, harmed)):
            return True  # "Troops stormed the school. Hostages died": by whose hand is left open
        side = self._surroundings.side
        aimed = self._words(cluster.keys(Predicate.TARGET)) & self._words(harmed)
        fighters = any(side(key) == "irregular" for key in harmed)
        if fighters and not aimed and not any(side(key) == "state" for key in agents):
            return True  # "X attacked the base. Thirty rebels died": of whom X is of, nothing is told
        before = [s for s in map(side, cluster.keys(Predicate.FATAL_VICTIM)) if s]
        remote = any(
            "RemoteAttack" in self._frames.ancestors(c) for c in cluster.classes
        )  # nobody fires back at a bomb
        fight = bool(before) and not any(side(key) for key in harmed) and not (remote and self._named(harmed))
        return self._one_side(harmed, agents) or fight

    def _deadly(self, cluster: Cluster) -> bool:
        """Whether several people died in an event that is no memory of long ago."""
        return bool(cluster.keys(Predicate.FATAL_VICTIM)) and self._several(cluster) and not self._background(cluster)

    def _several(self, cluster: Cluster) -> bool:
        """Whether an event may have victims beyond those it names: "among the dead was X" is not of a murder of Y."""
        harmed = cluster.keys(*HARM)
        counted = any((c.count.low or 0) > 1 for d in drafts_of(cluster) for c in d.casualties)
        return counted or not harmed or len(harmed) > len(self._named(harmed))

    def _fallen(self, mention: EventMention, cluster: Cluster) -> bool:
        """ "The drone crashed. … Two fighters intercepted the MQ-9": of one aircraft, and no other was told of."""
        lost = cluster.keys(*_CRAFT)
        if not cluster.keys(Predicate.MATERIAL_LOSS):
            return False
        if mention.times and cluster.times and not same_day(mention.times, cluster.times):
            return False
        told = [p for d in mention.drafts for p in d.parts if p.predicate in _CRAFT]
        known = cluster is self._only or any(determiner(p.token) in ("the", "this") or p.key in lost for p in told)
        label = self._entities.label
        called = [label(p.key) for p in told] or spoken_of(mention)
        return known and any(one_craft(name, label(key)) for name in called for key in lost)


def _act(draft: Draft) -> bool:
    """Whether a word tells of an act and nobody's harm: "opened fire", or "hit" where a weapon does it."""
    frame = draft.telling.trigger.frame
    if frame.weak and not draft.keys(Predicate.WEAPON):
        return False
    return frame.effect == "none" or (frame.effect == "injured" and not draft.keys(*HARM) and not draft.casualties)


def _in_the_past(trigger: Trigger) -> bool:
    """ "Stormed the inn", "was blown up"."""
    token = trigger.token
    if trigger.form != "verb":
        return False
    return token.tag_ == "VBD" or has_auxiliary(token, _WAS) is not None


def drafts_of(cluster: Cluster) -> Iterable[Draft]:
    return (d for m in cluster.mentions for d in m.drafts)


def plainly(mention: EventMention, but: frozenset[str] = frozenset()) -> bool:
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
    steps = embedding(token)
    if any(relation in _BESIDE and not _when_then(relation, lower, upper) for relation, lower, upper in steps):
        return False
    return main.stance.reporting is not None or has_auxiliary(token, _PAST) is None


def _when_then(relation: Dep, lower: Token, upper: Token) -> bool:
    """ "He was on his way to court when his car was attacked": the clause behind tells what happened."""
    return relation is Dep.ADVERB_CLAUSE and lower.i > upper.i and "when" in markers(lower)


def further(mention: EventMention) -> bool:
    """ "Ten others", "another man": more people of whom the same is told as of those before.

    "One guard was killed and another wounded": this other is one more beside the guard, and none beside those before.
    """
    harmed = [p.token for d in mention.drafts for p in d.parts if p.predicate in HARM]
    first = min((t.i for t in harmed), default=0)
    return any(besides(t) for t in harmed if t.lower_ != "another" or t.i == first)


def charges_with_known(mention: EventMention) -> bool:
    """ "Accused the rebels of firing the missile", "of shelling their own people": an accusation for what was told."""
    if mention.times or mention.keys(Predicate.LOCATION):
        return False
    tellings = [d.telling for d in mention.drafts]
    if any(t.stance.kind is not ClaimKind.ACCUSATION or t.trigger.form != "verb" for t in tellings):
        return False
    objects = [p.token for d in mention.drafts for p in d.parts if p.predicate is not Predicate.PERPETRATOR]
    return bool(objects) and all(determiner(t) in ("the", "this") or _their_own(t) for t in objects)


def _their_own(noun: Token) -> bool:
    return bool(possessors(noun)) and any(m.lower_ == "own" for m in modifiers(noun))


def _ours(mention: EventMention) -> bool:
    """Whether those harmed are called "ours" by who speaks: "our soldiers", "four of our heroes"."""
    harmed = [p.token for d in mention.drafts for p in d.parts if p.predicate in HARM]
    whole = [t for token in harmed for t in (token, *(of for prep, of in complements(token) if prep == "of"))]
    return any(o.lower_ == "our" for t in whole for o in possessors(t))
