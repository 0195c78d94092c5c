"""What the reading of a document depends on beside the document: code, data, model, libraries, the user's knowledge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from kg import ids
from kg.records import SCHEMA

_PACKAGES = ("documents", "extract", "knowledge", "language", "names")
"""Whatever takes part in reading a document; resolution and writing are done anew in each build."""

_MODULES = ("model.py", "ids.py", "resources.py", "records.py", "build.py")
_LIBRARIES = (
    *("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "rapidfuzz", "anyascii"),
    *("trafilatura", "htmldate", "lxml", "pypdf", "warcio", "defusedxml", "markdown-it-py"),
)


def reading(model: str | None, knowledge: Path | None) -> str:
    """The same only where the same document gives the same reading, on this machine and on any other."""
    parts = [SCHEMA, _own(), *_versions(_LIBRARIES)]
    if model is not None:
        parts += [model, *_versions((model.replace("_", "-"),))]
        if Path(model).is_dir():
            parts.append(_files(Path(model)))
    if knowledge is not None:
        parts.append(_files(knowledge))
    return ids.digest(*parts, length=32)


@cache
def building(knowledge: Path | None) -> str:
    """The same only where the same readings give the same graph."""
    root = Path(__file__).resolve().parents[1]
    own = [] if knowledge is None else [_files(knowledge)]
    return ids.digest(_files(root), *own, *_versions(("rdflib", "pyoxigraph", "rapidfuzz", "anyascii")), length=32)


@cache
def _own() -> str:
    """A digest of kg's own code and data for reading."""
    root = Path(__file__).resolve().parents[1]
    return ids.digest(*(_files(root / name) for name in (*_PACKAGES, *_MODULES)), length=32)


def _files(place: Path) -> str:
    hasher = hashlib.sha256()
    paths = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    for path in paths:
        if path.suffix != ".pyc":
            hasher.update(str(path.relative_to(place)).encode("utf-8", "surrogateescape") + b"\0")
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def _versions(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} -"
