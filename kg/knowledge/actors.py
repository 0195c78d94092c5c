"""Well-known actors: governments and their forces, armed groups, coalitions, agencies, monitors,
organisations.

Bundled rows come from ``data/actors.tsv``; the usual institutions of every state (military, army, air force,
navy, police, government, ministries) are made by rule from the countries and ``data/forces.tsv``, so that
"Ruritanian air force" needs no row of its own. A row with the identifier of a made one adds to it.

Format of the file and of a user's own: ``id label kind aliases country part_of wikidata area``, several
values separated by ``|``. An alias that begins with ``?`` is unsure: it needs something else in the text that
speaks for the actor. Acronyms are found in capitals only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.knowledge import countries as country_data
from kg.knowledge import extension
from kg.knowledge.countries import Countries, Country
from kg.knowledge.forces import Force, forces
from kg.knowledge.index import Named, NameIndex
from kg.knowledge.spelling import fold
from kg.knowledge.tables import DATA, Row, read

KINDS = (
    "state-force",
    "armed-group",
    "external-force",
    "government",
    "police",
    "intelligence",
    "coalition",
    "news-agency",
    "outlet",
    "monitor",
    "aid-organisation",
    "international-organisation",
    "political-party",
)
COLUMNS = ("id", "label", "kind", "aliases", "country", "part_of", "wikidata", "area")

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_TAIL = re.compile(
    r" (?:(?:militant|terrorist|terror|rebel|guerrilla|jihadist|extremist|insurgent|islamist|armed) )?"
    r"(?:group|organi[sz]ation|network|movement)$",
    re.IGNORECASE,
)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
# Words for members, leaders and means of a group: "Taliban fighters" are the Taliban for who did it.
_MEMBER_WORDS = """
    fighter fighters militant militants gunman gunmen guerrilla guerrillas guerilla guerillas rebel rebels
    insurgent insurgents jihadist jihadists jihadi jihadis extremist extremists terrorist terrorists militia
    militias militiaman militiamen forces force troops soldier soldiers combatants partisans loyalists
    separatists commandos cadres members member militancy paramilitaries paramilitary operatives operative
    bombers suspects supporters mujahideen mujahedeen mercenary mercenaries contractors units unit brigade
    cell cells army
"""
_MEMBERS = frozenset(_MEMBER_WORDS.split())
_FILLER = re.compile(
    r"^(?:the|an?|some|several|many|other|suspected|alleged|armed|heavily|masked|local|regime|pro|security)$"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor; ``country`` is the ISO code of its home, ``area`` those of other countries it acts in.

    ``part_of`` holds the identifiers of what it belongs to.
    """

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    part_of: tuple[str, ...] = ()
    wikidata: str = ""
    area: tuple[str, ...] = ()

    def acts_in(self, countries: Collection[str]) -> bool:
        """Whether one of these countries is its home or where it acts."""
        return any(code in countries for code in (self.country, *self.area) if code)

    @property
    def same_as(self) -> tuple[str, ...]:
        """Its IRI at Wikidata, where it is surely known."""
        return (f"http://www.wikidata.org/entity/{self.wikidata}",) if self.wikidata else ()


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """An actor that words stand for, and how.

    ``relation``: ``name`` (they name it), ``members`` (people of it: "Syrian troops"), ``operates`` (things
    of it: "Israeli jets"), ``metonym`` (a place or building that stands for it: "the Kremlin"). ``unsure``
    matches need something else in the text that speaks for the actor.
    """

    actor: Actor
    relation: str = "name"
    unsure: bool = False


