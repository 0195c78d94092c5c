"""JSON Lines: one JSON object a line, each a document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial

from kg.documents.formats import records, rows
from kg.documents.formats.fields import guess
from kg.documents.formats.lines import lines
from kg.documents.formats.unicode import as_utf8
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BYTES
from kg.errors import InputError
from kg.model import Document

_STARTS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:[^\"\\]|\\.)*\"\s*:")


class JsonLines:
    """Articles as crawlers and archives hand them out."""

    name = "jsonl"

    def accepts(self, raw: Raw) -> bool:
        """Whether the first line opens a JSON object that is not spread over several lines."""
        return bool(_STARTS.match(as_utf8(raw).head)) or raw.extension in (".jsonl", ".ndjson")

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """A document for each line that holds an object with a text."""
        yield from rows.documents(raw.name, _rows(as_utf8(raw), settings))


def _rows(raw: Raw, settings: Settings) -> Iterator[Callable[[], Document]]:
    for number, line in lines(raw.stream, MAX_BYTES):
        if line is None or line.strip():
            yield partial(_row, line, number, raw, settings)


def _row(line: bytes | None, number: int, raw: Raw, settings: Settings) -> Document:
    name = f"{raw.name}: line {number}"
    if line is None:
        raise InputError(name, f"too large: more than {MAX_BYTES:,} bytes")
    record = _object(line, name)
    return records.read(record, guess(record, settings.fields), str(number), raw.id, name, settings)


def _object(line: bytes, name: str) -> dict[str, object]:
    """The object on a line.

    Raises:
        InputError: there is none.
    """
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(name, f"not UTF-8 text (byte 0x{line[error.start]:02x} at position {error.start})") from error
    except RecursionError as error:
        raise InputError(name, "too deeply nested") from error
    except ValueError as error:
        raise InputError(name, f"not one JSON object a line: {error}") from error
    if not isinstance(found, dict):
        raise InputError(name, "not a JSON object")
    return found
