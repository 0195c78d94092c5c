"""Draws maps and timelines as SVG, without any service: for reports, pages and notebooks.

::

    svg = draw_map([Marker("Oldtown", 41.25, -3.12, weight=3)], title="Where")
    svg = draw_timeline([Bar("Air strike", date(2019, 5, 5), date(2019, 5, 5))], title="When")

Precision is drawn as it is: an area is an area, a month is a bar. The ground of a map is a simplified outline of
countries after Natural Earth (public domain); see ``outline.py``.
"""

from __future__ import annotations

from kg.drawing.map import Marker, draw_map
from kg.drawing.timeline import Bar, draw_timeline

__all__ = ["Bar", "Marker", "draw_map", "draw_timeline"]
