"""Named graphs too large for memory: sorted lines of N-Triples in a temporary file, read again as often as it takes."""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice

from pyoxigraph import RdfFormat, Triple, parse

from kg.files import temporary
from kg.rdf.quads import unique
from kg.store.base import line

_LINES = 5_000
"""Lines that are turned into triples at once."""
_IN_MEMORY = 100_000
"""Lines that are sorted in memory."""
_BLOCK = 1 << 20


class Spooled(Collection[Triple]):
    """The triples of one named graph, each once, in the order of their lines; none of them has a blank node."""

    def __init__(self, file: _File, start: int, size: int, count: int) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._count = count
        self._digest = ""

    def __len__(self) -> int:
        return self._count

    def __contains__(self, triple: object) -> bool:
        return isinstance(triple, Triple) and line(triple) in self.lines()

    def __iter__(self) -> Iterator[Triple]:
        lines = self.lines()
        while some := list(islice(lines, _LINES)):
            for quad in parse(b"".join(some), RdfFormat.N_TRIPLES):
                yield quad.triple

    def lines(self) -> Iterator[bytes]:
        """The triples as they lie in the file; several may read it at the same time."""
        place, end, rest = self._start, self._start + self._size, b""
        while place < end:
            block = self._file.read(min(_BLOCK, end - place), place)
            place += len(block)
            *whole, rest = (rest + block).split(b"\n")
            for found in whole:
                yield found + b"\n"

    def digest(self) -> str:
        """What ``base.digest`` gives for the triples."""
        if not self._digest:
            hasher = hashlib.sha256()
            for found in self.lines():
                hasher.update(found.removesuffix(b" .\n") + b"\n")
            self._digest = hasher.hexdigest()
        return self._digest

    def without(self, known: frozenset[bytes]) -> Spooled:
        """The same without the triples of these lines."""
        left = spool(("left", found) for found in self.lines() if found not in known)
        return left.get("left") or Spooled(self._file, self._start, 0, 0)


class _File:
    """A temporary file that goes when nobody reads it any more."""

    def __init__(self) -> None:
        # Without a buffer, so that closing it writes nothing and cannot fail.
        self._stream = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        weakref.finalize(self, self._stream.close)

    def append(self, lines: Iterable[bytes]) -> tuple[int, int, int]:
        """Where they begin, how many bytes they take, and how many they are."""
        start, count, block = self._stream.tell(), 0, bytearray()
        for found in lines:
            block += found
            count += 1
            if len(block) >= _BLOCK:
                self._write(block)
        self._write(block)
        return start, self._stream.tell() - start, count

    def _write(self, block: bytearray) -> None:
        while block:
            del block[: self._stream.write(block)]

    def read(self, size: int, place: int) -> bytes:
        """Bytes from the middle of it."""
        return os.pread(self._stream.fileno(), size, place)


def spool(lines: Iterable[tuple[str, bytes]]) -> dict[str, Spooled]:
    """The named graphs that lines belong to, each with the name of its graph, in whatever order they come.

    Raises:
        OutputError: there is no room for temporary files.
    """
    found: dict[str, Spooled] = {}
    with temporary():
        # Names of graphs are IRIs, which have no spaces.
        entries = unique((name.encode("utf-8") + b" " + text for name, text in lines), _IN_MEMORY)
        file = _File()
        for name, group in groupby((entry.partition(b" ") for entry in entries), key=lambda parts: parts[0]):
            found[name.decode("utf-8")] = Spooled(file, *file.append(content for _, _, content in group))
    return found
