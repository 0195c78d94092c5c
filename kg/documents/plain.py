"""A plain text file as a document."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.documents.decoding import decode
from kg.documents.english import why_not_english
from kg.documents.head import read_head
from kg.errors import InputError
from kg.model import Document


def document(
    identifier: str, name: str, data: bytes, *, issued: date | None = None, source: str | None = None
) -> Document:
    """The report in a file. What its head says of date and source counts before what the user gave for all.

    A date that the text opens with (``date 2019-06-03 A convoy ...``) is taken off, so that the kept text
    and all offsets start with the report.

    Raises:
        InputError: no English text can be read from it.
    """
    whole = decode(data, name)
    head = read_head(whole)
    text = whole[head.begin :]
    if not text.strip():
        raise InputError(name, "empty: holds nothing but a date")
    refusal = why_not_english(text)
    if refusal:
        raise InputError(name, refusal)
    given = issued is not None and head.issued is None
    return Document(
        id=identifier,
        text=text,
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        issued=head.issued or issued,
        issued_basis="given" if given else head.issued_basis,
        source=head.source or source,
        title=head.title,
    )
