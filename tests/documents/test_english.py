"""English is let through, however short or loud; other languages are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.english import why_not_english


@pytest.mark.parametrize(
    "text",
    [
        "Drone strike kills rebel leader in eastern Syria",
        "Strike kills 12",
        "Kabul.",
        "AT LEAST 12 PEOPLE WERE KILLED IN A BOMBING, POLICE SAID",
        "Killed: John Smith, Ahmed Ali, Omar Khan",
        "Rio de Janeiro police kill three in Cidade de Deus",
        "Three killed in Los Angeles, El Paso and Las Vegas",
        "The minister said “nous sommes en guerre” after the attack on the town, in which 12 people died.",
        "Gunmen killed María de los Ángeles de la Cruz and two of her sons near La Unión, police said.",
        "Abdulla’ziz bin Muhammad bin Sa’ud al-Hariri, 34, was killed by a mine.",
    ],
)
def test_english(text: str) -> None:
    assert why_not_english(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Ataque con dron mata a un líder rebelde en el norte de Siria, según la policía",
            "reads like Spanish",
        ),
        ("Une frappe de drone a tué un chef des rebelles dans le nord, selon la police", "reads like French"),
        (
            "Bei einem Drohnenangriff ist nach Angaben der Polizei ein Anführer getötet worden",
            "reads like German",
        ),
        ("Un attacco con droni ha ucciso un capo dei ribelli nel nord della Siria", "reads like Italian"),
        ("Een drone-aanval heeft een leider van de rebellen in het noorden gedood", "reads like Dutch"),
        ("Um ataque com drone matou um líder dos rebeldes no norte da Síria", "reads like Portuguese"),
        (
            "Serangan itu telah menewaskan 12 orang dan melukai yang lain di kota dengan bom",
            "reads like Indonesian",
        ),
        ("Удар беспилотника убил главаря боевиков", "written in Cyrillic script"),
        ("غارة جوية قتلت اثني عشر شخصا", "written in Arabic script"),
        ("無人機攻撃で指導者が死亡した", "script"),
        ("Lorem ipsum dolor sit amet, consectetur elit, sed do eiusmod et dolore ad minim", ""),
        ("Qwe rty uio pas dfg hjk lzx cvb nmq wer tyu iop asd fgh jkl zxc vbn", "too few English"),
        ("12345 — 67 !!!", "holds no words"),
    ],
)
def test_not_english(text: str, reason: str) -> None:
    found = why_not_english(text)
    assert found is not None
    assert reason in found


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert why_not_english(text) != ""
