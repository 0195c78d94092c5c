"""Draws places on an outline of countries: a dot where a place is known exactly, an area where only an area is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.drawing.outline import Box, Country, Ring, countries, country_at
from kg.drawing.svg import WIDTH, Mark, element, number, picture, room, text

RADIUS_KM = {"near": 10.0, "district": 25.0, "province": 75.0, "area": 120.0, "sea-air": 60.0}
"""How far around its point a place of a precision may lie; an exact one is a dot, a country its whole area."""

_FILLS = {"exact": "dot"}
_KM_PER_DEGREE = 111.0
_LEAST_SPAN = 4.0


@dataclass(frozen=True, slots=True)
class Marker(Mark):
    """Something to draw at a place, in WGS 84 degrees. The area of its dot grows with ``weight``.

    ``precision`` is exact, near, district, province, area, country or sea-air.
    """

    latitude: float
    longitude: float
    precision: str = "exact"
    weight: int = 1

    @property
    def radius(self) -> float:
        """Of its dot, in pixels."""
        return min(3.5 + 1.6 * math.sqrt(self.weight), 26.0)


@dataclass(frozen=True, slots=True)
class _Projection:
    """Plate carrée, stretched so that distances are right in the middle of the picture."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.scale * self.squeeze, (self.north - latitude) * self.scale

    def pixels(self, km: float) -> float:
        return km / _KM_PER_DEGREE * self.scale


def draw_map(markers: Iterable[Marker], title: str, width: int = WIDTH) -> str:
    """The map as an SVG element, cut out around the markers; without any, the world."""
    marked = sorted(markers, key=lambda m: (m.precision != "country", -m.weight, m.label))
    box = _around(marked)
    projection = _fitted(box, width)
    shaded = {c.name for m in marked if m.precision == "country" and (c := country_at(m.longitude, m.latitude))}
    seen = [country for country in countries() if any(_meets(ring.box, box) for ring in country.rings)]
    ground = "".join(_country(country, projection, box, country.name in shaded) for country in seen)
    dots = [
        (x - r, y - r, x + r, y + r)
        for m in marked
        for x, y, r in [(*projection.xy(m.longitude, m.latitude), m.radius)]
    ]
    names = "".join(_names(seen, projection, box, dots))
    marks = "".join(_marker(marker, projection) for marker in marked)
    sea = element("rect", class_="sea", width=projection.width, height=projection.height)
    return picture(projection.width, projection.height, title, sea + ground + names + marks + _scale(projection), "map")


def _around(markers: Sequence[Marker]) -> Box:
    """West, south, east and north of what to show."""
    boxes: list[Box] = []
    for marker in markers:
        country = country_at(marker.longitude, marker.latitude) if marker.precision == "country" else None
        if country is not None:
            boxes.append(max((r.box for r in country.rings), key=lambda b: (b[2] - b[0]) * (b[3] - b[1])))
        reach = RADIUS_KM.get(marker.precision, 0.0) / _KM_PER_DEGREE
        x, y = marker.longitude, marker.latitude
        boxes.append((x - reach, y - reach, x + reach, y + reach))
    if not boxes:
        return -170.0, -56.0, 180.0, 78.0
    west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
    east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
    spare_x = max((_LEAST_SPAN - (east - west)) / 2, (east - west) * 0.12)
    spare_y = max((_LEAST_SPAN - (north - south)) / 2, (north - south) * 0.12)
    return (
        max(west - spare_x, -180.0),
        max(south - spare_y, -85.0),
        min(east + spare_x, 180.0),
        min(north + spare_y, 85.0),
    )


def _fitted(box: Box, width: int) -> _Projection:
    west, south, east, north = box
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    across = max((east - west) * squeeze, (north - south) * 1.25)
    missing = across / squeeze - (east - west)
    scale = width / across
    height = max(round((north - south) * scale), round(width * 0.35))
    spare = height / scale - (north - south)
    return _Projection(west - missing / 2, north + spare / 2, scale, squeeze, width, height)


def _meets(one: Box, other: Box) -> bool:
    return one[0] <= other[2] + 20 and one[2] >= other[0] - 20 and one[1] <= other[3] + 10 and one[3] >= other[1] - 10


def _country(country: Country, projection: _Projection, box: Box, shaded: bool) -> str:
    path = "".join(_path(ring, projection) for ring in country.rings if _meets(ring.box, box))
    return element("path", d=path, class_="country area" if shaded else "country") if path else ""


def _path(ring: Ring, projection: _Projection) -> str:
    """The ring in pixels, without points that would fall on one pixel; far points are pulled to just outside."""
    found: list[tuple[float, float]] = []
    for longitude, latitude in ring.points:
        x, y = projection.xy(longitude, latitude)
        x = min(max(x, -projection.width), 2.0 * projection.width)
        y = min(max(y, -projection.height), 2.0 * projection.height)
        if not found or abs(x - found[-1][0]) + abs(y - found[-1][1]) >= 1.0:
            found.append((x, y))
    if len(found) < 3:
        return ""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in found) + "Z"


def _names(seen: Iterable[Country], projection: _Projection, box: Box, dots: Iterable[Box]) -> list[str]:
    """Names of countries, the largest first, each near the middle of what is seen of it, where there is room."""
    taken = list(dots)
    drawn: list[str] = []
    for _, name, x, y in sorted(_middles(seen, projection, box), reverse=True):
        half = room(name) / 2
        for lower in (y, y + 24, y - 24):
            place = (x - half, lower - 11, x + half, lower + 3)
            if not any(place[0] < b[2] and place[2] > b[0] and place[1] < b[3] and place[3] > b[1] for b in taken):
                taken.append(place)
                drawn.append(text(name, x=x, y=lower, class_="country-name", text_anchor="middle"))
                break
    return drawn


def _middles(seen: Iterable[Country], projection: _Projection, box: Box) -> Iterator[tuple[float, str, float, float]]:
    """Area in pixels, name and middle of the seen part of every country that has room for its name."""
    for country in seen:
        west, south, east, north = max((r.box for r in country.rings), key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
        west, east = max(west, box[0]), min(east, box[2])
        south, north = max(south, box[1]), min(north, box[3])
        middle = (west + east) / 2, (south + north) / 2
        if west < east and south < north and country.holds(*middle):
            x0, y0 = projection.xy(west, north)
            x1, y1 = projection.xy(east, south)
            if x1 - x0 >= room(country.name) and y1 - y0 >= 14:
                yield (x1 - x0) * (y1 - y0), country.name, *projection.xy(*middle)


def _marker(marker: Marker, projection: _Projection) -> str:
    x, y = projection.xy(marker.longitude, marker.latitude)
    reach = projection.pixels(RADIUS_KM.get(marker.precision, 0.0))
    area = element("circle", cx=x, cy=y, r=reach, class_=f"{marker.kind} reach") if reach > marker.radius else ""
    dot = element(
        "circle", cx=x, cy=y, r=marker.radius, class_=f"{marker.kind} {_FILLS.get(marker.precision, 'vague')}"
    )
    return marker.drawn(area + dot)


def _scale(projection: _Projection) -> str:
    """A bar of a round number of kilometres."""
    steps = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    km = next((step for step in steps if projection.pixels(step) >= 60), steps[-1])
    x, y, length = 12.0, projection.height - 12.0, projection.pixels(km)
    line = element("path", d=f"M{number(x)},{number(y - 4)}v4h{number(length)}v-4", class_="scale")
    return line + text(f"{km:,} km", x=x + length + 6, y=y, class_="scale-name")
