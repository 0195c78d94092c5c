"""Tables of records: sequences that show themselves in notebooks and turn into data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from kg.errors import UsageError

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")

Columns = Sequence[tuple[str, Callable[[T], object]]]

_SHOWN = 30
"""Rows that a notebook shows; the table says how many there are."""


class Table(Sequence[T], Generic[T]):
    """Records in order, with columns in which to show them."""

    def __init__(self, rows: Iterable[T], columns: Columns[T]) -> None:
        self._rows = tuple(rows)
        self._columns = tuple(columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self._columns)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Table[T]: ...

    def __getitem__(self, index: int | slice) -> T | Table[T]:
        if isinstance(index, slice):
            return Table(self._rows[index], self._columns)
        return self._rows[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def where(self, keep: Callable[[T], bool]) -> Table[T]:
        """The rows that a function keeps."""
        return Table(filter(keep, self._rows), self._columns)

    def to_dicts(self) -> list[dict[str, object]]:
        """Each row as a dictionary by column; what is not known is None."""
        return [{name: of(row) for name, of in self._columns} for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a data frame.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ModuleNotFoundError:
            raise UsageError("to_pandas() needs pandas: pip install pandas") from None
        return DataFrame(self.to_dicts(), columns=list(self.columns))

    def __repr__(self) -> str:
        lines = [" | ".join(self.columns)]
        lines += [" | ".join(_text(of(row)) for _, of in self._columns) for row in self._rows[:_SHOWN]]
        return "\n".join([*lines, f"({len(self)} row{'s' * (len(self) != 1)})"])

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td><bdi>{escape(_text(of(row)))}</bdi></td>' for _, of in self._columns)}</tr>"
            for row in self._rows[:_SHOWN]
        )
        more = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        rows = f"<p>{len(self)} row{'s' * (len(self) != 1)}{more}</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rows}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
