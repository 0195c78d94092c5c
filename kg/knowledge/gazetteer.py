"""Where places are: names of countries, divisions, settlements and landscapes with their coordinates.

Settlements and divisions come from GeoNames (CC BY 4.0, see docs/data-sources.md), landscapes and what else
reports name from our own file. ``Gazetteer.choose`` in ``kg.knowledge.choice`` picks among places of one
name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from kg.ids import slug
from kg.knowledge import choice, countries, extension, placefile
from kg.knowledge.choice import Choice
from kg.knowledge.places import KINDS, TRANSLITERATED, GazetteerPlace, Match
from kg.knowledge.spelling import alike, bare, fold, is_acronym, like_spelt, skeleton
from kg.knowledge.tables import DATA, Row, read

COLUMNS = ("id", "name", "kind", "country", "latitude", "longitude", "parent", "aliases", "population")
_LEAST_LETTERS = 5
# Least likeness of sound and of spelling for taking a name for another spelling of a place's name.
_LOOSE = (0.85, 0.6)
_STRICT = (0.9, 0.8)


@dataclass(frozen=True, slots=True)
class _Extra:
    place: GazetteerPlace
    parent: str


class Gazetteer:
    """All places that kg knows, looked up by name."""

    def __init__(
        self, extras: Sequence[_Extra], aliases: Mapping[str, Sequence[str]], renamed: Mapping[str, str]
    ) -> None:
        self._renamed = dict(renamed)
        self._extras = {extra.place.id: extra for extra in extras}
        self._names: dict[str, list[str]] = {}
        for extra in extras:
            self._add_name(extra.place.name, extra.place.id)
        for identifier, names in aliases.items():
            for name in names:
                self._add_name(name, identifier)
        self._known: dict[str, GazetteerPlace | None] = {}
        # The same names come again and again; to look for like-sounding ones is what takes time.
        self._remembered = lru_cache(maxsize=1 << 14)(self._look_up)

    def _add_name(self, name: str, identifier: str) -> None:
        folded = fold(name)
        for key in dict.fromkeys((folded, bare(folded))):
            if len(key) > 1:
                holders = self._names.setdefault(key, [])
                if identifier not in holders:
                    holders.append(identifier)

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        """The identifiers of hand-made places by the skeletons of their names."""
        found: dict[str, list[str]] = {}
        for name, identifiers in self._names.items():
            found.setdefault(skeleton(name), []).extend(identifiers)
        return found

    @classmethod
    def load(cls, extra: Path | None = None) -> Gazetteer:
        """The bundled gazetteer; rows of ``extra`` with a known id rename it or add names, others add places.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        extras: dict[str, _Extra] = {}
        aliases: dict[str, list[str]] = {}
        renamed: dict[str, str] = {}
        for path in (DATA / "places_extra.tsv", extra):
            if path is None:
                continue
            for row in read(path, COLUMNS):
                given = row.text("id")
                known = bool(given) and (given in extras or given.startswith("gn-"))
                if not known:
                    place = _extra(row)
                    extras[place.place.id] = place
                    given = place.place.id
                names = [row.text("name")] if known and row.text("name") else []
                renamed.update((given, name) for name in names)
                aliases.setdefault(given, []).extend([*names, *row.several("aliases")])
        return cls(tuple(extras.values()), aliases, renamed)

    def get(self, identifier: str) -> GazetteerPlace | None:
        """The place with an identifier of this gazetteer."""
        if identifier not in self._known:
            extra = self._extras.get(identifier)
            if extra is not None:
                self._known[identifier] = self._placed(extra)
            else:
                number = placefile.places().number_of(identifier)
                self._known[identifier] = None if number is None else self._bundled(number)
        return self._known[identifier]

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """The places that bear a name or, failing that, a like-sounding one; best, then largest first."""
        matches = self.matches(name)
        return tuple(match.place for match in matches)

    def matches(self, name: str, fuzzy: bool = True) -> tuple[Match, ...]:
        """Like ``candidates``, each with how well the name fits; ``fuzzy`` allows other transliterations."""
        return self._remembered(name, fuzzy)

    def _look_up(self, name: str, fuzzy: bool) -> tuple[Match, ...]:
        folded = fold(name)
        found = self._by_keys(folded, (folded, bare(folded)))
        state = countries.default().find(name) if is_acronym(name) else None
        if state is not None and state.code in _countries():
            found.append(Match(_countries()[state.code], 1.0))
        if fuzzy:
            # a division is often called after its main town, which another spelling may hide
            divisions = [match.place.id for match in found]
            if not any(match.place.kind not in ("admin1", "admin2") for match in found):
                alike = self._alike(folded)
                found += [m for m in alike if not found or set(m.place.within) & set(divisions)]
        return tuple(sorted(found, key=lambda match: (-match.fit, -match.place.population, match.place.id)))

    def _by_keys(self, folded: str, keys: Sequence[str]) -> list[Match]:
        matches = []
        for place in self._bearing(dict.fromkeys(keys)):
            own = fold(place.name)
            fit = 1.0 if folded in (own, bare(own)) or bare(own) == bare(folded) else 0.9
            matches.append(Match(place, fit))
        return matches

    def _alike(self, folded: str) -> list[Match]:
        """Places whose names sound alike: strictly so where names are written in Latin letters at home."""
        key = skeleton(folded)
        if len(key) < 2 or len(bare(folded)) < _LEAST_LETTERS:
            return []
        matches = []
        for place in self._bearing((key,)):
            if place.kind == "country":
                continue
            name = fold(place.name)
            likeness, spelling = alike(folded, name), like_spelt(folded, name)
            least = _LOOSE if place.country in TRANSLITERATED else _STRICT
            if likeness >= least[0] and spelling >= least[1]:
                matches.append(Match(place, 0.8 * likeness))
        return matches

    def _bearing(self, keys: Sequence[str] | dict[str, None]) -> Iterator[GazetteerPlace]:
        seen: set[str] = set()
        for key in keys:
            table = self._skeletons if key.isupper() else self._names
            for identifier in table.get(key, ()):
                place = self.get(identifier)
                if place is not None and place.id not in seen:
                    seen.add(place.id)
                    yield place
        for number in placefile.numbers_of(iter(keys)):
            place = self._bundled(number)
            if place.id not in seen:
                seen.add(place.id)
                yield place

    def within(self, place: GazetteerPlace) -> tuple[GazetteerPlace, ...]:
        """The places that contain it, nearest first, as far as they are known."""
        return tuple(found for found in map(self.get, place.within) if found is not None)

    def country(self, code: str) -> GazetteerPlace | None:
        """The state or territory with an ISO 3166 code as a place."""
        return _countries().get(code)

    def choose(
        self,
        name: str,
        *,
        country_hints: Mapping[str, float] | None = None,
        near: Sequence[GazetteerPlace] = (),
        containers: Sequence[str] = (),
    ) -> Choice:
        """The place that a name means in a story, or the reason why none can be told.

        ``country_hints`` weighs the story's countries by ISO code, ``near`` holds places of the story that
        are already known, ``containers`` the names of places in which the text says it lies.
        """
        return choice.choose(self, name, country_hints or {}, near, containers)

    def _bundled(self, number: int) -> GazetteerPlace:
        place = _read(number)
        name = self._renamed.get(place.id)
        return place if name is None else replace(place, name=name)

    def _placed(self, extra: _Extra) -> GazetteerPlace:
        """The place with its containing places, which a data file gives by name."""
        place = extra.place
        chain: list[str] = []
        admin1 = ""
        if extra.parent:
            holders = [
                match.place
                for match in self.matches(extra.parent, fuzzy=False)
                if match.place.country == place.country and match.place.id != place.id
            ]
            holders.sort(key=lambda holder: (holder.kind not in ("admin1", "admin2", "region"), -holder.population))
            if holders:
                chain = [holders[0].id, *holders[0].within]
                admin1 = holders[0].admin1
        country = _countries().get(place.country)
        if country is not None and country.id not in chain:
            chain.append(country.id)
        return GazetteerPlace(place.id, place.name, place.kind, place.country, admin1, place.latitude,
                              place.longitude, place.population, tuple(chain))  # fmt: skip


