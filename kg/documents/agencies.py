"""The names of news agencies and broadcasters, by which bylines and datelines show where a report is from."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_ASIDE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ".,*"
_FILE = Path(__file__).with_name("agencies.toml")


def agency(name: str) -> str | None:
    """The one name of a known agency for any of its spellings, None for anything else."""
    known = _spellings()
    # Lines of a report are asked about, too: more words than any agency has need not be looked at.
    words = name.strip(_ASIDE).split(None, _longest())
    return known.get(" ".join(words).casefold()) if len(words) <= _longest() else None


@cache
def _spellings() -> dict[str, str]:
    with _FILE.open("rb") as stream:
        agencies: dict[str, list[str]] = tomllib.load(stream)["agencies"]
    return {
        " ".join(spelling.strip(_ASIDE).split()).casefold(): name
        for name, others in agencies.items()
        for spelling in (name, *others)
    }


@cache
def _longest() -> int:
    """How many words an agency's name has at most."""
    return max(len(spelling.split()) for spelling in _spellings())
