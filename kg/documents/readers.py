"""Readers turn one input into documents; the first that accepts an input reads it.

A new format is a class with a name and the two methods of ``Reader`` and a line in ``READERS``. A reader may give many
documents (a table, an archive) and reports each that it cannot read as an ``InputError`` among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from kg.documents.formats.archive import ZipArchive
from kg.documents.formats.feed import Feed
from kg.documents.formats.gz import Gzip
from kg.documents.formats.jsonlines import JsonLines
from kg.documents.formats.jsonvalue import JsonValue
from kg.documents.formats.mail import Mail
from kg.documents.formats.markdown import Markdown
from kg.documents.formats.page import Page
from kg.documents.formats.pdf import Pdf
from kg.documents.formats.table import Table
from kg.documents.formats.text import PlainText
from kg.documents.formats.warc import Warc
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_DEPTH
from kg.errors import InputError, UsageError
from kg.model import Document

Items = Iterator[Document | InputError]
Inner = Callable[[Raw], Items]
"""Reads an input that lies in another."""


class Reader(Protocol):
    """Reads one format; ``name`` is what ``--input-format`` calls it."""

    @property
    def name(self) -> str: ...

    def accepts(self, raw: Raw) -> bool:
        """Whether the input is of this format, by its content first, then by its extension."""

    def read(self, raw: Raw, settings: Settings, inner: Inner) -> Items:
        """The documents in it, and the reasons where there is none; ``inner`` reads inputs that lie in this one.

        Raises:
            InputError: the input as a whole cannot be read, or no further.
        """


READERS: tuple[Reader, ...] = (
    Pdf(),
    ZipArchive(),
    Gzip(),
    Warc(),
    Feed(),
    Page(),
    Mail(),
    JsonValue(),
    JsonLines(),
    Table(),
    Markdown(),
    PlainText(),
)
"""The last takes anything: it may be a text until it proves not to be."""

PACKINGS = ("zip", "gzip")
"""What is only wrapped around inputs: the format that the user names is that of what is in it."""

FORMATS = tuple(sorted(reader.name for reader in READERS))


def read_input(raw: Raw, settings: Settings) -> Items:
    """The documents of one input, whatever lies in it; a failure is an error among them and raises nothing."""
    if raw.depth > MAX_DEPTH:
        yield InputError(raw.name, f"lies in more than {MAX_DEPTH} archives or messages one in the other")
        return
    reader = next(reader for reader in READERS if reader.accepts(raw))
    of_parts = settings
    if settings.input_format and reader.name not in PACKINGS:
        reader = by_name(settings.input_format)
        of_parts = replace(settings, input_format=None)
    try:
        empty = True
        for item in reader.read(raw, settings, lambda part: read_input(part, of_parts)):
            empty = False
            yield item
        if empty:
            yield InputError(raw.name, "nothing to read in it")
    except InputError as error:
        yield error
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error) or "ends too early"
        yield InputError(raw.name, f"cannot be read: {reason}")
    except (MemoryError, RecursionError):
        yield InputError(raw.name, "cannot be read: too deeply nested or too large")


def by_name(name: str) -> Reader:
    """The reader that ``--input-format`` asks for.

    Raises:
        UsageError: there is none of that name.
    """
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UsageError(f"--input-format: no {name!r}; there are: {', '.join(FORMATS)}")
