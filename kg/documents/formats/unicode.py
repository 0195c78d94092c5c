"""Formats that are read line by line or piece by piece, where a file says by its byte order mark that it is UTF-16.

Excel saves "Unicode text" so, and PowerShell whatever it redirects.
"""

from __future__ import annotations

import codecs
import io
from dataclasses import replace
from typing import IO

from kg.documents.inputs import Raw
from kg.errors import InputError

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def as_utf8(raw: Raw) -> Raw:
    """The same input in UTF-8, without a mark; as it is if it does not begin with one of UTF-16."""
    if not raw.head.startswith(_MARKS):
        return raw
    head = raw.head[: len(raw.head) & ~1].decode("utf-16", "replace").encode("utf-8", "replace")
    return replace(raw, head=head, stream=io.BufferedReader(_Recoded(raw.stream, raw.name)))


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8, read as it is needed."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._ended:
            piece = self._stream.read(io.DEFAULT_BUFFER_SIZE)
            self._ended = not piece
            try:
                self._ready = self._decoder.decode(piece, final=self._ended).encode("utf-8")
            except UnicodeError as error:
                raise InputError(self._name, "begins as UTF-16 text but is not") from error
        piece, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
