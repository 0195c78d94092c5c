"""Places told by what sort of place they are, and what they lie in, read with the bundled model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind, PlaceInfo, PlacePrecision

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(nlp: Language) -> Callable[[str, str], tuple[PlaceInfo, set[str]]]:
    """What a text says of the place that it calls so, and the labels of what the place lies in."""
    reader = Reader(nlp)

    def told(text: str, label: str) -> tuple[PlaceInfo, set[str]]:
        reading = reader.read(Document("text", text, "0"))
        labels = {entity.key: entity.label for entity in reading.entities}
        found = [e for e in reading.entities if e.label == label]
        assert len(found) == 1, sorted(labels.values())
        assert found[0].place is not None
        return found[0].place, {labels[key] for key in found[0].place.within}

    return told


@pytest.mark.parametrize(
    ("text", "label", "within"),
    [
        # a building that is called after a place elsewhere
        ("A man was shot dead at the Palestine hotel in Baghdad.", "Palestine hotel", "Baghdad"),
        ("A man was shot dead in Portobello Barracks in Dublin.", "Portobello Barracks", "Dublin"),
        ("A bomb exploded at the Sheraton hotel in the Mika district of Kabul.", "Sheraton hotel", "Mika district"),
        # the sort of place is that of the name before it
        ("A mine killed a soldier in the Dras sector of Kashmir.", "Dras sector", "Kashmir"),
        (
            "The mayor was shot dead in the Las Palmas neighborhood of Montería, Colombia.",
            "Las Palmas neighborhood",
            "Montería",
        ),
        # a town that the text does not know under this name where it says that it lies
        ("In Ukraine, a drone killed a nurse in Kherson's Dniprovskyi district.", "Dniprovskyi district", "Kherson"),
        # a row of places, whichever the parser hangs on which
        ("A man was shot dead in Kamesh, in the southern province of Helmand.", "Kamesh", "province of Helmand"),
        ("Rebels entered the village of Situk, Jonin Department, in the mountains of Peru.", "Situk", "Peru"),
        # one word for several
        ("Rebels fought in Kandahar, Herat and Helmand provinces of Afghanistan.", "Herat province", "Afghanistan"),
    ],
)
def test_what_a_place_lies_in(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]], text: str, label: str, within: str
) -> None:
    assert within in read(text, label)[1]


def test_a_place_elsewhere_that_is_called_so_is_not_meant(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]],
) -> None:
    text = "In Ukraine, a drone killed a nurse in Kherson's Dniprovskyi district."
    place, within = read(text, "Dniprovskyi district")
    assert place.coordinates is None
    assert "Kyiv" not in within


@pytest.mark.parametrize(
    ("text", "label", "town"),
    [
        # a road from town to town, a crossing, a dam: not in the town that was spoken of before
        (
            "Three men were shot in Sarajevo. Two soldiers died on the Hadzici-Bradina road in May.",
            "Hadzici-Bradina road",
            "Sarajevo",
        ),
        (
            "A report from Kabul reached us. Police said a mine exploded near the Alchin crossing, killing a man.",
            "Alchin crossing",
            "Kabul",
        ),
        # where somebody comes from
        (
            "A woman from Cali was murdered. She had left a shop in Prado street when she was shot.",
            "Prado street",
            "Cali",
        ),
        # the caption above the report
        ("Photo: police in Kabul (File)\n\nA bomb exploded at the Zadran mosque.", "Zadran mosque", "Kabul"),
    ],
)
def test_what_no_place_lies_in(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]], text: str, label: str, town: str
) -> None:
    assert town not in read(text, label)[1]


def test_a_person_called_like_a_place_is_no_place(nlp: Language) -> None:
    text = "Luis Carlos Galan led a party in Colombia. The attack on Galan killed a guard. Galan had been warned."
    reading = Reader(nlp).read(Document("text", text, "0"))
    assert "Galan" not in {e.label for e in reading.entities if e.kind is EntityKind.PLACE}
    text = "Luis Carlos Galan led a party in Colombia. The attack on Galan killed a guard. Three more died in Galan."
    reading = Reader(nlp).read(Document("text", text, "0"))
    assert "Galan" in {e.label for e in reading.entities if e.kind is EntityKind.PLACE}


def test_the_agency_in_a_dateline_is_no_place_around_its_town(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]],
) -> None:
    assert "Reuter" not in read("TUZLA, Bosnia, July 4 (Reuter) - Shells hit a queue, killing six people.", "TUZLA")[1]
    assert "Philippines" in read("ZAMBALES (Philippines) - Gunmen killed a teacher.", "ZAMBALES")[1]


def test_a_street_lies_in_the_town_spoken_of_before(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]],
) -> None:
    text = "Gunmen in Cali, Colombia, killed two men. Both were shot in Prado street."
    assert "Cali" in read(text, "Prado street")[1]


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("Sinita river", PlacePrecision.AREA),
        ("Wolkau district", PlacePrecision.DISTRICT),
        ("Hadzici-Bradina road", PlacePrecision.AREA),
        ("Wolkau hotel", PlacePrecision.EXACT),
    ],
)
def test_a_place_that_no_gazetteer_knows_is_told_no_closer_than_its_sort_allows(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]], name: str, precision: PlacePrecision
) -> None:
    assert read(f"Rebels killed two soldiers at the {name} in Colombia.", name)[0].precision is precision


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # what is called after a town is not the town
        ("They prayed in Dili cathedral. Troops killed nine monks in Dili.", {"Dili cathedral", "Dili"}),
        ("Nine monks died at Kano airport. A bomb killed an abbot in Kano.", {"Kano airport", "Kano"}),
        (
            "Rebels killed nine monks in Ayacucho department. In Ayacucho, the capital, an abbot was shot dead.",
            {"Ayacucho department", "Ayacucho"},
        ),
        # but a province is where its name alone is said
        ("Nine monks died in Helmand province. Two abbots died in Helmand.", {"Helmand province"}),
        ("Nine monks died in the city of Kano. Two abbots died in Kano.", {"Kano"}),
    ],
)
def test_a_site_or_division_called_after_a_town(nlp: Language, text: str, places: set[str]) -> None:
    reading = Reader(nlp).read(Document("text", text, "0"))
    named = {e.label for e in reading.entities if e.kind is EntityKind.PLACE and e.mentions}
    assert named == places


@pytest.mark.parametrize(
    ("text", "town"),
    [
        # the town to which a report has gone on
        ("Troops shelled the town of Kura. In Nsukka, all is calm. A guard was shot dead in the town.", "Nsukka"),
        ("Troops shelled the town of Kura. A spokesman in Jos denied it. A guard was shot dead in the town.", "Kura"),
        (
            "Gunmen killed two guards in a coastal town in Nigeria. Mayor Bello of Kura was shot in the head. The town "
            "has been tense. An abbot was killed in the same town in 2009.",
            "Kura",
        ),
    ],
)
def test_which_town_is_meant(nlp: Language, text: str, town: str) -> None:
    reading = Reader(nlp).read(Document("text", text, "0"))
    last = text.rindex("town")
    (found,) = (e for e in reading.entities if any(s.begin <= last < s.end for s in e.mentions))
    assert found.label == town


def test_an_island_by_itself_is_no_town_of_its_name(read: Callable[[str, str], tuple[PlaceInfo, set[str]]]) -> None:
    place, within = read("He planned the bombing of nightclubs in Bali, a court in Karachi in Pakistan heard.", "Bali")
    assert (place.country, within) == ("ID", {"Indonesia"})


@pytest.mark.parametrize(
    ("text", "label", "precision"),
    [
        ("A bomb killed nine in the Karrada district of Baghdad in Iraq.", "Karrada district", PlacePrecision.EXACT),
        ("A bomb killed nine in the Zorg district of Baghdad in Iraq.", "Zorg district", PlacePrecision.EXACT),
        ("A bomb killed nine in the Zorg district of Blork.", "Zorg district", PlacePrecision.DISTRICT),
    ],
)
def test_a_district_of_a_town_is_a_part_of_it(
    read: Callable[[str, str], tuple[PlaceInfo, set[str]]], text: str, label: str, precision: PlacePrecision
) -> None:
    place, _ = read(text, label)
    assert place.precision is precision
