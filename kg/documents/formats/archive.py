"""ZIP archives: every file in them is read as if it lay in a folder."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kg.documents.finding import is_left_out, stem
from kg.documents.formats.packed import LARGE, Unpacked
from kg.documents.inputs import Raw, Settings, opened
from kg.documents.limits import MAX_MEMBERS, MAX_RATIO
from kg.errors import InputError
from kg.model import Document

_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")


@dataclass(frozen=True, slots=True)
class Place:
    """What a member's document is called in the graph and in messages."""

    id: str
    name: str


class ZipArchive:
    """Archives of reports in any other format."""

    name = "zip"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens as a ZIP file does."""
        return raw.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(
        self, raw: Raw, settings: Settings, inner: Callable[[Raw], Iterator[Document | InputError]]
    ) -> Iterator[Document | InputError]:
        """The documents of all members in the order of their names."""
        with raw.seekable() as stream:
            try:
                archive = zipfile.ZipFile(stream)
            except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
                raise InputError(raw.name, f"a broken ZIP archive: {error}") from error
            with archive:
                size = stream.seek(0, io.SEEK_END)
                yield from _members(raw, archive, _wanted(raw, archive, size), inner)


def _wanted(raw: Raw, archive: zipfile.ZipFile, size: int) -> list[zipfile.ZipInfo]:
    """The members to read, by their names.

    Raises:
        InputError: this is no archive of reports, or it is made to harm.
    """
    members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: (m.filename, m.header_offset))
    if any(member.filename in _OFFICE for member in members):
        raise InputError(raw.name, "an office document or a program, not an archive of reports")
    if len(members) > MAX_MEMBERS:
        raise InputError(raw.name, f"more than {MAX_MEMBERS:,} files in one archive")
    wanted = [m for m in members if not is_left_out(PurePosixPath(m.filename))]
    claimed = sum(member.file_size for member in wanted)
    if claimed > LARGE and claimed > MAX_RATIO * size:
        raise InputError(raw.name, f"a ZIP bomb: {size:,} bytes expand to {claimed:,}")
    return wanted


def _members(
    raw: Raw,
    archive: zipfile.ZipFile,
    members: list[zipfile.ZipInfo],
    inner: Callable[[Raw], Iterator[Document | InputError]],
) -> Iterator[Document | InputError]:
    short = Counter(stem(member.filename) for member in members)
    used: set[str] = set()
    for member in members:
        name = f"{raw.name}: {member.filename}"
        identifier = stem(member.filename) if short[stem(member.filename)] == 1 else member.filename
        if identifier in used:
            yield InputError(name, "the archive holds another file of this name")
            continue
        used.add(identifier)
        yield from _member(raw, archive, member, Place(f"{raw.id}/{identifier}", name), inner)


def _member(
    raw: Raw,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    place: Place,
    inner: Callable[[Raw], Iterator[Document | InputError]],
) -> Iterator[Document | InputError]:
    try:
        stream = archive.open(member)
    except RuntimeError as error:
        reason = "encrypted" if "password" in str(error) else f"cannot be unpacked: {error}"
        yield InputError(place.name, reason)
        return
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        yield InputError(place.name, f"broken in its archive: {error}")
        return
    with stream:
        unpacked = io.BufferedReader(Unpacked(stream, place.name, lambda: member.compress_size))
        extension = PurePosixPath(member.filename).suffix.lower()
        try:
            part = opened(place.id, place.name, extension, unpacked, depth=raw.depth + 1)
        except InputError as error:
            yield error
            return
        yield from inner(part)
