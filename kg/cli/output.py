"""Where a command's data goes: a file, written whole or not at all, or standard output for ``-``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from kg.errors import OutputError
from kg.files import check_writable, replacing

STDOUT = "-"
UNWRITABLE = "standard output: cannot be written"


def check(target: str) -> None:
    """Make sure before the work that the output can be written.

    Raises:
        OutputError: it cannot.
    """
    if target != STDOUT:
        check_writable(Path(target))


def write(target: str, text: str | bytes) -> None:
    """Hand over the data.

    Raises:
        OutputError: it cannot be written; then a file that was there before is as it was.
    """
    write_pieces(target, [text.encode("utf-8") if isinstance(text, str) else text])


def write_pieces(target: str, pieces: Iterable[bytes]) -> None:
    """Hand over the data piece by piece; a file still appears as a whole.

    Raises:
        OutputError: it cannot be written; then a file that was there before is as it was.
    """
    if target != STDOUT:
        with replacing(Path(target)) as stream:
            stream.writelines(pieces)
        return
    try:
        sys.stdout.buffer.writelines(pieces)
    except OSError as error:
        _refuse(error)
    flush()


def flush() -> None:
    """Hand over what standard output still holds.

    Raises:
        OutputError: it cannot be written.
        BrokenPipeError: nobody reads it any more.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _refuse(error)


def abandon() -> None:
    """Give up what standard output still holds: Python would try once more when it closes it, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: OSError) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        raise error
    abandon()
    raise OutputError(f"{UNWRITABLE}: {error.strerror}") from error
