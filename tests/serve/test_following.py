"""What is served follows what lies on disk."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.errors import GraphError, QueryTimeoutError, StoreError
from kg.files import state_of
from kg.serve import running
from kg.serve.following import READING, UNREADABLE, Follower
from kg.serve.running import Workers
from kg.store.answers import Limits, Question
from kg.store.base import LOADING

ALL = Question("SELECT ?s { ?s <http://x.example/p> ?o }", rows="text/csv")
LIMITS = Limits(seconds=30)


def triples(*names: str) -> str:
    return "".join(f"<http://x.example/{n}> <http://x.example/p> <http://x.example/o> .\n" for n in names)


def names(workers: Workers) -> set[str]:
    return {line.removeprefix("http://x.example/") for line in workers.ask(ALL).data.decode().split()[1:]}


class Told:
    """A follower over a state that the test sets, with what it did and said."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.state = "one"
        self.renewed = 0
        self.said: list[str] = []
        self.problem = problem
        self.follower = Follower(lambda: self.state, "one", self._renew, self.said.append)

    def _renew(self) -> None:
        self.renewed += 1
        if self.problem is not None:
            raise self.problem


def test_what_rests_is_left_alone() -> None:
    told = Told()
    for _ in range(3):
        told.follower.look()
    assert (told.renewed, told.said) == (0, [])


def test_a_change_is_read_once_it_has_come_to_rest() -> None:
    told = Told()
    for state in ("two", "three", "four"):
        told.state = state
        told.follower.look()
    assert told.renewed == 0
    told.follower.look()
    told.follower.look()
    assert (told.renewed, told.said) == (1, [READING, ""])


def test_what_cannot_be_read_is_said_and_not_tried_again_before_it_changes() -> None:
    told = Told(GraphError("graph.ttl: not readable"))
    told.state = "two"
    for _ in range(4):
        told.follower.look()
    assert (told.renewed, told.said) == (1, [READING, f"{UNREADABLE} graph.ttl: not readable"])
    told.problem, told.state = None, "three"
    told.follower.look()
    told.follower.look()
    assert told.said[-1] == ""


def test_a_failure_nobody_foresaw_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(KeyError("odd"))
    told.state = "two"
    told.follower.look()
    told.follower.look()
    assert told.said[-1].startswith(UNREADABLE)
    assert "KeyError" in capsys.readouterr().err


def test_it_looks_by_itself_until_it_is_closed() -> None:
    renewed = threading.Event()
    told = Told()
    told.follower = Follower(lambda: told.state, "one", renewed.set, told.said.append)
    told.follower.start(0.01)
    told.state = "two"
    assert renewed.wait(30)
    told.follower.close()


def test_workers_follow_a_graph_file(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text(triples("a"))
    workers = Workers([graph], 2, LIMITS)
    before = state_of(graph)
    assert names(workers) == {"a"}
    graph.write_text(triples("a", "b"))
    assert state_of(graph) != before
    assert names(workers) == {"a"}
    workers.renew()
    assert names(workers) == {"a", "b"}
    graph.write_text("nonsense")
    with pytest.raises(GraphError, match=r"graph\.nt: not readable"):
        workers.renew()
    assert names(workers) == {"a", "b"}
    workers.close()


def test_a_worker_that_is_replaced_reads_what_the_others_have_read(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text(triples(*(f"n{n}" for n in range(400))))
    workers = Workers([graph], 1, Limits(seconds=1))
    graph.write_text(triples("other"))
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?c) = CONCAT(STR(?f), STR(?i))) }"
    with pytest.raises(QueryTimeoutError):
        workers.ask(Question(bomb))
    assert len(names(workers)) == 400
    workers.close()


def test_large_files_become_a_store_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "IN_MEMORY", 10)
    graph = tmp_path / "graph.nt"
    graph.write_text(triples("a"))
    workers = Workers([graph], 1, LIMITS)
    assert names(workers) == {"a"}
    workers.close()


def test_workers_follow_a_store_folder(tmp_path: Path) -> None:
    folder = tmp_path / "store"

    def add(name: str, graph: str = "http://x.example/g") -> None:
        subject, predicate, value = (NamedNode(f"http://x.example/{n}") for n in (name, "p", "o"))
        store = Store(folder)
        store.add(Quad(subject, predicate, value, NamedNode(graph)))
        store.flush()
        del store

    add("a")
    workers = Workers([folder], 1, LIMITS)
    before = state_of(folder)
    assert names(workers) == {"a"}
    assert state_of(folder) == before
    add("b")
    assert state_of(folder) != before
    workers.renew()
    assert names(workers) == {"a", "b"}
    add("c", LOADING)
    with pytest.raises(StoreError, match="under way"):
        workers.renew()
    assert names(workers) == {"a", "b"}
    workers.close()


def test_nobody_who_asks_meanwhile_goes_without_an_answer(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text(triples("a"))
    workers = Workers([graph], 1, LIMITS)
    found: list[set[str]] = []
    problems: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(60):
                found.append(names(workers))
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    graph.write_text(triples("b"))
    for _ in range(3):
        workers.renew()
    for thread in threads:
        thread.join()
    workers.close()
    assert not problems
    assert len(found) == 240
    assert all(each in ({"a"}, {"b"}) for each in found)
    with pytest.raises(StoreError):
        workers.ask(ALL)
