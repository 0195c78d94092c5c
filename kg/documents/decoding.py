"""From bytes to the text that all offsets refer to, or the reason why there is none."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kg.documents.limits import MAX_BYTES, MAX_CHARACTERS
from kg.errors import InputError

# What the first bytes of common files that are not text say about them.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"RIFF", "a sound, video or picture file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"WARC/", "a WARC archive"),
)
_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE), "HTML"),
    (re.compile(r"<\?xml|<rss[\s>]|<feed[\s>]", re.IGNORECASE), "XML"),
    (re.compile(r"\{\s*\"[^\"\n]*\"\s*:|\[\s*\{\s*\""), "JSON"),
    (re.compile(r"@prefix\s+\S*:\s*<|@base\s+<"), "Turtle"),
)
_NEWLINE = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
# Characters that show nothing and would split a word or a name: zero-width spaces and joiners, direction
# marks, soft hyphens, byte order marks inside the text.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufdd0-\ufdef]")


def decode(data: bytes, name: str) -> str:
    """The text of a plain text file as it is kept (see ``kept``).

    UTF-8 is expected, UTF-16 read if it says so by its byte order mark.

    Raises:
        InputError: empty, too large, binary, in another encoding, or markup.
    """
    if len(data) > MAX_BYTES:
        raise InputError(name, f"too large: more than {MAX_BYTES:,} bytes")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(name, f"{what}, not text")
    text = kept(_characters(data, name), name)
    start = text[:2000].lstrip()
    for pattern, what in _MARKUP:
        if pattern.match(start):
            raise InputError(name, f"looks like {what} that no reader takes")
    return text


def kept(text: str, name: str) -> str:
    """A text as it is kept: what all offsets refer to.

    Every line ends with one line feed, characters are composed (NFC), invisible ones are dropped and stray control
    characters become spaces; everything else stays as it was.

    Raises:
        InputError: empty, too large or binary.
    """
    text = _NEWLINE.sub("\n", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    strange = len(_CONTROL.findall(text))
    if strange > 4 and strange * 100 > len(text):
        raise InputError(name, "binary, not text")
    text = _CONTROL.sub(" ", text)
    if not text.strip():
        raise InputError(name, "empty")
    if len(text) > MAX_CHARACTERS:
        raise InputError(name, f"too large: more than {MAX_CHARACTERS:,} characters")
    return text


def declared(data: bytes, name: str, *charsets: str | None) -> str:
    """Characters of a format that names its encoding: by byte order mark, else by the first name given, else UTF-8.

    An encoding that is unknown or does not fit the bytes gives way to UTF-8, that to Windows-1252, as browsers do.

    Raises:
        InputError: the bytes are none of these.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _characters(data, name)
    for charset in (*charsets, "utf-8-sig", "windows-1252"):
        if charset is None:
            continue
        try:
            return data.decode(charset)
        except (UnicodeError, LookupError, ValueError):
            continue
    raise InputError(name, "in no encoding that it could be read by")


def _characters(data: bytes, name: str) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(name, "begins as UTF-16 text but is not") from error
    if b"\x00" in data:
        raise InputError(name, "binary, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at position {error.start}"
        raise InputError(name, f"not UTF-8 text ({place}); convert it to UTF-8 first") from error
