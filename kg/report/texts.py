"""The texts that a graph was built from, to show whole documents; the graph itself holds only what claims quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.model import Document
from kg.view import Report


class Texts:
    """The kept texts of reports, by the digest that the graph has of them."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._documents = {document.digest: document for document in documents}

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Texts:
        """The texts of files and folders as ``kg build`` reads them; what cannot be read is left out."""
        from kg.documents import find, read

        given = [str(path) for path in paths]
        found = read(find(given)) if given else ()
        return cls(item for item in found if isinstance(item, Document))

    def get(self, report: Report) -> str | None:
        """The text that the graph was built from, None if it is not here or has changed since."""
        document = self.document(report)
        return None if document is None else document.text

    def document(self, report: Report) -> Document | None:
        """The document as ``kg build`` reads it, None if it is not here or has changed since."""
        found = self._documents.get(report.digest)
        # Copies have one text, and each its own name and day.
        return None if found is None else replace(found, id=report.label, issued=report.issued or found.issued)
