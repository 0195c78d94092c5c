"""Draws maps, timelines and counts of people as SVG, without any service: for reports, pages and notebooks.

::

    svg = draw_map([Marker("Oldtown", 41.25, -3.12, weight=3)], title="Where")
    svg = draw_timeline([Bar("Air strike", date(2019, 5, 5), date(2019, 5, 5))], title="When")
    svg = draw_tolls([Tally("killed: people", 8, None, 12)], title="How many")

Precision is drawn as it is: an area is an area, a month is a bar, a count a line from lowest to
highest. The ground of a map is a simplified outline of countries after Natural Earth (public domain);
see ``outline.py``.
"""

from __future__ import annotations

from kg.drawing.map import Marker, draw_map
from kg.drawing.timeline import Bar, draw_timeline
from kg.drawing.tolls import Tally, draw_tolls

__all__ = ["Bar", "Marker", "Tally", "draw_map", "draw_timeline", "draw_tolls"]
