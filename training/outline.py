"""Makes ``outline.json`` from ``countries-50m.json`` of the npm package world-atlas 2.0.2 (Natural Earth 1:50m).

::

    python -m training.outline countries-50m.json kg/drawing/outline.json

Borders are shared lines and stay so: each is simplified once (Douglas-Peucker), then kept as differences in hundredths
of a degree.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

TOLERANCE = 0.04
"""How far, in degrees, a simplified line may lie from the original: about 4 km."""

GRAIN = 100
"""Steps per degree."""


def main(source: Path, target: Path) -> None:
    """Read the atlas, write the outline."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    scale, offset = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [_grains(simplified(_degrees(arc, scale, offset))) for arc in atlas["arcs"]]
    countries = []
    for shape in atlas["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        rings = [ring for polygon in polygons for ring in polygon if _visible(ring, arcs)]
        if rings:
            countries.append({"name": shape["properties"]["name"], "rings": rings})
    used = sorted({_index(arc) for country in countries for ring in country["rings"] for arc in ring})
    renamed = {old: new for new, old in enumerate(used)}
    for country in countries:
        country["rings"] = [[renamed[a] if a >= 0 else ~renamed[~a] for a in ring] for ring in country["rings"]]
    countries.sort(key=lambda country: str(country["name"]))
    outline = {"grain": GRAIN, "arcs": [_differences(arcs[old]) for old in used], "countries": countries}
    target.write_text(json.dumps(outline, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _index(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _degrees(arc: list[list[int]], scale: list[float], offset: list[float]) -> list[Point]:
    x = y = 0
    points: list[Point] = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * scale[0] + offset[0], y * scale[1] + offset[1]))
    return points


def simplified(points: list[Point]) -> list[Point]:
    """The line with no more points than it takes to stay within the tolerance."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(
            ((_distance(points[n], points[first], points[last]), n) for n in range(first + 1, last)), default=(0, 0)
        )
        if far > TOLERANCE:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def _distance(point: Point, begin: Point, end: Point) -> float:
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    along = (
        0.0 if not length else max(0.0, min(1.0, ((point[0] - begin[0]) * dx + (point[1] - begin[1]) * dy) / length))
    )
    x, y = begin[0] + along * dx, begin[1] + along * dy
    return float(((point[0] - x) ** 2 + (point[1] - y) ** 2) ** 0.5)


def _grains(points: list[Point]) -> list[tuple[int, int]]:
    rounded = [(round(x * GRAIN), round(y * GRAIN)) for x, y in points]
    return [p for n, p in enumerate(rounded) if n == 0 or p != rounded[n - 1]] or rounded[:1]


def _visible(ring: list[int], arcs: list[list[tuple[int, int]]]) -> bool:
    """Whether a ring still has an area to see after the simplification."""
    points = [p for arc in ring for p in arcs[_index(arc)]]
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    return wide > 5 and high > 5 and len(set(points)) > 3


def _differences(points: list[tuple[int, int]]) -> list[int]:
    x = y = 0
    flat: list[Any] = []
    for px, py in points:
        flat += [px - x, py - y]
        x, y = px, py
    return flat


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
