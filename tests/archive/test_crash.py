"""Whatever ends a build, the next one goes on: nothing is lost, nothing doubled, nothing half-written."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import application
from tests.archive import fake

KILLS = 50
REPORTS = 120


def build(*arguments: object) -> int:
    return CliRunner().invoke(application(), ["build", *map(str, arguments)]).exit_code


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build.reader", fake.slow)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(REPORTS):
        (folder / f"r{number:03}.txt").write_text(fake.report(number))
    return folder


def in_a_child(job: Callable[[], int]) -> int:
    """Runs something in a process of its own, which has all modules loaded already; gives its identifier."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = job()
        finally:
            os._exit(code)
    return child


def test_a_build_is_killed_at_fifty_points_and_the_next_one_goes_on(reports: Path, tmp_path: Path) -> None:
    work, graph = tmp_path / "work", tmp_path / "out" / "g.nq"
    graph.parent.mkdir()
    chance = random.Random(4711)
    started = time.monotonic()
    assert build(reports, "-o", tmp_path / "expected.nq") == 0
    whole = time.monotonic() - started
    allowed = {None, (tmp_path / "expected.nq").read_bytes()}
    killed = 0
    for attempt in range(KILLS):
        # Something new each time, so that each time there is something to read.
        changed = [reports / f"r{chance.randrange(REPORTS):03}.txt" for _ in range(chance.choice((1, 20, REPORTS)))]
        for path in changed:
            path.write_text(fake.report(1000 * (attempt + 1) + int(path.stem[1:])))
        child = in_a_child(lambda: build(reports, "--work", work, "-o", graph))
        time.sleep(chance.uniform(0, 1.2 * whole))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        assert build(reports, "-o", tmp_path / "expected.nq") == 0
        allowed.add((tmp_path / "expected.nq").read_bytes())
        # The graph is that of some build, whole, or there is none yet.
        assert (graph.read_bytes() if graph.exists() else None) in allowed
    assert killed > KILLS / 2
    assert build(reports, "--work", work, "-o", graph) == 0
    assert graph.read_bytes() == (tmp_path / "expected.nq").read_bytes()
    # Nothing is left behind but the graph.
    assert [path.name for path in graph.parent.iterdir()] == ["g.nq"]


def test_a_full_disk_loses_nothing(reports: Path, tmp_path: Path) -> None:
    work, graph = tmp_path / "work", tmp_path / "g.nq"

    def limited() -> int:
        # A file may grow to so many bytes only: to the program it looks as if the disk was full.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        return build(reports, "--work", work, "-o", graph)

    _, status = os.waitpid(in_a_child(limited), 0)
    assert os.waitstatus_to_exitcode(status) == 2
    assert not graph.exists()
    assert build(reports, "--work", work, "-o", graph) == 0
    assert build(reports, "-o", tmp_path / "expected.nq") == 0
    assert graph.read_bytes() == (tmp_path / "expected.nq").read_bytes()
