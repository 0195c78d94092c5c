"""Evaluates questions in processes of their own, each of which can be ended: a query in Oxigraph cannot be.

A worker opens a store on disk for reading only, or reads graph files into its memory, where questions are answered
several times as fast. One that takes too long, takes too much memory or crashes is replaced; the others go on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, QueryError, QueryTimeoutError, StoreError
from kg.store.answers import Answer, Change, Limits, Question

if TYPE_CHECKING:
    from pyoxigraph import Store

_GRACE = 2.0
"""Seconds that a worker has to notice by itself that its time is up."""


class Pool:
    """A few workers over one store folder, or over graph files; as many questions are answered at once.

    A store that may be changed has a single worker, because nobody can read a folder safely while another process
    writes in it. ``later`` gives the pool at once and lets its workers start one after the other beside everything
    else; who asks meanwhile waits, or hears what is wrong.

    Raises:
        GraphError: a file cannot be read.
        StoreError: the folder holds no store.
    """

    def __init__(
        self,
        source: Path | Sequence[Path],
        workers: int = 2,
        limits: Limits | None = None,
        writable: bool = False,
        later: bool = False,
    ) -> None:
        self.limits = limits or Limits()
        self.writable = writable
        self._number = 1 if writable else workers
        self._source = source if isinstance(source, Path) else tuple(source)
        self._context: SpawnContext = multiprocessing.get_context("spawn")
        self._idle: queue.Queue[_Worker | KgError] = queue.Queue()
        self._all: list[_Worker] = []
        self._closing = threading.Lock()
        self._closed = threading.Event()
        if later:
            threading.Thread(target=self._start_all, name="kg-workers", daemon=True).start()
            return
        try:
            for _ in range(self._number):
                self._idle.put(self._start())
        except BaseException:
            self.close()
            raise

    def _start_all(self) -> None:
        for _ in range(self._number):
            self._start_one()

    def _start_one(self) -> None:
        """Fills a place among the idle: with a worker, or with the reason why there is none."""
        try:
            self._idle.put(self._start())
        except KgError as error:
            self._idle.put(error)

    def ask(self, question: Question) -> Answer:
        """The answer, within the limits.

        Raises:
            QueryError: it is no query, or cannot be evaluated.
            QueryTimeoutError: it took too long.
            AnswerTooLargeError: its answer is too large.
            StoreError: the pool was closed, or the store cannot be opened any more.
        """
        answer = self._send(question, self.limits.seconds)
        assert isinstance(answer, Answer)
        return answer

    def change(self, wanted: Change) -> bool:
        """Do something to the store, however long it takes; tells whether the named graph was there before.

        Raises:
            QueryError: what was sent is no RDF or no update.
            StoreError: the store is for reading only, or cannot be changed.
        """
        if not self.writable:
            raise StoreError("the store is for reading only")
        there = self._send(wanted, None)
        assert isinstance(there, bool)
        return there

    def _send(self, message: Question | Change, seconds: float | None) -> Answer | bool:
        if self._closed.is_set():
            raise StoreError("the store is closed")
        worker = self._idle.get()
        if self._closed.is_set() or isinstance(worker, KgError):
            # Wakes the next of those that wait for one.
            self._idle.put(worker)
            raise StoreError(str(worker) if isinstance(worker, KgError) else "the store is closed")
        try:
            answer = worker.send(message, seconds)
        except _GoneError as error:
            if self._closed.is_set():
                self._idle.put(worker)
                raise StoreError("the store is closed") from None
            self._forget(worker)
            # Whoever hears of it need not wait until the next worker has read the graph.
            threading.Thread(target=self._start_one, name="kg-worker", daemon=True).start()
            raise error.reason from None
        except BaseException:
            self._idle.put(worker)
            raise
        self._idle.put(worker)
        if isinstance(answer, KgError):
            raise answer
        return answer

    def _forget(self, worker: _Worker) -> None:
        with self._closing:
            worker.end()
            if worker in self._all:
                self._all.remove(worker)

    def retire(self) -> None:
        """End all workers, each as soon as it has answered what it was asked; whoever asks later hears StoreError."""
        held = [self._idle.get() for _ in range(self._number)]
        self.close()
        for worker in held:
            # Wakes those that wait for one.
            self._idle.put(worker)

    def close(self) -> None:
        """End all workers."""
        with self._closing:
            self._closed.set()
            for worker in self._all:
                worker.end()
            self._all.clear()

    def _start(self) -> _Worker:
        with self._closing:
            if self._closed.is_set():
                raise StoreError("the store is closed")
            ours, theirs = self._context.Pipe()
            process = self._context.Process(
                target=_work,
                args=(self._source, theirs, self.limits, self.writable),
                daemon=True,
                name="kg-query",
            )
            process.start()
            theirs.close()
            worker = _Worker(process, ours)
            self._all.append(worker)
        worker.wait_until_ready()
        return worker


class _GoneError(Exception):
    def __init__(self, reason: QueryError) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection
    using: threading.Lock = field(default_factory=threading.Lock)
    """Held by whoever reads, writes or closes the connection: the number of a closed file may be another's at once."""

    def wait_until_ready(self) -> None:
        """Hear whether the store could be opened."""
        with self.using:
            try:
                problem = self.connection.recv()
            except (EOFError, OSError):
                problem = "the process that reads the store ended"
        if problem is not None:
            self.end()
            raise problem if isinstance(problem, KgError) else StoreError(problem)

    def send(self, message: Question | Change, seconds: float | None) -> Answer | bool | KgError:
        """Hand something over and wait."""
        late = QueryTimeoutError(f"no answer within {seconds or 0:g} seconds; ask for less")
        with self.using:
            try:
                self.connection.send(message)
                if not self.connection.poll(None if seconds is None else seconds + _GRACE):
                    raise _GoneError(late)
                found: Answer | bool | KgError = self.connection.recv()
            except (EOFError, OSError):
                self.process.join(_GRACE)
                if self.process.exitcode == _LATE:
                    raise _GoneError(late) from None
                raise _GoneError(QueryError("the evaluation took more memory than allowed, or failed")) from None
        return found

    def end(self) -> None:
        """Stop the process, whatever it does; who waits for its answer hears that it is gone."""
        self.process.kill()
        with self.using:
            self.process.join()
            self.connection.close()


