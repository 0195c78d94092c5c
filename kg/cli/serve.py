"""``kg serve``: a graph as a web server with pages to look at and SPARQL to ask."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.failing import say
from kg.errors import UsageError
from kg.files import state_of

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from kg.serve.running import Workers
    from kg.web.rereading import Rereader
    from kg.web.site import Sites

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    store: Annotated[
        list[Path],
        typer.Argument(metavar="STORE", help="A store folder that kg load made, or graph files."),
    ],
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; others than you can reach 0.0.0.0.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="0 takes any free one.")] = 7878,
    origins: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-origin", metavar="ORIGIN", help="A web site whose pages may read from here, * for all; repeatable."
        ),
    ] = None,
    writable: Annotated[
        bool,
        typer.Option("--writable", help="Take changes from whoever knows KG_SERVE_USER and KG_SERVE_PASSWORD."),
    ] = False,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Queries answered at once.")] = 2,
    seconds: Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time of one query.")] = 30,
    size: Annotated[int, typer.Option("--max-answer", min=1, metavar="MB", help="Size of one answer.")] = 64,
    memory: Annotated[
        int, typer.Option("--max-memory", min=64, metavar="MB", help="Memory that one query may take.")
    ] = 2048,
    reports: Annotated[
        list[Path] | None,
        typer.Option(
            "--reports",
            metavar="PATH",
            help="The reports that the graph was built from, to show them whole; repeatable.",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="The spaCy pipeline that the graph was built with, if not ours."),
    ] = None,
    knowledge: Annotated[
        Path | None,
        typer.Option("--knowledge", metavar="DIR", help="Your own words that the graph was built with, if any."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages/--no-pages", help="Pages to look at the graph, or SPARQL only.")
    ] = True,
) -> None:
    """Serve a graph: pages to look at it at /, SPARQL 1.1 at /sparql; for reading only unless --writable is given.

    With --writable it takes updates, too, and named graphs at /store (Graph Store Protocol), from whoever has the name
    and the password that KG_SERVE_USER and KG_SERVE_PASSWORD hold in the environment.

    Listens on this machine only, unless --host says otherwise; there is no password, so think before you say so.
    SERVICE is off, and no file is ever read that a query names.
    """
    try:
        from kg.serve import running
        from kg.serve.following import Follower
    except ModuleNotFoundError as error:
        raise UsageError(f"kg serve needs {error.name}: pip install 'kg[serve]'") from None
    from kg.store.answers import Limits
    from kg.web.rereading import Rereader

    if writable:
        _credentials()
    if knowledge is not None:
        from kg.knowledge import extension

        extension.use(knowledge)
    limits = Limits(seconds, size * 1_000_000, memory * 1_000_000)
    hosts = ("127.0.0.1", "localhost", "[::1]") if host in _LOOPBACK else ("*",)

    def ready(address: str) -> None:
        say(f"kg: serving {', '.join(map(str, store))} at {address} (SPARQL: {address}sparql); Ctrl-C ends it")

    before = state_of(*store)
    # With pages, the graph is read for them first; the workers that answer questions start beside that.
    with running.workers(store, workers, limits, writable, later=pages) as asked:
        writer = running.Writer(asked, *_credentials()) if writable else None
        rereader = Rereader(seconds, model, knowledge)
        sites = _sites(store, reports or [], asked, rereader) if pages else None
        app = running.application(asked, _routes(sites), origins or (), hosts, writer)

        def renew() -> None:
            asked.renew()
            if sites is not None:
                sites.renew()

        def tell(notice: str) -> None:
            say(f"kg: {notice or 'the graph is shown as it is now'}")
            if sites is not None:
                sites.tell(notice)

        with closing(rereader), closing(Follower(lambda: state_of(*store), before, renew, tell)) as follower:
            follower.start()
            running.run(app, host, port, ready)
    say("kg: stopped")


def _credentials() -> tuple[str, str]:
    user, password = os.environ.get("KG_SERVE_USER"), os.environ.get("KG_SERVE_PASSWORD")
    if not user or not password or ":" in user:
        raise UsageError("--writable needs a name (without a colon) in KG_SERVE_USER and KG_SERVE_PASSWORD")
    return user, password


def _sites(store: list[Path], reports: list[Path], asked: Workers, rereader: Rereader) -> Sites:
    """What the pages show: the graph, which is read into memory for them, as often as it changes."""
    from kg.report.texts import Texts
    from kg.view import open_view
    from kg.web.site import Site, Sites

    def make() -> Site:
        state = state_of(*store)
        return Site(open_view(store), asked, Texts.of(reports), state, rereader).warm()

    return Sites(make)


def _routes(sites: Sites | None) -> list[BaseRoute]:
    from kg.web.pages import pages

    return [] if sites is None else pages(sites)
