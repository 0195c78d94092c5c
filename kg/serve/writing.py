"""Changes over HTTP: SPARQL updates, and named graphs by the SPARQL 1.1 Graph Store Protocol."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import Literal, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import QueryError, StoreError
from kg.serve import negotiation, requests
from kg.serve.requests import RefusedError
from kg.store.answers import Answer, Change, Question

GRAPH_LIMIT = 100_000_000
"""Bytes of one graph that is sent."""

_KINDS: dict[str, Literal["put", "add", "drop"]] = {"PUT": "put", "POST": "add", "DELETE": "drop"}


class Changing(Protocol):
    """Whoever answers questions and takes changes: ``kg.store.pool.Pool`` over a store that may be changed."""

    def ask(self, question: Question) -> Answer:
        """The answer to one question."""

    def change(self, wanted: Change) -> bool:
        """Do something to the store; tells whether the named graph was there before."""


class Writer:
    """Takes changes from whoever has the name and the password."""

    def __init__(self, store: Changing, user: str, password: str) -> None:
        self._store = store
        self._secret = f"{user}:{password}".encode()

    async def update(self, request: Request, text: str) -> Response:
        """Carry out a SPARQL update.

        Raises:
            RefusedError: the request comes from somebody else.
            QueryError: it is no update.
        """
        self._check(request)
        await run_in_threadpool(self._store.change, Change("update", data=text.encode("utf-8")))
        return Response(status_code=204)

    async def graph(self, request: Request) -> Response:
        """Read, replace, fill up or remove one named graph."""
        try:
            name = _graph(request)
            if request.method in ("GET", "HEAD"):
                return await self._read(request, name)
            self._check(request)
            data = b"" if request.method == "DELETE" else await requests.body(request, GRAPH_LIMIT)
            form = request.headers.get("content-type", "text/turtle").partition(";")[0].strip().lower()
            if form not in negotiation.TRIPLES:
                return PlainTextResponse(f"triples are sent as {', '.join(negotiation.TRIPLES)}\n", 415)
            wanted = Change(_KINDS[request.method], name, data, form)
            there = await run_in_threadpool(self._store.change, wanted)
        except RefusedError as error:
            return refused(error)
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", 400)
        except StoreError as error:
            return PlainTextResponse(f"{error}\n", 500)
        if request.method == "DELETE" and not there:
            return PlainTextResponse("no such graph\n", 404)
        return Response(status_code=204 if there else 201)

    async def _read(self, request: Request, name: str) -> Response:
        form = negotiation.choose(request.headers.get("accept", ""), negotiation.TRIPLES)
        if form is None:
            raise RefusedError(406, f"can be written as {', '.join(negotiation.TRIPLES)}")
        question = Question("CONSTRUCT WHERE { ?s ?p ?o }", (name,), triples=form)
        there = await run_in_threadpool(self._store.ask, Question("ASK { ?s ?p ?o }", (name,)))
        if b"true" not in there.data:
            return PlainTextResponse("no such graph\n", 404)
        answer = await run_in_threadpool(self._store.ask, question)
        return Response(answer.data, headers={"Content-Type": form, "Vary": "Accept"})

    def _check(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        try:
            sent = base64.b64decode(given, validate=True) if scheme.lower() == "basic" else b""
        except (binascii.Error, ValueError):
            sent = b""
        if not secrets.compare_digest(sent, self._secret):
            raise RefusedError(401, "only with name and password")


def _graph(request: Request) -> str:
    names = request.query_params.getlist("graph")
    if len(names) != 1 or not names[0]:
        raise RefusedError(400, "say which named graph: ?graph=IRI")
    return names[0]


def refused(error: RefusedError) -> Response:
    """The response to a request that cannot be answered."""
    headers = {"WWW-Authenticate": 'Basic realm="kg", charset="UTF-8"'} if error.status == 401 else None
    return PlainTextResponse(f"{error}\n", error.status, headers=headers)
