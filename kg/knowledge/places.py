"""Places of the gazetteer as records, and how precisely each kind of place says where something was."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Coordinates, PlacePrecision

_POINTS = ("city", "village", "neighbourhood", "camp", "crossing", "base", "airport", "site", "settlement")
_AREAS = (
    "region",
    "desert",
    "valley",
    "mountain",
    "river",
    "lake",
    "island",
    "peninsula",
    "forest",
    "border",
    "road",
)
_WATERS = ("sea", "gulf", "strait", "ocean", "airspace")

PRECISION: dict[str, PlacePrecision] = {
    "country": PlacePrecision.COUNTRY,
    "admin1": PlacePrecision.PROVINCE,
    "admin2": PlacePrecision.DISTRICT,
    "continent": PlacePrecision.AREA,
    **dict.fromkeys(_POINTS, PlacePrecision.EXACT),
    **dict.fromkeys(_AREAS, PlacePrecision.AREA),
    **dict.fromkeys(_WATERS, PlacePrecision.SEA_AIR),
}
KINDS = tuple(PRECISION)

# States whose names reach English through a transliteration, and so in many spellings.
_NOT_LATIN = """
AE AF AM AZ BD BG BH BY CN CY DJ DZ EG EH ER ET GE IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MK MM
MN MR NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN UA UZ XK YE
"""
TRANSLITERATED = frozenset(_NOT_LATIN.split())

# How far from its stated point a place of this kind may still reach, in kilometres: for "is X in Y?".
REACH_KM = {
    "city": 30.0,
    "village": 10.0,
    "neighbourhood": 5.0,
    "admin2": 80.0,
    "region": 250.0,
    "desert": 300.0,
    "valley": 120.0,
    "peninsula": 200.0,
    "island": 100.0,
    "mountain": 80.0,
    "river": 400.0,
}


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place with a known position. ``within`` holds the identifiers of containing places, nearest first."""

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int = 0
    within: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude

    @property
    def coordinates(self) -> Coordinates:
        """Its position as the model writes it."""
        return Coordinates(self.latitude, self.longitude)

    @property
    def precision(self) -> PlacePrecision:
        """How precisely its name alone says where something was."""
        return PRECISION[self.kind]

    @property
    def same_as(self) -> tuple[str, ...]:
        """Its IRI at GeoNames, for places that come from there with an identifier."""
        number = self.id.removeprefix("gn-")
        return (f"https://sws.geonames.org/{number}/",) if number.isdigit() and number != self.id else ()


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean; ``fit`` is 1 for its own name, less for another name or spelling."""

    place: GazetteerPlace
    fit: float
