"""From a text and what its format says of it to a document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kg.documents.agencies import agency
from kg.documents.decoding import kept
from kg.documents.english import why_not_english
from kg.documents.head import read_head
from kg.documents.inputs import Settings
from kg.errors import InputError
from kg.model import Document


@dataclass(frozen=True, slots=True)
class Facts:
    """What a format says of a text beside the text: a page's metadata, a table's other columns, an e-mail's header.

    ``extractor`` names what took the text out of its format, with its version; empty where nothing had to.
    """

    issued: date | None = None
    source: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    extractor: str = ""


NOTHING = Facts()


def document(identifier: str, name: str, text: str, settings: Settings, facts: Facts = NOTHING) -> Document:
    """The report that a text holds.

    What its format says of date and source counts before what the head of the text says, that before what the user
    gave for all. A date that the text opens with (``date 2019-06-03 A convoy ...``) is taken off, so that the kept
    text and all offsets start with the report.

    Raises:
        InputError: it is no English text.
    """
    whole = kept(text, name)
    head = read_head(whole)
    body = whole[head.begin :]
    if not body.strip():
        raise InputError(name, "empty: holds nothing but a date")
    refusal = why_not_english(body)
    if refusal:
        raise InputError(name, refusal)
    issued, basis = _dated(facts, head.issued, head.issued_basis, settings)
    return Document(
        id=identifier,
        text=body,
        digest=hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
        issued=issued,
        issued_basis=basis,
        source=_source(facts) or head.source or settings.source,
        title=_line(facts.title) or head.title,
        author=_line(facts.author),
        url=_line(facts.url),
        extractor=facts.extractor,
    )


def _dated(facts: Facts, stated: date | None, basis: str, settings: Settings) -> tuple[date | None, str]:
    if facts.issued is not None:
        return facts.issued, "metadata"
    if stated is not None:
        return stated, basis
    return settings.issued, "" if settings.issued is None else "given"


def _source(facts: Facts) -> str | None:
    named = _line(facts.source)
    return (agency(named) or named) if named else None


def _line(value: str | None) -> str | None:
    """A name or title on one line; None where there is nothing in it."""
    return " ".join(value.split())[:500] or None if value else None
