"""Shows how far a build has come and keeps count of what was left out: a bar on a terminal, else a line a minute."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.cli.failing import DEBUG_HINT, say
from kg.cli.wording import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from kg.cli.quarantine import Quarantine

_EVERY = 60.0


class Progress:
    """Watches the documents go by; tells at once of each that is left out, by its name and the reason."""

    def __init__(self, total: int, quarantine: Quarantine) -> None:
        self.total = total
        self.documents = 0
        self.kept = 0
        self.left_out = 0
        self._quarantine = quarantine
        self._inputs = 0
        self._started = self._told = time.monotonic()
        self._bar: Bar | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar = self._stack.enter_context(_bar())
            self._bar.add_task("reading", total=self.total, rate="", refused="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def opened(self) -> None:
        """The next input is at hand; the one before is done with."""
        if self._bar is not None and self._inputs:
            self._bar.advance(self._bar.tasks[0].id)
        self._inputs += 1

    def read(self, documents: int, kept: int = 0) -> None:
        """So many more documents have been read, ``kept`` of them in an earlier build."""
        self.documents += documents
        self.kept += kept
        self._show()

    def refused(self, name: str, reason: str) -> None:
        """Something cannot be read."""
        self.left_out += 1
        self._quarantine.add(name, reason)
        self._tell(f"kg: left out {name}: {reason}")
        self._show()

    def fault(self, document: str, error: str, trace: str) -> None:
        """kg itself failed at a document, which is left out."""
        debug = bool(os.environ.get("KG_DEBUG"))
        if debug and trace:
            self._tell(trace)
        self.refused(document, f"internal fault: {error}{'' if debug else DEBUG_HINT}")

    def summary(self) -> str:
        """How many documents were read and left out."""
        left_out = f", {self.left_out:,} left out" if self.left_out else ""
        kept = f", {self.kept:,} of them in an earlier build" if self.kept else ""
        return f"{counted(self.documents, 'document')} read{kept}{left_out}"

    def _tell(self, message: str) -> None:
        if self._bar is None:
            say(message)
        else:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)

    def _show(self) -> None:
        now = time.monotonic()
        rate = f"{(self.documents - self.kept) / max(now - self._started, 0.001):.1f}/s"
        if self._bar is not None:
            self._bar.update(
                self._bar.tasks[0].id,
                rate=f"{counted(self.documents, 'document')}, {rate}",
                refused=f"{self.left_out:,} left out" if self.left_out else "",
            )
        elif now - self._told >= _EVERY:
            self._told = now
            say(f"kg: {self.summary()}; {rate}; {self._left(now)}")

    def _left(self, now: float) -> str:
        done = self._inputs - 1
        left = f", about {(now - self._started) / done * (self.total - done) / 60:.0f} min left" if done else ""
        return f"input {self._inputs:,} of {self.total:,}{left}"


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[refused]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