def _read(number: int) -> GazetteerPlace:
    identifier, name, kind, country, admin1, admin2, latitude, longitude, population = placefile.places()[number].split(
        "\t"
    )
    chain = []
    if admin2:
        chain.append(f"gn-{country}.{admin1}.{fold(admin2).replace(' ', '-')}")
    if admin1 and kind != "admin1":
        chain.append(f"gn-{country}.{admin1}")
    if kind != "country" and country in _country_ids():
        chain.append(_country_ids()[country])
    return GazetteerPlace(identifier, name, kind, country, admin1, float(latitude), float(longitude),
                          int(population), tuple(chain))  # fmt: skip


@cache
def _country_ids() -> dict[str, str]:
    """The identifiers of countries, which stand first in the bundled file, by ISO code."""
    ids = {}
    lines = placefile.places()
    for number in range(len(lines)):
        identifier, _, kind, country, *_ = lines[number].split("\t")
        if kind != "country":
            break
        ids[country] = identifier
    return ids


@cache
def _countries() -> dict[str, GazetteerPlace]:
    return {code: _read(number) for number, code in enumerate(_country_ids())}


def _extra(row: Row) -> _Extra:
    name, country = row.required("name"), row.text("country")
    kind = row.one_of("kind", KINDS)
    latitude, longitude = row.number("latitude", -90, 90), row.number("longitude", -180, 180)
    if latitude is None or longitude is None:
        raise row.error("a new place needs latitude and longitude")
    identifier = row.text("id") or "-".join(part for part in ("x", country.lower(), kind, slug(name)) if part)
    population = int(row.number("population", 0, 2e9) or 0)
    return _Extra(
        GazetteerPlace(identifier, name, kind, country, "", latitude, longitude, population),
        row.text("parent"),
    )


@extension.cached
def default() -> Gazetteer:
    """The bundled gazetteer, with the user's places."""
    return Gazetteer.load(extension.file("places.tsv"))
