"""Where a command's data goes: a file, written whole or not at all, or standard output for ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
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
    for piece in pieces:
        _to_stdout(piece)
    _to_stdout(b"")


def _to_stdout(piece: bytes) -> None:
    try:
        if piece:
            sys.stdout.buffer.write(piece)
        else:
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot be written: {error.strerror}") from error