class Actors:
    """All actors that kg knows, looked up by name or put together from a country and a word for a force."""

    def __init__(self, actors: Sequence[Actor], unsure: Collection[tuple[str, str]], states: Countries) -> None:
        self._by_id = {actor.id: actor for actor in actors}
        self._countries = states
        self._names: NameIndex[Actor] = NameIndex(proper=True)
        doubtful = set(unsure)
        for actor in self._by_id.values():
            for name in (actor.label, *actor.aliases):
                for form in _forms(name):
                    self._names.add(form, actor, unsure=(actor.id, name) in doubtful)
        self._made: dict[tuple[str, str], Actor] = {}

    @classmethod
    def load(cls, extra: Path | None = None, states: Countries | None = None) -> Actors:
        """The bundled actors; rows of ``extra`` with a known id are merged into it, others are added.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        found: dict[str, Actor] = {}
        unsure: set[tuple[str, str]] = set()
        for path in (DATA / "actors.tsv", extra):
            if path is None:
                continue
            for row in read(path, COLUMNS):
                actor, doubtful = _actor(row)
                unsure.update((actor.id, name) for name in doubtful)
                known = found.get(actor.id)
                found[actor.id] = actor if known is None else _merged(known, actor)
        return cls(tuple(found.values()), unsure, states or country_data.default())

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, identifier: str) -> Actor | None:
        """The actor with an identifier, made by rule if it is the institution of a state."""
        known = self._by_id.get(identifier)
        if known is not None:
            return known
        for country in self._countries:
            if country.is_polity and identifier.startswith(f"{country.slug}-"):
                force = forces().get(identifier.removeprefix(f"{country.slug}-"))
                if force is not None:
                    return self._institution(country, force)
        return None

    def find(self, text: str, *, countries: Collection[str] = (), all_capitals: bool = False) -> Actor | None:
        """The actor that a name means, None if there is none or it cannot be told.

        ``countries`` are the ISO codes of the story's countries: they decide between actors of one name, and
        let unsure names count. ``all_capitals`` says that the whole text is in capitals.
        """
        matches = self.matches(text, all_capitals=all_capitals)
        at_home = [match.actor for match in matches if match.actor.acts_in(countries)]
        if len(at_home) == 1:
            return at_home[0]
        sure = [match.actor for match in matches if not match.unsure]
        return sure[0] if len(sure) == 1 else None

    def matches(self, text: str, *, all_capitals: bool = False) -> tuple[ActorMatch, ...]:
        """All actors that bear a name, sure ones first."""
        plain = _THE.sub("", text)
        # "the Islamic State militant group" is Islamic State, but "the Islamic group" is nobody's name
        found: Sequence[Named[Actor]] = ()
        for form in (text, plain, _TAIL.sub("", plain)):
            found = found or self._names.find(form, all_capitals)
        ordered = sorted(found, key=lambda entry: entry.unsure)
        return tuple(ActorMatch(entry.item, "name", entry.unsure) for entry in ordered)

    def compose(
        self, words: str | Sequence[str], *, countries: Collection[str] = (), all_capitals: bool = False
    ) -> ActorMatch | None:
        """The actor that a phrase stands for: "Syrian government forces", "Turkish jets", "Taliban fighters".

        The phrase is a name, a country's name, adjective or capital with a word for a force, an actor's name
        with a word for members, or a word for a force in a story about a single country (then unsure). None
        where the words mean no single known actor.
        """
        tokens = [word for word in (words.split() if isinstance(words, str) else words) if word]
        while len(tokens) > 1 and _FILLER.match(tokens[0].lower()):
            tokens = tokens[1:]
        if not tokens:
            return None
        text = " ".join(tokens)
        named = self.find(text, countries=countries, all_capitals=all_capitals)
        if named is not None:
            return ActorMatch(named)
        metonym = self.metonym(text)
        if metonym is not None:
            return metonym
        return (
            self._of_state(tokens, countries, all_capitals)
            or self._of_group(tokens, countries, all_capitals)
            or self._of_story(text, countries)
        )

    def metonym(self, text: str) -> ActorMatch | None:
        """The actor that a capital stands for when it speaks or acts: "Moscow"."""
        country = self._countries.of_capital(text)
        if country is None or not country.is_polity:
            return None
        government = forces()["government"]
        return ActorMatch(self._institution(country, government), "metonym", unsure=True)

    def of_country(self, country: Country | str, force: str) -> Actor | None:
        """The institution of a state: ``of_country("SY", "air-force")``."""
        state = self._countries.get(country) if isinstance(country, str) else country
        known = forces().get(force)
        return self._institution(state, known) if state and known and state.is_polity else None

    def _of_state(self, tokens: Sequence[str], countries: Collection[str], all_capitals: bool) -> ActorMatch | None:
        for split in range(1, len(tokens)):
            phrase = forces().phrase(" ".join(tokens[split:]))
            if phrase is None:
                continue
            force, relation = phrase
            country = self._country(" ".join(tokens[:split]), countries, all_capitals)
            if country is not None:
                return ActorMatch(self._institution(country, force), relation)
        for split in (at for at, word in enumerate(tokens) if word.lower() == "of" and 0 < at < len(tokens) - 1):
            phrase = forces().phrase(" ".join(tokens[:split]))
            country = self._country(" ".join(tokens[split + 1 :]), countries, all_capitals)
            if phrase is not None and country is not None:
                return ActorMatch(self._institution(country, phrase[0]), phrase[1])
        return None

    def _of_story(self, text: str, countries: Collection[str]) -> ActorMatch | None:
        """ "the army" in a story about one country: most likely that country's."""
        phrase = forces().phrase(text)
        country = self._countries.get(next(iter(countries))) if len(countries) == 1 else None
        if phrase is None or country is None or not country.is_polity:
            return None
        return ActorMatch(self._institution(country, phrase[0]), phrase[1], unsure=True)

    def _country(self, text: str, countries: Collection[str], all_capitals: bool) -> Country | None:
        found = [country for country in self._countries.meant(text, all_capitals) if country.is_polity]
        if not found:
            capital = self._countries.of_capital(text)
            found = [capital] if capital else []
        if len(found) > 1:
            found = [country for country in found if country.code in countries]
        return found[0] if len(found) == 1 else None

    def _of_group(self, tokens: Sequence[str], countries: Collection[str], all_capitals: bool) -> ActorMatch | None:
        end = len(tokens)
        while end > 1 and fold(tokens[end - 1]) in _MEMBERS:
            end -= 1
        if end == len(tokens):
            return None
        group = self.find(" ".join(tokens[:end]), countries=countries, all_capitals=all_capitals)
        return ActorMatch(group, "members") if group else None

    def _institution(self, country: Country, force: Force) -> Actor:
        key = (country.code, force.id)
        if key not in self._made:
            identifier = f"{country.slug}-{force.id}"
            made = Actor(
                id=identifier,
                label=f"{country.adjective} {force.label}",
                kind=force.kind,
                country=country.states[0] if country.states else "",
                part_of=(f"{country.slug}-{force.part_of}",) if force.part_of else (),
            )
            known = self._by_id.get(identifier)
            self._made[key] = made if known is None else _merged(made, known)
        return self._made[key]


