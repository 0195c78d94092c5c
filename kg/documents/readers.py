"""Readers turn the bytes of one input into documents; the first that accepts an input reads it.

A new format is a class with the two methods of ``Reader`` and a line in ``READERS``. A reader may give many
documents (a table, an archive) and reports each that it cannot read as an ``InputError`` among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kg.documents import plain
from kg.errors import InputError
from kg.model import Document


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it lies there: its identifier, what the user calls it, its file name's extension."""

    id: str
    name: str
    extension: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user says of all documents that do not say it themselves."""

    issued: date | None = None
    source: str | None = None


class Reader(Protocol):
    """Reads one format."""

    def accepts(self, raw: Raw) -> bool:
        """Whether the input is of this format, by its content first, then by its extension."""

    def read(self, raw: Raw, defaults: Defaults) -> Iterator[Document | InputError]:
        """The documents in it, and the reasons where there is none."""


class PlainText:
    """The reader of last resort: anything may be a text until it proves not to be."""

    def accepts(self, raw: Raw) -> bool:
        return True

    def read(self, raw: Raw, defaults: Defaults) -> Iterator[Document | InputError]:
        try:
            yield plain.document(raw.id, raw.name, raw.data, issued=defaults.issued, source=defaults.source)
        except InputError as error:
            yield error


READERS: tuple[Reader, ...] = (PlainText(),)


def reader_for(raw: Raw) -> Reader:
    """The first reader that accepts an input."""
    return next(reader for reader in READERS if reader.accepts(raw))
