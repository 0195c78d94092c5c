"""Keeps a question within bounds: of time, and of rows."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import TypeVar

from kg.errors import QueryTimeoutError
from kg.store.sparql import tokens

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """What the work gives, if it does so in time.

    The evaluation of a query cannot be interrupted: it goes on in the background, at most as long as the process lives.

    Raises:
        QueryTimeoutError: it takes longer.
    """
    if seconds is None:
        return work()
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    if not given:
        raise QueryTimeoutError(f"no answer within {seconds:g} seconds (--timeout); ask for less")
    return given[0]


def limited(sparql: str, rows: int | None) -> str:
    """The query with a limit of its own, where none stands yet: then not more is worked out than is wanted."""
    if rows is None:
        return sparql
    depth = 0
    for token in tokens(sparql):
        if token.text in ("{", "}"):
            depth += 1 if token.text == "{" else -1
        elif depth == 0 and (token.is_word("LIMIT") or token.is_word("VALUES") or token.is_word("ASK")):
            return sparql
    return f"{sparql.rstrip()}\nLIMIT {rows}\n"


def cut(answer: bytes, rows: int | None) -> bytes:
    """SPARQL results in JSON with no more rows than wanted."""
    if rows is None:
        return answer
    found = json.loads(answer)
    bindings = found["results"]["bindings"]
    if len(bindings) <= rows:
        return answer
    found["results"]["bindings"] = bindings[:rows]
    return json.dumps(found, ensure_ascii=False).encode("utf-8")