_LATE = 75


def _opened(source: Path | tuple[Path, ...], writable: bool) -> Store:
    from pyoxigraph import Store

    from kg.rdf.reading import open_store

    if isinstance(source, tuple):
        return open_store(source)
    try:
        return Store(source) if writable else Store.read_only(str(source))
    except (OSError, ValueError) as error:
        raise StoreError(f"cannot be opened as a store: {error}") from error


def _work(source: Path | tuple[Path, ...], connection: Connection, limits: Limits, writable: bool) -> None:
    """What a worker does: answer questions until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from kg.store.evaluation import change, evaluate

    try:
        store = _opened(source, writable)
    except KgError as error:
        connection.send(error)
        return
    if limits.memory is not None:
        _bound_memory(limits.memory)
    connection.send(None)
    while True:
        try:
            message: Question | Change = connection.recv()
        except (EOFError, OSError):
            return
        # Ends this process even when nobody is left who could: the query itself cannot be interrupted.
        watch = None
        if limits.seconds is not None and isinstance(message, Question):
            watch = threading.Timer(limits.seconds, os._exit, [_LATE])
            watch.daemon = True
            watch.start()
        answer: Answer | bool | KgError
        try:
            if isinstance(message, Question):
                answer = evaluate(store, message, limits.answer)
            else:
                answer = change(store, message)
        except KgError as error:
            answer = error
        except MemoryError:
            answer = QueryError("the evaluation took more memory than allowed")
        finally:
            if watch is not None:
                watch.cancel()
        with contextlib.suppress(BrokenPipeError):
            connection.send(answer)


def _bound_memory(limit: int) -> None:
    """Let the process take this much memory on top of what it has."""
    import resource

    size = 0
    with contextlib.suppress(OSError, ValueError, IndexError):
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (size + limit, size + limit))
