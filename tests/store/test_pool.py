"""Questions answered by processes that can be ended."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import AnswerTooLargeError, GraphError, QueryError, QueryTimeoutError, StoreError
from kg.store.answers import Limits, Question
from kg.store.pool import Pool, _Worker

BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c + ?f + ?i + ?l = 0.5) }"


def number_of(answer: bytes) -> int:
    return int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    store = Store(folder)
    store.extend(Quad(NamedNode(f"x:{n}"), NamedNode("x:p"), Literal(n), NamedNode("x:g")) for n in range(400))
    store.flush()
    return folder


@pytest.fixture(scope="module")
def pool(folder: Path) -> Iterator[Pool]:
    found = Pool(folder, 2, Limits(seconds=1, answer=20_000, memory=400_000_000))
    yield found
    found.close()


COUNT = Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")


def test_an_answer(pool: Pool) -> None:
    answer = pool.ask(COUNT)
    assert (answer.kind, number_of(answer.data)) == ("rows", 400)


def files(tmp_path: Path, text: str = "<x:a> <x:p> <x:b> .") -> list[Path]:
    (tmp_path / "graph.nt").write_text(text)
    return [tmp_path / "graph.nt"]


GIVEN = Question("SELECT (COUNT(*) AS ?n) { ?s <x:p> ?o }")


@pytest.mark.parametrize("later", [False, True])
def test_graph_files_are_read_by_each_worker(tmp_path: Path, later: bool) -> None:
    pool = Pool(files(tmp_path), 2, Limits(seconds=60), later=later)
    try:
        assert {number_of(pool.ask(GIVEN).data) for _ in range(4)} == {1}
    finally:
        pool.close()


def test_a_file_that_is_no_rdf_is_told_at_once_or_to_whoever_asks(tmp_path: Path) -> None:
    paths = files(tmp_path, "nonsense")
    with pytest.raises(GraphError, match="not readable"):
        Pool(paths, 1)
    pool = Pool(paths, 2, later=True)
    try:
        for _ in range(3):
            with pytest.raises(StoreError, match="not readable"):
                pool.ask(GIVEN)
    finally:
        pool.close()


def test_a_pool_that_is_closed_while_it_starts_ends(tmp_path: Path) -> None:
    pool = Pool(files(tmp_path), 2, later=True)
    pool.close()
    with pytest.raises(StoreError):
        pool.ask(GIVEN)


def test_many_at_once(pool: Pool) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert {number_of(answer.data) for answer in threads.map(pool.ask, [COUNT] * 20)} == {400}


def test_a_question_that_takes_too_long_is_ended_and_the_next_is_answered(pool: Pool) -> None:
    for _ in range(3):
        with pytest.raises(QueryTimeoutError, match="within 1 seconds"):
            pool.ask(Question(BOMB))
    assert number_of(pool.ask(COUNT).data) == 400


def test_an_answer_that_is_too_large_is_refused(pool: Pool) -> None:
    with pytest.raises(AnswerTooLargeError, match="20,000 bytes"):
        pool.ask(Question("SELECT * { ?s ?p ?o . ?a ?b ?c }"))
    assert number_of(pool.ask(COUNT).data) == 400


def test_a_question_that_takes_too_much_memory_is_ended(folder: Path) -> None:
    pool = Pool(folder, 1, Limits(seconds=60, answer=10**9, memory=64_000_000))
    try:
        with pytest.raises(QueryError, match="memory"):
            pool.ask(Question("SELECT DISTINCT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f } ORDER BY ?o"))
        assert number_of(pool.ask(COUNT).data) == 400
    finally:
        pool.close()


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT", "bad SPARQL"),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_what_is_no_question(pool: Pool, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        pool.ask(Question(sparql))


def test_a_folder_without_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Pool(tmp_path / "none", 1)


def test_nobody_answers_after_the_end(folder: Path) -> None:
    pool = Pool(folder, 1)
    pool.close()
    with pytest.raises(StoreError, match="closed"):
        pool.ask(COUNT)


def test_who_waits_while_the_pool_ends_hears_that_it_is_closed(folder: Path) -> None:
    pool = Pool(folder, 1, Limits(seconds=1))
    with ThreadPoolExecutor(6) as threads:
        busy = threads.submit(pool.ask, Question(BOMB))
        time.sleep(0.2)
        ending = threads.submit(pool.retire)
        time.sleep(0.2)
        waiting = [threads.submit(pool.ask, COUNT) for _ in range(4)]
        with pytest.raises(QueryTimeoutError):
            busy.result()
        ending.result()
        problems = [asked.exception() for asked in waiting]
    assert all(problem is None or isinstance(problem, StoreError) for problem in problems)


def test_who_is_being_answered_when_the_pool_is_closed_hears_so(folder: Path) -> None:
    pool = Pool(folder, 1, Limits(seconds=60))
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(pool.ask, Question(BOMB))
        time.sleep(0.2)
        pool.close()
        with pytest.raises(StoreError, match="closed"):
            asked.result()


class Watched:
    """A connection that tells whether it was closed while somebody used it, or by two at once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.users = 0
        self.together = False

    def _used(self, call: Callable[[], object]) -> object:
        self.together = self.together or self.users > 0
        self.users += 1
        try:
            return call()
        finally:
            # Long enough for the others to come.
            time.sleep(0.2)
            self.users -= 1

    def recv(self) -> object:
        return self._used(self.connection.recv)

    def close(self) -> None:
        self._used(self.connection.close)


def test_a_connection_is_closed_by_one_thread_and_while_nobody_reads_it() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=time.sleep, args=(60,), daemon=True)
    process.start()
    theirs.close()
    watched = Watched(ours)
    worker = _Worker(process, cast(Connection, watched))
    with ThreadPoolExecutor(3) as threads:
        reading = threads.submit(worker.wait_until_ready)
        for ending in [threads.submit(worker.end) for _ in range(2)]:
            ending.result()
        with pytest.raises(StoreError, match="ended"):
            reading.result()
    assert not watched.together
