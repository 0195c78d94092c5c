"""The user's own knowledge: a folder of files that add to the bundled ones.

``use`` names the folder; what was loaded before is then loaded again, with the user's rows on top. Formats
are those of the bundled files of the same name, see docs/extending.md.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.errors import KnowledgeError

T = TypeVar("T")

FILES = (
    "actors.tsv",
    "countries.tsv",
    "frames.toml",
    "given_names.tsv",
    "materiel.tsv",
    "operators.toml",
    "people.tsv",
    "places.tsv",
    "titles.tsv",
    "weapons.tsv",
)

_chosen: list[Path] = []
_forget: list[Callable[[], None]] = []


def use(folder: Path | None) -> None:
    """Let the files of a folder add to the bundled knowledge, or (with None) the bundled knowledge stand
    alone.

    Raises:
        KnowledgeError: there is no such folder, or it holds a file that kg would not read.
    """
    if folder is not None:
        if not folder.is_dir():
            raise KnowledgeError(f"{folder}: no such folder")
        strangers = sorted(path.name for path in folder.iterdir() if path.suffix in (".tsv", ".toml"))
        wrong = [name for name in strangers if name not in FILES]
        if wrong:
            raise KnowledgeError(f"{folder / wrong[0]}: not a knowledge file; known are {', '.join(FILES)}")
    _chosen[:] = [] if folder is None else [folder]
    for forget in _forget:
        forget()


def file(name: str) -> Path | None:
    """The user's file of this name, None if there is none."""
    found = [folder / name for folder in _chosen if (folder / name).is_file()]
    return found[0] if found else None


def cached(load: Callable[[], T]) -> Callable[[], T]:
    """Load once, and again after ``use``."""
    remembered = cache(load)
    _forget.append(remembered.cache_clear)
    return remembered
