"""Where a command's data goes: a file, written whole or not at all, or standard output for ``-``."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import OutputError
from kg.files import check_writable, replacing

STDOUT = "-"


def check(target: str) -> None:
    """Make sure before the work that the output can be written.

    Raises:
        OutputError: it cannot.
    """
    if target != STDOUT:
        check_writable(Path(target))


def write(target: str, content: str | bytes) -> None:
    """Hand over the data.

    Raises:
        OutputError: it cannot be written; then a file that was there before is as it was.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if target != STDOUT:
        with replacing(Path(target)) as stream:
            stream.write(data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot be written: {error.strerror}") from error
