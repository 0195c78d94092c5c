"""A reader that needs no model, as a module that other processes can import, with words that do harm."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.model import Document, Reading
from tests.cli.conftest import FakeReader

KILL_ONCE = "kills its worker once, beside "
KILL = "kills every worker"


class HarmfulReader(FakeReader):
    """Reads ``X Y was killed``; some documents end the process that reads them."""

    def read(self, document: Document) -> Reading:
        if KILL in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if KILL_ONCE in document.text:
            marker = Path(document.text.partition(KILL_ONCE)[2].strip())
            try:
                marker.touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().read(document)


class SlowReader(FakeReader):
    """Takes its time, so that there is time to be killed in."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            time.sleep(0.002)
            yield self.read(document)


def harmful(model: str | None = None, threads: int = 1) -> HarmfulReader:
    """Makes a reader, as ``kg.build.reader`` does."""
    return HarmfulReader()


def slow(model: str | None = None, threads: int = 1) -> SlowReader:
    """Makes a reader, as ``kg.build.reader`` does."""
    return SlowReader()


NAMES = ("Omar Haddan", "Yusuf Karam", "Lena Okoye", "Tomas Veiga", "Ana Prado", "Ines Falk")


def report(number: int) -> str:
    """One of many reports."""
    day = 1 + number % 28
    return f" date 2019-06-{day:02} The army said that {NAMES[number % len(NAMES)]} was killed in town {number}.\n"
