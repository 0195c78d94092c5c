"""PDF files: the text layer, its lines put together to paragraphs. A scan without text is refused."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator

from kg.documents.composing import Facts, document
from kg.documents.formats.layout import paragraphs
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BINARY, MAX_CHARACTERS, MAX_PAGES
from kg.errors import InputError
from kg.model import Document


class Pdf:
    """Printed pages as files."""

    name = "pdf"

    def accepts(self, raw: Raw) -> bool:
        """Whether the mark of a PDF file stands among the first bytes, as the standard allows."""
        return b"%PDF-" in raw.head[:1024]

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """The file is the document."""
        import pypdf

        pages, title, author = _pages(raw, raw.whole(MAX_BINARY))
        text = paragraphs(pages)
        if not text.strip():
            raise InputError(
                raw.name, "a PDF file without text: scanned pages have to go through text recognition first"
            )
        # The day a PDF was made is not the day the report came out.
        facts = Facts(title=title, author=author, extractor=f"pypdf {pypdf.__version__}")
        yield document(raw.id, raw.name, text, settings, facts)


def _pages(raw: Raw, data: bytes) -> tuple[list[str], str | None, str | None]:
    """The text of each page, the file's title and author.

    Raises:
        InputError: the file is broken, locked or larger than what is read.
    """
    import pypdf

    # Broken files are the rule; each flaw that is worked around would be a line on stderr.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(raw.name, "a PDF file that needs a password")
        if len(reader.pages) > MAX_PAGES:
            raise InputError(raw.name, f"too large: more than {MAX_PAGES:,} pages")
        found: list[str] = []
        size = 0
        for page in reader.pages:
            found.append(page.extract_text() or "")
            size += len(found[-1])
            if size > MAX_CHARACTERS:
                raise InputError(raw.name, f"too large: more than {MAX_CHARACTERS:,} characters")
        about = reader.metadata
        return found, about.title if about else None, about.author if about else None
    except (InputError, RecursionError, MemoryError):
        raise
    except Exception as error:
        # Whatever a broken file makes the parser stumble over concerns this file alone.
        raise InputError(raw.name, f"a broken PDF file: {error or type(error).__name__}") from error
