"""Opens what was found, one input at a time, and hands on its documents or the reason why there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date

from kg.documents.decoding import MAX_BYTES
from kg.documents.finding import Found
from kg.documents.readers import Defaults, Raw, reader_for
from kg.errors import InputError
from kg.model import Document


def read(
    found: Iterable[Found], *, issued: date | None = None, source: str | None = None
) -> Iterator[Document | InputError]:
    """The documents of all inputs in order; one that cannot be read is an error among them and stops nothing.

    Only one input is in memory at a time, and never more of it than the largest text that is read.
    """
    defaults = Defaults(issued, source)
    for item in found:
        try:
            raw = Raw(item.id, item.name, item.path.suffix.lower() if item.path else "", _bytes(item))
        except OSError as error:
            yield InputError(item.name, f"cannot be opened: {error.strerror or error}")
            continue
        yield from reader_for(raw).read(raw, defaults)


def _bytes(item: Found) -> bytes:
    if item.path is None:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with item.path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
