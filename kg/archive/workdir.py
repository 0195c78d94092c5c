"""The working directory: what has been read once, kept in one SQLite file that survives whatever happens.

Every partition is one transaction. A reading is found by the digest of its document and of all that reading depends on;
an input by the digest of its bytes, so that an unchanged one is not even opened by its reader.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.archive.lock import locked
from kg.errors import OutputError, UsageError
from kg.model import Reading
from kg.records import decode_reading, encode

_VERSION = 1
_TABLES = """
create table reading (key text primary key, document text not null, content blob, fault text) without rowid;
create table input (key text primary key, items blob not null) without rowid;
create table built (place text not null, number integer not null, key text not null, primary key (place, number))
    without rowid;
create table withdrawn (document text primary key) without rowid;
create table state (name text primary key, value text not null) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Item:
    """What one input gave: the key of a document's reading, or (without a key) the name and reason of a refusal."""

    key: str | None
    name: str
    reason: str = ""


class WorkDirectory:
    """What earlier builds have read, and what this one reads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @staticmethod
    @contextmanager
    def opened(folder: Path) -> Iterator[WorkDirectory]:
        """The directory, made where there is none, for this run alone.

        Raises:
            UsageError: another run is at work there, or the folder is no working directory of this version.
            OutputError: it cannot be written, now or later.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with locked(folder):
                connection = sqlite3.connect(folder / "readings.sqlite", isolation_level=None)
                try:
                    _prepare(connection, folder)
                    yield WorkDirectory(connection)
                finally:
                    connection.close()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise OutputError(f"{folder}: cannot be written: {error}") from error
            raise UsageError(f"{folder}: damaged ({error}); delete it and build anew") from error
        except OSError as error:
            raise OutputError(f"{folder}: cannot be written: {error.strerror or error}") from error

    def items(self, key: str) -> list[Item] | None:
        """What an input gave, if all of that is still there."""
        row = self._db.execute("select items from input where key = ?", (key,)).fetchone()
        if row is None:
            return None
        items = [Item(*parts) for parts in json.loads(zlib.decompress(row[0]))]
        gone = self.withdrawn()
        known = (self.has(item.key) for item in items if item.key is not None and item.name not in gone)
        return items if all(known) else None

    def keep_items(self, key: str, items: Iterable[Item]) -> None:
        """Remember what an input gave."""
        plain = json.dumps([[item.key, item.name, item.reason] for item in items]).encode("ascii")
        self._db.execute("insert or replace into input values (?, ?)", (key, zlib.compress(plain)))

    def has(self, key: str) -> bool:
        """Whether a document has been read, or tried in vain."""
        return self._db.execute("select 1 from reading where key = ?", (key,)).fetchone() is not None

    def keep(self, readings: Sequence[tuple[str, str, Reading | str]]) -> None:
        """Remember readings, or faults in their place, by key and document: all of them or, if this fails, none."""
        rows = [
            (key, document, None, found)
            if isinstance(found, str)
            else (key, document, zlib.compress(encode(found)), None)
            for key, document, found in readings
        ]
        with self._transaction():
            self._db.executemany("insert or replace into reading values (?, ?, ?, ?)", rows)

    def fault(self, key: str) -> str | None:
        """What kg itself failed at in this document."""
        row = self._db.execute("select fault from reading where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def readings(self, keys: Iterable[str]) -> Iterator[Reading]:
        """The readings of documents, one after the other."""
        for key in keys:
            row = self._db.execute("select content from reading where key = ?", (key,)).fetchone()
            if row is not None and row[0] is not None:
                yield decode_reading(zlib.decompress(row[0]))

    def built(self) -> dict[str, list[str]]:
        """The documents of the last build by the place that each was found at."""
        found: dict[str, list[str]] = {}
        for place, key in self._db.execute("select place, key from built order by place, number"):
            found.setdefault(place, []).append(key)
        return found

    def complete(self, built: dict[str, list[str]], inputs: Iterable[str] | None, state: dict[str, Any]) -> None:
        """Note that a build has ended: what it was made of, what describes it. All that it did not use is dropped.

        Without ``inputs`` none of them is.
        """
        with self._transaction():
            self._db.execute("delete from built")
            rows = ((place, number, key) for place, keys in built.items() for number, key in enumerate(keys))
            self._db.executemany("insert into built values (?, ?, ?)", rows)
            self._db.execute("delete from reading where key not in (select key from built) and fault is null")
            if inputs is not None:
                self._db.execute("create temporary table used (key text primary key)")
                self._db.executemany("insert or ignore into used values (?)", ((key,) for key in inputs))
                self._db.execute("delete from input where key not in (select key from used)")
                self._db.execute("drop table used")
            self._db.execute("insert or replace into state values ('build', ?)", (json.dumps(state),))

    def state(self) -> dict[str, Any]:
        """What describes the last build; empty before the first."""
        row = self._db.execute("select value from state where name = 'build'").fetchone()
        found: dict[str, Any] = json.loads(row[0]) if row else {}
        return found

    def withdrawn(self) -> frozenset[str]:
        """The identifiers of documents that have been withdrawn."""
        return frozenset(row[0] for row in self._db.execute("select document from withdrawn"))

    def documents(self) -> dict[str, list[str]]:
        """The keys of the last build's documents by their identifiers."""
        found: dict[str, list[str]] = {}
        query = "select document, key from reading where key in (select key from built) order by document, key"
        for document, key in self._db.execute(query):
            found.setdefault(document, []).append(key)
        return found

    def withdraw(self, identifiers: Iterable[str]) -> None:
        """Forget documents, and leave them out of all builds to come."""
        with self._transaction():
            for identifier in identifiers:
                self._db.execute("insert or ignore into withdrawn values (?)", (identifier,))
                keys = [row[0] for row in self._db.execute("select key from reading where document = ?", (identifier,))]
                self._db.executemany("delete from built where key = ?", ((key,) for key in keys))
                self._db.executemany("delete from reading where key = ?", ((key,) for key in keys))

    def readmit(self, identifiers: Iterable[str]) -> None:
        """Let withdrawn documents in again, in the next build that comes by them."""
        with self._transaction():
            self._db.executemany("delete from withdrawn where document = ?", ((name,) for name in identifiers))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    # What is said to be kept is on the disk, also after a power cut.
    connection.execute("pragma synchronous = full")
    connection.execute("pragma secure_delete = on")
    (version,) = connection.execute("pragma user_version").fetchone()
    if version == 0:
        connection.executescript(f"begin immediate; {_TABLES} pragma user_version = {_VERSION}; commit;")
    elif version != _VERSION:
        raise UsageError(f"{folder}: was made by another version of kg; delete it and build anew")
