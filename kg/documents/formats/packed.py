"""What comes out of a compressed stream, in one direction, with its failures named."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import Protocol

from kg.documents.limits import MAX_RATIO
from kg.errors import InputError

LARGE = 100_000_000
"""Bytes up to which nobody minds how much something expands."""


class Readable(Protocol):
    """Anything that hands out bytes."""

    def read(self, size: int, /) -> bytes: ...


class Unpacked(io.RawIOBase):
    """The unpacked bytes of one input. It cannot go back: whoever has to makes a copy.

    Reading raises InputError where the packed data are broken or expand beyond all reason; ``packed`` tells how many
    packed bytes have been used.
    """

    def __init__(self, stream: Readable, name: str, packed: Callable[[], int]) -> None:
        self._stream = stream
        self._name = name
        self._packed = packed
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
            raise InputError(self._name, f"broken in its archive: {error or 'ends too early'}") from error
        self._size += len(piece)
        if self._size > LARGE and self._size > MAX_RATIO * max(self._packed(), 1):
            raise InputError(self._name, f"expands more than {MAX_RATIO}-fold: a decompression bomb")
        buffer[: len(piece)] = piece
        return len(piece)
