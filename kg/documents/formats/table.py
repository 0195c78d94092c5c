"""Tables with a header: comma-, semicolon- or tab-separated values, a document a row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from kg.documents.formats import records, rows
from kg.documents.formats.fields import guess
from kg.documents.formats.lines import lines
from kg.documents.formats.unicode import as_utf8
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BYTES
from kg.errors import InputError
from kg.model import Document

_DELIMITERS = ",\t;|"
_LONGEST = 40


class Table:
    """What spreadsheets and databases export."""

    name = "csv"

    def accepts(self, raw: Raw) -> bool:
        """Whether it is called so, or its first line names a column for texts and another one."""
        if raw.extension in (".csv", ".tsv"):
            return True
        first = as_utf8(raw).head.split(b"\n", 1)[0]
        try:
            names = _header(first)
        except (InputError, csv.Error):
            return False
        # Of a text the first line is often the whole of it.
        if len(names) < 2 or any(len(name) >= _LONGEST for name in names):
            return False
        known = guess(names, {})
        return "text" in known and len(known) > 1

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """A document for each row with a text."""
        csv.field_size_limit(MAX_BYTES)
        raw = as_utf8(raw)
        numbered = lines(raw.stream, MAX_BYTES)
        _, first = next(numbered, (0, b""))
        names = _header(first or b"", raw.name)
        roles = guess(names, settings.fields)
        absent = sorted(field for field in roles.values() if field not in names)
        if absent or "text" not in roles:
            what = f"no column {absent[0]!r}" if absent else "no column for the text; name it by --text-field"
            raise InputError(raw.name, f"{what} (there are: {', '.join(names)[:300]})")
        yield from rows.documents(raw.name, _rows(raw, numbered, names, roles, _delimiter(first or b""), settings))


def _rows(
    raw: Raw,
    numbered: Iterator[tuple[int, bytes | None]],
    names: list[str],
    roles: Mapping[str, str],
    delimiter: str,
    settings: Settings,
) -> Iterator[Callable[[], Document]]:
    source = _Lines(numbered)
    table = csv.reader(source, delimiter=delimiter)
    while True:
        place = str(source.number + 1)
        name = f"{raw.name}: line {place}"
        try:
            cells = next(table)
        except StopIteration:
            return
        except (csv.Error, _BadLineError) as error:
            yield partial(_refuse, name, f"not a row of the table: {error}")
            table = csv.reader(source, delimiter=delimiter)
            continue
        if len(cells) > len(names):
            yield partial(_refuse, name, f"{len(cells)} values for {len(names)} columns")
        elif any(cell.strip() for cell in cells):
            record = dict(zip(names, cells, strict=False))
            yield partial(records.read, record, roles, place, raw.id, name, settings)


def _refuse(name: str, reason: str) -> Document:
    raise InputError(name, reason)


class _BadLineError(Exception):
    """One line of a table that cannot be read; the next ones can."""


class _Lines:
    """The lines of a table as characters, counted; one that cannot be read is an error for its row alone."""

    def __init__(self, numbered: Iterator[tuple[int, bytes | None]]) -> None:
        self._numbered = numbered
        self.number = 1

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._numbered)
        if line is None:
            raise _BadLineError(f"a line of more than {MAX_BYTES:,} bytes")
        try:
            return line.decode("utf-8") + "\n"
        except UnicodeDecodeError as error:
            raise _BadLineError(f"not UTF-8 text (byte 0x{line[error.start]:02x})") from error


def _delimiter(first: bytes) -> str:
    text = first.decode("utf-8", "replace")
    return max(_DELIMITERS, key=text.count)


def _header(first: bytes, name: str = "") -> list[str]:
    """The names of the columns.

    Raises:
        InputError: the first line is no header.
    """
    try:
        text = first.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError(name, "not UTF-8 text; convert it to UTF-8 first") from error
    names = [cell.strip() for cell in next(csv.reader([text], delimiter=_delimiter(first)), [])]
    if not any(names):
        raise InputError(name, "no header: the first line has to name the columns")
    return names
