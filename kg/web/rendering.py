"""Pages from templates, every value escaped, with headers that forbid whatever a page does not need."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg import __version__
from kg.report import wording
from kg.web.addresses import address
from kg.web.site import Feed, Sites

HERE = Path(__file__).parent

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Only what comes from here is loaded, and no script or style that stands in a page itself is run."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guarding:
    """Adds the headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and mark the answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, guarded)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=wording, address=address, version=__version__, urlencode=urlencode)
    return environment


def page(name: str, status: int = 200, **content: object) -> Response:
    """A page from its template."""
    shown = {"state": "", "notice": "", **content}
    return HTMLResponse(_environment().get_template(f"{name}.html.j2").render(**shown), status)


class Showing:
    """Makes pages of the site of the moment, each with what visitors should know of it."""

    def __init__(self, sites: Sites) -> None:
        self._site = sites.now
        self._view = self._site.view
        self._notice = sites.notice

    def page(self, name: str, status: int = 200, **content: object) -> Response:
        """A page from its template."""
        return page(name, status, state=self._site.state, notice=self._notice, **content)


def feed(request: Request, data: Feed) -> Response:
    """Data for scripts, not sent again to a browser that has it."""
    headers = {"ETag": data.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if data.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(data.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type="application/json")
    return Response(data.plain, headers=headers, media_type="application/json")
