"""An endpoint that may be changed, by those who have the password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store
from starlette.testclient import TestClient

from kg.serve.app import application
from kg.serve.writing import Writer
from kg.store.answers import Limits
from kg.store.pool import Pool
from tests.cli.conftest import Run

ANN = ("ann", "s3cret")
GRAPH = {"graph": "http://x.example/g"}
TURTLE = {"Content-Type": "text/turtle"}


@pytest.fixture
def open_client(tmp_path: Path) -> Iterator[TestClient]:
    Store(tmp_path).flush()
    pool = Pool(tmp_path, limits=Limits(seconds=10), writable=True)
    with TestClient(application(pool, writer=Writer(pool, *ANN))) as client:
        yield client
    pool.close()


def count(client: TestClient) -> int:
    response = client.get("/sparql", params={"query": "SELECT * { GRAPH ?g { ?s ?p ?o } }"})
    return len(response.json()["results"]["bindings"])


def test_a_named_graph_comes_grows_and_goes(open_client: TestClient) -> None:
    def send(method: str, data: str) -> int:
        return open_client.request(method, "/store", params=GRAPH, content=data, headers=TURTLE, auth=ANN).status_code

    assert open_client.get("/store", params=GRAPH).status_code == 404
    assert send("PUT", "<x:a> <x:b> 'one', 'two'") == 400
    assert send("PUT", "<x:a> <x:b> 'one', 'two' .") == 201
    assert send("POST", "<x:a> <x:b> 'two', 'three' .") == 204
    assert count(open_client) == 3
    assert send("PUT", "<x:a> <x:b> 'four' .") == 204
    assert "four" in open_client.get("/store", params=GRAPH, headers={"Accept": "text/turtle"}).text
    assert open_client.delete("/store", params=GRAPH, auth=ANN).status_code == 204
    assert open_client.delete("/store", params=GRAPH, auth=ANN).status_code == 404
    assert count(open_client) == 0


@pytest.mark.parametrize("auth", [("ann", "wrong"), ("", ""), ("s3cret", "ann")])
def test_nobody_else_changes_anything(open_client: TestClient, auth: tuple[str, str]) -> None:
    update = "INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c> } }"
    answers = [
        open_client.put("/store", params=GRAPH, content="<x:a> <x:b> <x:c> .", headers=TURTLE, auth=auth),
        open_client.delete("/store", params=GRAPH, auth=auth),
        open_client.post("/sparql", data={"update": update}, auth=auth),
        open_client.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}, auth=auth),
    ]
    assert [answer.status_code for answer in answers] == [401] * 4
    assert answers[0].headers["www-authenticate"].startswith("Basic")
    assert count(open_client) == 0


@pytest.mark.parametrize("header", ["", "Basic !!!", "Basic YW5u", "Bearer x", "Basic", "Digest a=b"])
def test_bad_credentials(open_client: TestClient, header: str) -> None:
    answer = open_client.delete("/store", params=GRAPH, headers={"Authorization": header})
    assert answer.status_code == 401


def test_updates(open_client: TestClient) -> None:
    update = "INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c> } }"
    assert open_client.post("/sparql", data={"update": update}, auth=ANN).status_code == 204
    assert count(open_client) == 1
    direct = {"Content-Type": "application/sparql-update"}
    assert open_client.post("/sparql", content="CLEAR ALL", headers=direct, auth=ANN).status_code == 204
    assert count(open_client) == 0


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <file:///etc/passwd>",
        "load silent <http://127.0.0.1:9/>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "INSERT DATA {",
        "SELECT * {}",
    ],
)
def test_updates_that_are_refused(open_client: TestClient, update: str) -> None:
    assert open_client.post("/sparql", data={"update": update}, auth=ANN).status_code == 400
    assert count(open_client) == 0


@pytest.mark.parametrize(
    ("parameters", "kind", "status"),
    [
        ({}, "text/turtle", 400),
        ({"graph": ""}, "text/turtle", 400),
        ({"graph": "no iri"}, "text/turtle", 400),
        ({"graph": ["x:a", "x:b"]}, "text/turtle", 400),
        (GRAPH, "text/html", 415),
        (GRAPH, "application/n-triples", 400),
    ],
)
def test_bad_graphs(open_client: TestClient, parameters: dict[str, str], kind: str, status: int) -> None:
    headers = {"Content-Type": kind}
    answer = open_client.put(
        "/store", params=parameters, content="@prefix a: <x:> . a:a a:b a:c .", headers=headers, auth=ANN
    )
    assert answer.status_code == status


def test_the_command_wants_a_password_to_open_a_store_for_changes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_SERVE_PASSWORD", raising=False)
    ran = run("serve", tmp_path / "store", "--writable", "--port", "0")
    assert ran.code == 2
    assert "KG_SERVE_PASSWORD" in ran.err
    assert not (tmp_path / "store").exists()
