"""One event a feature, for maps (RFC 7946): a point, several, or none where no place has coordinates.

Roles hold what is accepted. ``place_precision`` says how much a point means: that of a country is somewhere in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyoxigraph import Store

from kg.export.events_jsonl import records

Record = dict[str, Any]


def lines(store: Store) -> Iterator[bytes]:
    """The collection of all events, one feature a line."""
    yield b'{"type": "FeatureCollection", "features": [\n'
    separator = b""
    for event in records(store):
        yield separator + json.dumps(_feature(event), ensure_ascii=False).encode("utf-8")
        separator = b",\n"
    yield b"\n]}\n"


def _feature(event: Record) -> Record:
    date = event["date"] or {}
    located = [place for place in event["places"] if place["lat"] is not None and place["lon"] is not None]
    return {
        "type": "Feature",
        "id": event["id"],
        "geometry": _geometry([[place["lon"], place["lat"]] for place in located]),
        "properties": {
            "label": event["label"],
            "types": event["types"],
            "status": event["status"],
            "date_start": date.get("earliest"),
            "date_end": date.get("latest"),
            "date_precision": date.get("precision"),
            "places": [place["name"] for place in event["places"]],
            "place_precision": [place["precision"] for place in located],
            "perpetrators": [_name(party) for party in event["perpetrators"]],
            "killed": [_name(victim) for victim in event["victims"] if victim["effect"] == "killed"],
            "weapons": event["weapons"],
            "documents": event["documents"],
        },
    }


def _geometry(points: list[list[float]]) -> Record | None:
    distinct = [point for number, point in enumerate(points) if point not in points[:number]]
    if not distinct:
        return None
    if len(distinct) == 1:
        return {"type": "Point", "coordinates": distinct[0]}
    return {"type": "MultiPoint", "coordinates": distinct}


def _name(party: Record) -> str:
    return str(party["name"] or party.get("description") or "")
