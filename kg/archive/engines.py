"""Where partitions are read: in this process, in processes of this machine, or on a Dask cluster. One seam for all:
``concurrent.futures.Executor``.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from kg.archive import dask
from kg.errors import UsageError

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

TRIES = 3
"""So often a partition may take its worker with it before it is given up."""

DASK = "dask://"


class LostError(Exception):
    """The workers that were given one partition died, time and again."""


@dataclass(frozen=True, slots=True)
class Engine:
    """``start`` gives an executor, also a new one where the last has broken; ``window`` partitions are on their way at
    a time, which bounds the memory of this process.
    """

    start: Callable[[], AbstractContextManager[Executor]]
    window: int
    here: bool = False

    def spread(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | LostError]]:
        """What the function gives for each item, in order.

        A worker that dies is replaced and its work done again; an item whose workers die each time is lost, and nothing
        else with it.
        """
        source = iter(items)
        again: deque[T] = deque()
        tries = 0
        while True:
            with self.start() as executor:
                pending: deque[tuple[T, Future[R]]] = deque()
                try:
                    # After a break everything that was on its way goes alone: so the guilty one is found.
                    while again:
                        try:
                            result = _result(_submit(executor, function, again[0]))
                        except _Broken as error:
                            tries += 1
                            if tries < TRIES:
                                raise
                            tries = 0
                            yield again.popleft(), LostError(str(error))
                            raise
                        tries = 0
                        yield again.popleft(), result
                    for item in source:
                        future: Future[R] = _submit(executor, function, item)
                        pending.append((item, future))
                        while len(pending) >= self.window:
                            done = _first(pending)
                            yield done
                    while pending:
                        last = _first(pending)
                        yield last
                    return
                except _Broken:
                    again.extend(item for item, _ in pending)


class _Broken(Exception):  # noqa: N818
    """The executor has to be started anew."""


def _submit(executor: Executor, function: Callable[[T], R], item: T) -> Future[R]:
    try:
        return executor.submit(function, item)
    except BrokenExecutor as error:
        broken: Future[R] = Future()
        broken.set_exception(error)
        return broken


def _first(pending: deque[tuple[T, Future[R]]]) -> tuple[T, R | LostError]:
    item, future = pending[0]
    result = _result(future)
    pending.popleft()
    return item, result


def _result(future: Future[R]) -> R | LostError:
    try:
        return future.result()
    except BrokenExecutor as error:
        raise _Broken(str(error)) from error
    except Exception as error:
        # Dask's: it has tried the task with several workers, which all died.
        if type(error).__name__ == "KilledWorker":
            return LostError("several workers died of it")
        raise


class _Here(Executor):
    """Does at once what it is given, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The result, already there."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def engine(name: str | None = None, workers: int = 1) -> Engine:
    """The engine for ``--engine`` and ``--workers``.

    Raises:
        UsageError: there is no such engine, or what it needs is not installed or not there.
    """
    if name is None:
        return Engine(_Here, 1, here=True) if workers == 1 else Engine(lambda: _processes(workers), 3 * workers)
    if not name.startswith(DASK):
        raise UsageError(f"--engine: only dask://HOST:PORT is known, not {name!r}")
    if workers != 1:
        raise UsageError("--workers: the cluster of --engine has its own")
    address = "tcp://" + name.removeprefix(DASK)
    dask.connect(address).close()
    return Engine(lambda: dask.Cluster(address, TRIES), 64)


def _processes(workers: int) -> ProcessPoolExecutor:
    # Not forked: the language model's threads would not survive that.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
