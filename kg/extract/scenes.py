"""Scenes: where an event took place whose own words do not say it.

A place told with a participant in the event's sentence ("guerrillas on X said they had killed"), the place of what the
sentence before or the paragraph so far told, or the dateline of a first sentence that names no place. All are
inferences and are marked as such: a claim of its own, probable, with the words from which it was drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.clusters import HARM, Cluster
from kg.extract.datelines import Datelines
from kg.extract.entities import Entities
from kg.extract.homes import homes
from kg.extract.mentions import Draft, EventMention
from kg.extract.settings import SHORT_PLACE, Settings, says_here
from kg.extract.shares import of_a_part
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import preposition, subjects
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.theatre import Theatre, begins_paragraph
from kg.extract.thereabouts import Thereabouts
from kg.extract.timing import apart, campaign, counted_on, elsewhen
from kg.extract.whereabouts import entered, in_care, of_one_of, says_where, speaks, spoken_at
from kg.model import ClaimKind, PlacePrecision, Predicate, Stage
from kg.model import Span as Characters

_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
_TELLINGS = 5  # of one event in which its scene is looked for
_OPEN_COUNTRY = frozenset(
    (
        "village", "hamlet", "province", "region", "state", "countryside", "highway", "farm", "ranch", "jungle",
        "mountain", "forest", "desert", "department", "plantation", "route",
    )
)  # fmt: skip
_SAME_BREATH = 3  # sentences behind the first one of a paragraph with a dateline
# What is told of somebody's life, and where: "X, who was trained at Y".
_OTHERWISE = frozenset({"earlier", "previously", "elsewhere", "separately", "meanwhile"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEPLORING = frozenset({"condemn", "denounce", "deplore", "reject", "repudiate", "mourn", "lament", "regret", "decry"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The key of a place, the words that it was drawn from and the rule."""

    key: str
    span: Characters
    rule: str


