"""Web pages as they were saved: the article without the page around it, read by trafilatura. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from kg.documents.composing import Facts, document
from kg.documents.decoding import declared
from kg.documents.formats.days import day_of
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_PAGE, MAX_TAGS
from kg.errors import InputError
from kg.model import Document

_STARTS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_TAG = re.compile(rb"\s*<[a-z!]", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""Only what the page states as its date: a search of the whole text would take dates of the story."""


class Page:
    """HTML and XHTML."""

    name = "html"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens as a page does, or is called so and opens with a tag."""
        if _STARTS.match(raw.head):
            return True
        return raw.extension in (".html", ".htm", ".xhtml") and bool(_TAG.match(raw.head))

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """The page is the document."""
        yield page(raw, raw.whole(MAX_PAGE), settings)


def page(raw: Raw, data: bytes, settings: Settings) -> Document:
    """The article of a page.

    Raises:
        InputError: there is none in it.
    """
    import trafilatura

    if data.count(b"<") > MAX_TAGS:
        raise InputError(raw.name, f"too large: more than {MAX_TAGS:,} tags")
    named = _CHARSET.search(data[:4096])
    html = declared(data, raw.name, raw.charset, named[1].decode("ascii") if named else None)
    try:
        found = trafilatura.bare_extraction(
            html, url=raw.url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except (RecursionError, MemoryError):
        raise
    except Exception as error:
        # Whatever a broken page makes the parser stumble over concerns this page alone.
        raise InputError(raw.name, f"cannot be read as a web page: {type(error).__name__}") from error
    if found is None or isinstance(found, dict) or not found.text or not found.text.strip():
        raise InputError(raw.name, "a web page in which no main text was found")
    facts = Facts(
        issued=day_of(found.date),
        source=found.sitename or _host(found.url),
        title=found.title,
        author=found.author,
        url=found.url,
        extractor=f"trafilatura {trafilatura.__version__}",
    )
    return document(raw.id, raw.name, found.text, settings, facts)


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
