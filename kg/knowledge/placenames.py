"""Takes a place's name apart into its proper name and the words that say what sort of place it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge import nouns
from kg.model import PlacePrecision

_PROVINCES = """
province, governorate, state, department, oblast, prefecture, wilaya, wilayat, canton
"""
_DISTRICTS = """
district, county, raion, rayon, okrug, cercle, subdistrict, sub-district, tehsil, taluk, taluka, thana, upazila, agency,
commune, municipality, township, parish, locality, woreda, kebele, payam, boma, barangay, ward, territory, chiefdom,
groupement, sub-prefecture, subprefecture, local government area, jurisdiction, corregimiento, regency, arrondissement
"""
_TOWNS = """
city, town, village, hamlet, settlement, suburb, neighbourhood, neighborhood, quarter, port, capital,
community, farming community, villages, port city, slum, shantytown, shanty town, housing estate, douar, kibbutz, moshav
"""
_LANDSCAPES = """
region, area, desert, valley, mountains, mountain, mount, river, lake, island, islands, peninsula, plain,
plateau, hills, basin, coast, highlands, countryside, sector, gorge, canyon, pass, mountain pass, ridge, heights, hill,
forest, forests, woods, marshes, swamp, bay, gulf, strait, delta, range, mountain range, massif, volcano, reservoir,
canal, jungle, foothills, wadi, oasis, steppe, tribal area
"""
# Things that are named after the place they stand in or near.
_FACILITIES = """
airport, international airport, airfield, air base, airbase, air field, base, military base, naval base,
camp, refugee camp, military camp, army camp, army base, displacement camp, idp camp, training camp, displaced camp,
prison, jail, hospital, district hospital, general hospital,
university, checkpoint, crossing, border crossing, border post, dam, bridge, oil field, oilfield, gas field, gas plant,
garrison, barracks, market, bazaar, mosque, church, cathedral, monastery, school, road, gate,
square, junction, station, power plant, power station, refinery, outskirts, suburbs, environs, stadium, cemetery, police
station, railway station, train station, bus station, front, harbour, harbor, seaport, mine, airspace
"""
# Things that bear names of their own, which may be those of places anywhere: the Palestine hotel, the Jerusalem road.
_OWN = """
hotel, inn, guesthouse, resort, restaurant, cafe, café, bar, pub, club, nightclub, cinema, theatre, theater,
shopping mall, mall, shopping centre, shopping center, supermarket, clinic, factory, plant, mill, sugar mill, farm,
ranch, plantation, estate, intersection, roundabout, avenue, street, boulevard, highway, federal highway, expressway,
motorway, bypass, park, tower, palace, building, compound, shrine, temple, synagogue, seminary, madrasa, madrassa,
tunnel, outpost, roadblock
"""


def _words(listed: str) -> list[str]:
    return [" ".join(word.split()) for word in listed.split(",")]


_KIND_WORDS: dict[str, tuple[tuple[str, ...], PlacePrecision | None]] = {
    **dict.fromkeys(_words(_PROVINCES), (("admin1",), PlacePrecision.PROVINCE)),
    **dict.fromkeys(_words(_DISTRICTS), (("admin2", "neighbourhood"), PlacePrecision.DISTRICT)),
    **dict.fromkeys(_words(_TOWNS), (("city", "village", "neighbourhood"), PlacePrecision.EXACT)),
    **dict.fromkeys(_words(_LANDSCAPES), ((), PlacePrecision.AREA)),
    **dict.fromkeys(_words(_FACILITIES), ((), PlacePrecision.NEAR)),
    **dict.fromkeys(_words(_OWN), ((), PlacePrecision.NEAR)),
}
_OWN_WORDS = frozenset(_words(_OWN))
_WORDS = "|".join(sorted((re.escape(word) for word in _KIND_WORDS), key=len, reverse=True))
_AFTER = re.compile(rf"^(?P<core>.+?)(?:['’]s?)?\s+(?P<kind>{_WORDS})$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:the\s+)?(?P<kind>{_WORDS})\s+of\s+(?P<core>.+)$", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A name without its kind words, the kinds they allow (all if empty), the precision they leave.

    ``own`` says that the rest of the name need not be that of the place where it is ("the Palestine hotel").
    """

    core: str
    kinds: tuple[str, ...] = ()
    precision: PlacePrecision | None = None
    word: str = ""
    own: bool = False


@lru_cache(maxsize=1 << 14)
def split_type(name: str) -> Typed:
    """The proper part of a name (``the city of X``, ``X province``), or the name itself."""
    plain = _THE.sub("", " ".join(name.split()))
    found = _BEFORE.match(plain) or _AFTER.match(plain)
    if found is None:
        return Typed(plain)
    word = found["kind"].lower()
    kinds, precision = _KIND_WORDS[word]
    return Typed(_THE.sub("", found["core"]), kinds, precision, word, word in _OWN_WORDS)


def is_common_word(name: str) -> bool:
    """Whether a name is also a common noun that reports are full of ("Police", "Airport", "Man")."""
    word = name.lower()
    return word in _KIND_WORDS or nouns.things().is_noun(word) or nouns.people().is_noun(word)
