"""Finds the files that the user means and gives each document its identifier."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import UsageError

STDIN = "-"
# An extension is short and has a letter in it: "report.txt", but not "U.S. strike" or "2015.03.01-report".
_EXTENSION = re.compile(r"\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$")
# Notes that lie in a folder of reports and speak of the folder; a user who names one outright gets it read.
_NOTES = (
    *("README", "LICENSE", "LICENCE", "COPYING", "NOTICE"),
    *("ATTRIBUTION", "SOURCES", "CHANGELOG", "CONTRIBUTING"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One input, called ``name`` to the user; ``id`` names its document. Without a path: standard input."""

    id: str
    name: str
    path: Path | None


def find(paths: Sequence[str]) -> list[Found]:
    """Every file under the given paths, once, sorted by identifier, whatever order they were given in.

    Folders are searched to the bottom; hidden files and the notes of a folder (README, LICENSE, SOURCES
    ...) are left out. Files of the same name are told apart by as much of their folders as it takes:
    ``a/report``, ``b/report``.

    Raises:
        UsageError: a path does not exist, or there is nothing in any of them.
    """
    missing = sorted(path for path in paths if path != STDIN and not os.path.exists(path))
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    given: dict[Path, Path] = {}
    for start in sorted(set(paths) - {STDIN}):
        for path in _files(Path(start)):
            given.setdefault(path.resolve(), path)
    if not given and STDIN not in paths:
        raise UsageError(f"no files to read in {', '.join(paths)}")
    found = [Found(identifier, str(path), path) for path, identifier in _identifiers(given.values())]
    if STDIN in paths:
        found.append(Found(_free("stdin", {item.id for item in found}), "standard input", None))
    return sorted(found, key=lambda item: item.id)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not _is_left_out(name):
                yield Path(folder, name)


def is_left_out(path: PurePath) -> bool:
    """Whether a file in a folder or an archive is hidden or a note about it."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts[:-1]) or _is_left_out(path.name)


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or _is_note(name)


def _is_note(name: str) -> bool:
    stem, _, extension = name.partition(".")
    return stem.upper() in _NOTES and stem == stem.upper() and extension.lower() in ("", "md", "txt", "rst")


def stem(name: str) -> str:
    """A file's name without its extension."""
    return _EXTENSION.sub("", name) or name


def _identifiers(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The file's name without extension; where several share it, the shortest end of the path of its own."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        groups[stem(path.name)].append(path)
    for short, alike in groups.items():
        if len(alike) == 1:
            yield alike[0], short
            continue
        ends = {path: list(_ends(path)) for path in alike}
        shared = Counter(end for several in ends.values() for end in several)
        for path, several in ends.items():
            unique = (end for end in several if shared[end] == 1 and end not in groups)
            yield path, next(unique, f"file:{several[-1]}")


def _ends(path: Path) -> Iterator[str]:
    """Ends of a path from short to long, first all of them without the extension, then all with it."""
    folders = Path(os.path.abspath(path)).parent.parts[1:]
    for name in (stem(path.name), path.name):
        for start in range(len(folders), -1, -1):
            yield "/".join((*folders[start:], name))


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "-"
    return wanted
