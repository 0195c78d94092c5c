"""What is known of a document's entities beside their names: which places lie in each other, who bears
arms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.entities import lexicon
from kg.extract.syntax import complements
from kg.extract.syntax.tokens import Token
from kg.knowledge import nouns
from kg.knowledge.geography import distance_km
from kg.knowledge.nouns import PersonNoun, ThingNoun
from kg.model import Coordinates, Entity, PlaceInfo, PlacePrecision, Predicate, Ref, Statement

_BEARING = frozenset({"armed", "masked", "hooded"})  # men who are said to be so come to no good
_ARMED = frozenset({"armed-group", "state-force", "external-force", "coalition", "police", "intelligence"})
_SIDES = {
    "armed-group": "irregular",
    "state-force": "state",
    "external-force": "state",
    "coalition": "state",
    "police": "state",
    "intelligence": "state",
}
_DIRECTION = re.compile("(north|south)?(east|west)?(?:ern)?")
_ANYBODY = {"man", "woman", "child", "person", "kin"}
_PEACEFUL = frozenset({"civilian", "child", "journalist", "aid-worker", "medic", "clergy", "captive"})
_NOT_FIGHTING = _PEACEFUL | {"official", "speaker", "casualty", "woman", "kin"}
_HELPLESS = ("child", "casualty", "captive")
_IN_TOWN = frozenset(
    (
        "square", "street", "road", "avenue", "boulevard", "roundabout", "crossroads", "junction", "bridge",
        "neighbourhood", "quarter",
    )
)  # fmt: skip
_TRAINS = frozenset({"convoy", "motorcade", "column", "column of vehicles", "vehicle"})
_NO_LONGER = frozenset({"former", "ex", "ex-", "retired", "onetime", "one-time", "late"})


_BUILT = frozenset({"building", "facility", "infrastructure", "vehicle", "aircraft", "ship"})
_OUTSKIRTS = 25.0  # kilometres from a town to what is told as "near" or "outside" it
_SPOTS = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
_REGIONS = frozenset({PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.AREA, PlacePrecision.COUNTRY})


class Surroundings:
    """Look-ups over the entity records of one document."""

    def __init__(self, records: Iterable[Entity], attributes: Iterable[Statement] = ()) -> None:
        attributes = list(attributes)
        self._roles = [s for s in attributes if s.predicate is Predicate.ROLE_TEXT]
        self._of = [(s.subject, s.object.key) for s in attributes if isinstance(s.object, Ref)]  # members and leaders
        self._records = {r.key: r for r in records}
        self._people = nouns.people()
        self._things = nouns.things()
        self._sides: dict[str, str] = {}

    def containers(self, key: str) -> set[str]:
        """Keys of the places around a place, itself included."""
        found: set[str] = set()
        queue = [key]
        while queue:
            current = queue.pop()
            if current in found:
                continue
            found.add(current)
            record = self._records.get(current)
            if record is not None and record.place is not None:
                queue.extend(record.place.within)
        return found

    def innermost(self, keys: Sequence[str]) -> str | None:
        """The one of several places that lies in all others; None for different ones."""
        return next((k for k in keys if self.containers(k) >= set(keys)), None)

    def near(self, one: str, two: str) -> bool:
        """Whether two places may be the same spot: equal, or one inside the other."""
        if one in self.containers(two) or two in self.containers(one):
            return True
        return self._may_hold(one, two) or self._may_hold(two, one) or self._beside(one, two)

    def _beside(self, one: str, two: str) -> bool:
        """Whether two names are of one place, or one is told as near to where the other is ("outside Kano")."""
        here, there = (record.place if (record := self._records.get(key)) else None for key in (one, two))
        if here is None or there is None:
            return False
        if here.gazetteer_id is not None and here.gazetteer_id == there.gazetteer_id:
            return True
        if here.coordinates is None or there.coordinates is None:
            return False
        kinds = {here.precision, there.precision}
        if PlacePrecision.NEAR not in kinds or not kinds <= _SPOTS:
            return False
        a, b = here.coordinates, there.coordinates
        return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude)) <= _OUTSKIRTS

    def may_lie_in(self, one: str, two: str) -> bool:
        """Whether one of two places is a village that nothing places anywhere, the other a region or "near Kano"."""
        for spot, region in ((one, two), (two, one)):
            place, area = (record.place if (record := self._records.get(key)) else None for key in (spot, region))
            if place is None or area is None or place.within or place.gazetteer_id or place.coordinates:
                continue
            wide = area.precision in (PlacePrecision.NEAR, PlacePrecision.AREA)
            wide = wide or (area.precision in _REGIONS and area.gazetteer_id is not None)
            if place.precision in _SPOTS and wide and area.coordinates is not None and self._thing(spot) is None:
                return True
        return False

    def _may_hold(self, part: str, spot: str) -> bool:
        """Whether a part of a country ("the north of Mali") may hold a place: it lies there, and on that side."""
        area, place = (record.place if (record := self._records.get(key)) else None for key in (part, spot))
        if area is None or place is None or area.precision is not PlacePrecision.AREA or area.gazetteer_id:
            return False
        centre, here = area.coordinates, place.coordinates or self._where(place, area)
        if centre is None or here is None or not area.within or area.within[0] not in self.containers(spot):
            return False
        words = re.split(r"[\s-]+", self._records[part].label.lower())
        lies = {
            "north": here.latitude >= centre.latitude,
            "south": here.latitude <= centre.latitude,
            "east": here.longitude >= centre.longitude,
            "west": here.longitude <= centre.longitude,
        }
        named = [side for word in words if (found := _DIRECTION.fullmatch(word)) for side in found.groups() if side]
        return bool(named) and all(lies[side] for side in named)

    def _where(self, place: PlaceInfo, area: PlaceInfo) -> Coordinates | None:
        """Where a place lies that has no coordinates, by what it lies in within the country of an area."""
        around = [record.place for key in place.within if (record := self._records.get(key)) is not None]
        known = [p for p in around if p is not None and p.precision is not PlacePrecision.COUNTRY]
        return next((p.coordinates for p in known if p.coordinates is not None and p.country == area.country), None)

    def site(self, key: str) -> bool:
        """Whether it is a building, street or square of which nothing says where it stands ("the Harp Inn")."""
        record = self._records.get(key)
        if record is None or record.place is None or record.place.gazetteer_id or record.place.within:
            return False
        words = (record.name or record.description or "").lower().split()
        found = (self._things.find(word) for word in words)
        return any(thing is not None and thing.kind in ("building", "facility") for thing in found) or bool(
            words and words[-1] in _IN_TOWN
        )

    def unplaced(self, key: str) -> bool:
        """Whether nothing says where a place lies."""
        record = self._records.get(key)
        place = record.place if record is not None else None
        return place is not None and not place.within and place.coordinates is None

    def gathering_or_train(self, key: str) -> str:
        """ "gathering" for a wedding, a funeral or the like, which are people in whatever place is hit; "train" for a
        convoy, which is whatever vehicles are; empty for all else."""
        thing = self._thing(key)
        if thing is None:
            return ""
        if thing.noun in _TRAINS:
            return "train"
        return "gathering" if thing.kind == "gathering" else ""

    def _thing(self, key: str) -> ThingNoun | None:
        """What sort of thing the last words of a label name: "wedding party", "National Police Station"."""
        record = self._records.get(key)
        words = (record.name or record.description or "").lower().split() if record is not None else []
        return (self._things.find(" ".join(words[-2:])) or self._things.find(words[-1])) if words else None

    def structure(self, key: str) -> bool:
        """Whether it is a building, a street or the like rather than a town or region."""
        record = self._records.get(key)
        words = (record.name or record.description or "").lower().split() if record is not None else []
        if not words or (record is not None and record.place is not None and record.place.gazetteer_id):
            return False
        thing = self._things.find(words[-1])
        return thing is not None and thing.kind in ("building", "facility", "infrastructure")

    def known(self, key: str) -> bool:
        """Whether a gazetteer or the text says where a place lies."""
        record = self._records.get(key)
        known = record is not None and record.place is not None and record.place.gazetteer_id is not None
        return known or len(self.containers(key)) > 1

    def built(self, key: str) -> bool:
        """Whether a thing is a building, a bridge, a vehicle or a craft, not goods, crops or papers."""
        record = self._records.get(key)
        thing = self._things.find((record.name or record.description or "").lower()) if record is not None else None
        return thing is not None and thing.kind in _BUILT

    def around(self, key: str) -> tuple[str, ...]:
        """Keys of the places that a place lies in, the nearest first."""
        record = self._records.get(key)
        return record.place.within if record is not None and record.place is not None else ()

    def country(self, key: str) -> bool:
        """Whether a place is a whole country."""
        return self.precision(key) is PlacePrecision.COUNTRY

    def precision(self, key: str) -> PlacePrecision | None:
        """How finely a place is known; None for what is no place."""
        record = self._records.get(key)
        return record.place.precision if record is not None and record.place is not None else None

    def insurgent(self, key: str) -> bool:
        """Whether it is an armed group that is no state's."""
        record = self._records.get(key)
        return record is not None and record.actor_type == "armed-group"

    def side(self, key: str) -> str:
        """Whether somebody fights for a state ("state") or against one ("irregular"); empty for who does not fight."""
        if key not in self._sides:
            self._sides[key] = self._side(key)
        return self._sides[key]

    def _side(self, key: str) -> str:
        record = self._records.get(key)
        if record is None:
            return ""
        if record.actor_type in _SIDES:
            return _SIDES[record.actor_type]
        texts = [record.description or record.name or "", *(t or "" for t in self._descriptions(key))]
        found = [noun for text in texts for noun in self._people_in(text)]
        if any(n.is_a("security-force") for n in found):
            return "state"
        return "irregular" if any(n.is_a("combatant") for n in found) else ""

    def opposed(self, one: str, other: str) -> bool:
        """Whether one of two fights for a state and the other against one, or for another."""
        mine, theirs = self.side(one), self.side(other)
        return bool(mine and theirs) and (mine != theirs or self.of_two_countries([one], [other]))

    def of_two_countries(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether the words say that the ones are of another country than the others ("Russian", "Ukrainian")."""
        mine, theirs = self._countries(some), self._countries(others)
        return bool(mine and theirs) and not mine & theirs

    def of_one_force(self, one: str, other: str) -> bool:
        """Whether an actor is known to be a part of another: the army of the armed forces, these of the state."""
        mine, theirs = (r.actor if (r := self._records.get(key)) is not None else None for key in (one, other))
        return bool(mine and theirs) and (mine in self._whole(theirs) or theirs in self._whole(mine))

    def _whole(self, actor: str | None) -> set[str]:
        """An actor and all that it belongs to, by their identifiers."""
        found: set[str] = set()
        todo = [actor] if actor else []
        while todo:
            known = lexicon.actor_by_id(todo.pop())
            if known is not None and known.id not in found:
                found.add(known.id)
                todo += known.part_of
        return found

    def _countries(self, keys: Iterable[str]) -> set[str]:
        """Codes of the countries that somebody is said to be of: by his name, or an adjective in it."""
        own = set(keys)
        keys = [*own, *(group for one, group in self._of if one in own)]  # the deputy head of Iraq's army
        records = [r for key in keys if (r := self._records.get(key)) is not None]
        actors = [a.country for r in records if r.actor and (a := lexicon.actor_by_id(r.actor)) is not None]
        texts = [text for key in keys for text in self._descriptions(key)] + [
            r.name or r.description or "" for r in records
        ]
        words = [word for text in texts for word in (text or "").replace("'s", "").replace("’s", "").split()]
        found = [lexicon.demonym(word) or lexicon.country(word) for word in words if word[:1].isupper()]
        return {code for code in actors if code} | {country.code for country in found if country is not None}

    def _people_in(self, text: str) -> list[PersonNoun]:
        """The nouns for people in a description; of "a councillor of the United Front" only who it is of."""
        words = text.lower().replace("-", " ")
        head = self._people.find(words.partition(" of ")[0])
        if head is not None and not head.is_a("person"):
            return [head]
        return [n for n in map(self._people.find, words.split()) if n is not None]

    def held(self, key: str) -> bool:
        """Whether somebody is called a hostage or prisoner."""
        return any(n.is_a("captive") for text in self._descriptions(key) if text for n in self._people_in(text))

    def peaceful(self, key: str) -> bool:
        """Whether all words for somebody are for people who do not fight."""
        found = [noun for text in self._descriptions(key) if text for noun in self._people_in(text)]
        fights = any(n.is_a(c) for n in found for c in ("combatant", "security-force", "perpetrator"))
        return not fights and any(n.is_a(c) for n in found for c in _NOT_FIGHTING)

    def helpless(self, key: str) -> bool:
        """Whether all words for somebody are for children, the dead and wounded, or captives, who do not fight."""
        found = [noun for text in self._descriptions(key) if text for noun in self._people_in(text)]
        return bool(found) and all(any(n.is_a(c) for c in _HELPLESS) and not n.is_a("combatant") for n in found)

    def anybody(self, token: Token) -> bool:
        """Whether a noun for a person says nothing of who it is: "a man", "a girl", not "a commander"."""
        noun = self._people.find(token.lemma_)
        classes = set(noun.classes) if noun is not None else set()
        return bool(classes & _ANYBODY) and classes <= _ANYBODY | {"civilian"}

    def attacks(self, token: Token) -> bool:
        """Whether a noun is for those who carry out attacks ("attackers", "two of the assailants")."""
        words = [token, *(t for prep, t in complements(token) if prep == "of")]
        found = (self._people.find(t.lemma_) for t in words if t.pos_ == "NOUN")
        return any(n is not None and n.is_a("perpetrator") and not n.is_a("combatant") for n in found)

    def after_the_deed(self, token: Token) -> bool:
        """Whether a noun calls somebody after what he did: "the bomber", "the gunmen"; not "the rebels"."""
        noun = self._people.find(token.lemma_)
        return noun is not None and noun.is_a("perpetrator")

    def alike(self, one: str, two: str) -> bool:
        """Whether two descriptions may be of one person: nobody is both a civilian and a fighter."""
        return not {True, False} <= {fights for key in (one, two) for fights in self._fights(key)}

    def described_alike(self, key: str, others: Iterable[str]) -> bool:
        """Whether somebody may be one of those described: called by the same noun for people ("a leader").

        Of whom the text calls nothing may be a leader or fighter that it leaves unnamed: those are aimed at by name.
        """
        mine, theirs = self._called(key), {word for other in others for word in self._called(other)}
        if mine or not theirs:
            return bool(mine & theirs)
        found = [noun for noun in map(self._people.find, theirs) if noun is not None]
        return any(noun.is_a("leader") or noun.is_a("combatant") for noun in found)

    def of_one_calling(self, one: str, two: str) -> bool:
        """Whether two are called by nouns of one sort that says who they are: a correspondent and a journalist."""
        mine, theirs = (
            {c for word in self._called(k) for n in (self._people.find(word),) if n is not None for c in n.classes}
            for k in (one, two)
        )
        return bool(mine & theirs - _ANYBODY - {"civilian", "kin"})

    def _called(self, key: str) -> set[str]:
        words = [w for text in self._descriptions(key) if text for w in text.lower().replace("-", " ").split()]
        return {word for word in words if self._people.find(word) is not None}

    def _fights(self, key: str) -> set[bool]:
        texts = [t for t in self._descriptions(key) if t and t.split()[0].lower() not in _NO_LONGER]
        nouns_found = [
            n for text in texts for n in map(self._people.find, text.replace("-", " ").split()) if n is not None
        ]
        found = {True for n in nouns_found if n.is_a("combatant")}
        return found | {False for n in nouns_found if any(n.is_a(c) for c in _PEACEFUL)}

    def _descriptions(self, key: str) -> list[str | None]:
        record = self._records.get(key)
        roles = [s.object for s in self._roles if s.subject == key and isinstance(s.object, str)]
        return [*roles, record.description if record is not None else None]

    def undescribed(self, key: str) -> bool:
        """ "Four", "Ernesto": nothing says what people they are."""
        record = self._records.get(key)
        words = (record.description or "").split() if record is not None else []
        return not any(self._people.find(word.lower()) is not None for word in words) and not self.side(key)

    def armed(self, key: str) -> bool:
        """Whether an actor is known or described as bearing arms."""
        record = self._records.get(key)
        if record is None:
            return False
        if record.actor_type in _ARMED:
            return True
        words = (record.description or record.name or "").split()
        return not _BEARING.isdisjoint(map(str.lower, words)) or any(
            n is not None and (n.is_a("combatant") or n.is_a("security-force")) for n in map(self._people.find, words)
        )
