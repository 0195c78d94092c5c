"""Where: gives the places of a sentence that hang on no event word itself to the event words they belong to.

"Killed a leader in eastern Syria", "a round landed on a school in Berkova, killing a teacher", "X, where rebels killed
nine". A place on the way to which somebody was ("taken to a hospital in X"), or where somebody spoke of the event ("in
X, the minister condemned the attack"), is none of the event's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.extract.consequences import since_when
from kg.extract.entities import Entities, lexicon
from kg.extract.entities.locatives import direction
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.shares import of_a_part
from kg.extract.spoken import judged, reported_below
from kg.extract.syntax import complements, embedding, first_conjunct, markers, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.extract.triggers import POINTING
from kg.extract.whereabouts import afterwards, gathering, in_care, named_beside, of_a_life, says_where, under_way
from kg.model import Certainty, Predicate

_BEFORE_WHERE = 6  # words from "where" back to the place that it means
_AT = frozenset({"at", "during"})  # "killed him at a rally in X"
_RIGHT_AT = frozenset({"at", "in", "near", "outside", "close to", "on"})  # "In X province, rebels killed nine at Y"
_ATTENDING = frozenset({"leave", "attend", "address", "join", "watch", "lead"})
_DURING = frozenset({"when", "as", "while"})
_OTHER_TIME = frozenset({"after", "before", "since", "until", "following"})
_LOCALS = frozenset({"villager", "resident", "inhabitant", "neighbour", "neighbor", "local"})
_HEARING = frozenset({"tell", "hear", "learn", "inform"})
_FINDING = frozenset({"find", "discover", "see"})
_THERE = frozenset({"combatant", "civilian", "police"})
_OCCURRING = frozenset({"occur", "happen", "unfold"})
_ASIDE = frozenset({Dep.APPOSITION, Dep.PARATAXIS, Dep.COMPLEMENT_CLAUSE, Dep.RELATIVE, Dep.ADVERB_CLAUSE, Dep.TITLE})
# What may stand between the places of one row.
_ROW = frozenset(
    (
        ",", "(", ")", "-", "in", "of", "on", "and", "northern", "southern", "eastern", "western", "central", "north",
        "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "northeast",
        "northwest", "southeast", "southwest", "km", "miles", "kilometres", "kilometers", "from", "part",
    )
)  # fmt: skip
_CLOSE_BY = frozenset({"near", "outside", "close to", "next to"})


class Placing:
    """Places of the event mentions of one document; ``timed`` are the words of its time expressions."""

    def __init__(self, doc: Doc, entities: Entities, timed: Collection[int]) -> None:
        self._doc = doc
        self._entities = entities
        self._timed = timed

    def attach(self, mentions: Sequence[EventMention], owners: Mapping[int, Draft], sentence: Span) -> None:
        """Adds places to the drafts of one sentence's mentions; ``owners`` are the drafts by their event words."""
        for mention in mentions:
            _leave_hospital(mention)
            self._antecedent(mention)
        aside = since_when(sentence)
        for token in self._entities.of_places(self._doc.tokens[sentence.start : sentence.end]):
            if token.i in self._timed or not says_where(token):
                continue
            if of_a_part(token) or self._around_another(token):
                continue
            for draft in _where(token, mentions, owners):
                if token.i in aside and draft.telling.trigger.index not in aside:
                    continue  # "6,500 died since 7 October, when gunmen killed 1,400 in X"
                if draft.telling.trigger.handed:
                    continue  # where a body was handed over, nobody need have died
                mention = next(m for m in mentions if draft in m.drafts)
                if draft.telling.trigger.frame.name == "die" and in_care(token, _attacked(mention)):
                    continue
                leads = self._leads_to(token, mention) or self._narrows(token, mention)
                if mention.keys(Predicate.LOCATION) and not leads and not _beside_its_place(token, mention):
                    continue
                key = self._entities.place_phrase(token)
                if key is not None:
                    part = Part(Predicate.LOCATION, key, token)
                    draft.parts.insert(0, part) if leads else draft.parts.append(part)
        for mention in mentions:
            if not mention.keys(Predicate.LOCATION):
                self._where_they_live(mention, sentence)

    def _where_they_live(self, mention: EventMention, sentence: Span) -> None:
        """ "In X, doctors said that shells killed nine": where those who speak of it live, it mostly was."""
        draft = mention.drafts[0]
        saying = draft.telling.stance.reporting
        if saying is None or not any(_native(t) for t in subjects(saying)):
            return
        for speaker in subjects(saying):
            if speaker.lemma_.lower() not in _LOCALS:
                continue
            for prep, place in complements(speaker):  # "villagers in X said that soldiers had taken three men"
                key = self._entities.place_phrase(place) if prep in ("in", "of", "at") else None
                if key is not None:
                    draft.parts.append(Part(Predicate.LOCATION, key, place, Certainty.PROBABLE))
                    return
        for token in self._doc[sentence.start : saying.i]:
            if token.head == saying and preposition(token) == "in" and self._entities.is_place(token):
                key = self._entities.place_phrase(token)
                if key is not None and says_where(token):
                    draft.parts.append(Part(Predicate.LOCATION, key, token, Certainty.PROBABLE))
                return

    def _leads_to(self, token: Token, mention: EventMention) -> bool:
        """Whether a place stands first in a row of which the event has a wider one: "in X, a village in Y, in Z"."""
        behind = [p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.LOCATION]
        first = min((t.i for t in behind if t.i > token.i), default=0)
        if not first or any(t.i < token.i for t in behind):
            return False
        between = self._doc[token.i + 1 : first]
        return any(t.text == "," for t in between) and all(
            t.text in _ROW or t.lower_ in _ROW or self._entities.is_place(t) or t.pos_ in ("DET", "NUM", "SPACE")
            for t in between
        )

    def _around_another(self, token: Token) -> bool:
        """ "In the Co. X village of Y": the county only says where Y is."""
        if dep(token) is not Dep.COMPOUND or not self._entities.is_place(token.head):
            return False
        named = [t for prep, t in complements(token.head) if prep == "of"]
        return any(self._entities.is_place(t) and self._entities.form(t) == "name" for t in named)

    def _narrows(self, token: Token, mention: EventMention) -> bool:
        """ "In X province, rebels killed nine at Y": where in the region it was that opened the sentence."""
        told = {i for d in mention.drafts for i in d.telling.trigger.words}
        above = next((t for t in token.ancestors if t.i in told or (t.pos_ == "VERB" and not _meanwhile(t))), token)
        if preposition(token) not in _RIGHT_AT or above.i not in told or above.i > token.i:
            return False
        known = [p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.LOCATION]
        return bool(known) and all(t.i < token.i and self._width(t) > self._width(token) for t in known)

    def _width(self, token: Token) -> int:
        """2 for a country, 1 for a part of one or what is called a district or province, 0 for any other place."""
        key = self._entities.place_phrase(token)
        label = self._entities.label(key) if key is not None else ""
        if lexicon.country(label) is not None:
            return 2
        first, last = label.lower().split(" ", 1)[0], label.lower().rsplit(" ", 1)[-1]
        division = lexicon.is_sort_of_division(last) or lexicon.is_division(label) or not lexicon.is_settlement(label)
        return int(division or first == "central" or bool(direction(first)))

    def _antecedent(self, mention: EventMention) -> None:
        """ "X, where rebels killed nine people": X."""
        if mention.keys(Predicate.LOCATION):
            return
        for draft in mention.drafts:
            for _, clause, above in embedding(draft.telling.trigger.token):
                where = next((c for c in clause.children if c.lower_ == "where" and c.i < clause.i), None)
                if where is None:
                    continue
                if _told_aside(draft, clause):
                    return
                before = (above, *(self._doc[i] for i in range(where.i - 1, max(-1, where.i - _BEFORE_WHERE), -1)))
                named = (t for t in before if t.i < where.i and self._entities.is_place(t))
                place = next(((k, t) for t in named if (k := self._entities.place_phrase(t)) is not None), None)
                if place is not None:
                    draft.parts.append(Part(Predicate.LOCATION, *place))
                return


