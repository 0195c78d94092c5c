"""Settings: where a paragraph or sentence plays that opens with a place, or leads to one.

"In X, Muslims and Christians had lived side by side. …", "The army retook X. …", "The imam of X was killed. X lies
160 km east of Y."
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.extract.clusters import Cluster
from kg.extract.entities import Entities
from kg.extract.mentions import EventMention
from kg.extract.pointing import takes_a_stand
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import complements, determiner, embedding, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.thereabouts import OPENING
from kg.extract.timing import counted_on
from kg.extract.whereabouts import afterwards, speaks

#: Words of "In West Darfur,".
SHORT_PLACE = 6
_REACH = 3  # sentences that a setting holds for
_FIRST = frozenset({"in", "at", "near", "outside"})
_LYING = frozenset({"lie", "locate", "situate", "stand"})
_FAR = frozenset({"km", "kilometres", "kilometers", "miles", "north", "south", "east", "west", "border", "coast"})
_UNDERGOING = frozenset({"wake", "awake", "awaken", "awoke", "suffer", "shake", "tremble", "burn", "reel", "explode"})
_THIS_TOWN = frozenset({"city", "capital", "town", "village", "port"})

Places = Callable[[int], Mapping[str, Token]]


class Settings:
    """The settings of one document.

    ``places`` and ``reached`` give the places that a sentence names, or has somebody enter, by key.
    """

    def __init__(self, sentences: list[Span], entities: Entities, surroundings: Surroundings) -> None:
        self._sentences = sentences
        self._entities = entities
        self._surroundings = surroundings

    def opened(self, mention: EventMention, others: Sequence[Cluster], places: Mapping[str, Token]) -> str | None:
        """ "In X, gunmen killed two": X, where the parser hung it elsewhere and the sentence tells of one event."""
        sentence = [t for t in self._sentences[mention.sentence] if not t.is_space]
        if len(sentence) < SHORT_PLACE or sentence[0].text not in ("In", "At", "Near", "Outside", "IN", "AT", "NEAR"):
            return None
        alone = not any(m.sentence == mention.sentence for c in others for m in c.mentions)
        first = {k: t for k, t in places.items() if t.i - sentence[0].i <= OPENING}
        comma = any(t.text == "," for t in sentence[: SHORT_PLACE + 2])
        spoken = any(
            d.telling.stance.reporting or any(takes_a_stand(u) for _, _, u in embedding(d.telling.trigger.token))
            for d in mention.drafts
        )
        if not (alone and comma) or len(first) != len(places) or spoken:
            return None
        return self._surroundings.innermost(list(first))

    def about(self, mention: EventMention) -> str | None:
        """X of "X was left in darkness after an attack", "X awoke as rebels attacked": what befell it there."""
        trigger = mention.drafts[0].telling.trigger.token
        for verb in (t for t in trigger.ancestors if t.pos_ == "VERB"):
            town = next((s for s in children(verb, Dep.PASSIVE_SUBJECT) if s.i < trigger.i), None)
            if town is None and verb.lemma_.lower() in _UNDERGOING:
                town = next((s for s in children(verb, Dep.SUBJECT) if s.i < trigger.i), None)
            if town is None or speaks(verb) or takes_a_stand(verb) or not self._entities.is_place(town):
                continue
            key = self._entities.place_phrase(town) if self._entities.form(town) == "name" else None
            return key if key is not None and not self._surroundings.country(key) else None
        return None

    def led_to(self, mention: EventMention, begin: int, places: Places, reached: Places) -> str | None:
        """The only place of what the paragraph, which begins at a sentence, told so far, if it opened with it or came
        to it."""
        number = mention.sentence
        if (
            not 0 < number - begin <= _REACH
            or not counted_on(mention.times)
            or (mention.time_words and not mention.times)
        ):
            return None
        named: dict[str, Token] = {}
        there: set[str] = set()
        for at in range(begin, number):
            came = reached(at)
            named.update({**places(at), **came})
            there.update(k for k, t in came.items() if preposition(t) in ("", "of", "into"))  # not who only came there
        if self._sets(begin):
            there.update(places(begin))
        key = self._surroundings.innermost(list(named)) if there else None
        return key if key in there and not self._surroundings.country(key) else None

    def _sets(self, number: int) -> bool:
        """ "In X, people had lived side by side": a sentence that opens with a place and tells of nobody's words."""
        words = [t for t in self._sentences[number] if not t.is_space]
        if len(words) <= SHORT_PLACE or words[0].lower_ not in _FIRST:
            return False
        comma = next((k for k, t in enumerate(words[: SHORT_PLACE + 2]) if t.text == ","), 0)
        verb = self._sentences[number].root
        named = any(self._entities.is_place(t) for t in words[1:comma])
        return named and not (speaks(verb) or takes_a_stand(verb) or afterwards(verb))

    def described(self, mention: EventMention) -> str | None:
        """X of "X lies 160 km east of Y" in the sentence behind, if the event's own speaks of X."""
        number = mention.sentence + 1
        if number >= len(self._sentences):
            return None
        words = [t for t in self._sentences[number] if not t.is_space]
        place = next((t for t in words[:3] if dep(t) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), None)
        if place is None or not self._entities.is_place(place) or self._entities.form(place) != "name":
            return self._site(place, mention) if place is not None and place.pos_ == "NOUN" else None
        verb = place.head
        lies = verb.lemma_.lower() in _LYING or (children(verb, Dep.COPULA) and verb.lower_ in _FAR)
        if not lies or not any(t.lower_ in _FAR for t in words):
            return None
        key = self._entities.place_phrase(place)
        here = self._sentences[mention.sentence]
        return key if any(self._entities.at(t) == key for t in here if t.pos_ == "PROPN") else None

    def _site(self, site: Token, mention: EventMention) -> str | None:
        """X of "the market, in X, was full of people" or "the market is in X", behind "bombed a market"."""
        if determiner(site) != "the" or not any(
            t.lower_ == site.lower_ and determiner(t) in ("a", "an") for t in self._sentences[mention.sentence]
        ):
            return None
        verb = site.head
        if speaks(verb) or takes_a_stand(verb):
            return None
        beside = [t for prep, t in complements(site) if prep in _FIRST]
        beside += [t for t in children(verb, Dep.OBLIQUE) if verb.lemma_.lower() in _LYING and preposition(t) in _FIRST]
        beside += [verb] if children(verb, Dep.COPULA) and preposition(verb) in _FIRST else []
        keys = (self._entities.place_phrase(t) for t in beside if self._entities.is_place(t))
        return next((k for k in keys if k is not None), None)


def says_here(words: Span) -> bool:
    """ "here", "in this capital": the place that the report was filed from."""
    return any(t.lower_ == "here" and t.tag_ == "RB" for t in words) or any(
        t.lower_ in _THIS_TOWN and determiner(t) == "this" for t in words
    )
