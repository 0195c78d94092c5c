"""Timelines: days, months, open ends; many events become columns."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.drawing import Bar, draw_timeline

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2019, 5, 5)


def marks(svg: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(svg).iter() if "mark" in e.attrib.get("class", "").split()]


def kinds(svg: str) -> list[str]:
    return [mark.attrib["class"] for mark in marks(svg)]


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    assert kinds(draw_timeline([Bar("d", DAY, DAY)], "t")) == ["mark dot"]
    assert kinds(draw_timeline([Bar("m", date(2019, 5, 1), date(2019, 5, 31))], "t")) == ["mark bar"]


def test_open_ends_and_doubt_are_marked() -> None:
    assert kinds(draw_timeline([Bar("b", None, DAY)], "t")) == ["mark open bar"]
    assert kinds(draw_timeline([Bar("a", DAY, None, muted=True)], "t")) == ["mark muted open bar"]


def test_a_longer_time_is_a_wider_bar() -> None:
    svg = draw_timeline(
        [Bar("y", date(2019, 1, 1), date(2019, 12, 31)), Bar("m", date(2019, 5, 1), date(2019, 5, 31))], "t"
    )
    year, month = (float(mark.attrib["width"]) for mark in marks(svg))
    assert 10 < year / month < 13


def test_bars_of_one_time_do_not_cover_each_other() -> None:
    month = date(2019, 5, 1), date(2019, 5, 31)
    tops = [m.attrib["y"] for m in marks(draw_timeline([Bar("a", *month), Bar("b", *month)], "t"))]
    assert len(set(tops)) == 2


def test_many_events_become_columns_that_count_them_all() -> None:
    bars = [Bar(f"e{n}", DAY + timedelta(days=n), DAY + timedelta(days=n)) for n in range(1000)]
    svg = draw_timeline(bars, "t")
    assert set(kinds(svg)) == {"mark column"}
    titles = [t.text or "" for t in ET.fromstring(svg).iter(f"{SVG}title")][1:]
    assert sum(int(title.split()[0]) for title in titles) == 1000


def test_names_on_the_axis_stand_within_the_picture_and_apart() -> None:
    for width in (320, 480, 800):
        for days in (3, 9, 40, 200, 900, 9000):
            svg = draw_timeline([Bar("a", DAY, DAY), Bar("b", DAY + timedelta(days=days), None)], "t", width)
            names = [t for t in ET.fromstring(svg).iter(f"{SVG}text") if t.attrib["class"] == "tick-name"]
            # At 11 pixels a letter is about six wide.
            ends = [(float(t.attrib["x"]), 3.0 * len(t.text or "")) for t in names]
            assert all(half <= x <= width - half for x, half in ends), (width, days)
            assert all(x + half < y - half for (x, half), (y, _) in pairwise(ends)), (width, days)


def test_no_dates() -> None:
    assert "no dates" in draw_timeline([Bar("x", None, None)], "t")


@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000), st.booleans(), st.booleans()), max_size=40))
def test_any_dates_stay_in_the_picture(times: list[tuple[date, int, bool, bool]]) -> None:
    bars = []
    for first, days, begins, ends in times:
        last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
        bars.append(Bar("x", first if begins else None, last if ends else None))
    svg = draw_timeline(bars, "t")
    for mark in marks(svg):
        x = float(mark.attrib.get("x") or mark.attrib["cx"])
        assert -40 <= x <= 840
