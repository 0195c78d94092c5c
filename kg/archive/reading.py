"""Gets every document of the inputs read once: by an engine, or not at all where the working directory has it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from kg import ids
from kg.archive.engines import Engine, LostError
from kg.archive.partitions import SIZE, Fault, Recipe, read_partition
from kg.archive.workdir import Item, WorkDirectory
from kg.documents import Found, Settings, read_one
from kg.errors import InputError
from kg.model import Document, Reading
from kg.records import encode


class Watch(Protocol):
    """Is told how far the reading has come."""

    def opened(self) -> None:
        """The next input is at hand."""

    def read(self, documents: int, kept: int = 0) -> None:
        """So many documents have been read, ``kept`` of them in an earlier build."""

    def refused(self, name: str, reason: str) -> None:
        """Something cannot be read."""

    def fault(self, document: str, error: str, trace: str) -> None:
        """kg itself failed at a document."""


def stream(
    found: Iterable[Found], settings: Settings, engine: Engine, recipe: Recipe, watch: Watch
) -> Iterator[Reading]:
    """The reading of every document; nothing is kept."""
    for document, result in _outcomes(_documents(found, settings, watch), engine, recipe):
        if isinstance(result, Fault):
            watch.fault(document.id, result.error, result.trace)
        else:
            watch.read(1)
            yield result


def _documents(found: Iterable[Found], settings: Settings, watch: Watch) -> Iterator[Document]:
    for one in found:
        watch.opened()
        for item in read_one(one, settings):
            if isinstance(item, InputError):
                watch.refused(item.name, item.reason)
            else:
                yield item


@dataclass(slots=True)
class Collected:
    """The keys of all documents' readings by the place where each was found, and the keys of the inputs.

    ``anew`` counts the documents that were read in this run, ``withdrawn`` those left out because they were withdrawn.
    """

    built: dict[str, list[str]] = field(default_factory=dict)
    inputs: list[str] = field(default_factory=list)
    anew: int = 0
    withdrawn: int = 0

    def keys(self) -> list[str]:
        """All keys, each once, in an order that depends on nothing else."""
        return sorted({key for keys in self.built.values() for key in keys})


def collect(
    found: Iterable[Found], settings: Settings, engine: Engine, recipe: Recipe, work: WorkDirectory, watch: Watch
) -> Collected:
    """Has every document read that has not been read before, and remembers it at once.

    Whatever happens to this process, the next one goes on from the last partition that came back.
    """
    collection = Collected()
    gone = work.withdrawn()
    faults: dict[str, str] = {}
    waiting: set[str] = set()
    key_of: dict[int, str] = {}

    def to_read() -> Iterator[Document]:
        for one in found:
            watch.opened()
            place = str(one.path.resolve()) if one.path else one.name
            keys = collection.built.setdefault(place, [])
            for item, document in _items(one, settings, recipe, work, collection):
                if item.key is None:
                    watch.refused(item.name, item.reason)
                elif item.name in gone:
                    collection.withdrawn += 1
                elif work.has(item.key):
                    fault = work.fault(item.key)
                    if fault is None:
                        keys.append(item.key)
                        watch.read(1, 1)
                    else:
                        watch.fault(item.name, fault, "")
                else:
                    assert document is not None
                    keys.append(item.key)
                    if item.key not in waiting:
                        waiting.add(item.key)
                        key_of[id(document)] = item.key
                        yield document

    batch: list[tuple[str, str, Reading | str]] = []
    for document, result in _outcomes(to_read(), engine, recipe):
        key = key_of.pop(id(document))
        if isinstance(result, Fault):
            watch.fault(document.id, result.error, result.trace)
            faults[key] = result.error
            batch.append((key, document.id, result.error))
        else:
            collection.anew += 1
            watch.read(1)
            batch.append((key, document.id, result))
        if len(batch) >= SIZE:
            work.keep(batch)
            waiting.difference_update(key for key, _, _ in batch)
            batch.clear()
    work.keep(batch)
    for keys in collection.built.values():
        keys[:] = [key for key in keys if key not in faults]
    return collection


def _items(
    one: Found, settings: Settings, recipe: Recipe, work: WorkDirectory, collection: Collected
) -> Iterator[tuple[Item, Document | None]]:
    """What an input gives; its documents only where the input has to be opened."""
    key = _input_key(one, settings, recipe)
    if key is not None:
        collection.inputs.append(key)
        known = work.items(key)
        if known is not None:
            yield from ((item, None) for item in known)
            return
    items = []
    for found in read_one(one, settings):
        if isinstance(found, InputError):
            items.append(Item(None, found.name, found.reason))
            yield items[-1], None
        else:
            digest = hashlib.sha256(encode(found)).hexdigest()
            items.append(Item(ids.digest(recipe.fingerprint, digest, length=40), found.id))
            yield items[-1], found
    if key is not None:
        work.keep_items(key, items)


def _input_key(one: Found, settings: Settings, recipe: Recipe) -> str | None:
    """Names an input by its content and all that its documents depend on; None for standard input and what is gone."""
    if one.path is None:
        return None
    try:
        with one.path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
    said = (str(settings.issued), settings.source or "", settings.input_format or "")
    fields = [f"{role}={name}" for role, name in sorted(settings.fields.items())]
    return ids.digest(recipe.fingerprint, content, one.id, one.name, one.path.suffix, *said, *fields, length=40)


def _outcomes(
    documents: Iterable[Document], engine: Engine, recipe: Recipe
) -> Iterator[tuple[Document, Reading | Fault]]:
    """Each document with its reading or with what went wrong."""
    read = partial(read_partition, recipe)
    for batch, results in engine.spread(read, _partitions(documents, SIZE)):
        if not isinstance(results, LostError):
            yield from zip(batch, results, strict=True)
            continue
        # One of them takes every worker down: which one?
        for (document,), alone in engine.spread(read, [[document] for document in batch]):
            if isinstance(alone, LostError):
                yield document, Fault(document, f"the process that read it died: {alone}")
            else:
                yield document, alone[0]


def _partitions(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
