"""Distances and directions on the globe, good to a few hundred metres over distances that reports mention."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0
KM_PER_MILE = 1.609344

BEARINGS = {
    "north": 0.0, "north-northeast": 22.5, "northeast": 45.0, "east-northeast": 67.5, "east": 90.0,
    "east-southeast": 112.5, "southeast": 135.0, "south-southeast": 157.5, "south": 180.0,
    "south-southwest": 202.5, "southwest": 225.0, "west-southwest": 247.5, "west": 270.0,
    "west-northwest": 292.5, "northwest": 315.0, "north-northwest": 337.5,
}  # fmt: skip


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle kilometres between two points given as latitude and longitude."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*first, *second))
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(a)))


def offset(start: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres from another, in a direction given in degrees from north, clockwise."""
    lat, lon = map(math.radians, start)
    angle, course = km / _EARTH_KM, math.radians(bearing)
    lat2 = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(course))
    east = math.sin(course) * math.sin(angle) * math.cos(lat)
    lon2 = lon + math.atan2(east, math.cos(angle) - math.sin(lat) * math.sin(lat2))
    return round(math.degrees(lat2), 4), round((math.degrees(lon2) + 540) % 360 - 180, 4)
