"""Gzip: one input of any other format, packed."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import PurePath

from kg.documents.formats.packed import Unpacked
from kg.documents.inputs import Raw, Settings, opened
from kg.errors import InputError
from kg.model import Document


class Gzip:
    """``.gz`` of a text, a table, a web archive ..."""

    name = "gzip"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens as gzip does."""
        return raw.head.startswith(b"\x1f\x8b")

    def read(
        self, raw: Raw, settings: Settings, inner: Callable[[Raw], Iterator[Document | InputError]]
    ) -> Iterator[Document | InputError]:
        """The documents of what is packed in it."""
        counted = _Counted(raw)
        # Named "crawl.warc.gz": what is packed has the extension before the last.
        name = PurePath(raw.name).name.removesuffix(".gz")
        with gzip.GzipFile(fileobj=counted) as stream:
            unpacked = io.BufferedReader(Unpacked(stream, raw.name, lambda: counted.used))
            extension = PurePath(name).suffix.lower()
            yield from inner(opened(raw.id, raw.name, extension, unpacked, depth=raw.depth + 1))


class _Counted(io.RawIOBase):
    """The packed bytes, counted as they are used."""

    def __init__(self, raw: Raw) -> None:
        self._stream = raw.stream
        self.used = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        self.used += len(piece)
        buffer[: len(piece)] = piece
        return len(piece)
