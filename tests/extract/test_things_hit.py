"""What a bomb, a fire or rebels hit where nobody was hurt, and what was only near or carried it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

pytestmark = pytest.mark.model


def _hit(reader: Reader, text: str) -> list[str]:
    """Each event as ``what was hit < by whom``."""
    reading = reader.read(Document("text", text, "0", issued=date(1989, 6, 2)))
    shown = []
    for parts in parts_told(reading):
        targets, losses, by = listed(parts, Predicate.TARGET, Predicate.MATERIAL_LOSS, Predicate.PERPETRATOR)
        shown.append("; ".join(filter(None, (targets, losses))) + (f" < {by}" if by else ""))
    return shown


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Rebels destroyed a police station.", ["police station < Rebels"]),
        # a ship that somebody sank, not one that sinks
        ("Rebels said they had sunk two navy boats.", ["two navy boats < Rebels"]),
        ("A navy gunboat sank a ferry off Jaffna, killing 38 people.", ["ferry < navy"]),
        ("The ship was torpedoed and 300 sailors were drowned.", ["ship"]),
        ("The migrants' boat sank off Libya, killing 90.", []),
        ("The minister torpedoed the talks.", []),
        ("The bombing of the destroyer in Aden killed 17 sailors.", ["destroyer"]),
        ("Two bombs exploded at a police station in Bilbao last night.", ["police station"]),
        ("A bomb exploded in a bank in Oran.", ["bank"]),
        ("A bomb was detonated against the oil pipeline.", ["oil pipeline"]),
        ("Guerrillas planted a bomb under a bus carrying soldiers.", ["bus < Guerrillas"]),
        ("A bomb left in a suitcase exploded at the airport.", ["airport"]),
        ("A bus was blown up by a bomb.", ["bus"]),
        ("Urban commandos launched two bombs against a car dealership.", ["car dealership < Urban commandos"]),
        ("The explosion caused heavy damage to the bank.", ["bank"]),
        ("A bomb exploded at the port, and the customs post suffered damage in the blast.", ["port; customs post"]),
        ("An office of the ministry was damaged following the explosion of two bombs.", ["office of the ministry"]),
        ("A bomb damaged the Harbour Bank.", ["Harbour Bank"]),
        ("The house of Judge Omar Benali was the target of a bomb attack.", ["house of Judge Omar Benali"]),
        ("The rebels burned three buses and a fuel truck.", ["fuel truck, three buses < rebels"]),
        ("Rebels dynamited two bridges on the road to Batna.", ["two bridges < Rebels"]),
        ("A bomb attack took place in front of the planning ministry.", ["planning ministry"]),
        ("A shopping mall was shaken by the explosion of a bomb.", ["shopping mall"]),
        ("Masked men burned the town hall down.", ["town hall < Masked men"]),
        (
            "After rebels carried out sabotage operations against the power grid, lights went out.",
            ["power grid < rebels"],
        ),
        # set on fire on purpose, whoever did it
        ("Four farms have been set on fire near Oran.", ["Four farms"]),
        ("Rebels set two trucks loaded with ore on fire.", ["two trucks < Rebels"]),
        ("The troops burned down the mosque.", ["mosque < troops"]),
        ("The house was set on fire by an electrical fault.", []),
        ("Protesters set fire to tyres.", []),
        ("Gunmen fired on the bank.", ["bank < Gunmen"]),
        ("The army blew up the bomb.", []),
        ("Villagers burned documents.", []),
        ("Demonstrators burned a flag.", []),
        ("The war damaged the party.", []),
    ],
)
def test_what_was_hit(reader: Reader, text: str, hit: list[str]) -> None:
    assert _hit(reader, text) == hit


def test_where_somebody_is_shot_is_not_shot_at(reader: Reader) -> None:
    assert _hit(reader, "Omar Sayed was shot at the bus stop by rebels.") == [" < rebels"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebels blew up a bridge and burned two trucks near Oran.", {"Bombing", "ArsonAttack"}),
        ("Soldiers killed ten villagers and burned down their homes.", {"Killing", "ArsonAttack"}),
        ("A lorry burned on the road. Soldiers killed ten villagers in Oran.", {"Killing"}),
    ],
)
def test_fires_beside_other_violence_were_set(reader: Reader, text: str, kinds: set[str]) -> None:
    reading = reader.read(Document("text", text, "0"))
    assert {kind for event in reading.events for kind in event.types} == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Rebels set fire to the Rio Grande Country Club.",
        "Assailants fired on the Central Hotel from a car.",
        "A bomb destroyed the Central Hotel.",
    ],
)
def test_a_building_with_a_name_is_where_it_was_hit(reader: Reader, text: str) -> None:
    (parts,) = parts_told(reader.read(Document("text", text, "0")))
    assert parts["LOCATION"] & {"Rio Grande Country Club", "Central Hotel"}