def _forms(name: str) -> tuple[str, ...]:
    """A name with and without its article; "The Times" keeps it, for "times" is a word."""
    plain = _THE.sub("", name)
    return (name,) if plain == name or (name.startswith("The ") and " " not in plain) else (name, plain)


def _merged(first: Actor, second: Actor) -> Actor:
    return replace(
        first,
        label=second.label,
        kind=second.kind,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        country=second.country or first.country,
        part_of=tuple(dict.fromkeys((*first.part_of, *second.part_of))),
        wikidata=second.wikidata or first.wikidata,
        area=tuple(dict.fromkeys((*first.area, *second.area))),
    )


def _actor(row: Row) -> tuple[Actor, tuple[str, ...]]:
    wikidata = row.text("wikidata")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise row.error(f"column 'wikidata' is {wikidata!r}, not like Q42")
    written = row.several("aliases")
    doubtful = tuple(name[1:].strip() for name in written if name.startswith("?"))
    actor = Actor(
        id=row.required("id"),
        label=row.required("label"),
        kind=row.one_of("kind", KINDS),
        aliases=tuple(name.removeprefix("?").strip() for name in written),
        country=row.text("country"),
        part_of=row.several("part_of"),
        wikidata=wikidata,
        area=row.several("area"),
    )
    return actor, doubtful


@extension.cached
def default() -> Actors:
    """The bundled actors, with the user's."""
    return Actors.load(extension.file("actors.tsv"))
