"""The addresses of pages: where a thing is, and what an address asks for; what cannot be read is not asked for."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from starlette.requests import Request

from kg.view import Selection, Thing
from kg.view.selection import bounds


def address(thing: Thing) -> str:
    """Where the page of a thing is."""
    kind = {"Materiel": "thing", "Weapon": "thing", "Narrator": "voice"}.get(thing.kind, thing.kind.lower())
    return f"/{kind}/{quote(thing.key, safe='')}"


def number(request: Request, name: str = "page") -> int:
    """A number of a page from the address, 1 if it is none."""
    text = request.query_params.get(name, "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def selection(request: Request) -> Selection:
    """The filters in an address; a period that cannot be read is none."""
    given = request.query_params
    return Selection(
        first=_bound(given.get("from", ""), 0),
        last=_bound(given.get("to", ""), 1),
        place=given.get("place", "").strip(),
        group=given.get("group", "").strip(),
        kind=given.get("kind", "").strip(),
        status=given.get("status", "").strip(),
    )


def _bound(text: str, side: int) -> date | None:
    try:
        return bounds(text)[side] if text else None
    except ValueError:
        return None
