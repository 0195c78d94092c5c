"""Plain text, the reader of last resort."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.documents.composing import document
from kg.documents.decoding import decode
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BYTES
from kg.errors import InputError
from kg.model import Document


class PlainText:
    """Anything may be a text until it proves not to be."""

    name = "text"

    def accepts(self, raw: Raw) -> bool:
        """Always."""
        return True

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """The file is the document."""
        yield document(raw.id, raw.name, decode(raw.whole(MAX_BYTES), raw.name), settings)
