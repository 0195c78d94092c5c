"""Reads the query out of an HTTP request as the SPARQL 1.1 Protocol has it (section 2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
DIRECT_UPDATE = "application/sparql-update"
_MANY = 200
"""Fields of one request; a dataset of more graphs is asked for with FROM."""


class RefusedError(Exception):
    """A request that cannot be answered, with its status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """The query of a request and the graphs that it is to be asked of."""

    sparql: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """The update of a request."""

    sparql: str


async def read(request: Request, limit: int) -> Asked | Update | None:
    """What the request asks or wants changed; None where it asks nothing, as a browser does that looks at the endpoint.

    Raises:
        RefusedError: it does not follow the protocol, or is larger than ``limit`` bytes.
    """
    fields = _fields(request.url.query)
    direct = None
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        sent = _text(await body(request, limit))
        if kind == FORM:
            fields += _fields(sent)
        elif kind == DIRECT:
            direct = sent
        elif kind == DIRECT_UPDATE:
            return Update(sent)
        else:
            raise RefusedError(415, f"a query is posted as {FORM} or {DIRECT}")
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    if "update" in values:
        return _update(values["update"])
    queries = values.get("query", []) if direct is None else [direct]
    if direct is not None and "query" in values:
        raise RefusedError(400, "the query comes in the body or in the address, not in both")
    if not queries:
        if request.method == "GET" and not values:
            return None
        raise RefusedError(400, "the parameter query is missing")
    if len(queries) > 1:
        raise RefusedError(400, "more than one query")
    default = tuple(dict.fromkeys(values.get("default-graph-uri", ())))
    named = tuple(dict.fromkeys(values.get("named-graph-uri", ())))
    return Asked(queries[0], default, named)


def _update(values: list[str]) -> Update:
    if len(values) > 1:
        raise RefusedError(400, "more than one update")
    return Update(values[0])


async def body(request: Request, limit: int) -> bytes:
    """What was sent.

    Raises:
        RefusedError: it is larger than ``limit`` bytes, or broke off.
    """
    pieces: list[bytes] = []
    size = 0
    try:
        async for piece in request.stream():
            size += len(piece)
            if size > limit:
                raise RefusedError(413, f"more than {limit:,} bytes")
            pieces.append(piece)
    except ClientDisconnect:
        raise RefusedError(400, "the request broke off") from None
    return b"".join(pieces)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the query is not in UTF-8") from None


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MANY)
    except UnicodeDecodeError:
        raise RefusedError(400, "the query is not in UTF-8") from None
    except ValueError:
        raise RefusedError(400, f"more than {_MANY} fields") from None
