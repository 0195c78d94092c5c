"""Reads the tab-separated data files, checking each line and naming the one that is wrong.

A data file is UTF-8 text. Empty lines and lines that start with ``#`` are skipped; the first other line holds
the column names. A cell with several values separates them by ``|``. Columns may be left out at the end of a
line.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a data file and where it stands, for messages that a user can act on."""

    cells: dict[str, str]
    path: Path
    line: int

    def text(self, column: str) -> str:
        """The cell, empty where the line leaves it out."""
        return self.cells.get(column, "")

    def required(self, column: str) -> str:
        """The cell, which must not be empty.

        Raises:
            KnowledgeError: it is.
        """
        value = self.text(column)
        if not value:
            raise self.error(f"column {column!r} must not be empty")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may hold several."""
        return tuple(part for part in (piece.strip() for piece in self.text(column).split("|")) if part)

    def one_of(self, column: str, allowed: Collection[str], default: str | None = None) -> str:
        """The cell, which must be one of the words that the format allows.

        Raises:
            KnowledgeError: it is another word.
        """
        value = self.text(column) or (default if default is not None else "")
        if value not in allowed:
            choices = ", ".join(sorted(allowed))
            raise self.error(f"column {column!r} is {value!r}; allowed: {choices}")
        return value

    def number(self, column: str, low: float, high: float) -> float | None:
        """The cell as a number between two bounds, None where it is empty.

        Raises:
            KnowledgeError: it is no number, or out of bounds.
        """
        value = self.text(column)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            raise self.error(f"column {column!r} is {value!r}, not a number") from None
        if not low <= number <= high:
            raise self.error(f"column {column!r} is {value}, not between {low:g} and {high:g}")
        return number

    def error(self, message: str) -> KnowledgeError:
        """The error to raise about this line."""
        return KnowledgeError(f"{self.path}:{self.line}: {message}")


def read(path: Path, columns: Collection[str]) -> Iterator[Row]:
    """The records of a data file, in its order; ``columns`` are the names that its format knows.

    Raises:
        KnowledgeError: the file cannot be read, has an unknown column, or a line with too many cells.
    """
    header: list[str] | None = None
    for number, line in enumerate(_text(path).split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            unknown = sorted(set(header) - set(columns))
            if unknown or len(set(header)) != len(header):
                wrong = ", ".join(unknown) or "a column twice"
                known = ", ".join(columns)
                raise KnowledgeError(f"{path}:{number}: bad header ({wrong}); columns are {known}")
            continue
        if len(cells) > len(header):
            raise KnowledgeError(f"{path}:{number}: {len(cells)} cells, but only {len(header)} columns")
        yield Row(dict(zip(header, cells, strict=False)), path, number)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig")
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: is not UTF-8 text") from error
