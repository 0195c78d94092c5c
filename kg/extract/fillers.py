"""What sort of thing fills a role: somebody who can act, a weapon, a thing, a place, a time."""

from __future__ import annotations

from typing import ClassVar

from kg.extract.entities import Entities
from kg.extract.patterns import AMOUNTS
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import base_span, complements, compounds, modifiers, possessors, sentence_of
from kg.extract.syntax.constants import Constant
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.triggers import CLASSIFIERS
from kg.knowledge import nouns, weapons
from kg.model import Category, EntityKind

_PARTITIVES = frozenset(
    {
        "some",
        "one",
        "many",
        "several",
        "most",
        "thousand",
        "majority",
        "handful",
        "group",
        "band",
        "element",
    }
)
_SOMEBODY = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_AMOUNTS = AMOUNTS | CLASSIFIERS | {"volley", "hail", "salvo"}
_FACES = frozenset({"front", "facade", "façade", "section", "stretch", "wing", "rear"})  # of a building, a road
_WHOLES = _PARTITIVES | _AMOUNTS | _FACES


_PIECES = frozenset({"fragment", "splinter", "piece", "shard", "debris"})
_OWN = frozenset({"man", "troop", "personnel", "member", "loss", "casualty", "people", "side", "rank"})
_STANDING_IN = frozenset({"one", "million", "thousand", "hundred", "percent", "per", "materiel"})
_FIGHTING = {"state": Category.SOLDIERS, "irregular": Category.FIGHTERS}
_MEMBERS = frozenset({"member", "people", "person", "other"})
_GENERIC = _PARTITIVES | _AMOUNTS | _MEMBERS | {"none"}
_KINDS = (
    (Category.POLICE, ("police",)),
    (Category.SOLDIERS, ("security-force", "combatant")),
    (Category.FIGHTERS, ("combatant",)),
    (Category.COMBATANTS, ("security-force",)),
    (Category.CHILDREN, ("child",)),
    (Category.AID_WORKERS, ("aid-worker",)),
    (Category.MEDICS, ("medic",)),
    (Category.JOURNALISTS, ("journalist",)),
    (Category.WOMEN, ("woman", "civilian")),
    (Category.CIVILIANS, ("civilian",)),
    (Category.CIVILIANS, ("woman",)),
)


class Sort(Constant):
    """Selectional class of a role filler."""

    ACTOR: ClassVar[Sort]
    WEAPON: ClassVar[Sort]
    MATERIEL: ClassVar[Sort]
    PLACE: ClassVar[Sort]
    TIME: ClassVar[Sort]
    OTHER: ClassVar[Sort]


