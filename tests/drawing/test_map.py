"""Maps: where marks fall, how precision looks, and that any name can stand in one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.drawing import Marker, draw_map
from kg.drawing.outline import countries, country_at

SVG = "{http://www.w3.org/2000/svg}"


class Circle(NamedTuple):
    x: float
    y: float
    radius: float
    kind: str


def circles(svg: str) -> list[Circle]:
    found = ET.fromstring(svg).iter(f"{SVG}circle")
    return [
        Circle(float(c.attrib["cx"]), float(c.attrib["cy"]), float(c.attrib["r"]), c.attrib["class"]) for c in found
    ]


@pytest.mark.parametrize(
    ("longitude", "latitude", "name"),
    [(44.4, 33.3, "Iraq"), (2.35, 48.85, "France"), (-74.1, 4.7, "Colombia"), (-30.0, 40.0, None), (0.0, -60.0, None)],
)
def test_points_lie_in_their_country(longitude: float, latitude: float, name: str | None) -> None:
    found = country_at(longitude, latitude)
    assert (found.name if found else None) == name


def test_an_enclave_is_not_the_land_around_it() -> None:
    lesotho = country_at(28.3, -29.5)
    assert lesotho is not None
    assert lesotho.name == "Lesotho"
    assert not next(c for c in countries() if c.name == "South Africa").holds(28.3, -29.5)


def test_north_is_up_and_east_is_right() -> None:
    south_west, north_east = circles(draw_map([Marker("b", 10, 10), Marker("a", 12, 13)], "t"))[::-1]
    assert (south_west.x < north_east.x, south_west.y > north_east.y) == (True, True)


def test_precision_is_drawn_as_it_is() -> None:
    exact = circles(draw_map([Marker("x", 35, 39)], "t"))
    assert [c.kind for c in exact] == ["mark dot"]
    province = circles(draw_map([Marker("x", 35, 39, "province")], "t"))
    assert [c.kind for c in province] == ["mark reach", "mark vague"]
    assert province[0].radius > 10 * province[1].radius
    country = draw_map([Marker("x", 35, 38, "country")], "t")
    assert country.count('class="country area"') == 1
    assert 'class="country area"' not in draw_map([Marker("x", 35, 38)], "t")


def test_weight_makes_a_mark_larger_and_doubt_dashes_it() -> None:
    heavy, light = circles(draw_map([Marker("a", 1, 1, weight=9), Marker("b", 1, 3, muted=True)], "t"))
    assert heavy.radius > light.radius
    assert light.kind == "mark muted dot"


def test_marks_lead_somewhere() -> None:
    assert '<a href="#e1"><title>Oldtown</title>' in draw_map([Marker("Oldtown", 1, 1, href="#e1")], "t")


def test_an_empty_map_is_the_world() -> None:
    svg = draw_map([], "Nothing")
    assert svg.count('class="country"') > 150
    assert not circles(svg)


# Anything that XML can hold.
_WRITTEN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=30
    ),
    st.floats(-85, 85),
    st.floats(-180, 180),
    st.sampled_from(["exact", "near", "province", "country", "sea-air"]),
)
def test_any_name_anywhere_is_well_formed_and_in_sight(
    name: str, latitude: float, longitude: float, precision: str
) -> None:
    svg = draw_map([Marker(name, latitude, longitude, precision)], name)
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert root.attrib["aria-label"] == name
    mark = circles(svg)[-1]
    assert -1 <= mark.x <= width + 1
    assert -1 <= mark.y <= height + 1
    assert re.search(r"[\d,]+ km", svg)
