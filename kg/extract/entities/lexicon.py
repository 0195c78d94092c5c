"""What the knowledge files say about words, in the shape that reading mentions needs, remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kg import names as _names
from kg.extract.entities.vocabulary import INSTITUTIONS, NAME_BEGINS, NAME_ENDS, NOT_FORCES, VIOLENT
from kg.knowledge import actors as _actors
from kg.knowledge import countries as _countries
from kg.knowledge import gazetteer as _gazetteer
from kg.knowledge import nouns as _nouns
from kg.knowledge import operators as _operators
from kg.knowledge import persons as _persons
from kg.knowledge import placenames as _placenames
from kg.knowledge import weapons as _weapons
from kg.knowledge.actors import Actor, ActorMatch
from kg.knowledge.countries import Country
from kg.knowledge.forces import forces as _forces
from kg.knowledge.operators import Effect
from kg.knowledge.spelling import fold as _fold
from kg.model import Certainty, ClaimKind, EntityKind, Standing

__all__ = ["Actor", "ActorMatch", "Country", "Noun"]

_WORDS = 50_000
_ALIKE = 0.85
_ACRONYM = 4
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun stands for. ``classes`` are words such as fighter, media, armed-group."""

    kind: EntityKind
    gender: str = ""
    number: str = "singular"
    classes: frozenset[str] = frozenset()


fold = lru_cache(maxsize=_WORDS)(_fold)


@lru_cache(maxsize=_WORDS)
def country(text: str, shouted: bool = False) -> Country | None:
    """The state or territory of this name."""
    return _countries.default().find(text, shouted)


@lru_cache(maxsize=_WORDS)
def capital_of(text: str) -> Country | None:
    """The country whose seat of government bears this name."""
    return _countries.default().of_capital(text)


@lru_cache(maxsize=_WORDS)
def demonym(text: str, shouted: bool = False) -> Country | None:
    """The country or people that an adjective or a word for inhabitants points to."""
    found = _countries.default().demonyms(text, shouted)
    return found[0].country if found else None


@lru_cache(maxsize=_WORDS)
def country_of_capital(name: str) -> Country | None:
    """The country whose capital bears a name."""
    return _countries.default().of_capital(name)


#: Classes of nouns for people who may be expected to shoot.
SHOOTING = frozenset({"combatant", "security-force", "perpetrator", "criminal"})


def _spelt_so(text: str) -> bool:
    found = _actors.default().find(text)
    return found is not None and text in (found.label, *found.aliases)


@lru_cache(maxsize=_WORDS)
def actor(text: str, shouted: bool = False) -> Actor | None:
    """The known actor that bears a name for sure."""
    if len(text) <= _ACRONYM and not text.isupper() and not shouted and not _spelt_so(text):
        return None  # "Let" is not "LeT"
    return _actors.default().find(text, all_capitals=shouted)


@lru_cache(maxsize=_WORDS)
def contested(text: str) -> bool:
    """Whether a name is several known actors', or one's only in stories of its countries."""
    matches = _actors.default().matches(text, all_capitals=text.isupper())
    return len(matches) > 1 or any(match.unsure for match in matches)


def actor_at_home(text: str, countries: frozenset[str], shouted: bool = False) -> Actor | None:
    """The known actor that a contested name means in a story of these countries."""
    return _actors.default().find(text, countries=countries, all_capitals=shouted)


@lru_cache(maxsize=_WORDS)
def composed(text: str, shouted: bool = False) -> ActorMatch | None:
    """The actor that a phrase is put together for: "Syrian army", "Taliban fighters"."""
    return _actors.default().compose(text, all_capitals=shouted)


def actor_by_id(identifier: str) -> Actor | None:
    """The actor with an identifier."""
    return _actors.default().get(identifier)


def country_by_code(code: str) -> Country | None:
    """The country with a code."""
    return _countries.default().get(code)


@cache
def force(code: str, kind: str) -> Actor | None:
    """An institution of a country ("military", "air-force")."""
    return _actors.default().of_country(code, kind)


@cache
def government(code: str) -> Actor | None:
    """The government of a country."""
    return _actors.default().of_country(code, "government")


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a person's name that tell people apart."""
    return _names.tokens(text)


def sound(part: str) -> str:
    """What spellings of a part of a name have in common."""
    return _names.key(part) or part


