"""Signs that set words apart: dashes, quotation marks, what stands between the words told and who tells them."""

from __future__ import annotations

DASHES = frozenset({"-", "–", "—", "--"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
#: "Nine died, police said", "“Nine died” police said": what ends what is told.
AFTER_TOLD = frozenset({",", "”", '"', "''"})