def _native(speaker: Token) -> bool:
    """Whether somebody speaks of what befell the place: its people and police, not officials."""
    noun = lexicon.noun(speaker.lemma_.lower()) if speaker.pos_ == "NOUN" else None
    return noun is not None and bool(noun.classes & {"civilian", "police"}) and "official" not in noun.classes


def _leave_hospital(mention: EventMention) -> None:
    """ "Two of the wounded died at X hospital": they were attacked elsewhere."""
    for draft in mention.drafts:
        if draft.telling.trigger.frame.name == "die" and draft.keys(Predicate.LOCATION):
            attacked = _attacked(mention)
            draft.parts = [
                p for p in draft.parts if p.predicate is not Predicate.LOCATION or not in_care(p.token, attacked)
            ]


def _attacked(mention: EventMention) -> bool:
    """Whether a mention tells of an attack, and not only that somebody died."""
    return any(not d.telling.trigger.frame.weak for d in mention.drafts)


def _told_aside(draft: Draft, clause: Token) -> bool:
    """Whether a clause with "where" tells of something else: "where crowds met after the attack", "the victim lay"."""
    trigger = draft.telling.trigger
    if trigger.frame.name == "casualty" and dep(trigger.token) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return True
    for _, lower, _ in embedding(trigger.token):
        if lower == clause:
            return False
        if preposition(lower) in _OTHER_TIME or set(markers(lower)) & _OTHER_TIME:
            return True
    return False


