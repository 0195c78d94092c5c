"""What is said of others in few words, of nobody, or taken back. Written as in ``told``."""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import Say, harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The colonel was killed instantly, as was his driver.", ["colonel, his driver"]),
        ("Judge Luis Soto died in the blast, as did his wife and two children.", ["Luis Soto, his wife, two children"]),
        (
            "Ivan Petrov was shot dead by masked men in Sofia on Monday, and so was his bodyguard.",
            ["Ivan Petrov, his bodyguard < masked men"],
        ),
        ("The priest was kidnapped by rebels in Gulu, as were three nuns.", [" cap priest, three nuns < rebels"]),
        ("The colonel was killed, as was reported on Monday.", ["colonel"]),
        ("The colonel was killed, as did not surprise his men.", ["colonel"]),
        ("The colonel was killed as he was leaving his house.", ["colonel"]),
        ("Neither the colonel nor his driver was hurt in the blast.", []),
    ],
)
def test_who_fared_likewise(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    "text",
    [
        "The Front claimed responsibility for the bombing that killed nine people in Kano but later withdrew its "
        "claim.",
        "The Front first claimed the attack on the barracks in Cali, in which five soldiers died, then retracted its "
        "statement.",
    ],
)
def test_who_withdraws_his_claim_denies_his_part_alone(say: Say, text: str) -> None:
    assert {claim for claim in say(text) if claim.startswith("Denial")} == {"Denial by Front: perpetrator Front"}


def test_who_dies_by_another_account_did_not_die_of_the_last_bomb(reader: Reader) -> None:
    told = harm_told(
        reader,
        "The air force admitted on Monday that one of its jets had dropped a bomb near the hospital in Kano.\n\n"
        "The daily Dawn reported that the leader of the Front, Omar Haddan, had been killed on the coast.",
    )
    assert told[-1] == "Omar Haddan"


def test_images_that_are_called_fabricated_are_no_earlier_attack(say: Say) -> None:
    claims = say(
        "Shells killed nine people in a hospital in Kano on Monday, doctors said. An official said that images showed "
        "craters in the area. The government called the images fabricated."
    )
    assert not {claim for claim in claims if claim.startswith("Denial")}


def test_who_disappeared_at_another_time_is_not_missing_in_what_was_told_before(say: Say) -> None:
    claims = say("Gunmen killed Omar Haddan in Kano on Monday. In June two seminarians disappeared.")
    assert not any("missing" in claim for claim in claims)
