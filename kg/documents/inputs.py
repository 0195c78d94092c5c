"""One input on its way to a reader: its name, its first bytes to know it by, and its content as a stream."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import IO, BinaryIO, cast

from kg.documents.limits import MAX_SPOOLED
from kg.errors import InputError

HEAD = 16_384
"""So many bytes show what an input is."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it lies there.

    ``id`` names its document, ``name`` is what the user calls it, ``extension`` the end of its file name, lower case
    with the full stop. ``head`` holds the first bytes, ``stream`` all of them from the first. ``charset`` and
    ``url`` are what came with it (a server's header in a web archive, say). ``depth`` counts the archives around it.
    """

    id: str
    name: str
    extension: str
    head: bytes
    stream: IO[bytes]
    charset: str | None = None
    url: str | None = None
    depth: int = 0

    def whole(self, limit: int) -> bytes:
        """All its bytes.

        Raises:
            InputError: there are more than the limit.
        """
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(self.name, f"too large: more than {limit:,} bytes")
        return data

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """The stream, or a copy on disk for a while where one cannot go back and forth in it.

        Raises:
            InputError: it is too large for that.
        """
        if self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(max_size=16_000_000) as spool:
            size = 0
            while piece := self.stream.read(1 << 20):
                size += len(piece)
                if size > MAX_SPOOLED:
                    raise InputError(self.name, f"too large: more than {MAX_SPOOLED:,} bytes in an archive or a pipe")
                spool.write(piece)
            spool.seek(0)
            yield cast(IO[bytes], spool)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of all documents.

    ``issued`` and ``source`` count where a document does not state its own; ``input_format`` overrides what the
    content looks like; ``fields`` names the columns of tables by what they hold (``text``, ``date`` ...).
    """

    issued: date | None = None
    source: str | None = None
    input_format: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


def opened(
    identifier: str,
    name: str,
    extension: str,
    stream: IO[bytes],
    *,
    charset: str | None = None,
    url: str | None = None,
    depth: int = 0,
) -> Raw:
    """An input with its head read ahead; nothing of the stream is lost by that."""
    head = _read_up_to(stream, HEAD)
    if stream.seekable():
        stream.seek(0)
    else:
        stream = io.BufferedReader(_Rewound(head, stream))
    return Raw(identifier, name, extension, head, stream, charset, url, depth)


def of_bytes(identifier: str, name: str, extension: str, data: bytes, *, outer: Raw, url: str | None = None) -> Raw:
    """A part of another input that is in memory."""
    stream: BinaryIO = io.BytesIO(data)
    return Raw(identifier, name, extension, data[:HEAD], stream, None, url, outer.depth + 1)


def _read_up_to(stream: IO[bytes], size: int) -> bytes:
    """So many bytes, fewer only where the stream ends: a pipe hands them out in pieces."""
    pieces, left = [], size
    while left and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


class _Rewound(io.RawIOBase):
    """A stream that begins again with what was read from it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        if self._head:
            self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)
