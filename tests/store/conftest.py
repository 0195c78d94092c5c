"""The stores that all keep one contract: a folder, our own endpoint in two ways, a Virtuoso."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn

from kg.rdf import serialize_turtle
from kg.serve.app import application
from kg.serve.writing import Writer
from kg.store.answers import Limits
from kg.store.base import Store
from kg.store.embedded import Embedded
from kg.store.http import PASSWORD, USER
from kg.store.pool import Pool
from kg.store.remote import Addresses, Remote
from tests.cli.conftest import Run, invoke
from tests.rdf import factory
from tests.store import virtuoso

Opener = Callable[[], Store]


@contextlib.contextmanager
def own_endpoint(folder: Path) -> Iterator[str]:
    """Address of our own server over a folder, writable for ``ann`` with the password ``s3cret``."""
    Embedded(folder).close()
    pool = Pool(folder, limits=Limits(seconds=60), writable=True)
    app = application(pool, writer=Writer(pool, "ann", "s3cret"))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join()
        pool.close()


@pytest.fixture(scope="session")
def virtuoso_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running Virtuoso."""
    if not virtuoso.is_installed():
        pytest.skip("no Virtuoso: apt install virtuoso-opensource")
    with virtuoso.running(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(params=["folder", "own endpoint, graphs", "own endpoint, updates", "virtuoso"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Opens one and the same empty store as often as one likes."""
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "s3cret")
    found: list[Store] = []

    def opener(make: Callable[[], Store]) -> Opener:
        def open_it() -> Store:
            for store in found:
                store.close()
            found[:] = [make()]
            return found[0]

        return open_it

    with contextlib.ExitStack() as stack:
        if request.param == "folder":
            yield opener(lambda: Embedded(tmp_path / "store"))
        elif request.param == "virtuoso":
            address = request.getfixturevalue("virtuoso_address")
            monkeypatch.setenv(USER, "dba")
            monkeypatch.setenv(PASSWORD, "dba")
            make = opener(lambda: Remote(Addresses(address)))
            store = make()
            for name in store.digests():
                store.drop(name)
            store.mark(False)
            yield make
        else:
            address = stack.enter_context(own_endpoint(tmp_path / "store"))
            graphs = address + "store" if request.param.endswith("graphs") else None
            yield opener(lambda: Remote(Addresses(address + "sparql", graphs)))
        for store in found:
            store.close()


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world of the tests, as a graph file."""
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


@pytest.fixture
def run() -> Run:
    """Runs ``kg`` with arguments and gives what it left."""
    return invoke
