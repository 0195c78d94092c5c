"""Words that say which of several events told before is meant: "that attack", "both bombings", "strikes there"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extract.clusters import HARM, Cluster
from kg.extract.mentions import EventMention
from kg.extract.otherwise import surely_by
from kg.extract.syntax import (
    complements,
    determiner,
    has_auxiliary,
    markers,
    modifiers,
    possessors,
    preposition,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.model import ClaimKind, Predicate

_BATTLES = frozenset({"fighting", "offensive", "battle", "clash", "war", "campaign", "operation", "violence"})
_ENCOUNTERS = frozenset({"encounter", "fight", "combat", "engagement", "skirmish"})
_ON_PLACES = frozenset({"assault", "raid", "storming", "incursion"})
_LASTING = frozenset({"fighting", "offensive", "war", "campaign", "violence", "bloodshed"})
_DEEDS = frozenset({"crime", "atrocity", "outrage", "incident", "act", "action"})
_THROUGHOUT = frozenset({"in", "over", "during", "throughout"})
_LONG = frozenset({"year", "decade", "month"})
#: Verbs by which one event comes of another.
CAME_OF = frozenset({"follow", "precede", "avenge", "answer", "prompt", "provoke", "trigger"})
_VIOLENCE = frozenset({"violence", "bloodshed", "fighting", "hostility", "attack", "terrorism"})
_ACROSS = frozenset({"in", "across", "throughout", "around"})
_LANDS = frozenset(
    {"country", "region", "province", "nation", "state", "north", "south", "east", "west", "area", "world"}
)
_MUCH = frozenset(
    {"most", "much", "wave", "surge", "upsurge", "rise", "increase", "spate", "spiral", "cycle", "series"}
)
_AMOUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "most", "many", "number", "string", "series"})
_GOING_ON = frozenset({"continuing", "ongoing", "recent", "rising", "growing", "escalating", "spiralling", "sectarian"})
_PERFECT = frozenset({"have", "has", "'ve", "’ve"})
_THAT = frozenset({"that", "this", "those", "these"})


def that(mention: EventMention) -> bool:
    """ "That attack too was blamed on X": the one told right before, however long ago it was."""
    triggers = (d.telling.trigger for d in mention.drafts)
    return any(t.form == "noun" and determiner(t.token) in _THAT for t in triggers)


def at_large(mention: EventMention) -> bool:
    """ "Blamed the government for the violence in the country", "for most of the bloodshed": for no one deed."""
    if mention.keys(*HARM) or mention.times or not mention.keys(Predicate.PERPETRATOR):
        return False
    nouns = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"]
    if len(nouns) < len(mention.drafts):
        return False
    return all((t.lemma_.lower() in _VIOLENCE and _wide(t)) or _many_deeds(t) for t in nouns)


def _many_deeds(noun: Token) -> bool:
    """ "Has carried out dozens of kidnappings", "scores of attacks": a record, and no deed."""
    of = noun.head if preposition(noun) == "of" else noun
    return noun.tag_ == "NNS" and of.lower_ in _AMOUNTS


def _wide(violence: Token) -> bool:
    """Whether a word for violence speaks of a whole country or of a course of it."""
    lands = [t for prep, t in complements(violence) if prep in _ACROSS]
    of = violence.head if preposition(violence) == "of" else violence
    if any(t.lemma_.lower() in _LANDS for t in lands) or of.lower_ in _MUCH:
        return True
    return any(t.lower_ in _GOING_ON for t in modifiers(violence))


def both(mention: EventMention) -> bool:
    """ "Claimed responsibility for both bombings": what is said is said of two events."""
    triggers = (d.telling.trigger for d in mention.drafts)
    return mention.plural and any(t.form == "noun" and determiner(t.token) == "both" for t in triggers)


def there(mention: EventMention) -> bool:
    """ "Accused X of carrying out air strikes there": in the place told of right before."""
    words = [w for d in mention.drafts for w in (d.telling.trigger.token, d.telling.trigger.carrier) if w is not None]
    return any(c.lower_ == "there" for w in words for c in children(w, Dep.ADVERB))


def over_years(mention: EventMention) -> bool:
    """ "1,400 people have died in six years of violence", "… since the polls were announced": a sum of many events."""
    verbs = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "verb"]
    if any(has_auxiliary(v, _PERFECT) is not None and _since(v) and _many(v) for v in verbs):
        return True
    spans = (t for v in verbs for t in children(v, Dep.OBLIQUE) if preposition(t) in _THROUGHOUT)
    return any(t.tag_ == "NNS" and t.lemma_.lower() in _LONG for t in spans)


def _since(verb: Token) -> bool:
    clauses = children(verb, Dep.ADVERB_CLAUSE)
    return any("since" in markers(c) for c in clauses) or any(
        preposition(t) == "since" for t in children(verb, Dep.OBLIQUE)
    )


def _many(verb: Token) -> bool:
    """Whether several people are told of by their number, not by name."""
    return any(t.tag_ == "NNS" or t.pos_ == "NUM" for t in subjects(verb)[:1])


def in_the_wake(mention: EventMention, cluster: Cluster) -> bool:
    """ "The operation followed the killing of four policemen": two events, one told as what came of the other."""
    for noun in (d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"):
        verb = noun.head
        if dep(noun) is Dep.OBJECT and verb.lemma_.lower() in CAME_OF:
            before = {t.i for s in children(verb, Dep.SUBJECT) for t in s.subtree}
            if any(before & m.incident.words for m in cluster.mentions):
                return True
    return False


def by_its_foes(mention: EventMention, cluster: Cluster, side: Callable[[str], str]) -> bool:
    """ "The storming of the building by special units": none of what militants were told to have done.

    Nothing is told by others than the reporter, whose accounts of who did it may differ; ``side`` says for whom
    somebody fights.
    """
    if mention.speakers or mention.pointing:
        return False
    mine, theirs = ({side(k) for k in m.keys(Predicate.PERPETRATOR)} for m in (mention, cluster))
    return bool(mine and theirs) and all(mine) and all(theirs) and not mine & theirs


def twin(mention: EventMention) -> EventMention:
    """The same words once more, for the second of two events that they speak of."""
    drafts = [replace(d, parts=list(d.parts), times=list(d.times)) for d in mention.drafts]
    return replace(mention, drafts=drafts)


def other_deed(
    mention: EventMention, cluster: Cluster, side: Callable[[str], str], assaults: Callable[[Iterable[str]], bool]
) -> bool:
    """ "His men took 1,200 prisoners in the offensive", "X was killed in the fighting by rebels", told after a death.

    The battle is where it happened, and no word for the death told before: others did this, to others. So it is with
    soldiers who fell "in the operation" behind civilians who were killed in no fight; ``side`` says for whom somebody
    fights, ``assaults`` whether classes of events are those of attacks and fights.
    """
    nouns = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"]
    doers = set(mention.keys(Predicate.PERPETRATOR))
    if nouns and doers and not mention.pointing and not assaults(cluster.classes):
        others = surely_by(cluster.mentions)
        if others and doers.isdisjoint(others) and all(n.lemma_.lower() in _ON_PLACES for n in nouns):
            return True  # "X was shot by his captors. Y, who led the assault on the house"
    if not nouns or not (cluster.keys(*HARM) or set(cluster.classes) == {"GunAttack"}):
        return False
    if len(nouns) == len(mention.drafts) and _of_others(nouns, mention, cluster):
        return True
    if any(noun.lemma_.lower() not in _BATTLES | _ENCOUNTERS for noun in nouns):
        return False
    fell, before = ([side(key) for key in told.keys(*HARM)] for told in (mention, cluster))
    if fell and all(fell) and not any(before) and not assaults(cluster.classes):
        return True
    for predicates in ((Predicate.PERPETRATOR,), HARM):
        mine = set(mention.keys(*predicates))
        if not mine or mine & set(cluster.keys(*predicates)):
            return False
    return True


def _of_others(nouns: list[Token], mention: EventMention, cluster: Cluster) -> bool:
    """ "The offensive launched by the army", "his crimes", "its operations": told of others than who did it, and of no
    deed in particular."""
    mine = set(mention.keys(Predicate.PERPETRATOR))
    if not mine or mine & set(cluster.keys(Predicate.PERPETRATOR)) or that(mention):
        return False
    stances = [d.telling.stance for d in mention.drafts]
    if any(not s.positive or s.denies_agent or s.kind is not ClaimKind.ASSERTION for s in stances):
        return False  # "the army had not carried out any operations there" speaks of the deed told before
    told = {d.telling.trigger.token.lemma_.lower() for m in cluster.mentions for d in m.drafts}
    return all(noun.lemma_.lower() not in told and _much_done(noun) for noun in nouns)


def _much_done(noun: Token) -> bool:
    """Whether a noun stands for much that was done: an offensive, a wave of violence, crimes of whatever kind."""
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NN":
        return lemma in _LASTING
    every = determiner(noun) != "the" or possessors(noun) or any(c.lower_ == "all" for c in noun.children)
    return lemma in _LASTING or lemma == "operation" or (lemma in _DEEDS and bool(every))
