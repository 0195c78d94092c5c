"""Web archives (WARC, ISO 28500): every page, text and PDF that a server answered with or a crawler wrote down."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.documents.formats.packed import Unpacked
from kg.documents.inputs import Raw, Settings, opened
from kg.errors import InputError
from kg.model import Document

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SCHEME = re.compile(r"^\w+://")
_KINDS = ("response", "resource", "conversion")
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": "",
    "application/atom+xml": "",
    "application/xml": "",
    "text/xml": "",
}


class Warc:
    """What crawlers and archives of the web write, packed record by record or not."""

    name = "warc"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens with a record's version line."""
        return raw.head.startswith(b"WARC/")

    def read(
        self, raw: Raw, settings: Settings, inner: Callable[[Raw], Iterator[Document | InputError]]
    ) -> Iterator[Document | InputError]:
        """The documents of all records that can hold one. Errors, redirects, pictures and scripts are none."""
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        used: set[str] = set()
        try:
            for record in ArchiveIterator(raw.stream):
                part = _part(record, raw, used)
                if part is not None:
                    yield from inner(part)
        except (ArchiveLoadFailed, ValueError, AttributeError) as error:
            raise InputError(raw.name, f"a broken web archive, read up to here: {error}") from error


def _part(record: ArcWarcRecord, raw: Raw, used: set[str]) -> Raw | None:
    url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
    if record.rec_type not in _KINDS or not url.startswith(("http://", "https://", "file://", "urn:")):
        return None
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    if headers is None or (record.rec_type == "response" and headers.get_statuscode() != "200"):
        return None
    content = headers.get_header("Content-Type", "") or ""
    extension = _TYPES.get(content.split(";", 1)[0].strip().lower())
    if extension is None:
        return None
    short = _SCHEME.sub("", url)
    if short in used:
        # The same address fetched again: told apart by when.
        short = f"{short} {record.rec_headers.get_header('WARC-Date', '')}"
    used.add(short)
    name = f"{raw.name}: {url}"
    stream = io.BufferedReader(Unpacked(record.content_stream(), name, lambda: record.length or 0))
    charset = _CHARSET.search(content)
    return opened(
        f"{raw.id}/{short}",
        name,
        extension,
        stream,
        charset=charset[1] if charset else None,
        url=url,
        depth=raw.depth + 1,
    )
