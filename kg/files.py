"""Writes files whole or not at all."""

from __future__ import annotations

import contextlib
import fcntl
import glob
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kg.errors import OutputError

_PART = ".part"


def is_file(path: Path) -> bool:
    """Whether a file is there; no for a name that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no for a name that no folder can have."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def digest_of(*places: Path) -> str:
    """SHA-256, in hexadecimal, of files and of all files in folders, with their names; compiled Python aside."""
    hasher = hashlib.sha256()
    for place in places:
        for path in sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]:
            if path.suffix == ".pyc":
                continue
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            hasher.update(name.encode("utf-8", "surrogateescape") + b"\0")
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def state_of(*places: Path) -> str:
    """What tells one state of files and folders from the next without reading them: names, sizes, times of change.

    The lock and the diary of a store folder do not count: looking at a store may touch them.
    """
    hasher = hashlib.sha256()
    for place in places:
        try:
            found = sorted(place.iterdir()) if place.is_dir() else [place]
        except OSError:
            found = []
        for path in found:
            if path.name.startswith(("LOCK", "LOG")):
                continue
            with contextlib.suppress(OSError):
                stats = path.stat()
                hasher.update(os.fsencode(path) + f"\0{stats.st_size} {stats.st_mtime_ns} {stats.st_ino}\n".encode())
    return hasher.hexdigest()


@contextlib.contextmanager
def temporary() -> Iterator[None]:
    """Reports what goes wrong with temporary files.

    Raises:
        OutputError: they cannot be made or written.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"temporary files in {tempfile.gettempdir()}: cannot be written: {reason}") from error


def check_writable(target: Path) -> None:
    """Make sure, before any work is done, that a file can be put at this place.

    Raises:
        OutputError: the folder is missing or closed to us, or a folder stands there already.
    """
    folder = target.parent
    try:
        if target.is_dir():
            raise OutputError(f"{target}: is a folder, not a file to write")
        if not folder.exists():
            raise OutputError(f"{target}: the folder {folder} does not exist")
        if not folder.is_dir():
            raise OutputError(f"{target}: {folder} is not a folder")
        if _is_plain(target):
            with tempfile.TemporaryFile(dir=target.resolve().parent):
                pass
        if target.exists() and not os.access(target, os.W_OK):
            raise OutputError(f"{target}: no permission to write it")
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror or error}") from error


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A binary stream whose content becomes the file when the block ends well, and vanishes when it does not.

    A reader sees the old file or the whole new one, never a part, also after a crash or an interrupt.
    Devices and pipes cannot be replaced and are written directly.

    Raises:
        OutputError: the disk is full, the folder went away, and the like.
    """
    try:
        if not _is_plain(target):
            with target.open("wb") as stream:
                yield stream
            return
        place = target.resolve()
        prefix = f".{place.name[:100]}."
        _sweep(place.parent, prefix)
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=_PART, dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                fcntl.flock(stream, fcntl.LOCK_SH)
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(_mode(place))
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(place.parent)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror or error}") from error


def _sweep(folder: Path, prefix: str) -> None:
    """Removes the parts of writers that were killed: those that nobody holds any more."""
    for path in folder.glob(f"{glob.escape(prefix)}*{_PART}"):
        with contextlib.suppress(OSError), path.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()


def _is_plain(target: Path) -> bool:
    """Whether the place is free or holds an ordinary file, not a device or a pipe."""
    return not target.exists() or target.is_file()


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, else those that any new file of this process gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself survive a power cut, where the file system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