def _where(token: Token, mentions: Sequence[EventMention], owners: Mapping[int, Draft]) -> list[Draft]:
    """The drafts that a place may belong to: the first one above it, and one of which that tells when it was.

    "They were killed when rockets hit their quarters in X": X is where they were killed.
    """
    found: list[Draft] = []
    step = token
    for _ in range(40):
        draft = owners.get(step.i)
        if draft is None and (step.pos_ == "VERB" if step != token else _cleft(token)):
            below = [d for m in mentions for d in m.drafts if step.i in d.telling.stance.path]
            seen = _came_upon(step)
            below = [d for d in below if not reported_below(d, step.i) or (seen and d.telling.stance.reporting == step)]
            draft = next((d for d in below if not _of_the_speaker(d, step)), None)
            if (step != token and (afterwards(step) or _heard(draft, step))) or (
                draft is not None and judged(draft, step, token)
            ):
                break  # where it was spoken of is no place of another event either
        if draft is not None and draft not in found and draft.telling.trigger.frame.name not in POINTING:
            found.append(draft)
        during = dep(step) is Dep.ADVERB_CLAUSE and bool(set(markers(step)) & _DURING)
        aside = dep(step) in _ASIDE and not (step == token and named_beside(token)) and not _took_place(step)
        at = (step.head.i in owners and preposition(step) in _AT) or _attended(step)
        if step != token and gathering(step) and not at:
            break
        if of_a_life(step) and step != token and not found:
            break
        told_by = step != token and preposition(step) == "according to"
        if step.head == step or (found and not during) or (aside and not during) or told_by or under_way(step):
            break
        step = step.head
    return found


def _meanwhile(clause: Token) -> bool:
    """ "Died when a shell landed on their hut in X": what happened to them then and there."""
    return dep(clause) is Dep.ADVERB_CLAUSE and bool(set(markers(clause)) & _DURING)


def _attended(noun: Token) -> bool:
    """ "Shot as he left a rally in X": he was there; not "crowds attended a rally in X after his death"."""
    verb = noun.head
    during = dep(verb) is Dep.ADVERB_CLAUSE and bool(set(markers(verb)) & _DURING)
    return during and dep(noun) is Dep.OBJECT and verb.lemma_.lower() in _ATTENDING


def _came_upon(verb: Token) -> bool:
    """ "In X, troops found that nine had been put to death": not an inquiry, which may find it anywhere."""
    if verb.lemma_.lower() not in _FINDING or not children(verb, Dep.COMPLEMENT_CLAUSE):
        return False
    nouns = (lexicon.noun(t.lemma_.lower()) for t in subjects(verb) if t.pos_ == "NOUN")
    return any(n is not None and n.classes & _THERE and "official" not in n.classes for n in nouns)


def _heard(draft: Draft | None, verb: Token) -> bool:
    """ "A court in X was told that": where it is heard."""
    return draft is not None and verb.lemma_.lower() in _HEARING and bool(children(verb, Dep.COMPLEMENT_CLAUSE))


def _took_place(verb: Token) -> bool:
    """ "The incident, which occurred in X": where and when it was, told in passing."""
    if dep(verb) is not Dep.RELATIVE:
        return False
    if verb.lemma_.lower() == "take":
        return any(t.lower_ == "place" for t in verb.children)
    return verb.lemma_.lower() in _OCCURRING


def _of_the_speaker(draft: Draft, verb: Token) -> bool:
    """ "The president, who had ordered the raid, announced in X that": X is where he said something else."""
    if not children(verb, Dep.COMPLEMENT_CLAUSE):
        return False
    for relation, _, upper in embedding(draft.telling.trigger.token):
        if upper == verb or relation is Dep.RELATIVE:
            return relation is Dep.RELATIVE
    return False


def _cleft(token: Token) -> bool:
    """ "It was in X that he was killed"."""
    return bool(children(token, Dep.COPULA)) and any(child.lower_ == "it" for child in token.children)


def _beside_its_place(token: Token, mention: EventMention) -> bool:
    """Whether a place stands with that of an event: "on the highway near the village of X", "in X and Y provinces"."""
    places = [p.token for d in mention.drafts for p in d.parts if p.predicate is Predicate.LOCATION]
    if any(_listed(token, place) for place in places):
        return True
    if preposition(token) not in _CLOSE_BY:
        return False
    known = {t.i for t in places} | {t.head.i for t in places if dep(t) is Dep.COMPOUND}
    return bool(known & {upper.i for _, _, upper in list(embedding(token))[:2]})


def _listed(one: Token, two: Token) -> bool:
    """Whether two places are told of together: "in X and Y", "in X and Y provinces"."""
    first, second = sorted((one, two), key=lambda t: t.i)
    if dep(second) is Dep.CONJUNCT and first_conjunct(second) == first:
        return True
    return dep(first) is Dep.NOMINAL and first.head == second and not preposition(first)
