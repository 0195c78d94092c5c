"""Reads what the user points at into documents: finds files, decodes them, reads heads, refuses the unfit.

A document that cannot be read is an ``InputError`` in the stream, not the end of it.
"""

from __future__ import annotations

from kg.documents.finding import STDIN, Found, find
from kg.documents.inputs import Settings
from kg.documents.reading import read, read_one

__all__ = ["STDIN", "Found", "Settings", "find", "read", "read_one"]
