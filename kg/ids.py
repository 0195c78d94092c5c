"""Stable local names for IRIs: the same content gives the same name on every run and machine."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii

_SHORT = 256
_SIZES = tuple(size.to_bytes(8, "big") for size in range(_SHORT))
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def digest(*parts: str, length: int = 16) -> str:
    """Hexadecimal digest of a sequence of strings; no two different sequences are joined to the same bytes."""
    pieces: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        size = len(data)
        pieces += _SIZES[size] if size < _SHORT else size.to_bytes(8, "big"), data
    return hashlib.sha256(b"".join(pieces)).hexdigest()[:length]


def slug(text: str, limit: int = 48) -> str:
    """ASCII lower-case words of a text joined by hyphens, for names that people can read; may be empty."""
    return _NOT_WORD.sub("-", anyascii(text).lower().replace("'", "")).strip("-")[:limit].strip("-")


def local_name(kind: str, label: str, *identity: str) -> str:
    """A readable, slash-free local name: kind, slug of the label and a digest of what makes the thing itself."""
    readable = slug(label) if label else ""
    middle = f"-{readable}" if readable else ""
    return f"{kind}{middle}-{digest(kind, *identity, length=10)}"
