"""Whose dead a sentence tells of: those of the event before it, or others.

Who fell on the side of those who acted, or was no gunman where only gunmen were told shot, died otherwise; who is
called what the dead man was called is he.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.clusters import HARM, Cluster
from kg.extract.entities import Entities
from kg.extract.jointly import killed
from kg.extract.mentions import EventMention
from kg.extract.numerals import ordinal_word
from kg.extract.phrases import of_injury, of_wounds
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import determiner, modifiers, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.model import ClaimKind, EntityKind, Predicate, Stage

_OURS = frozenset({"we", "our", "us"})
_MISHAPS = frozenset({"accident", "crash", "sleep", "illness", "prison", "jail", "fire", "custody", "poverty", "exile"})
_STORY = 4  # sentences behind the harm
_WEEKS = 70  # days from the harm to the death
_ROUGHLY = 31  # days by which "in April" may end behind "on 3 April"
_ENDINGS = ("st", "nd", "rd", "th")
_DEADLY = frozenset({"shoot", "stab"})


def of_the_other_side(mention: EventMention, cluster: Cluster, side: Callable[[str], str]) -> bool:
    """ "Commandos killed two gunmen. … The foreigners killed were", "guests died": these were no gunmen."""
    died = mention.listing or all(d.telling.trigger.frame.weak for d in mention.drafts if d.keys(*HARM))
    if not died or mention.speakers or mention.pointing:
        return False  # "A doctor said the dead were a farmer and his sons": so others say
    if any(m.lower_ == "own" for d in mention.drafts for m in modifiers(d.telling.trigger.token)):
        return bool(cluster.keys(Predicate.PERPETRATOR))  # "three of their own dead", behind whom they killed
    fought = [side(key) for key in cluster.keys(*HARM)]
    listed = [side(key) for key in mention.keys(*HARM)]
    if not fought or not listed or set(fought) != {"irregular"} or "irregular" in listed:
        return False
    if mention.listing and not cluster.keys(Predicate.PERPETRATOR):
        return True  # "Two gunmen were killed. … Among the dead were a cook and a priest"
    return any(side(key) == "state" for key in cluster.keys(Predicate.PERPETRATOR))


def settle_shot(clusters: Sequence[Cluster], mention: EventMention) -> None:
    """ "The men were shot. The radio admitted the executions": whoever was shot is dead, if nobody was told to be."""
    cluster = max(clusters, key=lambda c: c.mentions[-1].sentence, default=None)
    if cluster is None or not mention.definite or mention.keys(*HARM) or cluster.keys(Predicate.FATAL_VICTIM):
        return
    if mention.sentence - cluster.mentions[-1].sentence > 1:
        return
    for draft in mention.drafts:
        trigger, stance = draft.telling.trigger, draft.telling.stance
        if trigger.form != "noun" or trigger.frame.effect != "killed" or trigger.frame.weak:
            return
        if not stance.positive or stance.kind is ClaimKind.DOUBT or stance.stage is not Stage.ACCOMPLISHED:
            return
    hurt = [d for m in cluster.mentions for d in m.drafts if d.keys(Predicate.INJURED_VICTIM)]
    for draft in hurt if all(d.telling.trigger.frame.name in _DEADLY for d in hurt) else ():
        killed(draft)
    cluster.settle()


def his_fate(mention: EventMention, cluster: Cluster) -> bool:
    """ "A judge was shot on Monday. He died in hospital on Thursday": the same deed, whatever the day of his death.

    So it is with whoever was last told to be hurt, if no other cause is told and he died within weeks.
    """
    dead, hurt = set(mention.keys(Predicate.FATAL_VICTIM)), set(cluster.keys(Predicate.INJURED_VICTIM))
    if not dead or not dead <= hurt or not 0 < mention.sentence - cluster.mentions[0].sentence <= _STORY:
        return False
    if mention.keys(Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.LOCATION) or mention.apart:
        return False
    for telling in (d.telling for d in mention.drafts):
        if telling.trigger.frame.name != "die" or telling.stance.stage is not Stage.ACCOMPLISHED:
            return False
        beside = children(telling.trigger.token, Dep.OBLIQUE)
        if any(t.lemma_.lower() in _MISHAPS for t in beside):
            return False
        if not of_wounds(telling) and any(preposition(t) in ("of", "from") for t in beside):
            return False  # "he died of malaria"
    return _within_weeks(mention, cluster)


def of_the_wounded(mention: EventMention, cluster: Cluster) -> bool:
    """ "Gunmen fired on a bus on Friday, killing the driver. A coach died of wounds on Saturday": of those shots."""
    if not mention.keys(Predicate.FATAL_VICTIM) or mention.apart or not cluster.keys(*HARM):
        return False
    if not 0 < mention.sentence - cluster.mentions[-1].sentence <= 1 or mention.speakers:
        return False
    if mention.keys(Predicate.PERPETRATOR, Predicate.WEAPON, Predicate.LOCATION):
        return False
    deaths = (d.telling for d in mention.drafts if not of_injury(d.telling.trigger.token))
    died = all(t.trigger.frame.name == "die" and of_wounds(t) for t in deaths)
    return died and (_one_more(mention) or _within_weeks(mention, cluster))


def _one_more(mention: EventMention) -> bool:
    """ "Thirteen were killed. A fourteenth man died of his wounds in June": counted with those before."""
    dead = [p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
    described = [t.head if dep(t) is Dep.APPOSITION else t for t in dead]  # "a fourteenth man, X"
    return any(determiner(t) == "a" and any(map(_ordinal, (t, *modifiers(t)))) for t in described)


def _ordinal(word: Token) -> bool:
    return ordinal_word(word.lower_) is not None or (word.lower_[:1].isdigit() and word.lower_.endswith(_ENDINGS))


def _within_weeks(mention: EventMention, cluster: Cluster) -> bool:
    """Whether a death is not told to be of another time than a few weeks after an event."""
    hit = [t.latest for t in cluster.times if t.latest is not None]
    died = [t.earliest for t in mention.times if t.earliest is not None]
    return not hit or not died or -_ROUGHLY <= (max(died) - max(hit)).days <= _WEEKS


def of_its_own(mention: EventMention, cluster: Cluster, side: Callable[[str], str]) -> bool:
    """ "A soldier was killed. … in our bombing, the army said": of what they own up to their own men did not die."""
    ours = any(p.token.lower_ in _OURS for d in mention.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR)
    owned = ours or ClaimKind.RESPONSIBILITY in mention.kinds
    if not owned or set(mention.keys(*HARM)) & set(cluster.keys(*HARM)):
        return False
    doers, dead = ({side(k) for k in told} for told in (mention.keys(Predicate.PERPETRATOR), cluster.keys(*HARM)))
    return len(doers) == 1 and doers == dead and "" not in doers


def named_by_calling(
    mention: EventMention, cluster: Cluster, entities: Entities, surroundings: Surroundings
) -> str | None:
    """Key of the one person told dead without a name whom a death told next gives the name of: both are reporters."""
    dead = mention.keys(Predicate.FATAL_VICTIM)
    if mention.listing or mention.times or mention.keys(Predicate.PERPETRATOR) or len(dead) != 1:
        return None
    triggers = [d.telling.trigger for d in mention.drafts]
    named = entities.kind(dead[0]) is EntityKind.PERSON and entities.name(dead[0]) is not None
    if not named or any(t.frame.name != "die" for t in triggers):
        return None
    if entities.first(dead[0]) < triggers[0].token.sent.start:
        return None  # of whom something was told before
    told = [k for k in cluster.keys(Predicate.FATAL_VICTIM) if entities.kind(k) is EntityKind.PERSON]
    told = [k for k in told if entities.name(k) is None and surroundings.of_one_calling(k, dead[0])]
    return told[0] if len(told) == 1 else None
