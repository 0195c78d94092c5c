"""Opens what was found, one input at a time, and hands on its documents or the reason why there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing

from kg.documents.finding import Found
from kg.documents.inputs import Settings, opened
from kg.documents.readers import read_input
from kg.errors import InputError
from kg.model import Document


def read(found: Iterable[Found], settings: Settings = Settings()) -> Iterator[Document | InputError]:  # noqa: B008
    """The documents of all inputs in order; one that cannot be read is an error among them and stops nothing.

    Only one document is in memory at a time, and never more of an input than the limits say.
    """
    for item in found:
        yield from read_one(item, settings)


def read_one(item: Found, settings: Settings) -> Iterator[Document | InputError]:
    """The documents of one input."""
    if item.path is None:
        yield from read_input(opened(item.id, item.name, "", sys.stdin.buffer), settings)
        return
    try:
        stream = item.path.open("rb")
    except OSError as error:
        yield InputError(item.name, f"cannot be opened: {error.strerror or error}")
        return
    with closing(stream):
        try:
            raw = opened(item.id, item.name, item.path.suffix.lower(), stream)
        except OSError as error:
            yield InputError(item.name, f"cannot be opened: {error.strerror or error}")
            return
        yield from read_input(raw, settings)
