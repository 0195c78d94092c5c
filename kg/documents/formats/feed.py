"""RSS and Atom files: an item is a document. Entities and external references are refused, never resolved."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from email.utils import parseaddr
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from kg.documents.composing import Facts, document
from kg.documents.formats import fragments, rows
from kg.documents.formats.days import day_of
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BINARY, MAX_NESTING
from kg.errors import InputError
from kg.model import Document

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STARTS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:(?:<!--.{0,4000}?-->|<\?[^>]*\?>|<!doctype[^\[>]*(?:\[.{0,8000}?\]\s*)?>)\s*)*"
    rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = ("item", "entry")
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "issued", "date", "updated")


class Feed:
    """RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom."""

    name = "feed"

    def accepts(self, raw: Raw) -> bool:
        """Whether its first element is that of a feed."""
        return bool(_STARTS.match(raw.head))

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """A document for each item with a text."""
        yield from rows.documents(raw.name, _rows(raw, settings))


def _rows(raw: Raw, settings: Settings) -> Iterator[Callable[[], Document]]:
    channel: str | None = None
    number = 0
    for found in _elements(raw):
        if isinstance(found, str):
            channel = channel or found
            continue
        number += 1
        yield partial(_item, found, channel, f"{raw.id}/", number, f"{raw.name}: item {number}", settings)


def _item(element: Element, channel: str | None, prefix: str, number: int, name: str, settings: Settings) -> Document:
    fields: dict[str, str] = {}
    for child in element:
        key, value = _local(child.tag), _text(child)
        if key == "link" and not value:
            value = child.get("href", "") if child.get("rel", "alternate") == "alternate" else ""
        if key == "author" and len(child):
            value = next((_text(part) for part in child if _local(part.tag) == "name"), "")
        if value.strip():
            fields.setdefault(key, value.strip())
    text = next((fields[key] for key in _TEXTS if key in fields), fields.get("title", ""))
    if not text:
        raise InputError(name, "no text in the item")
    author = fields.get("creator") or fields.get("author") or ""
    facts = Facts(
        issued=next((day for key in _DATES if (day := day_of(fields.get(key)))), None),
        source=fields.get("source") or channel,
        title=fragments.plain(fields.get("title", "")),
        author=parseaddr(author)[0] or author,
        url=fields.get("link"),
        extractor=fragments.extractor(),
    )
    own = fields.get("guid") or fields.get("id") or fields.get("link") or str(number)
    return document(prefix + re.sub(r"^\w+://", "", own), name, fragments.plain(text), settings, facts)


def _elements(raw: Raw) -> Iterator[Element | str]:
    """The items of the feed, and before them its title.

    Raises:
        InputError: it is no well-formed XML, or one that is made to harm.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    depth = 0
    inside: list[str] = []
    data = io.BytesIO(raw.whole(MAX_BINARY))
    try:
        for event, element in iterparse(data, events=("start", "end"), forbid_entities=True, forbid_external=True):
            if event == "start":
                depth += 1
                inside.append(_local(element.tag))
                if depth > MAX_NESTING:
                    raise InputError(raw.name, f"elements more than {MAX_NESTING} deep in each other")
                continue
            depth -= 1
            inside.pop()
            if _local(element.tag) in _ITEMS:
                yield element
                element.clear()
            elif _local(element.tag) == "title" and inside and inside[-1] in ("channel", "feed"):
                yield _text(element).strip()
    except DefusedXmlException as error:
        raise InputError(raw.name, "XML with entities or external references") from error
    except (ParseError, LookupError, ValueError) as error:
        raise InputError(raw.name, f"not well-formed XML: {error}") from error


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _text(element: Element) -> str:
    """The content of an element: characters, which may be escaped HTML, or elements of XHTML written out."""
    return "".join(_markup(child) for child in element) if len(element) else element.text or ""


def _markup(element: Element) -> str:
    tag = _local(element.tag)
    inside = escape(element.text or "") + "".join(_markup(child) for child in element)
    return f"<{tag}>{inside}</{tag}>{escape(element.tail or '')}"
