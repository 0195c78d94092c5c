"""A handful of documents read in one go, in this process or another one: records go in, records come out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kg.build as stages
from kg.errors import UsageError
from kg.model import Document, Reading

SIZE = 32
"""Documents of a partition: enough that sending them costs nothing, few enough that little is lost with a worker."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How documents are to be read.

    ``factory`` makes the reader from the name of a model and the number of threads; it has to be a function of a module
    to reach other processes. ``fingerprint`` is what the caller's installation gives: a worker with another one would
    give other readings and refuses.
    """

    model: str | None = None
    threads: int = 1
    knowledge: Path | None = None
    fingerprint: str = ""
    factory: Callable[[str | None, int], stages.Reader] = stages.reader


@dataclass(frozen=True, slots=True)
class Fault:
    """A document that kg itself failed at: the failure in a line, and where it happened."""

    document: Document
    error: str
    trace: str = ""


_ready: dict[Recipe, stages.Reader] = {}


def read_partition(recipe: Recipe, documents: Sequence[Document]) -> list[Reading | Fault]:
    """The reading of each document, or what went wrong with it, in their order.

    Raises:
        UsageError: this process would read them otherwise than the caller.
        KgError: the model or the knowledge cannot be used.
    """
    faults: dict[int, Fault] = {}

    def note(document: Document, error: Exception) -> None:
        trace = "".join(traceback.format_exception(error))
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        faults[id(document)] = Fault(document, told, trace)

    read = iter(list(stages.readings(documents, _reader(recipe), note)))
    return [faults.get(id(document)) or next(read) for document in documents]


def prepare(recipe: Recipe) -> None:
    """Load the model and whatever else the first document would have to wait for.

    Raises:
        KgError: it cannot be loaded.
    """
    _reader(recipe)


def _reader(recipe: Recipe) -> stages.Reader:
    """The reader, made once in a process."""
    if recipe not in _ready:
        if recipe.fingerprint:
            from kg.archive import fingerprint

            if fingerprint.reading(recipe.model, recipe.knowledge) != recipe.fingerprint:
                raise UsageError("a worker has another kg, other libraries or another --knowledge than this process")
        if recipe.knowledge is not None:
            from kg.knowledge import extension

            extension.use(recipe.knowledge)
        _ready.clear()
        _ready[recipe] = recipe.factory(recipe.model, recipe.threads)
    return _ready[recipe]