class Scenes:
    """Places of the events of one document that have none of their own."""

    def __init__(self, doc: Doc, entities: Entities, surroundings: Surroundings) -> None:
        self._sentences: list[Span] = doc.sents
        self._datelines = Datelines(self._sentences, entities)
        self._entities = entities
        self._surroundings = surroundings
        self._thereabouts = Thereabouts(self._sentences, entities, surroundings)
        self._theatre = Theatre(self._sentences, surroundings)
        self._settings = Settings(self._sentences, entities, surroundings)
        self._named: dict[int, dict[str, Token]] = {}
        self._reached: dict[int, dict[str, Token]] = {}
        self._found: dict[int, list[str]] = {}
        self._text = doc.text

    def of(self, cluster: Cluster, clusters: list[Cluster]) -> Scene | None:
        """The scene of an event; None where the event has a place of its own or nothing tells of one."""
        scene = self._of(cluster, clusters)
        if scene is not None:
            self._found[id(cluster)] = [scene.key]
        return scene

    def _of(self, cluster: Cluster, clusters: list[Cluster]) -> Scene | None:
        mention = cluster.mentions[0]
        stages = {d.telling.stance.stage for m in cluster.mentions for d in m.drafts if _told(d)}
        if Stage.ACCOMPLISHED not in stages or mention.rumoured is not None:
            return None
        told = cluster.keys(Predicate.LOCATION)
        if told:
            return self._home(mention) if all(self._surroundings.precision(k) in _WIDE for k in told) else None
        others = [c for c in clusters if c is not cluster]
        scene = self._told_beside(mention, others)
        if scene is not None:
            return scene
        for later in cluster.mentions[1:_TELLINGS]:
            if later.keys(*HARM) and not self._somewhere(later):
                scene = self._told_beside(later, others)
                if scene is not None:
                    return scene
        if self._somewhere(mention):
            return None
        lies = self._settings.described(mention)
        if lies is not None:
            return self._scene(lies, mention.sentence, mention.sentence + 1, "place described next")
        line = self._datelines.before(mention.sentence)
        if line is not None and not (self._in_the_open(mention) or _deplored(mention)):
            return self._scene(line.key, line.sentence, mention.sentence, "dateline")
        scene = self._of_paragraph(cluster, clusters)
        if scene is None and not self._in_the_open(mention):
            scene = self._of_site(mention, others) or self._of_report(cluster, others)
        return scene

    def _somewhere(self, mention: EventMention) -> bool:
        """Whether a sentence names a place that is not the event's, or a region that nothing names."""
        number = mention.sentence
        if self._places(number) or self._thereabouts.of_region(mention) or self._elsewhere(number):
            return True
        return any(t.lemma_.lower() == "capital" and says_where(t) for t in self._sentences[mention.sentence])

    def _told_beside(self, mention: EventMention, others: list[Cluster]) -> Scene | None:
        """The scene that the words of one telling and those right before it give."""
        number = mention.sentence
        inside = self._of_participants(mention, others)
        if inside is not None:
            return self._scene(inside, number, number, "place of a participant")
        spoken = self._thereabouts.place(mention, self._elsewhere)
        if spoken is not None:
            return self._scene(spoken[0], spoken[1], number, "place spoken of before")
        if says_here(self._sentences[number]):
            line = self._datelines.first(number)
            if line is not None:
                return self._scene(line.key, number, number, "dateline: here")
        opening = self._settings.opened(mention, others, self._places(number))
        if opening is not None:
            return self._scene(opening, number, number, "place that opens the sentence")
        about = self._settings.about(mention)
        if about is not None:
            return self._scene(about, number, number, "place that the sentence is about")
        inside = self._innermost(self._entered(mention))
        if inside is not None:
            return self._scene(inside, number, number, "place that was entered")
        if self._somewhere(mention):
            return None
        home = self._home(mention)
        if home is not None:
            return home
        apart = self._in_the_open(mention) or self._set_apart(mention)
        before = None if apart else self._of_sentence_before(mention, others)
        if before is not None:
            return self._scene(before, number - 1, number, "place of the sentence before")
        return None

    def _home(self, mention: EventMention) -> Scene | None:
        """ "Villagers of X were massacred", also where no more than the province is told."""
        number = mention.sentence
        found = homes(mention, self._sentences[number], self._entities)
        home = self._innermost([k for k in found if self._surroundings.precision(k) not in _WIDE])
        return self._scene(home, number, number, "home of a victim") if home is not None else None

    def _set_apart(self, mention: EventMention) -> bool:
        """ "Earlier", "elsewhere": what follows was at another time or place."""
        told = {i for d in mention.drafts for i in d.telling.trigger.words}
        return any(t.lower_ in _OTHERWISE and t.head.i in told for t in self._sentences[mention.sentence])

    def _in_the_open(self, mention: EventMention) -> bool:
        """Whether an event was where no town is: "in five provinces", "in a remote village", a plane shot down."""
        if any(d.event_class == "ShootDown" for d in mention.drafts):
            return True
        words = self._sentences[mention.sentence]
        return any(
            t.lemma_.lower() in _OPEN_COUNTRY and preposition(t) in ("in", "on", "into", "near", "across", "throughout")
            for t in words
        )

    def _scene(self, key: str, first: int, last: int, rule: str) -> Scene:
        begin, end = self._sentences[first].start_char, self._sentences[last].end_char
        stripped = self._text[begin:end]
        begin += len(stripped) - len(stripped.lstrip())
        return Scene(key, Characters(begin, begin + len(stripped.strip())), rule)

    def _places(self, number: int) -> dict[str, Token]:
        """Places that a sentence names as places, by key."""
        known = self._named.get(number)
        if known is not None:
            return known
        found = self._named[number] = {}
        for token in self._sentences[number]:
            if self._entities.is_place(token) and says_where(token) and not (spoken_at(token) or in_care(token, True)):
                key = self._entities.place_phrase(token)
                if key is not None:
                    found.setdefault(key, token)
        return found

    def _innermost(self, keys: Sequence[str]) -> str | None:
        """The one place of several that lie in each other; None for different ones."""
        return self._surroundings.innermost(keys)

    def _of_participants(self, mention: EventMention, others: list[Cluster]) -> str | None:
        """The only place in the sentence, where it hangs on somebody who takes part in the event."""
        taken = {
            k for c in others for m in c.mentions if m.sentence == mention.sentence for k in m.keys(Predicate.LOCATION)
        }
        taking = [p for d in mention.drafts for p in d.parts if p.predicate is not Predicate.LOCATION]
        keys = {p.key for p in taking}
        parts = {p.token.i for p in taking}
        for word in self._sentences[mention.sentence]:  # "rebels on X said that they had killed"
            if word.pos_ in _NOUNS and dep(word) is not Dep.APPOSITION and self._entities.at(word) in keys:
                parts.add(word.i)
        found = []
        for key, token in self._places(mention.sentence).items():
            if key in taken:
                return None
            if of_one_of(token, parts) and not (self._of_teller(token, keys) or of_a_part(token)):
                found.append(key)
        return self._innermost(found) if len(found) == len(self._places(mention.sentence)) else None

    def _of_teller(self, place: Token, keys: set[str]) -> bool:
        """ "A spokesman for the Front in X said that it had killed": he was there, and not those who did it."""
        verb = next((t for t in place.ancestors if t.pos_ == "VERB"), None)
        tellers = subjects(verb) if verb is not None and speaks(verb) else []
        return any(place in t.subtree and self._entities.at(t) not in keys for t in tellers)

    def _of_sentence_before(self, mention: EventMention, others: list[Cluster]) -> str | None:
        """The place of what the sentence before told, if it is the only one and nothing sets the two apart."""
        number = mention.sentence
        begins = number > 0 and self._begins_paragraph(number)
        if number == 0 or (begins and not self._same_people(mention)):
            return None
        told = [(c, m) for c in others for m in c.mentions if m.sentence == number - 1]
        on = bool(mention.times) and counted_on(mention.times) and self._same_people(mention)
        if not on and any(elsewhen(mention, cluster.mentions) for cluster, _ in told):
            return None
        if mention.times and (not told or (_aside(mention) and not any(cluster.times for cluster, _ in told))):
            return None
        keys = [k for c, m in told for k in self._spot(m.keys(Predicate.LOCATION) or c.keys(Predicate.LOCATION))]
        if not keys and self._elsewhere(number - 1):
            return None
        if not keys:
            keys = list({**self._came_to(number - 1), **self._places(number - 1)})
        place = self._innermost(list(dict.fromkeys(keys)))
        # the same people in the same country, a paragraph later, need not have done it there
        return None if begins and place is not None and self._surroundings.country(place) else place

    def _came_to(self, number: int) -> dict[str, Token]:
        """Places that a sentence has somebody enter, attack or come to, by key."""
        known = self._reached.get(number)
        if known is not None:
            return known
        found: dict[str, Token] = {}
        for token in self._sentences[number]:
            if self._entities.is_place(token) and entered(token):
                key = self._entities.place_phrase(token)
                if key is not None and not self._surroundings.country(key):
                    found.setdefault(key, token)
        heads = {token.head.i for token in found.values()}  # "the town" of "the town of X"
        self._reached[number] = {k: t for k, t in found.items() if t.i not in heads}
        return self._reached[number]

    def _entered(self, mention: EventMention) -> list[str]:
        """ "They entered X and killed two", "killed two after they had taken X": X, in the event's own sentence."""
        if campaign(mention.times):
            return []  # "32,000 died since 7 October, when gunmen attacked X": not all of them there
        triggers = [(d.telling.trigger.token, d.telling.stance.reporting is None) for d in mention.drafts]
        return [
            key
            for key, token in self._came_to(mention.sentence).items()
            if any((plain and token.head in (t, *t.ancestors)) or t in token.head.ancestors for t, plain in triggers)
        ]

    def _same_people(self, mention: EventMention) -> bool:
        """Whether the sentence before speaks of those who take part in the event, as its subject does."""
        keys = {k for d in mention.drafts for k in d.keys(*HARM, Predicate.PERPETRATOR)}
        words = self._sentences[mention.sentence - 1]
        return any(
            self._entities.at(t) in keys and dep(t) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
            for t in words
            if t.pos_ in _NOUNS
        )

    def _of_paragraph(self, cluster: Cluster, clusters: list[Cluster]) -> Scene | None:
        """The place of what the same paragraph told before, if that is one place and nothing sets the event apart."""
        number = cluster.mentions[0].sentence
        if self._set_apart(cluster.mentions[0]):
            return None
        begin = next((at for at in range(number, 0, -1) if self._begins_paragraph(at)), 0)
        told = [c for c in clusters if begin <= c.mentions[0].sentence < number and self._located(c)]
        led_to = self._settings.led_to
        if not told and (key := led_to(cluster.mentions[0], begin, self._places, self._came_to)) is not None:
            return self._scene(key, begin, number, "place of the paragraph")
        if not any(c.mentions[0].begin < cluster.mentions[0].begin for c in clusters):
            return self._filed(cluster, begin)
        if not told or campaign(cluster.times) or any(apart(cluster.times, c.times) for c in told):
            return None
        if cluster.times and _aside(cluster.mentions[0]) and not any(c.times for c in told):
            return None
        first = told[0].mentions[0].sentence
        keys = self._spots(told)
        keys += [k for at in range(first, number) for k in self._places(at)]
        key = self._innermost(list(dict.fromkeys(keys)))
        return self._scene(key, first, number, "place of the paragraph") if key is not None else None

    def _of_site(self, mention: EventMention, others: list[Cluster]) -> Scene | None:
        """ "At the airport": that of the town where the report was filed, else of the one told of last."""
        if not self._theatre.known_site(mention):
            return None
        number = mention.sentence
        line = self._datelines.first(number)
        lede = {k for at in range(line.sentence, line.sentence + 2) for k in self._places(at)} if line else set()
        elsewhere = [k for k in lede if not (self._surroundings.country(k) or self._surroundings.structure(k))]
        if line is not None and any(k != line.key for k in elsewhere):
            return None  # filed from one town of another: which airport it is stays open
        if line is not None:
            return self._scene(line.key, line.sentence, line.sentence, "town of a known site")
        before = [c for c in others if c.mentions[0].begin < mention.begin and self._located(c)]
        key = self._innermost(self._located(before[-1])) if before else None
        town = self._theatre.town(key) if key is not None else None
        if town is None:
            return None
        return self._scene(town, before[-1].mentions[0].sentence, number, "town of a known site")

    def _of_report(self, cluster: Cluster, others: list[Cluster]) -> Scene | None:
        """The one place of all that the report just told of, if the event is told in one breath with it."""
        number = cluster.mentions[0].sentence
        located = [c for c in self._theatre.told_near(cluster.mentions[0], others) if self._located(c)]
        keys = self._spots(located)
        if not self._theatre.goes_on(cluster, located, self._alone(keys, 0, number)):
            return None
        first = min(min(c.mentions[0].sentence for c in located), number)
        last = max((m.sentence for c in located for m in c.mentions if m.sentence < number), default=first)
        key = self._innermost(keys) if self._alone(keys, last + 1, number) else None
        town = self._theatre.town(key) if key is not None else None
        return self._scene(town, first, first, "place of the report") if town is not None else None

    def _alone(self, keys: list[str], first: int, last: int) -> bool:
        """Whether some sentences speak of no place beside these, those around them and those in them."""
        every = {k for n in range(first, last + 1) for k in (*self._places(n), *self._came_to(n))}
        return self._innermost([*keys, *(every - set(keys))]) is not None

    def _filed(self, cluster: Cluster, begin: int) -> Scene | None:
        """The place of the dateline of a paragraph that comes to tell of an event and speaks of no other place."""
        number, line = cluster.mentions[0].sentence, self._datelines.before(begin)
        if line is None or number - begin > _SAME_BREATH or self._in_the_open(cluster.mentions[0]):
            return None
        if campaign(cluster.times) or not self._theatre.happened(cluster.mentions[0]):
            return None
        others = {k for at in range(begin, number) for k in (*self._places(at), *self._came_to(at))} - {line.key}
        inner = self._innermost([line.key, *others])
        return self._scene(line.key, line.sentence, number, "dateline") if inner is not None else None

    def _spots(self, clusters: list[Cluster]) -> list[str]:
        """The places of some events, one of each where it is told in several ways."""
        return list(dict.fromkeys(k for c in clusters for k in self._spot(self._located(c))))

    def _spot(self, keys: Sequence[str]) -> Sequence[str]:
        """The nearest of the places of one event ("on the X road near Y"); all of them if it was in several towns."""
        inner = self._innermost(keys)
        if inner is not None:
            return [inner]
        towns = [k for k in keys if self._surroundings.precision(k) is PlacePrecision.EXACT]
        return keys if len(towns) > 1 else towns or keys[:1]

    def _located(self, cluster: Cluster) -> Sequence[str]:
        """The places of an event, told or found."""
        return cluster.keys(Predicate.LOCATION) or self._found.get(id(cluster), [])

    def _elsewhere(self, number: int) -> bool:
        """ "In Washington, the White House declined to comment": a sentence that goes elsewhere to hear somebody.

        Where the sentence was cut behind the place, the place alone is left.
        """
        sentence = [t for t in self._sentences[number] if not t.is_space]
        words = sentence[:SHORT_PLACE]
        comma = next((k for k, t in enumerate(words) if t.text == ","), len(words) if sentence == words else 0)
        return bool(comma) and words[0].lower_ == "in" and any(self._entities.is_place(t) for t in words[1:comma])

    def _begins_paragraph(self, number: int) -> bool:
        return begins_paragraph(self._sentences, self._text, number)


def _aside(mention: EventMention) -> bool:
    """ "He took over when X died in a strike in 2009": told in passing, of another time and place."""
    return any(dep(d.telling.trigger.token) is Dep.ADVERB_CLAUSE for d in mention.drafts)


def _told(draft: Draft) -> bool:
    """Whether it is told that something happened, and not only denied or left open."""
    stance = draft.telling.stance
    return stance.positive and stance.kind not in (ClaimKind.DENIAL, ClaimKind.DOUBT)


def _deplored(mention: EventMention) -> bool:
    """ "PARIS - Ministers condemned the murder of X": the dateline says where they did."""
    nouns = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"]
    objects = [n for n in nouns if dep(n) is Dep.OBJECT]
    return any(n.head.lemma_.lower() in _DEPLORING for n in objects)
