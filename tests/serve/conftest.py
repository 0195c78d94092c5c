"""A small store behind the endpoint, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from starlette.testclient import TestClient

from kg.serve.app import application
from kg.store.answers import Limits
from kg.store.pool import Pool
from tests.cli.conftest import Run, invoke


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    """Workers over two named graphs of three triples each."""
    folder = tmp_path_factory.mktemp("served")
    store = Store(folder)
    for graph in ("http://x.example/one", "http://x.example/two"):
        for number in range(3):
            name = NamedNode(f"{graph}#{number}")
            store.add(Quad(name, NamedNode("http://x.example/p"), Literal(f"né {number}"), NamedNode(graph)))
    store.flush()
    pool = Pool(folder, 2, Limits(seconds=1, answer=100_000, memory=500_000_000))
    yield pool
    pool.close()


@pytest.fixture(scope="session")
def client(served: Pool) -> Iterator[TestClient]:
    """Sends requests to the endpoint."""
    with TestClient(application(served), base_url="http://localhost") as found:
        yield found


@pytest.fixture
def run() -> Run:
    """Runs ``kg`` with arguments and gives what it left."""
    return invoke
