"""Peoples, weapons and vehicles by form and list."""

from __future__ import annotations

import pytest

from kg.language.words import is_people, thing_of


@pytest.mark.parametrize("word", ["Iraqi", "Iraqis", "Sunni", "SHIITE", "Shi’ite", "Frenchmen", "Yazidis"])
def test_peoples(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", ["Iraq", "militants", "men", "'s", "", "Gulfstream"])
def test_no_peoples(word: str) -> None:
    assert not is_people(word)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("MQ-9", "VEHICLE"),
        ("F-16s", "VEHICLE"),
        ("Su-24", "VEHICLE"),
        ("AH-64", "VEHICLE"),
        ("C-130", "VEHICLE"),
        ("KC-135", "VEHICLE"),
        ("C-17s", "VEHICLE"),
        ("C-4", "WEAPON"),
        ("BMP-2", "VEHICLE"),
        ("Humvee", "VEHICLE"),
        ("Reaper", "VEHICLE"),
        ("AK-47s", "WEAPON"),
        ("RPG-7", "WEAPON"),
        ("IEDs", "WEAPON"),
        ("Hellfire", "WEAPON"),
        ("Tomahawk", "WEAPON"),
    ],
)
def test_things(name: str, kind: str) -> None:
    assert thing_of(name) == kind


@pytest.mark.parametrize(
    "name", ["Mehsud", "reaper", "Islamic", "G-20", "COVID-19", "Mi", "F", "", "2015", "I-95", "MI6", "F1"]
)
def test_no_things(name: str) -> None:
    assert thing_of(name) is None
