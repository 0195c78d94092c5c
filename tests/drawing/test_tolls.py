"""Counts of people: lines from lowest to highest, dots at what is told, open ends."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.drawing import Tally, draw_tolls

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = st.none() | st.integers(0, 10**6)


def kinds(svg: str) -> list[str]:
    return [e.attrib["class"] for e in ET.fromstring(svg).iter() if "mark" in e.attrib.get("class", "").split()]


@pytest.mark.parametrize(
    ("low", "best", "high", "words", "shapes"),
    [
        (12, 12, 12, "12", ["mark dot"]),
        (None, 12, None, "12", ["mark dot"]),
        (8, None, 12, "8 to 12", ["mark span"]),
        (8, 10, 12, "10 (8 to 12)", ["mark span", "mark dot"]),
        (8, None, None, "at least 8", ["mark span open", "mark dot"]),
        (None, None, 12, "at most 12", ["mark span open"]),
        (0, 0, 0, "0", ["mark dot"]),
        (None, None, None, "not told", []),
        (1200, 1200, 1200, "1,200", ["mark dot"]),
    ],
)
def test_a_count_is_drawn_as_it_is_known(
    low: int | None, best: int | None, high: int | None, words: str, shapes: list[str]
) -> None:
    svg = draw_tolls([Tally("killed: people", low, best, high)], "How many")
    assert [t.text for t in ET.fromstring(svg).iter(f"{SVG}text")] == ["killed: people", words]
    assert kinds(svg) == shapes


def test_all_counts_stand_on_one_scale() -> None:
    svg = draw_tolls([Tally("a", 10, None, 20), Tally("b", 0, None, 40)], "t")
    (a0, a1), (b0, b1) = ([float(n) for n in re.findall(r"M([\d.]+),[\d.]+H([\d.]+)", svg)[k]] for k in (0, 1))
    assert b0 < a0
    assert b1 - b0 == pytest.approx(4 * (a1 - a0), rel=0.02)


def test_parts_stand_in_and_what_is_no_fact_is_muted() -> None:
    svg = draw_tolls([Tally("all", 9, 9, 9), Tally("of these children", 2, 2, 2, part=True, muted=True)], "t")
    names = [t for t in ET.fromstring(svg).iter(f"{SVG}text") if t.attrib["class"] == "toll-name"]
    assert float(names[0].attrib["x"]) < float(names[1].attrib["x"])
    assert kinds(svg) == ["mark dot", "mark muted dot"]


@given(st.lists(st.tuples(NUMBER, NUMBER, NUMBER), max_size=5), st.text("<>&\"' abc", max_size=30))
def test_whatever_the_numbers_it_stays_within_the_picture(counts: list[tuple[int | None, ...]], label: str) -> None:
    rows = []
    for low, best, high in counts:
        ordered = iter(sorted(n for n in (low, best, high) if n is not None))
        least, middle, most = (None if n is None else next(ordered) for n in (low, best, high))
        rows.append(Tally(label, least, middle, most))
    root = ET.fromstring(draw_tolls(rows, label, 480))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 <= float(circle.attrib["cx"]) <= 480
    for x in re.findall(r"H([\d.]+)", ET.tostring(root, encoding="unicode")):
        assert float(x) <= 480
