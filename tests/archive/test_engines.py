"""The same readings on every engine, also when workers die: one contract for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.archive import Engine, Recipe, engine, stream
from kg.documents import Settings, find
from kg.errors import UsageError
from kg.model import Reading
from tests.archive import fake

REPORTS = 150


class Noted:
    """Remembers what a build is told."""

    def __init__(self) -> None:
        self.faults: dict[str, str] = {}
        self.documents = 0

    def opened(self) -> None: ...

    def read(self, documents: int, kept: int = 0) -> None:
        self.documents += documents

    def refused(self, name: str, reason: str) -> None:
        raise AssertionError(f"{name}: {reason}")

    def fault(self, document: str, error: str, trace: str) -> None:
        self.faults[document] = error


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as found:
        yield found.scheduler_address.removeprefix("tcp://")


@pytest.fixture(params=["here", "processes", "dask"])
def chosen(request: pytest.FixtureRequest) -> Engine:
    make: dict[str, Callable[[], Engine]] = {
        "here": engine,
        "processes": lambda: engine(None, 2),
        "dask": lambda: engine(f"dask://{request.getfixturevalue('cluster')}"),
    }
    return make[request.param]()


@pytest.fixture(params=["processes", "dask"])
def elsewhere(request: pytest.FixtureRequest) -> Engine:
    if request.param == "processes":
        return engine(None, 2)
    return engine(f"dask://{request.getfixturevalue('cluster')}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(REPORTS):
        (folder / f"report-{number:03}.txt").write_text(fake.report(number))
    return folder


def run(folder: Path, chosen: Engine, **recipe: Any) -> tuple[list[Reading], Noted]:
    noted = Noted()
    made = Recipe(factory=fake.harmful, **recipe)
    return list(stream(find([str(folder)]), Settings(), chosen, made, noted)), noted


def test_every_engine_gives_the_same(chosen: Engine, folder: Path) -> None:
    expected = [fake.harmful().read(document) for document in _documents(folder)]
    readings, noted = run(folder, chosen)
    assert readings == expected
    assert (noted.documents, noted.faults) == (REPORTS, {})


def test_a_fault_of_kg_at_one_document_stops_no_other(chosen: Engine, folder: Path) -> None:
    (folder / "report-070.txt").write_text("A stumbling block in the town.")
    readings, noted = run(folder, chosen)
    assert len(readings) == REPORTS - 1
    assert noted.faults == {"report-070": "ValueError: stumbled"}


def test_a_worker_that_is_killed_changes_nothing(elsewhere: Engine, folder: Path, tmp_path: Path) -> None:
    for number in (3, 77, 140):
        path = folder / f"report-{number:03}.txt"
        path.write_text(f"{fake.report(number)} It {fake.KILL_ONCE}{tmp_path / f'mark-{number}'}")
    readings, noted = run(folder, elsewhere)
    assert [reading.document.id for reading in readings] == [f"report-{number:03}" for number in range(REPORTS)]
    assert noted.faults == {}
    assert len(list(tmp_path.glob("mark-*"))) == 3


def test_a_document_that_kills_every_worker_is_left_out(elsewhere: Engine, folder: Path) -> None:
    (folder / "report-070.txt").write_text(f"A report that {fake.KILL} in the town.")
    readings, noted = run(folder, elsewhere)
    assert len(readings) == REPORTS - 1
    assert list(noted.faults) == ["report-070"]
    assert "died" in noted.faults["report-070"]


def test_a_worker_with_another_kg_is_told_of(elsewhere: Engine, folder: Path) -> None:
    with pytest.raises(UsageError, match="a worker has another kg"):
        run(folder, elsewhere, fingerprint=hashlib.sha256(b"another").hexdigest())


def test_no_more_than_a_window_is_on_its_way() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    chosen = engine(None, 2)
    results = chosen.spread(abs, items())
    assert next(results) == (0, 0)
    assert taken <= chosen.window + 1
    assert [result for _, result in results] == list(range(1, 100))


@pytest.mark.parametrize(
    ("name", "workers", "message"),
    [("spark://x", 1, "only dask://"), ("dask://127.0.0.1:1", 1, "no Dask scheduler"), ("dask://x", 2, "--workers")],
)
def test_engines_that_are_not_there(name: str, workers: int, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    client = distributed.Client
    monkeypatch.setattr(distributed, "Client", lambda address, **more: client(address, **{**more, "timeout": "1s"}))
    with pytest.raises(UsageError, match=message):
        engine(name, workers)


def _documents(folder: Path) -> Iterator[Any]:
    from kg.documents import read

    return read(find([str(folder)]))