def same_part(one: str, two: str) -> bool:
    """Whether two parts of names are spellings of one, or one is the other's initial."""
    return one == two or _names.alike(one, two) >= _ALIKE


@lru_cache(maxsize=_WORDS)
def is_called(place: str, name: str) -> bool:
    """Whether a place of the gazetteer bears just this name, with or without the word for its sort."""
    forms = (name, _placenames.split_type(name).core)
    return any(m.place.id == place for f in forms for m in _gazetteer.default().matches(f, fuzzy=False))


@lru_cache(maxsize=_WORDS)
def is_known_place(name: str) -> bool:
    """Whether the gazetteer has a place of just this name, with or without the word for its sort."""
    forms = (name, _placenames.split_type(name).core)
    return any(_gazetteer.default().matches(form, fuzzy=False) for form in forms)


@lru_cache(maxsize=_WORDS)
def is_settlement(name: str) -> bool:
    """Whether a place of just this name may be a town or village, as far as the gazetteer knows."""
    known = _gazetteer.default().matches(name, fuzzy=False)
    return not known or any(m.place.kind in ("city", "village", "neighbourhood") for m in known)


@lru_cache(maxsize=_WORDS)
def is_known_town(name: str) -> bool:
    """Whether the gazetteer has a town or village of just this name."""
    return any(m.place.kind in ("city", "village") for m in _gazetteer.default().matches(name, fuzzy=False))


@cache
def place_sort(word: str) -> str:
    """The word itself if it says what sort of place the name beside it names ("province", "mountain")."""
    return _placenames.split_type(f"X {word}").word


def is_sort_of_division(word: str) -> bool:
    """Whether a word is for a province or district."""
    return bool({"admin1", "admin2"} & set(_placenames.split_type(f"X {word}").kinds))


def has_own_name(word: str) -> bool:
    """Whether a word is for buildings, streets and the like, whose names need not be those of the place around them."""
    return _placenames.split_type(f"X {word}").own


@lru_cache(maxsize=_WORDS)
def is_division(name: str) -> bool:
    """Whether a name is that of a province or district."""
    return any(m.place.kind in ("admin1", "admin2") for m in _gazetteer.default().matches(name, fuzzy=False))


@cache
def _starts() -> dict[str, int]:
    """First words of actors' names of several words, with the number of words of the longest."""
    found: dict[str, int] = {}
    for known in _actors.default():
        for name in (known.label, *known.aliases):
            pieces = name.replace("-", " - ").split()
            if len(pieces) > 1:
                first = pieces[0].lower()
                found[first] = max(found.get(first, 0), len(pieces))
    return found


def names_starting(word: str) -> int:
    """How many tokens the longest known name that starts with a lower-case word has, zero if none does."""
    return _starts().get(word, 0)


@lru_cache(maxsize=_WORDS)
def is_title(words: str) -> bool:
    """Whether the words are one title or rank that stands before a name."""
    return _persons.titles().find(words) is not None


@lru_cache(maxsize=_WORDS)
def title_words(title: str) -> frozenset[str]:
    """Words by which the bearer of a title may be called: general, for "Gen."."""
    found = _persons.titles().find(title)
    return frozenset((found.expansion if found is not None else title).lower().split()[-1:])


def title_gender(word: str) -> str:
    """m or f where a title tells."""
    found = _persons.titles().find(word)
    return found.gender if found is not None else ""


@lru_cache(maxsize=_WORDS)
def given_gender(word: str) -> str:
    """m or f where a given name tells."""
    return _persons.given_names().gender(word)


@lru_cache(maxsize=_WORDS)
def is_given(word: str) -> bool:
    """Whether a word is a known given name."""
    return word in _persons.given_names()


@lru_cache(maxsize=_WORDS)
def is_weapon(text: str) -> bool:
    """Whether the words name a weapon or a military platform."""
    return _weapons.default().find(text) is not None


