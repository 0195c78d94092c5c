"""Words that set a telling apart from those before: "another", "since March, when", what is told instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.extract.clusters import HARM, Cluster
from kg.extract.entities import lexicon
from kg.extract.mentions import EventMention
from kg.extract.syntax import determiner, has_auxiliary, modifiers, possessors, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.model import Certainty, Predicate

_HAD = frozenset({"had"})
_LOSSES = frozenset({"losses", "casualties"})
_OURS = frozenset({"our", "own"})
_MEN = frozenset(
    {"comrade", "comrades", "fighter", "soldier", "man", "troop", "martyr", "guerrilla", "combatant", "militant", "boy"}
)


def surely_by(mentions: Iterable[EventMention]) -> list[str]:
    """Those who are plainly said to have done it, and not only to be linked to those who did."""
    parts = (p for m in mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR)
    return [p.key for p in parts if p.certainty is Certainty.CERTAIN]


def instead(mention: EventMention, cluster: Cluster) -> bool:
    """ "Was not killed by rebels but died in a crash": what a sentence tells in place of what it says was not."""
    if mention.sentence != cluster.mentions[-1].sentence:
        return False
    happened = [d.telling.stance.positive for d in mention.drafts]
    return all(happened) and not any(d.telling.stance.positive for m in cluster.mentions for d in m.drafts)


def since_when(mention: EventMention) -> bool:
    """ "The worst attack since March, when 43 people died": those of another time."""
    token = mention.drafts[0].telling.trigger.token
    when = next((c for c in token.children if c.lower_ == "when" and c.i < token.i), None)
    if when is None or dep(token) not in (Dep.ADVERB_CLAUSE, Dep.RELATIVE):
        return False
    return any(t.lower_ == "since" for t in token.doc[max(sentence_of(token).start, when.i - 6) : when.i])


def suffered_before(mention: EventMention, cluster: Cluster) -> bool:
    """ "Police shot a man who had been stabbed by a nurse": one man, harmed twice and by others each time."""
    if mention.sentence != cluster.mentions[-1].sentence:
        return False
    doers, others = surely_by([mention]), surely_by([m for m in cluster.mentions if m.sentence == mention.sentence])
    verb = mention.incident.main.trigger.token
    before = dep(verb) is Dep.RELATIVE and has_auxiliary(verb, _HAD) is not None
    return before and bool(doers and others) and set(doers).isdisjoint(others)


def elsewise(mention: EventMention) -> bool:
    """ "Another soldier was killed in a grenade attack": somebody else, in an event that is brought in as new."""
    triggers = [d.telling.trigger for d in mention.drafts]
    if not any(t.form == "noun" and determiner(t.token) in ("a", "an") for t in triggers):
        return False
    return any(
        p.predicate in HARM and determiner(p.token) == "another" for draft in mention.drafts for p in draft.parts
    )


def lost_and_won(mention: EventMention, cluster: Cluster) -> bool:
    """ "The army lost nine men and killed 40 rebels in the battle": the nine are not among those whom it killed."""
    told = [m for m in cluster.mentions if m.sentence == mention.sentence and m.keys(Predicate.FATAL_VICTIM)]
    if not mention.keys(Predicate.FATAL_VICTIM):
        return False
    losses = ["lose_people" in {d.telling.trigger.frame.name for d in m.drafts} for m in (mention, *told)]
    return any(losses) and not all(losses)


def losses(mention: EventMention, cluster: Cluster, side: Callable[[str], str]) -> bool:
    """ "Marines killed 37. American losses were put at four dead", "three of our comrades fell": not by their own hand.

    Losses are of those who acted, unless the words before give them to the other side: "rebel losses" after an army's
    raid.
    """
    doers = cluster.keys(Predicate.PERPETRATOR)
    dead = [p.token for d in mention.drafts for p in d.parts if p.predicate in HARM] if doers else []
    if any(map(_one_of_ours, dead)):
        told = [
            p.token for m in cluster.mentions for d in m.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR
        ]
        return not any(
            m.lower_ == "enemy" for t in told for m in (*t.children, *(c for h in t.children for c in h.children))
        )
    words = [s for d in mention.drafts for s in _subjects_above(d.telling.trigger.token)] if doers else []
    word = next((t for t in words if t.lower_ in _LOSSES), None)
    if word is None or any(d.zero for d in mention.drafts):
        return False
    whose = {_side(m) for m in (*modifiers(word), *children(word, Dep.COMPOUND), *possessors(word))} - {""}
    if not whose:
        return word.lower_ == "losses"
    return "enemy" not in whose and not whose.isdisjoint({side(key) for key in doers})


def _one_of_ours(token: Token) -> bool:
    nouns = [t for t in token.subtree if t.lemma_.lower() in _MEN]
    return any(o.lower_ in _OURS for noun in nouns for o in (*possessors(noun), *modifiers(noun)))


def _subjects_above(token: Token) -> list[Token]:
    over = [token, *list(token.ancestors)[:2]]
    return [s for verb in over for s in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)]


def _side(word: Token) -> str:
    noun = lexicon.noun(word.lemma_.lower())
    classes = noun.classes if noun is not None else frozenset[str]()
    if word.lower_ == "enemy":
        return "enemy"
    state = "security-force" in classes or word.lower_ in ("government", "army", "military")
    return "state" if state else "irregular" if "combatant" in classes else ""
