"""The kept texts beside the graph, which its offsets refer to: one document a line."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator

from kg.model import Document, Reading


class Texts:
    """Puts the texts aside on disk while documents go by, and hands them over in the order of their identifiers."""

    def __init__(self) -> None:
        self._lines = tempfile.TemporaryFile()  # noqa: SIM115
        self._places: list[tuple[str, str, int]] = []

    def watch(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The same readings."""
        for reading in readings:
            document = reading.document
            self._places.append((document.id, document.digest, self._lines.tell()))
            self._lines.write(_line(document))
            yield reading

    def lines(self) -> Iterator[bytes]:
        """All texts, each document's once."""
        last = None
        for identifier, digest, place in sorted(self._places):
            if (identifier, digest) != last:
                self._lines.seek(place)
                yield self._lines.readline()
            last = identifier, digest
        self._lines.close()


def _line(document: Document) -> bytes:
    """A document as JSON, with field names that ``kg build`` knows: the texts can be read again."""
    stated = document.issued is not None and not document.issued_basis.startswith("inferred")
    fields = {
        "id": document.id,
        "sha256": document.digest,
        "title": document.title,
        "date": str(document.issued) if stated else None,
        "source": document.source,
        "author": document.author,
        "url": document.url,
        "extractor": document.extractor or None,
        "text": document.text,
    }
    kept = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
