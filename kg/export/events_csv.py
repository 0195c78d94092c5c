"""One event a row, for spreadsheets and statistics packages, with columns after ACLED and UCDP GED.

Roles hold what is accepted; what is alleged, disputed or denied is left to ``events.jsonl``. Empty is what is not
known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Store

from kg.export.events_jsonl import records

COLUMNS: dict[str, str] = {
    "event_id": "IRI of the event",
    "label": "the event in a few words",
    "event_type": "most specific class of the ontology",
    "event_types": "all classes, the most specific first",
    "status": "verdict: admitted, corroborated, single-source, disputed, discounted, open",
    "accepted": "1 if the verdict accepts the event, else 0",
    "date_start": "first possible day",
    "date_end": "last possible day",
    "date_prec": "as UCDP's date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 longer or a bound",
    "date_inferred": "1 if no text states the date, else 0",
    "actor1": "perpetrators",
    "actor1_id": "their IRIs",
    "actor2": "targets, if there are none the people who suffered",
    "actor2_id": "their IRIs",
    "killed": "those who were killed, by name or description",
    "injured": "those who were injured",
    "captured": "those who were captured",
    "location": "places, the most specific as stated",
    "admin": "places around the first of them, nearest first",
    "latitude": "of the first place with coordinates",
    "longitude": "likewise",
    "where_prec": "as UCDP's where_prec: 1 exact, 2 near, 3 district, 4 province, 5 area, 6 country, 7 sea or air",
    "deaths_low": "lowest count of people killed",
    "deaths_best": "stated count",
    "deaths_high": "highest count",
    "deaths_civilians": "stated count of civilians killed",
    "injured_best": "stated count of people injured",
    "weapons": "weapons used",
    "claimants": "number of those who assert something of it",
    "source": "who asserts something of it",
    "documents": "identifiers of the documents",
    "notes": "words of the earliest claim",
}
"""The columns with what they hold."""

_DATE_PREC = {"time": 1, "day": 1, "days": 2, "week": 3, "month": 4, "year": 5, "bound": 5}
_WHERE_PREC = {"exact": 1, "near": 2, "district": 3, "province": 4, "area": 5, "country": 6, "sea-air": 7}
_ACCEPTED = ("admitted", "corroborated", "single-source")
_ASSERTIVE = ("assertion", "accusation", "responsibility")
_SEPARATOR = "; "
# A spreadsheet takes a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Record = dict[str, Any]


def lines(store: Store) -> Iterator[bytes]:
    """The table, with the names of its columns first (RFC 4180, UTF-8)."""
    yield _line(COLUMNS)
    for record in records(store):
        row = _row(record)
        yield _line(_cell(row.get(name)) for name in COLUMNS)


def _line(cells: Iterable[str]) -> bytes:
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerow(list(cells))
    return target.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def _row(event: Record) -> Record:
    date = event["date"] or {}
    of = {
        effect: [v for v in event["victims"] if v["effect"] == effect] for effect in ("killed", "injured", "captured")
    }
    others = event["targets"] or event["victims"]
    place = next((p for p in event["places"] if p["lat"] is not None), None)
    first = next(iter(event["places"]), None)
    asserting = [claim for claim in event["claims"] if claim["kind"] in _ASSERTIVE]
    return {
        "event_id": event["id"],
        "label": event["label"],
        "event_type": next(iter(event["types"]), None),
        "event_types": _SEPARATOR.join(event["types"]),
        "status": event["status"],
        "accepted": event["status"] in _ACCEPTED,
        "date_start": date.get("earliest"),
        "date_end": date.get("latest"),
        "date_prec": _DATE_PREC.get(date.get("precision", "")),
        "date_inferred": date["inferred"] if date else None,
        "actor1": _names(event["perpetrators"]),
        "actor1_id": _SEPARATOR.join(party["id"] for party in event["perpetrators"]),
        "actor2": _names(others),
        "actor2_id": _SEPARATOR.join(party["id"] for party in others),
        "killed": _names(of["killed"]),
        "injured": _names(of["injured"]),
        "captured": _names(of["captured"]),
        "location": _names(event["places"]),
        "admin": _SEPARATOR.join(first["within"]) if first else None,
        "latitude": place["lat"] if place else None,
        "longitude": place["lon"] if place else None,
        "where_prec": _WHERE_PREC.get((place or first or {}).get("precision") or ""),
        "deaths_low": _count(event, "killed", "all-people", "low"),
        "deaths_best": _count(event, "killed", "all-people", "best"),
        "deaths_high": _count(event, "killed", "all-people", "high"),
        "deaths_civilians": _count(event, "killed", "civilians", "best"),
        "injured_best": _count(event, "injured", "all-people", "best"),
        "weapons": _SEPARATOR.join(event["weapons"]),
        "claimants": len({claim["claimant"] for claim in asserting}),
        "source": _SEPARATOR.join(sorted({claim["claimant"] for claim in asserting if claim["claimant"]})),
        "documents": _SEPARATOR.join(event["documents"]),
        "notes": next((" ".join(claim["quote"].split()) for claim in event["claims"] if claim["quote"]), None),
    }


def _names(parties: Iterable[Record]) -> str:
    shown = (party["name"] or party.get("description") or "" for party in parties)
    return _SEPARATOR.join(" ".join(name.split()) for name in shown)


def _count(event: Record, outcome: str, category: str, which: str) -> int | None:
    """A count, if there is only one: of several nobody knows which to add up. Where nobody counts a category by
    itself, those told as a part of others count.
    """
    alike = [e for e in event["casualties"] if e["outcome"] == outcome and e["category"] == category]
    alike = alike or [e for e in event["casualty_parts"] if e["outcome"] == outcome and e["people"] == category]
    found = {e[which] for e in alike}
    return found.pop() if len(found) == 1 else None
