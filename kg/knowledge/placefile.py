"""The bundled place file and its index of names: kept compressed, searched where they lie.

Sixty thousand records as Python objects would cost more memory and start-up time than the language model's
vocabulary; two blocks of bytes and a binary search cost neither.
"""

from __future__ import annotations

import gzip
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import DATA


class Places:
    """The records of the gazetteer: countries, then divisions, then settlements by GeoNames number."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = array("I", accumulate(map(len, data.splitlines(keepends=True)), initial=0))
        self._heads = data.rfind(b"\n", 0, data.find(b"\tcity\t")) + 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return self._data[self._starts[number] : self._starts[number + 1] - 1].decode()

    def number_of(self, identifier: str) -> int | None:
        """The number of the record with an identifier."""
        line = f"{identifier}\t".encode()
        at = 0 if self._data.startswith(line) else self._data.find(b"\n" + line, 0, self._heads) + 1
        if at or self._data.startswith(line):
            return bisect_left(self._starts, at)
        digits = identifier.removeprefix("gn-")
        if not digits.isdigit():
            return None
        cities = range(bisect_left(self._starts, self._heads), len(self))
        found = bisect_left(cities, int(digits), key=self._geonames)
        return cities[found] if found < len(cities) and self[cities[found]].startswith(line.decode()) else None

    def _geonames(self, number: int) -> int:
        return int(self[number].partition("\t")[0].removeprefix("gn-"))


class SortedNames:
    """Lines of ``name<TAB>numbers`` sorted by name, searched by halving."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def find(self, name: str) -> tuple[int, ...]:
        """The numbers that stand beside a name, none if it is not there."""
        wanted, data = name.encode(), self._data
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle)
            if data[start:end].partition(b"\t")[0] < wanted:
                low = end + 1
            else:
                high = start
        found, _, numbers = data[low : data.find(b"\n", low)].partition(b"\t")
        return tuple(int(number) for number in numbers.split()) if found == wanted and wanted else ()


def _decompressed(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}") from error


@cache
def places() -> Places:
    """The records of the bundled gazetteer."""
    return Places(_decompressed(DATA / "places.tsv.gz"))


@cache
def names() -> SortedNames:
    """The names of the bundled gazetteer; skeletons are in capitals."""
    return SortedNames(_decompressed(DATA / "place_names.tsv.gz"))


def numbers_of(keys: Iterator[str]) -> dict[int, str]:
    """The numbers of the records that any of the keys stands for, each with the first such key."""
    found: dict[int, str] = {}
    for key in keys:
        for number in names().find(key):
            found.setdefault(number, key)
    return found
