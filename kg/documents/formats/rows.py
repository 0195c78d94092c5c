"""Many documents in one file: what each line or item gives, none of them twice, and when to give the file up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.errors import InputError
from kg.model import Document

HOPELESS = 1000
"""So many that cannot be read, before one that can, show that the file is something else."""


def documents(name: str, rows: Iterable[Callable[[], Document]]) -> Iterator[Document | InputError]:
    """What the rows give; each is a call that reads one row or raises InputError.

    Raises:
        InputError: none of the first rows could be read.
    """
    used: set[str] = set()
    refused = 0
    for row in rows:
        try:
            found = row()
        except InputError as error:
            yield error
            refused += 1
            if refused >= HOPELESS and not used:
                raise InputError(name, f"none of the first {refused:,} could be read, the rest is not tried") from None
            continue
        if found.id in used:
            yield InputError(name, f"the identifier {found.id.rpartition('/')[2]!r} comes a second time")
            continue
        used.add(found.id)
        yield found
