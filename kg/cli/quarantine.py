"""The list of what was left out, one JSON object a line."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from types import TracebackType
from typing import Self

from kg.cli import output


class Quarantine:
    """Collects what is left out, on disk, and hands the list over at the end, also when the build fails."""

    def __init__(self, target: str | None) -> None:
        self._target = target
        self._lines = tempfile.TemporaryFile() if target is not None else None  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lines is None or self._target is None:
            return
        with closing(self._lines):
            self._lines.seek(0)
            output.write_pieces(self._target, self._lines)

    def add(self, name: str, reason: str) -> None:
        """One more, with the reason."""
        if self._lines is not None:
            self._lines.write(json.dumps({"name": name, "reason": reason}, ensure_ascii=False).encode() + b"\n")
