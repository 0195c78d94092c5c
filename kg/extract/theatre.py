"""Theatre: the place in which a whole report plays, for events that are told without any.

Where everything that a report tells a place of lies in one town (or region), what it goes on to tell in the same breath
happened there too. Not what lies on another day, what "has happened" at some time, nor what was in some village that
the text leaves unnamed. "At the airport" is at that of the town that the report was filed from or told of last.
"""

from __future__ import annotations

from kg.extract.clusters import Cluster
from kg.extract.entities import lexicon
from kg.extract.mentions import EventMention
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import appositions, complements, compounds, determiner, possessors, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.timing import apart, campaign
from kg.model import EntityKind, Predicate

_AT = frozenset({"at", "in", "outside", "inside", "near", "on", "behind", "opposite", "in front of"})
# Of these each town has one, or one that matters; others are anywhere ("in a house", "on the road").
_OF_A_TOWN = frozenset(
    (
        "airport", "port", "harbour", "harbor", "station", "stadium", "cathedral", "university", "market", "bazaar",
        "courthouse", "palace", "hospital", "prison", "jail", "embassy", "square", "centre", "center", "waterfront",
        "barracks", "seafront", "quay", "dock", "terminal", "hall", "mall", "museum", "parliament", "ministry",
        "suburb", "neighbourhood", "neighborhood", "downtown", "quarter", "customs", "cemetery", "headquarters",
        "consulate",
    )
)  # fmt: skip
_BREATH = 3  # sentences
_OTHER_TENSES = frozenset({"have", "'ve", "’ve", "to"})
_PLACES = frozenset({"resort", "island", "camp", "base", "checkpoint", "site", "zone", "area", "border"})
_HARMFUL = frozenset({"killed", "injured"})
_MEANWHILE = frozenset({"meanwhile", "meantime", "separately", "elsewhere"})
_ELSEWHERE = frozenset({"another", "other", "nearby", "neighbouring", "neighboring", "different", "separate", "second"})


class Theatre:
    """Where the report of one document plays, as far as its words tell."""

    def __init__(self, sentences: list[Span], surroundings: Surroundings) -> None:
        self._sentences = sentences
        self._surroundings = surroundings

    def goes_on(self, cluster: Cluster, located: list[Cluster], alone: bool) -> bool:
        """Whether an event without a place is told in one breath with those that have one.

        ``alone`` says that the report speaks of no other place: then others may have done it, too.
        """
        mention = cluster.mentions[0]
        if not any(d.telling.trigger.frame.effect in _HARMFUL for d in mention.drafts):
            return False
        if not located:
            return False
        if campaign(cluster.times) or not self.happened(mention):
            return False
        words = self._sentences[mention.sentence]
        if any(word.lower_ in _MEANWHILE or _unnamed_place(word) for word in words):
            return False
        agents = set(cluster.keys(Predicate.PERPETRATOR))
        if agents and not alone and not agents & {k for c in located for k in c.keys(Predicate.PERPETRATOR)}:
            return False  # others, who may be anywhere
        if not cluster.times and mention.time_words:
            return False  # some other day, which nothing tells
        if cluster.times and not any(c.times for c in located):
            return False
        return not any(apart(cluster.times, c.times) for c in located)

    @staticmethod
    def happened(mention: EventMention) -> bool:
        """Whether it is told as something that happened: "was killed", not "has been killed" or "the killing of"."""
        return any(_plain_past(d.telling.trigger.token) for d in mention.drafts)

    @staticmethod
    def told_near(mention: EventMention, clusters: list[Cluster]) -> list[Cluster]:
        """The events told in the few sentences before."""
        return [c for c in clusters if any(0 <= mention.sentence - m.sentence <= _BREATH for m in c.mentions)]

    def known_site(self, mention: EventMention) -> bool:
        """Whether it was at something of which the town has one: "at the airport", "in the main square"."""
        return any(_of_the_town(word) for word in self._sentences[mention.sentence])

    def town(self, key: str) -> str | None:
        """The town of a place: itself, or what a building or street lies in; None where that is not known."""
        if not self._surroundings.structure(key):
            return key
        around = self._surroundings.around(key)
        return next((k for k in around if not self._surroundings.structure(k)), None)


def begins_paragraph(sentences: list[Span], text: str, number: int) -> bool:
    """Whether a blank line stands before a sentence."""
    before, here = sentences[number - 1], sentences[number]
    return "\n\n" in text[before.end_char - 2 : here.start_char + 2].replace("\r", "").replace(" ", "")


def _of_the_town(word: Token) -> bool:
    """A definite noun for something of which a town has one, of which nothing says that it is elsewhere."""
    if word.lemma_.lower() not in _OF_A_TOWN or determiner(word) not in ("the", ""):
        return False
    if determiner(word) == "" or preposition(word) not in _AT or appositions(word) or possessors(word):
        return False
    if any(prep in ("of", "in", "at", "near") for prep, _ in complements(word)):
        return False
    described = [t for t in word.children if t.i < word.i]
    return not any(t.lower_ in _ELSEWHERE or t.pos_ == "PROPN" for t in (*described, *compounds(word)))


def _unnamed_place(word: Token) -> bool:
    """ "At a resort", "in another town": somewhere that the text leaves unnamed."""
    if word.pos_ != "NOUN" or preposition(word) not in _AT:
        return False
    found = lexicon.noun(word.lemma_.lower())
    if word.lemma_.lower() in _PLACES or (found is not None and found.kind is EntityKind.PLACE):
        return True
    return any(t.lower_ in _ELSEWHERE for t in word.children)


def _plain_past(trigger: Token) -> bool:
    """Whether a word tells of a happening as past: "was killed", "died", not "have been killed", "the killing of"."""
    if dep(trigger) in (Dep.ADJECTIVE, Dep.RELATIVE, Dep.NOUN_CLAUSE) or trigger.pos_ not in ("VERB", "ADJ"):
        return False
    helping = children(trigger, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.COPULA)
    if any(t.lemma_.lower() in _OTHER_TENSES or t.tag_ == "MD" for t in helping):
        return False
    return trigger.tag_ == "VBD" or any(t.lower_ in ("was", "were") for t in helping)
