"""The pages over small graphs: asked without a network, or served on loopback to a headless Chromium."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from pyoxigraph import Store
from starlette.testclient import TestClient

from kg.files import state_of
from kg.model import Document, Graph
from kg.rdf import serialize_turtle
from kg.report.texts import Texts
from kg.serve import running
from kg.serve.app import Asking
from kg.store.answers import Answer, Limits, Question
from kg.store.evaluation import evaluate
from kg.view import open_view
from kg.web.pages import pages
from kg.web.rereading import Sentence
from kg.web.site import Site, Sites
from tests.web import worlds

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)


class Beside:
    """Answers questions from a store in this process, without limits."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ask(self, question: Question) -> Answer:
        """The answer to one question."""
        return evaluate(self._store, question)


class Silent:
    """Finds in every sentence a word that tells of nothing."""

    def account(self, document: Document) -> list[Sentence]:
        """The sentences as they end with a full stop or a line."""
        found = re.finditer(r"[^\s.][^.\n]*\.?", document.text)
        word = {"text": "<b>market</b>", "frame": "attack", "reason": "it is part of a name"}
        return [
            {
                "begin": match.start(),
                "end": match.end(),
                "seen": [{"begin": match.start(), "end": match.end(), "label": match.group(), "kind": "group"}],
                "event_words": [word],
                "reason": "a reason",
            }
            for match in found
        ]


def site_of(graph: Graph, folder: Path, asking: Asking | None = None) -> tuple[Site, Path]:
    """The site of a graph and its file."""
    path = folder / "graph.ttl"
    path.write_bytes(serialize_turtle(graph))
    view = open_view([path])
    return Site(view, asking or Beside(view.store), Texts(graph.documents), state_of(path), Silent()), path


@contextlib.contextmanager
def listening(asked: Asking, sites: Sites) -> Iterator[str]:
    """The address of a server, endpoint and pages, for as long as it is needed."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        config = uvicorn.Config(running.application(asked, pages(sites)), log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@contextlib.contextmanager
def serving(graph: Graph, folder: Path) -> Iterator[str]:
    """The address of a server over the graph."""
    _, path = site_of(graph, folder)
    with running.workers([path], 1, Limits(60, 64_000_000, 2_000_000_000)) as asked:
        sites = Sites(lambda: site_of(graph, folder, asked)[0])
        with listening(asked, sites) as address:
            yield address


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks for pages over the hand-made world."""
    site, _ = site_of(worlds.world(), tmp_path_factory.mktemp("world"))
    from starlette.applications import Starlette

    with TestClient(Starlette(routes=pages(Sites(lambda: site))), base_url="http://localhost") as found:
        yield found


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks for pages over a graph full of markup."""
    site, _ = site_of(worlds.hostile(), tmp_path_factory.mktemp("hostile"))
    from starlette.applications import Starlette

    with TestClient(Starlette(routes=pages(Sites(lambda: site))), base_url="http://localhost") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that reaches nothing but loopback."""
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need the extra 'browser'")
    if CHROMIUM is None:
        pytest.skip("no Chromium (Debian, Ubuntu: apt install chromium)")
    options = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=options)
        yield found
        found.close()


class Watched:
    """A page of the browser, with all that it asked for and complained of."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path: str) -> None:
        """Open a page and wait until its scripts have nothing left to fetch."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")

    def shot(self, name: str) -> None:
        """Keep a picture where KG_SCREENSHOTS says, if it does."""
        folder = os.environ.get("KG_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    def forgive(self, status: int) -> None:
        """Let pass what the browser itself notes on the console of an answer with this status."""
        self.complaints[:] = [c for c in self.complaints if f"status of {status}" not in c]

    def check(self) -> None:
        """Nothing left loopback, and the console is silent."""
        outside = [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]
        assert not outside
        assert not self.complaints


Open = Callable[..., Watched]


@pytest.fixture(scope="session")
def world_address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the hand-made world."""
    with serving(worlds.world(), tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def watch(browser: Browser, world_address: str) -> Iterator[Open]:
    """Opens watched pages on the world, or on another address, and checks at the end that they were well-behaved."""
    opened: list[Watched] = []

    def open_page(address: str = world_address, **options: Any) -> Watched:
        opened.append(Watched(browser, address, **options))
        return opened[-1]

    yield open_page
    for watched in opened:
        watched.page.close()
        watched.check()
