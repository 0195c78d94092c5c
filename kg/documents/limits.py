"""How much is read of anything: what is larger is refused by name, so that no input can fill the memory or the disk."""

from __future__ import annotations

MAX_CHARACTERS = 1_000_000
"""Of the kept text of one document."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""Of a text file, a table's line, a member of an archive that is text."""

MAX_PAGE = 16_000_000
"""Of a web page with all its scripts and pictures written into it."""

MAX_TAGS = 100_000
"""Of a web page: finding the article among more takes minutes and gigabytes."""

MAX_BRACKETS = 20_000
"""Of a Markdown text: the parser looks for the end of each."""

MAX_PAGES = 2_000
"""Of a PDF file."""

MAX_BINARY = 64_000_000
"""Of a PDF file, an e-mail, a feed: formats that are read as a whole."""

MAX_SPOOLED = 2_000_000_000
"""Of an archive that has to be put on disk first because it comes through a pipe or lies in another archive."""

MAX_MEMBERS = 2_000_000
"""Of files in an archive."""

MAX_RATIO = 200
"""By how much an archive's members together may expand beyond the archive, once they are large."""

MAX_DEPTH = 3
"""How deep archives and e-mails may lie in each other."""

MAX_NESTING = 200
"""Of elements in a feed."""
