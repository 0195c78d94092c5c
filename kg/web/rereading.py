"""Reads a report once more to say what became of its sentences: in a process of its own, which can be ended."""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Protocol

from kg.errors import KgError, QueryTimeoutError, StoreError
from kg.model import Document

_KEPT = 200
"""Accounts to keep, those that were asked for last."""
_START = 60.0
"""Seconds that the language model may take to load, on top of the time of the reading."""

Sentence = dict[str, Any]
"""A sentence as ``kg.why.silence_as_records`` has it."""


class Accounting(Protocol):
    """Whoever gives accounts of reports: ``Rereader``."""

    def account(self, document: Document) -> list[Sentence]:
        """Every sentence of a report with what was seen in it and, where it made no event, the reason."""


class Rereader:
    """Gives the accounts of reports, one at a time and none longer than ``seconds``.

    ``model`` and ``knowledge`` are those that the graph was built with. The process starts with the first report.
    """

    def __init__(self, seconds: float | None = None, model: str | None = None, knowledge: Path | None = None) -> None:
        self._seconds = seconds
        self._given = (model, knowledge)
        self._kept: OrderedDict[tuple[str, str], list[Sentence]] = OrderedDict()
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def account(self, document: Document) -> list[Sentence]:
        """Every sentence of a report with what was seen in it and, where it made no event, the reason.

        Raises:
            QueryTimeoutError: it takes too long.
            ModelError: the model cannot be loaded.
            StoreError: the process ended.
        """
        key = document.id, document.digest
        if not self._turn.acquire(timeout=-1 if self._seconds is None else self._seconds):
            raise QueryTimeoutError("other reports are being read; try again in a moment")
        try:
            if key not in self._kept:
                self._kept[key] = self._read(document)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]
        finally:
            self._turn.release()

    def _read(self, document: Document) -> list[Sentence]:
        connection = self._connection or self._start()
        try:
            connection.send(document)
            if not connection.poll(self._seconds):
                self.close()
                raise QueryTimeoutError(f"reading {document.id} again takes more than {self._seconds:g} seconds")
            found: list[Sentence] | KgError = connection.recv()
        except (EOFError, OSError):
            self.close()
            raise StoreError(f"reading {document.id} again failed") from None
        if isinstance(found, KgError):
            raise found
        return found

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, *self._given), daemon=True, name="kg-reader")
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        try:
            if not ours.poll(_START):
                raise QueryTimeoutError(f"the language model does not load within {_START:g} seconds")
            problem: KgError | None = ours.recv()
        except (EOFError, OSError):
            problem = StoreError("the process that reads reports ended")
        except QueryTimeoutError as error:
            problem = error
        if problem is not None:
            self.close()
            raise problem
        return ours

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None


def _work(connection: Connection, model: str | None, knowledge: Path | None) -> None:
    """What the process does: read reports until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from kg import why
    from kg.knowledge import extension

    try:
        extension.use(knowledge)
        reader = why.accounting(model)
    except KgError as error:
        connection.send(error)
        return
    connection.send(None)
    while True:
        try:
            document: Document = connection.recv()
        except (EOFError, OSError):
            return
        (record,) = why.silence_as_records([why.why_not(document, reader)], everything=True)
        connection.send(record["sentences"])
