"""When wordings mean the same: tables of pairs."""

from __future__ import annotations

import pytest

from kg.evaluate import wording

SAME_NAMES = [
    ("Khalid al-Jabouri", "Khalid ‘Aydd Ahmad al-Jabouri"),
    ("Johnson", "Boris Johnson"),
    ("Abu al-Oumarayn", "Abu al-Umarayn"),
    ("KIDAL FRONT", "the Kidal Front"),
    ("José Martí", "Jose Marti"),
]
OTHER_NAMES = [
    ("Hakimullah Mehsud", "Baitullah Mehsud"),
    ("Boris", "Boris Johnson"),
    ("Ana Reyes", "Ana Reyes's brother Luis"),
    ("", "Boris Johnson"),
]


@pytest.mark.parametrize(("left", "right"), SAME_NAMES)
def test_one_name(left: str, right: str) -> None:
    assert wording.any_name([left], [right])
    assert wording.any_name([right], [left])


@pytest.mark.parametrize(("left", "right"), OTHER_NAMES[:2] + OTHER_NAMES[3:])
def test_other_names(left: str, right: str) -> None:
    assert not wording.any_name([left], [right])


def test_a_shared_last_name_is_not_enough_where_both_have_more() -> None:
    assert not wording.any_name(["Hakimullah Mehsud", "Mehsud"], ["Baitullah Mehsud", "Mehsud"])
    assert wording.any_name(["Mehsud"], ["Baitullah Mehsud"])


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("several dozens of armed militants", "militant"),
        ("Islamic State leader", "leader"),
        ("two lawmakers, both from the south", "lawmaker"),
        ("the driver of the bus", "driver"),
        ("at least 51 civilians", "civilian"),
        ("women", "woman"),
        ("12", ""),
    ],
)
def test_head(phrase: str, head: str) -> None:
    assert wording.head(phrase) == head


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("at least two lawmakers", 2),
        ("1,200 people", 1200),
        ("nearly forty villagers", 40),
        ("villagers", None),
        ("the 34-year-old", 34),
    ],
)
def test_number(phrase: str, number: int | None) -> None:
    assert wording.number(phrase) == number


@pytest.mark.parametrize(
    ("left", "right", "compatible"),
    [
        ("nine soldiers", "soldiers", True),
        ("people", "villagers", True),
        ("soldiers", "girls", False),
        ("the bus driver", "driver", True),
    ],
)
def test_compatible(left: str, right: str, compatible: bool) -> None:
    assert wording.compatible(left, right) is compatible


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("village of Kefteen", "Kefteen", True),
        ("northern Idlib", "Idlib", True),
        ("eastern Syria", "western Iraq", False),
        ("the north", "north", True),
    ],
)
def test_same_place(left: str, right: str, same: bool) -> None:
    assert wording.same_place(left, right) is same


def test_weapons_may_be_told_more_narrowly() -> None:
    assert wording.same_weapon("roadside-bomb", "bomb")
    assert wording.same_weapon("bomb", "roadside bomb")
    assert not wording.same_weapon("rifle", "roadside bomb")
