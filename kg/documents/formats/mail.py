"""E-mails as files: the body is a document, and so is every attachment that has a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import PurePath

from kg.documents.agencies import agency
from kg.documents.composing import Facts, document
from kg.documents.finding import stem
from kg.documents.formats import fragments
from kg.documents.formats.days import day_of
from kg.documents.inputs import Raw, Settings, of_bytes
from kg.documents.limits import MAX_BINARY
from kg.errors import InputError
from kg.model import Document

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):[ \t]", re.MULTILINE)
_OF_MAIL = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-transfer-encoding"}
)
_EXTRACTOR = "kg mail 1"


class Mail:
    """Messages in the Internet Message Format (RFC 5322)."""

    name = "eml"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens with the header of a message; a few lines like ``Source: ...`` are none."""
        head = raw.head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
        if not _HEADER.match(head) and not head.startswith(b"From "):
            return False
        names = {name.lower() for name in _HEADER.findall(head)}
        return b"from" in names and bool(names & _OF_MAIL)

    def read(
        self, raw: Raw, settings: Settings, inner: Callable[[Raw], Iterator[Document | InputError]]
    ) -> Iterator[Document | InputError]:
        """The body, then the attachments."""
        message = BytesParser(policy=policy.default).parsebytes(raw.whole(MAX_BINARY))
        assert isinstance(message, EmailMessage)
        try:
            yield _body(message, raw, settings)
        except InputError as error:
            yield error
        used: set[str] = set()
        for number, (filename, data) in enumerate(_attachments(message), 1):
            called = PurePath(filename.replace("\\", "/")).name or f"attachment {number}"
            identifier = stem(called) if stem(called) not in used else f"{number}-{stem(called)}"
            used.add(identifier)
            extension = PurePath(called).suffix.lower()
            yield from inner(of_bytes(f"{raw.id}/{identifier}", f"{raw.name}: {called}", extension, data, outer=raw))


def _body(message: EmailMessage, raw: Raw, settings: Settings) -> Document:
    try:
        part = message.get_body(("plain", "html"))
        content = part.get_content() if part is not None else None
    except (LookupError, UnicodeError, ValueError, KeyError, errors.MessageError) as error:
        raise InputError(raw.name, f"a body that cannot be decoded: {error}") from error
    if part is None or not isinstance(content, str) or not content.strip():
        raise InputError(raw.name, "an e-mail without a body in text or HTML")
    sender = parseaddr(_header(message, "From"))[0]
    facts = Facts(
        issued=day_of(_header(message, "Date")),
        # Whoever sends a report on is not thereby its source; an agency that sends its own is.
        source=agency(sender),
        title=_header(message, "Subject"),
        author=sender,
        extractor=_EXTRACTOR,
    )
    text = fragments.plain(content) if part.get_content_subtype() == "html" else content
    return document(raw.id, raw.name, text, settings, facts)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, TypeError, errors.MessageError):
        return ""


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The named parts that can hold a report; pictures, sounds and films are none."""
    for part in message.walk():
        if part.get_content_maintype() in ("image", "audio", "video", "multipart"):
            continue
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
                yield "message.eml", inner[0].as_bytes()
            continue
        filename = part.get_filename()
        data = part.get_payload(decode=True) if filename else None
        if filename and isinstance(data, bytes):
            yield filename, data
