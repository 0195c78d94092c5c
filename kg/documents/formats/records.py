"""A record of named values, a table's row or a JSON object, as a document."""

from __future__ import annotations

from collections.abc import Mapping

from kg.documents.composing import Facts, document
from kg.documents.formats import fragments
from kg.documents.formats.days import day_of
from kg.documents.inputs import Settings
from kg.errors import InputError
from kg.model import Document


def read(
    record: Mapping[str, object], roles: Mapping[str, str], place: str, prefix: str, name: str, settings: Settings
) -> Document:
    """The document in a record; ``roles`` says which field holds what.

    It is called after its own identifier if it has one, else after its ``place`` in the file, both behind ``prefix``.

    Raises:
        InputError: the record has no text, or none in English.
    """

    def value(role: str) -> str | None:
        found = record.get(roles.get(role, ""))
        if isinstance(found, list):
            found = ", ".join(str(item) for item in found if isinstance(item, str))
        elif isinstance(found, Mapping):
            found = found.get("name")  # a source or an author that has an identifier, too
        return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else None

    text = value("text")
    if "text" not in roles:
        raise InputError(name, f"no field for the text; name it by --text-field (there are: {_listed(record)})")
    if text is None or not text.strip():
        raise InputError(name, f"no text in the field {roles['text']!r}")
    extractor = ""
    if fragments.looks_like_html(text):
        text, extractor = fragments.plain(text), fragments.extractor()
    facts = Facts(
        issued=day_of(record.get(roles.get("date", ""))),
        source=value("source"),
        title=value("title"),
        author=value("author"),
        url=value("url"),
        extractor=extractor,
    )
    own = (value("id") or "").strip()
    return document(f"{prefix}/{own or place}", name, text, settings, facts)


def _listed(record: Mapping[str, object]) -> str:
    names = [str(name)[:40] for name in record]
    return ", ".join(names[:20]) + (" ..." if len(names) > 20 else "")
