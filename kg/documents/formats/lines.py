"""Lines of a file one by one, in bounded memory however long one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

_REST = 1 << 20


def lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1 and without its end; None for one that is longer than the limit."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        if not line.endswith(b"\n") and len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_REST)
            yield number, None
            continue
        bare = line.rstrip(b"\r\n")
        yield number, bare if len(bare) <= limit else None
