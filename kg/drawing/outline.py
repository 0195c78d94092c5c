"""The countries of the world in a simplified outline, after Natural Earth 1:50m (public domain).

``outline.json`` holds border lines once each, as differences in hundredths of a degree, and for every country its
rings as numbers of lines (``~n`` runs backwards); ``training/outline.py`` makes it. Borders are those that are
in force on the ground; drawing one takes no side.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("outline.json")

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of points (longitude, latitude) in degrees, with its bounding box (west, south, east, north)."""

    points: tuple[Point, ...]
    box: Box

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies inside, by the number of borders east of it."""
        west, south, east, north = self.box
        if not (west <= longitude <= east and south <= latitude <= north):
            return False
        inside = False
        x0, y0 = self.points[-1]
        for x, y in self.points:
            if (y > latitude) != (y0 > latitude) and longitude < (x0 - x) * (latitude - y) / (y0 - y) + x:
                inside = not inside
            x0, y0 = x, y
        return inside


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and area."""

    name: str
    rings: tuple[Ring, ...]

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in it."""
        return sum(ring.holds(longitude, latitude) for ring in self.rings) % 2 == 1


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by name."""
    raw = json.loads(PATH.read_text(encoding="utf-8"))
    lines = [_line(steps, raw["grain"]) for steps in raw["arcs"]]
    return tuple(
        Country(country["name"], tuple(_ring(ring, lines) for ring in country["rings"])) for country in raw["countries"]
    )


def _line(steps: Sequence[int], grain: int) -> list[Point]:
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grain, y / grain))
    return points


def _ring(arcs: Sequence[int], lines: Sequence[list[Point]]) -> Ring:
    points: list[Point] = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        points += line[1:] if points and points[-1] == line[0] else line
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(tuple(points), (min(xs), min(ys), max(xs), max(ys)))


def country_at(longitude: float, latitude: float) -> Country | None:
    """The country in which a point lies, None at sea."""
    return next((country for country in countries() if country.holds(longitude, latitude)), None)
