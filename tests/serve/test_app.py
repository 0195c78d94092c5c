"""Pages beside the endpoint, who may call it, and the server itself."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from kg.rdf import serialize_turtle
from kg.serve.app import application
from kg.store.pool import Pool
from tests.rdf import factory


def page(request: Request) -> PlainTextResponse:
    return PlainTextResponse("a page of mine")


def test_pages_stand_beside_the_endpoint(served: Pool) -> None:
    client = TestClient(application(served, pages=[Route("/", page)]))
    assert client.get("/").text == "a page of mine"
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_without_pages_the_root_says_where_the_endpoint_is(client: TestClient) -> None:
    assert "/sparql" in client.get("/").text


def test_other_web_sites_read_only_if_allowed(served: Pool) -> None:
    asked = {"query": "ASK {}"}
    theirs = {"Origin": "https://map.example"}
    closed = TestClient(application(served))
    assert "access-control-allow-origin" not in closed.get("/sparql", params=asked, headers=theirs).headers
    opened = TestClient(application(served, origins=["https://map.example"]))
    allowed = opened.get("/sparql", params=asked, headers=theirs)
    assert allowed.headers["access-control-allow-origin"] == "https://map.example"
    other = opened.get("/sparql", params=asked, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


def test_only_names_of_this_machine_are_answered(served: Pool) -> None:
    app = application(served, hosts=("localhost", "127.0.0.1"))
    assert TestClient(app, base_url="http://localhost:7878").get("/").status_code == 200
    # A page elsewhere that has its own name point to this machine.
    assert TestClient(app, base_url="http://evil.example").get("/").status_code == 400


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def test_the_command_serves_until_it_is_told_to_stop(graph: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--workers", "1"]
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert address is not None, line
            query = "sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"
            with urllib.request.urlopen(address.group() + query, timeout=30) as response:
                assert b"true" in response.read()
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=30)[1]
        finally:
            process.kill()
    assert process.returncode == 0, rest
    assert rest == "kg: stopped\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["none.ttl"], "no such file"), (["."], "cannot be opened as a store"), ([".", "x.ttl"], "one store folder")],
)
def test_what_cannot_be_served(tmp_path: Path, arguments: list[str], message: str) -> None:
    command = [sys.executable, "-m", "kg", "serve", *arguments, "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
