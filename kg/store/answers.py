"""What a question to a store is, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SPARQL_JSON = "application/sparql-results+json"
N_TRIPLES = "application/n-triples"


@dataclass(frozen=True, slots=True)
class Question:
    """SPARQL with the graphs to ask and the media types that are wanted.

    Without graphs the union of all is asked. ``rows`` is the media type of the answer to SELECT and ASK, ``triples``
    of that to CONSTRUCT and DESCRIBE.
    """

    sparql: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    rows: str = SPARQL_JSON
    triples: str = N_TRIPLES


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in a media type; ``kind`` tells rows from a truth value and from triples."""

    kind: Literal["rows", "truth", "triples"]
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to a store that may be changed: triples of one named graph, or an update in SPARQL.

    ``data`` holds triples in the media type ``form``, or the update.
    """

    kind: Literal["put", "add", "drop", "update"]
    graph: str = ""
    data: bytes = b""
    form: str = N_TRIPLES


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one question may cost: seconds of work, bytes of its answer, bytes of memory; None is without end."""

    seconds: float | None = None
    answer: int | None = None
    memory: int | None = None
