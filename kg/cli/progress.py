"""Shows how far a build has come, on a terminal only, and keeps count of what was left out."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.cli.failing import internal_fault, say
from kg.cli.wording import counted
from kg.errors import InputError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from kg.cli.quarantine import Quarantine
    from kg.documents import Found, Settings
    from kg.model import Document


class Progress:
    """Watches the documents go by; tells at once of each that is left out, by its name and the reason."""

    def __init__(self, total: int, quarantine: Quarantine) -> None:
        self.total = total
        self._quarantine = quarantine
        self.read = 0
        self.refused = 0
        self._started = time.monotonic()
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

    def watch(self, found: Iterable[Found], settings: Settings) -> Iterator[Document]:
        """The documents of all inputs that can be read."""
        from kg.documents import read_one

        for one in found:
            for item in read_one(one, settings):
                if isinstance(item, InputError):
                    self._leave_out(item.name, item.reason)
                else:
                    self.read += 1
                    yield item
                self._show()
            self._advance()

    def fault(self, document: Document, error: Exception) -> None:
        """Leave out a document that kg itself failed at."""
        self.read -= 1
        if os.environ.get("KG_DEBUG"):
            self._tell("".join(traceback.format_exception(error)))
        self._leave_out(document.id, internal_fault(error))

    def summary(self) -> str:
        """How many documents were read and left out."""
        left_out = f", {self.refused} left out" if self.refused else ""
        return f"{counted(self.read, 'document')} read{left_out}"

    def _leave_out(self, name: str, reason: str) -> None:
        self.refused += 1
        self._quarantine.add(name, reason)
        self._tell(f"kg: left out {name}: {reason}")

    def _tell(self, message: str) -> None:
        if self._bar is None:
            say(message)
        else:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)

    def _advance(self) -> None:
        if self._bar is not None:
            self._bar.advance(self._bar.tasks[0].id)

    def _show(self) -> None:
        if self._bar is not None:
            seconds = time.monotonic() - self._started
            self._bar.update(
                self._bar.tasks[0].id,
                rate=f"{counted(self.read, 'document')}, {self.read / max(seconds, 0.001):.1f}/s",
                refused=f"{self.refused} left out" if self.refused else "",
            )


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
