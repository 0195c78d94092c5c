"""Reads what the address of a page asks for; what cannot be read is not asked for."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request

from kg.view import Selection
from kg.view.selection import bounds


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
