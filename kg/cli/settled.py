"""What is settled before a build: people's corrections, and the names that things had in the build before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import output
from kg.cli.failing import say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.resolve import Resolution


def text(name: str) -> str:
    """The text of a file, of standard input for ``-``.

    Raises:
        UsageError: there is none, or it is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == output.STDOUT else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UsageError(f"{name}: cannot be read: {reason}") from error


class Settled:
    """The two files of ``kg build``; a file of judgements that is not there yet remembers nothing."""

    def __init__(self, corrections: Path | None, judgements: Path | None) -> None:
        from kg.resolve import Memory
        from kg.resolve.corrections import parse
        from kg.resolve.ledger import parse as remembered

        self._judgements = judgements
        self.corrections = parse(text(str(corrections)), str(corrections)) if corrections else ()
        self.memory = Memory()
        if judgements is not None:
            output.check(str(judgements))
            if judgements.exists():
                self.memory = remembered(text(str(judgements)).split("\n"), str(judgements)).memory

    def keep(self, found: Resolution) -> None:
        """Writes the judgements and tells of corrections that had nothing to correct."""
        from kg.resolve.ledger import lines

        for correction, reason in found.unmet:
            say(f"kg: correction not applied: {correction}: {reason}")
        if self._judgements is not None:
            output.write_pieces(str(self._judgements), lines(found, self.memory))
