"""Composes the stages: documents become readings, readings are resolved to a graph, the graph becomes RDF.

The only module that sees all stages. Everything streams: a document's parse and text are gone before the next
batch is read; what grows with the number of documents is what they say.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from kg.errors import KnowledgeError, ModelError, UsageError
from kg.model import Document, Graph, Reading

if TYPE_CHECKING:
    from kg import api
    from kg.rdf import Provenance
    from kg.resolve import Correction, Memory, Resolution

_OBJECTS = 50_000
"""New objects between two rounds of the garbage collector: about what a few reports leave behind."""

Fault = Callable[[Document, Exception], None]


class Reader(Protocol):
    """Reads documents; ``kg.extract.Reader`` is the one that ships."""

    def read(self, document: Document) -> Reading:
        """All that one document says."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading per document, in order."""


def reader(model: str | None = None, threads: int = 1) -> Reader:
    """The extraction on top of the bundled language model, or of an installed spaCy pipeline by its name.

    All that any document needs is loaded at once and taken out of the garbage collector's rounds, as is whatever else
    the process holds by then, and the rounds become rarer: walking over what does not change costs a twentieth of a
    build.

    Raises:
        ModelError: there is no such model, or it lacks what the extraction needs.
    """
    from kg.extract.reader import Reader as Extraction
    from kg.language import load

    reading = Extraction(load(model, threads=threads))
    reading.read(Document("", "Rebels killed a man in a town on Monday, police said.", ""))
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 20)
    return reading


def build(documents: Iterable[Document], reading: Reader, fault: Fault | None = None) -> Graph:
    """The graph of all documents, the same whatever order they come in.

    ``fault`` is told of a document at which kg itself fails; the others are read. Without it the failure is
    raised.
    """
    from kg.resolve import resolve

    return resolve(_read(documents, reading, fault))


def resolved(
    documents: Iterable[Document],
    reading: Reader,
    fault: Fault | None = None,
    corrections: Sequence[Correction] = (),
    memory: Memory | None = None,
) -> Resolution:
    """The graph of all documents with the judgements behind it.

    ``corrections`` are people's decisions, ``memory`` the names that things had in an earlier build.
    """
    from kg.resolve import Memory, resolution

    return resolution(_read(documents, reading, fault), corrections, memory or Memory())


def _read(documents: Iterable[Document], reading: Reader, fault: Fault | None) -> Iterator[Reading]:
    return readings(documents, reading, fault) if fault else reading.pipe(documents)


def readings(documents: Iterable[Document], reading: Reader, fault: Fault) -> Iterator[Reading]:
    """Readings in batches; where one fails, its documents are read singly to find the one to leave out."""
    source = _Source(documents)
    while not source.ended:
        try:
            for read in reading.pipe(source.hand_out()):
                source.pending.popleft()
                yield read
        except (KnowledgeError, ModelError):
            raise
        except Exception:
            if source.error:
                raise
            while source.pending:
                document = source.pending.popleft()
                try:
                    yield reading.read(document)
                except Exception as error:
                    fault(document, error)


class _Source:
    """Hands documents out and remembers those of which no reading has come back."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = iter(documents)
        self.pending: deque[Document] = deque()
        self.ended = False
        self.error: BaseException | None = None

    def hand_out(self) -> Iterator[Document]:
        """The documents that are left."""
        try:
            for document in self._documents:
                self.pending.append(document)
                yield document
        except Exception as error:
            self.error = error
            raise
        self.ended = True


def turtle(graph: Graph, base: str | None = None) -> bytes:
    """The graph as Turtle in UTF-8, the same bytes for the same graph on every run and machine."""
    from kg.rdf import DEFAULT_BASE, serialize_turtle

    return serialize_turtle(graph, base or DEFAULT_BASE)


def serialized(graph: Graph, form: str, base: str | None = None, made: Provenance | None = None) -> Iterator[bytes]:
    """The graph as ``turtle``, ``nquads`` or ``trig``, piece by piece: the same triples in each."""
    from kg.rdf import DEFAULT_BASE, serialize

    return serialize(graph, form, base or DEFAULT_BASE, made=made)


_RULES = ("documents", "extract", "knowledge", "names", "resolve")
"""Packages that decide what a document says and what is accepted of it."""


def provenance(model: str | None = None, knowledge: Path | None = None) -> Provenance:
    """What makes a graph with a language model and a user's own knowledge: version and digests, no clock."""
    from kg import __version__
    from kg.files import digest_of
    from kg.rdf import Provenance

    root = Path(__file__).resolve().parent
    own = [] if knowledge is None else [knowledge]
    rules = digest_of(*(root / name for name in _RULES), *own)
    if model is None or Path(model).is_dir():
        made_by = digest_of(root / "language" / "model" if model is None else Path(model))
    else:
        from importlib import metadata

        try:
            made_by = f"{model} {metadata.version(model.replace('_', '-'))}"
        except metadata.PackageNotFoundError:
            made_by = model
    return Provenance(__version__, made_by, rules)


def form_of(name: str, wanted: str | None = None) -> str:
    """The format of a graph file: the one that is wanted, else by the file's extension, else Turtle.

    Raises:
        UsageError: there is no such format.
    """
    from kg.rdf import FORMATS

    if wanted is not None:
        if wanted not in FORMATS:
            raise UsageError(f"--format: no {wanted!r}; there are: {', '.join(FORMATS)}")
        return wanted
    return next((form for form, ends in FORMATS.items() if name.lower().endswith(ends)), "turtle")


def check_base(base: str) -> None:
    """Make sure that IRIs can begin with this.

    Raises:
        UsageError: it is no absolute IRI, or does not end where a name can follow.
    """
    from kg.rdf.naming import Names

    Names(base)


def graph_of(paths: Iterable[str | Path], model: str | None = None, threads: int = 1) -> api.Graph:
    """The graph of reports in files and folders, to be looked at from Python; ``kg.build(paths)`` is this.

    What cannot be read is left out; ``left_out`` of the graph says why.

    Raises:
        InputError: there is nothing to read.
        ModelError: there is no such model.
    """
    from kg.api.graph import of_turtle
    from kg.documents import find, read

    documents: list[Document] = []
    left_out: list[str] = []
    for item in read(find([str(path) for path in paths])):
        if isinstance(item, Document):
            documents.append(item)
        else:
            left_out.append(str(item))
    return of_turtle(turtle(build(documents, reader(model, threads))), documents, left_out)


class _Callable(ModuleType):
    """This module can be called: ``import kg; kg.build(["reports/"])``."""

    __call__ = staticmethod(graph_of)


sys.modules[__name__].__class__ = _Callable
