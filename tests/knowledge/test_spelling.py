"""Spellings of one name: what is the same, what is alike, what is told by its capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.knowledge.spelling import alike, bare, fold, is_acronym, skeleton, sounds


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_lower_case_ascii_words(text: str) -> None:
    folded = fold(text)
    assert folded == folded.lower().strip()
    assert "  " not in folded
    assert all(letter.isascii() and (letter.isalnum() or letter in " &") for letter in folded)


@given(st.text())
def test_a_name_without_articles_stays_a_name(text: str) -> None:
    folded = fold(text)
    assert bool(bare(folded)) == bool(folded)
    assert bare(bare(folded)) in (bare(folded), fold(bare(folded)))


@given(st.text())
def test_a_name_is_like_itself(text: str) -> None:
    assert alike(fold(text), fold(text)) == 1.0


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("U.S.", "us"),
        ("U.S.-led", "us led"),
        ("Sana’a", "sanaa"),
        ("Ta‘izz", "taizz"),
        ("Hezbollah's", "hezbollah"),
        ("the Houthis'", "the houthis"),
        ("San Martín", "san martin"),
        ("  Deir   ez-Zor ", "deir ez zor"),
        ("Донецк", "donetsk"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Sukhna", "As Sukhnah"),
        ("al-Tanaf", "al-Tanf"),
        ("Kobani", "Kobane"),
        ("Deir al-Zour", "Dayr az Zawr"),
        ("Falluja", "Al Fallūjah"),
        ("Kiev", "Kyiv"),
        ("Mogadiscio", "Mogadishio"),
        ("Kandahar", "Qandahar"),
        ("Izyum", "Izium"),
        ("Lugansk", "Luhansk"),
    ],
)
def test_spellings_of_one_place_sound_alike(one: str, other: str) -> None:
    assert alike(fold(one), fold(other)) >= 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Sukhna", "As Sukhnah"), ("Tal Afar", "Tall ‘Afar"), ("Kobani", "Kobane"), ("Hims", "Homs")],
)
def test_spellings_of_one_place_share_their_skeleton(one: str, other: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(other))


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Mosul", "Basra"), ("Kunar", "Kunduz")])
def test_different_places_differ(one: str, other: str) -> None:
    assert skeleton(fold(one)) != skeleton(fold(other))


def test_sounds_joins_the_usual_transliterations() -> None:
    assert sounds("qoura") == sounds("kura")


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("IS", True),
        ("U.N.", True),
        ("SDF-1", True),
        ("Is", False),
        ("Hamas", False),
        ("M23", True),
        ("US Army", False),
    ],
)
def test_acronyms(name: str, acronym: bool) -> None:
    assert is_acronym(name) is acronym
