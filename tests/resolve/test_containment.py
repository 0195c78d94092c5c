"""Which place lies in which."""

from __future__ import annotations

import pytest

from kg.model import Entity, EntityKind, PlaceInfo, PlacePrecision
from kg.resolve.containment import in_order

EXACT, DISTRICT, PROVINCE, AREA, COUNTRY = (
    PlacePrecision.EXACT,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.AREA,
    PlacePrecision.COUNTRY,
)


def place(key: str, precision: PlacePrecision, *within: str) -> Entity:
    """A place and what is said to contain it."""
    return Entity(key, EntityKind.PLACE, key, place=PlaceInfo(precision, within=within))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (
            [
                place("town", EXACT, "land", "province"),
                place("province", PROVINCE, "land"),
                place("land", COUNTRY),
            ],
            {"town": ("province", "land"), "province": ("land",), "land": ()},
        ),
        (
            [place("town", EXACT, "land"), place("land", COUNTRY, "town")],
            {"town": ("land",), "land": ()},
        ),
        (
            [place("desert", AREA, "province"), place("province", PROVINCE, "desert")],
            {"desert": ("province",), "province": ()},
        ),
        (
            [place("east", AREA, "west"), place("west", AREA, "east")],
            {"east": ("west",), "west": ()},
        ),
        (
            [place("town", EXACT, "land", "region"), place("land", COUNTRY), place("region", AREA)],
            {"town": ("land", "region"), "land": (), "region": ()},
        ),
        ([place("town", EXACT, "town", "nowhere")], {"town": ()}),
        ([place("quarter", DISTRICT, "town"), place("town", EXACT)], {"quarter": ("town",), "town": ()}),
        (
            [place("district", DISTRICT, "town"), place("town", EXACT, "district")],
            {"district": (), "town": ("district",)},
        ),
    ],
    ids=[
        "nearest first",
        "upside down",
        "area and province",
        "mutual",
        "areas keep their place",
        "itself",
        "quarter",
        "district",
    ],
)
def test_containment(places: list[Entity], expected: dict[str, tuple[str, ...]]) -> None:
    found = {entity.key: entity.place.within for entity in in_order(places) if entity.place is not None}
    assert found == expected
