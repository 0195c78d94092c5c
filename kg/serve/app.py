"""The web application: the SPARQL endpoint at ``/sparql`` and the pages beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import AnswerTooLargeError, QueryError, QueryTimeoutError, StoreError
from kg.serve import description, negotiation, requests
from kg.serve.requests import RefusedError
from kg.serve.writing import GRAPH_LIMIT, Writer, refused
from kg.store import sparql
from kg.store.answers import Answer, Question

QUERY_LIMIT = 1_000_000
"""Bytes of one request."""

_WELCOME = "kg: a SPARQL 1.1 endpoint, read-only, is at /sparql\n"


class Asking(Protocol):
    """Whoever answers questions within limits: ``kg.store.pool.Pool``."""

    def ask(self, question: Question) -> Answer:
        """The answer to one question."""


def application(
    pool: Asking,
    pages: Sequence[BaseRoute] = (),
    origins: Sequence[str] = (),
    hosts: Sequence[str] = ("*",),
    writer: Writer | None = None,
) -> Starlette:
    """The endpoint over whatever answers the questions, with further routes.

    With a ``writer`` it takes updates, too, and named graphs at ``/store``; without one it is for reading only.

    ``origins`` are the web sites whose pages may read from here (CORS), ``*`` all of them. ``hosts`` are the names by
    which the server lets itself be called: on a machine of one's own, a web site could otherwise have a name of its
    own point here and read everything.
    """
    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))]
    if origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Content-Type"],
            )
        )
    endpoint = Endpoint(pool, writer)
    routes: list[BaseRoute] = [Route("/sparql", endpoint.respond, methods=["GET", "POST"])]
    if writer is not None:
        routes.append(Route("/store", writer.graph, methods=["GET", "PUT", "POST", "DELETE"]))
    routes += pages
    # Pages come first: whoever brings a page for / takes the place of this one.
    routes.append(Route("/", _welcome, methods=["GET"]))
    return Starlette(routes=routes, middleware=middleware)


async def _welcome(request: Request) -> Response:
    return PlainTextResponse(_WELCOME)


class Endpoint:
    """Answers queries sent by the SPARQL 1.1 Protocol."""

    def __init__(self, pool: Asking, writer: Writer | None = None) -> None:
        self._pool = pool
        self._writer = writer

    async def respond(self, request: Request) -> Response:
        """The answer, or a status and a sentence that says what is wrong."""
        try:
            asked = await requests.read(request, QUERY_LIMIT if self._writer is None else GRAPH_LIMIT)
            if asked is None:
                return self._description(request)
            if isinstance(asked, requests.Update):
                if self._writer is None:
                    raise RefusedError(403, "this endpoint is for reading only")
                return await self._writer.update(request, asked.sparql)
            question = _question(asked, request.headers.get("accept", ""))
            answer = await run_in_threadpool(self._pool.ask, question)
        except RefusedError as error:
            return refused(error)
        except QueryTimeoutError as error:
            return _problem(503, str(error))
        except AnswerTooLargeError as error:
            return _problem(500, str(error))
        except QueryError as error:
            return _problem(400, str(error))
        except StoreError as error:
            return _problem(500, str(error))
        return Response(answer.data, headers={"Content-Type": _with_charset(answer.media_type), "Vary": "Accept"})

    def _description(self, request: Request) -> Response:
        chosen = negotiation.choose(request.headers.get("accept", ""), negotiation.TRIPLES)
        # A browser asks for a page and gets the description as text that it can show.
        media_type = chosen or "text/turtle"
        address = str(request.url.replace(query="", fragment=""))
        return Response(
            description.describe(address, media_type),
            headers={"Content-Type": _with_charset(media_type), "Vary": "Accept"},
        )


def _question(asked: requests.Asked, accept: str) -> Question:
    """The query with the media types that its answer may have.

    Raises:
        RefusedError: nothing that can be written is accepted, or it is no query.
    """
    form = sparql.form(asked.sparql)
    if sparql.is_update(asked.sparql):
        raise RefusedError(403, "an update is sent as one, and only to an endpoint that is not for reading only")
    if form is None:
        raise RefusedError(400, "neither SELECT, ASK, CONSTRUCT nor DESCRIBE")
    if form in ("SELECT", "ASK"):
        offered: Sequence[str] = negotiation.ROWS if form == "SELECT" else negotiation.TRUTH
        rows = negotiation.choose(accept, offered)
        triples: str | None = negotiation.TRIPLES[0]
    else:
        offered = negotiation.TRIPLES
        rows = negotiation.ROWS[0]
        triples = negotiation.choose(accept, offered)
    if rows is None or triples is None:
        raise RefusedError(406, f"can be written as {', '.join(offered)}")
    return Question(asked.sparql, asked.default_graphs, asked.named_graphs, rows, triples)


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _problem(status: int, message: str) -> Response:
    return PlainTextResponse(f"{message}\n", status)
