"""Makes documents of texts that a suite already holds."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.model import Document


def document(identifier: str, text: str, issued: date | None, basis: str = "given") -> Document:
    """A document with a given identifier and date of issue."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(identifier, text, digest, issued, basis if issued else "")
