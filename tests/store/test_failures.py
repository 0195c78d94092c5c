"""What is said when a store does not do what it should: wrong passwords, dead servers, full disks, strange answers."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.answers import Question
from kg.store.embedded import Embedded
from kg.store.http import PASSWORD, USER, Client
from kg.store.remote import Addresses, Remote
from tests.cli.conftest import Run
from tests.store.conftest import own_endpoint

Answering = Callable[[BaseHTTPRequestHandler], None]
ROWS = b'{"head": {"vars": []}, "results": {"bindings": []}}'
JSON = "application/sparql-results+json"


@contextlib.contextmanager
def server(answer: Answering) -> Iterator[str]:
    """A server on loopback that answers every request in one way."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{found.server_address[1]}/sparql"
        finally:
            found.shutdown()
            thread.join()


def reply(status: int, body: bytes = b"", kind: str = JSON, **headers: str) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def remote(address: str) -> Remote:
    return Remote(Addresses(address), Client(address, timeout=5, waits=(0.0, 0.0)))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (reply(500, b"<h1>Virtual\x00 memory \x1b[31mexhausted</h1>"), "status 500: <h1>Virtual memory"),
        (reply(500, "voilà".encode("latin-1"), "text/plain; charset=iso-8859-1"), "status 500: voilà"),
        (reply(500, b"caf\xe9", "text/plain; charset=no-such"), "status 500: café"),
        (reply(403, b"no"), "status 403: the user may not do that: no"),
        (reply(404), "refuses with status 404"),
        (reply(503, b"busy"), "status 503: busy"),
        (reply(200, b"<html>", "text/html"), "is no SPARQL endpoint"),
        (reply(200, b"{}"), "no SPARQL result"),
        (reply(200, b"[1]"), "no SPARQL result"),
        (reply(200, b"{"), "no SPARQL result"),
        (reply(401, WWW_Authenticate="Basic"), f"set {USER} and {PASSWORD}"),
    ],
)
def test_strange_answers(answer: Answering, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(USER, raising=False)
    with server(answer) as address, pytest.raises(StoreError) as caught:
        remote(address).sizes()
    assert message in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_server_that_stumbles_is_asked_again() -> None:
    answers = iter([reply(503, Retry_After="0"), reply(502), reply(200, ROWS)])
    with server(lambda handler: next(answers)(handler)) as address:
        assert remote(address).sizes() == {}


def test_a_connection_that_breaks_off_is_tried_again() -> None:
    asked: list[int] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(1)
        if len(asked) < 3:
            handler.connection.close()
        else:
            reply(200, ROWS)(handler)

    with server(answer) as address:
        assert remote(address).sizes() == {}


def test_a_dead_server() -> None:
    with server(reply(200, ROWS)) as address:
        pass
    with pytest.raises(StoreError, match="cannot be reached"):
        remote(address).sizes()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://ann:s3cret@127.0.0.1/sparql", "do not belong into the address"),
        ("ftp://127.0.0.1/", "is no address"),
        ("http://", "is no address"),
        ("http://127.0.0.1:0/", "is no address"),
        ("http://127.0.0.1:99999/", "is no address"),
        ("http://127.0.0.1/a b", "is no address"),
        ("http://[::1/", "is no address"),
    ],
)
def test_addresses(address: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        Remote(Addresses(address))
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("password", ["wrong", None])
def test_a_wrong_password(
    run: Run, graph_file: Path, tmp_path: Path, password: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USER, "ann")
    if password is None:
        monkeypatch.delenv(PASSWORD, raising=False)
    else:
        monkeypatch.setenv(PASSWORD, password)
    with own_endpoint(tmp_path / "store") as address:
        ran = run("load", graph_file, "--to", address + "sparql", "--graph-store", address + "store")
        assert ran.code == 2
        assert (f"does not take the name and password in {USER}" if password else f"set {USER}") in ran.err
        assert Remote(Addresses(address + "sparql")).sizes() == {}


def test_a_wrong_password_for_virtuoso(
    run: Run, tmp_path: Path, virtuoso_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USER, "dba")
    monkeypatch.setenv(PASSWORD, "wrong")
    (tmp_path / "new.ttl").write_text("<https://kg.example/id/new> <x:p> 'said nowhere else' .")
    ran = run("load", tmp_path / "new.ttl", "--to", virtuoso_address)
    assert ran.code == 2
    assert "does not take the name and password" in ran.err


def test_load_and_remove_with_the_command(run: Run, graph_file: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ran = run("load", graph_file, "--to", store)
    assert (ran.code, ran.out) == (0, "")
    assert "6 named graphs written" in ran.err
    ran = run("load", graph_file, "--to", store)
    assert "0 named graphs written, 6 were there already" in ran.err
    ran = run("load", "--remove", "daily", "--to", store)
    assert ran.code == 0, ran.err
    assert "1 removed" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "{tmp}/store"], "nothing to do"),
        (["{graph}", "--to", "{tmp}/full"], "neither a store nor an empty folder"),
        (["{graph}", "--to", "{graph}"], "neither a store nor an empty folder"),
        (["{tmp}/none.ttl", "--to", "{tmp}/store"], "no such file"),
        (["{tmp}/full/bad.ttl", "--to", "{tmp}/store"], "not readable"),
        (["--remove", "x", "--prune", "--to", "{tmp}/store"], "--prune needs"),
        (["--remove", "x", "--to", "{tmp}/store"], "no document 'x'"),
        (["{graph}", "--to", "http://"], "is no address"),
        (["{graph}", "--to", "http://127.0.0.1/", "--graph-store", "x"], "is no address"),
    ],
)
def test_bad_loads(run: Run, graph_file: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "bad.ttl").write_text("no Turtle")
    ran = run("load", *(a.replace("{tmp}", str(tmp_path)).replace("{graph}", str(graph_file)) for a in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    if "none.ttl" in arguments[0] or "bad.ttl" in arguments[0]:
        assert not (tmp_path / "store").exists()


def test_a_store_that_somebody_else_writes(run: Run, graph_file: Path, tmp_path: Path) -> None:
    store = Embedded(tmp_path / "store")
    ran = run("load", graph_file, "--to", tmp_path / "store")
    store.close()
    assert ran.code == 2
    assert "another process is writing it" in ran.err


@pytest.mark.parametrize("room", [20_000, 200_000])
def test_a_full_disk(graph_file: Path, tmp_path: Path, room: int) -> None:
    # A limit on the size of files stands for a disk without room: the same write fails. First it is that of temporary
    # files, then that of the store.
    script = (
        "import resource, sys\n"
        "from kg.cli import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        f"sys.argv = ['kg', 'load', {str(graph_file)!r}, '--to', {str(tmp_path / 'store')!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert (str(tmp_path / "store") if room > 100_000 else "temporary files in") in done.stderr


def test_a_folder_that_is_no_store_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no store"):
        Embedded(tmp_path, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_read_cannot_be_changed(graph_file: Path, run: Run, tmp_path: Path) -> None:
    run("load", graph_file, "--to", tmp_path / "store")
    store = Embedded(tmp_path / "store", read_only=True)
    assert store.ask(Question("ASK { ?s ?p ?o }")).kind == "truth"
    with pytest.raises(StoreError):
        store.drop("https://w3id.org/kg-conflict/graph#world")