class Fillers:
    """Sorts the words of one document; ``timed`` are the indices of tokens inside time expressions."""

    def __init__(self, entities: Entities, surroundings: Surroundings, timed: frozenset[int]) -> None:
        self._surroundings = surroundings
        self._entities = entities
        self._timed = timed
        self._weapons = weapons.default()
        self._people = nouns.people()
        self._things = nouns.things()

    def sort(self, token: Token) -> Sort:
        """The sort of the thing a token stands for."""
        if token.i in self._timed:
            return Sort.TIME
        whole = self.whole(token)
        if whole != token:
            return self.sort(whole)
        key = self._entities.at(token)
        if key is not None:
            kind = self._entities.kind(key)
            if kind in _SOMEBODY:
                return Sort.ACTOR
            if kind is EntityKind.PLACE:
                return Sort.PLACE
            return Sort.WEAPON if self.weapon(token) is not None else Sort.MATERIEL
        if token.pos_ == "PRON" and self._entities.members(token):
            return Sort.ACTOR  # "them", of people named one by one
        if (token.pos_ == "NUM" or token.lower_ in ("another", "both") or token.lemma_ == "both") or (
            token.pos_ in ("NOUN", "ADJ", "PRON", "DET") and self._people.find(token.lemma_) is not None
        ):
            return Sort.ACTOR
        if self.weapon(token) is not None:
            return Sort.WEAPON
        return Sort.ACTOR if self._unlisted_people(token) else Sort.OTHER

    def _unlisted_people(self, token: Token) -> bool:
        """Whether a noun that no list has is one for people by what the language model sees: "brownshirts"."""
        if token.pos_ != "NOUN" or token.i not in token.doc.people:
            return False
        word = token.lemma_.lower()
        return word not in _STANDING_IN and word not in AMOUNTS and self._things.find(word) is None

    def whole(self, token: Token) -> Token:
        """What a partitive is a part of: "positions" for "some of the positions"; other words stand for themselves."""
        if token.pos_ not in ("NUM", "DET", "PRON", "ADJ") and token.lemma_.lower() not in _WHOLES:
            return token
        found = next((noun for prep, noun in complements(token) if prep == "of"), token)
        if token.lemma_.lower() in _FACES and self._things.find(found.lemma_.lower()) is None:
            return token
        return _meant_by_whom(found) if found.lower_ == "whom" else found

    def each(self, token: Token) -> Token:
        """Those whom "all of whom" and "both of whom" stand for; other words stand for themselves."""
        return self.whole(token) if token.lower_ in ("all", "both") else token

    def weapon(self, token: Token) -> str | None:
        """Concept of the weapon a noun phrase names, or None; the longest known phrase around the word
        wins."""
        before = sorted([*compounds(token), *modifiers(token)], key=lambda t: t.i)  # "a single 120 mm mortar round"
        words = [t.lower_ for t in (*before, token)]
        found = next((f.item for f in self._weapons.all_in(words) if f.end == len(words)), None)
        found = found or self._weapons.find([token.lemma_.lower()])
        if found is None and token.lemma_.lower() in _PIECES:  # "hit by a mortar fragment"
            found = next(
                (w for c in compounds(token) if (w := self._weapons.find([c.lemma_.lower()])) is not None), None
            )
        if found is None and token.lemma_.lower() in _AMOUNTS and self.whole(token) != token:
            return self.weapon(self.whole(token))
        return found.id if found is not None else None

    def weapon_words(self, concept: str) -> list[str]:
        """Words that make an attack's class narrower because of its weapon: the concept and all broader
        ones."""
        weapon = self._weapons.get(concept)
        if weapon is None:
            return []
        return [w.id for w in (weapon, *self._weapons.broader(weapon))]

    def explosive(self, concept: str) -> bool:
        """Whether a weapon is used up when it goes off, unlike what only carries people or weapons."""
        weapon = self._weapons.get(concept)
        return weapon is not None and not weapon.is_platform

    def any_weapon(self, doc: Doc) -> bool:
        """Whether a text names arms or people who bear them, a figure of speech ("a rocket from 25 yards") left out."""
        armed = {
            t.lemma_ for t in doc if t.pos_ == "NOUN" and (n := self._people.find(t.lemma_)) and n.is_a("combatant")
        }
        arms = {t.lemma_ for t in doc if t.pos_ == "NOUN" and self._weapons.find([t.lemma_.lower()]) is not None}
        return bool(armed) or len(arms) > 1

    def timed(self, token: Token) -> bool:
        """Whether a word belongs to a time expression."""
        return token.i in self._timed

    def people(self, token: Token) -> bool:
        """Whether a word is a noun for people."""
        return self._people.find(token.lemma_) is not None or self._people.find(token.lower_) is not None

    def peaceful(self, key: str) -> bool:
        """Whether people without a name are called by a word for those who do not fight: residents, medics."""
        return self._entities.name(key) is None and self._surroundings.peaceful(key)

    def helpless(self, key: str) -> bool:
        """Whether people without a name are called by a word for those to whom things are done: children, the dead."""
        return self._entities.name(key) is None and self._surroundings.helpless(key)

    def captive(self, token: Token) -> bool:
        """Whether a noun is for people who are held: hostages, prisoners."""
        noun = self._people.find(self.whole(token).lemma_)
        return noun is not None and noun.is_a("captive")

    def flies(self, token: Token) -> bool:
        """Whether a noun phrase names an aircraft."""
        concept = self.weapon(token)
        weapon = self._weapons.get(concept) if concept is not None else None
        if weapon is not None and weapon.is_aerial and weapon.is_platform:
            return True
        thing = self._things.find(token.lemma_)
        if thing is not None and thing.kind == "aircraft":
            return True
        types = (self._weapons.find([c.lemma_.lower()]) for c in compounds(token))  # "an F-16 fighter"
        return any(t is not None and t.is_aerial and t.is_platform for t in types) and self.armed(token)

    def vessel(self, token: Token) -> bool:
        """Whether a noun names a ship."""
        thing = self._things.find(token.lemma_.lower())
        return thing is not None and thing.kind == "ship"

    def stands(self, token: Token) -> bool:
        """Whether a noun phrase names a building, a bridge or the like, not what is carried or drives."""
        begin, _ = base_span(token)
        thing = self._things.find([t.lower_ for t in token.doc[begin : token.i + 1]])
        return thing is not None and thing.kind in ("building", "facility", "infrastructure")

    def armed(self, token: Token) -> bool:
        """Whether a noun phrase names people or things that fight."""
        if self.weapon(token) is not None:
            return True
        begin, end = base_span(token)
        found = (self._people.find(word.lemma_) for word in token.doc[begin:end])
        if any(n is not None and (n.is_a("combatant") or n.is_a("security-force")) for n in found):
            return True
        key = self._entities.at(token)
        return key is not None and self._surroundings.armed(key)

    def of_state(self, key: str) -> bool:
        """Whether somebody fights for a state."""
        return self._surroundings.side(key) == "state"

    def irregular(self, key: str) -> bool:
        """Whether somebody fights for no state: rebels, militants, gangs."""
        return self._surroundings.side(key) == "irregular"

    def opposed(self, one: str, other: str) -> bool:
        """Whether one of two fights for a state and the other against one, or for another."""
        return self._surroundings.opposed(one, other)

    def category(self, token: Token) -> Category:
        """Which people a noun phrase counts: by its head, else by the words before it or by whom its head is of."""
        begin, _ = base_span(token)
        words = [t.lemma_ if t.tag_ == "NNS" else t.text for t in token.doc[begin : token.i + 1]]
        for end in range(len(words), 0, -1):
            found = self._people.find(words[:end])
            if found is not None and (kind := _category(found)) is not Category.ALL_PEOPLE:
                return kind
        of = next((t for prep, t in complements(token) if prep == "of"), None)
        generic = of is not None and (token.lemma_.lower() in _GENERIC)
        if of is not None and generic:
            return self.category(of)
        own = [t for t in possessors(token) if token.lemma_.lower() in _OWN]
        return next((kind for t in own if (kind := self.side(t)) is not Category.ALL_PEOPLE), Category.ALL_PEOPLE)

    def side(self, token: Token) -> Category:
        """Who fights on the side that a word names: the soldiers of an army, the fighters of a rebel group."""
        key = self._entities.at(token)
        return (
            _FIGHTING.get(self._surroundings.side(key), Category.ALL_PEOPLE)
            if key is not None
            else (Category.ALL_PEOPLE)
        )

    def common(self, tokens: list[Token]) -> Category:
        """The kind of people that several noun phrases are for together: civilians for women and children."""
        kinds = {self.category(t) for t in tokens}
        if len(kinds) > 1:
            kinds = {kind.wider for kind in kinds}
        return kinds.pop() if len(kinds) == 1 else Category.ALL_PEOPLE


def _category(noun: nouns.PersonNoun) -> Category:
    """The kind of people that a noun is for. Who bears arms does so whatever else he is: a child soldier fights."""
    classes = frozenset(noun.classes)
    return next((kind for kind, wanted in _KINDS if classes.issuperset(wanted)), Category.ALL_PEOPLE)


def _meant_by_whom(pronoun: Token) -> Token:
    """ "A bus with twelve pupils, three of whom died": the noun before the clause."""
    clause = pronoun.head.left_edge.i
    before = (pronoun.doc[i] for i in range(clause - 1, sentence_of(pronoun).start - 1, -1))
    return next((word for word in before if word.pos_ in ("NOUN", "PROPN")), pronoun)