@lru_cache(maxsize=_WORDS)
def noun(words: str) -> Noun | None:
    """What a common noun, or a phrase that ends in one, stands for (lower case, singular or plural)."""
    said, built = _nouns.people().head(words), _nouns.things().head(words)
    person, thing = (said.item if said else None), (built.item if built else None)
    if said is not None and built is not None and built.begin < said.begin:
        person = None  # "a farming community" is where people live
    if person is not None:
        several = person.number != "singular"
        group = several or "group" in person.classes
        kind = EntityKind.GROUP if group else EntityKind.PERSON
        return Noun(kind, person.gender, person.number, frozenset(person.classes))
    if thing is not None:
        kind = _THINGS.get(thing.kind, EntityKind.MATERIEL)
        return Noun(kind, "", thing.number, frozenset((thing.kind,)))
    last = words.rsplit(" ", 1)[-1]
    if last in INSTITUTIONS or _is_force(last):
        return Noun(EntityKind.GROUP, "", "collective", frozenset(("institution",)))
    if _weapons.default().find(words.rsplit(" ", 1)[-1]) is not None:
        return Noun(EntityKind.MATERIEL, "", "", frozenset(("weapon",)))
    return None


@lru_cache(maxsize=_WORDS)
def _ends_phrase(word: str) -> bool:
    return _nouns.people().ends_phrase(word) or _nouns.things().ends_phrase(word)


def noun_behind(before: str, word: str) -> Noun | None:
    """What a common noun stands for behind a word that may say more: "police officer". Few nouns have such words."""
    return noun(f"{before} {word}" if _ends_phrase(word) else word)


def _is_force(word: str) -> bool:
    found = _forces().phrase(word)
    return found is not None and found[1] == "name" and word not in NOT_FORCES


def begins_group(word: str) -> bool:
    """Whether a name that starts with this lower-case word is most likely an armed or political group's."""
    return fold(word) in NAME_BEGINS


def ends_group(word: str) -> bool:
    """Whether a name that ends in this lower-case word is most likely an institution's."""
    found = noun(word)
    return word in NAME_ENDS or (found is not None and found.kind is EntityKind.GROUP and found.number != "plural")


_THINGS = {"institution": EntityKind.GROUP, "settlement": EntityKind.PLACE}


@cache
def speaks(verb: str) -> bool:
    """Whether the subject of a verb (by its lemma) says, thinks or claims something: somebody, that is."""
    return any(operator.claimant == "subject" for operator in _operators.default().of(verb, "VERB"))


@cache
def standings() -> dict[str, Standing]:
    """The words before a role that say how it is held ("former", "acting")."""
    lists = _operators.default().lists
    return {word: standing for standing in Standing for word in lists.get(f"standing_{standing}", ())}


_SUFFERED = frozenset({"captive", "casualty", "kin"})


def outsider(lemma: str, classes: frozenset[str]) -> bool:
    """Whether somebody who is called so "of" a group is none of its members: its enemy, friend, hostage or victim."""
    return bool(classes & _SUFFERED) or lemma in _operators.default().lists["outsiders"]


@cache
def newly() -> frozenset[str]:
    """Words for "lately" before "appointed"."""
    return _operators.default().lists["newly"]


@cache
def appointing() -> frozenset[str]:
    """Participles for somebody who has been given a role."""
    return _operators.default().lists["appointing"]


@cache
def hedged(word: str) -> Certainty:
    """How sure a text is of a role behind this adjective ("suspected", "alleged")."""
    lists = _operators.default()
    if word in lists.lists["quoting"]:
        return Certainty.CERTAIN
    return Certainty(lists.hedge_adjectives[word]) if lists.hedge_adjectives.get(word) in _UNSURE else Certainty.CERTAIN


_UNSURE = frozenset({Certainty.PROBABLE.value, Certainty.POSSIBLE.value})


@cache
def undoes(lemma: str, pos: str = "VERB") -> bool:
    """Whether what a word says by itself is not so, or not yet: "denied", "planned", "threatened"."""
    known = _operators.default().of(lemma, pos)
    return any(o.effect is not Effect.PLAIN and o.effect is not Effect.AGENT and not o.extra for o in known)


@cache
def suspects(verb: str) -> bool:
    """Whether a verb says something that may be so: "accused", "suspected", "alleged"."""
    known = _operators.default().of(verb, "VERB")
    return any(o.kind is ClaimKind.ACCUSATION or o.certainty in _DOUBTED for o in known)


_DOUBTED = frozenset({Certainty.PROBABLE, Certainty.POSSIBLE})


@cache
def is_violent(word: str) -> bool:
    """Whether a word describes fighters of any sort, and so tells no two of them apart ("the terror
    group").
    """
    found = noun(word)
    return word in VIOLENT or (found is not None and bool(found.classes & {"combatant", "perpetrator", "criminal"}))
